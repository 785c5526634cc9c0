"""Every answer a provider may give leads one message to the right end."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.channels.base import (
    Ambiguous,
    Blocked,
    Moved,
    OutsideWindow,
    Refused,
    Throttled,
    Unavailable,
    Unreachable,
)
from bot.delivery import Delivery, Patience, Result
from handlers.messages import MediaItem, MediaKind, Outgoing
from storage.claims import Claimed
from storage.models import PRIORITIES, OutboxState, Priority
from tests.fakes import AskableChannel, FakeChannel, HandClock, WindowChannel

REPLY, BROADCAST = PRIORITIES[Priority.REPLY], PRIORITIES[Priority.BROADCAST]
DAY = timedelta(days=1)
PATIENCE = Patience()


def _row(now: datetime, text: str = "Halo", **changes: Any) -> Claimed:
    row = Claimed(
        id=1,
        lane="telegram:1",
        channel="telegram",
        address="700",
        citizen_id=None,
        priority=REPLY,
        body={"text": text},
        created_at=now,
        due_at=now,
        attempts=1,
        parts=0,
        error=None,
        lease_until=now + DAY,
    )
    return replace(row, **changes)


async def _deliver(
    channel: FakeChannel, clock: HandClock, row: Claimed, *, wrote: datetime | None = None, turns: bool = True
) -> Result:
    async def none_known(_row: Claimed) -> Collection[str]:
        return ()

    async def turn() -> bool:
        return turns

    delivery = Delivery(channel, clock.now, PATIENCE, none_known)
    return await delivery.deliver(row, last_inbound=wrote, turn=turn)


def _end(result: Result) -> tuple[str, str | None]:
    assert result.outcome is not None
    return result.outcome.state, result.outcome.error


async def test_a_message_that_got_there_is_sent(clock: HandClock) -> None:
    channel = FakeChannel()
    result = await _deliver(channel, clock, _row(clock.now()))

    assert _end(result) == ("sent", None)
    assert result.outcome is not None
    assert result.outcome.provider_ids == ("1",)
    assert [(sent.address, sent.text, sent.outbox_id) for sent in channel.sent] == [("700", "Halo", 1)]


@pytest.mark.parametrize(
    ("error", "expected", "unreachable"),
    [
        (Blocked("bot was blocked"), ("failed", "blocked: bot was blocked"), True),
        (Unreachable("chat not found"), ("failed", "unreachable: chat not found"), True),
        (Refused("bad"), ("failed", "refused: bad"), False),
        (Unavailable("502"), ("retry", "unavailable: 502"), False),
        (Ambiguous("timeout"), ("retry", "ambiguous 1"), False),
        (Throttled(7), ("retry", "throttled: retry after 7 s"), False),
        (ZeroDivisionError("a fault of ours"), ("failed", "fault: ZeroDivisionError"), False),
    ],
    ids=lambda value: type(value).__name__,
)
async def test_each_failure_has_its_end(
    clock: HandClock, error: Exception, expected: tuple[str, str], unreachable: bool
) -> None:
    channel = FakeChannel()
    channel.script["Halo"] = [error]
    result = await _deliver(channel, clock, _row(clock.now()))

    assert _end(result) == expected
    assert result.unreachable is unreachable


async def test_throttling_pauses_the_lane_and_the_message_as_long_as_asked(clock: HandClock) -> None:
    channel = FakeChannel()
    channel.script["Halo"] = [Throttled(7)]
    result = await _deliver(channel, clock, _row(clock.now()))

    assert result.outcome is not None
    assert result.pause_until == result.outcome.due_at == clock.now() + timedelta(seconds=7)


async def test_a_moved_chat_gives_the_message_back_with_the_new_address(clock: HandClock) -> None:
    channel = FakeChannel()
    channel.script["Halo"] = [Moved("-1001")]
    result = await _deliver(channel, clock, _row(clock.now()))

    assert (result.outcome, result.moved_to) == (None, "-1001")


async def test_an_empty_message_is_refused(clock: HandClock) -> None:
    assert _end(await _deliver(FakeChannel(), clock, _row(clock.now(), ""))) == ("failed", "refused: empty message")


@pytest.mark.parametrize(
    ("attempts", "least", "most"), [(1, 1, 2), (2, 2, 4), (3, 4, 8), (9, 256, 512), (10, 300, 600), (90, 300, 600)]
)
async def test_waiting_doubles_with_every_attempt_up_to_ten_minutes(
    clock: HandClock, attempts: int, least: float, most: float
) -> None:
    channel = FakeChannel()
    channel.script["Halo"] = [Unavailable("503")]
    result = await _deliver(channel, clock, _row(clock.now(), attempts=attempts))

    assert result.outcome is not None
    assert result.outcome.due_at is not None
    assert least <= (result.outcome.due_at - clock.now()).total_seconds() <= most


@pytest.mark.parametrize(
    ("attempts", "age", "error", "state"),
    [
        (6, 25, None, "failed"),
        (6, 25, "ambiguous 1", "unknown"),
        (6, 23, None, "retry"),
        (2, 25, None, "retry"),
    ],
)
async def test_what_is_unavailable_for_a_day_is_given_up(
    clock: HandClock, attempts: int, age: int, error: str | None, state: str
) -> None:
    channel = FakeChannel()
    channel.script["Halo"] = [Unavailable("503")]
    row = _row(clock.now() - timedelta(hours=age), attempts=attempts, error=error)

    assert _end(await _deliver(channel, clock, row))[0] == state


@pytest.mark.parametrize(
    ("priority", "before", "expected"),
    [
        (REPLY, None, ("retry", "ambiguous 1")),
        (REPLY, "ambiguous 1", ("retry", "ambiguous 2")),
        (REPLY, "ambiguous 2", ("unknown", "ambiguous 3")),
        (REPLY, "interrupted", ("retry", "ambiguous 1")),
        (BROADCAST, None, ("unknown", "ambiguous 1")),
    ],
)
async def test_what_may_have_arrived_is_repeated_twice_unless_it_is_a_broadcast(
    clock: HandClock, priority: int, before: str | None, expected: tuple[str, str]
) -> None:
    channel = FakeChannel()
    channel.script["Halo"] = [Ambiguous("timeout")]

    assert _end(await _deliver(channel, clock, _row(clock.now(), priority=priority, error=before))) == expected


async def test_doubt_outlasts_an_unavailable_provider(clock: HandClock) -> None:
    channel = FakeChannel()
    channel.script["Halo"] = [Unavailable("503")]

    assert _end(await _deliver(channel, clock, _row(clock.now(), error="ambiguous 2"))) == ("retry", "ambiguous 2")


@pytest.mark.parametrize("priority", [REPLY, BROADCAST])
async def test_a_provider_that_can_be_asked_is_asked_before_anything_is_repeated(
    clock: HandClock, priority: int
) -> None:
    channel = AskableChannel()
    channel.arrived.add("Halo")
    result = await _deliver(channel, clock, _row(clock.now(), priority=priority, error="ambiguous 1"))

    assert _end(result) == ("sent", None)
    assert result.outcome is not None
    assert result.outcome.provider_ids == ("found-Halo",)
    assert channel.attempts == []


@pytest.mark.parametrize(
    ("priority", "doubts", "state", "attempts"),
    [(REPLY, 1, "sent", 1), (REPLY, 3, "unknown", 0), (BROADCAST, 1, "unknown", 0)],
)
async def test_what_did_not_arrive_is_repeated_but_no_broadcast(
    clock: HandClock, priority: int, doubts: int, state: str, attempts: int
) -> None:
    channel = AskableChannel()
    row = _row(clock.now(), priority=priority, error=f"ambiguous {doubts}")

    assert _end(await _deliver(channel, clock, row))[0] == state
    assert (len(channel.asked), len(channel.attempts)) == (1, attempts)


async def test_a_doubtful_broadcast_is_asked_about_later_where_that_is_possible(clock: HandClock) -> None:
    channel = AskableChannel()
    channel.script["Halo"] = [Ambiguous("timeout")]

    assert _end(await _deliver(channel, clock, _row(clock.now(), priority=BROADCAST))) == ("retry", "ambiguous 1")


async def test_a_doubtful_broadcast_is_not_sent_where_nobody_can_be_asked(clock: HandClock) -> None:
    channel = FakeChannel()
    row = _row(clock.now(), priority=BROADCAST, error="interrupted")

    assert _end(await _deliver(channel, clock, row)) == ("unknown", "interrupted")
    assert channel.attempts == []


LONG = Outgoing("x " * 3000, media=(MediaItem(MediaKind.PHOTO, "photo"),))


async def test_a_long_message_goes_out_in_parts(clock: HandClock) -> None:
    channel = FakeChannel()
    result = await _deliver(channel, clock, _row(clock.now(), body=LONG.to_json()))

    assert result.outcome is not None
    assert result.outcome.provider_ids == ("1", "2", "3")
    assert channel.texts()[-1] == "photo"


async def test_parts_that_got_there_are_not_sent_again(clock: HandClock) -> None:
    channel = FakeChannel()
    channel.script["photo"] = [Unavailable("503"), None]
    row = _row(clock.now(), body=LONG.to_json())
    first = await _deliver(channel, clock, row)
    assert first.outcome is not None
    assert (first.outcome.state, first.outcome.provider_ids) == (OutboxState.RETRY, ("1", "2"))

    second = await _deliver(channel, clock, replace(row, parts=2))

    assert _end(second) == ("sent", None)
    assert channel.attempts.count("photo") == 2
    assert len(channel.sent) == 3


async def test_parts_wait_their_turn_and_go_on_another_time_if_there_is_none(clock: HandClock) -> None:
    channel = FakeChannel()
    result = await _deliver(channel, clock, _row(clock.now(), body=LONG.to_json()), turns=False)

    assert _end(result) == ("retry", "stopped")
    assert len(channel.sent) == 1


@pytest.mark.parametrize("ago", [timedelta(hours=23, minutes=59), timedelta(0)], ids=str)
async def test_free_text_goes_out_within_the_window(clock: HandClock, ago: timedelta) -> None:
    channel = WindowChannel()

    assert _end(await _deliver(channel, clock, _row(clock.now()), wrote=clock.now() - ago)) == ("sent", None)


@pytest.mark.parametrize("ago", [DAY, None], ids=str)
async def test_outside_the_window_a_message_is_withheld(clock: HandClock, ago: timedelta | None) -> None:
    channel = WindowChannel()
    wrote = clock.now() - ago if ago else None
    result = await _deliver(channel, clock, _row(clock.now()), wrote=wrote)

    assert (result.outcome, result.withheld_since) == (None, clock.now() - DAY)
    assert channel.attempts == []


async def test_outside_the_window_its_template_goes_out_if_it_has_one(clock: HandClock) -> None:
    channel = WindowChannel()
    body = Outgoing("Laporan Anda selesai", template="closed").to_json()

    assert _end(await _deliver(channel, clock, _row(clock.now(), body=body))) == ("sent", None)
    assert channel.texts() == ["[closed]"]


async def test_outside_a_window_the_provider_alone_knows_of_a_message_is_withheld_too(clock: HandClock) -> None:
    channel = WindowChannel()
    channel.script["Halo"] = [OutsideWindow("63016")]
    result = await _deliver(channel, clock, _row(clock.now()), wrote=clock.now())

    assert (result.outcome, result.withheld_since) == (None, clock.now())


@pytest.mark.parametrize(("priority", "state"), [(REPLY, "retry"), (BROADCAST, "unknown")])
async def test_a_send_that_is_broken_off_is_in_doubt(clock: HandClock, priority: int, state: str) -> None:
    channel = FakeChannel()
    channel.gate.clear()
    task = asyncio.create_task(_deliver(channel, clock, _row(clock.now(), priority=priority)))
    await channel.flying.wait()
    task.cancel()

    assert _end(await task) == (state, "interrupted")
