"""A database as it is after years of use, made by SQLite itself out of the rows of a few real conversations."""

from __future__ import annotations

import hashlib
import inspect
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

from benchmarks import program, updates
from handlers.complaints import number
from storage import migrate

INBOX = 1_000_000
COMPLAINTS = 200_000
CITIZENS = 100_000
EVENTS = 3 * COMPLAINTS
OUTBOX = INBOX + COMPLAINTS
CONTENT = (
    f"{INBOX:,} inbox rows, {OUTBOX:,} outbox rows, {CITIZENS:,} citizens with address and conversation, "
    f"{COMPLAINTS:,} complaints with {EVENTS:,} events"
)
FIRST_ID = 10_000  # of every table; the rows that are copied have smaller ones
CACHE = Path(tempfile.gettempdir()) / "udajang-benchmarks"

# ``i`` counts from 0. The ``model`` rows are those of the recorded conversations, numbered from 0.
COUNTED = "WITH RECURSIVE counted(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM counted WHERE i + 1 < {count})"
MODEL = (
    "CREATE TEMP TABLE model AS SELECT *, row_number() OVER (ORDER BY rowid) - 1 AS place FROM {table} WHERE {which}"
)
WHEN = "datetime('2026-11-01', '-' || (i % 30000000) || ' seconds') || '.000000'"


def prefilled(folder: Path) -> Path:
    """The file; made once in some tens of seconds, and kept for later runs."""
    source = inspect.getsource(sys.modules[__name__]) + inspect.getsource(updates)
    version = hashlib.sha256((migrate.head() + source).encode()).hexdigest()[:12]
    path = CACHE / f"prefilled-{version}.db"
    if not path.exists():
        CACHE.mkdir(exist_ok=True)
        for outdated in CACHE.glob("prefilled-*.db"):
            outdated.unlink()
        draft = folder / "prefilled.db"
        subject = program.on_sqlite(folder, "prefilled")
        updates.record(subject)
        subject.database.close()
        _multiply(draft)
        shutil.move(draft, path)
    return path


def _multiply(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.create_function("number_of", 1, number.of, deterministic=True)
    for pragma in ("synchronous=OFF", "journal_mode=WAL", "cache_size=-1000000", "temp_store=MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    for table, count, model, values in _plan():
        _fill(connection, table, count, model, values)
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert not connection.execute("PRAGMA foreign_key_check").fetchall()
    connection.close()


def _plan() -> list[tuple[str, int, str, dict[str, str]]]:
    """Each table, how many rows, which of its rows are the model, and what differs from the model."""
    of_recorded = f"address LIKE '{updates.RECORDERS // 1000}%'"
    citizen = f"{FIRST_ID} + i % {CITIZENS}"
    complaint = f"{FIRST_ID} + i % {COMPLAINTS}"
    sent = {"state": "'sent'", "sent_at": WHEN, "provider_id": "i", "attempts": "1", "parts": "1"}
    own = {"id": f"{FIRST_ID} + i"}
    return [
        ("citizen", CITIZENS, "language <> ''", {**own, "created_at": WHEN}),
        ("address", CITIZENS, "1", {**own, "citizen_id": citizen, "value": "1000000000 + (i * 7919) % 1000003"}),
        ("conversation", CITIZENS, "state LIKE '%offered%'", {"citizen_id": citizen}),
        ("complaint", COMPLAINTS, "1", {**own, "number": f"number_of({FIRST_ID} + i)", "citizen_id": citizen}),
        ("complaint_event", EVENTS, "1", {**own, "complaint_id": complaint, "source": "'telegram:1:' || i"}),
        ("timer", COMPLAINTS, "1", {**own, "object_id": complaint}),
        ("inbox", INBOX, "1", {**own, "external_id": "2000000000 + i", "received_at": WHEN}),
        (
            "outbox",
            OUTBOX,
            of_recorded,
            {
                **own,
                **sent,
                "key": "'reply:telegram:' || (2000000000 + i) || ':0'",
                "address": "1000000000 + (i * 7919) % 1000003",
                "citizen_id": citizen,
                "complaint_id": f"CASE WHEN complaint_id IS NULL THEN NULL ELSE {complaint} END",
            },
        ),
    ]


def _fill(connection: sqlite3.Connection, table: str, count: int, model: str, values: dict[str, str]) -> None:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    # A table of its own, for what is copied must not grow while it is copied.
    connection.execute(MODEL.format(table=table, which=model))
    models = connection.execute("SELECT count(*) FROM model").fetchone()[0]
    assert models, f"no {table} was recorded"
    chosen = ", ".join(values.get(column, f"model.{column}") for column in columns)
    connection.execute(
        f"{COUNTED.format(count=count)} INSERT INTO {table} ({', '.join(columns)}) "  # noqa: S608 - our own words
        f"SELECT {chosen} FROM counted JOIN model ON model.place = counted.i % {models}"
    )
    connection.execute("DROP TABLE model")
