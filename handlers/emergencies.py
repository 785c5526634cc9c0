"""Emergency words: what must be answered with numbers to call before anything else.

When in doubt it is an emergency: a line too many does no harm, a line too few may.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from handlers import words
from handlers.vocabulary import Heard, Vocabulary
from storage.marks import CALM

NEAR = 2  # steps from one word of a phrase to the next: one word may stand between
SENTENCE = re.compile(r"[.!?;\n]+")


@dataclass(frozen=True, slots=True)
class EmergencyInfo:
    """A number to call."""

    code: str
    number: str
    names: Mapping[str, str]

    def name(self, language: str) -> str:
        """The name in ``language``, else in Indonesian."""
        return self.names.get(language) or self.names.get("id") or self.code


Phrase = tuple[str, ...]


class Alarm:
    """Hears emergency words. The first number is the general one: it leads every answer.

    A number without words of its own is named in every answer. Words marked as calm, whichever number they are listed
    under, either hold an emergency word and make that one word harmless ("kantor pemadam"), or hold none and make
    their whole sentence harmless ("belum cair").
    """

    def __init__(self, numbers: Sequence[tuple[EmergencyInfo, Sequence[str]]]) -> None:
        self._numbers = tuple(number for number, _ in numbers)
        self._calls: dict[Phrase, set[int]] = defaultdict(set)
        self._always = {0}
        calm: set[Phrase] = set()
        for index, (_, given) in enumerate(numbers):
            calling = _phrases(word for word in given if not word.startswith(CALM))
            for phrase in calling:
                self._calls[phrase].add(index)
            self._always |= set() if calling else {index}
            calm |= set(_phrases(word.removeprefix(CALM) for word in given if word.startswith(CALM)))
        alarming = {phrase[0] for phrase in self._calls if len(phrase) == 1}
        self._harmless = frozenset(phrase for phrase in calm if alarming.intersection(phrase))
        self._calming = calm - self._harmless
        self._starting: dict[str, list[Phrase]] = defaultdict(list)
        for phrase in sorted(calm.union(self._calls)):
            self._starting[phrase[0]].append(phrase)
        self._vocabulary = Vocabulary((word for phrase in calm.union(self._calls) for word in phrase), loose=False)

    def hear(self, text: str) -> tuple[EmergencyInfo, ...]:
        """The numbers to answer with, the general one first; empty when nothing sounds like an emergency."""
        called: set[int] = set()
        for sentence in SENTENCE.split(text[: words.LONGEST]):
            if heard := self._vocabulary.hear(words.split(sentence)):
                called |= self._called(heard)
        if not called:
            return ()
        return tuple(number for index, number in enumerate(self._numbers) if index in called | self._always)

    def _called(self, heard: Heard) -> set[int]:
        """Which numbers one sentence calls for."""
        spoken = self._spoken(heard)
        if not self._calming.isdisjoint(spoken):
            return set()
        harmless = {position for phrase in self._harmless.intersection(spoken) for position in spoken[phrase]}
        if harmless:
            spoken = self._spoken(_without(harmless, heard))
        return {index for phrase in spoken for index in self._calls.get(phrase, ())}

    def _spoken(self, heard: Heard) -> dict[Phrase, set[int]]:
        """The phrases in what was heard, and where they stand."""
        phrases = (phrase for word in heard for phrase in self._starting.get(word, ()))
        return {phrase: places for phrase in phrases if (places := _places(phrase, heard))}


def _phrases(given: Iterable[str]) -> tuple[Phrase, ...]:
    return tuple(phrase for text in given if (phrase := tuple(words.split(text))))


def _places(phrase: Phrase, heard: Heard) -> set[int]:
    """Where the words of ``phrase`` stand if they follow each other in what was heard; empty when they do not."""
    trails: list[tuple[int, ...]] = [(position,) for position, _ in heard.get(phrase[0], ())]
    for word in phrase[1:]:
        places = [position for position, _ in heard.get(word, ())]
        trails = [(*trail, place) for trail in trails for place in places if 0 < place - trail[-1] <= NEAR]
    return {position for trail in trails for position in trail}


def _without(positions: set[int], heard: Heard) -> Heard:
    rest = {word: [place for place in places if place[0] not in positions] for word, places in heard.items()}
    return {word: places for word, places in rest.items() if places}
