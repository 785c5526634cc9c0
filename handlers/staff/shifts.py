"""Who is on duty at a moment, by the shifts of a roster.

The shifts of one day win over those of holidays, and these over those of the weekday; a Saturday or Sunday with shifts
of its own is no holiday. A shift belongs to the day it begins on, and may last into the next one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from storage.models import Duty

SATURDAY = 5
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Watch:
    """A shift on a certain day, from ``start`` until ``end``, which does not belong to it any more (UTC)."""

    start: dt.datetime
    end: dt.datetime
    shift: Duty


def of_day(shifts: Iterable[Duty], day: dt.date, *, working: bool) -> list[Duty]:
    """The shifts that begin on ``day``, earliest first; ``working``: offices are open on it."""
    own = [shift for shift in shifts if shift.day == day]
    weekly = [shift for shift in shifts if shift.weekday == day.weekday()]
    holidays = [shift for shift in shifts if shift.holidays]
    if not own and not working and holidays and not (day.weekday() >= SATURDAY and weekly):
        weekly = holidays
    return sorted(own or weekly, key=lambda shift: (shift.start, shift.id or 0))


def watches(
    shifts: Sequence[Duty], day: dt.date, *, zone: ZoneInfo, is_working: Callable[[dt.date], bool]
) -> list[Watch]:
    """The shifts that begin on ``day``, with their beginning and end."""
    return [
        Watch(_moment(day, shift.start, zone), _moment(day, _end(shift), zone), shift)
        for shift in of_day(shifts, day, working=is_working(day))
    ]


def at(
    shifts: Sequence[Duty], moment: dt.datetime, *, zone: ZoneInfo, is_working: Callable[[dt.date], bool]
) -> list[Watch]:
    """The shifts that are on at ``moment``, whoever came last on top."""
    today = moment.astimezone(zone).date()
    found = [
        watch
        for day in (today, today - ONE_DAY)
        for watch in watches(shifts, day, zone=zone, is_working=is_working)
        if watch.start <= moment < watch.end
    ]
    return sorted(found, key=lambda watch: watch.start, reverse=True)


def _end(shift: Duty) -> int:
    return shift.end if shift.end > shift.start else shift.end + 24 * 60


def _moment(day: dt.date, minutes: int, zone: ZoneInfo) -> dt.datetime:
    days, rest = divmod(minutes, 24 * 60)
    time = dt.time(rest // 60, rest % 60)
    return dt.datetime.combine(day + days * ONE_DAY, time, tzinfo=zone).astimezone(dt.UTC)
