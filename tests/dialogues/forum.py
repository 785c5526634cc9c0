"""People who write in a group with topics, and what they see there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlmodel import col, select

from bot.channels import telegram_parse
from storage.models import Complaint, StaffGroup, Topic
from tests.city import GROUP, City, Heard, Person


@dataclass(frozen=True)
class Shown:
    """A topic as people in the group see it in the list."""

    thread: str
    title: str
    closed: bool


def topic_of(city: City, number: str, chat: str = GROUP) -> Shown | None:
    """The complaint's topic in the group."""
    with city.database.read() as session:
        query = select(Topic).join(Complaint).where(Complaint.number == number).order_by(col(Topic.id))
        for topic in session.exec(query).all():
            group = session.get_one(StaffGroup, topic.group_id)
            if group.value == chat and topic.thread:
                return Shown(topic.thread, topic.shown, topic.shut)
    return None


def thread_of(city: City, number: str, chat: str = GROUP) -> str:
    """The thread of the complaint's topic, which must be open."""
    topic = topic_of(city, number, chat)
    assert topic is not None, f"no topic for {number}"
    return topic.thread


def member_left(city: City, person: Person, chat: str = GROUP) -> None:
    """Telegram tells the bot twice, as it does where the bot is an administrator."""
    user = {"id": int(person.address), "is_bot": False, "first_name": person.name}
    place = {"id": int(chat), "type": "supergroup", "title": "Dinas"}
    change: dict[str, Any] = {"chat": place, "from": user, "date": 1_795_489_200}
    change |= {"old_chat_member": {"status": "member", "user": user}}
    change |= {"new_chat_member": {"status": "left", "user": user}}
    message = {"message_id": 77, "date": 1_795_489_200, "chat": place, "from": user, "left_chat_member": user}
    for kind, content in (("chat_member", change), ("message", message)):
        city.updates += 1
        inbound = telegram_parse.parse({"update_id": city.updates, kind: content})
        assert inbound is not None
        city.receive(inbound)


def heard_in(person: Person, thread: str) -> list[Heard]:
    """What the person has heard in a topic."""
    return [message for message in person.heard if message.thread == thread]
