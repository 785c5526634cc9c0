"""Updates by long polling and by webhook, against a Bot API server on loopback."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from structlog.testing import capture_logs

from bot.channels.telegram import Account, Telegram
from bot.channels.telegram_parse import answer, parse
from bot.channels.telegram_poll import Deliver
from bot.channels.transport import Transport
from handlers.messages import Inbound, Option, Outgoing
from tests.emulators import bot_api
from tests.emulators.bot_api import BotApi


class Intake:
    """Commits what it is given; raises the errors it was told to, first."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.taken: list[Inbound] = []
        self.tries: list[str] = []
        self._changed = asyncio.Condition()

    async def submit(self, inbound: Inbound) -> None:
        self.tries.append(inbound.text)
        await asyncio.sleep(0)
        if self.errors:
            raise self.errors.pop(0)
        self.taken.append(inbound)
        async with self._changed:
            self._changed.notify_all()

    async def has(self, count: int) -> list[Inbound]:
        async with asyncio.timeout(5), self._changed:
            while len(self.taken) < count:
                await self._changed.wait()
        return self.taken


@pytest.fixture(name="api")
async def _api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


@pytest.fixture(name="channel")
async def _channel(api: BotApi) -> AsyncIterator[Telegram]:
    transport = Transport()
    await transport.start()
    yield make(api, transport)
    await transport.stop()


def make(api: BotApi, transport: Transport, **settings: Any) -> Telegram:
    account = Account(api.token, base_url=api.base_url, first_pause=0.01, **settings)
    return Telegram(account, transport, stored=Path)


@asynccontextmanager
async def polling(channel: Telegram, deliver: Deliver) -> AsyncIterator[None]:
    task = asyncio.create_task(channel.poll(deliver))
    yield
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


# --- polling


async def test_what_people_say_is_delivered(api: BotApi, channel: Telegram) -> None:
    siti, intake = api.person(7001, "Siti"), Intake()

    async with polling(channel, intake.submit):
        siti.says("Jalan rusak")
        siti.sends_location(-0.46, 100.40)
        taken = await intake.has(2)

    assert [(inbound.text, inbound.address) for inbound in taken] == [("Jalan rusak", "7001"), ("", "7001")]
    assert taken[1].pin is not None


async def test_an_update_is_confirmed_only_after_it_was_committed(api: BotApi, channel: Telegram) -> None:
    siti, intake = api.person(7001, "Siti"), Intake()
    first = siti.says("satu")["update_id"]

    async with polling(channel, intake.submit):
        await intake.has(1)
        siti.says("dua")
        await intake.has(2)

    offsets = [call.get("offset") for call in api.called("getUpdates")]
    assert offsets[:2] == [None, first + 1]


async def test_what_could_not_be_committed_comes_again(api: BotApi, channel: Telegram) -> None:
    siti, intake = api.person(7001, "Siti"), Intake(RuntimeError("the database is away"))
    siti.says("satu")
    siti.says("dua")

    async with polling(channel, intake.submit):
        taken = await intake.has(2)

    assert intake.tries == ["satu", "satu", "dua"]
    assert [inbound.text for inbound in taken] == ["satu", "dua"]


async def test_messages_of_one_chat_stay_in_order_and_others_do_not_wait(api: BotApi, channel: Telegram) -> None:
    siti, budi = api.person(7001, "Siti"), api.person(8001, "Budi")
    released, intake = asyncio.Event(), Intake()

    async def deliver(inbound: Inbound) -> None:
        if inbound.text == "satu":
            await released.wait()
        await intake.submit(inbound)

    siti.says("satu")
    siti.says("dua")
    budi.says("tiga")
    async with polling(channel, deliver):
        assert [inbound.text for inbound in await intake.has(1)] == ["tiga"]
        released.set()
        assert [inbound.text for inbound in await intake.has(3)] == ["tiga", "satu", "dua"]


async def test_a_pressed_button_is_acknowledged(api: BotApi, channel: Telegram) -> None:
    siti, intake = api.person(7001, "Siti"), Intake()
    await channel.send(channel.render(Outgoing("Benar?", (Option("4:ya", "Ya"),)), "7001", outbox_id=1))

    async with polling(channel, intake.submit):
        query = siti.taps("Ya")["callback_query"]
        (inbound,) = await intake.has(1)
        siti.says("selesai")
        await intake.has(2)

    assert inbound.button == "4:ya"
    assert api.called("answerCallbackQuery") == [{"callback_query_id": query["id"]}]


