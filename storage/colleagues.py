"""Queries about who works together in an agency, and what each has in hand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from sqlalchemy import update
from sqlmodel import Session, col, func, select

from storage.complaints import OPEN
from storage.models import Complaint, Role, Staff

HANDLING = (Role.OPERATOR, Role.HEAD, Role.ADMIN)


def of_agency(session: Session, agency_id: int | None) -> Sequence[Staff]:
    """Everybody who may act on complaints there (None: anywhere), by name; no invitations, nobody who has left."""
    query = select(Staff).where(
        col(Staff.ended_at).is_(None),
        col(Staff.citizen_id).is_not(None),
        col(Staff.role).in_([str(role) for role in HANDLING]),
    )
    if agency_id is not None:
        query = query.where(Staff.agency_id == agency_id)
    return session.exec(query.order_by(col(Staff.name), col(Staff.id))).all()


def heads(session: Session, agency_id: int) -> list[Staff]:
    """The heads of the agency."""
    return [member for member in of_agency(session, agency_id) if member.role == Role.HEAD]


def by_id(session: Session, staff_id: int | None) -> Staff | None:
    """The member of staff of that id, those who have left as well."""
    return session.get(Staff, staff_id) if staff_id is not None else None


def open_counts(session: Session, agency_id: int) -> Mapping[int, int]:
    """How many open complaints each colleague has in hand."""
    query = (
        select(Complaint.assignee_id, func.count())
        .where(
            Complaint.agency_id == agency_id,
            col(Complaint.status).in_(OPEN),
            col(Complaint.assignee_id).is_not(None),
        )
        .group_by(col(Complaint.assignee_id))
    )
    return {staff_id: count for staff_id, count in session.exec(query) if staff_id is not None}


def in_hand(session: Session, staff: Staff) -> Sequence[Complaint]:
    """The open complaints somebody has in hand, the oldest first, locked."""
    query = select(Complaint).where(Complaint.assignee_id == staff.id, col(Complaint.status).in_(OPEN))
    if staff.agency_id is not None:
        query = query.where(Complaint.agency_id == staff.agency_id)
    locked = query.order_by(col(Complaint.id)).with_for_update(key_share=True)
    return session.exec(locked, execution_options={"populate_existing": True}).all()


def without_digest(session: Session, agency_id: int) -> set[int]:
    """The people (as citizens) of the agency who do not want the morning's summary in their own chat."""
    query = select(Staff.citizen_id).where(Staff.agency_id == agency_id, col(Staff.digest).is_(False))
    return {citizen_id for citizen_id in session.exec(query) if citizen_id is not None}


def want_digest(session: Session, staff_id: int, *, wanted: bool) -> None:
    """Somebody wants the morning's summary in their own chat, or no longer."""
    session.connection().execute(update(Staff).where(col(Staff.id) == staff_id).values(digest=wanted))


def renew_claim(session: Session, complaint_id: int, staff_id: int, until: dt.datetime) -> None:
    """Let a claim of that person last until ``until``; nothing happens if it is no claim of theirs any more."""
    session.connection().execute(
        update(Complaint)
        .where(
            col(Complaint.id) == complaint_id,
            col(Complaint.assignee_id) == staff_id,
            col(Complaint.claimed_until).is_not(None),
        )
        .values(claimed_until=until)
    )
