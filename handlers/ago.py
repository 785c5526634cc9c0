"""When something was or will be, as one says it of what is near: 3 minutes ago, tomorrow at half past seven."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from handlers.texts import Html, Texts

_UNITS = (("days", 86_400), ("hours", 3_600), ("minutes", 60))  # the longest first, in seconds


def ago(at: dt.datetime, now: dt.datetime) -> dict[str, str]:
    """The arguments of the text "team-ago"; less than a minute is ``now``."""
    seconds = (now - at).total_seconds()
    for unit, length in _UNITS:
        if seconds >= length:
            return {"unit": unit, "count": str(int(seconds // length))}
    return {"unit": "now", "count": "0"}


def soon(texts: Texts, language: str, at: dt.datetime, now: dt.datetime, zone: ZoneInfo) -> Html:
    """A moment to come: ``hari ini 16.00``, ``besok 07.30``, or the date and the time."""
    local = at.astimezone(zone)
    ahead = (local.date() - now.astimezone(zone).date()).days
    day = {0: "today", 1: "tomorrow"}.get(ahead, "date")
    date = texts.date(language, local.date())
    return Html(
        texts.say(language, "team-when", day=day, date=date, time=clock(local.hour * 60 + local.minute, language))
    )


def clock(minutes: int, language: str) -> str:
    """A time of day in minutes after midnight as it is written: ``07.30``, in English ``07:30``."""
    point = ":" if language == "en" else "."
    return f"{minutes // 60:02d}{point}{minutes % 60:02d}"
