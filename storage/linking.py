"""Joining two citizens into one when a person links a second channel."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import update
from sqlmodel import Session, col, delete, select

from storage import complaints, supporters
from storage.models import Address, Complaint, LinkCode, Mute, Outbox, ReportOrder, Staff, Supporter


def keep_code(session: Session, code_hash: str, *, citizen_id: int, until: dt.datetime) -> None:
    """Keep the hash of a new code; one made earlier by the same citizen is void."""
    session.exec(delete(LinkCode).where(col(LinkCode.citizen_id) == citizen_id))
    session.add(LinkCode(code_hash=code_hash, citizen_id=citizen_id, expires_at=until))


def owner(session: Session, code_hash: str, *, now: dt.datetime) -> int | None:
    """Who made the code, if it still counts."""
    code = session.exec(select(LinkCode).where(LinkCode.code_hash == code_hash).with_for_update()).first()
    return code.citizen_id if code is not None and code.expires_at >= now else None


def forget(session: Session, code_hash: str) -> None:
    """A code works once."""
    session.exec(delete(LinkCode).where(col(LinkCode.code_hash) == code_hash))


def _move_support(session: Session, citizen_id: int, into: int) -> None:
    """What either supports both follow from now on; nobody supports what they filed themselves."""
    query = select(Supporter).where(col(Supporter.citizen_id).in_([citizen_id, into]))
    for row in session.exec(query.order_by(col(Supporter.complaint_id))).all():
        complaint = complaints.by_id(session, row.complaint_id, lock=True)
        if complaint is not None and (row.citizen_id == citizen_id or complaint.citizen_id == into):
            supporters.remove(session, complaint, row.citizen_id)
            supporters.add(session, complaint, into, now=row.at, merged_id=row.merged_id)


def merge(session: Session, citizen_id: int, *, into: int) -> int:
    """Everything of ``citizen_id`` belongs to ``into`` from now on; returns how many complaints that moved.

    The emptied citizen stays as a row, since the past refers to it, and can no longer be reached.
    """
    moved = session.connection().execute(
        update(Complaint).where(col(Complaint.citizen_id) == citizen_id).values(citizen_id=into)
    )
    _move_support(session, citizen_id, into)
    for model in (Address, Outbox, Staff, Mute, ReportOrder):
        session.connection().execute(update(model).where(col(model.citizen_id) == citizen_id).values(citizen_id=into))
    return moved.rowcount
