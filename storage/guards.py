"""The database itself refuses to change or delete what is only ever added to: the audit log and complaints' events.

Made after every migration rather than in one: on SQLite a migration copies a table and drops the old one together with
its triggers. A mistake is stopped here; whoever owns the database can take the guards away, and then the audit's chain
of hashes shows what they did.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlmodel import Session

from storage.models import Setting

KEPT = ("audit", "complaint_event")
REWRITING = "rewriting"  # the name of the setting that lets a transaction past the guard of the events
_EXCEPT = f"EXISTS (SELECT 1 FROM setting WHERE name = '{REWRITING}')"  # noqa: S608 - constants only

_FUNCTION = f"""
CREATE OR REPLACE FUNCTION keep_rows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'complaint_event' AND TG_OP <> 'TRUNCATE' AND {_EXCEPT} THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$
"""


def missing(connection: Connection) -> list[str]:
    """The guards that are not there, by name."""
    found = connection.execute(
        text(
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
            if connection.dialect.name == "postgresql"
            else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        )
    )
    there = set(found.scalars())
    return [name for name, _, _ in _guards(connection) if name not in there]


def raise_(connection: Connection) -> None:
    """Put up every guard that is not there."""
    absent = missing(connection)
    if absent and connection.dialect.name == "postgresql":
        connection.execute(text(_FUNCTION))
    for name, table, operation in _guards(connection):
        if name in absent:
            connection.execute(text(_definition(connection, name, table, operation)))


def lower(connection: Connection) -> None:
    """Take the guards down, for a migration that changes the tables or what is in them."""
    absent = missing(connection)
    for name, table, _ in _guards(connection):
        if name not in absent:
            on = f" ON {table}" if connection.dialect.name == "postgresql" else ""
            connection.execute(text(f"DROP TRIGGER {name}{on}"))


def _guards(connection: Connection) -> Iterator[tuple[str, str, str]]:
    operations = ["UPDATE", "DELETE"] + (["TRUNCATE"] if connection.dialect.name == "postgresql" else [])
    for table in KEPT:
        for operation in operations:
            yield f"{table}_no_{operation.lower()}", table, operation


def _definition(connection: Connection, name: str, table: str, operation: str) -> str:
    if connection.dialect.name == "postgresql":
        each = "STATEMENT" if operation == "TRUNCATE" else "ROW"
        return f"CREATE TRIGGER {name} BEFORE {operation} ON {table} FOR EACH {each} EXECUTE FUNCTION keep_rows()"
    unless = f"WHEN NOT {_EXCEPT} " if table == "complaint_event" else ""
    refuse = f"SELECT RAISE(ABORT, '{table} is only ever added to')"
    return f"CREATE TRIGGER {name} BEFORE {operation} ON {table} {unless}BEGIN {refuse}; END"


@contextmanager
def rewriting(session: Session) -> Iterator[None]:
    """Let this transaction, and no other, change or delete complaints' events: for retention, which takes out words
    and persons after their time. The audit log has no such door."""
    session.flush()
    mark = Setting(name=REWRITING)
    session.add(mark)
    session.flush()
    yield
    session.delete(mark)
    session.flush()
