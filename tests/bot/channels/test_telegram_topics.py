"""Topics are opened, named, closed and written in as the Bot API wants it, and every refusal is understood."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import NoTopics, TopicGone, TopicShut, Unavailable
from bot.channels.telegram import Account, Telegram
from bot.channels.transport import Transport
from handlers.messages import MediaItem, Outgoing
from storage.topics import Step
from tests.emulators.bot_api import BotApi, broken

GROUP = "-1001234567890"


@pytest.fixture(name="api")
async def _api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


@pytest.fixture(name="channel")
async def _channel(api: BotApi, tmp_path: Path) -> AsyncIterator[Telegram]:
    transport = Transport()
    await transport.start()
    yield Telegram(Account(api.token, base_url=api.base_url), transport, stored=lambda ref: tmp_path / ref)
    await transport.stop()


async def step(channel: Telegram, step: Step, thread: str = "", title: str = "Lampu") -> str:
    return await channel.send(channel.topic_request(step, GROUP, thread, title))


async def says(channel: Telegram, thread: str, **more: Any) -> str:
    outgoing = Outgoing(**{"text": "Halo", "thread": thread, **more})
    return await channel.send(channel.render(outgoing, GROUP, outbox_id=1))


async def test_a_topic_is_opened_written_in_named_anew_and_closed(api: BotApi, channel: Telegram) -> None:
    api.forum(int(GROUP), "Dinas")
    thread = await step(channel, Step.OPEN)
    await says(channel, thread)
    await says(channel, thread, text="", media=(MediaItem("photo", "AgAC-1"), MediaItem("photo", "AgAC-2")))
    await step(channel, Step.RENAME, thread, "Jalan " * 40)
    await step(channel, Step.CLOSE, thread)
    await says(channel, thread)
    topic = api.forums.topics(int(GROUP))[int(thread)]

    assert len(topic.names[1]) <= 128
    assert topic.closed
    assert {message["message_thread_id"] for message in api.chats[int(GROUP)]} == {int(thread)}
    await step(channel, Step.REOPEN, thread)
    assert not topic.closed


async def test_what_is_so_already_is_no_fault(api: BotApi, channel: Telegram) -> None:
    api.forum(int(GROUP), "Dinas")
    thread = await step(channel, Step.OPEN)
    await step(channel, Step.RENAME, thread)
    await step(channel, Step.REOPEN, thread)

    assert len(api.called("reopenForumTopic")) == 1


async def test_a_group_that_is_no_forum_has_no_topics(api: BotApi, channel: Telegram) -> None:
    api.group(int(GROUP), "Dinas")
    with pytest.raises(NoTopics):
        await step(channel, Step.OPEN)


@pytest.mark.parametrize("wanted", [Step.OPEN, Step.RENAME, Step.CLOSE])
async def test_without_the_right_to_manage_them_there_are_no_topics(
    api: BotApi, channel: Telegram, wanted: Step
) -> None:
    api.forum(int(GROUP), "Dinas", rights=False)
    with pytest.raises(NoTopics):
        await step(channel, wanted, "12")


async def test_a_deleted_topic_is_gone(api: BotApi, channel: Telegram) -> None:
    api.forum(int(GROUP), "Dinas")
    thread = await step(channel, Step.OPEN)
    api.forums.topics(int(GROUP))[int(thread)].deleted = True
    with pytest.raises(TopicGone):
        await says(channel, thread)
    with pytest.raises(TopicGone):
        await step(channel, Step.RENAME, thread, "Jalan")


async def test_a_closed_topic_is_shut_to_those_who_are_no_administrators(api: BotApi, channel: Telegram) -> None:
    api.forum(int(GROUP), "Dinas")
    thread = await step(channel, Step.OPEN)
    await step(channel, Step.CLOSE, thread)
    api.forums.rights.clear()
    with pytest.raises(TopicShut):
        await says(channel, thread)


@pytest.mark.parametrize(
    ("status", "inside"),
    [("creator", True), ("member", True), ("left", False), ("kicked", False)],
)
async def test_who_is_in_a_group(api: BotApi, channel: Telegram, status: str, inside: bool) -> None:
    api.group(int(GROUP), "Dinas")
    api.person(7001, "Siti")
    api.forums.members[int(GROUP)] = {7001: status}

    assert await channel.is_member(GROUP, "7001") is inside


async def test_who_telegram_does_not_know_may_be_anywhere(api: BotApi, channel: Telegram) -> None:
    api.group(int(GROUP), "Dinas")
    assert await channel.is_member(GROUP, "7002") is None
    assert await channel.is_member("-100999", "7002") is None


async def test_a_provider_in_trouble_is_asked_again(api: BotApi, channel: Telegram) -> None:
    api.group(int(GROUP), "Dinas")
    api.fails("getChatMember", broken())
    with pytest.raises(Unavailable):
        await channel.is_member(GROUP, "7001")
