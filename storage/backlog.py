"""How much waits to be sent, and for how long: figures for whoever watches over the service."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func
from sqlmodel import Session, col, select, text

from storage.models import Outbox, OutboxState

# Written out, not bound: only so do both databases see that a partial index answers it. States that rows only ever pile
# up in (sent, failed, unknown) are not counted here: that would read the whole table.
WAITING = text("state IN ('queued', 'retry')")
OPEN = (WAITING, text("state = 'claimed'"), text("state = 'withheld'"))
OPEN_STATES = (OutboxState.QUEUED, OutboxState.RETRY, OutboxState.CLAIMED, OutboxState.WITHHELD)


def open_rows(session: Session) -> dict[str, int]:
    """How many messages are in each state in which something is still to be done."""
    counted = dict.fromkeys(map(str, OPEN_STATES), 0)
    for condition in OPEN:
        query = select(Outbox.state, func.count()).where(condition).group_by(col(Outbox.state))
        counted.update({str(state): count for state, count in session.exec(query)})
    return counted


def oldest_due(session: Session, *, now: dt.datetime) -> float:
    """Seconds for which the most overdue message has been waiting; 0 when none is."""
    query = select(func.min(Outbox.due_at)).where(WAITING, col(Outbox.due_at) <= now)
    due: dt.datetime | None = session.exec(query).one()
    return max(0.0, (now - due).total_seconds()) if due is not None else 0.0
