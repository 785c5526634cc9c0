"""An inverted index over everything the answers are asked with, and how well each explains a question.

A document is one phrasing (or title, or body) of an entry. Documents of an entry stand next to each other, so that
what is best of an entry is one pass over an array.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from handlers.info.entry import Entry
from handlers.info.normalising import Slot, plain, read, single
from handlers.info.spelling import Speller

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int32]
IN_BODY = 0.5  # a word in the answer itself says less than one in how it is asked for
UNKNOWN = 0.9  # how rare a word is that no answer knows, when the rarest that one knows is 1
LEAST_RARE = 0.05
SURE = 0.65  # a reading less sure than this does not keep the speller from looking
MOST_IN_BODY = 60  # slots


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the index sees it. ``terms`` of each slot are ids with strengths, the weakest first."""

    slots: tuple[Slot, ...]
    terms: Sequence[Sequence[tuple[int, float]]]
    weights: Sequence[float]

    @property
    def total(self) -> float:
        """How much there is to explain."""
        return sum(self.weights)


@dataclass(frozen=True, slots=True)
class Matched:
    """How well documents and entries explain a question; all in the weights of its slots."""

    documents: Floats  # the weight each document explains
    slots: npt.NDArray[np.float32]  # by slot and entry: the best of its documents (0 to 1)
    usual: npt.NDArray[np.float32]  # by slot and entry: the mean of its phrasings (0 to 1)


class Index:
    """The entries, ready to be matched. It does not change; a new one is cheap, as texts once read are remembered."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        self.texts: list[str] = []
        self.names: list[tuple[Slot, ...]] = []
        owners: list[int] = []
        bodies: list[bool] = []
        for number, entry in enumerate(self.entries):
            texts = (*entry.asked, entry.body) if entry.body else entry.asked
            for text in texts:
                self.texts.append(text)
                self.names.append(read(text))
                owners.append(number)
            bodies += [False] * len(entry.asked) + [True] * bool(entry.body)
        self.owners: Numbers = np.array(owners, dtype=np.int32)
        self.bodies = np.array(bodies, dtype=bool)
        self.starts: Numbers = np.searchsorted(self.owners, np.arange(len(self.entries))).astype(np.int32)
        self._counts = np.maximum(1, np.bincount(self.owners[~self.bodies], minlength=len(self.entries)))
        self._plain: dict[int, str] = {}
        self._build()

    def _build(self) -> None:
        self._ids: dict[str, int] = {}
        where: dict[int, list[int]] = defaultdict(list)
        how: dict[int, list[float]] = defaultdict(list)
        for document, slots in enumerate(self.names):
            share = IN_BODY if self.bodies[document] else 1.0
            for term, sure in _strongest(slots[:MOST_IN_BODY]):
                place = self._ids.setdefault(term, len(self._ids))
                where[place].append(document)
                how[place].append(sure * share)
        self._where = [np.array(where[place], dtype=np.int32) for place in range(len(self._ids))]
        self._how = [np.array(how[place], dtype=np.float32) for place in range(len(self._ids))]
        self._rarity = [self._rare(place) for place in range(len(self._ids))]
        self._speller = Speller(term for term in self._ids if term.isalpha())
        self.lengths: Floats = np.array([self._length(slots) for slots in self.names], dtype=np.float32)

    def _rare(self, place: int) -> float:
        """From 0 (in every entry) to 1 (in one)."""
        usual = self._how[place] > IN_BODY
        found = len(np.unique(self.owners[self._where[place][usual]])) or 0.5
        most = math.log((len(self.entries) + 1) / 0.75)
        return max(LEAST_RARE, min(1.0, math.log((len(self.entries) + 1) / (found - 0.25)) / most))

    def _length(self, slots: Iterable[Slot]) -> float:
        return sum(slot.weight * self._rarest(slot.readings.items()) for slot in slots)

    def _rarest(self, readings: Iterable[tuple[str, float]]) -> float:
        """How rare the surest reading is that any answer knows."""
        known = [(sure, self._rarity[self._ids[term]]) for term, sure in readings if term in self._ids]
        return max(known)[1] if known else UNKNOWN

    def asked(self, question: str) -> Asked:
        """The question, its unknown words read as the known ones they may be."""
        slots = read(question)
        readings = [self._readings(slot) for slot in slots]
        weights = [slot.weight * self._rarest(found.items()) for slot, found in zip(slots, readings, strict=True)]
        return Asked(slots, [self._terms(found) for found in readings], weights)

    def _terms(self, readings: dict[str, float]) -> list[tuple[int, float]]:
        known = [(self._ids[term], sure) for term, sure in readings.items() if term in self._ids]
        return sorted(known, key=lambda term: term[1])

    def _readings(self, slot: Slot) -> dict[str, float]:
        readings = dict(slot.readings)
        if any(sure >= SURE and term in self._ids for term, sure in readings.items()):
            return readings
        for word, near in self._speller.near(slot.typed).items():
            for reading, sure in single(word).readings.items():
                readings[reading] = max(readings.get(reading, 0.0), near * sure)
        return readings

    def match(self, asked: Asked) -> Matched:
        """How well everything explains ``asked``."""
        count = len(self.entries)
        documents = np.zeros(len(self.owners), dtype=np.float32)
        best = np.zeros((len(asked.slots), count), dtype=np.float32)
        usual = np.zeros((len(asked.slots), count), dtype=np.float32)
        for number, (terms, weight) in enumerate(zip(asked.terms, asked.weights, strict=True)):
            if not terms:
                continue
            found = np.zeros(len(self.owners), dtype=np.float32)
            for place, sure in terms:
                where = self._where[place]
                found[where] = np.maximum(found[where], np.minimum(sure, self._how[place]))
            documents += weight * found
            best[number] = np.maximum.reduceat(found, self.starts)
            found[self.bodies] = 0
            usual[number] = np.add.reduceat(found, self.starts) / self._counts
        return Matched(documents, best, usual)

    def groups(self) -> frozenset[int]:
        """The ids of terms that are groups of words, not words."""
        return frozenset(place for term, place in self._ids.items() if term.startswith("="))

    def plain(self, document: int) -> str:
        """The telling words of a document, for comparing letters."""
        text = self._plain.get(document)
        if text is None:
            text = self._plain[document] = plain(self.names[document][:MOST_IN_BODY])
        return text

    def best_of(self, values: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """The best of each entry's documents."""
        best: npt.NDArray[Any] = np.maximum.reduceat(values, self.starts)
        return best


def _strongest(slots: Iterable[Slot]) -> Iterator[tuple[str, float]]:
    found: dict[str, float] = {}
    for slot in slots:
        for term, sure in slot.readings.items():
            if found.get(term, 0.0) < sure:
                found[term] = sure
    yield from found.items()
