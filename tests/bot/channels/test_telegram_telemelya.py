"""The Telegram channel against telemelya, a Bot API emulator that others wrote."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.telegram import Account, Telegram
from bot.channels.telegram_parse import answer, parse
from bot.channels.transport import Transport
from handlers.messages import Inbound, MediaItem, Option, Outgoing, Signal
from tests.emulators.telemelya_api import Telemelya, telemelya

SITI = 7001
TOKEN = "123456789:telemelya-takes-any"
JPEG = b"\xff\xd8\xff\xe0 a picture"


@pytest.fixture(name="emulator")
async def _emulator() -> AsyncIterator[Telemelya]:
    async with telemelya(TOKEN) as emulator:
        yield emulator


@pytest.fixture(name="taken")
def _taken() -> list[Inbound]:
    return []


@pytest.fixture(name="channel")
async def _channel(emulator: Telemelya, taken: list[Inbound], tmp_path: Path) -> AsyncIterator[Telegram]:
    async def webhook(request: web.Request) -> web.Response:
        update = await request.json()
        if inbound := parse(update, me="telemelya_bot"):
            taken.append(inbound)
        return web.json_response(answer(update) or {})

    (tmp_path / "photo.jpg").write_bytes(JPEG)
    app = web.Application()
    app.router.add_post("/telegram", webhook)
    transport = Transport()
    async with TestServer(app) as ours:
        url = str(ours.make_url("/telegram"))
        account = Account(TOKEN, base_url=emulator.url, mode="webhook", webhook_url=url, webhook_secret="s3cret")
        channel = Telegram(account, transport, stored=lambda ref: tmp_path / ref.removeprefix("stored:"))
        await channel.start()
        await asyncio.wait_for(channel.introduced.wait(), 10)
        yield channel
        await channel.stop()
        await transport.stop()


async def test_a_conversation_by_webhook(emulator: Telemelya, channel: Telegram, taken: list[Inbound]) -> None:
    await emulator.update(SITI, command="/start")
    question = channel.render(Outgoing("Benar, <b>Siti</b>?", (Option("4:ya", "Ya"),)), "7001", outbox_id=1)
    message_id = await channel.send(question)
    await emulator.update(SITI, callback_data="4:ya", callback_message_id=int(message_id))

    assert channel.username() == "telemelya_bot"
    assert [(inbound.signal, inbound.button, inbound.reply_to) for inbound in taken] == [
        (Signal.START, "", ""),
        (Signal.MESSAGE, "4:ya", message_id),
    ]
    (sent,) = await emulator.responses()
    assert (sent["method"], sent["chat_id"], sent["text"]) == ("sendMessage", 7001, "Benar, <b>Siti</b>?")
    assert sent["reply_markup"] == {"inline_keyboard": [[{"text": "Ya", "callback_data": "4:ya"}]]}


# telemelya leaves the uploaded form's temporary file for the garbage collector to close.
@pytest.mark.filterwarnings("ignore:Exception ignored in.*SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning")
async def test_a_photo_goes_out_and_comes_back(emulator: Telemelya, channel: Telegram) -> None:
    photo = Outgoing("Bukti", media=(MediaItem("photo", "stored:photo.jpg"),))

    await channel.send(channel.render(photo, "7001", outbox_id=1))
    (sent,) = await emulator.responses()
    fetched = [chunk async for chunk in channel.fetch(MediaItem("photo", sent["file_id"]))]

    assert b"".join(fetched) == JPEG
