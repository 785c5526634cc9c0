"""What staff want to see of the complaints they may see, and how that is said in SQL."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ColumnElement, FromClause, Table, and_, false, or_, select, text, true
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction
from sqlmodel import Session

from storage.complaints import OPEN
from storage.models import BY_PEOPLE, NOT_ENDED, Complaint, ComplaintEvent, Status, Visibility

TO_DO = (Status.RECEIVED, Status.TAKEN, Status.PROCESSING)  # it is the agency's turn

_event = cast(Table, ComplaintEvent.__table__)  # type: ignore[attr-defined]
complaint = cast(Table, Complaint.__table__)  # type: ignore[attr-defined]
MOMENT = complaint.c.due_at.type  # aware, in UTC
# As it stands: SQLAlchemy would write "= 1" behind a column, and the databases would not see the index.
NOT_OVER = cast(ColumnElement[bool], text(NOT_ENDED))


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


class due(GenericFunction[dt.datetime]):  # noqa: N801 - it reads as an SQL function
    """The next deadline, or where none is known the end of the day that was promised."""

    type = MOMENT
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


def conditions(session: Session, wanted: Filter, viewer: Viewer, table: FromClause) -> list[ColumnElement[bool]]:
    """All that the rows of ``table`` must be for the viewer to see them among what is wanted."""
    found = [within(viewer.scope, table), of_agency(wanted, table), *narrowing(session, wanted, viewer, table)]
    return found if wanted.ended else [*found, NOT_OVER]


def within(scope: Scope, table: FromClause) -> ColumnElement[bool]:
    """Whether the scope holds it."""
    return seen(table, scope.agency_id, everywhere=scope.everywhere, only=scope.only)


def seen(table: FromClause, agency_id: Any, *, everywhere: bool, only: Any) -> ColumnElement[bool]:
    """The same with what the scope says one by one, so that parameters may stand for it."""
    own = table.c.agency_id == agency_id if agency_id is not None else false()
    may = or_(table.c.visibility != Visibility.SECRET, own) if everywhere else own
    return and_(may, table.c.agency_id == only) if only is not None else may


def of_agency(wanted: Filter, table: FromClause) -> ColumnElement[bool]:
    """Whether it is of the agency that is wanted, if one is."""
    return table.c.agency_id == wanted.agency_id if wanted.agency_id else true()


def narrowing(session: Session, wanted: Filter, viewer: Viewer, table: FromClause) -> list[ColumnElement[bool]]:
    """What else is asked for, and nothing more: putting a condition together takes longer than to look it up."""
    columns = table.c
    conditions = [
        columns[name] == value
        for name, value in (
            ("status", wanted.status),
            ("kind", wanted.kind),
            ("area_code", wanted.area),
            ("category_id", wanted.category_id),
        )
        if value
    ]
    if not wanted.ended and not wanted.status:
        conditions.append(columns.status.in_(OPEN))
    if wanted.mine:
        conditions.append(columns.assignee_id == viewer.staff_id)
    if wanted.unclaimed:
        conditions.append(columns.assignee_id.is_(None))
    if wanted.late:
        conditions.append(late(table, viewer.now, viewer.today))
    if wanted.today:
        conditions.append(_today(table, viewer))
    if wanted.answered:
        conditions.append(_answered(table))
    return conditions + [_has(session, word, table) for word in wanted.words]


def _has(session: Session, word: str, table: FromClause) -> ColumnElement[bool]:
    # SQLite's LIKE does not mind the case of letters; ``word`` holds small letters and digits only. In any other
    # collation PostgreSQL would fold the whole of every text by the rules of a language first.
    pattern, columns = f"%{word}%", [table.c[name] for name in ("text", "place_text")]
    if session.connection().dialect.name == "postgresql":
        return or_(*(column.collate("C").bool_op("ILIKE")(pattern) for column in columns))
    return or_(*(column.bool_op("LIKE")(pattern) for column in columns))


def late(table: FromClause, now: Any, today: Any) -> ColumnElement[bool]:
    """Whether its deadline has passed and it is the agency's turn."""
    promised = and_(table.c.due_at.is_(None), table.c.due_on < today)
    return and_(table.c.status.in_(TO_DO), or_(table.c.due_at < now, promised))


def _today(table: FromClause, viewer: Viewer) -> ColumnElement[bool]:
    soon = and_(table.c.due_at >= viewer.now, table.c.due_at < viewer.midnight)
    promised = and_(table.c.due_at.is_(None), table.c.due_on == viewer.today)
    return and_(table.c.status.in_(TO_DO), or_(soon, promised))


def _answered(table: FromClause) -> ColumnElement[bool]:
    """Whether the last thing a person did to it was the citizen's, and not just the filing."""
    last = (
        select(_event.c.actor)
        .where(_event.c.complaint_id == table.c.id, text(BY_PEOPLE))
        .order_by(_event.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    return last == "citizen"
