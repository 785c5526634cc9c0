"""Telegram with a memory of who was alive when it took a message, and a balancer before two programs."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.emulators.bot_api import BotApi
from tests.emulators.bot_api_rules import Call

Json = dict[str, Any]
PATIENCE = 60.0  # seconds to wait for messages; reached only by a test that fails
RETRIES = (2, 5, 10)  # hundredths of a second after which an update is brought again


@dataclass(frozen=True, slots=True)
class Accepted:
    """A message the provider took: from which life of the program, and what it then was called."""

    life: int
    chat: int
    asked: Json
    message_id: int


class Provider(BotApi):
    """The Bot API. ``accepting`` is called, with the number of the life that asked, before each answer."""

    def __init__(self, *, latency: float = 0.0) -> None:
        super().__init__(latency=latency)
        self.webhook.retries = RETRIES
        self.accepted: list[Accepted] = []
        self.accepting: Callable[[int], None] = lambda _: None
        self.listeners: dict[int, Callable[[Json], None]] = {}
        self.updates: list[int] = []

    def deliver(self, **content: Json) -> Json:
        """Make an update and hand it to the bot."""
        update = super().deliver(**content)
        self.updates.append(update["update_id"])
        return update

    async def _send(self, call: Call) -> Any:
        sent = await super()._send(call)
        chat = sent["chat"]["id"]
        life = int(call.sender)  # by what it was told: its last requests may be read when another already lives
        self.accepted.append(Accepted(life, chat, call.parameters, sent["message_id"]))
        self.accepting(life)
        if chat in self.listeners:
            self.listeners[chat](sent)
        async with self.arrived:
            self.arrived.notify_all()
        return sent

    async def takes(self, count: int) -> None:
        """Wait until so many more messages have been taken."""
        wanted = len(self.accepted) + count
        async with asyncio.timeout(PATIENCE), self.arrived:
            await self.arrived.wait_for(lambda: len(self.accepted) >= wanted)


class Balancer:
    """One port before several: each connection goes to one of those that are up."""

    def __init__(self, *ports: int, seed: int = 1) -> None:
        self._ports = ports
        self._random = random.Random(seed)
        self._server: asyncio.Server | None = None
        self._pipes: set[asyncio.Task[None]] = set()
        self.port = 0

    async def __aenter__(self) -> Balancer:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for pipe in self._pipes:
            pipe.cancel()
        await asyncio.gather(*self._pipes, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for port in self._random.sample(self._ports, len(self._ports)):
            try:
                there, back = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                continue
            for source, target in ((reader, back), (there, writer)):
                pipe = asyncio.create_task(_pour(source, target))
                self._pipes.add(pipe)
                pipe.add_done_callback(self._pipes.discard)
            return
        writer.close()


async def _pour(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while some := await source.read(65536):
            target.write(some)
            await target.drain()
    target.close()
