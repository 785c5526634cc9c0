"""Working time: when an agency is open, and how much of that lies between two moments.

A year is laid out once as a row of open spans with the time worked by the end of each, so every question is a search
in it. What each day is like the almanac says (handlers/almanac.py).
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from handlers.almanac import MIDNIGHT, Almanac, Hours, Spans
from handlers.calendar import ONE_DAY

__all__ = ["WorkingTime"]


@dataclass(frozen=True, slots=True)
class _Year:
    """One local year: open spans as (start, end) in seconds since 1970, and its working days."""

    starts: list[int]
    ends: list[int]
    worked: list[int]  # seconds worked by the end of each span
    days: list[dt.date]
    opening: list[int]
    closing: list[int]

    @property
    def total(self) -> int:
        return self.worked[-1] if self.worked else 0

    def until(self, second: int) -> int:
        """Seconds worked in the year until then."""
        index = bisect_right(self.starts, second) - 1
        return self.worked[index] - max(self.ends[index] - second, 0) if index >= 0 else 0

    def moment(self, worked: int) -> int:
        """The first second by which so much has been worked, which must be more than none."""
        index = bisect_left(self.worked, worked)
        return self.ends[index] - (self.worked[index] - worked)

    def touches(self, second: int) -> bool:
        """Whether it lies in a span or at its end."""
        index = bisect_right(self.starts, second) - 1
        return index >= 0 and second <= self.ends[index]


class WorkingTime:
    """The working time of an agency. Moments are aware datetimes, answers are in UTC and right to the second.

    Raises ValueError for hours without a single opening in an ordinary week.
    """

    def __init__(self, almanac: Almanac, hours: Hours) -> None:
        if not any(hours.normal):
            raise ValueError("an agency must open on some day of the week")
        self._almanac = almanac
        self._hours = hours
        self._zone = almanac.calendar.timezone
        self._years: dict[int, _Year] = {}

    def spans(self, day: dt.date) -> Spans:
        """When it is open on that local day, in minutes after midnight; empty when it is closed."""
        return self._almanac.spans(day, self._hours, self._almanac.season_of(day))

    def season(self, day: dt.date) -> str:
        """The season that changes its hours on ``day``; empty for none, and where its hours stay as they are."""
        season = self._almanac.season_of(day)
        return season if season in self._hours.seasons else ""

    def is_open(self, at: dt.datetime) -> bool:
        """Whether somebody is there; at closing time nobody is any more."""
        return self.opens(at) == at

    def opens(self, at: dt.datetime) -> dt.datetime:
        """``at`` itself if it is open then, else the next opening."""
        second, year = self._place(at)
        table = self._year(year)
        index = bisect_right(table.starts, second)
        if index and second < table.ends[index - 1]:
            return at
        while index == len(table.starts):
            year, index = year + 1, 0
            table = self._year(year)
        return _moment(table.starts[index])

    def closes(self, at: dt.datetime) -> dt.datetime:
        """When work ends for the day, on the day of ``at`` or the next working day; breaks do not count."""
        second, year = self._place(at)
        table = self._year(year)
        index = bisect_right(table.closing, second)
        while index == len(table.closing):
            year, index = year + 1, 0
            table = self._year(year)
        return _moment(table.closing[index])

    def between(self, start: dt.datetime, end: dt.datetime) -> int:
        """Working seconds from ``start`` to ``end``; negative if ``end`` is the earlier one."""
        if end < start:
            return -self.between(end, start)
        first, first_year = self._place(start)
        last, last_year = self._place(end)
        whole = sum(self._year(year).total for year in range(first_year, last_year))
        return whole + self._year(last_year).until(last) - self._year(first_year).until(first)

    def add(self, at: dt.datetime, seconds: int) -> dt.datetime:
        """The first moment by which ``seconds`` of working time have passed; without any, when work goes on.

        Raises ValueError for less than nothing.
        """
        if seconds < 0:
            raise ValueError(f"seconds must not be negative, not {seconds}")
        second, year = self._place(at)
        table = self._year(year)
        if seconds == 0:
            return at if table.touches(second) else self.opens(at)
        wanted = table.until(second) + seconds
        while wanted > table.total:
            wanted -= table.total
            year += 1
            table = self._year(year)
        return _moment(table.moment(wanted))

    def back(self, at: dt.datetime, seconds: int) -> dt.datetime:
        """The first moment from which ``seconds`` of working time lie until ``at``.

        Raises ValueError for less than nothing.
        """
        if seconds < 0:
            raise ValueError(f"seconds must not be negative, not {seconds}")
        second, year = self._place(at)
        wanted = self._year(year).until(second) - seconds
        while wanted <= 0:
            year -= 1
            wanted += self._year(year).total
        return _moment(self._year(year).moment(wanted))

    def settled(self, at: dt.datetime) -> dt.datetime:
        """``at`` if it is in working time or at its end, else when work next ends for the day."""
        second, year = self._place(at)
        return at if self._year(year).touches(second) else self.closes(at)

    def after_days(self, at: dt.datetime, days: int) -> dt.datetime:
        """Closing time of the ``days``-th working day after the local day of ``at``, which itself does not count.

        Raises ValueError when ``days`` is below one.
        """
        if days < 1:
            raise ValueError(f"days must be at least 1, not {days}")
        day = at.astimezone(self._zone).date()
        year = day.year
        table = self._year(year)
        index = bisect_right(table.days, day) + days - 1
        while index >= len(table.days):
            index -= len(table.days)
            year += 1
            table = self._year(year)
        return _moment(table.closing[index])

    def before_days(self, at: dt.datetime, days: int) -> dt.datetime:
        """``days`` working days earlier: of a closing time the opening so many days before, the day itself counting;
        of any other moment the same time of day, or the next opening after it."""
        local = at.astimezone(self._zone)
        table = self._year(local.year)
        index = bisect_left(table.days, local.date())
        if index < len(table.days) and table.days[index] == local.date() and table.closing[index] <= self._place(at)[0]:
            return _moment(self._day_before(local.year, index, days - 1)[1])
        day = self._day_before(local.year, index, days)[0]
        return self.opens(dt.datetime.combine(day, local.time(), tzinfo=self._zone).astimezone(dt.UTC))

    def days_between(self, start: dt.datetime, end: dt.datetime) -> int:
        """Working days after the local day of ``start`` until that of ``end``; negative if that is the earlier one."""
        if end < start:
            return -self.days_between(end, start)
        first, last = (moment.astimezone(self._zone).date() for moment in (start, end))
        whole = sum(len(self._year(year).days) for year in range(first.year, last.year))
        return whole + bisect_right(self._year(last.year).days, last) - bisect_right(self._year(first.year).days, first)

    def _day_before(self, year: int, index: int, days: int) -> tuple[dt.date, int]:
        """The working day that many before the one of that index, and its opening."""
        index -= days
        while index < 0:
            year -= 1
            index += len(self._year(year).days)
        table = self._year(year)
        return table.days[index], table.opening[index]

    def _place(self, at: dt.datetime) -> tuple[int, int]:
        """The second, and the local year it lies in."""
        return int(at.timestamp() // 1), at.astimezone(self._zone).year

    def _year(self, year: int) -> _Year:
        table = self._years.get(year)
        if table is None:
            table = self._years[year] = self._laid_out(year)
        return table

    def _laid_out(self, year: int) -> _Year:
        table, total = _Year([], [], [], [], [], []), 0
        day = dt.date(year, 1, 1)
        while day.year == year:
            seconds = [pair for pair in (self._seconds(day, span) for span in self.spans(day)) if pair[0] < pair[1]]
            for start, end in seconds:
                total += end - start
                table.starts.append(start)
                table.ends.append(end)
                table.worked.append(total)
            if seconds:
                table.days.append(day)
                table.opening.append(seconds[0][0])
                table.closing.append(seconds[-1][1])
            day += ONE_DAY
        return table

    def _seconds(self, day: dt.date, span: tuple[int, int]) -> tuple[int, int]:
        """A span of that day in seconds since 1970; where the clocks are put forward it may shrink to nothing."""
        start, end = (self._second(day, minutes) for minutes in span)
        return start, end

    def _second(self, day: dt.date, minutes: int) -> int:
        if minutes == MIDNIGHT:
            day, minutes = day + ONE_DAY, 0
        return int(dt.datetime.combine(day, dt.time(minutes // 60, minutes % 60), tzinfo=self._zone).timestamp())


def _moment(second: int) -> dt.datetime:
    return dt.datetime.fromtimestamp(second, dt.UTC)
