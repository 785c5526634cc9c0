"""hours.toml, seasons.toml and deadlines.toml: in the tables and in use, and refused with every mistake named."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlmodel import select

from handlers.city import load_city
from storage.database import Database
from storage.models import Agency, CalendarDay, DeadlinePolicy, Season
from tests.handlers.conftest import RULES
from tests.storage.test_seed import CALENDAR, folder, load, mistakes, write

__all__ = ["folder"]  # the fixture

HOURS = """
[city.normal]
monday = "08.00-12.00, 13:00-15.00"
[trade.normal]
saturday = "00.00-24.00"
[trade.seasons.ramadan]
sunday = "20.00-22.30"
"""
SEASONS = """
[ramadan_2027]
season = "ramadan"
first_day = 2027-02-09
last_day = 2027-03-09
"""
DEADLINES = """
[roads]
category = "road"
respond_days = 2
[questions]
kind = "information"
resolve_days = 7
"""


def test_hours_are_the_city_s_unless_an_agency_has_its_own(sqlite_database: Database, folder: Path) -> None:
    write(folder, "hours.toml", HOURS)
    load(sqlite_database, folder)

    with sqlite_database.read() as session:
        works, trade = (session.exec(select(Agency).where(Agency.code == code)).one() for code in ("works", "trade"))
    assert works.hours is not None
    assert works.hours["normal"]["monday"] == [[480, 720], [780, 900]]
    assert trade.hours is not None
    assert (trade.hours["normal"]["saturday"], trade.hours["normal"]["monday"]) == ([[0, 1440]], [])
    assert trade.hours["seasons"]["ramadan"]["sunday"] == [[1200, 1350]]


def test_a_city_without_these_files_has_the_civil_service_s_hours(sqlite_database: Database, folder: Path) -> None:
    load(sqlite_database, folder)

    with sqlite_database.read() as session:
        city = load_city(session, RULES)
    closes = city.hours(city.agency("works").id).closes(datetime(2026, 11, 24, 3, tzinfo=UTC))
    assert closes == datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_seasons_deadlines_and_short_days_are_in_use(sqlite_database: Database, folder: Path) -> None:
    write(folder, "hours.toml", HOURS)
    write(folder, "seasons.toml", SEASONS)
    write(folder, "deadlines.toml", DEADLINES)
    write(folder, "calendar.toml", CALENDAR + '2026-12-07 = { working = true, hours = "08.00-10.00" }\n')
    report = load(sqlite_database, folder)

    assert [report.counts[name].added for name in ("seasons", "deadlines", "calendar days")] == [1, 2, 2]
    with sqlite_database.read() as session:
        city = load_city(session, RULES)
    works, trade = (city.hours(city.agency(code).id) for code in ("works", "trade"))
    assert works.closes(datetime(2026, 12, 7, 1, tzinfo=UTC)) == datetime(2026, 12, 7, 3, tzinfo=UTC)
    assert trade.opens(datetime(2027, 2, 8, tzinfo=UTC)) == datetime(2027, 2, 14, 13, tzinfo=UTC)
    policy = city.policy("information", city.categories["road"].id)
    assert (policy.verify, policy.respond, policy.resolve) == (3, 2, 7)


def test_what_is_gone_from_the_files_no_longer_holds(sqlite_database: Database, folder: Path) -> None:
    write(folder, "seasons.toml", SEASONS)
    write(folder, "deadlines.toml", DEADLINES)
    load(sqlite_database, folder)
    write(folder, "seasons.toml", "")
    (folder / "deadlines.toml").unlink()
    report = load(sqlite_database, folder)

    assert (report.counts["seasons"].retired, report.counts["deadlines"].retired) == (1, 2)
    with sqlite_database.read() as session:
        assert [*session.exec(select(Season)), *session.exec(select(DeadlinePolicy))] == []
        assert len(session.exec(select(CalendarDay)).all()) == 1


WRONG_HOURS = """
[city.normal]
monday = "8-12"
tuesday = "13.00-12.00"
wednesday = "08.00-12.00, 11.00-13.00"
thursday = "08.00-24.30"
friday = 8
[works.normal]
[nobody.normal]
monday = "08.00-12.00"
[trade.normal]
monday = "08.75-12.00"
[trade.seasons.harvest]
monday = "08.00-12.00"
"""


def test_wrong_hours_are_named_one_by_one(sqlite_database: Database, folder: Path) -> None:
    write(folder, "hours.toml", WRONG_HOURS)
    found = mistakes(sqlite_database, folder)

    assert [line.split(": ")[1] for line in found if "must be hours like 07.30-12.00" in line] == [
        "city.normal.monday",
        "city.normal.tuesday",
        "city.normal.wednesday",
        "city.normal.thursday",
        "city.normal.friday",
        "trade.normal.monday",
    ]
    assert any("works.normal: never opens" in line for line in found)
    assert any("nobody: is not in agencies.toml" in line for line in found)


def test_a_season_nobody_knows_is_a_mistake(sqlite_database: Database, folder: Path) -> None:
    write(folder, "hours.toml", HOURS.replace("ramadan", "harvest"))

    assert mistakes(sqlite_database, folder) == [
        "hours.toml: trade.seasons.harvest: is in no section of seasons.toml: correct it"
    ]


def test_a_season_that_ends_before_it_begins_is_a_mistake(sqlite_database: Database, folder: Path) -> None:
    write(folder, "seasons.toml", SEASONS.replace("2027-03-09", "2027-02-08"))

    assert mistakes(sqlite_database, folder) == [
        "seasons.toml: ramadan_2027.last_day: is before first_day: correct one of the two"
    ]


def test_wrong_exceptions_are_named_one_by_one(sqlite_database: Database, folder: Path) -> None:
    more = '[again]\ncategory = "road"\n[lost]\ncategory = "canal"\n[never]\nkind = "complaint"\nhead_days = 0\n'
    write(folder, "deadlines.toml", DEADLINES + more)

    assert mistakes(sqlite_database, folder) == [
        "deadlines.toml: never.head_days: must be at least 1",
        "deadlines.toml: again: is for the same kind and category as roads: keep one of the two",
        "deadlines.toml: lost.category: canal is not in categories.toml",
    ]
