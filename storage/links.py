"""Queries about complaints that belong together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, or_
from sqlmodel import Session, col, select

from storage.models import Complaint, ComplaintLink

RELATED, SPLIT = "related", "split"


@dataclass(frozen=True, slots=True)
class Linked:
    """A complaint that belongs to the one asked about; ``made_of`` tells that one of them was split off the other."""

    complaint: Complaint
    made_of: bool


def add(session: Session, complaint_id: int, other_id: int, kind: str, *, now: dt.datetime) -> bool:
    """Link the two; False if they are linked already, whichever way round."""
    pair = or_(
        and_(col(ComplaintLink.complaint_id) == complaint_id, col(ComplaintLink.other_id) == other_id),
        and_(col(ComplaintLink.complaint_id) == other_id, col(ComplaintLink.other_id) == complaint_id),
    )
    if session.exec(select(ComplaintLink.id).where(pair)).first() is not None:
        return False
    session.add(ComplaintLink(complaint_id=complaint_id, other_id=other_id, kind=kind, at=now))
    session.flush()
    return True


def of(session: Session, complaint_id: int) -> list[Linked]:
    """What is linked with the complaint, in the order of linking."""
    either = or_(col(ComplaintLink.complaint_id) == complaint_id, col(ComplaintLink.other_id) == complaint_id)
    found = []
    for link in session.exec(select(ComplaintLink).where(either).order_by(col(ComplaintLink.id))).all():
        other = session.get(Complaint, link.other_id if link.complaint_id == complaint_id else link.complaint_id)
        if other is not None:
            found.append(Linked(other, link.kind == SPLIT))
    return found


def merged_into(session: Session, complaint_id: int) -> Sequence[Complaint]:
    """What was merged into the complaint itself, not into what was merged into it."""
    query = select(Complaint).where(Complaint.merged_into_id == complaint_id)
    return session.exec(query.order_by(col(Complaint.id))).all()
