"""What becomes of topics when a complaint moves on, when days pass, and when Telegram will not have them."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlmodel import col, select

from bot.channels import telegram_parse
from bot.chores import Chores
from handlers.complaints import happenings, service
from storage import complaints, topics
from storage.models import Agency, EventKind, Outbox, OutboxState, StaffGroup, Visibility
from tests.city import GROUP, City, Person, files
from tests.dialogues.forum import heard_in, thread_of, topic_of
from tests.payloads import telegram_forums as payloads

OTHER = "-1009999999999"


@pytest.fixture
def budi(city: City) -> Person:
    """An operator of the agency that looks after street lights, in its group with topics."""
    there = city.officer("perkimlh", "Budi").in_group(forum=True)
    there.says("/grup")
    return there


def in_other_forum(city: City, agency: str, name: str) -> Person:
    """Somebody of another agency, whose group has topics as well."""
    there = city.officer(agency, name).in_group(OTHER, forum=True)
    there.says("/grup")
    return there


def move(city: City, number: str, agency: str, *, secret: bool = False) -> None:
    """Send the complaint on to another agency."""
    with city.desk.office() as office:
        complaint = complaints.by_number(office.session, number, lock=True)
        assert complaint is not None
        complaint.agency_id = office.session.exec(select(Agency.id).where(Agency.code == agency)).one() or 0
        if secret:
            complaint.visibility = Visibility.SECRET
        happenings.happen(office, complaint, EventKind.FORWARDED, by=service.SYSTEM, public=False)
    city.deliver()


def test_a_complaint_that_moves_gets_a_topic_there_and_leaves_one_closed_here(city: City, budi: Person) -> None:
    ani = in_other_forum(city, "dpupr", "Ani")
    number = files(city.citizen("whatsapp"))
    old = thread_of(city, number)
    move(city, number, "dpupr")
    here, there = topic_of(city, number), topic_of(city, number, OTHER)

    assert here is not None
    assert (here.title, here.closed) == (f"↪️ {number} · dipindahkan", True)
    assert "ditangani di tempat lain" in heard_in(budi, old)[-1].text
    assert there is not None
    assert (there.title.startswith(f"🆕 {number}"), there.closed) == (True, False)
    ani.says("/ambil", thread=there.thread)
    ani.hears(number)
    heard = len(budi.heard)
    budi.says("/balas kami juga", thread=old)
    budi.hears("tidak ada pada Anda")
    assert len(budi.heard) == heard + 1


def test_a_complaint_that_comes_back_is_in_its_old_topic_again(city: City, budi: Person) -> None:
    in_other_forum(city, "dpupr", "Ani")
    number = files(city.citizen("whatsapp"))
    old = thread_of(city, number)
    move(city, number, "dpupr")
    move(city, number, "perkimlh")
    here, there = topic_of(city, number), topic_of(city, number, OTHER)

    assert here is not None
    assert (here.thread, here.closed) == (old, False)
    assert there is not None
    assert there.closed


def test_alih_in_the_topic_sends_the_complaint_on(city: City, budi: Person) -> None:
    in_other_forum(city, "dpupr", "Ani")
    number = files(city.citizen("whatsapp"))
    old = thread_of(city, number)
    budi.says("/alih", thread=old)
    budi.says("dpupr", thread=old)
    topic = topic_of(city, number)

    assert topic is not None
    assert topic.closed
    assert topic_of(city, number, OTHER) is not None
    assert len(cards(city, number)) == 2


def cards(city: City, number: str) -> list[str]:
    """What is said with buttons to take the complaint."""
    with city.database.read() as session:
        rows = session.exec(select(Outbox).where(col(Outbox.topic_id).is_not(None))).all()
    return [row.body["text"] for row in rows if any(option[0] == f"/ambil {number}" for option in options(row))]


def options(row: Outbox) -> list[list[str]]:
    found: list[list[str]] = row.body.get("options", [])
    return found


def test_made_secret_in_the_topic_it_leaves_the_group(city: City, budi: Person) -> None:
    in_other_forum(city, "inspektorat", "Ira")
    number = files(city.citizen("whatsapp"))
    old = thread_of(city, number)
    budi.says("/rahasiakan pelapor terancam", thread=old)
    topic = topic_of(city, number)

    assert topic is not None
    assert (topic.title, topic.closed) == (f"↪️ {number} · dipindahkan", True)
    assert topic_of(city, number, OTHER) is not None
    with city.database.read() as session:
        keys = session.exec(select(Outbox.key).where(col(Outbox.key).startswith("topic-card"))).all()
    assert keys == []  # whoever sends it on sends its card


def test_a_secret_complaint_has_a_topic_with_its_agency_alone(city: City, budi: Person) -> None:
    in_other_forum(city, "inspektorat", "Ira")
    number = files(city.citizen("whatsapp"), visibility="Rahasia")

    assert topic_of(city, number) is None
    assert topic_of(city, number, OTHER) is not None


def test_days_left_are_renewed_each_working_morning_behind_everything_else(city: City, budi: Person) -> None:
    number = files(city.citizen("whatsapp"))
    due(city, number, city.clock.now() + dt.timedelta(days=3))
    city.clock.forward(days=1)
    Chores(city.desk).ring()
    with city.database.read() as session:
        (row,) = session.exec(select(Outbox).where(Outbox.state == OutboxState.QUEUED)).all()
    city.deliver()
    topic = topic_of(city, number)

    assert row.priority == 30
    assert topic is not None
    assert topic.title.endswith("sisa 2 hari")
    city.clock.forward(days=3)
    Chores(city.desk).ring()
    city.deliver()
    topic = topic_of(city, number)
    assert topic is not None
    assert topic.title.endswith("🔴 lewat tenggat")
    city.clock.forward(days=2)
    Chores(city.desk).ring()
    city.deliver()
    topic = topic_of(city, number)
    assert topic is not None
    assert topic.title.endswith("🔴 lewat 1 hari")


def due(city: City, number: str, at: dt.datetime) -> None:
    """Set the complaint's next deadline."""
    with city.database.write() as session:
        complaint = complaints.by_number(session, number)
        assert complaint is not None
        complaint.due_at = at
        session.add(complaint)


