"""The lists staff look at: open complaints, the one due first on top, and ended ones, the newest on top; page by page.

A page begins where another ended (``Place``), so the hundredth costs what the first does. What is open is read from an
index that holds all a list needs but the words. What has ended is looked through in stretches of ``STRETCH``, since
there is no end of it: a page may hold fewer than it could and still have one behind it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from sqlalchemy import ColumnElement, Date, FromClause, Select, Table, and_, bindparam, func, literal, select, tuple_
from sqlmodel import Session

from storage.complaints import OPEN
from storage.models import Staff, Status
from storage.narrowing import (
    MOMENT,
    NOT_OVER,
    TO_DO,
    Filter,
    Scope,
    Viewer,
    complaint,
    conditions,
    due,
    late,
    narrowing,
    of_agency,
    seen,
    within,
)

__all__ = [
    "TO_DO",
    "Counts",
    "Filter",
    "Page",
    "Place",
    "Scope",
    "Ticket",
    "Viewer",
    "count",
    "counts",
    "filed_since",
    "find",
    "ids",
]

STRETCH = 2000  # complaints looked through for one page of those that have ended

_staff = cast(Table, Staff.__table__)  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: behind (``back``: before) the complaint of that id and deadline.

    Of ended ones, which are listed by id alone: with the next older one (``back``: with itself and then newer ones).
    """

    id: int
    due: dt.datetime | None = None
    back: bool = False


@dataclass(frozen=True, slots=True)
class Ticket:
    """One line of a list. ``holder`` is who has it in hand, empty if nobody has."""

    id: int
    number: str
    kind: str
    status: str
    visibility: str
    citizen_id: int
    category_id: int
    agency_id: int
    area_code: str | None
    text: str
    due_at: dt.datetime | None
    due_on: dt.date
    supporters: int
    holder: str


@dataclass(frozen=True, slots=True)
class Page:
    """Part of a list. ``before`` says how many come before it and ``total`` how many there are in all, both None where
    nobody has counted; ``previous`` and ``next`` where the neighbouring pages begin."""

    tickets: Sequence[Ticket]
    previous: Place | None
    next: Place | None
    before: int | None = None
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many open complaints there are, and of them the viewer's own, those nobody has, the late, the waiting."""

    open: int
    mine: int
    unclaimed: int
    late: int
    waiting: int


_SHOWN = (
    select(
        *(complaint.c[name] for name in Ticket.__slots__ if name != "holder"),
        func.coalesce(_staff.c.name, "").label("holder"),
    )
    .select_from(complaint)
    .outerjoin(_staff, and_(_staff.c.id == complaint.c.assignee_id, _staff.c.ended_at.is_(None)))
)


def find(
    session: Session,
    wanted: Filter,
    viewer: Viewer,
    *,
    start: Place | None = None,
    size: int = 10,
    stretch: int = STRETCH,
) -> Page:
    """A page of what the viewer may see of what is ``wanted``, at most ``size`` long."""
    if wanted.ended:
        return _ended(session, wanted, viewer, start or Place(0), (size, stretch))
    return _open(session, wanted, viewer, start, size)


def count(session: Session, wanted: Filter, viewer: Viewer) -> int:
    """How many there are of what is ``wanted``; of ended ones too, so not for every tap."""
    query = select(func.count()).select_from(complaint).where(*conditions(session, wanted, viewer, complaint))
    return session.connection().execute(query).scalar_one()


def ids(session: Session, wanted: Filter, viewer: Viewer, *, limit: int) -> list[int]:
    """The complaints ``wanted``, the oldest first, at most ``limit``: for acts on many at once."""
    query = select(complaint.c.id).where(*conditions(session, wanted, viewer, complaint))
    return list(session.connection().execute(query.order_by(complaint.c.id).limit(limit)).scalars())


def filed_since(session: Session, viewer: Viewer, since: dt.datetime) -> int:
    """How many of those that have not ended were filed at that moment or later."""
    new = (within(viewer.scope, complaint), NOT_OVER, complaint.c.created_at >= since)
    return session.connection().execute(select(func.count()).select_from(complaint).where(*new)).scalar_one()


def counts(session: Session, viewer: Viewer) -> Counts:
    """The figures beside the quick filters, all from one look at the index."""
    scope = viewer.scope
    query = _counting(everywhere=scope.everywhere, own=scope.agency_id is not None, only=scope.only is not None)
    given = {"agency": scope.agency_id, "only": scope.only, "staff": viewer.staff_id}
    return Counts(*session.connection().execute(query, given | {"now": viewer.now, "today": viewer.today}).one())


