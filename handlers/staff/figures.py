"""How an agency does, by medians and shares in working time: not by counts, which reward what is easy, nor by person.

Each figure comes with the number of complaints it is of, so that nobody makes much of three.
"""

from __future__ import annotations

import datetime as dt
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session

from handlers.city import City
from handlers.staff.periods import MONTH, WEEK, Period
from storage import performance
from storage.models import EventKind
from storage.performance import Course
from storage.tickets import Scope

HOUR = 3600  # seconds
AGES = (5, 14, 30)  # working days: the bounds between which what is open is sorted by age
LAST_MOMENT = dt.timedelta(seconds=1)  # the midnight at which a period is over belongs to the next day
TOO_FEW = 2  # of which no ninth out of ten can be told
ANSWERS = frozenset({EventKind.REPLIED, EventKind.ASKED, EventKind.RESOLVED, EventKind.CLOSED, EventKind.REJECTED})
ENDS = frozenset({EventKind.RESOLVED, EventKind.CLOSED, EventKind.REJECTED})
VERDICTS = (EventKind.CONFIRMED, EventKind.LAPSED, EventKind.REOPENED)

TRAIL = {WEEK: 8, MONTH: 6}  # periods of the trend

Span = tuple[dt.datetime, dt.datetime]
When = Callable[[Course, Span], dt.datetime | None]


@dataclass(frozen=True, slots=True)
class Middle:
    """The median of ``count`` values, and what nine of ten stay below; None where there are none or too few."""

    count: int
    median: float | None
    ninth: float | None

    @classmethod
    def of(cls, values: Sequence[float]) -> Middle:
        """The middle of these."""
        median = statistics.median(values) if values else None
        ninth = statistics.quantiles(values, n=10, method="inclusive")[8] if len(values) >= TOO_FEW else None
        return cls(len(values), median, ninth)


@dataclass(frozen=True, slots=True)
class Figures:
    """A period: working hours to the first answer and to the end, working days that what is open has waited, what
    citizens said of what was called done, deadlines that fell and that were kept."""

    answer: Middle
    end: Middle
    age: Middle
    ages: tuple[int, ...]  # how many are open by age: up to each bound of AGES, and beyond
    verdicts: tuple[int, ...]  # as VERDICTS
    fell: int
    kept: int

    def share(self, place: int) -> float | None:
        """The share of that verdict among all, from 0 to 1; None if there is none."""
        return self.verdicts[place] / sum(self.verdicts) if any(self.verdicts) else None

    @property
    def punctual(self) -> float | None:
        """The share of deadlines that were kept, from 0 to 1."""
        return self.kept / self.fell if self.fell else None

    @property
    def empty(self) -> bool:
        """Whether there is nothing to tell of."""
        return not (self.answer.count or self.end.count or self.age.count or any(self.verdicts) or self.fell)


@dataclass(frozen=True, slots=True)
class Review:
    """A period, the one before, and the medians (answer, end) of those that led up to it."""

    period: Period
    now: Figures
    before: Figures
    trail: tuple[tuple[Period, float | None, float | None], ...]


def review(session: Session, city: City, scope: Scope, period: Period, now: dt.datetime) -> Review:
    """How it went in the period, or in what has passed of it, and before."""
    trail = period.trail(TRAIL[period.unit])
    courses = list(performance.courses(session, scope, trail[0].moments(city.rules.timezone)[0]))
    this, previous = (_figures(session, city, scope, courses, each, now) for each in (period, period.before()))
    spans = [each.moments(city.rules.timezone) for each in trail]
    answers, ends = (
        [Middle.of(_hours(city, courses, span, when)).median for span in spans] for when in (_answered, _ended)
    )
    return Review(period, this, previous, tuple(zip(trail, answers, ends, strict=True)))


def _figures(
    session: Session, city: City, scope: Scope, courses: Sequence[Course], period: Period, now: dt.datetime
) -> Figures:
    start, end = period.moments(city.rules.timezone)
    end = min(end, now)
    waited = [
        float(city.hours(agency_id).days_between(filed_at, end - LAST_MOMENT))
        for agency_id, filed_at in performance.open_at(session, scope, end)
    ]
    fell, kept = performance.deadlines(session, scope, start, end)
    said = Counter(kind for course in courses for kind, _, at in course.events if start <= at < end)
    return Figures(
        answer=Middle.of(_hours(city, courses, (start, end), _answered)),
        end=Middle.of(_hours(city, courses, (start, end), _ended)),
        age=Middle.of(waited),
        ages=_sorted(waited),
        verdicts=tuple(said[kind] for kind in VERDICTS),
        fell=fell,
        kept=kept,
    )


def _hours(city: City, courses: Iterable[Course], span: Span, when: When) -> list[float]:
    """Working hours from filing to that moment, of those for which it lies in the span."""
    moments = ((course, when(course, span)) for course in courses)
    return [
        city.hours(course.agency_id).between(course.filed_at, at) / HOUR for course, at in moments if at is not None
    ]


def _answered(course: Course, span: Span) -> dt.datetime | None:
    """When staff first said something, if that was in the span."""
    first = next((at for kind, actor, at in course.events if kind in ANSWERS and actor == "staff"), None)
    return first if first is not None and span[0] <= first < span[1] else None


def _ended(course: Course, span: Span) -> dt.datetime | None:
    """When staff last called it done in the span: what was opened again counts from the filing, not from then."""
    ends = [at for kind, actor, at in course.events if kind in ENDS and actor == "staff" and span[0] <= at < span[1]]
    return ends[-1] if ends else None


def _sorted(ages: Iterable[float]) -> tuple[int, ...]:
    counted = Counter(next((place for place, bound in enumerate(AGES) if age <= bound), len(AGES)) for age in ages)
    return tuple(counted[place] for place in range(len(AGES) + 1))
