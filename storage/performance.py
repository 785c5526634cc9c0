"""What an agency's figures are worked out from: the courses of complaints, what is open, deadlines kept or not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

from sqlalchemy import Table, func, select
from sqlmodel import Session

from storage.complaints import OPEN
from storage.models import Clock, Complaint, ComplaintEvent, EventKind
from storage.narrowing import NOT_OVER, Scope, within

AT_ONCE = 2000  # rows fetched together

_complaint = cast(Table, Complaint.__table__)  # type: ignore[attr-defined]
_event = cast(Table, ComplaintEvent.__table__)  # type: ignore[attr-defined]
_clock = cast(Table, Clock.__table__)  # type: ignore[attr-defined]

TELLING = (
    EventKind.REPLIED,
    EventKind.ASKED,
    EventKind.RESOLVED,
    EventKind.CLOSED,
    EventKind.REJECTED,
    EventKind.CONFIRMED,
    EventKind.LAPSED,
    EventKind.REOPENED,
)


@dataclass(frozen=True, slots=True)
class Course:
    """How a complaint went: when it was filed, and the events that tell, oldest first, as (kind, actor, moment)."""

    agency_id: int
    filed_at: dt.datetime
    events: tuple[tuple[str, str, dt.datetime], ...]


def courses(session: Session, scope: Scope, since: dt.datetime) -> Iterator[Course]:
    """Every complaint in the scope to which something happened from ``since`` on, with all that ever did."""
    query = (
        select(
            _complaint.c.id, _complaint.c.agency_id, _complaint.c.created_at, _event.c.kind, _event.c.actor, _event.c.at
        )
        .join(_event, _event.c.complaint_id == _complaint.c.id)
        .where(within(scope, _complaint), _complaint.c.updated_at >= since, _event.c.kind.in_(TELLING))
        .order_by(_complaint.c.id, _event.c.id)
    )
    rows = session.connection().execute(query, execution_options={"yield_per": AT_ONCE})
    for (_, agency_id, filed_at), events in groupby(rows, key=itemgetter(0, 1, 2)):
        yield Course(agency_id, filed_at, tuple((row.kind, row.actor, row.at) for row in events))


def open_at(session: Session, scope: Scope, at: dt.datetime) -> list[tuple[int, dt.datetime]]:
    """The agency of each complaint that was open at that moment, and when it was filed."""
    columns = select(_complaint.c.agency_id, _complaint.c.created_at)
    filed = columns.where(within(scope, _complaint), _complaint.c.created_at < at)
    still = filed.where(NOT_OVER, _complaint.c.status.in_(OPEN))
    ended_since = filed.where(_complaint.c.closed_at >= at)
    found: list[Any] = []
    for query in (still, ended_since):
        found += session.connection().execute(query).all()
    return [(agency_id, filed_at) for agency_id, filed_at in found]


def deadlines(session: Session, scope: Scope, since: dt.datetime, until: dt.datetime) -> tuple[int, int]:
    """How many deadlines fell between the two moments, and how many of them were kept. Those at rest do not count."""
    kept = func.count().filter(_clock.c.met_at <= _clock.c.due_at)
    query = (
        select(func.count(), kept)
        .select_from(_clock)
        .join(_complaint, _complaint.c.id == _clock.c.complaint_id)
        .where(
            within(scope, _complaint),
            _clock.c.due_at >= since,
            _clock.c.due_at < until,
            _clock.c.paused_at.is_(None) | _clock.c.met_at.is_not(None),
        )
    )
    fell, in_time = session.connection().execute(query).one()
    return fell, in_time
