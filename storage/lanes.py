"""The pace of a lane, shared by every process that sends on it: one row says when its next message may go.

This is the generic cell rate algorithm without a burst. The row moves on by a few messages at a time, so that processes
take turns and a reply never waits behind a long reservation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from storage.models import Lane

_lane = cast(Table, Lane.__table__)  # type: ignore[attr-defined]
_LOOK = select(_lane.c.next_at).where(_lane.c.name == bindparam("lane")).with_for_update()
_MAKE = {
    name: dialect.insert(_lane).on_conflict_do_nothing(index_elements=["name"])
    for name, dialect in (("postgresql", postgresql), ("sqlite", sqlite))
}
_MOVE = update(_lane).where(_lane.c.name == bindparam("lane")).values(next_at=bindparam("at"))
_PUSH = _MOVE.where(_lane.c.next_at < bindparam("at"))


@dataclass(frozen=True, slots=True)
class Slots:
    """``count`` messages may go from ``start`` on."""

    start: datetime
    count: int


def look(session: Session, lane: str, *, now: datetime, pace: float, ahead: timedelta) -> Slots:
    """The slots that begin no later than ``ahead`` from now, at ``pace`` messages per second.

    Nobody else gets them, nor claims on this lane, before the transaction ends; ``take`` those that are needed.
    """
    connection = session.connection()
    next_at = connection.execute(_LOOK, {"lane": lane}).scalar()
    if next_at is None:
        connection.execute(_MAKE[connection.dialect.name], {"name": lane, "next_at": now})
        next_at = connection.execute(_LOOK, {"lane": lane}).scalar_one()
    start = max(next_at, now)
    room = (now + ahead - start).total_seconds()
    return Slots(start, 0 if room < 0 else int(room * pace) + 1)


def take(session: Session, lane: str, slots: Slots, costs: Sequence[float]) -> list[datetime]:
    """When each of some messages may go; ``costs`` are the seconds until the next one may follow."""
    times = [slots.start]
    for cost in costs:
        times.append(times[-1] + timedelta(seconds=cost))
    session.connection().execute(_MOVE, {"lane": lane, "at": times[-1]})
    return times[:-1]


def push_back(session: Session, lane: str, *, until: datetime) -> None:
    """Let nobody send on the lane before ``until``: the provider asked for patience."""
    session.connection().execute(_PUSH, {"lane": lane, "at": until})
