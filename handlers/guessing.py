"""What a complaint is about: categories by the words in it, whatever way they are spelled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CategoryInfo:
    """What a complaint can be about. ``keywords`` give it away, ``hints`` only point to it."""

    id: int
    code: str
    names: Mapping[str, str]
    keywords: tuple[str, ...]
    agency_id: int
    visibility: str
    hints: tuple[str, ...] = field(default=())

    def name(self, language: str) -> str:
        """The name in ``language``, else in Indonesian."""
        return self.names.get(language) or self.names.get("id") or self.code


class Guesser:
    """Finds categories by their words."""

    def __init__(self, categories: Sequence[CategoryInfo]) -> None:
        self._categories = categories

    def guess(self, text: str, limit: int) -> list[CategoryInfo]:
        """The likeliest categories, best first; empty when no word fits."""
        folded = text.lower()
        scored = [(sum(word in folded for word in category.keywords), category) for category in self._categories]
        scored.sort(key=lambda pair: -pair[0])
        return [category for score, category in scored[:limit] if score]
