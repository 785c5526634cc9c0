"""National holidays and joint leave, with the operator's own days on top."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from zoneinfo import ZoneInfo

from holidays import country_holidays

ONE_DAY = dt.timedelta(days=1)


@lru_cache(maxsize=64)
def holidays_of(year: int) -> frozenset[dt.date]:
    """National holidays and cuti bersama of ``year``; the library calls the latter its "government" category."""
    return frozenset(country_holidays("ID", years=year, categories=("public", "government")))


@lru_cache(maxsize=64)
def ramadan_before_idul_fitri(year: int) -> tuple[tuple[dt.date, dt.date], ...]:
    """First and last day of what may be Ramadan, before each Idul Fitri of ``year`` and the year after.

    The library knows Idul Fitri, not the fast: 30 days are taken, so the first may be a day too early.
    """
    named = country_holidays("ID", years=(year, year + 1), categories=("public",), language="id")
    feasts = sorted(day for day, names in named.items() if any(map(_is_idul_fitri, names.split("; "))))
    return tuple((feast - 30 * ONE_DAY, feast - ONE_DAY) for feast in feasts)


def _is_idul_fitri(name: str) -> bool:
    return name.startswith("Hari Raya Idul Fitri")  # its second day is called otherwise


@dataclass(frozen=True, slots=True)
class Calendar:
    """Tells holidays in one place. ``own`` are the operator's days, which win: True is a working day."""

    timezone: ZoneInfo
    own: Mapping[dt.date, bool] = field(default_factory=dict)

    def is_holiday(self, day: dt.date) -> bool:
        """Whether offices are closed on ``day`` whatever their hours; a weekend alone is none."""
        return not self.own[day] if day in self.own else day in holidays_of(day.year)
