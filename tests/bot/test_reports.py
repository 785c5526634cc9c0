"""The morning's summary on both databases: however many look at the same moment, it is told once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from sqlmodel import select

from bot.chores import Chores
from bot.media import Media
from bot.reports import Reports
from storage.database import Database
from storage.models import Outbox, Timer
from storage.timers import Due
from tests.city import City
from tests.fakes import HandClock
from tests.stock import put

WEDNESDAY = dt.datetime(2026, 11, 25, 0, 30, tzinfo=dt.UTC)  # 07.30 in Padang Panjang, when offices open


def test_two_that_look_at_the_same_moment_tell_it_once(database: Database, clock: HandClock, tmp_path: Path) -> None:
    """Both have seen the timer run out before either takes it."""
    city = City(database, clock)
    Reports(city.desk, Media(tmp_path, secret_key="k" * 32, types=(), max_bytes=1)).arm()
    city.officer("perkimlh", "Budi")
    put(city)
    city.clock.forward(seconds=(WEDNESDAY - city.clock.now()).total_seconds())
    with city.database.read() as session:
        due = [timer for timer in session.exec(select(Timer)) if timer.due_at <= WEDNESDAY]
    for _ in range(2):
        for timer in due:
            Chores(city.desk)._do(Due(timer.purpose, timer.object_id, timer.version, timer.due_at))
    with city.database.read() as session:
        keys = [key for key in session.exec(select(Outbox.key)) if key.startswith("digest:")]

    assert len(keys) == 1
