"""Messages leave the outbox in order, each held by one process, and every way out leads to the right state."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from storage import claims, lanes, outbox
from storage.claims import Claimed, Outcome
from storage.database import Database
from storage.models import Address, Citizen, OutboxState, Priority
from tests.storage.letters import LANE, letter, post, rows, states

MINUTE = timedelta(minutes=1)


def _claim(
    database: Database, now: datetime, *, limit: int = 10, by: str = "me", spare: Sequence[str] = ()
) -> list[Claimed]:
    with database.write() as session:
        return claims.claim(session, LANE, limit=limit, by=by, now=now, lease=MINUTE, spare=spare)


def _mark(database: Database, *outcomes: Outcome, by: str = "me") -> None:
    with database.write() as session:
        claims.mark(session, outcomes, by=by)


def _written(database: Database, address: str, at: datetime | None, now: datetime) -> int:
    """A citizen whose last message from ``address`` came ``at``."""
    with database.write() as session:
        citizen = Citizen(created_at=now)
        session.add(citizen)
        session.flush()
        session.add(
            Address(citizen_id=citizen.id or 0, channel="telegram", value=address, last_inbound_at=at, created_at=now)
        )
    return citizen.id or 0


def test_messages_are_claimed_by_priority_then_in_order(database: Database, now: datetime) -> None:
    late, early = now - MINUTE, now - 2 * MINUTE
    ids = post(
        database,
        [
            letter(now, "1", Priority.BROADCAST, due_at=early),
            letter(now, "2", Priority.NOTIFICATION),
            letter(now, "3", Priority.REPLY),
            letter(now, "4", Priority.REPLY, due_at=late),
            letter(now, "5", Priority.EMERGENCY),
        ],
        now,
    )

    assert [row.id for row in _claim(database, now)] == [ids[4], ids[3], ids[2], ids[1], ids[0]]


def test_only_what_is_due_on_the_lane_and_not_expired_is_claimed(database: Database, now: datetime) -> None:
    post(
        database,
        [
            letter(now, "1", due_at=now + MINUTE),
            letter(now, "2", lane="telegram:2"),
            letter(now, "3", expires_at=now),
            letter(now, "4", state="withheld"),
        ],
        now,
    )

    assert _claim(database, now) == []


def test_a_claimed_message_is_nobody_elses_and_knows_its_attempt(database: Database, now: datetime) -> None:
    post(database, [letter(now, "1"), letter(now, "2")], now)

    first = _claim(database, now, limit=1, by="me")
    second = _claim(database, now, by="you")

    assert [row.address for row in first + second] == ["1", "2"]
    assert (first[0].attempts, first[0].lease_until, first[0].doubtful) == (1, now + MINUTE, False)
    assert _claim(database, now, by="third") == []


def test_a_chat_gets_one_message_at_a_time_while_others_go_on(database: Database, now: datetime) -> None:
    first, second, other = post(database, [letter(now, "1"), letter(now, "1"), letter(now, "2")], now)

    claimed = _claim(database, now)
    assert [row.id for row in claimed] == [first, other]
    assert _claim(database, now) == []

    _mark(database, Outcome(claimed[0], OutboxState.SENT, now, ("17",)))
    assert [row.id for row in _claim(database, now)] == [second]


def test_a_message_waits_behind_one_of_its_chat_that_is_to_be_tried_again(database: Database, now: datetime) -> None:
    post(database, [letter(now), letter(now)], now)
    (first,) = _claim(database, now)
    _mark(database, Outcome(first, OutboxState.RETRY, now, due_at=now + MINUTE))

    assert _claim(database, now) == []
    assert [row.id for row in _claim(database, now + MINUTE)] == [first.id]


@pytest.mark.parametrize("priority", [Priority.EMERGENCY, Priority.REPLY])
def test_something_more_urgent_does_not_wait_behind_a_retry(
    database: Database, now: datetime, priority: Priority
) -> None:
    post(database, [letter(now, priority=Priority.NOTIFICATION)], now)
    (first,) = _claim(database, now)
    _mark(database, Outcome(first, OutboxState.RETRY, now, due_at=now + MINUTE))
    urgent = post(database, [letter(now, priority=priority)], now)

    assert [row.id for row in _claim(database, now)] == urgent


def test_a_message_for_tomorrow_holds_nothing_up(database: Database, now: datetime) -> None:
    _, today = post(database, [letter(now, due_at=now + timedelta(days=1)), letter(now)], now)

    assert [row.id for row in _claim(database, now)] == [today]


def test_spared_chats_are_passed_over(database: Database, now: datetime) -> None:
    post(database, [letter(now, "1"), letter(now, "2"), letter(now, "3")], now)

    assert [row.address for row in _claim(database, now, spare=["1", "3"])] == ["2"]


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (OutboxState.SENT, ("sent", True, None)),
        (OutboxState.FAILED, ("failed", False, "why")),
        (OutboxState.UNKNOWN, ("unknown", False, "why")),
        (OutboxState.RETRY, ("retry", False, "why")),
    ],
)
def test_an_outcome_ends_the_claim(
    database: Database, now: datetime, state: OutboxState, expected: tuple[str, bool, str | None]
) -> None:
    post(database, [letter(now)], now)
    (claimed,) = _claim(database, now)
    _mark(database, Outcome(claimed, state, now, error=expected[2]))

    (row,) = rows(database)
    assert (row.state, row.sent_at == now, row.error) == expected
    assert (row.claimed_by, row.lease_until, row.attempts, row.due_at) == (None, None, 1, now)


def test_whatever_a_provider_says_can_be_written_down(database: Database, now: datetime) -> None:
    """A result that could not be stored would be tried again for ever, and its lane would stand still."""
    post(database, [letter(now)], now)
    (claimed,) = _claim(database, now)
    _mark(database, Outcome(claimed, OutboxState.FAILED, now, ("9" * 500, "8" * 500), "\0" + "x" * 1000))

    assert [(row.state, row.error) for row in rows(database)] == [("failed", "x" * 500)]


def test_hundreds_are_marked_at_once(database: Database, now: datetime) -> None:
    post(database, [letter(now, str(number)) for number in range(300)], now)
    claimed = _claim(database, now, limit=300)
    _mark(database, *(Outcome(row, OutboxState.SENT, now, (f"m{row.address}",)) for row in claimed))

    assert {(row.state, row.provider_id == f"m{row.address}") for row in rows(database)} == {("sent", True)}


def test_parts_already_delivered_are_remembered_for_the_next_attempt(database: Database, now: datetime) -> None:
    post(database, [letter(now)], now)
    (claimed,) = _claim(database, now)
    _mark(database, Outcome(claimed, OutboxState.RETRY, now, ("17", "18"), "gone", due_at=now))
    (again,) = _claim(database, now)
    assert (again.parts, again.attempts) == (2, 2)

    _mark(database, Outcome(again, OutboxState.SENT, now, ("19",)))

    with database.read() as session:
        found = [outbox.by_provider_id(session, "telegram", "700", provider_id) for provider_id in ("17", "18", "19")]
    assert all(found)
    assert (rows(database)[0].provider_id, rows(database)[0].parts) == ("17", 3)


def test_released_messages_were_never_tried(database: Database, now: datetime) -> None:
    post(database, [letter(now, "1"), letter(now, "2")], now)
    fresh, tried = _claim(database, now)
    _mark(database, Outcome(tried, OutboxState.RETRY, now, due_at=now))
    (tried,) = _claim(database, now)
    with database.write() as session:
        claims.release(session, [fresh, tried], by="me")

    assert [(row.state, row.attempts, row.claimed_by) for row in rows(database)] == [
        ("queued", 0, None),
        ("retry", 1, None),
    ]


def test_a_renewed_lease_is_not_taken_back(database: Database, now: datetime) -> None:
    post(database, [letter(now)], now)
    claimed = _claim(database, now)
    with database.write() as session:
        claims.renew(session, claimed, by="me", until=now + 3 * MINUTE)
        assert claims.recover_expired(session, now + 2 * MINUTE) == []

    assert states(database) == ["claimed"]


def test_what_a_dead_process_held_is_repeated_unless_it_is_a_broadcast(database: Database, now: datetime) -> None:
    post(database, [letter(now, str(number), priority) for number, priority in enumerate(Priority)], now)
    _claim(database, now)
    with database.write() as session:
        assert claims.recover_expired(session, now + MINUTE) == []
        assert claims.recover_expired(session, now + 2 * MINUTE) == [LANE] * 4

    assert dict(zip(Priority, states(database), strict=True)) == {
        Priority.EMERGENCY: "retry",
        Priority.REPLY: "retry",
        Priority.NOTIFICATION: "retry",
        Priority.BROADCAST: "unknown",
    }
    assert [row.doubtful for row in _claim(database, now + 2 * MINUTE)] == [True] * 3


def test_that_a_message_was_sent_counts_even_after_its_lease_ran_out(database: Database, now: datetime) -> None:
    post(database, [letter(now, "1"), letter(now, "2", Priority.BROADCAST)], now)
    claimed = _claim(database, now)
    with database.write() as session:
        claims.recover_expired(session, now + 2 * MINUTE)
    _mark(database, *(Outcome(row, OutboxState.SENT, now, ("17",)) for row in claimed))

    assert states(database) == ["sent", "sent"]


def test_other_outcomes_do_not_count_once_somebody_else_holds_the_message(database: Database, now: datetime) -> None:
    post(database, [letter(now)], now)
    (mine,) = _claim(database, now, by="me")
    with database.write() as session:
        claims.recover_expired(session, now + 2 * MINUTE)
    _claim(database, now + 2 * MINUTE, by="you")

    _mark(database, Outcome(mine, OutboxState.FAILED, now, error="blocked"), by="me")
    with database.write() as session:
        claims.release(session, [mine], by="me")
        claims.renew(session, [mine], by="me", until=now)

    (row,) = rows(database)
    assert (row.state, row.claimed_by, row.error, row.lease_until) == (
        "claimed",
        "you",
        "interrupted",
        now + 3 * MINUTE,
    )


def test_broadcasts_are_tried_again_where_the_provider_can_be_asked_first(database: Database, now: datetime) -> None:
    post(database, [letter(now, priority=Priority.BROADCAST)], now)
    _claim(database, now)
    with database.write() as session:
        claims.recover_expired(session, now + 2 * MINUTE, asking=[LANE])

    assert [(row.state, row.error) for row in rows(database)] == [("retry", "interrupted")]


def test_a_process_that_starts_takes_back_its_own_claims_whatever_their_lease(
    database: Database, now: datetime
) -> None:
    post(database, [letter(now, "1"), letter(now, "2")], now)
    _claim(database, now, limit=1, by="me")
    _claim(database, now, by="you")
    with database.write() as session:
        assert claims.recover_expired(session, now, mine="me") == [LANE]

    assert states(database) == ["retry", "claimed"]


def test_the_ids_of_other_messages_to_a_chat_are_known(database: Database, now: datetime) -> None:
    post(database, [letter(now, "1"), letter(now, "2"), letter(now, "1")], now)
    _mark(database, *(Outcome(row, OutboxState.SENT, now, (f"to {row.address}",)) for row in _claim(database, now)))
    (row,) = _claim(database, now)

    with database.read() as session:
        assert claims.known_ids(session, row) == {"to 1"}


def test_what_is_too_late_fails_as_expired(database: Database, now: datetime) -> None:
    post(
        database,
        [
            letter(now, "1", expires_at=now),
            letter(now, "2", expires_at=now, state="withheld"),
            letter(now, "3", expires_at=now + MINUTE),
            letter(now, "4"),
        ],
        now,
    )
    with database.write() as session:
        claims.recover_expired(session, now)

    assert states(database) == ["failed", "failed", "queued", "queued"]
    assert rows(database)[0].error == "expired"


@pytest.mark.parametrize(
    ("wrote", "state"), [(None, "withheld"), (-2 * MINUTE, "withheld"), (MINUTE, "queued")], ids=str
)
def test_a_message_is_withheld_unless_its_citizen_has_just_written(
    database: Database, now: datetime, wrote: timedelta | None, state: str
) -> None:
    _written(database, "700", now + wrote if wrote else None, now)
    post(database, [letter(now)], now)
    claimed = _claim(database, now)
    with database.write() as session:
        claims.withhold(session, claimed, by="me", since=now)

    assert [(row.state, row.attempts) for row in rows(database)] == [(state, 0)]


def test_a_withheld_message_goes_out_when_the_citizen_writes(database: Database, now: datetime) -> None:
    citizen_id = _written(database, "700", None, now)
    post(database, [letter(now, citizen_id=citizen_id)], now)
    claimed = _claim(database, now)
    with database.write() as session:
        claims.withhold(session, claimed, by="me", since=now)
        assert outbox.release_withheld(session, citizen_id, channel="telegram") == {LANE}

    assert [row.id for row in _claim(database, now)] == [claimed[0].id]


def test_a_message_coming_in_while_we_withhold_is_not_overlooked(postgres_database: Database, now: datetime) -> None:
    """The citizen's transaction is open: withholding waits for it, and then sees that they have written."""
    database = postgres_database
    citizen_id = _written(database, "700", None, now)
    post(database, [letter(now, citizen_id=citizen_id)], now)
    claimed = _claim(database, now)

    def withhold() -> None:
        with database.write() as session:
            claims.withhold(session, claimed, by="me", since=now)

    thread = threading.Thread(target=withhold)
    with database.write() as session:
        address = session.get_one(Address, 1)
        address.last_inbound_at = now + MINUTE
        session.flush()
        assert outbox.release_withheld(session, citizen_id, channel="telegram") == set()
        thread.start()
        thread.join(0.2)
        assert thread.is_alive()
    thread.join()

    assert states(database) == ["queued"]


