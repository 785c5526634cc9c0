"""What every test may ask for: a migrated database (SQLite, PostgreSQL), a fixed moment, a clock to move by hand."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.engine import make_url

from storage import migrate
from storage.database import Database, normalise
from tests import postgres
from tests.fakes import HandClock

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)  # a Tuesday, 10:00 in Padang Panjang


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests have counted: each ``record_property("counted", text)``, at the end of the run."""
    for report in terminalreporter.getreports("passed"):
        for name, text in report.user_properties:
            if name == "counted" and report.when == "call":
                terminalreporter.section(report.nodeid)
                terminalreporter.write_line(str(text))


@pytest.fixture
def now() -> datetime:
    """A fixed moment within working hours."""
    return NOW


@pytest.fixture
def clock() -> HandClock:
    """A clock that shows ``now`` until the test moves it."""
    return HandClock(NOW)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database file with all tables, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"
    migrate.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_server() -> str:
    """The URL of a running PostgreSQL, shared by all workers of a run."""
    try:
        return postgres.start(os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid())))
    except postgres.NoPostgresError as error:
        if "CI" in os.environ:
            pytest.fail(f"CI must test on PostgreSQL: {error}")
        pytest.skip(f"no PostgreSQL here: {error}")


@pytest.fixture(scope="session")
def postgres_shared_url(postgres_server: str) -> str:
    """The URL of this worker's PostgreSQL database with all tables."""
    name = f"test_{uuid.uuid4().hex[:12]}"
    postgres.execute(postgres_server, f"CREATE DATABASE {name}")
    url = make_url(normalise(postgres_server)).set(database=name).render_as_string(hide_password=False)
    migrate.upgrade(url)
    return url


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a fresh SQLite database with all tables, nobody connected."""
    path = tmp_path / "udajang.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgres_url(postgres_shared_url: str) -> str:
    """The URL of a PostgreSQL database with all tables, all of them empty, nobody connected."""
    postgres.execute(postgres_shared_url.replace("+psycopg", ""), postgres.SWEEP)
    return postgres_shared_url


@pytest.fixture
def sqlite_database(sqlite_url: str) -> Iterator[Database]:
    """A fresh SQLite database with all tables."""
    database = Database(sqlite_url)
    for engine in (database.engine, database.reader):
        event.listen(engine, "connect", _do_not_wait_for_the_disk)
    yield database
    database.close()


@pytest.fixture
def postgres_database(postgres_url: str) -> Iterator[Database]:
    """A fresh PostgreSQL database with all tables."""
    database = Database(postgres_url)
    yield database
    database.close()


@pytest.fixture(params=["sqlite", "postgres"])
def database(request: pytest.FixtureRequest) -> Database:
    """A fresh database with all tables, once on SQLite and once on PostgreSQL."""
    found: Database = request.getfixturevalue(f"{request.param}_database")
    return found


def _do_not_wait_for_the_disk(dbapi_connection: Any, _record: Any) -> None:
    dbapi_connection.execute("PRAGMA synchronous=OFF")
