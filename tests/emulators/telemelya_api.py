"""telemelya, a Bot API emulator that others wrote, in this process: its routes, with Redis and S3 in memory.

It keeps the address of the webhook only, so the secret given along with it is added here to what it delivers.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import fakeredis
import uvicorn
from fastapi import FastAPI, Request, Response
from telemelya.server.bot_api import router as bot_api
from telemelya.server.control_api import router as control_api
from telemelya.server.media import media_manager
from telemelya.server.state import state_manager

Json = dict[str, Any]

PATIENCE = 15.0  # seconds; reached only by a test that fails


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


class Telemelya:
    """Its control interface, and what it does not do by itself."""

    def __init__(self, url: str, token: str) -> None:
        self.url = url  # for ``telegram.base_url``
        self.webhook = asyncio.Event()
        self._token = token
        self._target, self._secret = "", ""

    def add_to(self, app: FastAPI) -> None:
        """Take the place of its own setWebhook, and stand between it and the webhook."""
        app.post("/bot{token}/setWebhook")(self._set_webhook)
        app.post("/relay")(self._relay)

    async def _set_webhook(self, token: str, request: Request) -> Json:
        asked = await request.json()
        self._target, self._secret = asked["url"], asked.get("secret_token", "")
        await state_manager.set_webhook(token, f"{self.url}/relay")
        self.webhook.set()
        return {"ok": True, "result": True}

    async def _relay(self, request: Request) -> Response:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret}
        async with (
            aiohttp.ClientSession() as session,
            session.post(self._target, json=await request.json(), headers=headers) as answer,
        ):
            return Response(await answer.read(), answer.status)

    async def update(self, chat: int, **content: Any) -> Json:
        """Somebody says, sends or presses something; how the webhook answered."""
        said = {"chat_id": chat, "from_user": {"id": chat, "first_name": "Siti"}, **content}
        delivery: Json = (await self._ask("POST", f"/send_update?bot_token={self._token}", json=said))["delivery"]
        return delivery

    async def responses(self) -> list[Json]:
        """Everything the bot said, in order."""
        found: list[Json] = (await self._ask("GET", "/responses"))["responses"]
        return found

    async def hears(self, chat: int, words: str) -> Json:
        """Wait until the bot has said ``words`` there; the newest message that holds them."""
        async with asyncio.timeout(PATIENCE):
            while True:
                said = [one for one in await self.responses() if one.get("chat_id") == chat]
                for message in reversed(said):
                    if words in (message.get("text") or message.get("caption") or ""):
                        return message
                await asyncio.sleep(0.05)

    async def taps(self, chat: int, message: Json, label: str) -> Json:
        """Press the button of that label."""
        rows = message["reply_markup"]["inline_keyboard"]
        data = next(one["callback_data"] for row in rows for one in row if one["text"] == label)
        return await self.update(chat, callback_data=data, callback_message_id=message["message_id"])

    async def _ask(self, method: str, path: str, **body: Any) -> Json:
        headers = {"Authorization": "Bearer any"}
        async with (
            aiohttp.ClientSession(headers=headers) as session,
            session.request(method, f"{self.url}/api/v1/test{path}", **body) as response,
        ):
            assert response.status == 200, await response.text()
            found: Json = await response.json()
            return found


@asynccontextmanager
async def telemelya(token: str) -> AsyncIterator[Telemelya]:
    """Its routes on a loopback port; its own application would set up logging for everybody."""
    state_manager._redis = fakeredis.FakeAsyncRedis(decode_responses=True)
    media_manager._client = Bucket()
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        emulator = Telemelya(f"http://127.0.0.1:{listener.getsockname()[1]}", token)
        app = FastAPI()
        emulator.add_to(app)
        app.include_router(bot_api)
        app.include_router(control_api)
        server = uvicorn.Server(uvicorn.Config(app, lifespan="off", log_config=None, timeout_graceful_shutdown=1))
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            yield emulator
        finally:
            server.should_exit = True
            await serving
    await state_manager.redis.aclose()
