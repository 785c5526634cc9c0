"""Groups with topics on the emulated Telegram, and who is in a group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.emulators.bot_api_rules import RefusedError

Json = dict[str, Any]

COLOUR = 7322096


@dataclass
class Topic:
    """A topic as people see it. ``deleted`` by somebody in the group."""

    name: str
    closed: bool = False
    deleted: bool = False
    names: list[str] = field(default_factory=list)


class Forums:
    """Which groups have topics, and whether the bot may manage them: ``rights`` holds those where it may."""

    def __init__(self, next_message_id: Callable[[int], int]) -> None:
        self.rights: set[int] = set()
        self.members: dict[int, dict[int, str]] = {}  # the status of people, by group and person
        self._forums: dict[int, dict[int, Topic]] = {}
        self._next_message_id = next_message_id

    def begin(self, chat: int, *, rights: bool = True) -> None:
        """The group has topics from now on."""
        self._forums.setdefault(chat, {})
        if rights:
            self.rights.add(chat)

    def topics(self, chat: int) -> dict[int, Topic]:
        """The topics of a group by their threads."""
        return self._forums.get(chat, {})

    def thread(self, chat: int, name: str) -> int:
        """The thread of the topic whose name contains ``name``."""
        return next(thread for thread, topic in self.topics(chat).items() if name in topic.name)

    def execute(self, method: str, asked: Json) -> Any:
        """Carry out a call about a topic."""
        chat = asked["chat_id"]
        if chat not in self._forums:
            raise RefusedError(400, "Bad Request: the chat is not a forum")
        if chat not in self.rights:
            what = "create a topic" if method == "createForumTopic" else "edit the topic"
            raise RefusedError(400, f"Bad Request: not enough rights to {what}")
        if method == "createForumTopic":
            return self._create(chat, asked["name"])
        topic = self._found(chat, asked["message_thread_id"], "TOPIC_ID_INVALID")
        if method == "editForumTopic":
            return self._rename(topic, asked["name"])
        return self._close(topic, closed=method == "closeForumTopic")

    def check_thread(self, chat: int, thread: int | None) -> None:
        """Whether the bot may say something there."""
        if thread is not None:
            topic = self._found(chat, thread, "message thread not found")
            if topic.closed and chat not in self.rights:
                raise RefusedError(400, "Bad Request: TOPIC_CLOSED")

    def member(self, chat: int, person: int, user: Json) -> Json:
        """The answer to getChatMember."""
        status = self.members.get(chat, {}).get(person, "left")
        more: dict[str, Json] = {"kicked": {"until_date": 0}, "creator": {"is_anonymous": False}}
        return {"user": user, "status": status, **more.get(status, {})}

    def _create(self, chat: int, name: str) -> Json:
        thread = self._next_message_id(chat)
        self._forums[chat][thread] = Topic(name, names=[name])
        return {"message_thread_id": thread, "name": name, "icon_color": COLOUR}

    def _rename(self, topic: Topic, name: str) -> bool:
        if topic.name == name:
            raise RefusedError(400, "Bad Request: TOPIC_NOT_MODIFIED")
        topic.name = name
        topic.names.append(name)
        return True

    def _close(self, topic: Topic, *, closed: bool) -> bool:
        if topic.closed == closed:
            raise RefusedError(400, "Bad Request: TOPIC_NOT_MODIFIED")
        topic.closed = closed
        return True

    def _found(self, chat: int, thread: int, missing: str) -> Topic:
        topic = self.topics(chat).get(thread)
        if topic is None or topic.deleted:
            raise RefusedError(400, f"Bad Request: {missing}")
        return topic
