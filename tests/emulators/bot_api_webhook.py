"""How Telegram delivers to a webhook: one update of a chat after the other, again until it is taken."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

import aiohttp

from tests.emulators.bot_api_rules import Call

Json = dict[str, Any]

SECOND = 0.01  # how long a second of Telegram's waiting takes here
RETRIES = (0, 2, 4, 8, 16, 32, 64)  # seconds of Telegram's after each failure; the last is repeated
TIMEOUT = 60  # seconds; in ours, too


@dataclass(frozen=True, slots=True)
class Delivery:
    """One try: the update and what was answered, status 0 for a broken connection."""

    update_id: int
    status: int


class Webhook:
    """The sending side. ``execute`` carries out a call that stands in an answer."""

    def __init__(self, execute: Callable[[Call], Awaitable[Any]]) -> None:
        self.url = ""
        self.tries: list[Delivery] = []
        self.answers: list[Json] = []
        self.retries: tuple[int, ...] = RETRIES
        self._secret = ""
        self._allowed: tuple[str, ...] = ()
        self._execute = execute
        self._queues: dict[str, asyncio.Queue[Json]] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._session: aiohttp.ClientSession | None = None

    def set(self, url: str, secret: str, allowed: Iterable[str]) -> None:
        """Where updates go from now on; "" takes the webhook away."""
        self.url, self._secret, self._allowed = url, secret, tuple(allowed)

    def push(self, update: Json) -> bool:
        """Queue an update for delivery; False if there is no webhook."""
        if not self.url:
            return False
        kind = next(name for name in update if name != "update_id")
        if self._allowed and kind not in self._allowed:
            return True  # the bot did not ask for these
        key = _queue_of(kind, update[kind])
        if key not in self._queues:
            self._queues[key] = asyncio.Queue()
            self._tasks.append(asyncio.create_task(self._drain(self._queues[key])))
        self._queues[key].put_nowait(update)
        return True

    async def idle(self) -> None:
        """Wait until everything is delivered."""
        await asyncio.gather(*(queue.join() for queue in self._queues.values()))

    async def close(self) -> None:
        """Deliver nothing more."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    async def _drain(self, queue: asyncio.Queue[Json]) -> None:
        while True:
            update = await queue.get()
            tried = 0
            while (wait := await self._try(update)) is not None:
                seconds = wait or self.retries[min(tried, len(self.retries) - 1)]
                tried += 1
                await asyncio.sleep(seconds * SECOND)
            queue.task_done()

    async def _try(self, update: Json) -> float | None:
        """None once it is taken; otherwise the Retry-After that was asked for, or 0."""
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=TIMEOUT))
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret} if self._secret else {}
        try:
            async with self._session.post(self.url, json=update, headers=headers) as response:
                body = await response.read()
        except (aiohttp.ClientError, TimeoutError):
            self.tries.append(Delivery(update["update_id"], 0))
            return 0
        self.tries.append(Delivery(update["update_id"], response.status))
        if not 200 <= response.status < 300:
            return float(response.headers.get("Retry-After", 0))
        await self._obey(body)
        return None

    async def _obey(self, body: bytes) -> None:
        if not body:
            return
        answer: Json = json.loads(body)
        self.answers.append(answer)
        if method := answer.get("method"):
            await self._execute(Call(method, {name: value for name, value in answer.items() if name != "method"}))


def _queue_of(kind: str, content: Json) -> str:
    """Messages queue by chat, what has no chat by person: the two may overtake each other."""
    if kind in ("callback_query", "inline_query"):
        return f"person {content['from']['id']}"
    return f"chat {content['chat']['id']}"
