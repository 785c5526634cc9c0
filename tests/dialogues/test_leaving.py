"""Rights end with leaving the agency's group, and at every command they are looked at anew."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from handlers.staff import roster
from storage.models import Audit, Staff
from tests.city import GROUP, City, Person, files
from tests.dialogues.forum import member_left


@pytest.fixture
def ani(city: City) -> Person:
    """The head of the agency for street lights, in a private chat."""
    return city.officer("perkimlh", "Ani", role="head")


@pytest.fixture
def budi(city: City, ani: Person) -> Person:
    """An operator of the agency, in its group."""
    there = city.officer("perkimlh", "Budi").in_group(forum=True)
    there.says("/grup")
    return there


def ended(city: City) -> list[str]:
    """Who has no rights any more."""
    with city.database.read() as session:
        return list(session.exec(select(Staff.name).where(col(Staff.ended_at).is_not(None))).all())


def test_whoever_leaves_the_group_can_do_nothing_from_then_on(city: City, budi: Person) -> None:
    number = files(city.citizen("whatsapp"))
    member_left(city, budi)
    private = Person(city, "telegram", "Budi", budi.address)
    city.people.append(private)
    private.says(f"/balas {number} Besok kami ganti")
    private.hears("untuk petugas")
    budi.says(f"/ambil {number}")

    assert ended(city) == ["Budi"]
    assert city.events(number) == ["filed"]


def test_what_they_had_in_hand_is_free_and_the_heads_are_told_once(city: City, budi: Person, ani: Person) -> None:
    number, other = files(city.citizen("whatsapp")), files(city.citizen("whatsapp"))
    budi.says(f"/ambil {number}")
    ani.read = len(ani.heard)
    member_left(city, budi)
    told = [message.text for message in ani.new if "Budi keluar dari grup" in message]
    complaint = next(each for each in city.complaints() if each.number == number)

    assert len(told) == 1
    assert number in told[0]
    assert other not in told[0]
    assert (complaint.assignee_id, complaint.status) == (None, "received")
    assert city.events(number) == ["filed", "taken", "released"]


def test_leaving_is_in_the_audit_once(city: City, budi: Person) -> None:
    member_left(city, budi)
    with city.database.read() as session:
        actions = [action for action in session.exec(select(Audit.action)).all() if "staff." in action]

    assert actions.count("staff.left") == actions.count("staff.end") == 1


def test_leaving_any_other_group_changes_nothing(city: City, budi: Person) -> None:
    member_left(city, budi, chat="-100999")
    outsider = city.officer("dpupr", "Edi").in_group(forum=True)
    member_left(city, outsider)

    assert ended(city) == []


def test_a_stranger_who_leaves_is_nobody_to_us(city: City, budi: Person, ani: Person) -> None:
    heard = len(ani.heard)
    member_left(city, city.citizen("telegram", "Joni").in_group(forum=True))

    assert len(ani.heard) == heard


def test_a_group_that_was_given_up_holds_no_rights(city: City, budi: Person) -> None:
    with city.database.write() as session:
        roster.leave_group(session, channel="telegram", address=GROUP, now=city.clock.now())
    member_left(city, budi)

    assert ended(city) == []


def test_rights_are_looked_at_with_every_command(city: City, budi: Person) -> None:
    number = files(city.citizen("whatsapp"))
    budi.says(f"/proses {number}")
    with city.database.write() as session:
        member = session.exec(select(Staff).where(Staff.name == "Budi")).one()
        roster.end(session, member.id or 0, now=city.clock.now())
    budi.says(f"/balas {number} Besok")
    budi.hears("untuk petugas")

    assert city.events(number) == ["filed", "processing"]
