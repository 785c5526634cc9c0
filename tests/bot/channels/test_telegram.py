"""Sending, fetching and introducing ourselves, against a Bot API server on loopback."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.channels.base import (
    Ambiguous,
    Blocked,
    Moved,
    Refused,
    Request,
    SendError,
    Throttled,
    Unavailable,
    Unreachable,
)
from bot.channels.telegram import Account, Menu, Profile, Telegram
from bot.channels.transport import Patience, Transport
from bot.media import Media
from handlers.messages import MediaItem, Option, Outgoing
from tests.emulators import bot_api
from tests.emulators.bot_api import BotApi

JPEG = b"\xff\xd8\xff\xe0 a picture"
STORED = "stored:2026/11/" + "a" * 32 + ".jpg"
STORED_TOO = "stored:2026/11/" + "b" * 32 + ".jpg"
SITI = "7001"
IMPATIENT = Patience(read=0.2)  # for answers that never come


@pytest.fixture(name="api")
async def _api() -> AsyncIterator[BotApi]:
    async with BotApi() as api:
        yield api


@pytest.fixture(name="transport")
async def _transport() -> AsyncIterator[Transport]:
    transport = Transport()
    await transport.start()
    yield transport
    await transport.stop()


@pytest.fixture(name="media")
def _media(tmp_path: Path) -> Media:
    for ref in (STORED, STORED_TOO):
        path = tmp_path / ref.removeprefix("stored:")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(JPEG)
    return Media(tmp_path, secret_key="k", types=["image/jpeg"], max_bytes=1000)


@pytest.fixture(name="channel")
def _channel(api: BotApi, transport: Transport, media: Media) -> Telegram:
    return make(api, transport, media)


def make(api: BotApi, transport: Transport, media: Media, **settings: Any) -> Telegram:
    account = Account(api.token, **{"base_url": api.base_url, **settings})
    return Telegram(account, transport, stored=media.path)


def said(channel: Telegram, text: str = "Halo", address: str = SITI, **more: Any) -> Request:
    return channel.render(Outgoing(text, **more), address, outbox_id=1)


# --- sending


async def test_a_message_arrives_with_its_buttons_and_has_an_id(api: BotApi, channel: Telegram) -> None:
    siti = api.person(7001, "Siti")

    sent = await channel.send(said(channel, "Benar, <b>Siti</b>?", options=(Option("4:ya", "Ya"),)))

    heard = await siti.hears("Benar, Siti?")
    assert sent == str(heard["message_id"])
    assert siti.taps("Ya")["callback_query"]["data"] == "4:ya"


async def test_the_lane_is_named_after_the_bots_id_and_nothing_secret(channel: Telegram) -> None:
    assert channel.lane() == "telegram:123456"


async def test_faulty_formatting_is_sent_once_more_as_plain_text(api: BotApi, channel: Telegram) -> None:
    siti = api.person(7001, "Siti")

    await channel.send(said(channel, "Jalan <b>rusak &amp; gelap"))

    assert (await siti.hears("Jalan"))["text"] == "Jalan rusak & gelap"
    assert len(api.called("sendMessage")) == 2
    api.violations.clear()


async def test_stored_files_are_uploaded(api: BotApi, channel: Telegram) -> None:
    siti = api.person(7001, "Siti")

    await channel.send(said(channel, "Bukti", media=(MediaItem("photo", STORED),)))

    await siti.hears("Bukti")
    assert api.calls[-1].files == {"photo": JPEG}


async def test_an_album_of_stored_and_known_files_goes_out_in_one_call(api: BotApi, channel: Telegram) -> None:
    api.person(7001, "Siti")
    media = (MediaItem("photo", STORED), MediaItem("photo", "AgACknown"), MediaItem("photo", STORED_TOO))

    sent = await channel.send(said(channel, "", media=media))

    assert sent == "1"
    assert list(api.calls[-1].files.values()) == [JPEG, JPEG]
    assert len(api.chats[7001]) == 3


async def test_a_stored_file_that_is_gone_is_refused_for_good(api: BotApi, channel: Telegram) -> None:
    with pytest.raises(Refused):
        await channel.send(said(channel, "", media=(MediaItem("photo", "stored:2026/11/" + "f" * 32 + ".jpg"),)))


@pytest.mark.parametrize(
    "ref", ["/etc/passwd", "stored:../../config.toml", "https://example.org/x.jpg", "pyproject.toml"]
)
async def test_nothing_but_stored_files_and_telegrams_own_is_sent(api: BotApi, channel: Telegram, ref: str) -> None:
    with pytest.raises(Refused):
        await channel.send(said(channel, "", media=(MediaItem("document", ref),)))

    assert not api.calls


# --- what goes wrong


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (bot_api.throttled(7), Throttled),
        (bot_api.broken(500), Unavailable),
        (bot_api.broken(502, page=True), Ambiguous),
        (bot_api.silent(), Ambiguous),
        (bot_api.dropped(), Ambiguous),
        (bot_api.Fault(401, "Unauthorized"), Throttled),
    ],
)
async def test_fault(
    api: BotApi, transport: Transport, media: Media, fault: bot_api.Fault, expected: type[SendError]
) -> None:
    api.person(7001, "Siti")
    channel = make(api, transport, media, patience=IMPATIENT if fault.hang else Patience())
    api.fails("sendMessage", fault)

    with pytest.raises(expected):
        await channel.send(said(channel))

    assert len(api.chats.get(7001, [])) == fault.done
    assert len(api.calls) == 1


async def test_an_error_never_shows_the_token(api: BotApi, transport: Transport, media: Media) -> None:
    channel = make(api, transport, media, patience=IMPATIENT)
    api.fails("sendMessage", bot_api.silent())
    api.person(7001, "Siti")

    with pytest.raises(Ambiguous) as caught:
        await channel.send(said(channel))

    chain: BaseException | None = caught.value
    while chain is not None:
        assert "TEST-token" not in repr(chain)
        chain = chain.__cause__ or chain.__context__


async def test_somebody_who_blocked_the_bot_is_not_reached(api: BotApi, channel: Telegram) -> None:
    api.person(7001, "Siti").blocks()

    with pytest.raises(Blocked):
        await channel.send(said(channel))


async def test_a_stranger_is_not_reached(channel: Telegram) -> None:
    with pytest.raises(Unreachable):
        await channel.send(said(channel, address="9999"))


async def test_an_upgraded_group_tells_its_new_address(api: BotApi, channel: Telegram) -> None:
    group = api.group(-4001, "Dinas PUPR")
    api.upgrade(group, -1001234567890)

    with pytest.raises(Moved) as caught:
        await channel.send(said(channel, address="-4001"))

    assert caught.value.new_address == "-1001234567890"
    await channel.send(said(channel, address=caught.value.new_address))


async def test_an_answer_nobody_can_read_means_perhaps_sent(api: BotApi, channel: Telegram) -> None:
    api.person(7001, "Siti")
    api.fails("sendMessage", bot_api.Fault(200, "maintenance", page=True))

    with pytest.raises(Ambiguous):
        await channel.send(said(channel))


@pytest.mark.parametrize("result", [True, {}, [], {"message_id": "x", "chat": {}, "date": 0}])
async def test_an_answer_without_a_message_means_perhaps_sent(api: BotApi, channel: Telegram, result: Any) -> None:
    api.fails("sendMessage", bot_api.Fault(200, result=result))

    with pytest.raises(Ambiguous):
        await channel.send(said(channel))


async def test_a_refusal_under_status_200_is_a_refusal(api: BotApi, channel: Telegram) -> None:
    api.fails("sendMessage", bot_api.Fault(200, "Bad Request: message is too long", code=400))

    with pytest.raises(Refused):
        await channel.send(said(channel))


async def test_a_hundred_messages_in_flight_all_arrive(api: BotApi, channel: Telegram) -> None:
    api.latency = 0.05
    people = [api.person(7001 + number, f"Warga {number}") for number in range(100)]

    await asyncio.gather(*(channel.send(said(channel, address=str(person.id))) for person in people))

    assert len(api.chats) == 100


# --- files


async def fetched(channel: Telegram, item: MediaItem) -> bytes:
    return b"".join([chunk async for chunk in channel.fetch(item)])


async def test_what_a_citizen_sent_can_be_fetched(api: BotApi, channel: Telegram) -> None:
    content = JPEG * 20_000
    file_id = api.keep_file(content)

    assert await fetched(channel, MediaItem("photo", file_id)) == content


async def test_a_file_larger_than_telegram_gives_out_is_not_even_asked_for(api: BotApi, channel: Telegram) -> None:
    with pytest.raises(Refused):
        await fetched(channel, MediaItem("video", "BAAC", size=21 * 2**20))

    assert not api.calls


@pytest.mark.parametrize(("status", "expected"), [(404, Unreachable), (500, Unavailable)])
async def test_a_file_that_cannot_be_downloaded(
    api: BotApi, channel: Telegram, status: int, expected: type[SendError]
) -> None:
    file_id = api.keep_file(JPEG)
    api.fails("file", bot_api.Fault(status))

    with pytest.raises(expected) as caught:
        await fetched(channel, MediaItem("photo", file_id))

    assert "TEST-token" not in str(caught.value)


async def test_a_file_telegram_cannot_give_now_may_be_asked_for_again(api: BotApi, channel: Telegram) -> None:
    with pytest.raises(Unavailable):
        await fetched(channel, MediaItem("photo", "unknown"))

    api.fails("getFile", bot_api.Fault(200, result={"file_id": "A", "file_unique_id": "u"}))
    with pytest.raises(Unavailable):
        await fetched(channel, MediaItem("photo", "A"))


# --- introducing ourselves


async def test_the_bot_introduces_itself_by_webhook_menus_and_profile(
    api: BotApi, transport: Transport, media: Media
) -> None:
    channel = make(
        api,
        transport,
        media,
        mode="webhook",
        webhook_url="https://lapor.example/telegram",
        webhook_secret="s3cret",
        menus=(
            Menu((("lapor", "Kirim laporan"),)),
            Menu((("lapor", "Make a report"),), language="en"),
            Menu((("tiket", "Daftar laporan"),), scope="-1001234567890"),
            Menu((), scope="all_group_chats"),
        ),
        profiles=(
            Profile("Layanan warga Kota Padang Panjang.", "Layanan warga"),
            Profile("City service", "City", "en"),
        ),
    )

    await channel.start()
    await channel.introduced.wait()
    await channel.stop()

    (webhook,) = api.called("setWebhook")
    assert (webhook["url"], webhook["secret_token"]) == ("https://lapor.example/telegram", "s3cret")
    assert (
        " ".join(webhook["allowed_updates"])
        == "message edited_message callback_query inline_query my_chat_member chat_member"
    )
    assert api.menus == {
        "default/": {"lapor": "Kirim laporan"},
        "default/en": {"lapor": "Make a report"},
        "-1001234567890/": {"tiket": "Daftar laporan"},
    }
    assert api.called("deleteMyCommands") == [{"scope": {"type": "all_group_chats"}}]
    assert [call.get("language_code") for call in api.called("setMyDescription")] == [None, "en"]
    assert channel.username() == "udajang_bot"


async def test_a_start_does_not_wait_for_telegram_and_comes_through_later(
    api: BotApi, transport: Transport, media: Media
) -> None:
    api.fails("getMe", bot_api.broken(), bot_api.throttled(0), bot_api.dropped())
    channel = make(api, transport, media, mode="polling", first_pause=0.01)

    await channel.start()
    assert channel.username() == ""
    await asyncio.wait_for(channel.introduced.wait(), 5)
    await channel.stop()

    assert len(api.called("getMe")) == 4


async def test_where_nobody_listens_starting_and_stopping_work_all_the_same(
    api: BotApi, transport: Transport, media: Media
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        channel = make(api, transport, media, mode="polling", base_url=f"http://127.0.0.1:{free.getsockname()[1]}")

    await channel.start()
    with pytest.raises(Unavailable):
        await channel.send(said(channel))
    await channel.stop()

    assert not channel.introduced.is_set()
