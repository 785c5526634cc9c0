"""Who among the staff has a complaint open or writes about it, and how much of its log each has seen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Table, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from storage.models import Looking, Staff

_looking = cast(Table, Looking.__table__)  # type: ignore[attr-defined]
_staff = cast(Table, Staff.__table__)  # type: ignore[attr-defined]
_NOTE = {}
for _name, _dialect in (("postgresql", postgresql), ("sqlite", sqlite)):
    _insert = _dialect.insert(_looking)
    _NOTE[_name] = _insert.on_conflict_do_update(
        index_elements=["complaint_id", "staff_id"],
        set_={name: _insert.excluded[name] for name in ("at", "writing", "seen")},
    )
_OTHERS = (
    select(_looking.c.staff_id, _staff.c.name, _looking.c.at, _looking.c.writing)
    .join(_staff, _staff.c.id == _looking.c.staff_id)
    .where(
        _looking.c.complaint_id == bindparam("complaint"),
        _looking.c.staff_id != bindparam("staff"),
        _looking.c.at >= bindparam("since"),
        _staff.c.ended_at.is_(None),
    )
    .order_by(_looking.c.writing.desc(), _looking.c.at.desc())
)
_MINE = select(_looking.c.seen).where(
    _looking.c.complaint_id == bindparam("complaint"), _looking.c.staff_id == bindparam("staff")
)
_LEAVE = delete(_looking).where(
    _looking.c.complaint_id == bindparam("complaint"), _looking.c.staff_id == bindparam("staff")
)
_FORGET = delete(_looking).where(_looking.c.at < bindparam("before"))


@dataclass(frozen=True, slots=True)
class Onlooker:
    """A colleague who has the complaint open, or is ``writing`` about it, since ``at``."""

    staff_id: int
    name: str
    at: dt.datetime
    writing: bool


def note(session: Session, complaint_id: int, staff_id: int, *, seen: int, now: dt.datetime, writing: bool) -> None:
    """The person has the complaint open now and knows its log up to the event ``seen``."""
    connection = session.connection()
    values = {"complaint_id": complaint_id, "staff_id": staff_id, "at": now, "writing": writing, "seen": seen}
    connection.execute(_NOTE[connection.dialect.name], values)


def others(session: Session, complaint_id: int, staff_id: int, *, since: dt.datetime) -> list[Onlooker]:
    """Which colleagues have had it open since then, those who write first."""
    values = {"complaint": complaint_id, "staff": staff_id, "since": since}
    return [Onlooker(*row) for row in session.connection().execute(_OTHERS, values)]


def seen(session: Session, complaint_id: int, staff_id: int) -> int:
    """The newest event of the complaint the person is known to have seen; 0 if they never opened it."""
    found = session.connection().execute(_MINE, {"complaint": complaint_id, "staff": staff_id}).scalar()
    return found or 0


def leave(session: Session, complaint_id: int, staff_id: int) -> None:
    """The person has said what they had to say, and what they have seen by then their own event tells."""
    session.connection().execute(_LEAVE, {"complaint": complaint_id, "staff": staff_id})


def forget(session: Session, *, before: dt.datetime) -> int:
    """Drop what is older than that; returns how much it was."""
    return session.connection().execute(_FORGET, {"before": before}).rowcount
