"""What Telegram delivers, read straight from its JSON: building PTB's objects would cost ten times as much.

Ignored: channel posts, anonymous administrators (nobody we could answer or hold to their role), other bots, and what
Telegram reports about a chat that is no business of ours.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from typing import Any

from handlers.messages import Inbound, MediaItem, MediaKind, Pin, Signal

NAME = "telegram"
Json = Mapping[str, Any]

MAX_NAME = 120  # characters kept; Telegram allows 64 each for first and last name

COMMAND = re.compile(r"(/\w{1,32})@(\w+)")  # /status@udajang_bot, as apps write it in groups
START = re.compile(r"/start(?:\s+|$)")

# Animations carry a ``document`` as well for older clients, hence the order.
FILES = {
    "animation": MediaKind.VIDEO,
    "video": MediaKind.VIDEO,
    "video_note": MediaKind.VIDEO,
    "voice": MediaKind.VOICE,
    "audio": MediaKind.AUDIO,
    "sticker": MediaKind.STICKER,
    "document": MediaKind.DOCUMENT,
}
MIME = {"video_note": "video/mp4", "voice": "audio/ogg"}  # where Telegram leaves it out

# Reports about a private chat, not something the person said.
SERVICE = frozenset(
    (
        "pinned_message",
        "message_auto_delete_timer_changed",
        "chat_background_set",
        "write_access_allowed",
        "connected_website",
        "gift",
        "unique_gift",
        "checklist_tasks_done",
        "forum_topic_created",
        "forum_topic_edited",
        "forum_topic_closed",
        "forum_topic_reopened",
    )
)
OUTSIDE = frozenset(("left", "kicked"))

# What a payload raises that is not shaped as documented. Such a thing is ignored: an error would only bring it back.
MALFORMED = (AttributeError, IndexError, KeyError, TypeError, ValueError)


def parse(update: Json, *, me: str = "") -> Inbound | None:
    """The message in a Telegram ``Update``; None if there is nothing in it for us.

    ``me`` is the bot's own user name: commands addressed to another bot in a group are then left to that bot.
    """
    for kind, read in READERS.items():
        if kind in update:
            try:
                return read(_id(update["update_id"]), update[kind], me)
            except MALFORMED:
                return None
    return None


def answer(update: Json) -> dict[str, str] | None:
    """The call that stops the pressed button from spinning; Telegram carries it out from a webhook's answer."""
    query = update.get("callback_query")
    if not isinstance(query, Mapping) or "id" not in query:
        return None
    return {"method": "answerCallbackQuery", "callback_query_id": str(query["id"])}


def _message(external_id: str, message: Json, me: str) -> Inbound | None:
    chat = message["chat"]
    if "migrate_to_chat_id" in message:
        return _migrated(external_id, chat, _id(message["migrate_to_chat_id"]))
    sender = message.get("from")
    if sender is None or not _person(sender, message):
        return None
    if "left_chat_member" in message:
        return _member_left(external_id, chat, message["left_chat_member"])
    text = _command_for_me(_clean(message.get("text") or message.get("caption") or ""), me)
    if text is None:
        return None
    signal = Signal.MESSAGE
    if text.startswith("/start") and START.match(text):
        signal, text = Signal.START, text[len("/start") :].strip()
    inbound = _said(external_id, message, sender, signal=signal, text=text)
    return None if signal is Signal.MESSAGE and inbound.empty and _unsaid(inbound, message) else inbound


def _edited(external_id: str, message: Json, _me: str) -> Inbound | None:
    # A live location is edited every few seconds; its first point is the one that was meant.
    if "location" in message or not _person(message["from"], message):
        return None
    text = _clean(message.get("text") or message.get("caption") or "")
    inbound = _said(external_id, message, message["from"], signal=Signal.MESSAGE, text=text, edited=True)
    return None if inbound.empty else inbound


def _said(external_id: str, message: Json, sender: Json, *, signal: Signal, text: str, edited: bool = False) -> Inbound:
    chat = message["chat"]
    thread = _thread(message)
    quoted = message.get("reply_to_message")
    replied = _id(quoted["message_id"]) if quoted and "forum_topic_created" not in quoted else ""
    return Inbound(
        channel=NAME,
        external_id=external_id,
        address=_id(chat["id"]),
        sender=_id(sender["id"]),
        signal=signal,
        text=text,
        media=_media(message),
        pin=_pin(message),
        phone=_own_phone(message, sender),
        message_id=_id(message["message_id"]),
        # In a topic every message "replies" to the one that opened it, whose id is the topic's.
        reply_to=replied if replied != thread else "",
        album=str(message.get("media_group_id", "")),
        edited=edited,
        group=chat["type"] != "private",
        forum=chat.get("is_forum", False),
        thread=thread,
        name=_name(sender),
        language=sender.get("language_code", ""),
    )


def _pressed(external_id: str, query: Json, _me: str) -> Inbound | None:
    sender = query["from"]
    message = query.get("message")
    if message is None or not query.get("data") or message["chat"]["type"] == "channel":
        return None
    return Inbound(
        channel=NAME,
        external_id=external_id,
        address=_id(message["chat"]["id"]),
        sender=_id(sender["id"]),
        button=str(query["data"]),
        reply_to=_id(message["message_id"]),
        group=message["chat"]["type"] != "private",
        forum=message["chat"].get("is_forum", False),
        thread=_thread(message),
        name=_name(sender),
        language=sender.get("language_code", ""),
    )


