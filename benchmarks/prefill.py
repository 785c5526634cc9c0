"""A database as it is after years of use, made by SQLite itself out of the rows of a few real conversations."""

from __future__ import annotations

import datetime as dt
import hashlib
import inspect
import shutil
import sqlite3
import sys
import tempfile
from pathlib import Path

from sqlalchemy.schema import CreateTable
from sqlmodel import SQLModel

from benchmarks import program, updates
from handlers.complaints import number
from storage import migrate

INBOX = 1_000_000
COMPLAINTS = 200_000
CITIZENS = 100_000
EVENTS = 3 * COMPLAINTS
OUTBOX = INBOX + COMPLAINTS
BUSY = "perkimlh"  # the agency with every fourth complaint
BUSY_OPEN = COMPLAINTS // 100
CLERKS = 20  # who work there, each with 80 open ones
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
NOW = dt.datetime(2026, 11, 24, 3, 0, tzinfo=dt.UTC)  # when complaints are looked at

# Complaints: five years of them, evenly. Every 25th is open, all over those years, which is the worst that can be for
# whoever reads them; 20 days late to 40 days to go. Every fifth of the busy agency nobody has taken.
MIXED = "(i * 2654435761 % 4294967296 / 65536)"  # 0 to 65,535, as if by chance (Knuth's multiplicative hash)
OPEN = "(i % 25 = 0)"
BUSY_ID = f"(SELECT id FROM agency WHERE code = '{BUSY}')"  # noqa: S608 - our own words, here and below
OFFICER = f"(SELECT id FROM staff WHERE agency_id = {BUSY_ID} ORDER BY id LIMIT 1)"  # noqa: S608
STATUS = (
    f"CASE WHEN {OPEN} THEN CASE i / 100 % 10 WHEN 0 THEN 'received' WHEN 1 THEN 'waiting' WHEN 2 THEN 'received' "
    "WHEN 3 THEN 'taken' WHEN 4 THEN 'taken' ELSE 'processing' END "
    "WHEN i % 100 = 3 THEN 'resolved' WHEN i % 10 = 1 THEN 'rejected' WHEN i % 50 = 2 THEN 'merged' ELSE 'closed' END"
)
FILED = f"datetime('{NOW:%F %T}', '-' || (({COMPLAINTS} - i) * 789) || ' seconds')"
DUE = f"datetime('{NOW:%F %T}', ({MIXED} * 86400 / 65536 - 28800) || ' minutes')"
HOLDER = (  # the first clerk is the one officer whom the template has, who can be written to
    f"CASE WHEN i / 100 % 10 IN (0, 2) OR i % 4 <> 0 THEN NULL WHEN i / 1000 % {CLERKS} = 0 THEN {OFFICER} "
    f"ELSE {FIRST_ID} + i / 1000 % {CLERKS} END"
)
MORE_WORDS = (
    ". Sudah beberapa kali disampaikan kepada ketua RT tetapi belum ada perubahan, warga di sekitar sini sangat "
    "terganggu terutama pada malam hari dan waktu hujan. Mohon kiranya petugas dapat meninjau langsung ke tempatnya, "
    "di seberang warung Uni Eli, kira-kira seratus meter dari simpang. Terima kasih sebelumnya atas perhatian bapak."
)
WORDS = f"model.text || ' nomor ' || i || substr('{MORE_WORDS}', 1, (i * 37) % {len(MORE_WORDS)})"
COMPLAINT = {
    "agency_id": f"CASE WHEN i % 4 = 0 THEN {BUSY_ID} ELSE 1 + {MIXED} % 25 END",
    "assignee_id": HOLDER,
    "status": STATUS,
    "text": WORDS,
    "category_id": f"1 + {MIXED} % 36",
    "area_code": f"'13.74.0' || (1 + {MIXED} % 2) || '.100' || (1 + {MIXED} / 2 % 8)",
    "lat": "CASE WHEN i % 3 THEN -0.49 + (i * 31 % 7000) / 1e5 END",
    "lon": "CASE WHEN i % 3 THEN 100.37 + (i * 37 % 6000) / 1e5 END",
    "created_at": f"{FILED} || '.000000'",
    "updated_at": f"datetime({FILED}, '+' || (i % 20) || ' days') || '.000000'",
    "closed_at": f"CASE WHEN NOT {OPEN} AND i % 100 <> 3 THEN datetime({FILED}, '+9 days') || '.000000' END",
    "due_at": f"CASE WHEN {OPEN} AND i / 100 % 10 <> 1 THEN {DUE} || '.000000' END",
    "due_on": f"CASE WHEN {OPEN} THEN date({DUE}) ELSE date({FILED}, '+7 days') END",
    "outcome": "CASE WHEN i % 25 = 0 OR i % 10 = 1 THEN '' WHEN i % 3 = 0 THEN 'confirmed' ELSE 'unconfirmed' END",
}

# After it was filed the agency has answered each, and every third citizen has written again since.
AGAIN = f"i % {COMPLAINTS} % 3 = 0"
EVENT = {
    "kind": f"CASE i / {COMPLAINTS} WHEN 0 THEN 'filed' WHEN 1 THEN 'replied' "
    f"ELSE CASE WHEN {AGAIN} THEN 'added' ELSE 'noted' END END",
    "actor": f"CASE i / {COMPLAINTS} WHEN 0 THEN 'citizen' WHEN 1 THEN 'staff' "
    f"ELSE CASE WHEN {AGAIN} THEN 'citizen' ELSE 'staff' END END",
}

# The recorded ones stand by threes as well: one to verify, one to answer, one to resolve.
CLOCK = {
    "complaint_id": f"{FIRST_ID} + i / 3",
    "started_at": FILED.replace("- i)", "- i / 3)"),
    "due_at": f"datetime({FILED.replace('- i)', '- i / 3)')}, '+' || (7 * (1 + i % 3)) || ' days')",
    "met_at": f"CASE WHEN i / 3 % 25 <> 0 THEN {FILED.replace('- i)', '- i / 3)')} END",
    "next_at": "CASE WHEN i / 3 % 25 = 0 THEN model.next_at END",
}


def prefilled(folder: Path) -> Path:
    """The file; made once in some tens of seconds, and kept for later runs."""
    source = inspect.getsource(sys.modules[__name__]) + inspect.getsource(updates)
    tables = "".join(str(CreateTable(table)) for table in SQLModel.metadata.sorted_tables)
    tables += "".join(sorted(str(index.name) for table in SQLModel.metadata.sorted_tables for index in table.indexes))
    version = hashlib.sha256((migrate.head() + tables + source).encode()).hexdigest()[:12]
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
        ("staff", CLERKS, "1", {**own, "agency_id": BUSY_ID, "citizen_id": "NULL", "invite_hash": "NULL"}),
        (
            "complaint",
            COMPLAINTS,
            "1",
            {**own, **COMPLAINT, "number": f"number_of({FIRST_ID} + i)", "citizen_id": citizen},
        ),
        ("complaint_event", EVENTS, "1", {**own, **EVENT, "complaint_id": complaint, "source": "'telegram:1:' || i"}),
        ("clock", 3 * COMPLAINTS, "1", {**own, **CLOCK}),
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
