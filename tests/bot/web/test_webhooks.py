"""A webhook is proved, committed and only then acknowledged; what cannot be read is acknowledged and logged."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import httpx
import orjson
import pytest

from bot.channels import whatsapp_signature
from bot.channels.telegram_inline import Query
from bot.channels.whatsapp_status import StatusUpdate
from bot.web.app import create_app
from bot.web.parts import TelegramHook, WhatsAppHook
from handlers.info.inline import Offer, Suggestion
from handlers.texts import Html
from tests.bot.web.conftest import Town, client_of
from tests.emulators import bot_api_rules
from tests.payloads import telegram, whatsapp

SECRET = "a_secret-for-Telegram"
TOKEN, NEXT_TOKEN = "1" * 32, "2" * 32
PUBLIC = "https://lapor.kota.test"
HEADERS = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
Form = list[tuple[str, str]]


@pytest.fixture
def settled() -> list[StatusUpdate]:
    """What became of our messages."""
    return []


@pytest.fixture
async def client(town: Town, settled: list[StatusUpdate]) -> AsyncIterator[httpx.AsyncClient]:
    parts = replace(
        town.parts,
        public_url=PUBLIC,
        telegram=TelegramHook(SECRET, lambda: "udajang_bot"),
        whatsapp=WhatsAppHook(whatsapp.ACCOUNT, (TOKEN, NEXT_TOKEN), settled.append),
    )
    async with client_of(create_app(parts)) as made:
        yield made


async def post(client: httpx.AsyncClient, form: Form, path: str = "/whatsapp", token: str = TOKEN) -> httpx.Response:
    """What Twilio sends, signed as it signs."""
    headers = {
        whatsapp_signature.HEADER: whatsapp_signature.signature(token, PUBLIC + path, form),
        "Content-Type": "application/x-www-form-urlencoded",
    }
    return await client.post(path, content=urlencode(form), headers=headers)


async def test_an_update_is_acknowledged_after_the_commit(client: httpx.AsyncClient, town: Town) -> None:
    answer = await client.post("/telegram", json=telegram.text(), headers=HEADERS)

    assert (200, b"") == (answer.status_code, answer.content)
    assert ["Jalan di depan pasar rusak 😀"] == [inbound.text for inbound in town.echo.heard]


@pytest.mark.parametrize(
    "headers", [{}, {"X-Telegram-Bot-Api-Secret-Token": "wrong"}, {b"x-telegram-bot-api-secret-token": b"\xff"}]
)
async def test_without_the_secret_nothing_is_even_read(
    client: httpx.AsyncClient, town: Town, headers: dict[str, str]
) -> None:
    answer = await client.post("/telegram", json=telegram.text(), headers=headers)

    assert (403, b"") == (answer.status_code, answer.content)
    assert not town.echo.heard


async def test_an_empty_secret_opens_nothing(town: Town) -> None:
    async with client_of(create_app(replace(town.parts, telegram=TelegramHook("")))) as client:
        answer = await client.post("/telegram", json=telegram.text(), headers={"X-Telegram-Bot-Api-Secret-Token": ""})

    assert 403 == answer.status_code


async def test_a_pressed_button_stops_spinning_by_the_answer(client: httpx.AsyncClient, town: Town) -> None:
    update = {
        "update_id": 5,
        "callback_query": {
            "id": "4382bfdwdsb323b2d9",
            "from": telegram.CITIZEN,
            "chat_instance": "1",
            "data": "v7:c2",
            "message": telegram.message(text="Ini tentang apa?")["message"],
        },
    }

    answers = [await client.post("/telegram", json=update, headers=HEADERS) for _ in range(2)]

    assert "v7:c2" == town.echo.heard[0].button
    call = {"method": "answerCallbackQuery", "callback_query_id": "4382bfdwdsb323b2d9"}
    assert [call, call] == [answer.json() for answer in answers]


@pytest.mark.parametrize(
    "body",
    [b"{", b"", b"[]", b"null", b'"x"', b"\xff\xfe", b'{"update_id": 1}', b'{"update_id": 1, "message": {"chat": 3}}'],
    ids=repr,
)
async def test_what_is_no_update_is_not_asked_for_again(client: httpx.AsyncClient, town: Town, body: bytes) -> None:
    answer = await client.post("/telegram", content=body, headers=HEADERS)

    assert 200 == answer.status_code
    assert not town.echo.heard


async def test_a_busy_intake_lets_the_provider_come_again(client: httpx.AsyncClient, town: Town) -> None:
    town.echo.busy = 2

    answers = [
        await client.post("/telegram", json=telegram.text(), headers=HEADERS),
        await post(client, whatsapp.text_message()),
    ]

    assert [(503, "1")] * 2 == [(answer.status_code, answer.headers["retry-after"]) for answer in answers]


async def test_a_huge_update_is_refused(client: httpx.AsyncClient, town: Town) -> None:
    body = orjson.dumps(telegram.message(text="x" * 2**20))

    async def in_pieces() -> AsyncIterator[bytes]:
        yield body[:1000]
        yield body[1000:]

    declared = await client.post("/telegram", content=body, headers=HEADERS)
    undeclared = await client.post("/telegram", content=in_pieces(), headers=HEADERS)

    assert (413, 413) == (declared.status_code, undeclared.status_code)
    assert not town.echo.heard


@pytest.mark.parametrize(
    "form",
    [whatsapp.text_message(), whatsapp.blank_message(), whatsapp.hidden_number_message()],
    ids=["text", "blank", "hidden"],
)
@pytest.mark.parametrize("token", [TOKEN, NEXT_TOKEN])
async def test_a_signed_whatsapp_message_is_taken(
    client: httpx.AsyncClient, town: Town, form: Form, token: str
) -> None:
    answer = await post(client, form, token=token)

    assert (200, "<Response/>") == (answer.status_code, answer.text)
    assert answer.headers["content-type"].startswith("text/xml")
    assert [dict(form)["MessageSid"]] == [inbound.external_id for inbound in town.echo.heard]


async def test_the_query_of_the_address_is_signed_too(client: httpx.AsyncClient, town: Town) -> None:
    assert 200 == (await post(client, whatsapp.text_message(), "/whatsapp?from=twilio&x=a%20b")).status_code
    assert 1 == len(town.echo.heard)


async def test_an_unsigned_or_changed_message_is_forbidden(client: httpx.AsyncClient, town: Town) -> None:
    form = whatsapp.text_message()
    headers = {whatsapp_signature.HEADER: whatsapp_signature.signature(TOKEN, f"{PUBLIC}/whatsapp", form)}
    changed = [(name, "Rp 5.000.000" if name == "Body" else value) for name, value in form]

    answers = [
        await client.post("/whatsapp", content=urlencode(form)),
        await client.post("/whatsapp", content=urlencode(changed), headers=headers),
        await post(client, form, token="3" * 32),
        await client.post("/whatsapp", content=b"\xff=1", headers=headers),
        await client.post("/whatsapp", content=b"a=1&" * 600, headers=headers),
    ]

    assert [(403, b"")] * 5 == [(answer.status_code, answer.content) for answer in answers]
    assert not town.echo.heard


async def test_a_message_for_another_account_is_forbidden(client: httpx.AsyncClient) -> None:
    form = [(name, "AC" + "f" * 32 if name == "AccountSid" else value) for name, value in whatsapp.text_message()]

    assert 403 == (await post(client, form)).status_code


async def test_a_form_that_is_no_message_is_acknowledged(client: httpx.AsyncClient, town: Town) -> None:
    answer = await post(client, [("AccountSid", whatsapp.ACCOUNT), ("EventType", "x")])

    assert (200, "<Response/>") == (answer.status_code, answer.text)
    assert not town.echo.heard


async def test_a_status_is_settled_with_the_outbox_row_of_its_address(
    client: httpx.AsyncClient, settled: list[StatusUpdate]
) -> None:
    form = [("AccountSid", whatsapp.ACCOUNT), ("MessageSid", "SM1"), ("MessageStatus", "delivered")]

    answer = await post(client, form, "/whatsapp/status?o=123")

    assert (200, "<Response/>") == (answer.status_code, answer.text)
    assert [StatusUpdate(123, "SM1", "delivered")] == settled


async def test_a_status_that_says_nothing_is_acknowledged(
    client: httpx.AsyncClient, settled: list[StatusUpdate]
) -> None:
    answer = await post(client, [("AccountSid", whatsapp.ACCOUNT)], "/whatsapp/status")

    assert 200 == answer.status_code
    assert not settled


async def test_an_unsigned_status_is_forbidden(client: httpx.AsyncClient, settled: list[StatusUpdate]) -> None:
    answer = await client.post("/whatsapp/status?o=1", content=b"MessageSid=SM1&MessageStatus=failed")

    assert 403 == answer.status_code
    assert not settled


async def test_a_provider_that_is_off_has_no_webhook(town: Town) -> None:
    async with client_of(town.app()) as client:
        answers = [await client.post(path) for path in ("/telegram", "/whatsapp", "/whatsapp/status")]

    assert [404, 404, 404] == [answer.status_code for answer in answers]


async def test_an_inline_query_is_answered_at_once_and_is_no_message(town: Town) -> None:
    async def answer(update: dict[str, Any]) -> tuple[Query, Offer] | None:
        words = update["inline_query"]["query"]
        found = Offer((Suggestion("ktp", "KTP", "", Html("Isi"), "jawab_ktp"),), "Tanya", "Buka")
        return (Query("42", "7001", words), found) if words else None

    hook = TelegramHook(SECRET, lambda: "udajang_bot", answer)
    async with client_of(create_app(replace(town.parts, telegram=hook))) as client:
        query = {"id": "42", "from": telegram.CITIZEN, "query": "ktp", "offset": ""}
        call = (await client.post("/telegram", json={"update_id": 1, "inline_query": query}, headers=HEADERS)).json()
        query |= {"query": ""}
        nothing = await client.post("/telegram", json={"update_id": 2, "inline_query": query}, headers=HEADERS)

    method = call.pop("method")
    assert list(bot_api_rules.faults(bot_api_rules.Call(method, call))) == []
    assert (method, call["inline_query_id"]) == ("answerInlineQuery", "42")
    assert (200, b"") == (nothing.status_code, nothing.content)
    assert not town.echo.heard