async def test_a_button_that_is_too_old_to_acknowledge_is_delivered_all_the_same(
    api: BotApi, channel: Telegram
) -> None:
    siti, intake = api.person(7001, "Siti"), Intake()
    await channel.send(channel.render(Outgoing("Benar?", (Option("4:ya", "Ya"),)), "7001", outbox_id=1))
    api.fails("answerCallbackQuery", bot_api.Fault(400, "Bad Request: query is too old"))

    async with polling(channel, intake.submit):
        siti.taps("Ya")
        assert (await intake.has(1))[0].button == "4:ya"


async def test_polling_goes_on_after_trouble_and_says_so_once(api: BotApi, channel: Telegram) -> None:
    siti, intake = api.person(7001, "Siti"), Intake()
    api.fails("deleteWebhook", bot_api.dropped())
    api.fails("getUpdates", bot_api.broken(), bot_api.throttled(0), bot_api.dropped(), bot_api.broken(502, page=True))
    siti.says("Halo")

    with capture_logs() as logs:
        async with polling(channel, intake.submit):
            await intake.has(1)
            siti.says("lagi")
            await intake.has(2)

    events = [entry["event"] for entry in logs]
    assert events == ["telegram: polling is held up", "telegram: polling goes on"] * 2
    assert "TEST-token" not in str(logs)


async def test_a_second_poller_is_named_in_the_log(api: BotApi, channel: Telegram) -> None:
    intake = Intake()
    api.fails("getUpdates", bot_api.Fault(409, "Conflict: terminated by other getUpdates request"))
    api.person(7001, "Siti").says("Halo")

    with capture_logs() as logs:
        async with polling(channel, intake.submit):
            await intake.has(1)

    assert logs[0]["reason"] == "SomebodyElsePolls: Conflict: terminated by other getUpdates request"


async def test_an_earlier_webhook_is_taken_away(api: BotApi, channel: Telegram) -> None:
    api.webhook.set("http://127.0.0.1:1/telegram", "s", ())
    siti, intake = api.person(7001, "Siti"), Intake()

    async with polling(channel, intake.submit):
        await api.is_called("getUpdates")
        siti.says("Halo")
        await intake.has(1)

    assert api.webhook.url == ""


# --- webhook


Handler = Callable[[web.Request], Awaitable[web.Response]]


@asynccontextmanager
async def listening(api: BotApi, handle: Handler) -> AsyncIterator[None]:
    """A web server with ``handle`` behind it, made known to Telegram the way the channel does it."""
    app = web.Application()
    app.router.add_post("/telegram", handle)
    server = TestServer(app)
    await server.start_server()
    transport = Transport()
    channel = make(
        api, transport, mode="webhook", webhook_url=str(server.make_url("/telegram")), webhook_secret="s3cret"
    )
    await channel.start()
    await channel.introduced.wait()
    yield
    await channel.stop()
    await transport.stop()
    await server.close()


def taking(intake: Intake) -> Handler:
    async def handle(request: web.Request) -> web.Response:
        assert request.headers["X-Telegram-Bot-Api-Secret-Token"] == "s3cret"
        update = await request.json()
        inbound = parse(update, me="udajang_bot")
        if inbound is not None:
            try:
                await intake.submit(inbound)
            except RuntimeError:
                return web.Response(status=503, headers={"Retry-After": "1"})
        call = answer(update)
        return web.json_response(call) if call else web.Response()

    return handle


async def test_updates_come_by_webhook_those_of_before_included(api: BotApi) -> None:
    siti, intake = api.person(7001, "Siti"), Intake()
    siti.says("sebelum")

    async with listening(api, taking(intake)):
        siti.says("sesudah")
        taken = await intake.has(2)

    assert [inbound.text for inbound in taken] == ["sebelum", "sesudah"]


async def test_a_refused_update_comes_again_before_the_next_of_its_chat(api: BotApi) -> None:
    siti, intake = api.person(7001, "Siti"), Intake(RuntimeError(), RuntimeError())

    async with listening(api, taking(intake)):
        siti.says("satu")
        siti.says("dua")
        await intake.has(2)
        await api.webhook.idle()

    assert intake.tries == ["satu", "satu", "satu", "dua"]
    assert [delivery.status for delivery in api.webhook.tries] == [503, 503, 200, 200]


async def test_the_webhooks_answer_acknowledges_a_pressed_button(api: BotApi) -> None:
    siti, intake = api.person(7001, "Siti"), Intake()
    transport = Transport()
    await transport.start()
    sender = make(api, transport)
    await sender.send(sender.render(Outgoing("Benar?", (Option("4:ya", "Ya"),)), "7001", outbox_id=1))

    async with listening(api, taking(intake)):
        query = siti.taps("Ya")["callback_query"]
        await intake.has(1)
        await api.webhook.idle()

    await transport.stop()
    assert api.called("answerCallbackQuery") == [{"callback_query_id": query["id"]}]
