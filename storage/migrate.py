"""Bring a database's tables to where this version of the program expects them. Forward only."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, event, text
from sqlmodel import SQLModel

from storage import (
    guards,
    models,  # noqa: F401  (registers the tables)
)
from storage.database import Database

FOLDER = Path(__file__).parent / "migrations"
LOCK = 0x75646A67  # any number, the same in every process: whoever holds it migrates


class BrokenReferencesError(Exception):
    """A migration left rows that point to rows which are not there; it was undone."""


def upgrade(url: str) -> None:
    """Apply what is missing, in one transaction, and put up the guards (storage/guards.py).

    Several processes may call it at once: one works, the others wait.
    An SQLite file and its folder are made if they are not there.
    """
    with _transaction(url) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
        if _revision(connection) != head():
            guards.lower(connection)
            command.upgrade(config(connection), "head")
        guards.raise_(connection)
        if connection.dialect.name == "sqlite" and connection.execute(text("PRAGMA foreign_key_check")).first():
            raise BrokenReferencesError


def current(url: str) -> str | None:
    """The revision the database is at; None if it was never migrated."""
    with _transaction(url) as connection:
        return _revision(connection)


def head() -> str:
    """The revision this program needs."""
    found = ScriptDirectory.from_config(config()).get_current_head()
    assert found is not None
    return found


def check(url: str) -> list[str]:
    """What stands between the database and the tables in ``storage.models``, a line each; empty when nothing does."""
    with _transaction(url) as connection:
        revision = _revision(connection)
        if revision != head():
            return [f"revision {revision or 'none'}, needed {head()}"]
        differences = compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)
        absent = [f"the guard {name} is not there; see: udajang migrate" for name in guards.missing(connection)]
        return [str(difference) for difference in differences] + absent


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, found beside this module wherever it is installed."""
    settings = Config()
    settings.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    settings.attributes["connection"] = connection
    return settings


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


@contextmanager
def _transaction(url: str) -> Iterator[Connection]:
    database = Database(url)
    if database.sqlite:
        event.listen(database.engine, "connect", _allow_rebuilt_tables)
    try:
        with database.engine.begin() as connection:
            yield connection
    finally:
        database.close()


def _allow_rebuilt_tables(dbapi_connection: Any, _record: Any) -> None:
    """SQLite alters a table by copying and dropping it, which enforced references would answer by deleting rows."""
    dbapi_connection.execute("PRAGMA foreign_keys=OFF")
