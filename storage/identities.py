"""Queries about who citizens are, and about those among the staff who asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import cast

from sqlalchemy import Table, bindparam
from sqlalchemy import select as core_select
from sqlmodel import Session, col, select

from storage.models import Address, Complaint, ComplaintEvent, EventKind, IdentityRequest, Staff

MOST_LOOKS = 50  # shown at once

_address = cast(Table, Address.__table__)  # type: ignore[attr-defined]
_NAMES = (
    core_select(_address.c.name)
    .where(_address.c.citizen_id == bindparam("citizen"), _address.c.name != "")
    .order_by(_address.c.unreachable_at.is_not(None), _address.c.last_inbound_at.desc(), _address.c.id)
)


def names(session: Session, citizen_id: int) -> list[str]:
    """The names the citizen goes by in their apps, the one last heard from first, each once."""
    return list(dict.fromkeys(session.connection().execute(_NAMES, {"citizen": citizen_id}).scalars()))


def addresses(session: Session, citizen_id: int) -> Sequence[Address]:
    """Everything the citizen was ever heard from, the newest first."""
    query = select(Address).where(Address.citizen_id == citizen_id)
    return session.exec(query.order_by(col(Address.last_inbound_at).desc(), col(Address.id))).all()


def waiting(session: Session, complaint_id: int, *, now: dt.datetime) -> Sequence[IdentityRequest]:
    """What still waits for a second person to decide, the oldest first. Lock the complaint before."""
    query = select(IdentityRequest).where(
        IdentityRequest.complaint_id == complaint_id,
        col(IdentityRequest.decided_at).is_(None),
        IdentityRequest.expires_at > now,
    )
    return session.exec(query.order_by(col(IdentityRequest.id))).all()


def consent(session: Session, complaint_id: int, staff_id: int, *, now: dt.datetime) -> IdentityRequest | None:
    """The consent that lets this person look; one that was used has expired."""
    query = select(IdentityRequest).where(
        IdentityRequest.complaint_id == complaint_id,
        IdentityRequest.staff_id == staff_id,
        col(IdentityRequest.granted).is_(True),
        IdentityRequest.expires_at > now,
    )
    return session.exec(query.order_by(col(IdentityRequest.id))).first()


def add(session: Session, request: IdentityRequest) -> None:
    """Write a request down; it gets its id."""
    session.add(request)
    session.flush()


def staff_of(session: Session, agency_ids: Sequence[int]) -> Sequence[Staff]:
    """Everybody who works for one of these agencies now."""
    query = select(Staff).where(
        col(Staff.agency_id).in_(agency_ids), col(Staff.ended_at).is_(None), col(Staff.citizen_id).is_not(None)
    )
    return session.exec(query.order_by(col(Staff.id))).all()


def looks(session: Session, citizen_id: int, complaint_id: int | None = None) -> Sequence[tuple[ComplaintEvent, str]]:
    """When somebody looked at who the citizen is, in one of their complaints or any, newest first, with its number."""
    query = (
        select(ComplaintEvent, Complaint.number)
        .join(Complaint)
        .where(Complaint.citizen_id == citizen_id, ComplaintEvent.kind == EventKind.IDENTIFIED)
    )
    if complaint_id is not None:
        query = query.where(ComplaintEvent.complaint_id == complaint_id)
    rows = session.exec(query.order_by(col(ComplaintEvent.id).desc()).limit(MOST_LOOKS)).all()
    return [(event, number or "") for event, number in rows]
