"""The Telegram channel against telemelya, a Bot API emulator that others wrote."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import fakeredis
import pytest
import uvicorn
from aiohttp import web
from aiohttp.test_utils import TestServer
from fastapi import FastAPI
from telemelya.server.bot_api import router as bot_api
from telemelya.server.control_api import router as control_api
from telemelya.server.media import media_manager
from telemelya.server.state import state_manager

from bot.channels.telegram import Account, Telegram
from bot.channels.telegram_parse import answer, parse
from bot.channels.transport import Transport
from handlers.messages import Inbound, MediaItem, Option, Outgoing, Signal

TOKEN = "123456789:telemelya-takes-any"
JPEG = b"\xff\xd8\xff\xe0 a picture"


class Bucket:
    """As much of an S3 client as telemelya uses for a photo."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}

    async def put_object(self, *, Key: str, Body: bytes, **_: Any) -> None:  # noqa: N803 - named by S3
        self.objects[Key] = Body

    async def get_object(self, *, Key: str, **_: Any) -> dict[str, Any]:  # noqa: N803
        content = self.objects[Key]

        @asynccontextmanager
        async def body() -> AsyncIterator[Any]:
            reader = asyncio.StreamReader()
            reader.feed_data(content)
            reader.feed_eof()
            yield reader

        return {"Body": body()}


@pytest.fixture(name="emulator")
async def _emulator() -> AsyncIterator[str]:
    """Its routes with Redis and MinIO in this process; its own application would set up logging for everybody."""
    state_manager._redis = fakeredis.FakeAsyncRedis(decode_responses=True)
    media_manager._client = Bucket()
    app = FastAPI()
    app.include_router(bot_api)
    app.include_router(control_api)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_config=None, timeout_graceful_shutdown=1))
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        await serving
    await state_manager.redis.aclose()


@pytest.fixture(name="taken")
def _taken() -> list[Inbound]:
    return []


@pytest.fixture(name="channel")
async def _channel(emulator: str, taken: list[Inbound], tmp_path: Path) -> AsyncIterator[Telegram]:
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
        account = Account(TOKEN, base_url=emulator, mode="webhook", webhook_url=url, webhook_secret="s3cret")
        channel = Telegram(account, transport, stored=lambda ref: tmp_path / ref.removeprefix("stored:"))
        await channel.start()
        await asyncio.wait_for(channel.introduced.wait(), 10)
        yield channel
        await channel.stop()
        await transport.stop()


class Control:
    """Its control interface."""

    def __init__(self, emulator: str) -> None:
        self._url = f"{emulator}/api/v1/test"

    async def update(self, **content: Any) -> None:
        await self._ask("POST", f"/send_update?bot_token={TOKEN}", json={"chat_id": 7001, **content})

    async def responses(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = (await self._ask("GET", "/responses"))["responses"]
        return found

    async def _ask(self, method: str, path: str, **body: Any) -> dict[str, Any]:
        headers = {"Authorization": "Bearer any"}
        async with (
            aiohttp.ClientSession(headers=headers) as session,
            session.request(method, self._url + path, **body) as response,
        ):
            assert response.status == 200, await response.text()
            found: dict[str, Any] = await response.json()
            return found


async def test_a_conversation_by_webhook(emulator: str, channel: Telegram, taken: list[Inbound]) -> None:
    control = Control(emulator)

    await control.update(command="/start", from_user={"id": 7001, "first_name": "Siti"})
    question = channel.render(Outgoing("Benar, <b>Siti</b>?", (Option("4:ya", "Ya"),)), "7001", outbox_id=1)
    message_id = await channel.send(question)
    await control.update(callback_data="4:ya", callback_message_id=int(message_id))

    assert channel.username() == "telemelya_bot"
    assert [(inbound.signal, inbound.button, inbound.reply_to) for inbound in taken] == [
        (Signal.START, "", ""),
        (Signal.MESSAGE, "4:ya", message_id),
    ]
    (sent,) = await control.responses()
    assert (sent["method"], sent["chat_id"], sent["text"]) == ("sendMessage", 7001, "Benar, <b>Siti</b>?")
    assert sent["reply_markup"] == {"inline_keyboard": [[{"text": "Ya", "callback_data": "4:ya"}]]}


# telemelya leaves the uploaded form's temporary file for the garbage collector to close.
@pytest.mark.filterwarnings("ignore:Exception ignored in.*SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning")
async def test_a_photo_goes_out_and_comes_back(emulator: str, channel: Telegram) -> None:
    control = Control(emulator)
    photo = Outgoing("Bukti", media=(MediaItem("photo", "stored:photo.jpg"),))

    await channel.send(channel.render(photo, "7001", outbox_id=1))
    (sent,) = await control.responses()
    fetched = [chunk async for chunk in channel.fetch(MediaItem("photo", sent["file_id"]))]

    assert b"".join(fetched) == JPEG
