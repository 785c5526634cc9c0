"""The lists staff look at: open complaints, the one due first on top, and ended ones, the newest on top; page by page.

A page begins where another ended (``Place``), so the hundredth costs what the first does. What is open is read from an
index that holds all a list needs but the words. What has ended is looked through in stretches of ``STRETCH``, since
there is no end of it: a page may hold fewer than it could and still have one behind it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Table,
    and_,
    false,
    func,
    literal,
    or_,
    select,
    text,
    true,
    tuple_,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction
from sqlmodel import Session

from storage.complaints import OPEN
from storage.models import NOT_ENDED, Complaint, ComplaintEvent, Staff, Status, Visibility

STRETCH = 2000  # complaints looked through for one page of those that have ended
TO_DO = (Status.RECEIVED, Status.TAKEN, Status.PROCESSING)  # it is the agency's turn

_complaint = cast(Table, Complaint.__table__)  # type: ignore[attr-defined]
_event = cast(Table, ComplaintEvent.__table__)  # type: ignore[attr-defined]
_staff = cast(Table, Staff.__table__)  # type: ignore[attr-defined]
_MOMENT = _complaint.c.due_at.type  # aware, in UTC
_NOT_ENDED = cast(ColumnElement[bool], text(NOT_ENDED))  # as it stands: SQLAlchemy would write "= 1" behind a column


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose complaints somebody may see: those of their agency, and, ``everywhere``, all others but the secret ones.

    ``only``: of these, those of that agency.
    """

    agency_id: int | None
    everywhere: bool = False
    only: int | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list is to hold; what is left empty does not matter. Without ``ended`` only what is open is looked at.

    ``late`` and ``today`` are about the next deadline, ``answered`` about citizens whose answer nobody has reacted to.
    Each of ``words`` must be in the complaint's text or place.
    """

    mine: bool = False
    unclaimed: bool = False
    late: bool = False
    today: bool = False
    answered: bool = False
    ended: bool = False
    status: str = ""
    kind: str = ""
    area: str = ""
    category_id: int = 0
    agency_id: int = 0
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who looks, and when: ``today`` is the local day of ``now``, ``midnight`` the end of it."""

    scope: Scope
    staff_id: int
    now: dt.datetime
    today: dt.date
    midnight: dt.datetime


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


class due(GenericFunction[dt.datetime]):  # noqa: N801 - it reads as an SQL function
    """The next deadline, or where none is known the end of the day that was promised."""

    type = _MOMENT
    inherit_cache = True
    name = "due"


@compiles(due)
def _due_on_sqlite(element: due, compiler: SQLCompiler, **kwargs: Any) -> str:
    at, on = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"coalesce({at}, {on} || ' 16:00:00.000000')"


@compiles(due, "postgresql")
def _due_on_postgresql(element: due, compiler: SQLCompiler, **kwargs: Any) -> str:
    at, on = (compiler.process(clause, **kwargs) for clause in element.clauses)
    return f"coalesce({at}, ({on} + time '16:00') AT TIME ZONE 'UTC')"


