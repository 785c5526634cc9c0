"""The terminal as a channel."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.base import Channel, Refused
from bot.channels.console import Console, parse
from handlers.messages import Inbound, MediaItem, Option, Outgoing, Pin, Signal


def typed(line: str) -> Inbound:
    return parse(line, name="siti", number=3, session="s1")


def test_a_line_is_a_message_with_an_id_of_its_own() -> None:
    found = typed("  Jalan rusak \n")

    assert (found.text, found.address, found.sender, found.external_id) == ("Jalan rusak", "siti", "siti", "s1:3")


@pytest.mark.parametrize(("line", "payload"), [("/start", ""), ("/START", ""), ("/start abc", "abc")])
def test_start_is_a_start(line: str, payload: str) -> None:
    assert (typed(line).signal, typed(line).text) == (Signal.START, payload)


def test_a_place_can_be_typed() -> None:
    assert (typed("@-0.46, 100.40").pin, typed("@-0.46, 100.40").text) == (Pin(-0.46, 100.40), "")
    assert (typed("@siti, tolong").pin, typed("@siti, tolong").text) == (None, "@siti, tolong")


def test_a_photo_can_be_named() -> None:
    (photo,) = typed("!lubang.jpg").media

    assert (photo.kind, photo.ref) == ("photo", "lubang.jpg")
    assert (typed("!!! tolong").media, typed("!!! tolong").text) == ((), "!!! tolong")


async def test_what_is_said_is_printed_with_numbered_options() -> None:
    console: Channel = Console()
    assert isinstance(console, Console)
    message = Outgoing("Benar, <b>Siti</b>?", (Option("1:a", "Ya"), Option("1:b", "Tidak")))

    sent = await console.send(console.render(message, "siti", outbox_id=1))

    assert sent == "1"
    assert console.printed.get_nowait() == ("siti", "Benar, Siti?\n\n1. Ya\n2. Tidak")


async def test_files_are_printed_by_name() -> None:
    console = Console()
    media = (MediaItem("photo", "stored:a.jpg", name="lubang.jpg"),)

    assert console.render(Outgoing("", media=media), "siti", outbox_id=1).payload["text"] == "[photo] lubang.jpg"


async def test_a_named_file_can_be_fetched(tmp_path: Path) -> None:
    (tmp_path / "lubang.jpg").write_bytes(b"jpeg")
    console = Console()

    found = [chunk async for chunk in console.fetch(MediaItem("photo", str(tmp_path / "lubang.jpg")))]

    assert found == [b"jpeg"]
    with pytest.raises(Refused):
        [chunk async for chunk in console.fetch(MediaItem("photo", str(tmp_path / "none.jpg")))]
