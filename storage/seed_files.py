"""The files a city describes itself in: read, checked and turned into plain values, all mistakes told at once."""

from __future__ import annotations

import csv
import datetime as dt
import json
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from storage.answer_files import AnswerFile, AnswerRow
from storage.models import Visibility
from storage.seed_answers import MAIN_LANGUAGE, OfficeEntry, ServiceEntry
from storage.seed_hours import HoursEntry, Opening, PolicyEntry, SeasonEntry
from storage.seed_replies import MacroEntry, ReplyEntry

INDONESIA = (95.0, -11.1, 141.1, 6.1)  # west, south, east, north; an outline elsewhere has its axes swapped

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Names = Annotated[dict[Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")], Text], Field(min_length=1)]

WHAT_TO_DO: Mapping[str, str] = {
    "missing": "is missing: add it",
    "extra_forbidden": "is not known here: remove it or correct its spelling",
    "string_type": "must be text: put it between quotation marks",
    "string_too_short": "is empty: write something or remove it",
    "list_type": 'must be a list: ["one", "two"]',
    "bool_type": "must be true or false, without quotation marks",
    "date_type": "must be a date without quotation marks: 2026-12-31",
    "greater_than_equal": "must be at least 1",
}
PATTERNS: Mapping[str, str] = {
    r"^[a-z][a-z0-9_]{0,39}$": "must be 1 to 40 small letters, digits and _, a letter first",
    r"^[a-z]{2,3}$": "is no language: use id, en or min",
    r"^[0-9*#+ -]{2,40}$": "must be a telephone number",
    r"^([0-9]{5})?$": "must have 5 digits or be empty",
    r"^[0-9]{2}(\.[0-9]{2,4})*$": "must be a code like 13.74.01.1001",
}


class SeedError(Exception):
    """The seed files have mistakes; ``mistakes`` holds a line for each: where it is, what it is and how to mend it."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class AgencyEntry(_Entry):
    """A section of agencies.toml."""

    names: Names
    active_from: dt.date | None = None
    active_until: dt.date | None = None
    verified: bool = True


class CategoryEntry(_Entry):
    """A section of categories.toml."""

    agency: Code
    names: Names
    keywords: list[Text]
    hints: list[Text] = []
    visibility: Literal["public", "anonymous", "secret"] = Visibility.PUBLIC.value
    active: bool = True
    urgent: bool = False
    urgent_words: list[Text] = []
    oversight: bool = False


class EmergencyEntry(_Entry):
    """A section of emergency.toml."""

    number: Annotated[str, StringConstraints(pattern=r"^[0-9*#+ -]{2,40}$")]
    names: Names
    words: list[Text] = []
    not_words: list[Text] = []
    source: Text
    checked: dt.date


class RouteEntry(_Entry):
    """A section of routing.toml: what fits all that is named goes to ``agency``."""

    agency: Code
    kind: Literal["complaint", "aspiration", "information"] | None = None
    category: Code | None = None
    area: Text | None = None


class DayEntry(_Entry):
    """A line of calendar.toml."""

    working: bool
    name: str = ""
    hours: Opening | None = None


class AreaEntry(_Entry):
    """A row of areas.csv."""

    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{2}(\.[0-9]{2,4})*$")]
    name: Text
    level: Literal["kota", "kecamatan", "kelurahan"]
    parent_code: str
    postal_code: Annotated[str, StringConstraints(pattern=r"^([0-9]{5})?$")]
    bps_code: str


AREA = TypeAdapter(AreaEntry)


class Seed(BaseModel):
    """Everything the files say, in their order."""

    agencies: dict[str, AgencyEntry] = {}
    categories: dict[str, CategoryEntry] = {}
    areas: dict[str, AreaEntry] = {}
    outlines: dict[str, dict[str, Any]] = {}
    aliases: dict[str, list[str]] = {}
    emergency: dict[str, EmergencyEntry] = {}
    calendar: dict[dt.date, DayEntry] = {}
    hours: dict[str, HoursEntry] = {}
    seasons: dict[str, SeasonEntry] = {}
    deadlines: dict[str, PolicyEntry] = {}
    routing: dict[str, RouteEntry] = {}
    replies: dict[str, ReplyEntry] = {}
    macros: dict[str, MacroEntry] = {}
    answers: list[AnswerRow] = []
    services: dict[str, ServiceEntry] = {}
    offices: dict[str, OfficeEntry] = {}


class Reader:
    """Reads one folder and remembers every mistake in it."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self.mistakes: list[str] = []

    def wrong(self, file: str, place: object, what: str) -> None:
        """Note a mistake at a ``place`` of ``file``; ``what`` says what it is and how to mend it."""
        self.mistakes.append(f"{file}: {place}: {what}" if place != "" else f"{file}: {what}")

    def read(self) -> Seed:
        """All files, each checked by itself; what could not be read is left out and noted."""
        return Seed(
            agencies=self._sections("agencies.toml", Code, AgencyEntry),
            categories=self._sections("categories.toml", Code, CategoryEntry),
            areas=self._areas("areas.csv"),
            outlines=self._outlines("areas.geojson"),
            aliases=self._sections("aliases.toml", str, list[Text]),
            emergency=self._sections("emergency.toml", Code, EmergencyEntry),
            calendar=self._sections("calendar.toml", dt.date, DayEntry),
            hours=self._sections("hours.toml", Code, HoursEntry, optional=True),
            seasons=self._sections("seasons.toml", Code, SeasonEntry, optional=True),
            deadlines=self._sections("deadlines.toml", Code, PolicyEntry, optional=True),
            routing=self._sections("routing.toml", Code, RouteEntry, optional=True),
            replies=self._sections("replies.toml", Code, ReplyEntry, optional=True),
            macros=self._sections("macros.toml", Code, MacroEntry, optional=True),
            answers=self._answers("answers.csv"),
            services=self._sections("services.toml", Code, ServiceEntry, optional=True),
            offices=self._sections("offices.toml", Code, OfficeEntry, optional=True),
        )

    def _parse(self, file: str, parse: Callable[[str], Any]) -> Any:
        """The parsed content of ``file``, None when it cannot be read."""
        try:
            return parse((self._directory / file).read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            self.wrong(file, "", "is missing: copy it from another city's folder and fill it in")
        except (ValueError, csv.Error) as error:  # also what tomllib, json and a wrong encoding raise
            self.wrong(file, "", f"cannot be read, look for a missing quotation mark, comma or bracket: {error}")
        return None

    def _sections(self, file: str, key_type: Any, entry_type: Any, *, optional: bool = False) -> dict[Any, Any]:
        """The sections of a TOML file by key, leaving out the wrong ones; an ``optional`` file may be missing."""
        if optional and not (self._directory / file).exists():
            return {}
        content = self._parse(file, tomllib.loads) or {}
        keys, entries = TypeAdapter(key_type), TypeAdapter(entry_type)
        found = {}
        for key, raw in content.items():
            checked_key = self._checked(file, key, keys, key)
            entry = self._checked(file, key, entries, raw)
            if checked_key is not None and entry is not None:
                found[checked_key] = entry
        return found

    def _areas(self, file: str) -> dict[str, AreaEntry]:
        rows = self._parse(file, lambda text: list(csv.DictReader(text.splitlines()))) or []
        found: dict[str, AreaEntry] = {}
        for number, row in enumerate(rows, start=2):
            cells = {str(key): value for key, value in row.items() if value is not None}
            entry = self._checked(file, f"row {number}", AREA, cells)
            if entry is None:
                continue
            if entry.code in found:
                self.wrong(file, f"row {number}", f"code {entry.code} is there already: keep one of the two rows")
            found[entry.code] = entry
        return found

    def _answers(self, file: str) -> list[AnswerRow]:
        """The rows without mistakes; the file may be missing."""
        path = self._directory / file
        read = AnswerFile(path.read_bytes() if path.exists() else b"", language=MAIN_LANGUAGE)
        for mistake in read.mistakes if path.exists() else ():
            self.wrong(file, "", str(mistake))
        return read.rows

    def _outlines(self, file: str) -> dict[str, dict[str, Any]]:
        content = self._parse(file, json.loads)
        if content is None:
            return {}
        found: dict[str, dict[str, Any]] = {}
        features = content.get("features", []) if isinstance(content, dict) else []
        for number, feature in enumerate(features, start=1):
            code, geometry, wrong = _outline(feature)
            if wrong:
                self.wrong(file, code or f"feature {number}", wrong)
            else:
                found[code] = geometry
        return found

    def _checked(self, file: str, place: object, adapter: TypeAdapter[Any], raw: Any) -> Any:
        """``raw`` as ``adapter`` understands it; None when it finds mistakes, which are noted."""
        try:
            return adapter.validate_python(raw)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                path = ".".join(str(part) for part in (place, *detail["loc"]) if part != "[key]")
                self.wrong(file, path, _what(detail))
        return None


def _what(detail: ErrorDetails) -> str:
    """A mistake and how to mend it, in words for somebody who does not program."""
    context = detail.get("ctx", {})
    known = PATTERNS.get(str(context.get("pattern", ""))) or WHAT_TO_DO.get(detail["type"])
    if detail["type"] == "value_error":
        known = str(context["error"])
    return known or f"{detail['msg'][0].lower()}{detail['msg'][1:]}"


def _outline(feature: Any) -> tuple[str, dict[str, Any], str]:
    """Code and geometry of a GeoJSON feature, and what is wrong with it."""
    try:
        code = str(feature["properties"]["code"])
        geometry = feature["geometry"]
        kind, coordinates = geometry["type"], geometry["coordinates"]
    except (KeyError, TypeError):
        return "", {}, 'needs "properties" with a "code" and a "geometry" with "coordinates"'
    if kind not in ("Polygon", "MultiPolygon"):
        return code, {}, f"is a {kind}: draw a Polygon or MultiPolygon"
    west, south, east, north = INDONESIA
    points = list(_points(coordinates))
    if not points or not all(west <= lon <= east and south <= lat <= north for lon, lat in points):
        return code, {}, "lies outside Indonesia: write longitude first, then latitude"
    return code, geometry, ""


def _points(coordinates: Any) -> list[tuple[float, float]]:
    """Every point of nested lists, (0, 0) for what is none."""
    match coordinates:
        case [int() | float() as lon, int() | float() as lat, *_]:
            return [(lon, lat)]
        case [_, *_]:
            return [point for part in coordinates for point in _points(part)]
        case _:
            return [(0.0, 0.0)]
