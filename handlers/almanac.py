"""What the days of a place are like: office hours by weekday and season, holidays, the operator's own days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers.calendar import Calendar, ramadan_before_idul_fitri

RAMADAN = "ramadan"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MIDNIGHT = 24 * 60  # minutes; the end of a span that lasts until the day is over

Spans = tuple[tuple[int, int], ...]  # minutes after local midnight, in order
Week = tuple[Spans, ...]  # Monday first


@dataclass(frozen=True, slots=True)
class Hours:
    """When an agency is open in ordinary weeks and in those of a season; ``holidays``: on holidays as well."""

    normal: Week
    seasons: Mapping[str, Week] = field(default_factory=dict)
    holidays: bool = False


def _week(monday_to_thursday: Spans, friday: Spans) -> Week:
    return (*(monday_to_thursday,) * 4, friday, (), ())


# 37.5 hours a week, 32.5 in Ramadan, with a longer pause for Friday prayers: Perpres 21/2023 on the civil service.
STANDARD = Hours(
    normal=_week(((450, 720), (780, 960)), ((450, 720), (810, 990))),
    seasons={RAMADAN: _week(((480, 720), (750, 900)), ((480, 720), (780, 930)))},
)


def read_hours(kept: Mapping[str, Any] | None) -> Hours:
    """What a row of the tables says: weekday names to lists of (start, end); None stands for the standard hours."""
    if kept is None:
        return STANDARD
    seasons = {code: _read_week(week) for code, week in kept.get("seasons", {}).items()}
    return Hours(_read_week(kept["normal"]), seasons, bool(kept.get("holidays")))


def _read_week(kept: Mapping[str, Any]) -> Week:
    return tuple(read_spans(kept.get(weekday, ())) for weekday in WEEKDAYS)


def read_spans(kept: Iterable[Sequence[int]]) -> Spans:
    """Spans of one day as they are kept."""
    return tuple((int(start), int(end)) for start, end in kept)


@dataclass(frozen=True, slots=True)
class SeasonDays:
    """A season from its first to its last day, as the operator entered it."""

    code: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True)
class Almanac:
    """What the days of a place are like, whoever works there. ``own_hours`` are those of the operator's own days."""

    calendar: Calendar
    seasons: tuple[SeasonDays, ...] = ()
    own_hours: Mapping[dt.date, Spans] = field(default_factory=dict)

    def spans(self, day: dt.date, hours: Hours, season: str) -> Spans:
        """When an agency with these hours is open on ``day``."""
        week = hours.seasons.get(season, hours.normal)
        usual = week[day.weekday()]
        if hours.holidays:
            return usual
        if self.calendar.is_holiday(day):
            return ()
        # An ordinary day that falls on a weekend by the operator's word has Monday's hours unless it has its own.
        return self.own_hours.get(day) or usual or (week[0] if day in self.calendar.own else ())

    def season_of(self, day: dt.date) -> str:
        """The season ``day`` lies in, empty for none; Ramadan is estimated where the operator has not entered it."""
        for season in self.seasons:
            if season.first <= day <= season.last:
                return season.code
        return RAMADAN if self._estimated(day) else ""

    def _estimated(self, day: dt.date) -> bool:
        for first, last in ramadan_before_idul_fitri(day.year):
            if first <= day <= last:
                return not any(
                    season.code == RAMADAN and season.first <= last and season.last >= first for season in self.seasons
                )
        return False
