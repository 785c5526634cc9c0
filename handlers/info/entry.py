"""What the engine knows of an answer, and what it says when asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Entry:
    """An answer as far as finding it goes. ``phrasings`` are ways in which people ask for it."""

    key: str
    title: str
    phrasings: tuple[str, ...] = ()
    body: str = ""
    language: str = "id"

    @property
    def asked(self) -> tuple[str, ...]:
        """Everything a question is compared with, the title first; never empty, each text once."""
        return tuple(dict.fromkeys((self.title, *self.phrasings)))


class Decision(StrEnum):
    """What to do with a question."""

    ANSWER = "answer"  # the first hit is the answer
    OFFER = "offer"  # one of the hits may be it: let the citizen choose
    HAND_OVER = "hand_over"  # nobody has answered this: a person must


@dataclass(frozen=True, slots=True)
class Why:
    """What spoke for a hit: the phrasing nearest to the question, and the words of the question it does not explain."""

    phrasing: str
    missed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An answer found. ``confidence``: how likely it is the right one (0 to 1); ``score`` only orders hits."""

    key: str
    confidence: float
    score: float
    why: Why


@dataclass(frozen=True, slots=True)
class Found:
    """What came of a question. With HAND_OVER the hits, if any, are for staff to see, not for the citizen."""

    decision: Decision
    hits: Sequence[Hit]
