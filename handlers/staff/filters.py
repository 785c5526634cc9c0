"""What staff write behind /tiket, in any order and in three languages, and what it narrows the list to.

``parse`` understands it, ``describe`` says it back in words that ``parse`` understands, ``encode`` makes it so short
that it fits on a button together with the place where a page begins (``mark``).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from handlers import words
from handlers.city import AgencyInfo, CategoryInfo, City
from handlers.placenames import LONGEST_NAME, MISTYPED
from handlers.routing import known, naming
from handlers.staff.filter_words import PHRASES, SILENT, UNITS
from handlers.texts import Html, Texts
from storage.models import Kind, Status
from storage.tickets import Filter, Place

__all__ = ["LONGEST", "Filter", "decode", "describe", "encode", "mark", "parse", "place_of"]

LONGEST = 40  # bytes of a filter on a button: of 64 the command and the place of a page take the rest
MOST_WORDS = 16  # of what somebody wrote that are looked at
SURE = MISTYPED - 0.05  # a kelurahan with two letters wrong still is one
NEAR_FROM = 5  # letters of a word that may be a category misspelt

_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]+)["“”„«»]')
_SEGMENTS = re.compile(r"[·|]")
_FLAGS = {"m": "mine", "u": "unclaimed", "l": "late", "t": "today", "a": "answered", "e": "ended"}
_STATUSES = dict(zip("rtpwdcjg", Status, strict=True))  # letters that stand on buttons; never given a new meaning
_KINDS = dict(zip("cai", Kind, strict=True))
_EPOCH = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def parse(said: str, city: City) -> Filter:
    """What ``said`` narrows the list to. Nothing is wrong: what is no filter is searched for in the complaints.

    Words in quotation marks are only searched for.
    """
    sought = [word for quoted in _QUOTED.findall(said) for word in words.split(quoted)]
    found = Filter()
    for segment in _SEGMENTS.split(_QUOTED.sub(" · ", said)):
        found, left = _read(words.split(segment)[:MOST_WORDS], city, found)
        sought += left
    return _fitting(replace(found, words=tuple(dict.fromkeys(sought))))


def _read(said: Sequence[str], city: City, found: Filter) -> tuple[Filter, list[str]]:
    """The filter with what the words add to it, and those that mean nothing to us."""
    left: list[str] = []
    position = 0
    while position < len(said):
        rest = said[position:]
        count, given = _meaning(rest, city)
        if not count and rest[0] not in SILENT:
            left.append(rest[0])
        found = replace(found, **given)
        position += count or 1
    return found, left


def _meaning(said: Sequence[str], city: City) -> tuple[int, Mapping[str, Any]]:
    """What the first words mean, and how many they are; none if they mean nothing to us."""
    unit = UNITS.get(said[0], "")
    if unit and (meant := dict(_named(said[1:], city)).get(unit)):
        return meant[0] + 1, meant[1]
    for count in range(min(len(said), max(map(len, PHRASES))), 0, -1):
        if given := PHRASES.get(tuple(said[:count])):
            return count, given
    return next((meant for _, meant in _named(said, city)), (0, {}))


def _named(said: Sequence[str], city: City) -> Iterator[tuple[str, tuple[int, Mapping[str, Any]]]]:
    """The kelurahan, category and agency that the first words name."""
    if area := _area(said, city):
        yield "area", (area[0], {"area": area[1]})
    if (named := _sure(said, known.categories(city))) is not None:
        yield "category", (named.count, {"category_id": city.categories[named.code].id})
    if (named := _sure(said, known.agencies(city))) is not None:
        yield "agency", (named.count, {"agency_id": city.agency(named.code).id})


def _sure(said: Sequence[str], book: naming.Book) -> naming.Named | None:
    named = naming.begins(said, book) if said else None
    return named if named and (named.sure or _misspelt(said[: named.count])) else None


def _misspelt(said: Sequence[str]) -> bool:
    return all(len(word) >= NEAR_FROM and not words.is_known(word) for word in said)


def _area(said: Sequence[str], city: City) -> tuple[int, str] | None:
    """How many of the first words are the name of a kelurahan, and its code; no more words than it takes."""
    best: tuple[float, int, str] | None = None
    for count in range(1, min(len(said), LONGEST_NAME) + 1):
        match = next(iter(city.find_areas(" ".join(said[:count]), 1)), None)
        within = match and city.find_areas(" ".join(said[1:count]), 1)[:1] == [match]
        if match and not within and match.score >= SURE and (best is None or match.score > best[0]):
            best = (match.score, count, match.area.code)
    return (best[1], best[2]) if best else None


def _fitting(wanted: Filter) -> Filter:
    """The filter with as many of its words as a button holds."""
    while len(encode(wanted).encode()) > LONGEST:
        *kept, last = wanted.words
        wanted = replace(wanted, words=tuple(kept or words.split(last[:-1])))
    return wanted


# --- in words


def describe(wanted: Filter, city: City, texts: Texts, language: str) -> Html:
    """What the list is narrowed to, as HTML; empty if it is not."""
    say = texts.say
    parts = [say(language, f"filter-{name}") for name in _FLAGS.values() if getattr(wanted, name)]
    if wanted.status:
        parts.append(say(language, f"filter-{wanted.status}"))
    if wanted.kind:
        parts.append(say(language, f"filter-{wanted.kind}"))
    if wanted.area in city.areas:
        parts.append(say(language, "filter-area", name=city.areas[wanted.area].name))
    if wanted.category_id:
        parts.append(say(language, "filter-category", name=_short(city.category_by_id(wanted.category_id), language)))
    if wanted.agency_id:
        parts.append(say(language, "filter-agency", name=_short(city.agencies[wanted.agency_id], language)))
    if wanted.words:
        parts.append(say(language, "filter-words", words=" ".join(wanted.words)))
    return Html(" · ".join(parts))


def _short(thing: CategoryInfo | AgencyInfo, language: str) -> str:
    return naming.short(thing.name(language))


# --- on a button


def encode(wanted: Filter) -> str:
    """The filter in a few letters, without blanks; ``decode`` undoes it in the same city."""
    parts = ["".join(letter for letter, name in _FLAGS.items() if getattr(wanted, name))]
    given = (
        ("s", _letter(_STATUSES, wanted.status)),
        ("k", _letter(_KINDS, wanted.kind)),
        ("a", _short_area(wanted.area)),
        ("c", _to_36(wanted.category_id)),
        ("g", _to_36(wanted.agency_id)),
    )
    parts += [f"{name}{value}" for name, value in given if value]
    return ".".join(parts) + ("~" + "+".join(wanted.words) if wanted.words else "")


def decode(code: str, city: City) -> Filter:
    """The filter that was encoded. What is not, or is no longer, in the city does not narrow the list."""
    head, _, sought = code.partition("~")
    flags, *fields = head.split(".")
    values = {field[:1]: field[1:] for field in fields}
    category, agency = (_from_36(values.get(name, "")) for name in "cg")
    known = {category.id for category in city.categories.values()}
    wanted = Filter(
        status=_STATUSES.get(values.get("s", ""), ""),
        kind=_KINDS.get(values.get("k", ""), ""),
        area=next((area for area in city.areas if _short_area(area) == values.get("a")), ""),
        category_id=category if category in known else 0,
        agency_id=agency if agency in city.agencies else 0,
        words=tuple(word for part in sought.split("+") for word in words.split(part)),
    )
    given: dict[str, Any] = {name: True for letter, name in _FLAGS.items() if letter in flags}
    return _fitting(replace(wanted, **given))


def mark(place: Place) -> str:
    """Where a page begins, in at most 14 letters."""
    due = f".{_to_36(int((place.due - _EPOCH).total_seconds())) or '0'}" if place.due else ""
    return f"{'-' if place.back else ''}{_to_36(place.id)}{due}"


def place_of(marked: str) -> Place | None:
    """The place that ``mark`` wrote; None if it did not write this."""
    found = re.fullmatch(r"(-?)([0-9a-z]{1,7})(?:\.([0-9a-z]{1,7}))?", marked)
    if found is None:
        return None
    due = _EPOCH + dt.timedelta(seconds=int(found[3], 36)) if found[3] else None
    return Place(int(found[2], 36), due, back=bool(found[1]))


def _letter(table: Mapping[str, str], value: str) -> str:
    return next((letter for letter, meant in table.items() if meant == value), "")


def _short_area(code: str) -> str:
    """The Kemendagri code as a number, without its dots."""
    digits = code.replace(".", "")
    return _to_36(int(digits)) if digits.isdecimal() else code


def _to_36(number: int) -> str:
    """A number from 1 on in as few letters as can be; nothing for 0."""
    letters = ""
    while number > 0:
        number, digit = divmod(number, 36)
        letters = _DIGITS[digit] + letters
    return letters


def _from_36(letters: str) -> int:
    return int(letters, 36) if letters.isalnum() and letters.isascii() else 0
