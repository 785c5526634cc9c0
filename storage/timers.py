"""Things to do at a time, as rows: they survive restarts, and each fires once however many processes look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from storage.models import Timer

_timer = cast(Table, Timer.__table__)  # type: ignore[attr-defined]
_SET = {}
for _name, _dialect in (("postgresql", postgresql), ("sqlite", sqlite)):
    _insert = _dialect.insert(_timer)
    _SET[_name] = _insert.on_conflict_do_update(
        index_elements=["purpose", "object_id", "version"], set_={"due_at": _insert.excluded.due_at}
    )
_CANCEL = delete(_timer).where(_timer.c.purpose == bindparam("about"), _timer.c.object_id == bindparam("what"))
_IS_SET = select(_timer.c.id).where(_timer.c.purpose == bindparam("about"), _timer.c.object_id == bindparam("what"))
_DUE = (
    select(_timer.c.purpose, _timer.c.object_id, _timer.c.version, _timer.c.due_at)
    .where(_timer.c.due_at <= bindparam("now"))
    .order_by(_timer.c.due_at, _timer.c.id)
    .limit(bindparam("limit"))
)
_SET_FOR = select(_timer.c.object_id).where(_timer.c.purpose == bindparam("about"))
_VERSIONS_FOR = select(_timer.c.object_id, _timer.c.version).where(_timer.c.purpose == bindparam("about"))
_TAKE = _CANCEL.where(_timer.c.version == bindparam("as_of"), _timer.c.due_at == bindparam("at")).returning(_timer.c.id)


@dataclass(frozen=True, slots=True)
class Due:
    """A timer that has run out. ``version`` is what the object's was when it was set: if it has changed, do nothing."""

    purpose: str
    object_id: int
    version: int
    due_at: datetime


def start(session: Session, purpose: str, object_id: int, *, version: int = 0, due_at: datetime) -> None:
    """Have ``purpose`` done for an object at ``due_at``; the same timer started again only moves."""
    connection = session.connection()
    values = {"purpose": purpose, "object_id": object_id, "version": version, "due_at": due_at}
    connection.execute(_SET[connection.dialect.name], values)


def cancel(session: Session, purpose: str, object_id: int) -> None:
    """Forget every timer with this purpose for an object."""
    session.connection().execute(_CANCEL, {"about": purpose, "what": object_id})


def is_set(session: Session, purpose: str, object_id: int) -> bool:
    """Whether a timer with this purpose runs for an object."""
    return session.connection().execute(_IS_SET, {"about": purpose, "what": object_id}).first() is not None


def due(session: Session, *, now: datetime, limit: int = 100) -> list[Due]:
    """What has run out, the oldest first; nothing is changed."""
    return [Due(*row) for row in session.connection().execute(_DUE, {"now": now, "limit": limit})]


def set_for(session: Session, purpose: str) -> set[int]:
    """The objects that have a timer with this purpose."""
    return set(session.connection().execute(_SET_FOR, {"about": purpose}).scalars())


def versions_for(session: Session, purpose: str) -> set[tuple[int, int]]:
    """The objects that have a timer with this purpose, each with the version it was set for."""
    return {(row[0], row[1]) for row in session.connection().execute(_VERSIONS_FOR, {"about": purpose})}


def take(session: Session, timer: Due) -> bool:
    """Whether what is due is ours to do, in this transaction: True for one caller only, False if it was called off.

    Lock whoever the timer is about first, as everything else that sets timers does; otherwise the two may deadlock.
    """
    values = {"about": timer.purpose, "what": timer.object_id, "as_of": timer.version, "at": timer.due_at}
    return session.connection().execute(_TAKE, values).first() is not None
