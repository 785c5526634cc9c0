"""Emergency words: what must be answered with numbers to call before anything else.

When in doubt it is an emergency: a line too many does no harm, a line too few may.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from handlers import words
from handlers.vocabulary import Heard, Vocabulary

CALM = "!"  # opens words that show a sentence to speak of an emergency without being one
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

    A number without words of its own is named in every answer. Words that open with ``!`` calm the sentence they
    stand in ("dana bencana"), whichever number they are listed under.
    """

    def __init__(self, numbers: Sequence[tuple[EmergencyInfo, Sequence[str]]]) -> None:
        self._numbers = tuple(number for number, _ in numbers)
        self._called_by = tuple(_phrases(word for word in given if not word.startswith(CALM)) for _, given in numbers)
        self._calm = _phrases(word[len(CALM) :] for _, given in numbers for word in given if word.startswith(CALM))
        phrases = (*self._calm, *(phrase for phrases in self._called_by for phrase in phrases))
        self._vocabulary = Vocabulary((word for phrase in phrases for word in phrase), loose=False)

    def hear(self, text: str) -> tuple[EmergencyInfo, ...]:
        """The numbers to answer with, the general one first; empty when nothing sounds like an emergency."""
        called: set[int] = set()
        for sentence in SENTENCE.split(text[: words.LONGEST]):
            heard = self._vocabulary.hear(words.split(sentence))
            if heard and not any(_is_said(phrase, heard) for phrase in self._calm):
                called |= self._called(heard)
        if not called:
            return ()
        always = {0} | {index for index, phrases in enumerate(self._called_by) if not phrases}
        return tuple(number for index, number in enumerate(self._numbers) if index in called | always)

    def _called(self, heard: Heard) -> set[int]:
        return {
            index
            for index, phrases in enumerate(self._called_by)
            if any(_is_said(phrase, heard) for phrase in phrases)
        }


def _phrases(given: Iterable[str]) -> tuple[Phrase, ...]:
    return tuple(phrase for text in given if (phrase := tuple(words.split(text))))


def _is_said(phrase: Phrase, heard: Heard) -> bool:
    """Whether the words of ``phrase`` follow each other in what was heard."""
    ends = {position for position, _ in heard.get(phrase[0], ())}
    for word in phrase[1:]:
        places = heard.get(word, ())
        ends = {position for position, _ in places if any(0 < position - end <= NEAR for end in ends)}
    return bool(ends)
