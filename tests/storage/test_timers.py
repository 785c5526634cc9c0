"""Timers fire once, when they are due, and not after they were called off."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

from storage import timers
from storage.database import Database

HOUR = timedelta(hours=1)


def _due(database: Database, now: datetime, limit: int = 100) -> list[timers.Due]:
    with database.read() as session:
        return timers.due(session, now=now, limit=limit)


def _take(database: Database, timer: timers.Due) -> bool:
    with database.write() as session:
        return timers.take(session, timer)


def test_a_timer_is_due_from_its_time_on(database: Database, now: datetime) -> None:
    with database.write() as session:
        timers.start(session, "remind", 7, version=3, due_at=now)

    assert _due(database, now - timedelta(microseconds=1)) == []
    assert _due(database, now) == [timers.Due("remind", 7, 3, now)]


def test_due_timers_come_oldest_first_and_no_more_than_asked_for(database: Database, now: datetime) -> None:
    with database.write() as session:
        for hours in (2, 3, 1):
            timers.start(session, "remind", hours, due_at=now - hours * HOUR)

    assert [timer.object_id for timer in _due(database, now, limit=2)] == [3, 2]


def test_a_timer_started_again_moves(database: Database, now: datetime) -> None:
    with database.write() as session:
        timers.start(session, "remind", 7, due_at=now)
        timers.start(session, "remind", 7, due_at=now + HOUR)

    assert _due(database, now) == []
    assert _due(database, now + HOUR) == [timers.Due("remind", 7, 0, now + HOUR)]


def test_a_timer_called_off_does_not_fire_even_if_it_was_seen_before(database: Database, now: datetime) -> None:
    with database.write() as session:
        timers.start(session, "remind", 7, version=1, due_at=now)
        timers.start(session, "remind", 7, version=2, due_at=now)
        timers.start(session, "expire", 7, due_at=now)
    seen = _due(database, now)
    with database.write() as session:
        timers.cancel(session, "remind", 7)

    assert [(timer.purpose, _take(database, timer)) for timer in seen] == [
        ("remind", False),
        ("remind", False),
        ("expire", True),
    ]


def test_a_timer_moved_after_it_was_seen_is_not_taken(database: Database, now: datetime) -> None:
    with database.write() as session:
        timers.start(session, "remind", 7, due_at=now)
    (seen,) = _due(database, now)
    with database.write() as session:
        timers.start(session, "remind", 7, due_at=now + HOUR)

    assert not _take(database, seen)


def test_each_timer_is_taken_by_one_of_many(database: Database, now: datetime) -> None:
    with database.write() as session:
        for number in range(20):
            timers.start(session, "remind", number, due_at=now)
    taken: list[int] = []

    def work() -> None:
        taken.extend(timer.object_id for timer in _due(database, now) if _take(database, timer))

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sorted(taken) == list(range(20))


def test_a_timer_whose_work_failed_is_still_there(database: Database, now: datetime) -> None:
    with database.write() as session:
        timers.start(session, "remind", 7, due_at=now)
    (seen,) = _due(database, now)
    try:
        with database.write() as session:
            timers.take(session, seen)
            raise RuntimeError
    except RuntimeError:
        pass

    assert _due(database, now) == [seen]
