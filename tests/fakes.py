"""Small real classes that stand in for the outside world and remember what was asked of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.channels.base import Capabilities, Request, Unreachable
from handlers.messages import MediaItem, Outgoing


class HandClock:
    """A clock that stands still until it is moved by hand."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        """The time it shows, aware UTC."""
        return self._now

    def forward(self, by: timedelta | None = None, **parts: float) -> datetime:
        """Move it on by ``by`` or by ``days=``, ``hours=``, ``seconds=`` … and return the new time."""
        self._now += by if by is not None else timedelta(**parts)
        return self._now


TELEGRAM_LIKE = Capabilities(
    max_text=4096, buttons=100, max_label=64, pace=2000.0, chat_pace=1000.0, group_pace=1000.0, in_flight=30
)


@dataclass(frozen=True, slots=True)
class Sent:
    """What a fake channel was asked to send."""

    address: str
    text: str
    outbox_id: int
    at: float  # by the event loop's clock


class FakeChannel:
    """A channel that sends nowhere, remembers everything and fails as told.

    ``script`` holds, for a text, what happens at each attempt to send it: an error, or None for success. What has no
    script succeeds. While ``gate`` is cleared, sends hang in the air; ``flying`` is set by the first.
    """

    name = "telegram"

    def __init__(
        self, capabilities: Capabilities = TELEGRAM_LIKE, *, name: str = "telegram", delay: float = 0.0
    ) -> None:
        self.capabilities = capabilities
        self.name = name
        self.delay = delay
        self.sent: list[Sent] = []
        self.attempts: list[str] = []
        self.in_air: list[str] = []
        self.most_in_air = 0
        self.script: dict[str, list[Exception | None]] = {}
        self.gate = asyncio.Event()
        self.gate.set()
        self.flying = asyncio.Event()

    def lane(self) -> str:
        """One sender identity."""
        return f"{self.name}:1"

    def render(self, outgoing: Outgoing, address: str, *, outbox_id: int) -> Request:
        """The text, or what takes its place."""
        text = outgoing.text or "+".join(item.ref for item in outgoing.media)
        return Request("send", {"address": address, "text": text, "id": outbox_id})

    async def send(self, request: Request) -> str:
        """The number of the message, counted from 1."""
        payload = request.payload
        self.attempts.append(payload["text"])
        self.in_air.append(payload["address"])
        self.flying.set()
        self.most_in_air = max(self.most_in_air, len(self.in_air))
        try:
            await asyncio.sleep(self.delay)
            await self.gate.wait()
        finally:
            self.in_air.remove(payload["address"])
        if (script := self.script.get(payload["text"])) and (error := script.pop(0)) is not None:
            raise error
        now = asyncio.get_running_loop().time()
        self.sent.append(Sent(payload["address"], payload["text"], payload["id"], now))
        return str(len(self.sent))

    def fetch(self, item: MediaItem) -> AsyncIterator[bytes]:
        """Nothing was ever sent to a fake."""
        raise Unreachable(item.ref)

    async def start(self) -> None:
        """Nothing to open."""

    async def stop(self) -> None:
        """Nothing to close."""

    def texts(self) -> list[str]:
        """What was sent, in order."""
        return [sent.text for sent in self.sent]


class AskableChannel(FakeChannel):
    """A fake whose provider can be asked: ``arrived`` holds the texts it got although its answer was lost."""

    def __init__(self, capabilities: Capabilities = TELEGRAM_LIKE, **more: Any) -> None:
        super().__init__(capabilities, **more)
        self.arrived: set[str] = set()
        self.asked: list[str] = []

    async def lookup(self, request: Request, *, since: datetime, known: Collection[str] = ()) -> str | None:
        """The id of a message that arrived."""
        text = request.payload["text"]
        self.asked.append(text)
        return f"found-{text}" if text in self.arrived else None


class WindowChannel(FakeChannel):
    """A fake with a window of a day and templates for messages that name one."""

    def __init__(self, **more: Any) -> None:
        super().__init__(replace(TELEGRAM_LIKE, window=timedelta(days=1)), name="whatsapp", **more)

    def template_request(self, outgoing: Outgoing, address: str, *, outbox_id: int) -> Request | None:
        """The template's name in brackets."""
        if not outgoing.template:
            return None
        return Request("send", {"address": address, "text": f"[{outgoing.template}]", "id": outbox_id})
