"""Questions and phrasings taken apart alike: for each thing said, all it may mean and how sure that is.

What was typed always stays. Chat abbreviations, Minang, English, roots and the words that stand for one another are
*added* to it, so that a wrong guess ("capek": quick or tired) never hides the word itself. The steps, in order:
words (handlers/words.py: folding, stretched letters, "jalan2"), phrases ("kartu keluarga" is one thing), readings.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import dropwhile, takewhile
from pathlib import Path

from handlers import words

LEXICON = Path(__file__).with_name("lexicon")
MOST_WORDS = 60  # of a text; a question has fewer, and a pasted letter says what it is about in its first lines
LONGEST_PHRASE = 5  # words
SHORTEST_STEM = 4  # letters
TWO = 2

# How sure a reading is. The lexicon writes chat and Minang; translations and neighbours are further away.
TYPED, MEANT, TRANSLATED, ROOT, NEIGHBOUR = 1.0, 0.95, 0.9, 0.88, 0.78
PART, PART_OF_LONGER = 0.55, 0.8  # a word of a phrase of two words, of more: the longer it is, the less it is one thing
STOP, WEAK, VAGUE, FULL = 0.0, 0.3, 0.6, 1.0  # how much a word says about what is asked

ENDINGS = ("nya", "nyo", "lah", "kah", "kan", "an", "in", "i", "ny")
BEGINNINGS: tuple[str, ...] = ("meng", "mem", "men", "me", "peng", "pem", "pen", "per", "pe", "ber", "di", "ke", "ter")
BEGINNINGS += ("se", "mang", "mam", "man", "ma", "pang", "pa", "ba", "ta", "ka", "sa", "ng", "n")
# Where a place lies that is named after such a word, as groups of concepts.txt.
_HEADINGS = dict.fromkeys(("ke", "ka", "to"), "=keluar") | dict.fromkeys(("dari", "dr", "asal", "from"), "=datang")
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing said. ``readings``: what it may mean with how sure that is; ``weight``: how much it says (0 to 1).

    A reading that starts with "=" is a group of words that stand for one another.
    """

    typed: str
    readings: Mapping[str, float]
    weight: float

    name: str  # the reading that stands for all of them: what to compare letter by letter
    spelled: str  # what was typed, in plain Indonesian


@lru_cache(maxsize=50_000)
def read(text: str) -> tuple[Slot, ...]:
    """What ``text`` says, thing by thing; words that say nothing are left out."""
    return tuple(_slots(tuple(words.split(text)[:MOST_WORDS])))


def plain(slots: Sequence[Slot]) -> str:
    """The words that carry meaning, each as its first reading, for comparing letters."""
    return " ".join(slot.name for slot in slots)


def _slots(typed: Phrase) -> Iterator[Slot]:
    place = 0
    while place < len(typed):
        length = _phrase_at(typed, place)
        if length > 1:
            yield _phrase(typed[place : place + length])
        elif (slot := _heading(typed, place) or single(typed[place])).weight > STOP:
            yield slot
        place += length


def _heading(typed: Phrase, place: int) -> Slot | None:
    """The name of another place with where it lies, seen from here: "ke batam" is away, "dari batam" is hither."""
    away = _HEADINGS.get(typed[place - 1]) if place else None
    if away is None or typed[place] not in _places():
        return None
    slot = single(typed[place])
    return replace(slot, readings={**slot.readings, away: NEIGHBOUR})


def _phrase_at(typed: Phrase, place: int) -> int:
    """How many words from ``place`` on belong together; 1 for a word by itself."""
    longest = _longest().get(_plain_word(typed[place]), 1)
    for length in range(min(longest, len(typed) - place), 1, -1):
        if _plain_phrase(typed[place : place + length]) in _groups():
            return length
    return 1


def _phrase(parts: Phrase) -> Slot:
    """A phrase is one thing; its words count less by themselves."""
    readings: dict[str, float] = {}
    phrase = _plain_phrase(parts)
    name = " ".join(phrase)
    readings[name] = TYPED
    _add_groups(readings, phrase, TYPED)
    share = PART if len(parts) == TWO else PART_OF_LONGER
    words_of = [single(part) for part in parts]
    for slot in words_of:
        if slot.weight > WEAK:
            for reading, sure in slot.readings.items():
                readings[reading] = max(readings.get(reading, 0.0), share * sure)
    weight = FULL if any(slot.weight > WEAK for slot in words_of) else VAGUE
    return Slot(" ".join(parts), readings, weight, _name(name, readings), name)


@lru_cache(maxsize=50_000)
def single(typed: str) -> Slot:
    """What one word may mean."""
    readings = {typed: TYPED}
    meanings = _meanings(typed)
    for meaning, sure in meanings.items():
        for part in meaning.split():
            readings[part] = max(readings.get(part, 0.0), sure)
    for reading, sure in tuple(readings.items()):
        for root in roots(reading):
            readings.setdefault(root, ROOT * sure)
    for reading, sure in (*tuple(readings.items()), *meanings.items()):
        if sure >= ROOT * ROOT:
            _add_groups(readings, (reading,) if " " not in reading else tuple(reading.split()), sure)
    weight = _weight(typed) if (typed,) in _groups() else min(_weight(word) for word in _said(typed, meanings))
    spelled = next(iter(meanings), typed)
    return Slot(typed, readings, weight, _name(spelled, readings), spelled)


