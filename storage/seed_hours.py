"""Office hours and deadlines as a city writes them in its files: ``07.30-12.00, 13.00-16.00``."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

CITY = "city"  # the section of hours.toml for every agency that has none of its own
DAY = 24 * 60  # minutes
HOW = "must be hours like 07.30-12.00, 13.00-16.00 in their order, empty for closed, 00.00-24.00 for always"
_SPAN = re.compile(r"^\s*(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})\s*$")


def _spans(said: Any) -> list[list[int]]:
    """Spans of a day in minutes after midnight."""
    parts = str(said).split(",")
    found = [_span(part) for part in parts] if parts != [""] else []
    edges = [minutes for span in found for minutes in span]
    if any(later <= earlier for earlier, later in pairwise(edges)):
        raise ValueError(HOW)
    return found


def _span(said: str) -> list[int]:
    match = _SPAN.match(said)
    if match is None:
        raise ValueError(HOW)
    hour, minute, until_hour, until_minute = map(int, match.groups())
    start, end = hour * 60 + minute, until_hour * 60 + until_minute
    if minute > 59 or until_minute > 59 or end > DAY:
        raise ValueError(HOW)
    return [start, end]


Opening = Annotated[list[list[int]], BeforeValidator(_spans)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Days = Annotated[int, Field(ge=1, le=365)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class WeekEntry(_Entry):
    """The hours of a week; a day left out is closed."""

    monday: Opening = []
    tuesday: Opening = []
    wednesday: Opening = []
    thursday: Opening = []
    friday: Opening = []
    saturday: Opening = []
    sunday: Opening = []


class HoursEntry(_Entry):
    """A section of hours.toml: an ordinary week, and the weeks of seasons that differ."""

    normal: WeekEntry
    seasons: dict[Code, WeekEntry] = {}
    holidays: bool = False

    @property
    def ever_open(self) -> bool:
        """Whether there is any opening in an ordinary week."""
        return any(self.normal.model_dump().values())


class SeasonEntry(_Entry):
    """A section of seasons.toml."""

    season: Code
    first_day: dt.date
    last_day: dt.date


class PolicyEntry(_Entry):
    """A section of deadlines.toml; what is left out is as configured."""

    kind: Literal["complaint", "aspiration", "information"] | None = None
    category: Code | None = None
    verify_days: Days | None = None
    respond_days: Days | None = None
    resolve_days: Days | None = None
    warn_days: Days | None = None
    head_days: Days | None = None
    city_days: Days | None = None
