"""Queries for reviewing who may act for the city."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlmodel import Session, col, select

from storage.models import Address, Role, Staff, StaffGroup


def staff(session: Session, agency_id: int | None = None) -> Sequence[Staff]:
    """Everybody with a right, and every invitation that is open (of one agency, or of all), by number."""
    query = select(Staff).where(col(Staff.ended_at).is_(None))
    if agency_id is not None:
        query = query.where(Staff.agency_id == agency_id)
    return session.exec(query.order_by(col(Staff.id))).all()


def channels(session: Session) -> Mapping[int, Sequence[str]]:
    """The channels on which each citizen who is on the staff can be reached."""
    query = (
        select(Address.citizen_id, Address.channel)
        .join(Staff, col(Staff.citizen_id) == col(Address.citizen_id))
        .where(col(Staff.ended_at).is_(None), col(Address.unreachable_at).is_(None))
        .order_by(col(Address.channel))
        .distinct()
    )
    found: dict[int, list[str]] = {}
    for citizen_id, channel in session.exec(query):
        found.setdefault(citizen_id, []).append(channel)
    return found


def groups(session: Session, agency_id: int | None = None) -> Sequence[StaffGroup]:
    """The group chats in use (of one agency, or of all)."""
    query = select(StaffGroup).where(col(StaffGroup.ended_at).is_(None))
    if agency_id is not None:
        query = query.where(StaffGroup.agency_id == agency_id)
    return session.exec(query.order_by(col(StaffGroup.id))).all()


def admins(session: Session) -> int:
    """How many people look after the whole service."""
    query = select(Staff.id).where(
        Staff.role == str(Role.ADMIN), col(Staff.ended_at).is_(None), col(Staff.citizen_id).is_not(None)
    )
    return len(session.exec(query).all())
