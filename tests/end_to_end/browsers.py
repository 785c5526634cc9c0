"""Somebody at the web chat, as the page talks with the program: a session, posted messages, an event stream."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import aiohttp

from bot.channels.rendering import plain
from tests.emulators.bot_api_people import PATIENCE

Json = dict[str, Any]


@dataclass
class Browser:
    """A page that is open. ``heard`` grows with everything shown on it."""

    session: aiohttp.ClientSession
    heard: list[Json] = field(default_factory=list)
    read: int = 0
    arrived: asyncio.Condition = field(default_factory=asyncio.Condition)
    _ids: count[int] = field(default_factory=count)

    async def says(self, text: str = "", **more: Any) -> None:
        """Send words, or press a button with ``button=``."""
        said = {"id": f"message-{next(self._ids):06}", "text": text, **more}
        async with self.session.post("/chat/messages", json=said) as answer:
            assert answer.status == 200, await answer.text()

    async def taps(self, label: str) -> None:
        """Press the newest button with that label."""
        for message in reversed(self.heard):
            for option in message.get("options", ()):
                if option["label"] == label:
                    return await self.says(button=option["value"])
        raise AssertionError(f"no button {label!r}")

    async def hears(self, words: str = "") -> str:
        """Wait for the next message that contains ``words``."""
        async with asyncio.timeout(PATIENCE), self.arrived:
            while True:
                for place, message in enumerate(self.heard[self.read :], start=self.read + 1):
                    if words in message["text"]:
                        self.read = place
                        return plain(message["text"])
                await self.arrived.wait()

    async def listen(self, ready: asyncio.Event) -> None:
        """Read the event stream until it ends."""
        async with self.session.get("/chat/events", timeout=aiohttp.ClientTimeout(total=None)) as stream:
            ready.set()
            async for line in stream.content:
                if line.startswith(b"data: "):
                    async with self.arrived:
                        self.heard.append(json.loads(line.removeprefix(b"data: ")))
                        self.arrived.notify_all()


@asynccontextmanager
async def browser(url: str) -> AsyncIterator[Browser]:
    """A newcomer at the page of the program at ``url``."""
    async with aiohttp.ClientSession(url) as stranger, stranger.post("/chat/session", json={}) as answer:
        token = (await answer.json())["token"]
    async with aiohttp.ClientSession(url, headers={"Authorization": f"Bearer {token}"}) as session:
        page, ready = Browser(session), asyncio.Event()
        listening = asyncio.create_task(page.listen(ready))
        await ready.wait()
        yield page
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
