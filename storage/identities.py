"""Queries about who citizens are, and about those among the staff who asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import cast

from sqlalchemy import Table, bindparam
from sqlalchemy import select as core_select
from sqlmodel import Session, col, select

from storage.models import Address, IdentityRequest

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


def open_request(
    session: Session, complaint_id: int, *, now: dt.datetime, lock: bool = False
) -> IdentityRequest | None:
    """What still waits for a second person to decide; ``lock`` keeps two from deciding at once."""
    query = select(IdentityRequest).where(
        IdentityRequest.complaint_id == complaint_id,
        col(IdentityRequest.decided_at).is_(None),
        IdentityRequest.expires_at > now,
    )
    query = query.order_by(col(IdentityRequest.id).desc()).limit(1)
    return session.exec(query.with_for_update() if lock else query).first()


def add(session: Session, request: IdentityRequest) -> IdentityRequest:
    """Write a request down; it gets its id."""
    session.add(request)
    session.flush()
    return request