@cache
def _counting(*, everywhere: bool, own: bool, only: bool) -> Select[int, int, int, int, int]:
    """The statement for a scope of that kind: putting it together takes longer than carrying it out."""
    agency: Any = bindparam("agency") if own else None
    may = seen(complaint, agency, everywhere=everywhere, only=bindparam("only") if only else None)
    return select(
        func.count(),
        func.count().filter(complaint.c.assignee_id == bindparam("staff")),
        func.count().filter(complaint.c.assignee_id.is_(None)),
        func.count().filter(late(complaint, bindparam("now", type_=MOMENT), bindparam("today", type_=Date()))),
        func.count().filter(complaint.c.status == Status.WAITING),
    ).where(may, NOT_OVER, complaint.c.status.in_(OPEN))


# --- what is open


def _open(session: Session, wanted: Filter, viewer: Viewer, start: Place | None, size: int) -> Page:
    key = due(complaint.c.due_at, complaint.c.due_on)
    found = select(complaint.c.id, key.label("due")).where(*conditions(session, wanted, viewer, complaint)).cte("found")
    place = tuple_(found.c.due, found.c.id)
    back = start is not None and start.back
    query = select(found.c.id, found.c.due, select(func.count()).select_from(found).scalar_subquery().label("total"))
    before: ColumnElement[int] = literal(0)
    if start is not None:
        mark = tuple_(literal(start.due, MOMENT), start.id)
        query = query.where(place < mark if back else place > mark)
        behind = place < mark if back else place <= mark
        before = select(func.count()).select_from(found).where(behind).scalar_subquery()
    query = query.add_columns(before.label("before"))
    order = (found.c.due.desc(), found.c.id.desc()) if back else (found.c.due, found.c.id)
    rows = session.connection().execute(query.order_by(*order).limit(size + 1)).all()
    if not rows:
        return Page((), None, None, 0, 0)
    kept, more = rows[:size], len(rows) > size
    first = rows[0].before - len(kept) if back else rows[0].before
    if back:
        kept = kept[::-1]
    ends = Place(kept[0].id, kept[0].due, back=True), Place(kept[-1].id, kept[-1].due)
    previous, following = _neighbours(ends, start, more=more)
    return Page(_tickets(session, [row.id for row in kept]), previous, following, first, rows[0].total)


def _neighbours(ends: tuple[Place, Place], start: Place | None, *, more: bool) -> tuple[Place | None, Place | None]:
    """Where the pages before and behind begin: on the side we come from there is one, on the other if there is more."""
    if start is not None and start.back:
        return (ends[0] if more else None), ends[1]
    return (ends[0] if start is not None else None), (ends[1] if more else None)


# --- what has ended too


def _ended(session: Session, wanted: Filter, viewer: Viewer, start: Place, sizes: tuple[int, int]) -> Page:
    size, longest = sizes
    if wanted == Filter(ended=True, agency_id=wanted.agency_id):
        longest = size + 1  # all of them are wanted
    stretch = _stretch(wanted, viewer, start, longest)
    order = stretch.c.id if start.back else stretch.c.id.desc()
    narrowed = select(stretch.c.id).where(*narrowing(session, wanted, viewer, stretch))
    found = list(session.connection().execute(narrowed.order_by(order).limit(size + 1)).scalars())
    kept, more = found[:size], len(found) > size
    end, seen = session.connection().execute(_end(stretch, start)).one()
    if not seen:
        return Page((), None if start.id == 0 else Place(0), None)
    far = kept[-1] if more else end
    more = more or seen == longest
    if start.back:
        kept = kept[::-1]
    ends = (Place(far + 1, back=True), Place(start.id)) if start.back else (Place(start.id, back=True), Place(far))
    previous, following = _neighbours(ends, start if start.id else None, more=more)
    return Page(_tickets(session, kept), previous, following)


def _stretch(wanted: Filter, viewer: Viewer, start: Place, longest: int) -> FromClause:
    """The complaints among which a page is looked for: next to ``start`` (id 0: the newest), in the list's order."""
    query = select(complaint).where(within(viewer.scope, complaint), of_agency(wanted, complaint))
    if start.id:
        query = query.where(complaint.c.id >= start.id if start.back else complaint.c.id < start.id)
    order = complaint.c.id if start.back else complaint.c.id.desc()
    return query.order_by(order).limit(longest).subquery()


def _end(stretch: FromClause, start: Place) -> Select[Any]:
    """The last complaint of the stretch, and how long it is."""
    last = func.max(stretch.c.id) if start.back else func.min(stretch.c.id)
    return select(last, func.count()).select_from(stretch)


def _tickets(session: Session, wanted: Sequence[int]) -> list[Ticket]:
    rows: Iterable[Any] = session.connection().execute(_SHOWN.where(complaint.c.id.in_(wanted)))
    found = {row.id: Ticket(*row) for row in rows}
    return [found[each] for each in wanted]
