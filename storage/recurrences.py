"""Queries about trouble that comes again and again, and of which somebody has been told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlmodel import Session, col, select

from storage.models import Category, Complaint, Recurrence


def lock(session: Session, category_id: int) -> None:
    """Let nobody else write down a recurrence of the category until the transaction ends."""
    session.get(Category, category_id, with_for_update={"key_share": True})


def told_of(session: Session, category_id: int, now: dt.datetime) -> Sequence[Complaint]:
    """Of each recurrence in the category that was told of and is not past: the complaint that made it too many."""
    query = select(Complaint).join(Recurrence, col(Recurrence.complaint_id) == col(Complaint.id))
    return session.exec(query.where(Recurrence.category_id == category_id, Recurrence.until > now)).all()


def add(session: Session, complaint: Complaint, count: int, *, now: dt.datetime, until: dt.datetime) -> Recurrence:
    """Write down that the complaint was the one too many; nobody is told of the place again before ``until``."""
    row = Recurrence(
        category_id=complaint.category_id, complaint_id=complaint.id or 0, count=count, at=now, until=until
    )
    session.add(row)
    session.flush()
    return row
