"""Queries about limits: how much somebody has filed, and who is muted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.models import Complaint, Mute


def filed_since(session: Session, citizen_id: int, since: dt.datetime) -> int:
    """How many complaints the citizen has filed since then, those a member of staff wrote down for them left out."""
    query = select(func.count()).select_from(Complaint)
    mine = query.where(Complaint.citizen_id == citizen_id, col(Complaint.filed_by_id).is_(None))
    return session.exec(mine.where(col(Complaint.created_at) > since)).one()


def _holding(now: dt.datetime) -> SelectOfScalar[Mute]:
    return select(Mute).where(col(Mute.until) > now, col(Mute.lifted_at).is_(None))


def active(session: Session, citizen_id: int, *, now: dt.datetime) -> Mute | None:
    """The mute that holds for the citizen now, the longest if there are several."""
    query = _holding(now).where(Mute.citizen_id == citizen_id).order_by(col(Mute.until).desc())
    return session.exec(query.limit(1)).first()


def by_staff_of(session: Session, staff_ids: Sequence[int], *, now: dt.datetime) -> Sequence[Mute]:
    """Those that one of these members of staff has muted, the one that ends first on top."""
    query = _holding(now).where(col(Mute.staff_id).in_(staff_ids)).order_by(col(Mute.until))
    return session.exec(query).all()
