"""Migrations make exactly the tables of storage/models.py, on both databases, however many processes run them."""

from __future__ import annotations

import importlib.resources
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event, inspect, text
from sqlalchemy.engine import make_url
from sqlmodel import SQLModel

from storage import migrate
from storage.database import Database, normalise
from storage.models import Setting
from tests import postgres

INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY name",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname",
}


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """An SQLite file that is not there yet, in a folder that is not there yet."""
    return f"sqlite:///{tmp_path}/data/udajang.db"


@pytest.fixture
def empty_postgres_url(postgres_server: str) -> Iterator[str]:
    """A PostgreSQL database without tables."""
    name = f"empty_{uuid.uuid4().hex[:12]}"
    postgres.execute(postgres_server, f"CREATE DATABASE {name}")
    yield make_url(normalise(postgres_server)).set(database=name).render_as_string(hide_password=False)
    postgres.execute(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest) -> str:
    """A database without tables, once on SQLite and once on PostgreSQL."""
    return str(request.getfixturevalue(f"empty_{request.param}_url"))


def _schema(url: str) -> dict[str, object]:
    database = Database(url)
    inspector = inspect(database.engine)
    with database.read() as session:
        indexes = {
            name: " ".join(definition.replace('"', "").split())
            for name, definition in session.connection().execute(text(INDEXES[database.engine.dialect.name]))
            if "alembic_version" not in name
        }
    found: dict[str, object] = {
        table: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in inspector.get_columns(table)],
            sorted((key["constrained_columns"], key["referred_table"]) for key in inspector.get_foreign_keys(table)),
            sorted(tuple(unique["column_names"]) for unique in inspector.get_unique_constraints(table)),
        )
        for table in inspector.get_table_names()
        if table != "alembic_version"
    }
    database.close()
    return found | {"indexes": indexes}


def test_an_unmigrated_database_is_at_no_revision_and_check_says_so(empty_url: str) -> None:
    assert migrate.current(empty_url) is None
    assert migrate.check(empty_url) == [f"revision none, needed {migrate.head()}"]


def test_upgrading_an_empty_database_leaves_no_difference_from_the_models(empty_url: str) -> None:
    migrate.upgrade(empty_url)

    assert migrate.current(empty_url) == migrate.head()
    assert migrate.check(empty_url) == []


def test_the_migrations_build_the_same_schema_as_the_models(empty_url: str, tmp_path: Path) -> None:
    database = Database(empty_url)
    SQLModel.metadata.create_all(database.engine)
    from_models = _schema(empty_url)
    SQLModel.metadata.drop_all(database.engine)
    database.close()
    migrate.upgrade(empty_url)

    assert _schema(empty_url) == from_models


def test_a_second_upgrade_changes_nothing(empty_url: str) -> None:
    migrate.upgrade(empty_url)
    database = Database(empty_url)
    with database.write() as session:
        session.add(Setting(name="x", value="1"))
    before = _schema(empty_url)

    migrate.upgrade(empty_url)

    assert _schema(empty_url) == before
    with database.read() as session:
        assert session.get_one(Setting, "x").value == "1"
    database.close()


def test_processes_that_upgrade_at_once_all_succeed(empty_url: str) -> None:
    program = "import sys; from storage import migrate; migrate.upgrade(sys.argv[1])"
    processes = [
        subprocess.Popen([sys.executable, "-c", program, empty_url], stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    errors = [process.communicate(timeout=60)[1] for process in processes]

    assert errors == ["", "", ""]
    assert migrate.check(empty_url) == []


def test_a_column_the_models_do_not_know_is_reported(empty_sqlite_url: str) -> None:
    migrate.upgrade(empty_sqlite_url)
    database = Database(empty_sqlite_url)
    with database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE setting ADD COLUMN colour TEXT"))
    database.close()

    assert ["colour" in difference for difference in migrate.check(empty_sqlite_url)] == [True]


def test_a_migration_that_would_leave_dangling_references_is_undone(empty_sqlite_url: str) -> None:
    migrate.upgrade(empty_sqlite_url)
    database = Database(empty_sqlite_url)
    event.listen(database.engine, "connect", migrate._allow_rebuilt_tables)
    with database.engine.begin() as connection:
        row = "(citizen_id, version, flow, asked, state, updated_at) VALUES (404, 0, '', '', '{}', '2026-01-01')"
        connection.execute(text("INSERT INTO conversation " + row))
    database.close()

    with pytest.raises(migrate.BrokenReferencesError):
        migrate.upgrade(empty_sqlite_url)


def test_revisions_form_one_line_numbered_in_order() -> None:
    names = sorted(path.name for path in (migrate.FOLDER / "versions").glob("[0-9]*.py"))

    assert [name[:4] for name in names] == [f"{number:04}" for number in range(1, len(names) + 1)]
    assert migrate.head() == names[-1][:4]


def test_the_folder_of_migrations_is_part_of_the_package() -> None:
    assert importlib.resources.files("storage.migrations").joinpath("script.py.mako").is_file()
