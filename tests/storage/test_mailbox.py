"""Messages for an address nobody sends to are read by whoever sits there, once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from storage import mailbox, outbox
from storage.database import Database
from storage.outbox import Letter


def put(database: Database, now: datetime, key: str, **changes: Any) -> None:
    """Write a message to the terminal of somebody."""
    given: dict[str, Any] = {
        "key": key,
        "lane": "console",
        "channel": "console",
        "address": "warga",
        "citizen_id": None,
        "complaint_id": None,
        "priority": 10,
        "body": {"text": key},
        "due_at": now,
    }
    with database.write() as session:
        outbox.enqueue(session, [Letter(**(given | changes))], now=now)


def read(database: Database, now: datetime, address: str = "warga") -> list[str]:
    """What is read at that address now."""
    with database.write() as session:
        return [body["text"] for body in mailbox.take(session, "console", address, now=now)]


def test_messages_are_read_in_order_and_once(database: Database, now: datetime) -> None:
    put(database, now, "first", priority=20)
    put(database, now, "second", lane="console:off")

    assert read(database, now) == ["first", "second"]
    assert read(database, now) == []


def test_nobody_reads_what_is_for_others_or_for_later_or_too_old(database: Database, now: datetime) -> None:
    put(database, now, "other", address="staff-1")
    put(database, now, "telegram", lane="telegram:1", channel="telegram")
    put(database, now, "later", due_at=now + timedelta(seconds=1))
    put(database, now, "old", expires_at=now)

    assert read(database, now) == []
    assert read(database, now, "staff-1") == ["other"]
    assert read(database, now + timedelta(seconds=1)) == ["later"]


def test_the_next_message_is_foreseen(database: Database, now: datetime) -> None:
    with database.read() as session:
        assert mailbox.next_due(session, "console", "warga") is None
    put(database, now, "later", due_at=now + timedelta(seconds=2))
    put(database, now, "sooner", due_at=now + timedelta(seconds=1))

    with database.read() as session:
        assert mailbox.next_due(session, "console", "warga") == now + timedelta(seconds=1)
