"""The deadlines of a complaint as values: set when it is filed, moved by what happens to it, written elsewhere.

A deadline never moves to an earlier moment: each rule takes the later of the old one and what it works out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from handlers.city import City
from handlers.hours import WorkingTime
from handlers.policies import Policy
from storage.clocks import Ticking
from storage.models import ClockName, EventKind, Stage, Status

ANSWERS = frozenset(
    {
        EventKind.REPLIED,
        EventKind.ASKED,
        EventKind.RESOLVED,
        EventKind.REJECTED,
        EventKind.CLOSED,
        EventKind.MERGED,
    }
)
VERIFIES = ANSWERS | {EventKind.TAKEN, EventKind.ASSIGNED, EventKind.PROCESSING}
MOVES = frozenset({EventKind.FORWARDED, EventKind.RETURNED})
DONE = frozenset({Status.RESOLVED, Status.CLOSED, Status.REJECTED, Status.MERGED})


@dataclass(frozen=True, slots=True)
class Terms:
    """What a complaint's deadlines are counted by: its agency's time and, for the last stage, the city desk's."""

    hours: WorkingTime
    desk: WorkingTime
    policy: Policy

    def told_at(self, stage: Stage, due_at: dt.datetime) -> dt.datetime:
        """When a stage of that deadline comes; always while somebody is there to read it."""
        if stage == Stage.WARNED:
            return self.hours.before_days(due_at, self.policy.warn)
        if stage == Stage.LATE:
            return self.hours.opens(due_at)
        if stage == Stage.HEAD:
            return self.hours.opens(self.hours.after_days(due_at, self.policy.head))
        return self.desk.opens(self.hours.after_days(due_at, self.policy.city))

    def next_after(self, stage: int, due_at: dt.datetime) -> dt.datetime | None:
        """When the stage after ``stage`` comes; None after the last."""
        return None if stage >= Stage.CITY else self.told_at(Stage(stage + 1), due_at)

    def wound(self, clock: Ticking, now: dt.datetime) -> Ticking:
        """The clock with its next stage set. A warning whose moment has passed is left out."""
        at = self.next_after(clock.stage, clock.due_at)
        if clock.stage == Stage.NOBODY and at is not None and at <= now:
            return replace(clock, stage=Stage.WARNED, next_at=self.next_after(Stage.WARNED, clock.due_at))
        return replace(clock, next_at=at)


def terms_of(city: City, *, agency_id: int, kind: str, category_id: int) -> Terms:
    """The terms of a complaint."""
    return Terms(city.hours(agency_id), city.hours(city.desk().id), city.policy(kind, category_id))


class Begun(NamedTuple):
    """The clocks of a new complaint."""

    verify: Ticking
    respond: Ticking
    resolve: Ticking


def begun(terms: Terms, now: dt.datetime) -> Begun:
    """The clocks of a complaint filed now."""
    policy = terms.policy
    return Begun(
        _begun(ClockName.VERIFY, policy.verify, terms, now),
        _begun(ClockName.RESPOND, policy.respond, terms, now),
        _begun(ClockName.RESOLVE, policy.resolve, terms, now),
    )


def _begun(name: ClockName, days: int, terms: Terms, now: dt.datetime) -> Ticking:
    return terms.wound(Ticking(name, now, terms.hours.after_days(now, days)), now)


def next_due(clocks: Iterable[Ticking]) -> dt.datetime | None:
    """The next deadline of those that run."""
    return min((clock.due_at for clock in clocks if clock.runs), default=None)


@dataclass(frozen=True, slots=True)
class Change:
    """What has just happened to a complaint, as far as its clocks care.

    ``merged_at``: when it was merged, if it has just been parted again.
    """

    kind: EventKind
    status: str
    now: dt.datetime
    by_staff: bool = False
    verified: bool = False
    merged_at: dt.datetime | None = None


def after(clocks: Sequence[Ticking], change: Change, terms: Terms) -> list[Ticking]:
    """The clocks once that has happened."""
    return [_after(clock, change, terms) for clock in clocks]


def _after(clock: Ticking, change: Change, terms: Terms) -> Ticking:
    clock = _taken_up_again(clock, change, terms)
    if change.kind in MOVES:
        clock = _moved(clock, change, terms)
    if clock.met_at is None and _meets(clock, change):
        return replace(clock, met_at=change.now, paused_at=None, next_at=None)
    if clock.met_at is not None:
        return clock
    if change.status == Status.WAITING:
        return clock if clock.paused_at else _paused(clock, change.now, terms.hours)
    return _resumed(clock, change.now, terms) if clock.paused_at else clock


def _meets(clock: Ticking, change: Change) -> bool:
    if change.status in DONE:
        return True
    if clock.name == ClockName.VERIFY:
        return change.kind not in MOVES and (change.verified or (change.by_staff and change.kind in VERIFIES))
    return clock.name == ClockName.RESPOND and change.by_staff and change.kind in ANSWERS


def _taken_up_again(clock: Ticking, change: Change, terms: Terms) -> Ticking:
    """A complaint that was done and is not any more gets half its time anew; one wrongly merged what it had left."""
    if clock.met_at is None or change.status in DONE:
        return clock
    if change.merged_at is not None:
        return _parted(clock, change, terms) if clock.met_at >= change.merged_at else clock
    if clock.name != ClockName.RESOLVE:
        return clock
    due_at = max(clock.due_at, terms.hours.after_days(change.now, -(-terms.policy.resolve // 2)))
    anew = replace(clock, started_at=change.now, due_at=due_at, met_at=None, stage=Stage.NOBODY)
    return terms.wound(anew, change.now)


def _parted(clock: Ticking, change: Change, terms: Terms) -> Ticking:
    assert clock.met_at is not None
    left = terms.hours.between(clock.met_at, clock.due_at)
    stopped = replace(clock, started_at=change.now, met_at=None, paused_at=clock.met_at, left=left)
    return _resumed(stopped, change.now, terms)


def _moved(clock: Ticking, change: Change, terms: Terms) -> Ticking:
    """With another agency: it has its own days to take the complaint up; the citizen was promised the rest before."""
    if clock.name == ClockName.VERIFY:
        due_at = max(clock.due_at, terms.hours.after_days(change.now, terms.policy.verify))
        anew = replace(clock, started_at=change.now, due_at=due_at, paused_at=None, met_at=None, stage=Stage.NOBODY)
        return terms.wound(anew, change.now)
    if not clock.runs:
        return clock
    return terms.wound(replace(clock, due_at=terms.hours.settled(clock.due_at)), change.now)


def _paused(clock: Ticking, now: dt.datetime, hours: WorkingTime) -> Ticking:
    return replace(clock, paused_at=now, left=hours.between(now, clock.due_at), next_at=None)


def _resumed(clock: Ticking, now: dt.datetime, terms: Terms) -> Ticking:
    hours, left = terms.hours, clock.left
    counted = hours.add(now, left) if left > 0 else hours.back(now, -left)
    going = replace(clock, due_at=max(clock.due_at, counted), paused_at=None, left=0)
    return terms.wound(going, now)
