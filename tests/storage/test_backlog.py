"""The backlog counts what is still to be sent, and how long the most overdue has waited."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from storage import backlog
from storage.database import Database
from storage.models import Outbox, OutboxState


def add(session: Session, state: OutboxState, due_at: datetime) -> None:
    session.add(
        Outbox(
            key=f"{state}:{due_at}",
            lane="l",
            channel="console",
            address="a",
            priority=10,
            state=state,
            body={},
            created_at=due_at,
            due_at=due_at,
        )
    )


def test_an_empty_outbox_has_no_backlog(database: Database, now: datetime) -> None:
    with database.read() as session:
        assert {"queued": 0, "retry": 0, "claimed": 0, "withheld": 0} == backlog.open_rows(session)
        assert 0 == backlog.oldest_due(session, now=now)


def test_rows_count_by_state_and_only_due_ones_are_late(database: Database, now: datetime) -> None:
    with database.write() as session:
        add(session, OutboxState.QUEUED, now + timedelta(hours=1))
        add(session, OutboxState.QUEUED, now - timedelta(seconds=30))
        add(session, OutboxState.RETRY, now - timedelta(seconds=90))
        add(session, OutboxState.CLAIMED, now - timedelta(hours=2))
        add(session, OutboxState.WITHHELD, now - timedelta(hours=3))
        add(session, OutboxState.SENT, now - timedelta(hours=4))
    with database.read() as session:
        assert {"queued": 2, "retry": 1, "claimed": 1, "withheld": 1} == backlog.open_rows(session)
        assert 90 == backlog.oldest_due(session, now=now)
