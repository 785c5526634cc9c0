"""The web chat shows each message once, in order, whoever sent it and however often the line breaks."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.channels import webchat
from bot.channels.base import Unreachable
from bot.channels.rendering import fit
from bot.channels.webchat import REPLAY, STREAMS, WebChat
from handlers.messages import Ask, Inbound, MediaItem, MediaKind, Option, Outgoing, Pin, Signal
from storage.database import Database
from tests.bot.web.echo import Echo, parts_for
from tests.fakes import HandClock

HERE, ELSEWHERE = "a" * 32, "b" * 32


@pytest.fixture
async def echo(database: Database, tmp_path: Path, clock: HandClock) -> AsyncIterator[Echo]:
    _, made = parts_for(database, tmp_path, clock.now)
    yield made
    assert made.webchat is not None
    await made.webchat.stop()


async def take(stream: AsyncIterator[dict[str, Any]], count: int) -> list[str]:
    """The texts of the next messages."""
    async with asyncio.timeout(10):
        return [(await anext(stream))["text"] for _ in range(count)]


def channel(echo: Echo) -> WebChat:
    assert echo.webchat is not None
    return echo.webchat


def test_what_the_page_posts_becomes_an_inbound() -> None:
    photo = MediaItem(MediaKind.PHOTO, "stored:x")
    said = {"id": "message-1", "text": "Halo", "pin": {"lat": -0.46, "lon": 100.4}, "reply_to": "7", "language": "min"}

    assert Inbound(
        channel="webchat",
        external_id=f"{HERE}:message-1",
        address=HERE,
        sender=HERE,
        text="Halo",
        media=(photo,),
        pin=Pin(-0.46, 100.4),
        message_id="message-1",
        reply_to="7",
        language="min",
    ) == webchat.parse(said, HERE, [photo])


def test_opening_a_link_is_a_start_with_its_code() -> None:
    inbound = webchat.parse({"id": "message-1", "start": True, "text": "i_abc"}, HERE)

    assert (Signal.START, "i_abc") == (inbound.signal, inbound.text)


def test_equal_ids_of_two_browsers_are_two_messages() -> None:
    assert (
        webchat.parse({"id": "same-id-1"}, HERE).external_id
        != webchat.parse({"id": "same-id-1"}, ELSEWHERE).external_id
    )


def test_a_request_holds_what_the_page_shows(echo: Echo) -> None:
    item = MediaItem(MediaKind.PHOTO, "stored:2026/11/x.jpg", mime="image/jpeg", name="x.jpg")
    foreign = MediaItem(MediaKind.PHOTO, "AgACAgIAAx")
    outgoing = Outgoing("<b>Apa?</b>", (Option("v", "L", "/batal"),), Ask.MEDIA, (item, foreign), "message-1")

    request = channel(echo).render(outgoing, HERE, outbox_id=7)

    link = channel(echo)._media.link(item.ref)
    assert {
        "address": HERE,
        "id": 7,
        "text": "<b>Apa?</b>",
        "options": [{"value": "v", "label": "L"}],
        "ask": "media",
        "reply_to": "message-1",
        "media": [{"kind": "photo", "mime": "image/jpeg", "name": "x.jpg", "url": link}],
    } == request.payload


async def test_a_message_reaches_an_open_stream_at_once(echo: Echo) -> None:
    stream = channel(echo).messages(HERE)
    heard = asyncio.create_task(take(stream, 1))
    await asyncio.sleep(0)

    await echo.tell(HERE, Outgoing("Halo"))

    assert ["Halo"] == await heard


async def test_nobody_hears_what_is_meant_for_another(echo: Echo) -> None:
    await echo.tell(ELSEWHERE, Outgoing("rahasia"))
    await echo.tell(HERE, Outgoing("untuk saya"))

    assert ["untuk saya"] == await take(channel(echo).messages(HERE), 1)


async def test_an_announced_row_of_another_address_is_not_shown(echo: Echo) -> None:
    foreign = await asyncio.to_thread(echo.write, ELSEWHERE, Outgoing("rahasia"))
    stream = channel(echo).messages(HERE)
    heard = asyncio.create_task(take(stream, 1))
    await asyncio.sleep(0)
    channel(echo)._announce(HERE, foreign)

    await echo.tell(HERE, Outgoing("untuk saya"))

    assert ["untuk saya"] == await heard


async def test_a_message_sent_in_parts_is_shown_once_and_whole(echo: Echo) -> None:
    photo = MediaItem(MediaKind.PHOTO, "stored:2026/11/x.jpg")
    outgoing = Outgoing("Fotonya:", media=(photo, photo))
    stream = channel(echo).messages(HERE)
    heard = asyncio.create_task(take(stream, 2))
    await asyncio.sleep(0)

    row = await asyncio.to_thread(echo.write, HERE, outgoing)
    for part in fit(outgoing, channel(echo).capabilities):
        await channel(echo).send(channel(echo).render(part, HERE, outbox_id=row))
    await echo.tell(HERE, Outgoing("berikutnya"))

    assert ["Fotonya:", "berikutnya"] == await heard


async def test_a_returning_browser_gets_what_it_missed(echo: Echo, clock: HandClock) -> None:
    first = await echo.tell(HERE, Outgoing("satu"))
    clock.forward(minutes=5)
    await echo.tell(HERE, Outgoing("dua"))
    clock.forward(minutes=5)
    await echo.tell(HERE, Outgoing("tiga"))

    assert ["dua", "tiga"] == await take(channel(echo).messages(HERE, first), 2)


async def test_an_older_row_that_was_sent_later_is_not_lost(echo: Echo, clock: HandClock) -> None:
    held_up = await asyncio.to_thread(echo.write, HERE, Outgoing("tertunda"))
    seen = await echo.tell(HERE, Outgoing("terlihat"))
    clock.forward(minutes=1)
    await asyncio.to_thread(echo.mark, held_up)

    assert held_up < seen
    assert ["tertunda"] == await take(channel(echo).messages(HERE, seen), 1)


async def test_a_row_that_was_seen_but_not_yet_marked_is_a_place_to_go_on_from(echo: Echo) -> None:
    unmarked = await asyncio.to_thread(echo.write, HERE, Outgoing("satu"))
    await echo.tell(HERE, Outgoing("dua"))

    assert ["dua"] == await take(channel(echo).messages(HERE, unmarked), 1)


async def test_a_row_of_another_browser_is_no_place_to_go_on_from(echo: Echo, clock: HandClock) -> None:
    await echo.tell(HERE, Outgoing("satu"))
    clock.forward(minutes=5)
    foreign = await echo.tell(ELSEWHERE, Outgoing("lain"))

    assert ["satu"] == await take(channel(echo).messages(HERE, foreign), 1)


async def test_no_more_than_the_latest_messages_are_replayed(echo: Echo) -> None:
    for number in range(REPLAY + 5):
        await echo.tell(HERE, Outgoing(str(number)))

    replayed = await take(channel(echo).messages(HERE), REPLAY)

    assert [str(number) for number in range(5, REPLAY + 5)] == replayed


async def test_what_another_process_sent_is_found(echo: Echo, clock: HandClock) -> None:
    await channel(echo).start()
    stream = channel(echo).messages(HERE)
    heard = asyncio.create_task(take(stream, 2))
    await asyncio.sleep(0)

    await asyncio.to_thread(echo.write, HERE, Outgoing("dari jauh"), sent_at=clock.now() - timedelta(seconds=2))
    await asyncio.to_thread(echo.write, HERE, Outgoing("lagi"), sent_at=clock.now())

    assert ["dari jauh", "lagi"] == await heard


async def test_stopping_ends_every_stream(echo: Echo) -> None:
    streams = [channel(echo).messages(address) for address in (HERE, ELSEWHERE)]
    ends = [asyncio.create_task(anext(stream, None)) for stream in streams]
    await asyncio.sleep(0)

    await channel(echo).stop()

    assert [None, None] == await asyncio.gather(*ends)
    assert 0 == channel(echo).listening
    assert None is await anext(channel(echo).messages(HERE), None)


async def test_the_oldest_tab_makes_room_for_a_new_one(echo: Echo) -> None:
    tabs = [channel(echo).messages(HERE) for _ in range(STREAMS + 1)]
    ends = [asyncio.create_task(anext(tab, None)) for tab in tabs]

    assert None is await ends[0]
    assert STREAMS == channel(echo).listening
    for waiting in ends[1:]:
        waiting.cancel()
    await asyncio.gather(*ends[1:], return_exceptions=True)


async def test_an_upload_can_be_read_back(echo: Echo, clock: HandClock) -> None:
    content = b"\xff\xd8\xff" + bytes(200_000)
    item = channel(echo)._media.keep(io.BytesIO(content), name="x", now=clock.now())

    assert content == b"".join([chunk async for chunk in channel(echo).fetch(item)])


async def test_an_upload_that_is_gone_is_unreachable(echo: Echo) -> None:
    with pytest.raises(Unreachable):
        await anext(channel(echo).fetch(MediaItem(MediaKind.PHOTO, "stored:2026/11/" + "0" * 32 + ".jpg")))


def test_all_browsers_share_one_lane(echo: Echo) -> None:
    assert "webchat" == channel(echo).lane() == channel(echo).name
