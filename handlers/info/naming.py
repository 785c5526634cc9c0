"""Finding something of the catalogue by what people call it, misspelt, shortened or in Minang."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from rapidfuzz import fuzz

from handlers import words

T = TypeVar("T")
LONGEST = 60  # characters of what somebody looks for
LIKE = 82  # of 100: two words are the same, one of them misspelt
WHOLE, SOME = 0.9, 0.5  # how much of what was said a name must explain
WORSE = 0.02  # than the best; what is worse is not meant
ROOT = 0.97  # how much a word counts of which only the root is the same: sehat, kesehatan
GENERIC = frozenset(
    """
    a ambil ambiak apo apa bikin buat buek cari caro cara di dan dinas how ingin jo kantor kantua kota layanan
    mau maurus mengurus mintak
    """.split()
)
AGENCY = "dis"  # "dinas" in the names of agencies: disdukcapil, which people call dukcapil
SURE_OF = 4  # letters; shorter words and abbreviations must be written right


def likest(said: str, named: Sequence[tuple[T, Sequence[str]]], *, least: float = SOME) -> list[T]:
    """Those whose names explain at least so much of what was said, the best first."""
    asked = _telling(words.split(said[:LONGEST]))
    if not asked:
        return []
    scored = [(_score(asked, [word for name in names for word in words.split(name)]), thing) for thing, names in named]
    least = max(least, max((score for score, _ in scored), default=0.0) - WORSE)
    found = [each for each in scored if each[0] >= least]
    return [thing for _, thing in sorted(found, key=lambda each: -each[0])]


def _telling(said: Sequence[str]) -> list[tuple[str, ...]]:
    """The words that say what is looked for, each in all its meanings; all words if none does."""
    telling = [word for word in said if word not in GENERIC] or list(said)
    return [(word, *words.meanings(word), *words.roots(word)) for word in telling]


def _score(asked: Sequence[tuple[str, ...]], names: Sequence[str]) -> float:
    """The share of words asked for that are among those of the names; of equals the shorter is a little better.

    A name in another language counts too: "KK" stands in the Minang one only, "rusak" in the Indonesian one.
    """
    explained = sum(max(_alike(one, other) for one in meant for other in names) for meant in asked) / len(asked)
    return explained + (0.001 / len(names) if explained else 0.0)


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if one in words.roots(other) or one in words.sounds(other):
        return ROOT
    if min(len(one), len(other)) < SURE_OF:
        return 0.0
    if other.startswith(one) or (other.startswith(AGENCY) and other.endswith(one)):
        return ROOT
    ratio = fuzz.ratio(one, other)
    return ratio / 100 if ratio >= LIKE else 0.0
