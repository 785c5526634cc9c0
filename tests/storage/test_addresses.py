"""What sending teaches about addresses is written to the right rows and to no others."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col, select

from storage import addresses
from storage.database import Database
from storage.models import Address, Agency, Citizen, StaffGroup
from tests.storage.letters import letter, post, rows


def _address(database: Database, channel: str, value: str, now: datetime, wrote: datetime | None = None) -> None:
    with database.write() as session:
        session.add(citizen := Citizen(created_at=now))
        session.flush()
        session.add(
            Address(citizen_id=citizen.id or 0, channel=channel, value=value, last_inbound_at=wrote, created_at=now)
        )


def _groups(database: Database, now: datetime, *values: str) -> None:
    with database.write() as session:
        session.add(agency := Agency(code="pupr", names={"id": "PUPR"}))
        session.flush()
        session.add_all(
            StaffGroup(agency_id=agency.id or 0, channel="telegram", value=value, created_at=now) for value in values
        )


def test_the_last_message_of_each_person_is_found(database: Database, now: datetime) -> None:
    hour = timedelta(hours=1)
    _address(database, "whatsapp", "a", now, now - hour)
    _address(database, "whatsapp", "b", now)
    _address(database, "telegram", "a", now, now)

    with database.read() as session:
        assert addresses.last_inbound(session, "whatsapp", {"a", "b", "c"}) == {"a": now - hour}


def test_only_the_address_itself_becomes_unreachable(database: Database, now: datetime) -> None:
    for channel, value in (("telegram", "700"), ("telegram", "701"), ("whatsapp", "700")):
        _address(database, channel, value, now)
    with database.write() as session:
        addresses.mark_unreachable(session, "telegram", "700", now=now)

    with database.read() as session:
        found = session.exec(select(Address.unreachable_at).order_by(col(Address.id))).all()
    assert found == [now, None, None]


def test_a_moved_group_takes_its_staff_and_its_open_messages_along(database: Database, now: datetime) -> None:
    _groups(database, now, "-1", "-2")
    post(
        database,
        [letter(now, "-1"), letter(now, "-1", state="sent"), letter(now, "-2"), letter(now, "-1", channel="other")],
        now,
    )
    with database.write() as session:
        addresses.move(session, "telegram", "-1", "-1001")

    with database.read() as session:
        assert session.exec(select(StaffGroup.value).order_by(col(StaffGroup.id))).all() == ["-1001", "-2"]
    assert [row.address for row in rows(database)] == ["-1001", "-1", "-2", "-1"]


def test_a_group_whose_new_address_is_known_already_is_left(database: Database, now: datetime) -> None:
    _groups(database, now, "-1", "-1001")
    with database.write() as session:
        addresses.move(session, "telegram", "-1", "-1001")

    with database.read() as session:
        assert session.exec(select(StaffGroup.value).order_by(col(StaffGroup.id))).all() == ["-1", "-1001"]
