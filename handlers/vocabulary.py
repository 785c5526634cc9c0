"""A closed set of words, recognised in whatever way somebody types them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers import words

EXACT, MEANT, SOUNDED, ROOTED, SHORTENED, MISTYPED = 1.0, 0.95, 0.95, 0.85, 0.75, 0.75
SHORTEST_MISTYPED = 4  # letters; one letter changed in a shorter word makes any other
SHORTEST_SHORTENED = 3
TWO_MISTAKES_FROM = 9  # letters
DOUBLED = re.compile(r"(.)\1")
MOST_REMEMBERED = 20_000
Heard = Mapping[str, Sequence[tuple[int, float]]]  # a word to where it stands and how sure that is
NOTHING: Mapping[str, float] = MappingProxyType({})


class Vocabulary:
    """Recognises its own words. Remembers what it has recognised, so it may be asked often; safe between threads."""

    def __init__(self, known: Iterable[str], *, loose: bool = True) -> None:
        """``loose`` also lets words through that share only a root or only the consonants."""
        self._words = frozenset(known)
        self._loose = loose
        self._spelled: dict[str, set[str]] = defaultdict(set)
        self._by_root: dict[str, set[str]] = defaultdict(set)
        self._by_consonants: dict[str, set[str]] = defaultdict(set)
        self._by_letter: dict[str, list[str]] = defaultdict(list)
        self._remembered: dict[str, Mapping[str, float]] = {}
        for word in sorted(self._words):
            self._add(word)

    def hear(self, typed: Iterable[str]) -> Heard:
        """Which words are among those ``typed``, and where."""
        heard: dict[str, list[tuple[int, float]]] = {}
        for position, word in enumerate(typed):
            for known, sure in self.recognise(word).items():
                heard.setdefault(known, []).append((position, sure))
        return heard

    def recognise(self, typed: str) -> Mapping[str, float]:
        """The words ``typed`` may be, each with how sure that is (up to 1); ``typed`` is folded already."""
        found = self._remembered.get(typed)
        if found is None:
            found = self._look(typed) or NOTHING
            if len(self._remembered) < MOST_REMEMBERED:
                self._remembered[typed] = found
        return found

    def _add(self, word: str) -> None:
        for spelling in words.sounds(word):
            self._spelled[spelling].add(word)
        self._by_letter[word[0]].append(word)
        if self._loose:
            for root in (word, *words.roots(word)):
                self._by_root[root].add(word)
            self._by_consonants[words.consonants(word)].add(word)

    def _look(self, typed: str) -> dict[str, float]:
        found: dict[str, float] = {}
        if typed in self._words:
            found[typed] = EXACT
        for word in words.meanings(typed):
            if word in self._words:
                found.setdefault(word, MEANT)
        for word in self._spelled.get(typed, ()):
            found.setdefault(word, SOUNDED)
        if self._loose and EXACT not in found.values():
            self._look_loosely(typed, found)
        if not found and not words.is_known(typed):
            found = self._mistyped(typed)
        return found

    def _look_loosely(self, typed: str, found: dict[str, float]) -> None:
        for reading in (typed, *words.meanings(typed)):
            for root in (reading, *words.roots(reading)):
                for word in self._by_root.get(root, ()):
                    found.setdefault(word, ROOTED)
        if (single := DOUBLED.sub(r"\1", typed)) != typed and single in self._words:
            found.setdefault(single, MISTYPED)
        if len(typed) >= SHORTEST_SHORTENED and words.consonants(typed) == typed:
            for word in self._by_consonants.get(typed, ()):
                found.setdefault(word, SHORTENED)

    def _mistyped(self, typed: str) -> dict[str, float]:
        """Words one or two mistakes away. The first letter is taken to be right: it nearly always is."""
        if len(typed) < SHORTEST_MISTYPED:
            return {}
        allowed = 2 if len(typed) >= TWO_MISTAKES_FROM else 1
        close = process.extract(
            typed, self._by_letter.get(typed[0], ()), scorer=OSA.distance, score_cutoff=allowed, limit=3
        )
        return {word: MISTYPED / distance for word, distance, _ in close if len(word) > SHORTEST_MISTYPED}
