"""The words of the answers, recognised when they are mistyped, shortened, run together or written as they sound."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from handlers import words

SOUNDED, SHORTENED, JOINED, BEGUN, ONE_OFF, TWO_OFF = 0.9, 0.8, 0.8, 0.7, 0.8, 0.6
SHORTEST_MISTYPED = 4  # letters; one letter changed in a shorter word makes any other
TWO_MISTAKES_FROM = 8
SHORTEST_BEGUN = 4
SHORTEST_JOINED = 3
SHORTEST_SHORTENED = 3
MOST_VOWELS = 2  # left in a shortened word
MOST = 4  # near words looked at
MOST_REMEMBERED = 20_000


class Speller:
    """Knows which of its words a word may be. Remembers what it was asked; safe between threads."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = sorted({word for word in known if word.isalpha()})
        self._set = frozenset(self._known)
        self._sounded: dict[str, list[str]] = defaultdict(list)
        self._bones: dict[str, list[str]] = defaultdict(list)
        self._begun: dict[str, list[str]] = defaultdict(list)
        for word in self._known:
            for spelling in words.sounds(word):
                self._sounded[spelling].append(word)
            self._bones[words.consonants(word)].append(word)
            self._begun[word[:SHORTEST_BEGUN]].append(word)
        self._remembered: dict[str, dict[str, float]] = {}

    def near(self, typed: str) -> dict[str, float]:
        """The words that ``typed`` may be, with how sure that is; nothing for a word known to be another."""
        found = self._remembered.get(typed)
        if found is None:
            found = self._look(typed)
            if len(self._remembered) < MOST_REMEMBERED:
                self._remembered[typed] = found
        return found

    def _look(self, typed: str) -> dict[str, float]:
        found = dict.fromkeys(self._sounded.get(typed, ()), SOUNDED)
        if words.is_known(typed) or not typed.isalpha():
            return found
        for word, sure in (*self._shortened(typed), *self._mistyped(typed)):
            found.setdefault(word, sure)
        for word in self._parts(typed) if not found else ():
            found.setdefault(word, JOINED)
        return found

    def _shortened(self, typed: str) -> Iterator[tuple[str, float]]:
        """Words with nearly all vowels left out, or broken off."""
        bones = words.consonants(typed)
        if len(bones) >= max(SHORTEST_SHORTENED, len(typed) - MOST_VOWELS):
            yield from ((word, SHORTENED) for word in self._bones.get(bones, ())[:MOST])
        if len(typed) > SHORTEST_BEGUN:
            begun = self._begun.get(typed[:SHORTEST_BEGUN], ())
            yield from ((word, BEGUN) for word in begun if word.startswith(typed))

    def _mistyped(self, typed: str) -> Iterator[tuple[str, float]]:
        if len(typed) < SHORTEST_MISTYPED:
            return
        allowed = 2 if len(typed) >= TWO_MISTAKES_FROM else 1
        close = process.extract(typed, self._known, scorer=OSA.distance, score_cutoff=allowed, limit=MOST)
        for word, distance, _ in close:
            if len(word) >= SHORTEST_MISTYPED:
                yield word, ONE_OFF if distance == 1 else TWO_OFF

    def _parts(self, typed: str) -> tuple[str, ...]:
        """Two known words written as one."""
        for place in range(len(typed) - SHORTEST_JOINED, SHORTEST_JOINED - 1, -1):
            if typed[:place] in self._set and typed[place:] in self._set:
                return typed[:place], typed[place:]
        return ()
