"""Queries about replies and macros that staff use again and again: an agency's own, and those for everybody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sqlmodel import Session, col, or_, select

from storage.models import CannedReply, Macro

Kept = TypeVar("Kept", CannedReply, Macro)


def usable(session: Session, kind: type[Kept], agency_id: int | None) -> Sequence[Kept]:
    """What an agency may use, by code; its own stands in for one of the same code that is for everybody."""
    mine = or_(col(kind.agency_id) == agency_id, col(kind.agency_id).is_(None))
    rows = session.exec(select(kind).where(mine).order_by(kind.code)).all()
    found: dict[str, Kept] = {}
    for row in rows:
        if row.code not in found or row.agency_id is not None:
            found[row.code] = row
    return list(found.values())


def named(session: Session, kind: type[Kept], agency_id: int | None, code: str) -> Kept | None:
    """The one of that code that an agency uses."""
    return next((row for row in usable(session, kind, agency_id) if row.code == code), None)


def own(session: Session, kind: type[Kept], agency_id: int | None, code: str) -> Kept | None:
    """The one that belongs to the agency itself (None: to everybody), for changing it."""
    mine = col(kind.agency_id).is_(None) if agency_id is None else col(kind.agency_id) == agency_id
    return session.exec(select(kind).where(mine, kind.code == code)).first()
