"""The clocks of complaints: written, read and, when something is to be told of them, taken by whoever looks first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from sqlalchemy import JSON, BindParameter, Integer, Select, Table, bindparam, func, insert, select, update
from sqlalchemy.dialects import postgresql
from sqlmodel import Session

from storage.models import Clock, ClockName, Complaint, ComplaintEvent, EventKind

_clock = cast(Table, Clock.__table__)  # type: ignore[attr-defined]
_complaint = cast(Table, Complaint.__table__)  # type: ignore[attr-defined]
_event = cast(Table, ComplaintEvent.__table__)  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Ticking:
    """A row of the table as a value; what each column means is said there."""

    name: str
    started_at: dt.datetime
    due_at: dt.datetime
    paused_at: dt.datetime | None = None
    left: int = 0
    met_at: dt.datetime | None = None
    stage: int = 0
    next_at: dt.datetime | None = None

    @property
    def runs(self) -> bool:
        """Whether its deadline comes nearer."""
        return self.met_at is None and self.paused_at is None


_STANDS = ("started_at", "due_at", "paused_at", "left", "met_at", "stage", "next_at")
_COLUMNS = ("name", *_STANDS)
_ADD = insert(_clock)
_OF = select(*(_clock.c[name] for name in _COLUMNS)).where(_clock.c.complaint_id == bindparam("about"))
_SAVE = (
    update(_clock)
    .where(_clock.c.complaint_id == bindparam("about"), _clock.c.name == bindparam("which"))
    .values({name: bindparam(f"new_{name}") for name in _STANDS})
)
_ORDER = tuple(ClockName)


def add(session: Session, complaint_id: int, clocks: Iterable[Ticking]) -> None:
    """Write the clocks of a new complaint."""
    rows = [{name: getattr(clock, name) for name in _COLUMNS} | {"complaint_id": complaint_id} for clock in clocks]
    session.connection().execute(_ADD, rows)


def of(session: Session, complaint_id: int) -> list[Ticking]:
    """The clocks of a complaint: verify, respond, resolve."""
    found = [Ticking(*row) for row in session.connection().execute(_OF, {"about": complaint_id})]
    return sorted(found, key=lambda clock: _ORDER.index(ClockName(clock.name)))


def save(session: Session, complaint_id: int, clocks: Iterable[Ticking]) -> None:
    """Write changed clocks back."""
    about = [{"about": complaint_id, "which": clock.name, **_standing(clock)} for clock in clocks]
    if about:
        session.connection().execute(_SAVE, about)


def _standing(clock: Ticking) -> dict[str, Any]:
    return {f"new_{name}": getattr(clock, name) for name in _STANDS}


class Member(NamedTuple):
    """The complaint of a clock whose next stage has come."""

    id: int
    number: str


class Sort(NamedTuple):
    """All that decides what is done about a clock whose next stage has come, and who is told."""

    name: str
    due_at: dt.datetime
    stage: int
    agency_id: int
    assignee_id: int | None
    visibility: str
    kind: str
    category_id: int


_OWN = len(Member._fields)
_DUE = (
    select(
        _complaint.c.id,
        _complaint.c.number,
        _clock.c.name,
        _clock.c.due_at,
        _clock.c.stage,
        _complaint.c.agency_id,
        _complaint.c.assignee_id,
        _complaint.c.visibility,
        _complaint.c.kind,
        _complaint.c.category_id,
    )
    .join(_complaint, _complaint.c.id == _clock.c.complaint_id)
    .where(_clock.c.next_at <= bindparam("now"))
    .order_by(_clock.c.next_at)
    .limit(bindparam("limit"))
    # Whoever acts on a complaint locks it first and its clocks after, so nobody here may wait for either.
    .with_for_update(skip_locked=True, key_share=True, of=_clock)
)


def take_due(session: Session, *, now: dt.datetime, limit: int) -> dict[Sort, list[Member]]:
    """What is to be told, the longest waiting first; until the transaction ends nobody else gets the same."""
    sorts: dict[tuple[Any, ...], list[Member]] = {}
    for row in session.connection().execute(_DUE, {"now": now, "limit": limit}):
        sorts.setdefault(row[_OWN:], []).append(Member(*row[:_OWN]))
    return {Sort(*sort): members for sort, members in sorts.items()}


# So many numbers in one parameter, as each database takes them.
_IDS: Mapping[str, BindParameter[Any]] = {
    "postgresql": bindparam("ids", type_=postgresql.ARRAY(Integer)),
    "sqlite": bindparam("ids", type_=JSON),
}
_WHOSE: Mapping[str, Select[Any]] = {
    "postgresql": select(func.unnest(_IDS["postgresql"])),
    "sqlite": select(func.json_each(_IDS["sqlite"]).table_valued("value").c.value),
}
_ADVANCE = {
    name: update(_clock)
    .where(_clock.c.complaint_id.in_(whose), _clock.c.name == bindparam("which"))
    .values(stage=bindparam("new_stage"), next_at=bindparam("new_next_at"))
    for name, whose in _WHOSE.items()
}


def advance(
    session: Session, name: str, complaint_ids: Sequence[int], *, stage: int, next_at: dt.datetime | None
) -> None:
    """Have the clocks of that name of so many complaints stand at ``stage``, the next one to come at ``next_at``."""
    connection = session.connection()
    values = {"ids": list(complaint_ids), "which": name, "new_stage": stage, "new_next_at": next_at}
    connection.execute(_ADVANCE[connection.dialect.name], values)


_LOGGED = [_event.c[name] for name in ("at", "kind", "actor", "text", "public", "data")]
_LOG = {
    name: insert(_event).from_select(
        [_event.c.complaint_id, *_LOGGED],
        whose.add_columns(*(bindparam(f"its_{column.name}", type_=column.type) for column in _LOGGED)),
    )
    for name, whose in _WHOSE.items()
}


def log(
    session: Session, complaint_ids: Sequence[int], kind: EventKind, data: Mapping[str, str], *, now: dt.datetime
) -> None:
    """Write the same to the logs of so many complaints: that they were told of; it is not for the public."""
    connection = session.connection()
    alike = {"at": now, "kind": kind, "actor": "system", "text": "", "public": False, "data": dict(data)}
    values = {f"its_{name}": value for name, value in alike.items()}
    connection.execute(_LOG[connection.dialect.name], {"ids": list(complaint_ids), **values})
