"""Queries about the duty roster."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam
from sqlmodel import Session, col, delete, select

from storage.models import Agency, Duty, Staff

_OF_AGENCY = (  # asked for what is urgent while people wait, so made once
    select(Duty, Staff)
    .join(Staff, col(Staff.id) == col(Duty.staff_id))
    .where(Duty.agency_id == bindparam("agency"), col(Staff.ended_at).is_(None), col(Staff.citizen_id).is_not(None))
    .order_by(col(Duty.id))
)


def add(session: Session, shifts: Sequence[Duty]) -> None:
    """Enter shifts into the roster."""
    session.add_all(shifts)
    session.flush()


def by_id(session: Session, duty_id: int) -> Duty | None:
    """The shift of that id."""
    return session.get(Duty, duty_id)


def remove(session: Session, shift: Duty) -> None:
    """Take a shift off the roster."""
    session.delete(shift)


def of_agency(session: Session, agency_id: int) -> Sequence[tuple[Duty, Staff]]:
    """The agency's shifts with whose each is; nobody's who has left."""
    return [(row[0], row[1]) for row in session.exec(_OF_AGENCY, params={"agency": agency_id}).all()]


def everything(session: Session) -> Sequence[tuple[Duty, Staff, Agency]]:
    """The whole roster, agency by agency."""
    query = (
        select(Duty, Staff, Agency)
        .join(Staff, col(Staff.id) == col(Duty.staff_id))
        .join(Agency, col(Agency.id) == col(Duty.agency_id))
        .where(col(Staff.ended_at).is_(None))
        .order_by(col(Agency.code), col(Duty.id))
    )
    return [(row[0], row[1], row[2]) for row in session.exec(query).all()]


def remove_all(session: Session, staff_id: int) -> None:
    """Take somebody who has left off the roster."""
    session.exec(delete(Duty).where(col(Duty.staff_id) == staff_id))


def hand_over(session: Session, staff_id: int, to: int) -> None:
    """Somebody has a new post: their shifts go along."""
    for shift in session.exec(select(Duty).where(Duty.staff_id == staff_id)):
        shift.staff_id = to
        session.add(shift)
