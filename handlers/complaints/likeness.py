"""Whether two complaints are about the same: how far apart they are, and how alike their words. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from handlers import words

EARTH = 6_371_000.0  # metres
# Out of 100. Two pins beside each other need few common words; a whole kelurahan with nothing closer needs many.
BESIDE, SAME_SPOT, SAME_AREA = 55.0, 60.0, 80.0
SAME_PLACE = 80.0  # of two places in words
_EMPTY = frozenset(
    """
    yang di ke dari dan atau ini itu ada sudah udah sejak karena untuk dengan pada saja juga lagi pak bu bapak ibu mohon
    tolong kami saya aku kita ambo awak kota minggu hari bulan lalu kemarin tadi sangat sekali tidak belum masih nan jo
    a an the is are in on at of to and it has been since not please there
    """.split()
)
# Words of a place that lead nowhere by themselves.
_ANYWHERE = frozenset(
    """
    jalan jln jl gang gg simpang depan muko dekat dakek samping belakang sebelah seberang sekitar arah rumah
    kelurahan kel kecamatan kec rt rw no nomor blok lorong pinggir tepi street near front behind house
    """.split()
)


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of a complaint: its words, and where it is. ``area`` is the name of its kelurahan."""

    text: str
    lat: float | None
    lon: float | None
    area_code: str | None
    place: str
    area: str = ""


def score(one: Sketch, other: Sketch, metres: float) -> float:
    """How alike the two are, from 0 to 100; 0 if they are not about the same."""
    needed = _needed(one, other, metres)
    if needed == math.inf:  # most are elsewhere: their words need not be compared
        return 0.0
    alike = float(fuzz.token_set_ratio(essence(one.text), essence(other.text)))
    return alike if alike >= needed else 0.0


def same_place(one: Sketch, other: Sketch, metres: float) -> bool:
    """Whether two are at one place: pins near each other, or like words for a spot in the same kelurahan."""
    away = distance(one, other)
    if away is not None:
        return away <= metres
    first, second = _spot(one), _spot(other)
    if one.area_code is None or one.area_code != other.area_code or not first or not second:
        return False
    return _same_words(first, second)


@lru_cache(8192)  # what happens at one spot is told in few words, by many
def _same_words(first: str, second: str) -> bool:
    return fuzz.token_set_ratio(first, second) >= SAME_PLACE


def _needed(one: Sketch, other: Sketch, metres: float) -> float:
    away = distance(one, other)
    if away is not None:
        return BESIDE if away <= metres else math.inf
    if one.area_code is None or one.area_code != other.area_code:
        return math.inf
    first, second = _spot(one), _spot(other)
    if not first or not second:
        return SAME_AREA
    return SAME_SPOT if _same_words(first, second) else math.inf


def _spot(sketch: Sketch) -> str:
    return _within(sketch.area, sketch.place)


@lru_cache(8192)
def _within(area: str, place: str) -> str:
    """The words for a place that say more than the kelurahan's name."""
    named = {*words.split(area), *_ANYWHERE, *_EMPTY}
    return " ".join(word for word in words.split(place) if word not in named)


def distance(one: Sketch, other: Sketch) -> float | None:
    """Metres between the two on a sphere (haversine); None unless both have a pin."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    south, north = math.radians(one.lat), math.radians(other.lat)
    high, wide = (north - south) / 2, math.radians(other.lon - one.lon) / 2
    half = math.sin(high) ** 2 + math.cos(south) * math.cos(north) * math.sin(wide) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


@lru_cache(8192)
def essence(text: str) -> str:
    """The words that carry the meaning, in Indonesian and without endings, so that "lampunyo mati" is "lampu mati"."""
    return " ".join(dict.fromkeys(_root(word) for word in words.split(text) if word not in _EMPTY and len(word) > 1))


@lru_cache(20_000)
def _root(word: str) -> str:
    meant = (words.meanings(word) or (word,))[0]
    return min(words.roots(meant), key=len, default=meant)
