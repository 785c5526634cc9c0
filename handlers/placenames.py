"""Which kelurahan somebody names, in whatever spelling and however long the address around it."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.places import AreaInfo, AreaMatch


class PlaceNames:
    """The names and spelling variants of the kelurahan."""

    def __init__(self, areas: Sequence[tuple[AreaInfo, Sequence[str]]]) -> None:
        self._areas = areas

    def find(self, text: str, limit: int) -> list[AreaMatch]:
        """The kelurahan named in ``text``, the surest first."""
        folded = text.lower()
        return [
            AreaMatch(area, 1.0)
            for area, aliases in self._areas
            if area.name.lower() in folded or any(alias.lower() in folded for alias in aliases)
        ][:limit]
