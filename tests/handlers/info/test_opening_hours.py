"""When an office is open, in words: now, at a break, after hours, over holidays and in Ramadan."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from handlers.almanac import MIDNIGHT, STANDARD, Almanac, Hours, SeasonDays
from handlers.calendar import Calendar
from handlers.hours import WorkingTime
from handlers.info import opening_hours
from tests.city import TEXTS

ZONE = ZoneInfo("Asia/Jakarta")
ALMANAC = Almanac(Calendar(ZONE, {}), (SeasonDays("ramadan", dt.date(2026, 2, 18), dt.date(2026, 3, 19)),))
OFFICE = WorkingTime(ALMANAC, STANDARD)


def said(hours: WorkingTime, day: str, language: str = "id") -> str:
    at = dt.datetime.fromisoformat(day).replace(tzinfo=ZONE)
    return opening_hours.standing(TEXTS, language, hours, at, ZONE)


def week(day: str, language: str = "id", hours: WorkingTime = OFFICE) -> list[str]:
    return [str(line) for line in opening_hours.days(TEXTS, language, hours, dt.date.fromisoformat(day))]


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-24 14:00", "Buka sekarang, tutup 16.00"),
        ("2026-11-24 10:00", "Buka sekarang, tutup 16.00 (istirahat 12.00–13.00)"),
        ("2026-11-24 12:10", "Tutup sekarang, buka hari ini 13.00"),
        ("2026-11-24 07:00", "Tutup sekarang, buka hari ini 07.30"),
        ("2026-11-24 16:00", "Tutup sekarang, buka besok 07.30"),
        ("2026-11-27 17:00", "Tutup sekarang, buka Senin 07.30"),
        ("2026-12-24 17:00", "Tutup sekarang, buka Senin 07.30"),  # Christmas and a weekend
        ("2026-03-02 14:00", "Buka sekarang, tutup 15.00"),  # Ramadan
    ],
)
def test_an_office_says_whether_somebody_is_there(at: str, expected: str) -> None:
    assert said(OFFICE, at) == expected


def test_it_says_so_in_each_language() -> None:
    assert said(OFFICE, "2026-11-24 14:00", "en") == "Open now, closes at 16:00"
    assert said(OFFICE, "2026-11-24 14:00", "min") == "Kini sadang bukak, tutuik 16.00"
    assert said(OFFICE, "2026-11-27 17:00", "en") == "Closed now, opens Monday at 07:30"


def test_an_office_that_never_closes_says_so() -> None:
    always = WorkingTime(ALMANAC, Hours((((0, MIDNIGHT),),) * 7, holidays=True))

    assert said(always, "2026-12-25 03:00") == "Buka 24 jam setiap hari"
    assert week("2026-12-21", hours=always) == ["Senin–Minggu: 24 jam"]


def test_an_evening_service_is_open_until_midnight() -> None:
    evenings = WorkingTime(ALMANAC, Hours((((1080, MIDNIGHT),),) * 7))

    assert said(evenings, "2026-11-24 20:00") == "Buka sekarang, sampai tengah malam"


def test_days_that_are_alike_share_a_line() -> None:
    assert week("2026-11-25") == [
        "Senin–Kamis: 07.30–12.00, 13.00–16.00",
        "Jumat: 07.30–12.00, 13.30–16.30",
        "Sabtu–Minggu: tutup",
    ]


def test_a_holiday_of_the_coming_week_is_named() -> None:
    lines = week("2026-08-15")

    assert lines[0] == "Senin: tutup"
    assert lines[-1] == "📅 Senin, 17 Agustus 2026: tutup (libur)"


def test_in_ramadan_it_says_that_these_are_the_hours_of_ramadan() -> None:
    lines = week("2026-03-02", "en")

    assert lines[0] == "Monday–Thursday: 08:00–12:00, 12:30–15:00"
    assert lines[-1] == "🌙 These are the hours during Ramadan."
