"""Which agency, category or place somebody means, by its code, its name, a part of it, or what comes near enough."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process, utils

from handlers import words

NEAR = 82  # of 100; below it nothing is guessed
LEAD = 5  # points the best must be ahead of the next that means something else
LONGEST = 6  # words of a name
SHORTEST = 4  # letters of what is compared; in a shorter one a slip makes another word of it

# Words that many names share: a name is known without them too.
COMMON = frozenset(
    "dinas badan kantor daerah kota kecamatan kelurahan kacamatan kalurahan kec kel regional office agency service "
    "district and dan jo".split()
)
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_JOINED = re.compile(r",| dan | jo | and ")


@dataclass(frozen=True, slots=True)
class Named:
    """The thing with ``code`` is named by ``count`` words; not ``sure`` when they only come near to its name."""

    code: str
    count: int
    sure: bool


Book = Mapping[str, str]  # every way to name something, plain, to its code


def plain(text: str) -> str:
    """``text`` in small letters, its words one blank apart, without punctuation."""
    return " ".join(utils.default_process(text).split())


def short(name: str) -> str:
    """A name without what stands in brackets, for a button."""
    return _BRACKETS.sub("", name).strip()


def book(things: Iterable[tuple[str, Mapping[str, str]]]) -> Book:
    """How the things (code and names) may be called; what would name two of them names neither, codes aside."""
    named: dict[str, set[str]] = {}
    codes: dict[str, str] = {}
    for code, names in things:
        codes |= {plain(code): code, plain(code.replace("_", " ")): code}
        for way in _ways(names):
            named.setdefault(way, set()).add(code)
    return {way: next(iter(found)) for way, found in named.items() if len(found) == 1} | codes


def _ways(names: Mapping[str, str]) -> set[str]:
    """A name whole, without what stands in brackets, its parts, and each of them without the words many names share."""
    found: set[str] = set()
    for name in names.values():
        bare = _BRACKETS.sub("", name)
        for part in (name, bare, *_JOINED.split(bare)):
            found |= {plain(part), _essence(part)}
    return {way for way in found if len(way) > 1 and way not in COMMON}


def _essence(name: str) -> str:
    return " ".join(word for word in plain(name).split() if word not in COMMON)


def begins(said: Sequence[str], names: Book) -> Named | None:
    """What the first words of ``said`` name: as many of them as make a name, or come near to one."""
    return _longest([" ".join(said[:count]) for count in range(1, min(len(said), LONGEST) + 1)], names)


def ends(said: Sequence[str], names: Book) -> Named | None:
    """What the last words of ``said`` name, as ``begins``."""
    return _longest([" ".join(said[-count:]) for count in range(1, min(len(said), LONGEST) + 1)], names)


def _longest(phrases: Sequence[str], names: Book) -> Named | None:
    for count in range(len(phrases), 0, -1):
        if code := names.get(plain(phrases[count - 1])):
            return Named(code, count, sure=True)
    near = [(*_near(plain(phrase), names), count) for count, phrase in enumerate(phrases, start=1)]
    _, code, count = max(near, key=lambda each: each[0], default=(0.0, "", 0))
    return Named(code, count, sure=False) if code else None


def _near(phrase: str, names: Book) -> tuple[float, str]:
    if len(phrase) < SHORTEST:
        return 0.0, ""
    found = process.extract(phrase, list(names), scorer=fuzz.ratio, score_cutoff=NEAR, limit=5)
    if not found:
        return 0.0, ""
    best, score = names[found[0][0]], found[0][1]
    rival = next((other for way, other, _ in found if names[way] != best), 0.0)
    return (score, best) if score - rival >= LEAD else (0.0, "")


def likely(phrase: str, names: Book, limit: int = 3) -> list[str]:
    """The codes whose names come nearest to ``phrase``, the nearest first, to be offered to somebody."""
    found = process.extract(plain(phrase), list(names), scorer=fuzz.WRatio, score_cutoff=60, limit=limit * 4)
    return list(dict.fromkeys(names[way] for way, _, _ in found))[:limit]


def mentions(text: str, code: str, names: Mapping[str, str]) -> bool:
    """Whether ``text`` contains a name of the thing."""
    heard = f" {' '.join(words.split(text))} "
    ways = {plain(code.replace("_", " "))} | _ways(names)
    return any(f" {' '.join(words.split(way))} " in heard for way in ways)
