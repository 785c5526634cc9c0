"""Queries about the city's staff and the chats they work in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.models import Address, Agency, Audit, Citizen, Role, Staff, StaffGroup

HANDLING = (Role.OPERATOR, Role.HEAD)


def handlers_of(session: Session, agency_id: int) -> Sequence[Staff]:
    """Those who handle complaints of the agency."""
    return session.exec(_active().where(Staff.agency_id == agency_id, col(Staff.role).in_(HANDLING))).all()


def admins(session: Session) -> Sequence[Staff]:
    """Those who look after the whole service."""
    return session.exec(_active().where(Staff.role == Role.ADMIN)).all()


def _active() -> SelectOfScalar[Staff]:
    return select(Staff).where(col(Staff.ended_at).is_(None), col(Staff.citizen_id).is_not(None))


def groups_of(session: Session, agency_id: int) -> Sequence[StaffGroup]:
    """The group chats of the agency."""
    query = select(StaffGroup).where(StaffGroup.agency_id == agency_id, col(StaffGroup.ended_at).is_(None))
    return session.exec(query).all()


def group_at(session: Session, channel: str, value: str) -> StaffGroup | None:
    """The staff group at that address, if the chat is one (also one that has ended)."""
    return session.exec(select(StaffGroup).where(StaffGroup.channel == channel, StaffGroup.value == value)).first()


def everybody(session: Session) -> Sequence[tuple[Staff, Agency | None]]:
    """Staff and open invitations with their agency, those who left as well."""
    query = select(Staff, Agency).join(Agency, isouter=True).order_by(col(Staff.id))
    return [(row[0], row[1]) for row in session.exec(query).all()]


def every_group(session: Session) -> Sequence[tuple[StaffGroup, Agency]]:
    """The group chats of all agencies, those left as well."""
    query = select(StaffGroup, Agency).join(Agency).order_by(col(StaffGroup.id))
    return [(row[0], row[1]) for row in session.exec(query).all()]


def by_invitation(session: Session, invite_hash: str) -> Staff | None:
    """The invitation with that hash, taken up or not."""
    return session.exec(select(Staff).where(Staff.invite_hash == invite_hash).with_for_update()).first()


def rights_of(session: Session, citizen_id: int) -> Staff | None:
    """The right the person has now."""
    return session.exec(_active().where(Staff.citizen_id == citizen_id).order_by(col(Staff.id).desc())).first()


def reach(session: Session, citizen_id: int) -> tuple[Address, str] | None:
    """Where the citizen was last heard from and can still be reached, and their language."""
    query = (
        select(Address, Citizen.language)
        .join(Citizen)
        .where(Address.citizen_id == citizen_id, col(Address.unreachable_at).is_(None))
        .order_by(col(Address.last_inbound_at).desc(), col(Address.id))
        .limit(1)
    )
    row = session.exec(query).first()
    return (row[0], row[1]) if row else None


def record(session: Session, *, staff_id: int | None, action: str, thing: str, now: dt.datetime, **detail: str) -> None:
    """Write down who among the staff did what (append-only)."""
    session.add(Audit(at=now, staff_id=staff_id, action=action, object=thing, detail=detail))


def addresses_of_staff(session: Session, channel: str) -> Sequence[tuple[str, str, Staff]]:
    """The address, language and right of everybody on the staff who can be reached on ``channel``."""
    query = (
        select(Address.value, Citizen.language, Staff)
        .join(Citizen, col(Citizen.id) == col(Address.citizen_id))
        .join(Staff, col(Staff.citizen_id) == col(Citizen.id))
        .where(Address.channel == channel, col(Staff.ended_at).is_(None), col(Address.unreachable_at).is_(None))
    )
    return [(row[0], row[1], row[2]) for row in session.exec(query).all()]
