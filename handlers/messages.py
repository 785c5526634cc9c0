"""The two values everything turns on: a message in (``Inbound``) and one out (``Outgoing``), on whatever channel."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any


class MediaKind(StrEnum):
    """What was sent besides words."""

    PHOTO = "photo"
    VIDEO = "video"
    VOICE = "voice"
    AUDIO = "audio"
    DOCUMENT = "document"
    STICKER = "sticker"


class Signal(StrEnum):
    """What happened when it was not a message: the channel tells us about the person or the chat."""

    MESSAGE = "message"
    START = "start"  # pressed Start, or opened a deep link: ``text`` holds its payload
    BLOCKED = "blocked"
    UNBLOCKED = "unblocked"
    MIGRATED = "migrated"  # a group became a supergroup: ``text`` holds the new chat id
    JOINED = "joined"  # the bot was added to a group
    LEFT = "left"  # the bot was removed from a group
    RIGHTS = "rights"  # what the bot may do in a group has changed: ``text`` is "topics" if it may manage topics
    MEMBER_LEFT = "member_left"  # ``sender`` left the group ``address``


@dataclass(frozen=True, slots=True)
class MediaItem:
    """One photo, video, voice note or document.

    ``ref`` is the provider's handle (Telegram ``file_id``, Twilio media URL, name of a stored upload); ``unique`` tells
    two equal files apart from two different ones; ``size`` is in bytes, 0 when unknown.
    """

    kind: str
    ref: str
    unique: str = ""
    mime: str = ""
    size: int = 0
    name: str = ""

    def travels(self, here: str, there: str) -> bool:
        """Whether what came in on channel ``here`` can be sent on to ``there`` as it is, before it has been fetched.

        A provider's handle means nothing elsewhere, and an address at a provider lies behind a password.
        """
        return self.ref.startswith("stored:") or (here == there and "://" not in self.ref)


@dataclass(frozen=True, slots=True)
class Pin:
    """A point on the map, WGS 84 degrees, with the label the sender's app gave it."""

    lat: float
    lon: float
    label: str = ""


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message from outside.

    ``external_id`` is unique per channel and the same when the provider delivers again. ``address`` is the chat a reply
    goes to, ``sender`` the person who wrote (the same in a private chat); ``aliases`` are all addresses of that person
    named in the same message, the most lasting first. ``message_id`` and ``reply_to`` are the provider's ids within the
    chat. ``button`` is the value of a pressed button, ``album`` joins the parts of an album, ``thread`` is the
    topic within a group it was written in; ``forum`` says that the group has topics.
    """

    channel: str
    external_id: str
    address: str
    sender: str
    aliases: tuple[str, ...] = ()
    signal: str = Signal.MESSAGE
    text: str = ""
    media: tuple[MediaItem, ...] = ()
    pin: Pin | None = None
    phone: str = ""
    button: str = ""
    message_id: str = ""
    reply_to: str = ""
    album: str = ""
    edited: bool = False
    group: bool = False
    forum: bool = False
    thread: str = ""
    name: str = ""
    language: str = ""

    @property
    def source(self) -> str:
        """The key under which a later edit of this message finds what came of it; empty if the provider gave no id."""
        return f"{self.channel}:{self.address}:{self.message_id}" if self.message_id else ""

    @property
    def place(self) -> str:
        """Where it was written, down to the topic: a question asked there is answered there."""
        return f"{self.channel}:{self.address}:{self.thread}" if self.thread else f"{self.channel}:{self.address}"

    @property
    def empty(self) -> bool:
        """Whether nothing we can read is in it."""
        return not (self.text.strip() or self.media or self.pin or self.button or self.phone)

    def to_json(self) -> dict[str, Any]:
        """A JSON-ready copy without the empty fields; ``from_json`` undoes it."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> Inbound:
        """The message ``to_json`` was called on."""
        known = {field.name: stored[field.name] for field in fields(cls) if field.name in stored}
        known["aliases"] = tuple(known.get("aliases", ()))
        known["media"] = tuple(MediaItem(**item) for item in known.get("media", ()))
        known["pin"] = Pin(**known["pin"]) if known.get("pin") else None
        return cls(**known)


LONGEST_VALUE = 64  # bytes of what comes back when a button is pressed; Telegram's limit holds for all


@dataclass(frozen=True, slots=True)
class Option:
    """A button: ``value`` comes back when it is pressed (at most LONGEST_VALUE bytes), ``label`` is read.

    ``typed`` is the command that does the same; channels without buttons show it instead of a number.
    """

    value: str
    label: str
    typed: str = ""


class Ask(StrEnum):
    """What kind of answer is awaited, so that a channel may help: a location key, a forced reply."""

    NOTHING = ""
    TEXT = "text"
    PLACE = "place"
    MEDIA = "media"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to somebody, before any channel has dressed it.

    ``text`` is HTML of which only ``<b>`` and ``<i>`` and the entities ``&amp; &lt; &gt; &quot;`` are used; everything
    people typed is escaped in it. ``template`` names the provider-approved text to use where free text is not allowed
    (WhatsApp outside its 24 hours), ``variables`` fill it. ``media`` are shown below the text. ``key_label`` is written
    on the key with which a phone sends its location, where there is one. ``thread`` is the topic of a group it is said
    in. With ``tends`` it says nothing at all: the topic it belongs to is brought into the state it should have.
    """

    text: str
    options: tuple[Option, ...] = ()
    ask: str = Ask.NOTHING
    media: tuple[MediaItem, ...] = ()
    reply_to: str = ""
    template: str = ""
    variables: tuple[str, ...] = ()
    key_label: str = ""
    thread: str = ""
    tends: bool = False

    def to_json(self) -> dict[str, Any]:
        """A JSON-ready copy without the empty fields; ``from_json`` undoes it."""
        body: dict[str, Any] = {"text": self.text}
        if self.options:
            body["options"] = [[option.value, option.label, option.typed] for option in self.options]
        if self.media:
            body["media"] = [asdict(item) for item in self.media]
        for name in ("ask", "reply_to", "template", "key_label", "thread", "tends"):
            if value := getattr(self, name):
                body[name] = value
        if self.variables:
            body["variables"] = list(self.variables)
        return body

    @classmethod
    def from_json(cls, body: dict[str, Any]) -> Outgoing:
        """The message ``to_json`` was called on."""
        return cls(
            text=body["text"],
            options=tuple(Option(*option) for option in body.get("options", ())),
            ask=body.get("ask", Ask.NOTHING),
            media=tuple(MediaItem(**item) for item in body.get("media", ())),
            reply_to=body.get("reply_to", ""),
            template=body.get("template", ""),
            variables=tuple(body.get("variables", ())),
            key_label=body.get("key_label", ""),
            thread=body.get("thread", ""),
            tends=body.get("tends", False),
        )

    def with_text(self, text: str) -> Outgoing:
        """The same message saying ``text``."""
        return replace(self, text=text)