def _membership(external_id: str, change: Json, _me: str) -> Inbound | None:
    """The bot itself was blocked, unblocked, added or removed, or may do more or less than before."""
    chat, sender = change["chat"], change["from"]
    if chat["type"] == "channel":
        return None
    group = chat["type"] != "private"
    old, new = change["old_chat_member"], change["new_chat_member"]
    was_in, is_in = _inside(old), _inside(new)
    topics = bool(new.get("can_manage_topics"))
    if was_in != is_in:
        signals = (Signal.LEFT, Signal.JOINED) if group else (Signal.BLOCKED, Signal.UNBLOCKED)
        signal = signals[is_in]
    elif group and bool(old.get("can_manage_topics")) != topics:
        signal = Signal.RIGHTS
    else:
        return None
    return Inbound(
        channel=NAME,
        external_id=external_id,
        address=_id(chat["id"]),
        sender=_id(sender["id"]),
        signal=signal,
        text="topics" if group and topics else "",
        group=group,
        forum=chat.get("is_forum", False),
        name=_name(sender),
        language=sender.get("language_code", ""),
    )


def _others_membership(external_id: str, change: Json, _me: str) -> Inbound | None:
    """Somebody left a group or was removed; coming in is no business of ours."""
    if change["chat"]["type"] == "channel" or not _inside(change["old_chat_member"]):
        return None
    new = change["new_chat_member"]
    return None if _inside(new) else _member_left(external_id, change["chat"], new["user"])


def _inside(member: Json) -> bool:
    return member["status"] not in OUTSIDE and member.get("is_member", True)


def _migrated(external_id: str, chat: Json, new_id: str) -> Inbound:
    address = _id(chat["id"])
    return Inbound(
        channel=NAME,
        external_id=external_id,
        address=address,
        sender=address,
        signal=Signal.MIGRATED,
        text=new_id,
        group=True,
    )


def _member_left(external_id: str, chat: Json, member: Json) -> Inbound | None:
    if member.get("is_bot"):
        return None
    return Inbound(
        channel=NAME,
        external_id=external_id,
        address=_id(chat["id"]),
        sender=_id(member["id"]),
        signal=Signal.MEMBER_LEFT,
        group=True,
        name=_name(member),
    )


def _person(sender: Json, message: Json) -> bool:
    return not sender.get("is_bot") and "sender_chat" not in message and message["chat"]["type"] != "channel"


def _unsaid(inbound: Inbound, message: Json) -> bool:
    """Whether an unreadable message needs no answer: anything in a group, a mere report in a private chat."""
    return inbound.group or not SERVICE.isdisjoint(message)


def _command_for_me(text: str, me: str) -> str | None:
    """``text`` without the bot's name behind the command; None if it is for another bot."""
    found = COMMAND.match(text) if text.startswith("/") else None
    if found is None:
        return text
    if me and found[2].lower() != me.lower():
        return None
    return found[1] + text[found.end() :]


def _thread(message: Json) -> str:
    """The topic of a message. Without ``is_topic_message`` the id is that of a chain of replies."""
    return _id(message["message_thread_id"]) if message.get("is_topic_message") else ""


def _id(number: int) -> str:
    return str(operator.index(number))  # TypeError for anything but a whole number


def _clean(text: str) -> str:
    return text.replace("\x00", "")  # PostgreSQL cannot store it


def _name(sender: Json) -> str:
    return _clean(f"{sender.get('first_name', '')} {sender.get('last_name', '')}").strip()[:MAX_NAME]


def _media(message: Json) -> tuple[MediaItem, ...]:
    if sizes := message.get("photo"):
        largest = max(sizes, key=lambda size: size["width"] * size["height"])
        return (_item("photo", MediaKind.PHOTO, largest, "image/jpeg"),)
    for field, kind in FILES.items():
        if field in message:
            return (_item(field, kind, message[field], MIME.get(field, "")),)
    return ()


def _item(field: str, kind: MediaKind, file: Json, mime: str) -> MediaItem:
    if field == "sticker":
        mime = "video/webm" if file.get("is_video") else "image/webp"
    return MediaItem(
        kind=kind,
        ref=str(file["file_id"]),
        unique=str(file["file_unique_id"]),
        mime=file.get("mime_type", mime),
        size=int(file.get("file_size", 0)),
        name=file.get("file_name", ""),
    )


def _pin(message: Json) -> Pin | None:
    place = message.get("location")
    if place is None:
        return None
    venue = message.get("venue") or {}
    label = ", ".join(filter(None, (venue.get("title"), venue.get("address"))))
    return Pin(lat=float(place["latitude"]), lon=float(place["longitude"]), label=label)


def _own_phone(message: Json, sender: Json) -> str:
    """The number of a shared contact, if it is the sender's own: anybody can share anybody's."""
    contact = message.get("contact")
    return str(contact["phone_number"]) if contact and contact.get("user_id") == sender["id"] else ""


READERS: dict[str, Callable[[str, Json, str], Inbound | None]] = {
    "message": _message,
    "edited_message": _edited,
    "callback_query": _pressed,
    "my_chat_member": _membership,
    "chat_member": _others_membership,
}
