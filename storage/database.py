"""One database behind two doors: ``write()`` is a transaction that may change facts, ``read()`` one that may not.

SQLite is the default and embedded; PostgreSQL serves several machines. Both are used synchronously from worker threads.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlmodel import Session

from storage import audit

# FULL, not NORMAL: an acknowledged complaint must survive a power cut. Group commit pays for the fsync.
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=10000",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "cache_size=-65536",
)


def _set_pragmas(dbapi_connection: Any, _record: Any) -> None:
    dbapi_connection.isolation_level = None  # the driver's own BEGIN is off; the hooks below say which one is meant
    cursor = dbapi_connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _to_json(value: Any) -> str:
    return orjson.dumps(value).decode()


# Every message reads and writes a conversation and what is to be said; the standard library takes five times as long.
OPTIONS: dict[str, Any] = {"hide_parameters": True, "json_serializer": _to_json, "json_deserializer": orjson.loads}


def normalise(url: str) -> str:
    """Name the psycopg driver where the URL leaves it open, so that one spelling works everywhere."""
    if url.startswith(("postgres://", "postgresql://")):
        return "postgresql+psycopg://" + url.split("://", 1)[1]
    return url


class Database:
    """Engines, transactions and the differences between the two databases. Safe to share between threads.

    Parameters are hidden in errors: they are what citizens wrote, and errors are logged.
    """

    def __init__(self, url: str, *, pool_size: int = 10) -> None:
        self.url = make_url(normalise(url))
        self.sqlite = self.url.get_backend_name() == "sqlite"
        # SQLite waits for its write lock by sleeping in steps; a lock of our own wakes the next writer at once.
        self._turn = threading.Lock() if self.sqlite else None
        if self.sqlite:
            self.engine, self.reader = self._sqlite_engines(pool_size)
        else:
            self.engine = create_engine(self.url, pool_size=pool_size, max_overflow=10, pool_pre_ping=True, **OPTIONS)
            self.reader = self.engine

    def _sqlite_engines(self, pool_size: int) -> tuple[Engine, Engine]:
        if self.url.database:
            Path(self.url.database).parent.mkdir(parents=True, exist_ok=True)
        writer = create_engine(self.url, pool_size=2, max_overflow=2, pool_timeout=60, **OPTIONS)
        reader = create_engine(self.url, pool_size=pool_size, max_overflow=0, pool_timeout=60, **OPTIONS)
        for engine in (writer, reader):
            event.listen(engine, "connect", _set_pragmas)
        event.listen(writer, "begin", _begin_immediate)
        event.listen(reader, "begin", _begin)
        return writer, reader

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A session whose changes are committed when the block ends, and undone when it raises.

        What staff did in it goes to the audit log last of all (storage/audit.py says why).
        """
        if self._turn is None:
            with Session(self.engine, expire_on_commit=False) as session, session.begin():
                yield session
                audit.settle(session)
            return
        with self._turn, Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session
            audit.settle(session)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for looking only; on SQLite it never waits for a writer nor holds one up."""
        with Session(self.reader, expire_on_commit=False) as session:
            yield session

    def close(self) -> None:
        """Close every connection; the object can be used again afterwards."""
        self.engine.dispose()
        self.reader.dispose()
