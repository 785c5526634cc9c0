"""How long a complaint may take: what the city set for all, and its exceptions for a kind or a category."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from storage.models import DeadlinePolicy, Kind


@dataclass(frozen=True, slots=True)
class Sla:
    """What holds where no exception is made, in working days; the configuration fills it.

    ``silent_days``: a settled complaint is closed when the citizen has said nothing for so long. ``lapor_...`` are the
    limits of SP4N-LAPOR!, shown beside the city's own. ``city_agency`` is the Sekda's or Mayor's desk.
    """

    verify_days: int = 3
    answer_days: int = 5
    complaint_days: int = 14
    oversight_days: int = 60
    aspiration_days: int = 14
    information_days: int = 5
    silent_days: int = 10
    warn_days: int = 1
    head_days: int = 1
    city_days: int = 3
    city_agency: str = "setda"
    lapor_verify_days: int = 3
    lapor_answer_days: int = 5

    def resolve_days(self, kind: str, *, oversight: bool) -> int:
        """How long a complaint of that kind may take to be settled."""
        if kind == Kind.INFORMATION:
            return self.information_days
        if kind == Kind.ASPIRATION:
            return self.aspiration_days
        return self.oversight_days if oversight else self.complaint_days


USUAL = Sla()


@dataclass(frozen=True, slots=True)
class Policy:
    """The working days a complaint has, and those before and after a deadline on which somebody hears of it."""

    verify: int
    respond: int
    resolve: int
    warn: int
    head: int
    city: int


@dataclass(frozen=True, slots=True)
class Policies:
    """``rows`` are the exceptions, by kind and category; ``oversight`` the categories that take longest."""

    sla: Sla
    rows: Mapping[tuple[str | None, int | None], DeadlinePolicy] = field(default_factory=dict)
    oversight: Collection[int] = ()
    _known: dict[tuple[str, int], Policy] = field(default_factory=dict)

    def of(self, kind: str, category_id: int) -> Policy:
        """What holds for complaints of a kind and category: of each number, the one said most precisely."""
        found = self._known.get((kind, category_id))
        if found is None:
            found = self._known[kind, category_id] = self._made(kind, category_id)
        return found

    def _made(self, kind: str, category_id: int) -> Policy:
        keys = ((kind, category_id), (None, category_id), (kind, None), (None, None))
        rows = [self.rows[key] for key in keys if key in self.rows]
        sla = self.sla
        return Policy(
            verify=_first((row.verify_days for row in rows), sla.verify_days),
            respond=_first((row.respond_days for row in rows), sla.answer_days),
            resolve=_first(
                (row.resolve_days for row in rows), sla.resolve_days(kind, oversight=category_id in self.oversight)
            ),
            warn=_first((row.warn_days for row in rows), sla.warn_days),
            head=_first((row.head_days for row in rows), sla.head_days),
            city=_first((row.city_days for row in rows), sla.city_days),
        )


def _first(numbers: Iterable[int | None], default: int) -> int:
    return next((number for number in numbers if number is not None), default)
