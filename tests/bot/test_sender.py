"""The sender empties the outbox: at once, at the right pace, in order, and with the right end for every message."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from bot import clock
from bot.channels.base import Ambiguous, Blocked, Moved, Throttled, Unavailable
from bot.lane import Hooks
from handlers.messages import MediaItem, MediaKind, Outgoing
from storage.database import Database
from storage.models import Address, Agency, Citizen, Priority, StaffGroup
from tests.bot.senders import MS, QUICK, ended, running, say, sender_of, until
from tests.fakes import TELEGRAM_LIKE, FakeChannel, WindowChannel
from tests.storage.letters import letter, post, rows, states


async def test_what_waits_at_the_start_is_sent_and_marked(database: Database) -> None:
    channel = FakeChannel()
    say(database, "Halo")
    async with running(sender_of(database, channel)):
        await ended(database)

    (row,) = rows(database)
    assert channel.texts() == ["Halo"]
    assert (row.state, row.provider_id, row.parts, row.claimed_by) == ("sent", "1", 1, None)


async def test_a_message_leaves_at_once_when_its_lane_is_woken(database: Database) -> None:
    channel = FakeChannel()
    sender = sender_of(database, channel, rules=replace(QUICK, tick=30.0))
    async with running(sender):
        await asyncio.sleep(0.05)  # nothing to do: it sleeps for half a minute
        say(database, "Halo")
        await asyncio.to_thread(sender.wake, [channel.lane(), "somebody-elses"])
        await until(lambda: channel.texts() == ["Halo"])
        await ended(database)


async def test_a_message_nobody_rang_for_is_found_by_looking(database: Database) -> None:
    channel = FakeChannel()
    async with running(sender_of(database, channel)):
        say(database, "Halo", due_at=clock.now() + 50 * MS)
        await ended(database)

    assert channel.texts() == ["Halo"]


async def test_the_most_urgent_goes_first_and_a_broadcast_last(database: Database) -> None:
    channel = FakeChannel(replace(TELEGRAM_LIKE, in_flight=1))
    for number, priority in enumerate(reversed(Priority)):
        now = clock.now()
        post(database, [letter(now, str(number), priority, body={"text": priority.value})], now)
    async with running(sender_of(database, channel)):
        await ended(database)

    assert channel.texts() == ["emergency", "reply", "notification", "broadcast"]


async def test_a_reply_overtakes_a_broadcast_that_is_running(database: Database) -> None:
    channel = FakeChannel(replace(TELEGRAM_LIKE, pace=100.0))
    now = clock.now()
    post(database, [letter(now, str(number), Priority.BROADCAST) for number in range(60)], now)
    sender = sender_of(database, channel)
    async with running(sender):
        await until(lambda: len(channel.sent) >= 5)
        say(database, "Balasan", address="citizen")
        sender.wake([channel.lane()])
        await ended(database)

    assert channel.texts().index("Balasan") < 35


async def test_the_lanes_pace_is_kept(database: Database) -> None:
    channel = FakeChannel(replace(TELEGRAM_LIKE, pace=50.0))
    now = clock.now()
    post(database, [letter(now, str(number)) for number in range(40)], now)
    start = asyncio.get_running_loop().time()
    async with running(sender_of(database, channel)):
        await ended(database)

    times = [sent.at for sent in channel.sent]
    assert times[-1] >= start + 39 / 50
    assert max(sum(at <= other < at + 0.2 for other in times) for at in times) <= 50 * (0.2 + 0.1) + 2


async def test_broadcasts_leave_a_share_of_the_pace_to_others(database: Database) -> None:
    channel = FakeChannel(replace(TELEGRAM_LIKE, pace=100.0))
    now = clock.now()
    post(database, [letter(now, str(number), Priority.BROADCAST) for number in range(40)], now)
    start = asyncio.get_running_loop().time()
    async with running(sender_of(database, channel, rules=replace(QUICK, broadcast_share=0.5))):
        await ended(database)

    assert channel.sent[-1].at >= start + 39 / 50


async def test_a_chat_that_must_wait_does_not_hold_up_the_others(database: Database) -> None:
    channel = FakeChannel(replace(TELEGRAM_LIKE, chat_pace=10.0, chat_burst=2))
    say(database, "a1", "a2", "a3", "a4", address="a")
    say(database, "b1", address="b")
    start = asyncio.get_running_loop().time()
    async with running(sender_of(database, channel)):
        await ended(database)

    texts = channel.texts()
    times = {sent.text: sent.at for sent in channel.sent}
    assert [text for text in texts if text.startswith("a")] == ["a1", "a2", "a3", "a4"]
    assert texts.index("b1") < texts.index("a3")
    assert times["a4"] >= start + 0.2


async def test_a_chats_messages_keep_their_order_through_failures(database: Database) -> None:
    channel = FakeChannel(delay=0.002)
    channel.script = {
        "a2": [Unavailable("502"), Unavailable("502"), None],
        "b1": [Unavailable("502"), None],
        "c1": [Ambiguous("timeout"), None],
    }
    for address in "abc":
        say(database, *(f"{address}{number}" for number in range(1, 5)), address=address)
    async with running(sender_of(database, channel)):
        await ended(database)

    for address in "abc":
        assert [text for text in channel.texts() if text[0] == address] == [f"{address}{n}" for n in range(1, 5)]
    assert channel.attempts.count("a2") == 3


async def test_one_chat_never_has_two_messages_in_the_air_but_the_lane_has_many(database: Database) -> None:
    channel = FakeChannel(replace(TELEGRAM_LIKE, in_flight=5), delay=0.01)
    doubled: list[str] = []

    class Watching(FakeChannel):
        async def send(self, request: Any) -> str:
            if request.payload["address"] in channel.in_air:
                doubled.append(request.payload["address"])
            return await channel.send(request)

    for number in range(10):
        say(database, "1", "2", "3", address=str(number))
    async with running(sender_of(database, Watching(channel.capabilities))):
        await ended(database)

    assert doubled == []
    assert channel.most_in_air == 5
    assert len(channel.sent) == 30


async def test_retry_after_silences_the_whole_lane(database: Database) -> None:
    channel = FakeChannel()
    channel.script["first"] = [Throttled(0.3), None]
    say(database, "first", address="1")
    sender = sender_of(database, channel)
    start = asyncio.get_running_loop().time()
    async with running(sender):
        await until(lambda: channel.attempts == ["first"])
        for number in range(5):
            say(database, f"other {number}", address=f"o{number}")
        sender.wake([channel.lane()])
        await ended(database)

    assert sorted(channel.texts()) == ["first", *(f"other {number}" for number in range(5))]
    assert min(sent.at for sent in channel.sent) >= start + 0.3


async def test_a_person_who_blocked_us_is_marked_unreachable(database: Database) -> None:
    channel = FakeChannel()
    channel.script["Halo"] = [Blocked("bot was blocked by the user")]
    now = clock.now()
    with database.write() as session:
        session.add(citizen := Citizen(created_at=now))
        session.flush()
        session.add(Address(citizen_id=citizen.id or 0, channel="telegram", value="700", created_at=now))
    say(database, "Halo")
    async with running(sender_of(database, channel)):
        await ended(database)

    with database.read() as session:
        assert session.exec(select(Address.unreachable_at)).one() is not None
    assert [(row.state, row.error) for row in rows(database)] == [("failed", "blocked: bot was blocked by the user")]


async def test_a_group_that_moved_gets_its_messages_at_the_new_address(database: Database) -> None:
    channel = FakeChannel()
    channel.script["satu"] = [Moved("-1001"), None]
    now = clock.now()
    with database.write() as session:
        session.add(agency := Agency(code="pupr", names={"id": "PUPR"}))
        session.flush()
        session.add(StaffGroup(agency_id=agency.id or 0, channel="telegram", value="-1", created_at=now))
    say(database, "satu", "dua", address="-1")
    async with running(sender_of(database, channel)):
        await ended(database)

    assert [(sent.address, sent.text) for sent in channel.sent] == [("-1001", "satu"), ("-1001", "dua")]
    with database.read() as session:
        assert session.exec(select(StaffGroup.value)).all() == ["-1001"]


async def test_a_long_message_goes_out_in_parts_at_the_pace_of_its_chat(database: Database) -> None:
    channel = FakeChannel(replace(TELEGRAM_LIKE, chat_pace=10.0, chat_burst=1))
    body = Outgoing("x " * 3000, media=(MediaItem(MediaKind.PHOTO, "photo"),)).to_json()
    now = clock.now()
    post(database, [letter(now, body=body)], now)
    start = asyncio.get_running_loop().time()
    async with running(sender_of(database, channel)):
        await ended(database)

    assert len(channel.sent) == 3
    assert channel.sent[2].at >= start + 0.2
    assert (rows(database)[0].provider_id, rows(database)[0].parts) == ("1", 3)


async def test_a_message_outside_the_window_is_withheld_or_goes_out_as_template(database: Database) -> None:
    channel = WindowChannel()
    now = clock.now()
    wrote = {"old": now - timedelta(days=2), "new": now - timedelta(hours=1)}
    with database.write() as session:
        for value, at in wrote.items():
            session.add(citizen := Citizen(created_at=now))
            session.flush()
            session.add(
                Address(citizen_id=citizen.id or 0, channel="whatsapp", value=value, last_inbound_at=at, created_at=now)
            )
    lane: dict[str, Any] = {"lane": channel.lane(), "channel": "whatsapp"}
    say(database, "Halo", address="new", **lane)
    say(database, "Halo", address="old", **lane)
    template = Outgoing("Selesai", template="closed").to_json()
    post(database, [letter(now, "old", body=template, **lane)], now)
    async with running(sender_of(database, channel)):
        await ended(database)

    assert [(sent.address, sent.text) for sent in channel.sent] == [("new", "Halo"), ("old", "[closed]")]
    assert states(database) == ["sent", "withheld", "sent"]


async def test_what_is_too_late_is_never_sent(database: Database) -> None:
    channel = FakeChannel()
    say(database, "late", expires_at=clock.now())
    say(database, "Halo", address="701")
    async with running(sender_of(database, channel)):
        await ended(database)

    assert channel.texts() == ["Halo"]
    assert [(row.state, row.error) for row in rows(database)] == [("failed", "expired"), ("sent", None)]


async def test_two_senders_on_one_database_double_nothing_and_keep_the_order(database: Database) -> None:
    channels = [FakeChannel(delay=0.001), FakeChannel(delay=0.001)]
    for number in range(40):
        say(database, "1", "2", "3", address=str(number))
    senders = [sender_of(database, channel, executor=f"worker {n}") for n, channel in enumerate(channels)]
    async with running(*senders):
        await ended(database)

    sent = sorted((one for channel in channels for one in channel.sent), key=lambda one: one.at)
    assert len(sent) == 120
    assert all(channel.sent for channel in channels)
    for number in range(40):
        assert [one.text for one in sent if one.address == str(number)] == ["1", "2", "3"]


async def test_a_database_that_is_away_for_a_while_only_delays(sqlite_database: Database) -> None:
    channel = FakeChannel()
    sender = sender_of(sqlite_database, channel)
    async with running(sender):
        with sqlite_database.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE lane RENAME TO away")
        say(sqlite_database, "Halo")
        sender.wake([channel.lane()])
        await asyncio.sleep(0.1)
        assert channel.attempts == []
        with sqlite_database.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE away RENAME TO lane")
        await ended(sqlite_database)

    assert channel.texts() == ["Halo"]


async def test_whoever_wants_to_know_is_told(sqlite_database: Database) -> None:
    told: list[tuple[str, object]] = []
    hooks = Hooks(
        on_sent=lambda channel, seconds: told.append((channel, 0 <= seconds < 5)),
        on_trouble=lambda channel, state: told.append((channel, state)),
    )
    channel = FakeChannel()
    channel.script["Nein"] = [Blocked("")]
    say(sqlite_database, "Halo", "Nein")
    async with running(sender_of(sqlite_database, channel, hooks=hooks)):
        await ended(sqlite_database)

    assert told == [("telegram", True), ("telegram", "failed")]


async def test_each_channel_has_its_lane_and_none_waits_for_another(database: Database) -> None:
    stuck, quick = FakeChannel(name="whatsapp"), FakeChannel()
    stuck.gate.clear()
    say(database, "Halo", lane=stuck.lane(), channel="whatsapp")
    say(database, "Halo")
    async with running(sender_of(database, stuck, quick)):
        await until(lambda: states(database) == ["claimed", "sent"])
        stuck.gate.set()
        await ended(database)


@pytest.mark.parametrize("lanes", [[], ["telegram:1"]])
async def test_a_sender_that_is_not_running_may_be_woken_and_stopped(
    sqlite_database: Database, lanes: list[str]
) -> None:
    sender = sender_of(sqlite_database, FakeChannel())
    sender.wake(lanes)
    await sender.stop(0.1)
