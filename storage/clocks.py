"""The clocks of complaints: written, read and, when something is to be told of them, taken by whoever looks first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Integer, Table, bindparam, func, insert, literal, select, update
from sqlalchemy.dialects import postgresql
from sqlmodel import Session

from storage.models import Clock, Complaint, ComplaintEvent, EventKind

_clock = cast(Table, Clock.__table__)  # type: ignore[attr-defined]
_complaint = cast(Table, Complaint.__table__)  # type: ignore[attr-defined]
_event = cast(Table, ComplaintEvent.__table__)  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Ticking:
    """A row of the table as a value; what each column means is said there. ``id`` is 0 before it is written."""

    name: str
    started_at: dt.datetime
    due_at: dt.datetime
    paused_at: dt.datetime | None = None
    left: int = 0
    met_at: dt.datetime | None = None
    stage: int = 0
    next_at: dt.datetime | None = None
    id: int = 0

    @property
    def runs(self) -> bool:
        """Whether its deadline comes nearer."""
        return self.met_at is None and self.paused_at is None


_COLUMNS = ("name", "started_at", "due_at", "paused_at", "left", "met_at", "stage", "next_at")
_ADD = insert(_clock)
_OF = (
    select(*(_clock.c[name] for name in (*_COLUMNS, "id")))
    .where(_clock.c.complaint_id == bindparam("about"))
    .order_by(_clock.c.id)
)
_SAVE = (
    update(_clock)
    .where(_clock.c.id == bindparam("which"))
    .values({name: bindparam(f"new_{name}") for name in _COLUMNS})
)


def add(session: Session, complaint_id: int, clocks: Iterable[Ticking]) -> None:
    """Write the clocks of a new complaint."""
    rows = [{name: getattr(clock, name) for name in _COLUMNS} | {"complaint_id": complaint_id} for clock in clocks]
    session.connection().execute(_ADD, rows)


def of(session: Session, complaint_id: int) -> list[Ticking]:
    """The clocks of a complaint: verify, respond, resolve."""
    return [Ticking(*row) for row in session.connection().execute(_OF, {"about": complaint_id})]


def save(session: Session, clocks: Iterable[Ticking]) -> None:
    """Write changed clocks back."""
    rows = [{f"new_{name}": getattr(clock, name) for name in _COLUMNS} | {"which": clock.id} for clock in clocks]
    if rows:
        session.connection().execute(_SAVE, rows)


@dataclass(frozen=True, slots=True)
class Due:
    """A clock whose next stage has come, with what must be known of its complaint."""

    id: int
    name: str
    due_at: dt.datetime
    stage: int
    complaint_id: int
    number: str
    agency_id: int
    assignee_id: int | None
    visibility: str
    kind: str
    category_id: int


_complaint_columns = ("number", "agency_id", "assignee_id", "visibility", "kind", "category_id")
_DUE = (
    select(
        _clock.c.id,
        _clock.c.name,
        _clock.c.due_at,
        _clock.c.stage,
        _clock.c.complaint_id,
        *(_complaint.c[name] for name in _complaint_columns),
    )
    .join(_complaint, _complaint.c.id == _clock.c.complaint_id)
    .where(_clock.c.next_at <= bindparam("now"))
    .order_by(_clock.c.next_at, _clock.c.id)
    .limit(bindparam("limit"))
    # The complaint as well, and never waiting: whoever acts on it locks it first and its clocks after.
    .with_for_update(skip_locked=True, key_share=True, of=(_clock, _complaint))
)


def take_due(session: Session, *, now: dt.datetime, limit: int) -> list[Due]:
    """What is to be told, the longest waiting first; until the transaction ends nobody else gets the same."""
    return [Due(*row) for row in session.connection().execute(_DUE, {"now": now, "limit": limit})]


@dataclass(frozen=True, slots=True)
class Step:
    """A clock goes on to ``stage``, which is told; the next one comes at ``next_at``."""

    id: int
    stage: int
    next_at: dt.datetime | None


_new = (
    func.unnest(
        bindparam("ids", type_=postgresql.ARRAY(Integer)),
        bindparam("stages", type_=postgresql.ARRAY(Integer)),
        bindparam("times", type_=postgresql.ARRAY(_clock.c.next_at.type)),
    )
    .table_valued("id", "stage", "next_at", name="new")
    .render_derived()
)
_ADVANCE = {
    "postgresql": update(_clock).where(_clock.c.id == _new.c.id).values(stage=_new.c.stage, next_at=_new.c.next_at),
    "sqlite": update(_clock)
    .where(_clock.c.id == bindparam("which"))
    .values(stage=bindparam("new_stage"), next_at=bindparam("new_next_at")),
}


def advance(session: Session, steps: Sequence[Step]) -> None:
    """Write down that so many clocks have gone on; one statement on PostgreSQL, where each one is a journey."""
    connection = session.connection()
    if not steps:
        return
    rows: Any
    if connection.dialect.name == "postgresql":
        ids, stages, times = zip(*((step.id, step.stage, step.next_at) for step in steps), strict=True)
        rows = {"ids": list(ids), "stages": list(stages), "times": list(times)}
    else:
        rows = [{"which": step.id, "new_stage": step.stage, "new_next_at": step.next_at} for step in steps]
    connection.execute(_ADVANCE[connection.dialect.name], rows)


@dataclass(frozen=True, slots=True)
class Telling:
    """An event of the log: ``kind`` is WARNED or ESCALATED, ``data`` says of which clock and to whom."""

    complaint_id: int
    kind: EventKind
    data: tuple[tuple[str, str], ...]


_ADD_EVENTS = insert(_event)


def log(session: Session, tellings: Sequence[Telling], *, now: dt.datetime) -> None:
    """Write to the logs of so many complaints that their deadlines were told of; not for the public."""
    by_kind: dict[tuple[EventKind, tuple[tuple[str, str], ...]], list[int]] = {}
    for telling in tellings:
        by_kind.setdefault((telling.kind, telling.data), []).append(telling.complaint_id)
    for (kind, data), complaint_ids in by_kind.items():
        _log_alike(session, complaint_ids, {"at": now, "kind": kind, "data": dict(data)})


def _log_alike(session: Session, complaint_ids: Sequence[int], values: dict[str, Any]) -> None:
    connection = session.connection()
    alike = {"actor": "system", "text": "", "public": False, **values}
    if connection.dialect.name != "postgresql":
        connection.execute(_ADD_EVENTS, [{"complaint_id": complaint_id, **alike} for complaint_id in complaint_ids])
        return
    columns = [_event.c[name] for name in alike]
    chosen = select(
        func.unnest(bindparam("ids", list(complaint_ids), type_=postgresql.ARRAY(Integer))),
        *(literal(alike[column.name], column.type) for column in columns),
    )
    connection.execute(_ADD_EVENTS.from_select([_event.c.complaint_id, *columns], chosen))
