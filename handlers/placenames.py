"""Which kelurahan somebody names, in whatever spelling and however long the address around it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers import words
from handlers.places import AreaInfo, AreaMatch

LONGEST_NAME = 4  # words; "tanah pak lambik" has three, and people break them up
MOST_WORDS = 60  # of a text that are looked at; an address has fewer
NAMED, ALIASED, SHARED, MISTYPED = 1.0, 0.95, 0.6, 0.85
MISTYPED_FROM, TWO_MISTAKES_FROM = 6, 12  # letters


@dataclass(frozen=True, slots=True)
class Found:
    """A name found in a text, from word ``start`` up to but not including word ``end``."""

    area: int
    score: float
    start: int
    end: int


class PlaceNames:
    """The names of the kelurahan and the ways they are written.

    A name is compared without its spaces, so that "paklambik" and "pak lambik" are one. An alias that several
    kelurahan share ("silaing") finds them all, each with less certainty.
    """

    def __init__(self, areas: Sequence[tuple[AreaInfo, Sequence[str]]]) -> None:
        self._areas = [area for area, _ in areas]
        self._written: dict[str, dict[int, float]] = defaultdict(dict)
        for index, (area, aliases) in enumerate(areas):
            self._add(index, area.name, NAMED)
            for alias in aliases:
                self._add(index, alias, ALIASED)
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._written):
            self._by_letter[name[0]].append(name)

    def find(self, text: str, limit: int) -> list[AreaMatch]:
        """The kelurahan named in ``text``, the surest first."""
        best: dict[int, float] = {}
        for found in self._without_overlaps(words.split(text)[:MOST_WORDS]):
            best[found.area] = max(found.score, best.get(found.area, 0.0))
        ranked = sorted(best, key=lambda index: (-best[index], index))
        return [AreaMatch(self._areas[index], best[index]) for index in ranked[:limit]]

    def _add(self, index: int, name: str, score: float) -> None:
        parts = words.split(name)
        written = "".join(parts)
        if not written:
            return
        self._written[written].setdefault(index, score)
        for spelling in product(*((part, *words.sounds(part)) for part in parts)):
            self._written["".join(spelling)].setdefault(index, ALIASED)

    def _without_overlaps(self, typed: Sequence[str]) -> Iterator[Found]:
        """What is named, without what is only a part of a surer name or runs into one."""
        taken: dict[int, tuple[int, int]] = {}
        for found in sorted(self._all(typed), key=lambda found: (-found.score, found.start - found.end, found.start)):
            span = (found.start, found.end)
            if all(taken.get(position, span) == span for position in range(*span)):
                taken |= dict.fromkeys(range(*span), span)
                yield found

    def _all(self, typed: Sequence[str]) -> Iterator[Found]:
        for start in range(len(typed)):
            for end in range(start + 1, min(start + LONGEST_NAME, len(typed)) + 1):
                for area, score in self._read(typed[start:end]).items():
                    yield Found(area, score, start, end)

    def _read(self, parts: Sequence[str]) -> dict[int, float]:
        """The kelurahan whose name these words are, with scores."""
        written = "".join(parts)
        if exact := self._written.get(written):
            return exact if len(exact) == 1 else dict.fromkeys(exact, SHARED)
        if len(written) < MISTYPED_FROM or all(words.is_known(part) for part in parts):
            return {}
        allowed = 2 if len(written) >= TWO_MISTAKES_FROM else 1
        names = self._by_letter.get(written[0], ())
        close = process.extractOne(written, names, scorer=OSA.distance, score_cutoff=allowed)
        if close is None:
            return {}
        areas = self._written[close[0]]
        return dict.fromkeys(areas, (MISTYPED if len(areas) == 1 else SHARED) - 0.05 * (close[1] - 1))
