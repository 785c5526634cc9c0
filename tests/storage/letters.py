"""Letters as tests need them, and a look at what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import count
from typing import Any

from sqlmodel import col, select

from storage import outbox
from storage.database import Database
from storage.models import PRIORITIES, Outbox, Priority

LANE = "telegram:1"
_number = count(1)


def letter(now: datetime, address: str = "700", priority: Priority = Priority.REPLY, **changes: Any) -> outbox.Letter:
    """A letter due now, with a key of its own."""
    values: dict[str, Any] = {
        "key": f"test:{next(_number)}",
        "lane": LANE,
        "channel": "telegram",
        "address": address,
        "citizen_id": None,
        "complaint_id": None,
        "priority": PRIORITIES[priority],
        "body": {"text": "Halo"},
        "due_at": now,
    }
    return outbox.Letter(**values | changes)


def post(database: Database, letters: Iterable[outbox.Letter], now: datetime) -> list[int]:
    """Enqueue letters that are all new; returns their ids."""
    with database.write() as session:
        ids = outbox.enqueue(session, list(letters), now=now)
    return [row_id for row_id in ids if row_id is not None]


def rows(database: Database) -> list[Outbox]:
    """Every row, in the order they came in."""
    with database.read() as session:
        return list(session.exec(select(Outbox).order_by(col(Outbox.id))))


def states(database: Database) -> list[str]:
    """The state of every row, in the order they came in."""
    return [row.state for row in rows(database)]
