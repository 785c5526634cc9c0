"""How good a router is, in the figures that are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scores:
    """Shares from 0 to 1: first suggestion right, mean F1 over agencies, right one among three. Time in ms."""

    accuracy: float
    macro_f1: float
    top3: float
    ms_per_text: float = 0.0

    def beats(self, other: Scores) -> bool:
        """Whether it is better all in all: accuracy and macro-F1 count the same."""
        return self.accuracy + self.macro_f1 > other.accuracy + other.macro_f1


def score(right: Sequence[str], suggested: Sequence[Sequence[str]], *, ms_per_text: float = 0.0) -> Scores:
    """The scores of what was ``suggested`` for texts of which the agencies are known, the best first for each."""
    first = [each[0] if each else "" for each in suggested]
    count = max(len(right), 1)
    return Scores(
        accuracy=sum(map(str.__eq__, right, first)) / count,
        macro_f1=macro_f1(right, first),
        top3=sum(agency in each[:3] for agency, each in zip(right, suggested, strict=True)) / count,
        ms_per_text=ms_per_text,
    )


def macro_f1(right: Sequence[str], first: Sequence[str]) -> float:
    """The mean of F1 over all agencies that are right or were suggested, each counting the same."""
    hits = Counter(agency for agency, said in zip(right, first, strict=True) if agency == said)
    wanted, said = Counter(right), Counter(first)
    agencies = wanted.keys() | said.keys()
    return sum(2 * hits[agency] / (wanted[agency] + said[agency]) for agency in agencies) / max(len(agencies), 1)
