"""A lane keeps its pace to the message, however many processes send on it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from storage import lanes
from storage.database import Database
from tests.fakes import HandClock

LANE = "telegram:1"
PACE = 30.0
AHEAD = timedelta(seconds=0.1)
SECOND = timedelta(seconds=1)


def _draw(database: Database, now: datetime, wanted: int, pace: float = PACE) -> list[datetime]:
    with database.write() as session:
        slots = lanes.look(session, LANE, now=now, pace=pace, ahead=AHEAD)
        return lanes.take(session, LANE, slots, [1 / pace] * min(wanted, slots.count))


def _most_in(window: timedelta, times: Sequence[datetime]) -> int:
    return max(sum(start <= time < start + window for time in times) for start in times)


def test_the_first_message_goes_at_once(database: Database, now: datetime) -> None:
    assert _draw(database, now, 1) == [now]


def test_no_more_is_granted_than_begins_within_the_time_ahead(database: Database, now: datetime) -> None:
    slots = _draw(database, now, 100)

    assert len(slots) == 4
    assert slots[-1] <= now + AHEAD
    assert _draw(database, now, 100) == []


def test_two_workers_together_send_30_a_second_and_never_more_than_31(database: Database, clock: HandClock) -> None:
    start = clock.now()
    sent: list[datetime] = []
    turn = 0
    while clock.now() < start + 10 * SECOND:
        turn += 1
        sent += _draw(database, clock.now(), wanted=1 + turn % 4)
        clock.forward(seconds=0.013 if turn % 2 else 0.029)

    within = [time for time in sent if time < start + 10 * SECOND]
    assert sent == sorted(sent)
    assert len(within) in {300, 301}
    assert _most_in(SECOND, sent) <= 31
    assert _most_in(SECOND / 10, sent) <= 4


def test_a_quiet_lane_saves_nothing_up(database: Database, clock: HandClock) -> None:
    _draw(database, clock.now(), 1)
    clock.forward(hours=1)

    assert len(_draw(database, clock.now(), 100)) == 4


def test_a_dear_message_keeps_the_next_one_waiting_longer(database: Database, now: datetime) -> None:
    with database.write() as session:
        slots = lanes.look(session, LANE, now=now, pace=PACE, ahead=AHEAD)
        times = lanes.take(session, LANE, slots, [0.05, 0.025, 0.025])

    assert [(time - now).total_seconds() for time in times] == [0, 0.05, 0.075]


def test_pushing_back_silences_every_worker(database: Database, clock: HandClock) -> None:
    until = clock.now() + 7 * SECOND
    _draw(database, clock.now(), 1)
    with database.write() as session:
        lanes.push_back(session, LANE, until=until)
        lanes.push_back(session, LANE, until=until - SECOND)

    assert _draw(database, clock.now(), 1) == []
    clock.forward(seconds=6.95)
    assert _draw(database, clock.now(), 1) == [until]


def test_lanes_do_not_share_their_pace(database: Database, now: datetime) -> None:
    _draw(database, now, 100)
    with database.write() as session:
        other = lanes.look(session, "whatsapp:1", now=now, pace=80, ahead=AHEAD)

    assert other == lanes.Slots(now, 9)


@pytest.mark.parametrize("pace", [0.2, 1.0, 80.0, 1000.0])
def test_any_pace_is_kept(sqlite_database: Database, clock: HandClock, pace: float) -> None:
    start = clock.now()
    sent: list[datetime] = []
    span = timedelta(seconds=max(2.0, 10 / pace))
    while clock.now() < start + span:
        sent += _draw(sqlite_database, clock.now(), 1000, pace)
        clock.forward(seconds=0.05)

    expected = span.total_seconds() * pace
    assert expected <= sum(time < start + span for time in sent) <= expected + 1
