"""What a channel is: a pure parser, a pure renderer, a sender, and its limits as data.

SendError
├── Blocked          the person does not want to hear from us: the address is switched off
├── Unreachable      there is nobody at this address
├── Refused          the provider will never take this message as it is
├── OutsideWindow    free text is not allowed now (WhatsApp, more than 24 h after their last message)
├── Moved            the chat has a new address
├── TopicGone        the chat is there, the topic in it is not
├── TopicShut        the topic is closed, and we may not write in it
├── NoTopics         the chat has no topics, or will not let us manage them
├── Throttled        too fast: the whole lane waits ``retry_after`` seconds
├── Unavailable      the message certainly did not get there: try again
└── Ambiguous        nobody knows whether it got there
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, runtime_checkable

from handlers.messages import MediaItem, Outgoing
from storage.topics import Step


class SendError(Exception):
    """A message could not be sent. ``retryable``: the same message may be sent again later without harm."""

    retryable = False


class Blocked(SendError):
    """The person blocked us or opted out."""


class Unreachable(SendError):
    """There is no such chat, or it no longer takes messages."""


class Refused(SendError):
    """The provider refuses this message for what it contains, or us for how we are set up."""


class OutsideWindow(SendError):
    """Only an approved template may be sent now."""


class Moved(SendError):
    """The chat lives at ``new_address`` from now on."""

    def __init__(self, new_address: str) -> None:
        super().__init__("chat moved")
        self.new_address = new_address


class TopicGone(SendError):
    """The topic was deleted."""


class TopicShut(SendError):
    """The topic is closed and we are no administrator."""


class NoTopics(SendError):
    """The group is no forum, or we are no administrator with the right to manage topics."""


class Throttled(SendError):
    """The provider asks for patience: the lane pauses ``retry_after`` seconds."""

    retryable = True

    def __init__(self, retry_after: float) -> None:
        super().__init__(f"retry after {retry_after:g} s")
        self.retry_after = retry_after


class Unavailable(SendError):
    """The provider could not be reached, or said that it failed; nothing was delivered."""

    retryable = True


class Ambiguous(SendError):
    """The answer never came: the message may have been delivered."""


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a channel can do. Lengths in characters after formatting, sizes in bytes, paces in messages per second.

    ``buttons`` is the most buttons one message can carry; 0 means that options are written as a numbered list.
    ``album`` is the most photos or documents one message can show, ``caption`` the longest text beside one photo.
    ``window``: free text may be sent only this long after the person's last message; None means always.
    """

    max_text: int
    buttons: int
    max_label: int
    pace: float
    chat_pace: float
    group_pace: float
    chat_burst: int = 3
    in_flight: int = 30
    window: timedelta | None = None
    max_media: int = 20 * 2**20
    album: int = 1
    caption: int = 0


@dataclass(frozen=True, slots=True)
class Request:
    """One call to a provider: what ``render`` made and ``send`` carries out. ``payload`` is JSON-ready."""

    method: str
    payload: Mapping[str, Any]


class Channel(Protocol):
    """One way to reach people. Parsing is a plain function of each adapter, since each provider's payload differs."""

    name: str
    capabilities: Capabilities

    def lane(self) -> str:
        """The name of the sender identity, e.g. ``telegram:123456`` (never a secret)."""
        ...

    def render(self, outgoing: Outgoing, address: str, *, outbox_id: int) -> Request:
        """The provider's request for one message that already fits (see ``rendering.fit``). Pure."""
        ...

    async def send(self, request: Request) -> str:
        """Send it and return the provider's message id. Raises a SendError and nothing else."""
        ...

    def fetch(self, item: MediaItem) -> AsyncIterator[bytes]:
        """The bytes of what a citizen sent. Raises Unavailable to try later, Refused or Unreachable for good."""
        ...

    async def start(self) -> None:
        """Open connections and register with the provider."""
        ...

    async def stop(self) -> None:
        """Close what ``start`` opened."""
        ...


@runtime_checkable
class Windowed(Protocol):
    """A channel with a ``capabilities.window``: afterwards only provider-approved templates may be sent."""

    def template_request(self, outgoing: Outgoing, address: str, *, outbox_id: int) -> Request | None:
        """The template that stands in for ``outgoing``; None if there is none: the row is withheld. Pure."""
        ...


@runtime_checkable
class Lookup(Protocol):
    """A channel whose provider can be asked what became of a message."""

    async def lookup(self, request: Request, *, since: datetime, known: Collection[str] = ()) -> str | None:
        """The id of a message sent after ``since``, if it is there; ``known`` are others' ids. Raises SendError."""
        ...


@runtime_checkable
class Topical(Protocol):
    """A channel whose groups may have topics. ``render`` heeds ``Outgoing.thread``."""

    def topic_request(self, step: Step, address: str, thread: str, title: str) -> Request:
        """The call for one step; ``send`` returns the new topic's id for OPEN. Pure."""
        ...


@runtime_checkable
class Membership(Protocol):
    """A channel that can be asked who is in a group."""

    async def is_member(self, group: str, person: str) -> bool | None:
        """Whether the person is in the group; None if the provider cannot tell. Raises SendError to ask again."""
        ...


def is_group(address: str) -> bool:
    """Whether an address is a group chat: Telegram's have negative ids, the other channels have none."""
    return address.startswith("-")
