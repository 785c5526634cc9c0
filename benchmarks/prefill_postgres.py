"""The filled database on PostgreSQL: what complaints need, copied out of the SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg
from psycopg import sql
from sqlmodel import SQLModel

from benchmarks import program
from bot.app import App
from storage import migrate

# What is only ever added to or swept away is left out: it would take minutes, and no list looks at it.
LEFT_OUT = frozenset({"inbox", "outbox", "outbox_part", "conversation", "timer", "lane"})


def on_postgres(server: program.Postgres, folder: Path, path: Path) -> App:
    """The program on a new database with the complaints of the SQLite file ``path``, and all they refer to."""
    url = server.create("filled")
    migrate.upgrade(url)
    source = sqlite3.connect(path)
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")  # the file has been checked already
        connection.execute("SET TIME ZONE 'UTC'")
        for table in SQLModel.metadata.sorted_tables:
            if table.name not in LEFT_OUT:
                _copy(source, connection, table.name, [column.name for column in table.columns])
        connection.execute("VACUUM ANALYZE")
    source.close()
    return program.assembled(url, folder)


def _copy(source: sqlite3.Connection, target: psycopg.Connection, table: str, columns: list[str]) -> None:
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    into = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)
    target.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))
    with target.cursor().copy(into) as copy:
        for row in _rows(source, table, columns):
            copy.write_row(row)
    if "id" in columns:
        query = sql.SQL("SELECT setval(pg_get_serial_sequence({}, 'id'), (SELECT coalesce(max(id), 1) FROM {}))")
        target.execute(query.format(sql.Literal(table), sql.Identifier(table)))


def _rows(source: sqlite3.Connection, table: str, columns: list[str]) -> Iterator[tuple[object, ...]]:
    yield from source.execute(f"SELECT {', '.join(columns)} FROM {table}")  # noqa: S608 - our own names