def test_two_processes_never_hold_two_messages_of_one_chat(postgres_database: Database, now: datetime) -> None:
    """The lane's row makes the second wait until the first has committed its claim."""
    database = postgres_database
    post(database, [letter(now), letter(now)], now)
    seen: list[Claimed] = []

    def claim_too() -> None:
        with database.write() as session:
            lanes.look(session, LANE, now=now, pace=30, ahead=MINUTE)
            seen.extend(claims.claim(session, LANE, limit=9, by="you", now=now, lease=MINUTE))

    thread = threading.Thread(target=claim_too)
    with database.write() as session:
        lanes.look(session, LANE, now=now, pace=30, ahead=MINUTE)
        mine = claims.claim(session, LANE, limit=9, by="me", now=now, lease=MINUTE)
        thread.start()
        thread.join(0.2)
    thread.join()

    assert (len(mine), seen) == (1, [])


def test_a_claim_looks_at_each_messages_own_chat_only(database: Database, now: datetime) -> None:
    """Without statistics PostgreSQL once compared every message with every other: 100 ms for a claim."""
    post(database, [letter(now, str(number)) for number in range(200)], now)
    statements: list[tuple[str, Any]] = []

    def remember(_connection: Any, _cursor: Any, statement: str, values: Any, _context: Any, _many: bool) -> None:
        statements.append((statement, values))

    event.listen(database.engine, "before_cursor_execute", remember)
    _claim(database, now)
    event.remove(database.engine, "before_cursor_execute", remember)
    claim, values = statements[-1]
    explain = "EXPLAIN QUERY PLAN" if database.sqlite else "EXPLAIN"
    with database.read() as session:
        steps = session.connection().exec_driver_sql(f"{explain} {claim}", values)
        plan = " ".join(str(step[-1]) for step in steps)

    assert "ix_outbox_due" in plan
    assert "ix_outbox_chat" in plan
    assert ("lane=? AND address=?" if database.sqlite else "(address)::text = (due.address)::text") in plan
    assert "Join Filter" not in plan
