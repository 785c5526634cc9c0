"""Where people go, as it is read."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from storage.models import Office


def every(session: Session) -> Sequence[Office]:
    """All offices in the order of the city's file."""
    return session.exec(select(Office).order_by(col(Office.position), col(Office.code))).all()


def by_code(session: Session, code: str) -> Office | None:
    """The office of that code; None when there is none."""
    return session.get(Office, code)


def of_agency(session: Session, agency_id: int) -> Office | None:
    """The first office of an agency; None when it has none."""
    query = select(Office).where(Office.agency_id == agency_id)
    return session.exec(query.order_by(col(Office.position), col(Office.code)).limit(1)).first()
