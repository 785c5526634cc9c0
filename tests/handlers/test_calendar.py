"""Holidays and joint leave, and the operator's own days on top of them."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

from handlers.calendar import Calendar, holidays_of

JAKARTA = ZoneInfo("Asia/Jakarta")


def test_the_holidays_of_2026_are_those_of_the_ministers_decree() -> None:
    """17 national holidays and 8 days of joint leave: SKB 1497/2/5 of 2025."""
    assert len(holidays_of(2026)) == 25


def test_a_year_for_which_nothing_is_decreed_yet_has_the_fixed_holidays() -> None:
    assert {date(2030, 1, 1), date(2030, 8, 17), date(2030, 12, 25)} <= holidays_of(2030)


def test_the_operator_makes_holidays_and_takes_them_away() -> None:
    feast, monday = date(2026, 3, 18), date(2026, 11, 30)
    usual, own = Calendar(JAKARTA), Calendar(JAKARTA, {feast: True, monday: False})

    assert [usual.is_holiday(day) for day in (feast, monday)] == [True, False]
    assert [own.is_holiday(day) for day in (feast, monday)] == [False, True]
