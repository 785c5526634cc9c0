"""A message finds its topic or the group itself, and a topic is brought into the state it should have."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channels.base import Ambiguous, NoTopics, Throttled, TopicGone, TopicShut
from bot.delivery import Delivery, Loss, Patience, Result
from storage.claims import Claimed
from storage.models import PRIORITIES, Priority
from storage.topics import GONE, View
from tests.bot.topical import TopicalChannel
from tests.fakes import HandClock

OPEN = View(5, 1, "1042-9", "12", "Lampu", closed=False, shown="Lampu", shut=False)
WANTED = replace(OPEN, thread=None, shown="")


def row(clock: HandClock, **changes: object) -> Claimed:
    """A claimed row that belongs in a topic."""
    now, priority = clock.now(), PRIORITIES[Priority.NOTIFICATION]
    found = Claimed(
        1, "telegram:1", "telegram", "-1001", None, priority, {"text": "Halo"}, now, now, 1, 0, None, now, topic_id=5
    )
    return replace(found, **changes)  # type: ignore[arg-type]


async def deliver(channel: TopicalChannel, clock: HandClock, claimed: Claimed, topic: View | None) -> Result:
    async def none_known(_row: Claimed) -> Collection[str]:
        return ()

    async def turn() -> bool:
        return True

    delivery = Delivery(channel, clock.now, Patience(), none_known)
    return await delivery.deliver(claimed, last_inbound=None, turn=turn, topic=topic)


def tends(clock: HandClock, **changes: object) -> Claimed:
    """A row that says nothing."""
    return row(clock, body={"text": "", "tends": True}, **changes)


@pytest.mark.parametrize(
    ("topic", "text", "sent"),
    [
        (OPEN, "Halo", "12: Halo"),
        (replace(OPEN, thread=GONE), "Halo", "<b>1042-9</b>\nHalo"),
        (replace(OPEN, thread=GONE), "Laporan 1042-9 diambil", "Laporan 1042-9 diambil"),
        (WANTED, "Halo", "<b>1042-9</b>\nHalo"),
        (None, "Halo", "Halo"),
    ],
)
async def test_a_message_goes_into_its_topic_or_shows_its_number(
    clock: HandClock, topic: View | None, text: str, sent: str
) -> None:
    channel = TopicalChannel()
    await deliver(channel, clock, row(clock, body={"text": text}), topic)

    assert channel.texts() == [sent]


async def test_every_part_of_a_long_message_goes_into_the_topic(clock: HandClock) -> None:
    channel = TopicalChannel()
    await deliver(channel, clock, row(clock, body={"text": "kata " * 1500}), OPEN)

    assert [text[:8] for text in channel.texts()] == ["12: kata", "12: kata"]


@pytest.mark.parametrize(
    ("topic", "steps"),
    [
        (WANTED, ["open Lampu"]),
        (replace(WANTED, closed=True), ["open Lampu"]),
        (replace(OPEN, title="Jalan"), ["rename 12 Jalan"]),
        (replace(OPEN, title="Jalan", closed=True), ["rename 12 Jalan", "close 12"]),
        (replace(OPEN, shut=True), ["reopen 12"]),
        (OPEN, []),
        (replace(OPEN, thread=GONE, title="Jalan"), []),
    ],
)
async def test_a_topic_is_given_what_it_lacks_and_nothing_else(clock: HandClock, topic: View, steps: list[str]) -> None:
    channel = TopicalChannel()
    result = await deliver(channel, clock, tends(clock), topic)

    assert result.outcome is not None
    assert (result.outcome.state, channel.texts()) == ("sent", steps)
    assert result.topic is not None
    assert result.topic.lacks is None or topic.thread is None


async def test_an_opened_topic_has_the_thread_the_provider_gave_it(clock: HandClock) -> None:
    result = await deliver(TopicalChannel(), clock, tends(clock), WANTED)

    assert result.topic == replace(OPEN, thread="1")


@pytest.mark.parametrize(
    ("error", "lost"), [(TopicGone("gone"), Loss.TOPIC), (NoTopics("no"), Loss.TOPIC), (TopicShut("shut"), None)]
)
async def test_a_message_whose_topic_is_not_there_goes_to_the_group_at_once(
    clock: HandClock, error: Exception, lost: Loss | None
) -> None:
    channel = TopicalChannel()
    channel.script["12: Halo"] = [error]
    result = await deliver(channel, clock, row(clock), OPEN)
    assert result.outcome is not None
    assert (result.outcome.state, result.outcome.due_at, result.lost) == ("retry", clock.now(), lost)
    await deliver(channel, clock, row(clock, error=result.outcome.error), OPEN)

    assert channel.texts() == ["<b>1042-9</b>\nHalo"]


async def test_an_answer_in_a_topic_that_is_no_complaints_goes_to_the_group_when_it_is_gone(clock: HandClock) -> None:
    channel = TopicalChannel()
    channel.script["12: Halo"] = [TopicGone("gone")]
    said = row(clock, body={"text": "Halo", "thread": "12"}, topic_id=None)
    result = await deliver(channel, clock, said, None)
    assert result.outcome is not None
    await deliver(channel, clock, replace(said, error=result.outcome.error), None)

    assert channel.texts() == ["Halo"]


@pytest.mark.parametrize(
    ("error", "lost"), [(TopicGone("gone"), Loss.TOPIC), (NoTopics("no rights"), Loss.TOPICS), (TopicShut("x"), None)]
)
async def test_a_topic_that_cannot_be_tended_is_given_up(clock: HandClock, error: Exception, lost: Loss | None) -> None:
    channel = TopicalChannel()
    channel.script["rename 12 Jalan"] = [error]
    result = await deliver(channel, clock, tends(clock), replace(OPEN, title="Jalan"))

    assert result.outcome is not None
    assert (result.outcome.state, result.lost) == ("failed", lost)


async def test_what_was_done_before_a_pause_is_not_done_again(clock: HandClock) -> None:
    channel = TopicalChannel()
    channel.script["close 12"] = [Throttled(7)]
    result = await deliver(channel, clock, tends(clock), replace(OPEN, title="Jalan", closed=True))

    assert result.outcome is not None
    assert (result.outcome.state, result.pause_until) == ("retry", clock.now() + timedelta(seconds=7))
    assert result.topic == replace(OPEN, title="Jalan", shown="Jalan", closed=True)


async def test_an_opening_nobody_knows_about_is_tried_again(clock: HandClock) -> None:
    channel = TopicalChannel()
    channel.script["open Lampu"] = [Ambiguous("timeout")]
    result = await deliver(channel, clock, tends(clock), WANTED)

    assert result.outcome is not None
    assert (result.outcome.state, result.outcome.error) == ("retry", "ambiguous 1")
    again = await deliver(channel, clock, tends(clock, error="ambiguous 1"), WANTED)
    assert again.topic is not None
    assert again.topic.thread == "1"
