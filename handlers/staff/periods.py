"""Weeks and months people ask a report for, in words: "minggu lalu", "this month", "bulan kini"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handlers import words

WEEK, MONTH = "week", "month"
ONE_DAY = dt.timedelta(days=1)

_UNITS: Mapping[str, str] = {
    **dict.fromkeys(("minggu", "pekan", "week"), WEEK),
    **dict.fromkeys(("bulan", "bln", "month"), MONTH),
}
_BACK: Mapping[str, int] = {
    **dict.fromkeys(("ini", "this", "kini", "ko", "iko"), 0),
    **dict.fromkeys(("lalu", "kemarin", "last", "previous", "patang"), 1),
}


@dataclass(frozen=True, slots=True)
class Period:
    """A week (Monday to Sunday) or a calendar month, from its first day to its last."""

    first: dt.date
    last: dt.date

    @property
    def unit(self) -> str:
        """WEEK or MONTH."""
        return WEEK if self.last - self.first == 6 * ONE_DAY else MONTH

    def before(self) -> Period:
        """The one before it."""
        return containing(self.first - ONE_DAY, self.unit)

    def trail(self, count: int) -> list[Period]:
        """It and those before it, ``count`` in all, the oldest first."""
        found = [self]
        while len(found) < count:
            found.append(found[-1].before())
        return found[::-1]

    def moments(self, zone: dt.tzinfo) -> tuple[dt.datetime, dt.datetime]:
        """Its beginning, and the moment at which it is over."""
        return _midnight(self.first, zone), _midnight(self.last + ONE_DAY, zone)


def _midnight(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=zone).astimezone(dt.UTC)


def containing(day: dt.date, unit: str) -> Period:
    """The week or month in which the day lies."""
    if unit == WEEK:
        monday = day - dt.timedelta(days=day.weekday())
        return Period(monday, monday + 6 * ONE_DAY)
    first = day.replace(day=1)
    return Period(first, (first + 31 * ONE_DAY).replace(day=1) - ONE_DAY)


def parse(said: str, today: dt.date) -> tuple[Period, str]:
    """The period that is named, by default last week, and what else was said."""
    heard = words.split(said)
    for place in range(len(heard) - 1):
        if period := _named(heard[place : place + 2], today):
            return period, " ".join(heard[:place] + heard[place + 2 :])
    return containing(today, WEEK).before(), " ".join(heard)


def _named(pair: Sequence[str], today: dt.date) -> Period | None:
    """Either word may come first: "minggu lalu", "last week"."""
    for unit, back in (pair, pair[::-1]):
        if unit in _UNITS and back in _BACK:
            period = containing(today, _UNITS[unit])
            return period.before() if _BACK[back] else period
    return None
