"""What people type, taken apart: folded words, what they mean in chat and in Minang, their roots and their sounds."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

LEXICON = Path(__file__).with_name("lexicon")
LONGEST = 2000  # characters looked at; whatever a text is about is said by then
SHORTEST_ROOT = 4  # letters; shorter ones are in every other word
SHORTEST_MINANG_ROOT = 5  # "rang" (orang) would be found in barang and terang

WORD = re.compile(r"[^\W_]+")
STRETCHED = re.compile(r"(.)\1{2,}")  # "tolooong"
TWICE = re.compile(r"([a-z]{3,})2([a-z]*)")  # "jalan2", "balai2nya"

# Written for the whole of Indonesian and Minang; what is cut off wrongly is no known word and so is dropped.
ENDINGS = ("lah", "kah", "pun", "nya", "nyo", "ku", "mu", "kan", "an", "i")
BEGINNINGS: tuple[str, ...] = (
    "menge",
    "meng",
    "men",
    "mem",
    "me",
    "mang",
    "man",
    "mam",
    "ma",
    "peng",
    "pen",
    "pem",
    "per",
    "pe",
)
BEGINNINGS += ("pang", "pa", "ber", "be", "ba", "ter", "te", "ta", "di", "ke", "ka", "se", "sa")
SWALLOWED = {"meng": "k", "men": "t", "mem": "p", "mang": "k", "man": "t", "mam": "p"}
SWALLOWED |= {"peng": "k", "pen": "t", "pem": "p"}
VOWELS = frozenset("aeiou")

# How Indonesian endings sound in Minang, the longest first: banjir, banjia; got tersumbat, tasumbek.
SOUNDS = (
    ("ung", "uang"),
    ("ing", "iang"),
    ("as", "eh"),
    ("at", "ek"),
    ("ut", "uik"),
    ("uk", "uak"),
    ("ik", "iak"),
    ("it", "ik"),
    ("us", "uih"),
    ("is", "ih"),
    ("ir", "ia"),
    ("ur", "ua"),
    ("ar", "a"),
    ("or", "oa"),
    ("al", "a"),
    ("a", "o"),
)
OPENINGS = (("ber", "ba"), ("ter", "ta"), ("per", "pa"), ("be", "ba"), ("me", "ma"), ("ke", "ka"), ("se", "sa"))


def fold(text: str) -> str:
    """``text`` in small letters without accents, styled letters made plain, stretched words shortened."""
    text = text[:LONGEST]
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in parts if not unicodedata.combining(letter))[:LONGEST]
    return STRETCHED.sub(r"\1", text.casefold())


def split(text: str) -> list[str]:
    """The words of ``text``, folded; "jalan2" is said twice as it is read."""
    found: list[str] = []
    for word in WORD.findall(fold(text)):
        if (twice := TWICE.fullmatch(word)) is None:
            found.append(word)
        else:
            found += [twice[1], twice[1] + twice[2]]
    return found


@lru_cache(maxsize=20_000)
def meanings(word: str) -> tuple[str, ...]:
    """What ``word`` may stand for besides itself, in chat or in Minang."""
    meant = _lexicon().get(word, ())
    return tuple(dict.fromkeys(other for other in meant if other != word))


def is_known(word: str) -> bool:
    """Whether ``word`` is a word of its own, and so no misspelling of another."""
    return word in _known()


@lru_cache(maxsize=20_000)
def roots(word: str) -> tuple[str, ...]:
    """What is left of ``word`` without beginnings and endings, where that is a known word: pengaspalan, aspal."""
    stems = dict.fromkeys((word, *_without_endings(word)))
    for stem in tuple(stems):
        stems |= dict.fromkeys(_without_beginning(stem))
    return tuple(stem for stem in stems if stem != word and _is_root(stem))


def sounds(word: str) -> tuple[str, ...]:
    """How an Indonesian ``word`` may be written by those who speak Minang: silaing, silaiang."""
    spellings = {word}
    for indonesian, minang in SOUNDS:
        if word.endswith(indonesian):
            spellings.add(word.removesuffix(indonesian) + minang)
            break
    for indonesian, minang in OPENINGS:
        if word.startswith(indonesian):
            spellings |= {minang + spelling.removeprefix(indonesian) for spelling in spellings}
            break
    return tuple(sorted(spellings - {word}))


def consonants(word: str) -> str:
    """``word`` as chat writes it in a hurry: sampah, smph."""
    return "".join(letter for letter in word if letter not in VOWELS)


def _is_root(stem: str) -> bool:
    if stem in _indonesian():
        return len(stem) >= SHORTEST_ROOT
    return len(stem) >= SHORTEST_MINANG_ROOT and is_known(stem)


def _without_endings(word: str) -> Iterator[str]:
    for ending in ENDINGS:
        if word.endswith(ending):
            shorter = word.removesuffix(ending)
            yield shorter
            yield from _without_endings(shorter)


def _without_beginning(word: str) -> Iterator[str]:
    for beginning in BEGINNINGS:
        if not word.startswith(beginning):
            continue
        rest = word.removeprefix(beginning)
        yield rest
        if rest and rest[0] in VOWELS and beginning in SWALLOWED:
            yield SWALLOWED[beginning] + rest
        if beginning in ("meng", "peng", "mang", "pang") and rest.startswith("e"):
            yield rest[1:]
        if rest.startswith("y"):
            yield "s" + rest[1:]


@cache
def _lexicon() -> dict[str, tuple[str, ...]]:
    """Every meaning of every word typed."""
    found: dict[str, list[str]] = {}
    for typed, meant in (*_chat(), *_minang()):
        found.setdefault(typed, []).extend(meant.split())
    return {typed: tuple(meant) for typed, meant in found.items()}


@cache
def _known() -> frozenset[str]:
    pairs = (*_chat(), *_minang())
    return frozenset(word for pair in pairs for side in pair for word in side.split())


@cache
def _indonesian() -> frozenset[str]:
    return frozenset(word for _, meant in (*_chat(), *_minang()) for word in meant.split())


@cache
def _chat() -> tuple[tuple[str, str], ...]:
    with (LEXICON / "chat.csv").open(encoding="utf-8", newline="") as lines:
        return tuple((row["typed"], row["meant"]) for row in csv.DictReader(lines))


@cache
def _minang() -> tuple[tuple[str, str], ...]:
    with (LEXICON / "minang_indonesia.dic").open(encoding="utf-8") as lines:
        pairs = (line.strip().lower().split(", ") for line in lines)
        return tuple((pair[0], pair[1]) for pair in pairs if len(pair) == 2)
