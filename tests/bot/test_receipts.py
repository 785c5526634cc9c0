"""A status callback counts whenever it comes, and undoes what the answer to the request had promised."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import permutations

import pytest
from sqlmodel import select

from bot.channels.base import Blocked, OutsideWindow, Refused, SendError, Unreachable
from bot.channels.whatsapp_status import StatusUpdate
from bot.receipts import Receipts
from storage.database import Database
from storage.models import Address, Citizen, Outbox, OutboxState
from tests.fakes import HandClock

PERSON = "whatsapp:+6281200000001"


@pytest.fixture
def receipts(database: Database, clock: HandClock) -> Receipts:
    return Receipts(database, clock.now)


@pytest.fixture
def row(database: Database, now: datetime) -> int:
    """A message to a citizen that Twilio has taken as SM1."""
    with database.write() as session:
        citizen = Citizen(created_at=now)
        session.add(citizen)
        session.flush()
        assert citizen.id is not None
        session.add(Address(citizen_id=citizen.id, channel="whatsapp", value=PERSON, created_at=now))
        sent = Outbox(
            key="k",
            lane="whatsapp:x",
            channel="whatsapp",
            address=PERSON,
            citizen_id=citizen.id,
            priority=10,
            state=OutboxState.SENT,
            body={"text": "x"},
            created_at=now,
            due_at=now,
            sent_at=now,
            provider_id="SM1",
        )
        session.add(sent)
        session.flush()
        assert sent.id is not None
        return sent.id


def stored(database: Database, row: int) -> Outbox:
    with database.read() as session:
        return session.get_one(Outbox, row)


def unreachable_since(database: Database) -> datetime | None:
    with database.read() as session:
        return session.exec(select(Address)).one().unreachable_at


def test_the_furthest_state_stands_in_whatever_order_they_come(
    database: Database, receipts: Receipts, row: int
) -> None:
    for order in permutations(("sent", "delivered", "read")):
        with database.write() as session:
            session.get_one(Outbox, row).provider_state = ""
        for state in order:
            receipts.settle(StatusUpdate(row, "SM1", state))

        assert (OutboxState.SENT, "read") == (stored(database, row).state, stored(database, row).provider_state)


@pytest.mark.parametrize(
    ("error", "state", "unreachable"),
    [
        (OutsideWindow("63016"), OutboxState.WITHHELD, False),
        (Refused("63021"), OutboxState.FAILED, False),
        (Blocked("63014"), OutboxState.FAILED, True),
        (Unreachable("63024"), OutboxState.FAILED, True),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, SendError) else str(value),
)
def test_a_failure_undoes_the_sending_and_says_what_it_means_for_the_address(
    database: Database, receipts: Receipts, row: int, error: SendError, state: str, unreachable: bool
) -> None:
    receipts.settle(StatusUpdate(row, "SM1", "failed", error))

    assert (state, f"failed: {error}") == (stored(database, row).state, stored(database, row).error)
    assert unreachable == (unreachable_since(database) is not None)


def test_a_failure_reported_again_after_the_message_was_sent_anew_changes_nothing(
    database: Database, receipts: Receipts, row: int, now: datetime
) -> None:
    receipts.settle(StatusUpdate(row, "SM1", "failed", OutsideWindow("63016")))
    with database.write() as session:
        again = session.get_one(Outbox, row)
        again.state, again.provider_id, again.sent_at = OutboxState.SENT, "SM2", now + timedelta(hours=1)

    receipts.settle(StatusUpdate(row, "SM1", "undelivered", OutsideWindow("63016")))

    assert (OutboxState.SENT, "") == (stored(database, row).state, stored(database, row).provider_state)


def test_a_failure_after_it_was_read_is_not_believed(database: Database, receipts: Receipts, row: int) -> None:
    receipts.settle(StatusUpdate(row, "SM1", "read"))
    receipts.settle(StatusUpdate(row, "SM1", "failed", Refused("x")))

    assert OutboxState.SENT == stored(database, row).state


def test_a_status_of_no_message_of_ours_is_let_go(database: Database, receipts: Receipts, row: int) -> None:
    receipts.settle(StatusUpdate(None, "SM1", "failed", Refused("x")))
    receipts.settle(StatusUpdate(row + 1, "SM9", "failed", Refused("x")))

    assert OutboxState.SENT == stored(database, row).state