def _said(typed: str, meanings: Iterable[str]) -> Iterator[str]:
    yield typed
    for meaning in meanings:
        yield from meaning.split()


def roots(word: str) -> tuple[str, ...]:
    """What ``word`` may be made from. Where no known root is found, beginnings and endings are cut off blindly:

    "perekaman" and "merekam" then still meet, in a piece that both have.
    """
    known = words.roots(word)
    if known or len(word) <= SHORTEST_STEM or words.is_known(word):
        return known
    return tuple(stem for stem in dict.fromkeys(_stems(word)) if stem != word)


def _stems(word: str) -> Iterator[str]:
    for ending in ("", *ENDINGS):
        if not word.endswith(ending):
            continue
        shorter = word.removesuffix(ending)
        for beginning in ("", *BEGINNINGS):
            if shorter.startswith(beginning) and len(stem := shorter.removeprefix(beginning)) >= SHORTEST_STEM:
                yield stem


def _meanings(typed: str) -> dict[str, float]:
    found = dict.fromkeys(words.meanings(typed), MEANT)
    for meant in _informal().get(typed, ()):
        found.setdefault(meant, MEANT)
    for meant in _english().get(typed, ()):
        found.setdefault(meant, TRANSLATED)
    return found


def _add_groups(readings: dict[str, float], phrase: Phrase, sure: float) -> None:
    for group, same in _groups().get(phrase, ()):
        strength = sure if same else sure * NEIGHBOUR
        readings[group] = max(readings.get(group, 0.0), strength)


def _name(word: str, readings: Mapping[str, float]) -> str:
    """``word``, or the group it is one and the same thing with."""
    return next(
        (group[1:].replace("_", " ") for group, sure in readings.items() if group[0] == "=" and sure > ROOT), word
    )


def _weight(word: str) -> float:
    return _weights().get(word, FULL)


def _plain_word(word: str) -> str:
    """The word that phrases are written with: "kartu klg" is "kartu keluarga"."""
    if word in _longest():
        return word
    meant = (*words.meanings(word), *_informal().get(word, ()))
    return next((each for each in meant if each in _in_phrases()), word)


def _plain_phrase(parts: Phrase) -> Phrase:
    if parts in _groups():
        return parts
    return tuple(part if part in _in_phrases() else _plain_word(part) for part in parts)


@cache
def _groups() -> dict[Phrase, tuple[tuple[str, bool], ...]]:
    """Each phrase with the groups it stands in, and whether it is the same thing as the others there."""
    found: dict[Phrase, list[tuple[str, bool]]] = {}
    for line in (LEXICON / "concepts.txt").read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        members = [tuple(words.split(member)) for member in line.removeprefix("!").split(" = ")]
        for member in members:
            found.setdefault(member, []).append(("=" + "_".join(members[0]), line.startswith("!")))
    return {phrase: tuple(groups) for phrase, groups in found.items()}


@cache
def _longest() -> dict[str, int]:
    """The first words of phrases with the length of the longest."""
    found: dict[str, int] = {}
    for phrase in _groups():
        if len(phrase) > 1:
            found[phrase[0]] = max(found.get(phrase[0], 1), min(len(phrase), LONGEST_PHRASE))
    return found


@cache
def _in_phrases() -> frozenset[str]:
    return frozenset(word for phrase in _groups() if len(phrase) > 1 for word in phrase)


@cache
def _weights() -> dict[str, float]:
    found: dict[str, float] = {}
    for line in (LEXICON / "weak.txt").read_text(encoding="utf-8").splitlines():
        kind, _, listed = line.partition(": ")
        for word in listed.split() if kind in ("stop", "weak") else ():
            found[word] = min(found.get(word, FULL), STOP if kind == "stop" else WEAK)
    return found


def elsewhere(slots: Sequence[Slot]) -> list[bool]:
    """Of each, whether it names a place or a matter that is not the city's: "padang", but not "padang panjang"."""
    said = {word for slot in slots for word in slot.typed.split()}
    names = _elsewhere() | {name for name, needed in _unless().items() if needed not in said}
    return [not names.isdisjoint(slot.typed.split()) for slot in slots]


@cache
def _unless() -> dict[str, str]:
    """Places whose name is the beginning of a longer one, by the word that makes it another place."""
    words = list(_named("# Unless followed by the word behind it"))
    return dict(zip(words[::2], words[1::2], strict=True))


@cache
def _elsewhere() -> frozenset[str]:
    return _places() | frozenset(_named("# Matters"))


@cache
def _places() -> frozenset[str]:
    return frozenset(_named("# Places"))


def _named(heading: str) -> Iterator[str]:
    """The words below that line, up to the next that starts with #."""
    lines = iter((LEXICON / "elsewhere.txt").read_text(encoding="utf-8").splitlines())
    below = dropwhile(lambda line: line != heading, lines)
    next(below)
    for line in takewhile(lambda line: not line.startswith("#"), below):
        yield from line.split()


@cache
def _informal() -> dict[str, tuple[str, ...]]:
    """Chat, and Minang in the shapes that questions have; the project's own list goes first."""
    return _pairs("indo_collex.csv") | _pairs("asked.csv")


@cache
def _english() -> dict[str, tuple[str, ...]]:
    return _pairs("english.csv")


def _pairs(file: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    with (LEXICON / file).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["typed"], []).append(row["meant"])
    return {typed: tuple(meant) for typed, meant in found.items()}
