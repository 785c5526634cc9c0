"""Queries about complaints: found, listed, written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from storage.models import Attachment, Complaint, ComplaintEvent, EventKind, Status

OPEN = (Status.RECEIVED, Status.TAKEN, Status.PROCESSING)


def by_number(session: Session, number: str, *, lock: bool = False) -> Complaint | None:
    """The complaint of that number; ``lock`` keeps others from changing it until the transaction ends."""
    query = select(Complaint).where(Complaint.number == number)
    return session.exec(query.with_for_update() if lock else query).first()


def by_id(session: Session, complaint_id: int, *, lock: bool = False) -> Complaint | None:
    """The complaint of that id; ``lock`` as in ``by_number``."""
    query = select(Complaint).where(Complaint.id == complaint_id)
    return session.exec(query.with_for_update() if lock else query).first()


def of_citizen(session: Session, citizen_id: int, *, limit: int = 10) -> Sequence[Complaint]:
    """What the citizen filed, newest first."""
    query = select(Complaint).where(Complaint.citizen_id == citizen_id)
    return session.exec(query.order_by(col(Complaint.id).desc()).limit(limit)).all()


def open_of_agency(
    session: Session, agency_id: int | None, *, but_secret: bool = False, limit: int = 10, offset: int = 0
) -> tuple[Sequence[Complaint], int]:
    """Open complaints of an agency (None: of all), the one due first on top, and how many there are in all."""
    conditions: list[ColumnElement[bool]] = [col(Complaint.status).in_(OPEN)]
    if agency_id is not None:
        conditions.append(col(Complaint.agency_id) == agency_id)
    if but_secret:
        conditions.append(col(Complaint.visibility) != "secret")
    count = session.exec(select(func.count()).select_from(Complaint).where(*conditions)).one()
    query = select(Complaint).where(*conditions).order_by(col(Complaint.due_on), col(Complaint.id))
    return session.exec(query.limit(limit).offset(offset)).all(), count


def events(session: Session, complaint_id: int) -> Sequence[ComplaintEvent]:
    """Everything that happened to it, oldest first."""
    query = select(ComplaintEvent).where(ComplaintEvent.complaint_id == complaint_id)
    return session.exec(query.order_by(col(ComplaintEvent.id))).all()


def by_source(session: Session, source: str) -> ComplaintEvent | None:
    """The event that came from the inbound message ``source``."""
    return session.exec(select(ComplaintEvent).where(ComplaintEvent.source == source)).first()


def attachments(session: Session, complaint_id: int) -> Sequence[Attachment]:
    """The photos and other files of a complaint, in the order they came."""
    query = select(Attachment).where(Attachment.complaint_id == complaint_id)
    return session.exec(query.order_by(col(Attachment.id))).all()


def last_event(session: Session, complaint_id: int, kind: EventKind) -> dt.datetime | None:
    """When something of that kind last happened."""
    query = select(func.max(ComplaintEvent.at)).where(
        ComplaintEvent.complaint_id == complaint_id, ComplaintEvent.kind == kind
    )
    return session.exec(query).one()
