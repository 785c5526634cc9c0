"""The service catalogue (layanan), as it is read."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from storage.models import Service


def every(session: Session) -> Sequence[Service]:
    """All services in the order of the catalogue."""
    return session.exec(select(Service).order_by(col(Service.position), col(Service.code))).all()


def by_code(session: Session, code: str) -> Service | None:
    """The service of that code; None when there is none."""
    return session.get(Service, code)


def by_answer(session: Session, key: str) -> Service | None:
    """The service that the answer of that key is about, the first of several; None when it is about none."""
    query = select(Service).where(Service.answer_key == key)
    return session.exec(query.order_by(col(Service.position), col(Service.code)).limit(1)).first()


def of_agency(session: Session, agency_id: int) -> Sequence[Service]:
    """What an agency does for people, in the order of the catalogue."""
    query = select(Service).where(Service.agency_id == agency_id)
    return session.exec(query.order_by(col(Service.position), col(Service.code))).all()


def of_office(session: Session, office_code: str) -> Sequence[Service]:
    """What people come to an office for, in the order of the catalogue."""
    query = select(Service).where(Service.office_code == office_code)
    return session.exec(query.order_by(col(Service.position), col(Service.code))).all()
