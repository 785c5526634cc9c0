"""A sender that ends leaves nothing in its name, whatever it was doing when it was told to."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot import clock
from bot.sender import Sender
from storage import lanes
from storage.database import Database
from tests.fakes import FakeChannel
from tests.storage.letters import letter, post, rows


async def test_what_was_being_claimed_when_the_end_came_is_given_back(database: Database) -> None:
    channel, now = FakeChannel(), clock.now()
    sender = Sender(database, {channel.name: channel}, executor="me", clock=clock.now)
    await sender.start()
    post(database, [letter(now, str(chat)) for chat in range(5)], now)
    with database.write() as session:
        lanes.look(session, channel.lane(), now=now, pace=30.0, ahead=timedelta(seconds=1))
        sender.wake([channel.lane()])
        await asyncio.sleep(0.1)  # the claim now waits for this transaction
        ending = asyncio.create_task(sender.stop(1.0))
        await asyncio.sleep(0.1)
    await ending

    assert [(row.state, row.claimed_by, row.attempts) for row in rows(database)] == [("queued", None, 0)] * 5
    assert channel.sent == []
