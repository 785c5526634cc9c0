"""Where a complaint goes by kind, category and place: of the rules that fit it, the one that says most."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from handlers.guessing import CategoryInfo
from handlers.places import AreaInfo

LEVELS = {"kota": 1, "kecamatan": 2, "kelurahan": 3}  # the smaller the place, the more a rule about it says


@dataclass(frozen=True, slots=True)
class Rule:
    """What fits goes to the agency ``agency_id``; None stands for any. ``area`` covers what lies in it."""

    id: int
    kind: str | None
    category: str | None
    area: str | None
    agency_id: int


@dataclass(frozen=True, slots=True)
class Route:
    """Where something goes. Not ``sure``: to the verifiers, who have to find out who is responsible."""

    agency_id: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Router:
    """Decides by rule, else by the category, about all that is not secret.

    ``serves`` says whether an agency is there on a day; ``fallback`` has the verifiers.
    """

    rules: Sequence[Rule]
    categories: Mapping[str, CategoryInfo]
    areas: Mapping[str, AreaInfo]
    serves: Callable[[int, dt.date | None], bool]
    fallback: int

    def route(self, *, kind: str, category: str, area: str | None, today: dt.date | None = None) -> Route:
        """Where it goes; with ``today``, agencies that do not serve on that day are passed over.

        A category that no words give away ("something else") says nothing about who is responsible.
        """
        for rule in self.fitting(kind=kind, category=category, area=area):
            if self.serves(rule.agency_id, today):
                return Route(rule.agency_id, sure=True)
        info = self.categories.get(category)
        if info is None or not (info.keywords or info.hints) or not self.serves(info.agency_id, today):
            return Route(self.fallback, sure=False)
        return Route(info.agency_id, sure=True)

    def fitting(self, *, kind: str, category: str, area: str | None) -> list[Rule]:
        """The rules that fit, the one that says most first.

        Three conditions say more than two, and two more than one. Of as many, the kind counts most (questions and ideas
        have their own way), then the category, then the smaller place, then the rule made last.
        """
        within = self._within(area)
        fits = [
            rule
            for rule in self.rules
            if rule.kind in (None, kind)
            and rule.category in (None, category)
            and (not rule.area or rule.area in within)
        ]
        return sorted(fits, key=self._says, reverse=True)

    def _within(self, area: str | None) -> list[str]:
        """The place and all it lies in."""
        found: list[str] = []
        while area is not None and area in self.areas and area not in found:
            found.append(area)
            area = self.areas[area].parent_code
        return found

    def _says(self, rule: Rule) -> tuple[int, bool, bool, int, int]:
        conditions = (rule.kind is not None, rule.category is not None, rule.area is not None)
        known = self.areas.get(rule.area or "")
        return sum(conditions), *conditions[:2], LEVELS[known.level] if known else 0, rule.id
