"""The sender empties the outbox: at once, at the right pace, in order, and without losing or doubling anything."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from bot import clock
from bot.channels.base import Ambiguous, Blocked, Channel, Moved, Throttled, Unavailable
from bot.delivery import Patience
from bot.lane import Hooks, Rules
from bot.sender import Sender
from handlers.messages import MediaItem, MediaKind, Outgoing
from storage import claims
from storage.database import Database
from storage.models import Address, Agency, Citizen, OutboxState, Priority, StaffGroup
from tests.fakes import TELEGRAM_LIKE, AskableChannel, FakeChannel, WindowChannel
from tests.storage.letters import letter, post, rows, states

MS = timedelta(milliseconds=1)
QUICK = Rules(
    tick=0.02,
    after_fault=20 * MS,
    patience=Patience(first_retry=10 * MS, longest_retry=20 * MS, doubt_retry=10 * MS),
)
ENDED = {OutboxState.SENT, OutboxState.FAILED, OutboxState.UNKNOWN, OutboxState.WITHHELD}


def _sender(database: Database, *channels: Channel, executor: str = "me", rules: Rules = QUICK, **more: Any) -> Sender:
    by_name: Mapping[str, Channel] = {channel.name: channel for channel in channels}
    return Sender(database, by_name, executor=executor, clock=clock.now, rules=rules, **more)


@asynccontextmanager
async def _running(*senders: Sender) -> AsyncIterator[None]:
    for sender in senders:
        await sender.start()
    try:
        yield
    finally:
        for sender in senders:
            await sender.stop(1.0)


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not await asyncio.to_thread(condition):  # noqa: ASYNC110 - the database rings no event
            await asyncio.sleep(0.005)


async def _ended(database: Database) -> None:
    """Wait until nothing is left to be sent."""
    await _until(lambda: set(states(database)) <= ENDED)


def _post(database: Database, *texts: str, address: str = "700", **changes: Any) -> list[int]:
    now = clock.now()
    return post(database, [letter(now, address, body={"text": text}, **changes) for text in texts], now)


def _kill(sender: Sender) -> None:
    """What kill -9 does: nothing is marked any more, nothing given back."""
    for task in [*sender._tasks, sender._sweeper]:
        task.cancel()
    for worker in sender._workers.values():
        worker._transact = None  # type: ignore[assignment,method-assign]
        for task in worker._tasks:
            task.cancel()
    sender._loop = None
    sender._threads.shutdown()


async def test_what_waits_at_the_start_is_sent_and_marked(database: Database) -> None:
    channel = FakeChannel()
    _post(database, "Halo")
    async with _running(_sender(database, channel)):
        await _ended(database)

    (row,) = rows(database)
    assert channel.texts() == ["Halo"]
    assert (row.state, row.provider_id, row.parts, row.claimed_by) == ("sent", "1", 1, None)


async def test_a_message_leaves_at_once_when_its_lane_is_woken(database: Database) -> None:
    channel = FakeChannel()
    sender = _sender(database, channel, rules=replace(QUICK, tick=30.0))
    async with _running(sender):
        await asyncio.sleep(0.05)  # nothing to do: it sleeps for half a minute
        _post(database, "Halo")
        await asyncio.to_thread(sender.wake, [channel.lane(), "somebody-elses"])
        await _until(lambda: channel.texts() == ["Halo"])
        await _ended(database)


async def test_a_message_nobody_rang_for_is_found_by_looking(database: Database) -> None:
    channel = FakeChannel()
    async with _running(_sender(database, channel)):
        _post(database, "Halo", due_at=clock.now() + 50 * MS)
        await _ended(database)

    assert channel.texts() == ["Halo"]


async def test_the_most_urgent_goes_first_and_a_broadcast_last(database: Database) -> None:
    channel = FakeChannel(replace(TELEGRAM_LIKE, in_flight=1))
    for number, priority in enumerate(reversed(Priority)):
        now = clock.now()
        post(database, [letter(now, str(number), priority, body={"text": priority.value})], now)
    async with _running(_sender(database, channel)):
        await _ended(database)

    assert channel.texts() == ["emergency", "reply", "notification", "broadcast"]


async def test_a_reply_overtakes_a_broadcast_that_is_running(database: Database) -> None:
    channel = FakeChannel(replace(TELEGRAM_LIKE, pace=100.0))
    now = clock.now()
    post(database, [letter(now, str(number), Priority.BROADCAST) for number in range(60)], now)
    sender = _sender(database, channel)
    async with _running(sender):
        await _until(lambda: len(channel.sent) >= 5)
        _post(database, "Balasan", address="citizen")
        sender.wake([channel.lane()])
        await _ended(database)

    assert channel.texts().index("Balasan") < 35


async def test_the_lanes_pace_is_kept(database: Database) -> None:
    channel = FakeChannel(replace(TELEGRAM_LIKE, pace=50.0))
    now = clock.now()
    post(database, [letter(now, str(number)) for number in range(40)], now)
    async with _running(_sender(database, channel)):
        await _ended(database)

    times = [sent.at for sent in channel.sent]
    assert times[-1] - times[0] >= 39 / 50 - 0.05
    assert max(sum(at <= other < at + 0.2 for other in times) for at in times) <= 12


async def test_broadcasts_leave_a_share_of_the_pace_to_others(database: Database) -> None:
    channel = FakeChannel(replace(TELEGRAM_LIKE, pace=100.0))
    now = clock.now()
    post(database, [letter(now, str(number), Priority.BROADCAST) for number in range(40)], now)
    async with _running(_sender(database, channel, rules=replace(QUICK, broadcast_share=0.5))):
        await _ended(database)

    times = [sent.at for sent in channel.sent]
    assert times[-1] - times[0] >= 39 / 50 - 0.05


async def test_a_chat_that_must_wait_does_not_hold_up_the_others(database: Database) -> None:
    channel = FakeChannel(replace(TELEGRAM_LIKE, chat_pace=10.0, chat_burst=2))
    _post(database, "a1", "a2", "a3", "a4", address="a")
    _post(database, "b1", address="b")
    async with _running(_sender(database, channel)):
        await _ended(database)

    texts = channel.texts()
    times = {sent.text: sent.at for sent in channel.sent}
    assert [text for text in texts if text.startswith("a")] == ["a1", "a2", "a3", "a4"]
    assert texts.index("b1") < texts.index("a3")
    assert times["a4"] - times["a1"] >= 0.15


async def test_a_chats_messages_keep_their_order_through_failures(database: Database) -> None:
    channel = FakeChannel(delay=0.002)
    channel.script = {
        "a2": [Unavailable("502"), Unavailable("502"), None],
        "b1": [Unavailable("502"), None],
        "c1": [Ambiguous("timeout"), None],
    }
    for address in "abc":
        _post(database, *(f"{address}{number}" for number in range(1, 5)), address=address)
    async with _running(_sender(database, channel)):
        await _ended(database)

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
        _post(database, "1", "2", "3", address=str(number))
    async with _running(_sender(database, Watching(channel.capabilities))):
        await _ended(database)

    assert doubled == []
    assert channel.most_in_air == 5
    assert len(channel.sent) == 30


async def test_retry_after_silences_the_whole_lane(database: Database) -> None:
    channel = FakeChannel()
    channel.script["first"] = [Throttled(0.3), None]
    _post(database, "first", address="1")
    sender = _sender(database, channel)
    async with _running(sender):
        await _until(lambda: channel.attempts == ["first"])
        refused_at = asyncio.get_running_loop().time()
        for number in range(5):
            _post(database, f"other {number}", address=f"o{number}")
        sender.wake([channel.lane()])
        await _ended(database)

    assert sorted(channel.texts()) == ["first", *(f"other {number}" for number in range(5))]
    assert min(sent.at for sent in channel.sent) >= refused_at + 0.25


async def test_a_person_who_blocked_us_is_marked_unreachable(database: Database) -> None:
    channel = FakeChannel()
    channel.script["Halo"] = [Blocked("bot was blocked by the user")]
    now = clock.now()
    with database.write() as session:
        session.add(citizen := Citizen(created_at=now))
        session.flush()
        session.add(Address(citizen_id=citizen.id or 0, channel="telegram", value="700", created_at=now))
    _post(database, "Halo")
    async with _running(_sender(database, channel)):
        await _ended(database)

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
    _post(database, "satu", "dua", address="-1")
    async with _running(_sender(database, channel)):
        await _ended(database)

    assert [(sent.address, sent.text) for sent in channel.sent] == [("-1001", "satu"), ("-1001", "dua")]
    with database.read() as session:
        assert session.exec(select(StaffGroup.value)).all() == ["-1001"]


async def test_a_long_message_goes_out_in_parts_at_the_pace_of_its_chat(database: Database) -> None:
    channel = FakeChannel(replace(TELEGRAM_LIKE, chat_pace=10.0, chat_burst=1))
    body = Outgoing("x " * 3000, media=(MediaItem(MediaKind.PHOTO, "photo"),)).to_json()
    now = clock.now()
    post(database, [letter(now, body=body)], now)
    async with _running(_sender(database, channel)):
        await _ended(database)

    assert len(channel.sent) == 3
    assert channel.sent[2].at - channel.sent[0].at >= 0.15  # two waits of 0.1 s, less the time to cut the text
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
    _post(database, "Halo", address="new", **lane)
    _post(database, "Halo", address="old", **lane)
    template = Outgoing("Selesai", template="closed").to_json()
    post(database, [letter(now, "old", body=template, **lane)], now)
    async with _running(_sender(database, channel)):
        await _ended(database)

    assert [(sent.address, sent.text) for sent in channel.sent] == [("new", "Halo"), ("old", "[closed]")]
    assert states(database) == ["sent", "withheld", "sent"]


async def test_what_is_too_late_is_never_sent(database: Database) -> None:
    channel = FakeChannel()
    _post(database, "late", expires_at=clock.now())
    _post(database, "Halo", address="701")
    async with _running(_sender(database, channel)):
        await _ended(database)

    assert channel.texts() == ["Halo"]
    assert [(row.state, row.error) for row in rows(database)] == [("failed", "expired"), ("sent", None)]


async def test_two_senders_on_one_database_double_nothing_and_keep_the_order(database: Database) -> None:
    channels = [FakeChannel(delay=0.001), FakeChannel(delay=0.001)]
    for number in range(40):
        _post(database, "1", "2", "3", address=str(number))
    senders = [_sender(database, channel, executor=f"worker {n}") for n, channel in enumerate(channels)]
    async with _running(*senders):
        await _ended(database)

    sent = sorted((one for channel in channels for one in channel.sent), key=lambda one: one.at)
    assert len(sent) == 120
    assert all(channel.sent for channel in channels)
    for number in range(40):
        assert [one.text for one in sent if one.address == str(number)] == ["1", "2", "3"]


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
    dead = _sender(database, dying)
    await dead.start()
    await _until(lambda: len(dying.in_air) == 2)
    _kill(dead)

    async with _running(_sender(database, channel)):
        await _ended(database)

    assert channel.texts() == ["reply", "next reply"]
    assert states(database) == ["sent", "unknown", "sent"]


async def test_what_another_sender_held_is_taken_over_when_its_lease_has_run_out(database: Database) -> None:
    dying, channel = FakeChannel(), FakeChannel()
    dying.gate.clear()
    _post(database, "Halo")
    dead = _sender(database, dying, executor="dead", rules=replace(QUICK, lease=600 * MS))
    await dead.start()
    await _until(lambda: len(dying.in_air) == 1)
    _kill(dead)

    heir = _sender(database, channel, executor="heir")
    async with _running(heir):
        assert channel.texts() == []
        await asyncio.sleep(0.7)
        await heir._sweep()
        await _ended(database)

    assert channel.texts() == ["Halo"]


async def test_a_broadcast_in_doubt_is_asked_about_where_that_is_possible(database: Database) -> None:
    channel = AskableChannel()
    channel.arrived.add("broadcast 0")
    now = clock.now()
    for number in range(2):
        text = f"broadcast {number}"
        channel.script[text] = [Ambiguous("timeout")]
        post(database, [letter(now, str(number), Priority.BROADCAST, body={"text": text})], now)
    async with _running(_sender(database, channel)):
        await _ended(database)

    assert states(database) == ["sent", "unknown"]
    assert rows(database)[0].provider_id == "found-broadcast 0"
    assert channel.texts() == []


async def test_a_slow_send_keeps_its_lease(database: Database) -> None:
    channel = FakeChannel()
    channel.gate.clear()
    _post(database, "Halo")

    def sweep() -> list[str]:
        with database.write() as session:
            return claims.recover_expired(session, clock.now())

    async with _running(_sender(database, channel, rules=replace(QUICK, lease=300 * MS))):
        await channel.flying.wait()
        for _ in range(4):
            await asyncio.sleep(0.2)
            assert await asyncio.to_thread(sweep) == []
        channel.gate.set()
        await _ended(database)

    assert channel.attempts == ["Halo"]


async def test_stopping_lets_what_is_in_the_air_land_and_gives_the_rest_back(database: Database) -> None:
    channel = FakeChannel(replace(TELEGRAM_LIKE, pace=20.0), delay=0.1)
    now = clock.now()
    post(database, [letter(now, str(number)) for number in range(10)], now)
    sender = _sender(database, channel)
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
    sender = _sender(database, channel)
    await sender.start()
    await _until(lambda: len(channel.in_air) == 2)
    await sender.stop(0.05)

    assert [(row.state, row.error) for row in rows(database)] == [
        ("retry", "interrupted"),
        ("unknown", "interrupted"),
    ]


async def test_a_database_that_is_away_for_a_while_only_delays(sqlite_database: Database) -> None:
    channel = FakeChannel()
    sender = _sender(sqlite_database, channel)
    async with _running(sender):
        with sqlite_database.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE lane RENAME TO away")
        _post(sqlite_database, "Halo")
        sender.wake([channel.lane()])
        await asyncio.sleep(0.1)
        assert channel.attempts == []
        with sqlite_database.engine.begin() as connection:
            connection.exec_driver_sql("ALTER TABLE away RENAME TO lane")
        await _ended(sqlite_database)

    assert channel.texts() == ["Halo"]


async def test_whoever_wants_to_know_is_told(sqlite_database: Database) -> None:
    told: list[tuple[str, object]] = []
    hooks = Hooks(
        on_sent=lambda channel, seconds: told.append((channel, 0 <= seconds < 5)),
        on_trouble=lambda channel, state: told.append((channel, state)),
    )
    channel = FakeChannel()
    channel.script["Nein"] = [Blocked("")]
    _post(sqlite_database, "Halo", "Nein")
    async with _running(_sender(sqlite_database, channel, hooks=hooks)):
        await _ended(sqlite_database)

    assert told == [("telegram", True), ("telegram", "failed")]


async def test_each_channel_has_its_lane_and_none_waits_for_another(database: Database) -> None:
    stuck, quick = FakeChannel(name="whatsapp"), FakeChannel()
    stuck.gate.clear()
    _post(database, "Halo", lane=stuck.lane(), channel="whatsapp")
    _post(database, "Halo")
    async with _running(_sender(database, stuck, quick)):
        await _until(lambda: states(database) == ["claimed", "sent"])
        stuck.gate.set()
        await _ended(database)


@pytest.mark.parametrize("lanes", [[], ["telegram:1"]])
async def test_a_sender_that_is_not_running_may_be_woken_and_stopped(
    sqlite_database: Database, lanes: list[str]
) -> None:
    sender = _sender(sqlite_database, FakeChannel())
    sender.wake(lanes)
    await sender.stop(0.1)
