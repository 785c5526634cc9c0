"""Weeks and months as people name them."""

from __future__ import annotations

import datetime as dt

import pytest

from handlers.staff import periods
from handlers.staff.periods import Period
from tests.city import RULES, TEXTS

TODAY = dt.date(2026, 11, 24)  # a Tuesday
LAST_WEEK = Period(dt.date(2026, 11, 16), dt.date(2026, 11, 22))
THIS_MONTH = Period(dt.date(2026, 11, 1), dt.date(2026, 11, 30))


@pytest.mark.parametrize(
    ("said", "period", "rest"),
    [
        ("", LAST_WEEK, ""),
        ("minggu lalu", LAST_WEEK, ""),
        ("last week", LAST_WEEK, ""),
        ("minggu ini", Period(dt.date(2026, 11, 23), dt.date(2026, 11, 29)), ""),
        ("bulan ini", THIS_MONTH, ""),
        ("this month", THIS_MONTH, ""),
        ("bulan kini", THIS_MONTH, ""),
        ("dpupr bulan lalu", Period(dt.date(2026, 10, 1), dt.date(2026, 10, 31)), "dpupr"),
        ("dinas pupr", LAST_WEEK, "dinas pupr"),
    ],
)
def test_a_period_is_named_in_words(said: str, period: Period, rest: str) -> None:
    assert periods.parse(said, TODAY) == (period, rest)


def test_the_one_before_and_the_way_to_it() -> None:
    assert THIS_MONTH.before() == Period(dt.date(2026, 10, 1), dt.date(2026, 10, 31))
    assert [each.first.month for each in THIS_MONTH.trail(3)] == [9, 10, 11]
    assert [each.first.day for each in LAST_WEEK.trail(3)] == [2, 9, 16]


def test_february_is_a_month_although_it_may_have_four_weeks() -> None:
    assert periods.containing(dt.date(2027, 2, 10), periods.MONTH).unit == periods.MONTH


def test_a_period_lasts_from_midnight_to_midnight_where_the_city_is() -> None:
    start, end = LAST_WEEK.moments(RULES.timezone)

    assert start == dt.datetime(2026, 11, 15, 17, 0, tzinfo=dt.UTC)
    assert end - start == dt.timedelta(days=7)


@pytest.mark.parametrize(
    ("language", "week", "month"),
    [
        ("id", "16–22 Nov 2026", "November 2026"),
        ("en", "16–22 Nov 2026", "November 2026"),
        ("min", "16–22 Nov 2026", "November 2026"),
    ],
)
def test_a_period_is_written_as_people_write_it(language: str, week: str, month: str) -> None:
    assert TEXTS.span(language, LAST_WEEK.first, LAST_WEEK.last) == week
    assert TEXTS.span(language, THIS_MONTH.first, THIS_MONTH.last) == month
    assert TEXTS.span("id", dt.date(2026, 9, 28), dt.date(2026, 10, 4)) == "28 Sep – 4 Okt 2026"
    assert TEXTS.short_day("id", dt.date(2026, 10, 5)) == "5 Okt"
    assert TEXTS.number("id", 4.5) == "4,5"
    assert TEXTS.number("en", 1234.0) == "1,234"
