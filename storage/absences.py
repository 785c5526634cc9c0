"""Queries about who is away when, and who acts for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlmodel import Session, col, select

from storage.models import Absence, Staff


def add(
    session: Session, *, staff_id: int, deputy_id: int | None, first_day: dt.date, last_day: dt.date, now: dt.datetime
) -> Absence:
    """Enter days away, both included."""
    absence = Absence(staff_id=staff_id, deputy_id=deputy_id, first_day=first_day, last_day=last_day, created_at=now)
    session.add(absence)
    session.flush()
    return absence


def by_id(session: Session, absence_id: int) -> Absence | None:
    """The absence of that id."""
    return session.get(Absence, absence_id)


def on(session: Session, staff_id: int, day: dt.date) -> Absence | None:
    """The absence because of which somebody is away on that day, the one entered last; None if they are there."""
    return next(iter(between(session, staff_id, day, day)), None)


def between(session: Session, staff_id: int, first_day: dt.date, last_day: dt.date) -> Sequence[Absence]:
    """Somebody's absences that touch those days, the one entered last first."""
    query = select(Absence).where(
        Absence.staff_id == staff_id,
        col(Absence.ended_at).is_(None),
        Absence.first_day <= last_day,
        Absence.last_day >= first_day,
    )
    return session.exec(query.order_by(col(Absence.id).desc())).all()


def current(session: Session, agency_id: int | None, day: dt.date) -> Sequence[tuple[Absence, Staff]]:
    """Who of the agency (None: of any) is away on that day or will be, the first to go on top."""
    query = (
        select(Absence, Staff)
        .join(Staff, col(Staff.id) == col(Absence.staff_id))
        .where(col(Absence.ended_at).is_(None), Absence.last_day >= day, col(Staff.ended_at).is_(None))
    )
    if agency_id is not None:
        query = query.where(Staff.agency_id == agency_id)
    rows = session.exec(query.order_by(col(Absence.first_day), col(Absence.id))).all()
    return [(row[0], row[1]) for row in rows]


def away(session: Session, agency_id: int, day: dt.date) -> set[int]:
    """The ids of those of the agency who are away on that day."""
    query = (
        select(Absence.staff_id)
        .join(Staff, col(Staff.id) == col(Absence.staff_id))
        .where(
            Staff.agency_id == agency_id,
            col(Absence.ended_at).is_(None),
            Absence.first_day <= day,
            Absence.last_day >= day,
        )
    )
    return set(session.exec(query))


def end_all(session: Session, staff_id: int, *, now: dt.datetime) -> None:
    """Somebody has left: their absences are over."""
    for absence in session.exec(select(Absence).where(Absence.staff_id == staff_id, col(Absence.ended_at).is_(None))):
        absence.ended_at = now
        session.add(absence)
