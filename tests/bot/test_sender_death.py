"""A sender that dies or is stopped loses nothing, repeats what may be repeated, and no broadcast."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from bot import clock
from bot.channels.base import Ambiguous
from storage import claims
from storage.database import Database
from storage.models import Priority
from tests.bot.senders import MS, QUICK, ended, kill, running, say, sender_of, until
from tests.fakes import TELEGRAM_LIKE, AskableChannel, FakeChannel
from tests.storage.letters import letter, post, rows, states


async def test_a_sender_that_dies_in_mid_air_repeats_replies_but_no_broadcast(database: Database) -> None:
    dying, channel = FakeChannel(), FakeChannel()
    dying.gate.clear()
    now = clock.now()
    post(
        database,
        [
            letter(now, "1", body={"text": "reply"}),
            letter(now, "2", Priority.BROADCAST, body={"text": "broadcast"}),
            letter(now, "1", body={"text": "next reply"}),
        ],
        now,
    )
    dead = sender_of(database, dying)
    await dead.start()
    await until(lambda: len(dying.in_air) == 2)
    kill(dead)

    async with running(sender_of(database, channel)):
        await ended(database)

    assert channel.texts() == ["reply", "next reply"]
    assert states(database) == ["sent", "unknown", "sent"]


async def test_what_another_sender_held_is_taken_over_when_its_lease_has_run_out(database: Database) -> None:
    dying, channel = FakeChannel(), FakeChannel()
    dying.gate.clear()
    say(database, "Halo")
    dead = sender_of(database, dying, executor="dead", rules=replace(QUICK, lease=600 * MS))
    await dead.start()
    await until(lambda: len(dying.in_air) == 1)
    kill(dead)

    heir = sender_of(database, channel, executor="heir")
    async with running(heir):
        assert channel.texts() == []
        await asyncio.sleep(0.7)
        await heir._sweep()
        await ended(database)

    assert channel.texts() == ["Halo"]


async def test_a_broadcast_in_doubt_is_asked_about_where_that_is_possible(database: Database) -> None:
    channel = AskableChannel()
    channel.arrived.add("broadcast 0")
    now = clock.now()
    for number in range(2):
        text = f"broadcast {number}"
        channel.script[text] = [Ambiguous("timeout")]
        post(database, [letter(now, str(number), Priority.BROADCAST, body={"text": text})], now)
    async with running(sender_of(database, channel)):
        await ended(database)

    assert states(database) == ["sent", "unknown"]
    assert rows(database)[0].provider_id == "found-broadcast 0"
    assert channel.texts() == []


async def test_a_slow_send_keeps_its_lease(database: Database) -> None:
    channel = FakeChannel()
    channel.gate.clear()
    say(database, "Halo")

    def sweep() -> list[str]:
        with database.write() as session:
            return claims.recover_expired(session, clock.now())

    async with running(sender_of(database, channel, rules=replace(QUICK, lease=800 * MS))):
        await channel.flying.wait()
        for _ in range(5):
            await asyncio.sleep(0.25)
            assert await asyncio.to_thread(sweep) == []
        channel.gate.set()
        await ended(database)

    assert channel.attempts == ["Halo"]


async def test_stopping_lets_what_is_in_the_air_land_and_gives_the_rest_back(database: Database) -> None:
    channel = FakeChannel(replace(TELEGRAM_LIKE, pace=20.0), delay=0.1)
    now = clock.now()
    post(database, [letter(now, str(number)) for number in range(10)], now)
    sender = sender_of(database, channel)
    await sender.start()
    await channel.flying.wait()
    await sender.stop(5.0)

    found = rows(database)
    assert {row.state for row in found} == {"sent", "queued"}
    assert sum(row.state == "sent" for row in found) == len(channel.sent) == len(channel.attempts)
    assert {row.attempts for row in found if row.state == "queued"} == {0}


async def test_what_does_not_land_within_the_grace_is_in_doubt(database: Database) -> None:
    channel = FakeChannel()
    channel.gate.clear()
    now = clock.now()
    post(database, [letter(now, "1"), letter(now, "2", Priority.BROADCAST)], now)
    sender = sender_of(database, channel)
    await sender.start()
    await until(lambda: len(channel.in_air) == 2)
    await sender.stop(0.05)

    assert [(row.state, row.error) for row in rows(database)] == [
        ("retry", "interrupted"),
        ("unknown", "interrupted"),
    ]


async def test_a_process_with_a_long_name_claims_under_the_end_of_it(database: Database) -> None:
    channel = FakeChannel()
    say(database, "Halo")
    async with running(sender_of(database, channel, executor="a-very-long-host-name." * 5 + "example:8080:4711")):
        await ended(database)

    assert channel.texts() == ["Halo"]
