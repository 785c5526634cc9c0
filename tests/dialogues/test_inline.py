"""Whoever types the bot's name and a question in any chat is offered answers; nothing is kept of it."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import SQLModel, func, select

from bot.channels import telegram_inline
from bot.channels.telegram import Account, Telegram
from bot.channels.transport import Transport
from bot.inline import BURST, Inline
from handlers.info import inline
from handlers.info.inline import EMERGENCY, Offer, Suggestion
from handlers.messages import Inbound
from handlers.texts import Html
from storage.models import Answer, Citizen, Inbox, Outbox
from tests.city import TEXTS, City
from tests.conftest import NOW
from tests.emulators import bot_api, bot_api_rules
from tests.emulators.bot_api import BotApi

Json = dict[str, Any]


def offered(city: City, words: str) -> Offer:
    return inline.offer(city.snapshot, TEXTS, words, NOW)


def keys(offer: Offer) -> list[str]:
    return [each.key for each in offer.suggestions]


def test_a_question_is_answered_with_its_source_and_a_way_to_the_bot(city: City) -> None:
    first = offered(city, "ktp hilang gimana").suggestions[0]

    assert (first.key, first.payload) == ("ktp_hilang", "jawab_ktp_hilang")
    assert "<b>" in first.text
    assert "Sumber:" in first.text
    assert "Kota Padang Panjang" in first.text
    assert "<" not in first.line


def test_the_answer_is_in_the_language_of_the_question_whoever_asks(city: City) -> None:
    """Telegram keeps the list and shows it to everybody who types the same."""
    assert "From the services of" in offered(city, "what do I need when my ID card is lost?").suggestions[0].text


@pytest.mark.parametrize("words", ["", "   ", "resep rendang padang"])
def test_what_nobody_can_answer_gets_only_the_way_to_the_bot(city: City, words: str) -> None:
    offer = offered(city, words)

    assert offer.suggestions == ()
    assert "bot" in offer.ask


def test_in_an_emergency_the_numbers_come_first(city: City) -> None:
    offer = offered(city, "rumah kebakaran tolong")

    assert keys(offer)[0] == EMERGENCY
    assert "<b>112</b>" in offer.suggestions[0].text


def test_no_more_is_offered_than_people_read(city: City) -> None:
    assert 1 < len(offered(city, "syarat surat").suggestions) <= inline.MOST


def test_an_answer_past_its_last_day_says_so(city: City) -> None:
    with city.database.write() as session:
        for row in session.exec(select(Answer).where(Answer.key == "ktp_hilang")):
            row.valid_until = dt.date(2026, 11, 1)
    city.follow()

    assert "⚠️" in offered(city, "ktp hilang").suggestions[0].text


def test_an_answer_too_long_for_one_message_is_cut_between_its_lines() -> None:
    offer = Offer((Suggestion("k" * 80, "Judul", "", Html("<b>baris</b> satu\n" * 400)),), "Tanya", "Buka")
    query = telegram_inline.Query("1", "7001", "x")
    call = telegram_inline.call(query, offer, username="udajang_bot")
    parameters = {name: value for name, value in call.items() if name != "method"}

    assert list(bot_api_rules.faults(bot_api_rules.Call("answerInlineQuery", parameters))) == []
    assert "reply_markup" not in call["results"][0]


# --- against Telegram


@pytest.fixture(name="api")
async def _api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


@pytest.fixture
def answer(city: City) -> Callable[[Json], Awaitable[Any]]:
    """The city, asked inline."""
    return Inline(lambda: city.snapshot, TEXTS, city.clock.now).answer


@pytest.fixture(name="polled")
async def _polled(api: BotApi, answer: Callable[[Json], Awaitable[Any]]) -> AsyncIterator[asyncio.Queue[Inbound]]:
    """A bot that polls; the messages it took."""
    taken = asyncio.Queue[Inbound]()

    transport = Transport()
    await transport.start()
    channel = Telegram(Account(api.token, base_url=api.base_url, first_pause=0.01), transport, stored=Path)
    await channel.start()
    await channel.introduced.wait()
    task = asyncio.create_task(channel.poll(taken.put, answer))
    yield taken
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await channel.stop()
    await transport.stop()


async def test_polling_answers_an_inline_query_and_keeps_nothing(
    city: City, api: BotApi, polled: asyncio.Queue[Inbound]
) -> None:
    query = api.person(7001, "Siti").types("ktp hilang")["inline_query"]
    await api.is_called("answerInlineQuery")
    (call,) = api.called("answerInlineQuery")

    assert bot_api_rules.is_a(query, "InlineQuery")
    assert (call["inline_query_id"], call["cache_time"], call["is_personal"]) == (query["id"], 300, False)
    assert call["results"][0]["title"] == "KTP-el hilang"
    assert call["results"][0]["reply_markup"]["inline_keyboard"][0][0]["url"] == (
        "https://t.me/udajang_bot?start=jawab_ktp_hilang"
    )
    assert polled.empty()
    with city.database.read() as session:
        for table in (Inbox, Outbox, Citizen):
            assert session.exec(select(func.count()).select_from(_table(table))).one() == 0


def _table(model: type[SQLModel]) -> Any:
    return SQLModel.metadata.tables[str(model.__tablename__)]


async def test_messages_are_taken_beside_queries_that_fail(api: BotApi, polled: asyncio.Queue[Inbound]) -> None:
    siti = api.person(7001, "Siti")
    api.fails("answerInlineQuery", bot_api.Fault(400, "Bad Request: query is too old and response timeout expired"))
    siti.types("ktp hilang")
    siti.says("Halo")

    assert (await asyncio.wait_for(polled.get(), timeout=10)).text == "Halo"


async def test_whoever_types_too_fast_is_let_go_and_nobody_else(
    city: City, answer: Callable[[Json], Awaitable[Any]]
) -> None:
    def typed(person: int) -> Json:
        return {"update_id": 1, "inline_query": {"id": "1", "from": {"id": person}, "query": "", "offset": ""}}

    answered = [await answer(typed(7001)) for _ in range(BURST + 1)]

    assert [each is None for each in answered] == [False] * BURST + [True]
    assert await answer(typed(7002)) is not None
    city.clock.forward(seconds=1)
    assert await answer(typed(7001)) is not None


@pytest.mark.parametrize("query", [None, {}, {"id": "1", "from": {"id": "x"}, "query": ""}, {"id": "1", "query": "a"}])
async def test_what_is_no_query_is_let_go(answer: Callable[[Json], Awaitable[Any]], query: object) -> None:
    assert await answer({"update_id": 1, "inline_query": query}) is None


async def test_a_fault_of_ours_is_let_go(city: City) -> None:
    """A failed update would come back for a day, and the person has typed on long ago."""
    broken = replace(city.snapshot, library=None)  # type: ignore[arg-type]
    answer = Inline(lambda: broken, TEXTS, city.clock.now).answer
    query = {"id": "1", "from": {"id": 7001}, "query": "ktp", "offset": ""}

    assert await answer({"update_id": 1, "inline_query": query}) is None
