"""Senders at work, as tests need them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

from bot import clock
from bot.channels.base import Channel
from bot.delivery import Patience
from bot.lane import Rules
from bot.sender import Sender
from storage.database import Database
from storage.models import OutboxState
from tests.storage.letters import letter, post, states

MS = timedelta(milliseconds=1)
QUICK = Rules(
    tick=0.02,
    after_fault=20 * MS,
    patience=Patience(first_retry=10 * MS, longest_retry=20 * MS, doubt_retry=10 * MS),
)
ENDED = {OutboxState.SENT, OutboxState.FAILED, OutboxState.UNKNOWN, OutboxState.WITHHELD}


def sender_of(
    database: Database, *channels: Channel, executor: str = "me", rules: Rules = QUICK, **more: Any
) -> Sender:
    """A sender on these channels, by the real clock and in a hurry."""
    by_name: Mapping[str, Channel] = {channel.name: channel for channel in channels}
    return Sender(database, by_name, executor=executor, clock=clock.now, rules=rules, **more)


@asynccontextmanager
async def running(*senders: Sender) -> AsyncIterator[None]:
    """Start senders, and stop them at the end."""
    for sender in senders:
        await sender.start()
    try:
        yield
    finally:
        for sender in senders:
            await sender.stop(1.0)


async def until(condition: Callable[[], bool]) -> None:
    """Wait for something that shows in the database or in what was sent."""
    async with asyncio.timeout(20):
        while not await asyncio.to_thread(condition):  # noqa: ASYNC110 - the database rings no event
            await asyncio.sleep(0.005)


async def ended(database: Database) -> None:
    """Wait until nothing is left to be sent."""
    await until(lambda: set(states(database)) <= ENDED)


def say(database: Database, *texts: str, address: str = "700", **changes: Any) -> list[int]:
    """Put messages to one chat into the outbox, due now."""
    now = clock.now()
    return post(database, [letter(now, address, body={"text": text}, **changes) for text in texts], now)


def kill(sender: Sender) -> None:
    """What kill -9 does: nothing is marked any more, nothing given back."""
    for task in [*sender._tasks, sender._sweeper]:
        task.cancel()
    for worker in sender._workers.values():
        worker._transact = None  # type: ignore[assignment,method-assign]
        for task in worker._tasks:
            task.cancel()
    sender._loop = None
    sender._threads.shutdown()