def test_a_group_that_lost_its_topics_is_told_once_and_complaints_arrive_without(city: City, budi: Person) -> None:
    with city.database.write() as session:
        group = session.exec(select(StaffGroup.id).where(StaffGroup.value == GROUP)).one() or 0
        topics.switch_off(session, group, now=city.clock.now())
        topics.switch_off(session, group, now=city.clock.now())
    Chores(city.desk).ring()
    city.deliver()
    number = files(city.citizen("whatsapp"))

    assert sum("tidak bisa lagi mengelola topik" in message for message in budi.heard) == 1
    assert topic_of(city, number) is None
    assert any(f"🆕 {number}" in message and not message.thread for message in budi.heard)


def test_the_right_to_manage_topics_switches_them_on_and_off(city: City, budi: Person) -> None:
    heard = []
    changes = (payloads.bot_may_no_longer_manage_topics(), payloads.bot_may_manage_topics())
    for number, update in enumerate(changes, start=1):
        inbound = telegram_parse.parse({**update, "update_id": 55 + number})
        assert inbound is not None
        city.receive(inbound)
        with city.database.read() as session:
            heard.append(session.exec(select(StaffGroup.topics).where(StaffGroup.value == GROUP)).one())

    assert heard == [False, True]


def test_a_renamed_topic_is_one_row_for_many_events(city: City, budi: Person) -> None:
    """Rows wait a little and the first one sent does for all: the others find nothing left to do."""
    number = files(city.citizen("whatsapp"))
    with city.desk.office() as office:
        complaint = complaints.by_number(office.session, number, lock=True)
        assert complaint is not None
        for kind in (EventKind.PROCESSING, EventKind.WARNED, EventKind.TAKEN):
            happenings.happen(office, complaint, kind, by=service.SYSTEM, public=False)
    with city.database.read() as session:
        rows = session.exec(select(Outbox).where(col(Outbox.key).like("topic:%event%"))).all()

    assert len(rows) == 2
    assert {(row.due_at - row.created_at).total_seconds() for row in rows} == {20}
