"""What a list shows is what one may open: the right for one complaint and the one for lists never differ."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from sqlmodel import Session, select

from handlers.staff import rights
from handlers.turn import StaffMember
from storage import tickets
from storage.database import Database
from storage.models import Agency, Category, Citizen, Complaint, Role, Visibility
from storage.tickets import Filter, Viewer
from tests.conftest import NOW


@pytest.fixture
def complaints(sqlite_database: Database) -> Database:
    """A complaint of each visibility in each of two agencies."""
    with sqlite_database.write() as session:
        session.add(Citizen(id=1, created_at=NOW))
        session.add_all(Agency(id=number, code=f"a{number}", names={}) for number in (1, 2))
        session.flush()
        session.add(Category(id=1, code="c", names={}, keywords=[], agency_id=1))
        session.flush()
        for number, (agency_id, visibility) in enumerate(product((1, 2), Visibility), start=1):
            values: dict[str, Any] = {"id": number, "number": str(number), "agency_id": agency_id, "text": "x"}
            values |= {"citizen_id": 1, "category_id": 1, "channel": "telegram", "visibility": visibility}
            session.add(Complaint(**values, due_on=NOW.date(), created_at=NOW, updated_at=NOW))
    return sqlite_database


def seen(session: Session, member: StaffMember) -> list[str]:
    viewer = Viewer(rights.scope(member), member.id, NOW, NOW.date(), NOW)
    return sorted(ticket.number for ticket in tickets.find(session, Filter(), viewer).tickets)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("agency_id", [1, 2, None])
def test_a_list_holds_what_its_reader_may_open(complaints: Database, role: Role, agency_id: int | None) -> None:
    member = StaffMember(1, "Budi", role, agency_id)
    with complaints.read() as session:
        may = [each.number for each in session.exec(select(Complaint)) if rights.may_handle(member, each)]

        assert seen(session, member) == sorted(filter(None, may))
