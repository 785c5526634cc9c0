"""When the classifier is trained: once a night, whatever restarts."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot.chores import Chores
from handlers.routing import nightly, training
from storage import routing_models
from storage.database import Database
from tests.city import City
from tests.fakes import HandClock
from tests.handlers.routing.texts import complaints

ZONE = ZoneInfo("Asia/Jakarta")  # UTC+7, so 02.30 is 19.30 UTC of the day before


@pytest.mark.parametrize(
    ("now", "night"),
    [("2026-01-01T19:29", "2026-01-01T19:30"), ("2026-01-01T19:30", "2026-01-02T19:30")],
)
def test_it_is_time_at_half_past_two_in_the_city(now: str, night: str) -> None:
    moment = dt.datetime.fromisoformat(now).replace(tzinfo=dt.UTC)

    assert nightly.next_night(moment, ZONE) == dt.datetime.fromisoformat(night).replace(tzinfo=dt.UTC)


def test_each_night_asks_once_and_sets_the_next(database: Database, clock: HandClock) -> None:
    city, asked = City(database, clock), 0
    chores = [Chores(city.desk), Chores(city.desk)]  # of two processes
    for _ in range(2):  # and started twice
        with database.write() as session:
            nightly.arm(session, clock.now(), ZONE)
    for _ in range(3 * 24):
        clock.forward(hours=1)
        for each in chores:
            each.ring()
            with database.write() as session:
                asked += routing_models.claim(session)

    assert asked == 3


def test_a_new_model_reaches_a_running_city(database: Database, clock: HandClock) -> None:
    """The agencies it knows and the city does not are never suggested."""
    city = City(database, clock)
    text = "aspal berlubang di jalan"
    assert city.desk.city().suggest(text) == []

    unknown = [type(each)(each.text, "elsewhere", each.at) for each in complaints(5)]
    body = training.train([*complaints(60), *unknown])
    with database.write() as session:
        routing_models.put_in_use(session, trained_at=clock.now(), examples=65, scores={}, body=body, rival=body)
    city.follow()
    suggested = city.desk.city().suggest(text, limit=9)

    assert suggested[0].agency_code == "dpupr"
    assert {each.agency_code for each in suggested} == {"dpupr", "disdukcapil", "perkimlh"}
