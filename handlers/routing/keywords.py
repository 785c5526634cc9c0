"""Routing by keywords, as good as it gets without learning from words: what a classifier must beat.

The keywords of our categories know nothing of another city's agencies. So it is counted to which agency the texts of
each category went, and a text goes where most of its category did.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from handlers.guessing import CategoryInfo
from handlers.routing.labelled import Labelled

Guess = Callable[[str, int], Sequence[CategoryInfo]]

CATEGORIES = 3  # looked at in a text
AGENCIES = 3  # suggested


class KeywordRouter:
    """Learns from ``examples`` where each category goes; ``guess`` finds the categories of a text, the likeliest first.

    A text without keywords is a category of its own.
    """

    def __init__(self, guess: Guess, examples: Sequence[Labelled]) -> None:
        self._guess = guess
        self._all = Counter(each.agency for each in examples)
        self._of: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for each in examples:
            self._of[self._categories(each.text)[0]][each.agency] += 1

    def suggest(self, text: str) -> list[str]:
        """The agencies, best first: those to which the likeliest category went, then the next one's, then any."""
        ranked: dict[str, None] = {}
        for category in self._categories(text):
            ranked |= dict.fromkeys(agency for agency, _ in self._of[category].most_common(1))
        likeliest = self._of[self._categories(text)[0]].most_common(AGENCIES)
        ranked |= dict.fromkeys(agency for agency, _ in (*likeliest, *self._all.most_common(AGENCIES)))
        return list(ranked)[:AGENCIES]

    def _categories(self, text: str) -> list[str]:
        return [category.code for category in self._guess(text, CATEGORIES)] or [""]