_SHOWN = (
    select(
        *(_complaint.c[name] for name in Ticket.__slots__ if name != "holder"),
        func.coalesce(_staff.c.name, "").label("holder"),
    )
    .select_from(_complaint)
    .outerjoin(_staff, and_(_staff.c.id == _complaint.c.assignee_id, _staff.c.ended_at.is_(None)))
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
    query = select(func.count()).select_from(_complaint).where(*_conditions(session, wanted, viewer, _complaint))
    return session.connection().execute(query).scalar_one()


def ids(session: Session, wanted: Filter, viewer: Viewer, *, limit: int) -> list[int]:
    """The complaints ``wanted``, the oldest first, at most ``limit``: for acts on many at once."""
    query = select(_complaint.c.id).where(*_conditions(session, wanted, viewer, _complaint))
    return list(session.connection().execute(query.order_by(_complaint.c.id).limit(limit)).scalars())


def filed_since(session: Session, viewer: Viewer, since: dt.datetime) -> int:
    """How many of those that have not ended were filed at that moment or later."""
    conditions = (_visible(viewer.scope, _complaint), _NOT_ENDED, _complaint.c.created_at >= since)
    return session.connection().execute(select(func.count()).select_from(_complaint).where(*conditions)).scalar_one()


def counts(session: Session, viewer: Viewer) -> Counts:
    """The figures beside the quick filters, all from one look at the index."""
    late = _late(_complaint, viewer)
    query = select(
        func.count(),
        func.count().filter(_complaint.c.assignee_id == viewer.staff_id),
        func.count().filter(_complaint.c.assignee_id.is_(None)),
        func.count().filter(late),
        func.count().filter(_complaint.c.status == Status.WAITING),
    ).where(*_conditions(session, Filter(), viewer, _complaint))
    return Counts(*session.connection().execute(query).one())


def visible(scope: Scope) -> ColumnElement[bool]:
    """Whether a row of ``complaint`` is within the scope, in SQL."""
    return _visible(scope, _complaint)


def not_ended() -> ColumnElement[bool]:
    """Whether a row of ``complaint`` has not ended, in the words that let the index of the open ones be used."""
    return _NOT_ENDED


# --- what is open


def _open(session: Session, wanted: Filter, viewer: Viewer, start: Place | None, size: int) -> Page:
    key = due(_complaint.c.due_at, _complaint.c.due_on)
    found = (
        select(_complaint.c.id, key.label("due")).where(*_conditions(session, wanted, viewer, _complaint)).cte("found")
    )
    place = tuple_(found.c.due, found.c.id)
    back = start is not None and start.back
    query = select(found.c.id, found.c.due, select(func.count()).select_from(found).scalar_subquery().label("total"))
    before: ColumnElement[int] = literal(0)
    if start is not None:
        mark = tuple_(literal(start.due, _MOMENT), start.id)
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
    narrowed = select(stretch.c.id).where(*_narrowing(session, wanted, viewer, stretch))
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
    query = select(_complaint).where(_visible(viewer.scope, _complaint), _of_agency(wanted, _complaint))
    if start.id:
        query = query.where(_complaint.c.id >= start.id if start.back else _complaint.c.id < start.id)
    order = _complaint.c.id if start.back else _complaint.c.id.desc()
    return query.order_by(order).limit(longest).subquery()


def _end(stretch: FromClause, start: Place) -> Select[Any]:
    """The last complaint of the stretch, and how long it is."""
    last = func.max(stretch.c.id) if start.back else func.min(stretch.c.id)
    return select(last, func.count()).select_from(stretch)


# --- what is wanted, in SQL


def _tickets(session: Session, wanted: Sequence[int]) -> list[Ticket]:
    rows: Iterable[Any] = session.connection().execute(_SHOWN.where(_complaint.c.id.in_(wanted)))
    found = {row.id: Ticket(*row) for row in rows}
    return [found[each] for each in wanted]


def _conditions(session: Session, wanted: Filter, viewer: Viewer, table: FromClause) -> list[ColumnElement[bool]]:
    conditions = [_visible(viewer.scope, table), _of_agency(wanted, table)]
    if not wanted.ended:
        conditions.append(_NOT_ENDED)
    return conditions + _narrowing(session, wanted, viewer, table)


def _visible(scope: Scope, table: FromClause) -> ColumnElement[bool]:
    own = table.c.agency_id == scope.agency_id if scope.agency_id is not None else false()
    seen = or_(table.c.visibility != Visibility.SECRET, own) if scope.everywhere else own
    return and_(seen, table.c.agency_id == scope.only) if scope.only is not None else seen


def _of_agency(wanted: Filter, table: FromClause) -> ColumnElement[bool]:
    return table.c.agency_id == wanted.agency_id if wanted.agency_id else true()


def _narrowing(session: Session, wanted: Filter, viewer: Viewer, table: FromClause) -> list[ColumnElement[bool]]:
    given: list[tuple[Any, ColumnElement[bool]]] = [
        (not wanted.ended and not wanted.status, table.c.status.in_(OPEN)),
        (wanted.status, table.c.status == wanted.status),
        (wanted.mine, table.c.assignee_id == viewer.staff_id),
        (wanted.unclaimed, table.c.assignee_id.is_(None)),
        (wanted.late, _late(table, viewer)),
        (wanted.today, _today(table, viewer)),
        (wanted.kind, table.c.kind == wanted.kind),
        (wanted.area, table.c.area_code == wanted.area),
        (wanted.category_id, table.c.category_id == wanted.category_id),
    ]
    conditions = [condition for asked, condition in given if asked]
    conditions += [_has(session, word, table) for word in wanted.words]
    if wanted.answered:
        conditions.append(_answered(table))
    return conditions


def _has(session: Session, word: str, table: FromClause) -> ColumnElement[bool]:
    # SQLite's LIKE does not mind the case of letters; ``word`` holds letters and digits only.
    like = "ILIKE" if session.connection().dialect.name == "postgresql" else "LIKE"
    pattern = f"%{word}%"
    return or_(*(table.c[name].bool_op(like)(pattern) for name in ("text", "place_text")))


def _late(table: FromClause, viewer: Viewer) -> ColumnElement[bool]:
    promised = and_(table.c.due_at.is_(None), table.c.due_on < viewer.today)
    return and_(table.c.status.in_(TO_DO), or_(table.c.due_at < viewer.now, promised))


def _today(table: FromClause, viewer: Viewer) -> ColumnElement[bool]:
    soon = and_(table.c.due_at >= viewer.now, table.c.due_at < viewer.midnight)
    promised = and_(table.c.due_at.is_(None), table.c.due_on == viewer.today)
    return and_(table.c.status.in_(TO_DO), or_(soon, promised))


def _answered(table: FromClause) -> ColumnElement[bool]:
    """Whether the last thing a person did to it was the citizen's, and not just the filing."""
    last = (
        select(_event.c.actor)
        .where(_event.c.complaint_id == table.c.id, _event.c.actor != "system", _event.c.kind != "filed")
        .order_by(_event.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return last == "citizen"
