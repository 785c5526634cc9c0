"""Complaints put straight into a test's database, for what needs many of them, or old ones."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Protocol

from sqlmodel import select

from handlers.complaints import number
from storage.database import Database
from storage.models import Agency, Category, Citizen, Complaint, ComplaintEvent
from tests.fakes import HandClock

DAY = dt.timedelta(days=1)


class Town(Protocol):
    """Where complaints can be put: the harness (tests/city.py), or less."""

    database: Database
    clock: HandClock


@dataclass
class Hamlet:
    """A database with nothing of a city but some agencies, each with one category: made at once, unlike a city."""

    database: Database
    clock: HandClock

    def settle(self, **agencies: tuple[int, str]) -> None:
        """Let there be these agencies: by code their id, and the code of the category they handle."""
        with self.database.write() as session:
            for code, (agency_id, _) in agencies.items():
                session.add(Agency(id=agency_id, code=code, names={}))
            session.flush()
            for agency_id, category in agencies.values():
                session.add(Category(code=category, names={}, keywords=[], agency_id=agency_id))


def put(city: Town, text: str = "Lampu jalan mati", category: str = "lampu_jalan", **given: Any) -> str:
    """A complaint of the category's agency, filed now and due in a week, but for what is ``given``; its number."""
    now = city.clock.now()
    with city.database.write() as session:
        row = session.exec(select(Category).where(Category.code == category)).one()
        citizen = session.exec(select(Citizen.id)).first()
        if citizen is None:
            session.add(somebody := Citizen(created_at=now))
            session.flush()
            citizen = somebody.id
        values: dict[str, Any] = {
            "agency_id": row.agency_id,
            "category_id": row.id,
            "citizen_id": citizen,
            "visibility": "public",
        }
        values |= {"text": text, "channel": "telegram", "created_at": now, "updated_at": now, "due_at": now + 7 * DAY}
        values |= {"due_on": (now + 7 * DAY).date(), **given}
        session.add(complaint := Complaint(**values))
        session.flush()
        complaint.number = number.of(complaint.id or 0)
        session.add(complaint)
    return complaint.number


def happened(city: Town, wanted: str, kind: str, actor: str = "staff", at: dt.datetime | None = None) -> None:
    """An event of the complaint with that number, written down as if it had been then (by default: now)."""
    with city.database.write() as session:
        complaint = session.exec(select(Complaint).where(Complaint.number == wanted)).one()
        moment = at or city.clock.now()
        session.add(ComplaintEvent(complaint_id=complaint.id or 0, at=moment, kind=kind, actor=actor))


def change(city: Town, wanted: str, **given: Any) -> None:
    """Set columns of the complaint with that number."""
    with city.database.write() as session:
        complaint = session.exec(select(Complaint).where(Complaint.number == wanted)).one()
        for name, value in given.items():
            setattr(complaint, name, value)
        session.add(complaint)
