"""What waits in the outbox for an address nobody sends to: whoever sits there reads it. So the terminal hears."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, text
from sqlmodel import Session, col, func, select, update

from storage.models import Outbox, OutboxState

# Written out, not bound: only then do the databases see that their index of unsent messages fits.
WAITING = text("state IN ('queued', 'retry')")


def take(session: Session, channel: str, address: str, *, now: datetime) -> list[dict[str, Any]]:
    """The bodies of the messages due for that address, oldest first; each is given out once, to one reader."""
    query = select(Outbox).where(*_lanes_of(channel, address), WAITING, col(Outbox.due_at) <= now)
    rows = session.exec(query.order_by(col(Outbox.id)).with_for_update(skip_locked=True)).all()
    if rows:
        taken = update(Outbox).where(col(Outbox.id).in_([row.id for row in rows]))
        session.exec(taken.values(state=OutboxState.SENT, sent_at=now))
    return [row.body for row in rows if row.expires_at is None or row.expires_at > now]


def next_due(session: Session, channel: str, address: str) -> datetime | None:
    """When the next message for that address is due, in the past if it is already; None if none waits."""
    return session.exec(select(func.min(Outbox.due_at)).where(*_lanes_of(channel, address), WAITING)).one()


def _lanes_of(channel: str, address: str) -> tuple[ColumnElement[bool], ...]:
    """A process that does not have the channel itself writes its messages to the lane ``…:off``."""
    return col(Outbox.lane).in_((channel, f"{channel}:off")), col(Outbox.address) == address
