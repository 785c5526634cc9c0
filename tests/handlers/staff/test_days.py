"""Days and times are understood as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from handlers.staff import days

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1-12", [date(2026, 12, 1)]),
        ("1/12 sampai 5/12", [date(2026, 12, 1), date(2026, 12, 5)]),
        ("1.12.2026 s/d 5.12.26", [date(2026, 12, 1), date(2026, 12, 5)]),
        ("2026-12-01", [date(2026, 12, 1)]),
        ("1 Desember sampai 5 Des 2027", [date(2026, 12, 1), date(2027, 12, 5)]),
        ("3 january", [date(2027, 1, 3)]),
        ("24-11", [TODAY]),
        ("23-11", [date(2027, 11, 23)]),
        ("hari ini", [TODAY]),
        ("besok sampai lusa", [date(2026, 11, 25), date(2026, 11, 26)]),
        ("bisuak", [date(2026, 11, 25)]),
        ("tomorrow until friday", [date(2026, 11, 25), date(2026, 11, 27)]),
        ("senin", [date(2026, 11, 30)]),
        ("Selasa", [TODAY]),
        ("29-2", []),
        ("31-11", []),
        ("99/99", []),
        ("nomor 1042-9", []),
        ("jam 16.00", []),
        ("Ani Wijaya", []),
        ("seninan", []),
    ],
)
def test_days_are_found_in_words(said: str, meant: list[date]) -> None:
    assert [found.day for found in days.find(said, TODAY)] == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("16.00-08.00 Ani", (960, 480)),
        ("16:00 sampai 08:00", (960, 480)),
        ("8.00 – 20.30", (480, 1230)),
        ("00.00-24.00", (0, 1440)),
        ("24.00-08.00", None),
        ("16.75-18.00", None),
        ("16-18", None),
        ("Ani", None),
    ],
)
def test_times_of_day_are_found_in_words(said: str, meant: tuple[int, int] | None) -> None:
    found = days.times(said)

    assert (found[:2] if found else None) == meant


def test_what_is_not_a_time_is_left_over() -> None:
    assert days.times("senin 16.00-08.00 Ani") == (960, 480, "senin   Ani")
    assert (days.length("3 hari"), days.length("10 days"), days.length("besok")) == (3, 10, None)
