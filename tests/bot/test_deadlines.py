"""Deadlines told of in time and once: to those who handle a complaint, then their head, then the city's desk."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select

from bot.deadlines import Deadlines
from storage.database import Database
from storage.models import Clock, ComplaintEvent, EventKind
from tests.city import City, Person, files
from tests.fakes import HandClock

JAKARTA = ZoneInfo("Asia/Jakarta")


@pytest.fixture
def city(database: Database, clock: HandClock) -> City:
    """It is Tuesday, 24 November 2026, 10.00."""
    return City(database, clock)


@pytest.fixture
def deadlines(city: City) -> Deadlines:
    return Deadlines(city.desk)


def at(city: City, said: str) -> None:
    """Let the time come."""
    moment = datetime.fromisoformat(f"2026-{said}").replace(tzinfo=JAKARTA).astimezone(UTC)
    assert moment >= city.clock.now()
    city.clock.forward(seconds=(moment - city.clock.now()).total_seconds())


def sweep(city: City, deadlines: Deadlines) -> int:
    """Look at what is due, and let everybody read."""
    for person in city.people:
        person.read = len(person.heard)
    count = deadlines.sweep()
    city.deliver()
    return count


def told(city: City) -> list[tuple[str, str, str]]:
    """What the logs say about deadlines: kind, clock, level."""
    with city.database.read() as session:
        kinds = (EventKind.WARNED, EventKind.ESCALATED)
        query = select(ComplaintEvent).where(col(ComplaintEvent.kind).in_(kinds)).order_by(col(ComplaintEvent.id))
        return [(row.kind, row.data["clock"], row.data.get("level", "")) for row in session.exec(query)]


def clocks(city: City) -> dict[str, Clock]:
    """Those of the complaint filed last."""
    with city.database.read() as session:
        rows = session.exec(select(Clock).order_by(col(Clock.complaint_id))).all()
        return {row.name: row for row in rows}


def due(city: City, name: str) -> str:
    """When it is due, by the clocks of the city."""
    return clocks(city)[name].due_at.astimezone(JAKARTA).strftime("%m-%d %H:%M")


@pytest.fixture
def budi(city: City) -> Person:
    return city.officer("perkimlh", "Budi")


@pytest.fixture
def head(city: City) -> Person:
    return city.officer("perkimlh", "Rina", role="head", channel="whatsapp")


@pytest.fixture
def sekda(city: City) -> Person:
    return city.officer("setda", "Anwar", role="head")


def test_a_complaint_has_three_deadlines_in_its_agency_s_working_time(city: City, budi: Person) -> None:
    files(city.citizen())

    assert {name: due(city, name) for name in clocks(city)} == {
        "verify": "11-27 16:30",
        "respond": "12-01 16:00",
        "resolve": "12-14 16:00",
    }
    [complaint] = city.complaints()
    assert complaint.due_on.isoformat() == "2026-12-01"
    assert complaint.due_at == clocks(city)["verify"].due_at


def test_each_stage_is_told_once_to_whom_it_is_for(
    city: City, deadlines: Deadlines, budi: Person, head: Person, sekda: Person
) -> None:
    number = files(city.citizen())
    at(city, "11-27 07:29")
    assert sweep(city, deadlines) == 0
    at(city, "11-27 07:30")
    assert sweep(city, deadlines) == 1
    budi.hears("⏰", number, "diperiksa")
    at(city, "11-27 23:00")
    assert sweep(city, deadlines) == 0
    at(city, "11-30 07:30")
    assert sweep(city, deadlines) == 1
    budi.hears("🔴", number, "27 Nov 2026 16.30")
    assert sekda.new == []
    at(city, "12-01 07:30")
    assert sweep(city, deadlines) == 2  # the head hears of the first, and the answer is due today
    head.hears("🔺", number, "Untuk kepala")
    budi.hears("⏰", number, "jawaban pertama")
    at(city, "12-03 07:30")
    sweep(city, deadlines)
    sekda.hears("🔺🔺", number, "Perkim")
    at(city, "12-31 10:00")
    while sweep(city, deadlines):
        pass

    levels = ("agency", "head", "city")
    escalated = [("escalated", clock, level) for clock in ("verify", "respond", "resolve") for level in levels]
    # Nobody looked on the day before the third deadline: to warn afterwards would be odd.
    assert sorted(told(city)) == sorted([("warned", "verify", ""), ("warned", "respond", ""), *escalated])
