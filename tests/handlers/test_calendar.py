"""Promises in working days."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.calendar import Calendar, holidays_of
from handlers.city import City

JAKARTA = ZoneInfo("Asia/Jakarta")
CALENDAR = Calendar(JAKARTA)


def at(day: str, time: str = "10:00") -> datetime:
    """A moment by the clocks of Padang Panjang."""
    return datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=JAKARTA).astimezone(UTC)


PROMISES = [
    ("within a week", "2026-11-23", 3, "2026-11-26"),
    ("over a weekend", "2026-11-26", 3, "2026-12-01"),
    ("from a Saturday", "2026-11-28", 1, "2026-11-30"),
    ("over Independence Day", "2026-08-14", 1, "2026-08-18"),
    ("over Idul Fitri and its joint leave", "2026-03-17", 1, "2026-03-25"),
    ("five days around Idul Fitri", "2026-03-16", 5, "2026-03-30"),
    ("within Idul Fitri", "2026-03-21", 1, "2026-03-25"),
    ("over joint leave after Ascension Day", "2026-05-13", 1, "2026-05-18"),
    ("over Christmas into the new year", "2026-12-23", 5, "2027-01-04"),
]


@pytest.mark.parametrize(("start", "days", "due"), [row[1:] for row in PROMISES], ids=[row[0] for row in PROMISES])
def test_a_promise_counts_working_days_from_the_next_one(start: str, days: int, due: str) -> None:
    assert CALENDAR.after(at(start), days) == date.fromisoformat(due)


def test_late_in_the_evening_it_is_still_today_in_the_city() -> None:
    assert CALENDAR.after(at("2026-11-23", "23:59"), 1) == date(2026, 11, 24)


def test_after_midnight_it_is_tomorrow_in_the_city_though_not_in_utc() -> None:
    assert CALENDAR.after(at("2026-11-24", "00:01"), 1) == date(2026, 11, 25)


def test_the_operator_closes_a_day() -> None:
    calendar = Calendar(JAKARTA, {date(2026, 12, 1): False})

    assert calendar.after(at("2026-11-30"), 1) == date(2026, 12, 2)


def test_the_operator_opens_a_holiday() -> None:
    calendar = Calendar(JAKARTA, {date(2026, 3, 18): True})

    assert calendar.after(at("2026-03-17"), 1) == date(2026, 3, 18)


def test_the_operator_opens_a_saturday() -> None:
    calendar = Calendar(JAKARTA, {date(2026, 11, 28): True})

    assert calendar.after(at("2026-11-27"), 1) == date(2026, 11, 28)


@pytest.mark.parametrize("days", [0, -1])
def test_a_promise_of_no_days_is_refused(days: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        CALENDAR.after(at("2026-11-24"), days)


def test_the_holidays_of_2026_are_those_of_the_ministers_decree() -> None:
    """17 national holidays and 8 days of joint leave: SKB 1497/2/5 of 2025."""
    assert len(holidays_of(2026)) == 25


def test_a_year_for_which_nothing_is_decreed_yet_has_the_fixed_holidays() -> None:
    assert {date(2030, 1, 1), date(2030, 8, 17), date(2030, 12, 25)} <= holidays_of(2030)


def test_the_city_promises_by_its_calendar(padang_panjang: City) -> None:
    assert padang_panjang.promise(at("2026-03-17"), 3) == date(2026, 3, 27)
