"""BMKG's documents, read: earthquakes and the forecast for a kelurahan. What is not a document of theirs is refused.

Entries that cannot be read are left out; a document in which none can be read is bad as a whole. All values are
strings in BMKG's earthquakes, and any value of a forecast may be null.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import orjson

QUAKES = ("bmkg:autogempa", "bmkg:gempaterkini", "bmkg:gempadirasakan")  # the newest one, M 5 and more, those felt
ALL = "bmkg:"  # how every one of them is named
WEATHER = "bmkg:weather:"  # and the kelurahan's code
SAME_TIME, SAME_PLACE = dt.timedelta(minutes=1), 0.5  # degrees: BMKG corrects both, and gives events no number
LONGEST = 200  # characters of anything they say
NUMBER = re.compile(r"-?\d{1,6}(?:[.,]\d{1,6})?")
RUN_TOGETHER = re.compile(r"(?<=[a-z])(?=[A-Z])")  # "18 km TimurLaut Pekalongan"
PICTURE = re.compile(r"[\w-]{1,60}(?:\.[\w-]{1,20}){0,3}\.(?:jpg|jpeg|png)", re.ASCII)
YEARS = range(2000, 2200)


class BadDocument(ValueError):
    """What came is not the document that was asked for; the message says why in a few words."""


@dataclass(frozen=True, slots=True)
class Quake:
    """One earthquake. ``potential``, ``felt`` and ``place`` are in BMKG's words, empty where it says nothing.

    ``depth`` is in km; ``picture`` the file name of the map of how strongly it was felt.
    """

    at: dt.datetime
    lat: float
    lon: float
    magnitude: float
    depth: float | None
    place: str
    potential: str = ""
    felt: str = ""
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """The weather of the three hours from ``at``, in BMKG's words in Indonesian and in English; degrees Celsius."""

    at: dt.datetime
    words: str
    words_en: str
    degrees: float | None


def read_quakes(body: str) -> tuple[Quake, ...]:
    """The earthquakes in the document, the newest first. Raises BadDocument."""
    document = _parsed(body)
    found = _within(document, "Infogempa", "gempa")
    entries = found if isinstance(found, list) else [found]
    quakes = list(_readable(entries, _quake))
    if not quakes:
        raise BadDocument("no earthquake in it")
    return tuple(sorted(quakes, key=lambda quake: quake.at, reverse=True))


def read_forecast(body: str, area: str) -> tuple[Slot, ...]:
    """The forecast for the kelurahan with that code, in order of time. Raises BadDocument."""
    document = _parsed(body)
    told = _within(document, "lokasi", "adm4")
    if told != area:
        raise BadDocument(f"for {_words(told) or 'no area'}, not {area}")
    data = _within(document, "data")
    days = _within(data[0], "cuaca") if isinstance(data, list) and data else None
    if not isinstance(days, list):
        raise BadDocument("no forecast in it")
    entries = [slot for day in days if isinstance(day, list) for slot in day]
    slots = {slot.at: slot for slot in _readable(entries, _slot)}
    if not slots:
        raise BadDocument("no forecast in it")
    return tuple(slots[at] for at in sorted(slots))


def read(name: str, body: str) -> tuple[Quake, ...] | tuple[Slot, ...]:
    """What is in the document of that name. Raises BadDocument."""
    if name.startswith(WEATHER):
        return read_forecast(body, name.removeprefix(WEATHER))
    return read_quakes(body)


def merged(quakes: Iterable[Quake]) -> list[Quake]:
    """Each event once, the newest first, with what any document says of it; the first of several has the last word."""
    events: list[Quake] = []
    for quake in quakes:
        for index, known in enumerate(events):
            if _same(known, quake):
                events[index] = replace(
                    known,
                    potential=known.potential or quake.potential,
                    felt=known.felt or quake.felt,
                    picture=known.picture or quake.picture,
                )
                break
        else:
            events.append(quake)
    return sorted(events, key=lambda quake: quake.at, reverse=True)


def _same(one: Quake, other: Quake) -> bool:
    near = abs(one.lat - other.lat) <= SAME_PLACE and abs(one.lon - other.lon) <= SAME_PLACE
    return near and abs(one.at - other.at) <= SAME_TIME


def _parsed(body: str) -> Any:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        raise BadDocument("not JSON") from None


def _within(value: Any, *names: str) -> Any:
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _readable(entries: Iterable[Any], read_one: Any) -> Iterator[Any]:
    for entry in entries:
        if isinstance(entry, dict) and (value := read_one(entry)) is not None:
            yield value


def _quake(entry: dict[str, Any]) -> Quake | None:
    lat, _, lon = (_words(entry.get("Coordinates")) or "").partition(",")
    at, numbers = _moment(entry.get("DateTime")), [_number(part) for part in (lat, lon, entry.get("Magnitude"))]
    place = RUN_TOGETHER.sub(" ", _words(entry.get("Wilayah")))
    where_lat, where_lon, magnitude = numbers
    if at is None or where_lat is None or where_lon is None or magnitude is None or not place:
        return None
    if abs(where_lat) > 90 or abs(where_lon) > 180 or not 0 < magnitude <= 10:
        return None
    picture = _words(entry.get("Shakemap"))
    return Quake(
        at,
        where_lat,
        where_lon,
        magnitude,
        _number(entry.get("Kedalaman")),
        place,
        _words(entry.get("Potensi")),
        _words(entry.get("Dirasakan")),
        picture if PICTURE.fullmatch(picture) else "",
    )


def _slot(entry: dict[str, Any]) -> Slot | None:
    at = _moment(entry.get("datetime")) or _moment(entry.get("utc_datetime"))
    words = _words(entry.get("weather_desc"))
    if at is None or not words:
        return None
    degrees = _number(entry.get("t"))
    plausible = degrees is not None and -20 <= degrees <= 60
    return Slot(at, words, _words(entry.get("weather_desc_en")) or words, degrees if plausible else None)


def _words(value: Any) -> str:
    """One line of what was said, without anything that is no letter or sign."""
    if not isinstance(value, str):
        return ""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in value[:LONGEST]).split())


def _number(value: Any) -> float | None:
    """A number, also one in a string and with its unit behind it."""
    if isinstance(value, str):
        found = NUMBER.match(value.strip())
        return float(found[0].replace(",", ".")) if found else None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if math.isfinite(value) else None


def _moment(value: Any) -> dt.datetime | None:
    """A moment in UTC, which is also meant where no zone is named."""
    try:
        at = dt.datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    if at.year not in YEARS:
        return None
    return at.replace(tzinfo=dt.UTC) if at.tzinfo is None else at.astimezone(dt.UTC)
