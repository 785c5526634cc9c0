"""The sender opens topics before what belongs in them, through crashes and refusals, on SQLite and PostgreSQL."""

from __future__ import annotations

from sqlmodel import Session, select

from bot import clock
from bot.channels.base import NoTopics, TopicGone
from handlers.complaints.topics import TEND
from storage import outbox, topics
from storage.database import Database
from storage.models import Agency, Category, Citizen, Complaint, StaffGroup, Timer, Topic
from storage.outbox import Letter
from tests.bot.senders import ended, kill, running, sender_of
from tests.bot.topical import TopicalChannel
from tests.storage.letters import letter, states

GROUP = "-1001234567890"


def make_topic(database: Database, number: str = "1042-9") -> int:
    """A topic that is yet to be opened, and everything it needs; returns its id."""
    now = clock.now()
    with database.write() as session:
        agency = _added(session, Agency(code=f"a{number}", names={"id": "Dinas"}))
        category = _added(session, Category(code=f"c{number}", names={}, keywords=[], agency_id=agency))
        complaint = Complaint(
            number=number,
            visibility="public",
            citizen_id=_added(session, Citizen(created_at=now)),
            category_id=category,
            agency_id=agency,
            text="Lampu mati",
            channel="telegram",
            due_on=now.date(),
            created_at=now,
            updated_at=now,
        )
        group = StaffGroup(agency_id=agency, channel="telegram", value=GROUP, topics=True, created_at=now)
        topic = Topic(group_id=_added(session, group), complaint_id=_added(session, complaint), title="Lampu")
        return _added(session, topic)


def _added(session: Session, row: Agency | Category | Citizen | Complaint | StaffGroup | Topic) -> int:
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def post(database: Database, *letters: Letter) -> None:
    with database.write() as session:
        outbox.enqueue(session, letters, now=clock.now())


def tend(topic_id: int) -> Letter:
    """A row that tends the topic."""
    return letter(clock.now(), GROUP, body=TEND.to_json(), topic_id=topic_id)


def says(topic_id: int, text: str) -> Letter:
    """A message that belongs in the topic."""
    return letter(clock.now(), GROUP, body={"text": text}, topic_id=topic_id)


def topic_of(database: Database, topic_id: int) -> Topic:
    with database.read() as session:
        return session.get_one(Topic, topic_id)


def rename(database: Database, topic_id: int, title: str) -> None:
    with database.write() as session:
        session.get_one(Topic, topic_id).title = title


async def test_a_topic_is_open_before_what_belongs_in_it(database: Database) -> None:
    channel, topic = TopicalChannel(), make_topic(database)
    post(database, tend(topic), says(topic, "Kartu"), says(topic, "Tambahan"))
    async with running(sender_of(database, channel)):
        await ended(database)

    assert channel.texts() == ["open Lampu", "1: Kartu", "1: Tambahan"]
    assert (topic_of(database, topic).thread, topic_of(database, topic).shown) == ("1", "Lampu")


async def test_many_changes_that_wait_together_are_one_call(database: Database) -> None:
    channel, topic = TopicalChannel(), make_topic(database)
    post(database, tend(topic))
    async with running(sender_of(database, channel)):
        await ended(database)
    rename(database, topic, "Jalan")
    post(database, tend(topic), tend(topic), tend(topic))
    async with running(sender_of(database, channel)):
        await ended(database)

    assert channel.texts() == ["open Lampu", "rename 1 Jalan"]
    assert states(database) == ["sent"] * 4


async def test_a_sender_that_dies_while_opening_opens_again_and_nothing_is_lost(database: Database) -> None:
    """The provider may have opened one that nobody knows of: it stays empty."""
    channel, topic = TopicalChannel(), make_topic(database)
    channel.gate.clear()
    post(database, tend(topic), says(topic, "Kartu"))
    sender = sender_of(database, channel)
    await sender.start()
    await channel.flying.wait()
    kill(sender)
    channel.gate.set()
    async with running(sender_of(database, channel)):
        await ended(database)

    assert channel.attempts == ["open Lampu", "open Lampu", "1: Kartu"]
    assert topic_of(database, topic).thread == "1"


async def test_where_topics_are_not_allowed_nothing_is_lost_and_the_group_is_to_be_told(database: Database) -> None:
    channel, topic = TopicalChannel(), make_topic(database)
    channel.script["open Lampu"] = [NoTopics("not enough rights to create a topic")]
    post(database, tend(topic), says(topic, "Kartu"))
    async with running(sender_of(database, channel)):
        await ended(database)
    with database.read() as session:
        timers = session.exec(select(Timer.purpose, Timer.object_id)).all()
        group = session.exec(select(StaffGroup)).one()

    assert channel.texts() == ["<b>1042-9</b>\nKartu"]
    assert states(database) == ["failed", "sent"]
    assert (group.topics, timers) == (False, [(topics.LOST, group.id)])


async def test_what_belongs_in_a_deleted_topic_goes_to_the_group(database: Database) -> None:
    channel, topic = TopicalChannel(), make_topic(database)
    channel.script["1: Kartu"] = [TopicGone("message thread not found")]
    post(database, tend(topic), says(topic, "Kartu"), says(topic, "Tambahan"), tend(topic))
    async with running(sender_of(database, channel)):
        await ended(database)

    assert channel.texts() == ["open Lampu", "<b>1042-9</b>\nKartu", "<b>1042-9</b>\nTambahan"]
    assert topic_of(database, topic).thread == topics.GONE
    assert states(database) == ["sent"] * 4
