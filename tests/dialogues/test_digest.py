"""The morning's summary: told once, to whom it is for, and not if there is nothing to say. It is Tuesday, 10.00."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlmodel import select

from bot.chores import Chores
from bot.media import Media
from bot.reports import Reports
from handlers.almanac import WEEKDAYS
from handlers.staff import mornings
from storage.models import Agency, Timer
from tests.city import City, Person, snapshot_of
from tests.stock import DAY, change, happened, put

WEDNESDAY = dt.datetime(2026, 11, 25, 0, 30, tzinfo=dt.UTC)  # 07.30 in Padang Panjang, when offices open


@pytest.fixture
def reports(city: City, tmp_path: Path) -> Reports:
    return Reports(city.desk, Media(tmp_path, secret_key="k" * 32, types=("image/png",), max_bytes=10**6))


@pytest.fixture
def chores(city: City, reports: Reports) -> Chores:
    """The timers are set."""
    reports.arm()
    return Chores(city.desk)


def morning(city: City, chores: Chores, at: dt.datetime = WEDNESDAY) -> None:
    """The clock shows ``at``, and whoever looks after timers looks."""
    for person in city.people:
        person.read = len(person.heard)
    city.clock.forward(seconds=(at - city.clock.now()).total_seconds())
    while chores.ring():
        pass
    city.deliver()


@pytest.fixture
def budi(city: City) -> Person:
    return city.officer("perkimlh", "Budi")


def test_the_morning_tells_what_there_is_to_do(city: City, budi: Person, chores: Chores) -> None:
    old = [put(city, due_at=WEDNESDAY - days * DAY) for days in (9, 1, 5, 3)]
    answered = put(city)
    happened(city, answered, "added", "citizen")
    put(city, due_at=WEDNESDAY + dt.timedelta(hours=2))
    put(city, status="resolved", due_at=None)
    change(city, old[0], created_at=WEDNESDAY - 20 * DAY)
    morning(city, chores)
    told = budi.hears("Dinas Perkim LH", "Rabu, 25 November 2026")

    assert "6 baru" in told
    assert "6 belum diambil" in told
    assert "1 tenggatnya hari ini" in told
    assert "4 lewat tenggat" in told
    assert [line.split()[0] for line in told.text.splitlines() if line.startswith("   ")] == [old[0], old[2], old[3]]
    assert "1 sudah dijawab pelapor" in told
    assert "1 dinyatakan selesai" in told
    budi.taps("Lewat 4")
    budi.hears("4 laporan: lewat tenggat")


def test_nothing_to_say_is_not_said(city: City, budi: Person, chores: Chores) -> None:
    put(city, "Jalan berlubang", "jalan")
    morning(city, chores)

    assert budi.new == []


def test_it_is_told_once_however_many_look_and_again_the_next_day(
    city: City, budi: Person, chores: Chores, reports: Reports
) -> None:
    put(city)
    morning(city, chores)
    assert len(budi.new) == 1
    for _ in range(3):
        Chores(city.desk).ring()
        reports.arm()
        chores.ring()
    city.deliver()
    assert len(budi.new) == 1
    morning(city, Chores(city.desk), WEDNESDAY + DAY)
    assert len(budi.new) == 1


def test_offices_are_not_told_on_days_they_are_closed(city: City, budi: Person, chores: Chores) -> None:
    put(city)
    friday = WEDNESDAY + 2 * DAY
    morning(city, chores, friday)
    assert len(budi.new) == 1
    morning(city, chores, friday + 2 * DAY)
    assert budi.new == []
    morning(city, chores, friday + 3 * DAY)
    assert len(budi.new) == 1


def test_after_a_stop_over_the_day_nothing_stale_is_told(city: City, budi: Person, chores: Chores) -> None:
    put(city)
    morning(city, chores, WEDNESDAY + dt.timedelta(hours=12))
    assert budi.new == []
    morning(city, chores, WEDNESDAY + DAY)
    assert len(budi.new) == 1


def test_a_group_is_told_in_place_of_its_members(city: City, budi: Person, chores: Chores) -> None:
    there = budi.in_group()
    there.says("/grup")
    put(city)
    morning(city, chores)

    assert "mati" not in there.hears("1 belum diambil")
    assert budi.new == []


def test_each_may_turn_it_off_and_on_and_ask_for_it(city: City, budi: Person, chores: Chores) -> None:
    ani = city.officer("perkimlh", "Ani", channel="whatsapp")
    put(city)
    budi.says("/ringkasan mati")
    budi.hears("tidak dikirim lagi")
    morning(city, chores)
    assert budi.new == []
    ani.hears("1 belum diambil", "/tiket bebas")
    budi.says("/ringkasan")
    budi.hears("1 belum diambil")
    budi.says("/digest on")
    budi.hears("datang lagi")
    morning(city, chores, WEDNESDAY + DAY)
    budi.hears("1 belum diambil")


def test_an_agency_that_appears_later_gets_its_timer(city: City, chores: Chores, reports: Reports) -> None:
    with city.database.write() as session:
        for timer in session.exec(select(Timer).where(Timer.object_id == city.agency_id("dpupr"))):
            session.delete(timer)
    ani = city.officer("dpupr", "Ani")
    put(city, "Jalan berlubang", "jalan")
    reports.arm()
    morning(city, chores)

    ani.hears("Dinas PUPR", "1 belum diambil")


def test_where_somebody_is_there_all_night_the_morning_begins_at_seven(city: City) -> None:
    hospital = city.agency_id("rsud")
    with city.database.write() as session:
        agency = session.get(Agency, hospital)
        assert agency is not None
        agency.hours = {"normal": {day: [[0, 1440]] for day in WEEKDAYS}, "holidays": True}
        session.add(agency)
    snapshot = snapshot_of(city.database)

    assert mornings.next_morning(snapshot, hospital, city.clock.now()) == WEDNESDAY - dt.timedelta(minutes=30)
