"""Queries about those who have the same trouble as whoever filed a complaint, and follow it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import cast

from sqlalchemy import Table, bindparam, delete, exists, func, insert, select, update
from sqlmodel import Session, col
from sqlmodel import select as find

from storage.models import Address, Citizen, Complaint, Supporter, Visibility
from storage.roster import Chat

_supporter = cast(Table, Supporter.__table__)  # type: ignore[attr-defined]
_complaint = cast(Table, Complaint.__table__)  # type: ignore[attr-defined]
_WHICH = (_supporter.c.complaint_id == bindparam("which"), _supporter.c.citizen_id == bindparam("citizen"))
_FOLLOWS = select(_supporter.c.citizen_id).where(*_WHICH)
_ADD = insert(_supporter)
_REMOVE = delete(_supporter).where(*_WHICH)
_REACH = (
    find(Address.channel, Address.value, Address.citizen_id, Citizen.language)
    .join(Citizen, col(Citizen.id) == col(Address.citizen_id))
    .join(Supporter, col(Supporter.citizen_id) == col(Citizen.id))
    .where(col(Supporter.complaint_id) == bindparam("which"), col(Address.unreachable_at).is_(None))
    .order_by(col(Address.citizen_id), col(Address.last_inbound_at).desc(), col(Address.id))
)
_CAME_FROM = select(_supporter.c.citizen_id).where(
    _supporter.c.complaint_id == bindparam("which"), _supporter.c.merged_id == bindparam("origin")
)
_COUNT = (
    update(_complaint)
    .where(_complaint.c.id == bindparam("which"))
    .values(
        supporters=select(func.count())
        .select_from(_supporter)
        .where(_supporter.c.complaint_id == bindparam("which"))
        .scalar_subquery()
    )
    .returning(_complaint.c.supporters)
)
_SUPPORTED = (
    find(Complaint)
    .join(Supporter, col(Supporter.complaint_id) == col(Complaint.id))
    .where(Supporter.citizen_id == bindparam("citizen"), Complaint.visibility != str(Visibility.SECRET))
    .order_by(col(Supporter.at).desc(), col(Complaint.id))
    .limit(bindparam("limit"))
)
_OWN_OR_SUPPORTED = select(
    exists().where(_complaint.c.id == bindparam("which"), _complaint.c.citizen_id == bindparam("citizen"))
    | exists().where(*_WHICH)
)


def follows(session: Session, complaint_id: int, citizen_id: int) -> bool:
    """Whether the citizen supports the complaint."""
    values = {"which": complaint_id, "citizen": citizen_id}
    return session.connection().execute(_FOLLOWS, values).first() is not None


def has_part(session: Session, complaint_id: int, citizen_id: int) -> bool:
    """Whether the citizen filed or supports the complaint."""
    values = {"which": complaint_id, "citizen": citizen_id}
    return bool(session.connection().execute(_OWN_OR_SUPPORTED, values).scalar_one())


def add(
    session: Session, complaint: Complaint, citizen_id: int, *, now: dt.datetime, merged_id: int | None = None
) -> bool:
    """Let the citizen follow a complaint that the caller has locked; False if they filed it or do so already."""
    if has_part(session, complaint.id or 0, citizen_id):
        return False
    session.connection().execute(
        _ADD, {"complaint_id": complaint.id, "citizen_id": citizen_id, "merged_id": merged_id, "at": now}
    )
    complaint.supporters = _count(session, complaint)
    return True


def remove(session: Session, complaint: Complaint, citizen_id: int) -> bool:
    """Let the citizen follow it no longer; False if they did not."""
    values = {"which": complaint.id, "citizen": citizen_id}
    gone = session.connection().execute(_REMOVE, values).rowcount
    complaint.supporters = _count(session, complaint)
    return bool(gone)


def _count(session: Session, complaint: Complaint) -> int:
    return int(session.connection().execute(_COUNT, {"which": complaint.id}).scalar_one())


def of(session: Session, complaint_id: int) -> list[int]:
    """The ids of those who support the complaint, in the order they came."""
    query = find(Supporter.citizen_id).where(Supporter.complaint_id == complaint_id)
    return list(session.exec(query.order_by(col(Supporter.at), col(Supporter.citizen_id))))


def came_from(session: Session, complaint_id: int, origin_id: int) -> list[int]:
    """The ids of those who follow the complaint because ``origin_id`` was merged into it."""
    return list(session.connection().execute(_CAME_FROM, {"which": complaint_id, "origin": origin_id}).scalars())


def chats(session: Session, complaint_id: int) -> list[Chat]:
    """Where each of those who support the complaint was last heard from."""
    first: dict[int, Chat] = {}
    for row in session.connection().execute(_REACH, {"which": complaint_id}):
        first.setdefault(row.citizen_id, Chat(*row))
    return list(first.values())


def supported_by(session: Session, citizen_id: int, *, limit: int = 10) -> Sequence[Complaint]:
    """The complaints of others that the citizen supports and that were not made secret, the newest support first."""
    return session.exec(_SUPPORTED, params={"citizen": citizen_id, "limit": limit}).all()
