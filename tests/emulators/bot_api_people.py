"""People on the emulated Telegram: they say, tap, send and hear."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Protocol

from tests.payloads import telegram as payloads

if TYPE_CHECKING:
    from collections.abc import Callable

Json = dict[str, Any]
PATIENCE = 15.0  # seconds to wait for the bot; reached only by a test that fails


class Exchange(Protocol):
    """What people need of the server."""

    chats: dict[int, list[Json]]
    arrived: asyncio.Condition

    def deliver(self, **content: Json) -> Json: ...

    def next_message_id(self, chat: int) -> int: ...

    def keep_file(self, content: bytes) -> str: ...

    def set_blocked(self, chat: int, blocked: bool) -> None: ...


class Person:
    """Somebody with a phone. What they do is delivered to the bot at once; ``chat`` is a group they speak in."""

    def __init__(self, exchange: Exchange, user_id: int, name: str, language: str) -> None:
        self.id = user_id
        self.user: Json = {"id": user_id, "is_bot": False, "first_name": name, "language_code": language}
        self.private: Json = {"id": user_id, "first_name": name, "type": "private"}
        self._exchange = exchange
        self._heard: dict[int, int] = {}
        self._taps = 0

    # What they do. Each returns the update, which a test may deliver again.

    def says(
        self, text: str, *, chat: Json | None = None, replying_to: int | None = None, thread: int | None = None
    ) -> Json:
        """Type something; ``replying_to`` is the id of a message of the bot, ``thread`` a topic of the group."""
        quoted = {"reply_to_message": self._message_of_bot(chat, replying_to)} if replying_to else {}
        entities = [{"offset": 0, "length": len(text.split()[0]), "type": "bot_command"}]
        command = {"entities": entities} if text.startswith("/") else {}
        return self._sends(chat, text=text, **command, **(self._topic(chat, thread) | quoted))

    def starts(self, payload: str = "") -> Json:
        """Press Start, or open a deep link."""
        return self.says(f"/start {payload}".strip())

    def edits(self, update: Json, text: str) -> Json:
        """Correct what they said."""
        edited = {**update["message"], "text": text, "edit_date": update["message"]["date"] + 60}
        return self._exchange.deliver(edited_message=edited)

    def sends_photo(self, content: bytes = b"\xff\xd8\xff jpeg", *, caption: str = "", album: str = "") -> Json:
        """Send a photo, in the two sizes Telegram makes of it."""
        large, small = self._exchange.keep_file(content), self._exchange.keep_file(content[:8])
        sizes = [
            {"file_id": small, "file_unique_id": f"u{small}", "width": 90, "height": 60, "file_size": 8},
            {"file_id": large, "file_unique_id": f"u{large}", "width": 1280, "height": 853, "file_size": len(content)},
        ]
        extra = ({"caption": caption} if caption else {}) | ({"media_group_id": album} if album else {})
        return self._sends(None, photo=sizes, **extra)

    def sends_voice(self, content: bytes = b"OggS voice") -> Json:
        """Send a voice note."""
        file = self._exchange.keep_file(content)
        kept = {"file_id": file, "file_unique_id": f"u{file}", "file_size": len(content)}
        return self._sends(None, voice={**kept, "duration": 3, "mime_type": "audio/ogg"})

    def sends_document(self, content: bytes, name: str, mime: str) -> Json:
        """Send a file."""
        file = self._exchange.keep_file(content)
        kept = {"file_id": file, "file_unique_id": f"u{file}", "file_size": len(content)}
        return self._sends(None, document={**kept, "file_name": name, "mime_type": mime})

    def sends_location(self, lat: float, lon: float) -> Json:
        """Send a pin."""
        return self._sends(None, location={"latitude": lat, "longitude": lon})

    def taps(self, label: str, *, chat: Json | None = None) -> Json:
        """Press the newest button with that label; a key of a reply keyboard says it instead."""
        place = chat or self.private
        for message in reversed(self._exchange.chats.get(place["id"], [])):
            markup = message.get("reply_markup", {})
            for button in (button for row in markup.get("inline_keyboard", ()) for button in row):
                if button["text"] == label:
                    return self._presses(message, button["callback_data"])
            if any(key["text"] == label for row in markup.get("keyboard", ()) for key in row):
                return self.says(label, chat=chat)
        raise AssertionError(f"{self.user['first_name']} sees no button {label!r}")

    def types(self, words: str, *, where: str = "supergroup") -> Json:
        """Type the bot's name and these words in some chat, which the bot need not be in."""
        self._taps += 1
        query = {"id": f"{self.id}{self._taps:04d}", "from": self.user, "query": words, "offset": ""}
        return self._exchange.deliver(inline_query={**query, "chat_type": where})

    def leaves(self, chat: Json) -> None:
        """Leave a group: its administrators are told so, and everybody sees it."""
        change = {"chat": chat, "from": self.user, "date": payloads.DATE}
        members = {"old_chat_member": {"user": self.user, **payloads.MEMBER}}
        members |= {"new_chat_member": {"user": self.user, **payloads.LEFT}}
        self._exchange.deliver(chat_member={**change, **members})
        self._sends(chat, left_chat_member=self.user)

    def blocks(self) -> Json:
        """Block the bot."""
        return self._changes(True, payloads.MEMBER, payloads.KICKED)

    def unblocks(self) -> Json:
        """Let the bot write again."""
        return self._changes(False, payloads.KICKED, payloads.MEMBER)

    # What they get.

    async def hears(self, words: str = "", *, chat: Json | None = None) -> Json:
        """Wait for the next message that contains ``words``; earlier ones count as read."""
        place = (chat or self.private)["id"]

        def found() -> Json | None:
            for position, message in enumerate(self._unread(place)):
                if words in (message.get("text") or message.get("caption") or ""):
                    self._heard[place] = self._heard.get(place, 0) + position + 1
                    return message
            return None

        return await self._waits(found, lambda: f"{words!r}, but {[m.get('text') for m in self._unread(place)]}")

    def heard_nothing_more(self, *, chat: Json | None = None) -> bool:
        """Whether everything the bot said has been heard."""
        return not self._unread((chat or self.private)["id"])

    def _unread(self, place: int) -> list[Json]:
        return self._exchange.chats.get(place, [])[self._heard.get(place, 0) :]

    async def _waits(self, found: Callable[[], Json | None], wanted: Callable[[], str]) -> Json:
        try:
            async with asyncio.timeout(PATIENCE), self._exchange.arrived:
                while (message := found()) is None:
                    await self._exchange.arrived.wait()
                return message
        except TimeoutError:
            raise AssertionError(f"{self.user['first_name']} waited for {wanted()} was said") from None

    def _sends(self, chat: Json | None, **content: Any) -> Json:
        place = chat or self.private
        message = {
            "message_id": self._exchange.next_message_id(place["id"]),
            "from": self.user,
            "chat": place,
            "date": payloads.DATE,
            **content,
        }
        return self._exchange.deliver(message=message)

    @staticmethod
    def _topic(chat: Json | None, thread: int | None) -> Json:
        """In a topic every message is a reply to the one that opened it, unless it is one to another."""
        if thread is None:
            return {}
        root = {"message_id": thread, "from": payloads.BOT, "chat": chat, "date": payloads.DATE}
        root["forum_topic_created"] = {"name": "?", "icon_color": 7322096}
        return {"message_thread_id": thread, "is_topic_message": True, "reply_to_message": root}

    def _presses(self, message: Json, data: str) -> Json:
        self._taps += 1
        query = {"id": f"{self.id}-{self._taps}", "from": self.user, "chat_instance": "-1"}
        return self._exchange.deliver(callback_query={**query, "message": message, "data": data})

    def _changes(self, blocked: bool, old: Json, new: Json) -> Json:
        self._exchange.set_blocked(self.id, blocked)
        change = {"chat": self.private, "from": self.user, "date": payloads.DATE}
        members = {"old_chat_member": {"user": payloads.BOT, **old}, "new_chat_member": {"user": payloads.BOT, **new}}
        return self._exchange.deliver(my_chat_member={**change, **members})

    def _message_of_bot(self, chat: Json | None, message_id: int | None) -> Json:
        place = (chat or self.private)["id"]
        return next(one for one in self._exchange.chats[place] if one["message_id"] == message_id)
