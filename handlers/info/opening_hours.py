"""When an office is open, as people want to hear it: now or not, until when, and the days of the week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby
from zoneinfo import ZoneInfo

from babel.dates import get_day_names

from handlers import ago
from handlers.almanac import MIDNIGHT, Spans
from handlers.calendar import ONE_DAY
from handlers.hours import WorkingTime
from handlers.texts import LOCALES, Html, Texts
from handlers.turn import Turn

WEEK = 7
ALWAYS: Spans = ((0, MIDNIGHT),)


def now(turn: Turn, agency_id: int) -> Html:
    """``Buka sekarang, tutup 15.30``, or when the agency opens next."""
    city = turn.city
    return standing(turn.texts, turn.language, city.hours(agency_id), turn.now, city.rules.timezone)


def week(turn: Turn, agency_id: int) -> Html:
    """The coming seven days, a line for each row of days that are alike; holidays are named as such."""
    return Html("\n".join(days(turn.texts, turn.language, turn.city.hours(agency_id), turn.today)))


def standing(texts: Texts, language: str, hours: WorkingTime, at: dt.datetime, zone: ZoneInfo) -> Html:
    """Whether it is open at that moment, and until or from when."""
    today = at.astimezone(zone).date()
    ahead = [hours.spans(today + ONE_DAY * days) for days in range(WEEK)]
    if all(spans == ALWAYS for spans in ahead):
        return Html(texts.say(language, "opening-always"))
    if not hours.is_open(at):
        return _closed(texts, language, hours.opens(at), at, zone)
    minute = _minute(at, zone)
    until = next(end for start, end in ahead[0] if start <= minute < end)
    again = next((start for start, _ in ahead[0] if start > minute), None)
    last = ahead[0][-1][1]
    if last == MIDNIGHT:
        return Html(texts.say(language, "opening-open-late"))
    told = {"time": ago.clock(last, language)}
    if again is None:
        return Html(texts.say(language, "opening-open", **told))
    pause = {"from": ago.clock(until, language), "to": ago.clock(again, language)}
    return Html(texts.say(language, "opening-open-pause", **told, **pause))


def _closed(texts: Texts, language: str, opens: dt.datetime, at: dt.datetime, zone: ZoneInfo) -> Html:
    local = opens.astimezone(zone)
    ahead = (local.date() - at.astimezone(zone).date()).days
    time = ago.clock(_minute(opens, zone), language)
    if ahead < WEEK:
        day = {0: "today", 1: "tomorrow"}.get(ahead, "weekday")
        name = _weekday(language, local.weekday())
    else:
        day, name = "weekday", texts.date(language, local.date())
    return Html(texts.say(language, "opening-closed", day=day, name=name, time=time))


def days(texts: Texts, language: str, hours: WorkingTime, today: dt.date) -> list[Html]:
    """What the seven days from ``today`` on are like, in the order of the week, a line for each row of like days."""
    ahead = sorted((today + ONE_DAY * number for number in range(WEEK)), key=lambda day: day.weekday())
    lines: list[Html] = []
    for spans, alike in groupby(ahead, hours.spans):
        row = list(alike)
        first, last = (_weekday(language, day.weekday()) for day in (row[0], row[-1]))
        name = first if len(row) == 1 else f"{first}–{last}"
        lines.append(Html(texts.say(language, "opening-line", days=name, times=times(texts, language, spans))))
    season = {hours.season(day) for day in ahead} - {""}
    if season:
        lines.append(Html(texts.say(language, "opening-season", season=min(season))))
    lines += [
        Html(texts.say(language, "opening-holiday", date=texts.date(language, day))) for day in _off(hours, ahead)
    ]
    return lines


def times(texts: Texts, language: str, spans: Spans) -> str:
    """``07.30–12.00, 13.00–16.00``; that it is closed, or open day and night."""
    if not spans:
        return texts.say(language, "opening-none")
    if spans == ALWAYS:
        return texts.say(language, "opening-whole-day")
    return ", ".join(f"{ago.clock(start, language)}–{ago.clock(end, language)}" for start, end in spans)


def _off(hours: WorkingTime, ahead: Sequence[dt.date]) -> list[dt.date]:
    """The days on which it is closed although it is open on the same day of the weeks around."""
    return [
        day
        for day in sorted(ahead)
        if not hours.spans(day) and (hours.spans(day - ONE_DAY * WEEK) or hours.spans(day + ONE_DAY * WEEK))
    ]


def _weekday(language: str, number: int) -> str:
    return str(get_day_names("wide", locale=LOCALES.get(language, "id"))[number])


def _minute(at: dt.datetime, zone: ZoneInfo) -> int:
    local = at.astimezone(zone)
    return local.hour * 60 + local.minute
