"""Days and times of day as people write them, in Indonesian, Minang and English."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

ONE_DAY = dt.timedelta(days=1)
DAY = 24 * 60  # minutes

# Monday first; the longer spelling of a day before one it begins with.
WEEKDAYS: tuple[tuple[str, ...], ...] = (
    ("senin", "sinayan", "sanayan", "monday", "mon", "sen"),
    ("selasa", "salasa", "tuesday", "tue", "sel"),
    ("rabu", "rabaa", "wednesday", "wed", "rab"),
    ("kamis", "kamih", "thursday", "thu", "kam"),
    ("jumat", "jum'at", "jumaaik", "jumaik", "friday", "fri", "jum"),
    ("sabtu", "sabtuh", "saturday", "sat", "sab"),
    ("minggu", "ahad", "akaik", "sunday", "sun", "min"),
)
_MONTHS = (
    "januari january jan",
    "februari february pebruari feb",
    "maret march mar",
    "april apr",
    "mei may",
    "juni june jun",
    "juli july jul",
    "agustus august agu agt aug",
    "september sept sep",
    "oktober october okt oct",
    "november nopember nov nop",
    "desember december des dec",
)
_MONTH = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words.split()}
_WEEKDAY = {word: number for number, words in enumerate(WEEKDAYS) for word in words}
_NEAR = {
    "hari ini": 0, "hari ko": 0, "hari iko": 0, "today": 0,
    "besok": 1, "bisuak": 1, "isuak": 1, "tomorrow": 1,
    "lusa": 2, "duo hari lai": 2, "day after tomorrow": 2,
}  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_DATE = re.compile(
    rf"""(?<![\w.])(?:
      (?: (?P<iso>\d{{4}}-\d{{1,2}}-\d{{1,2}})
        | (?P<day>\d{{1,2}})[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<year>\d{{4}}|\d{{2}}))?
      )(?![/-]|\.\d)
    | (?P<of>\d{{1,2}})\s+(?P<name>{_any(_MONTH)})(?:\s+(?P<of_year>\d{{4}}))?
    | (?P<near>{_any(_NEAR)})
    | (?P<weekday>{_any(_WEEKDAY)})
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
_TIMES = re.compile(
    r"(?<![\d.:])(\d{1,2})[.:](\d{2})\s*(?:-|–|—|s/?d\.?|sampai|until|to)\s*(\d{1,2})[.:](\d{2})(?![\d:])",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"(?<!\w)(\d{1,3})\s*(?:hari|days?)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A day in a text, from ``start`` to ``end`` in it; ``weekday`` if only a day of the week was named."""

    day: dt.date
    start: int
    end: int
    weekday: int | None = None


def find(text: str, today: dt.date) -> list[Found]:
    """Every day named in ``text``, in order. Without a year the next such day is meant, today included."""
    found = []
    for match in _DATE.finditer(text):
        day = _day(match, today)
        if day is not None:
            weekday = _WEEKDAY[match["weekday"].casefold()] if match["weekday"] else None
            found.append(Found(day, match.start(), match.end(), weekday))
    return found


def _day(match: re.Match[str], today: dt.date) -> dt.date | None:
    if match["near"]:
        return today + _NEAR[match["near"].casefold()] * ONE_DAY
    if match["weekday"]:
        return today + (_WEEKDAY[match["weekday"].casefold()] - today.weekday()) % 7 * ONE_DAY
    if match["iso"]:
        return _valid(*map(int, match["iso"].split("-")))
    day = int(match["day"] or match["of"])
    month = int(match["month"]) if match["month"] else _MONTH[match["name"].casefold()]
    year = match["year"] or match["of_year"]
    if year:
        return _valid(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this, following = _valid(today.year, month, day), _valid(today.year + 1, month, day)
    return this if this is not None and this >= today else following


def _valid(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def length(text: str) -> int | None:
    """How many days a text such as "3 hari" says; None if it says none."""
    match = _LENGTH.search(text)
    return int(match[1]) if match else None


def times(text: str) -> tuple[int, int, str] | None:
    """Two times of day such as ``16.00-08.00`` as minutes after midnight, and the text without them."""
    match = _TIMES.search(text)
    if match is None:
        return None
    start, end = int(match[1]) * 60 + int(match[2]), int(match[3]) * 60 + int(match[4])
    if start >= DAY or end > DAY or int(match[2]) > 59 or int(match[4]) > 59:
        return None
    return start, end, f"{text[: match.start()]} {text[match.end() :]}"
