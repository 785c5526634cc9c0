"""The terminal as a channel: what people type is a message, what they are told is printed, options are numbered."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

from bot.channels.base import Capabilities, Refused, Request
from bot.channels.rendering import numbered, plain
from handlers.messages import Inbound, MediaItem, MediaKind, Outgoing, Pin, Signal

NAME = "console"
PHOTO = re.compile(r"!\S.*\.(?:jpe?g|png)", re.IGNORECASE)


def parse(line: str, *, name: str, number: int, session: str = "") -> Inbound:
    """The message of the ``number``-th line typed by ``name``; ``session`` is a word that no earlier session had.

    ``@-0.46,100.40`` sends a pin and ``!photo.jpg`` a photo, so that every flow can be tried in a terminal.
    """
    said = line.strip()
    pin = _pin(said)
    photo = said[1:] if PHOTO.fullmatch(said) else ""
    start = said.lower() == "/start" or said.lower().startswith("/start ")
    return Inbound(
        channel=NAME,
        external_id=f"{session}:{number}",
        address=name,
        sender=name,
        signal=Signal.START if start else Signal.MESSAGE,
        text="" if pin or photo else said[len("/start") :].strip() if start else said,
        media=(MediaItem(MediaKind.PHOTO, ref=photo, unique=photo, mime="image/jpeg"),) if photo else (),
        pin=pin,
        message_id=f"{session}:{number}",
        name=name,
    )


def _pin(said: str) -> Pin | None:
    lat, comma, lon = said.removeprefix("@").partition(",")
    try:
        return Pin(float(lat), float(lon)) if said.startswith("@") and comma else None
    except ValueError:
        return None


class Console:
    """The channel. What is said to somebody is put into ``printed`` as (address, text)."""

    name = NAME
    capabilities = Capabilities(max_text=4096, buttons=0, max_label=80, pace=1000, chat_pace=1000, group_pace=1000)

    def __init__(self) -> None:
        self.printed: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
        self._said = 0

    def lane(self) -> str:
        """``console``: there is one terminal."""
        return NAME

    def render(self, outgoing: Outgoing, address: str, *, outbox_id: int) -> Request:
        """The text to print, files by name. Pure."""
        files = [f"[{item.kind}] {item.name or item.ref}" for item in outgoing.media]
        text = plain(numbered(outgoing).text)
        return Request("print", {"address": address, "text": "\n".join(filter(None, [text, *files]))})

    async def send(self, request: Request) -> str:
        """Hand the text to whoever prints and number it."""
        self._said += 1
        self.printed.put_nowait((request.payload["address"], request.payload["text"]))
        return str(self._said)

    async def fetch(self, item: MediaItem) -> AsyncIterator[bytes]:
        """The bytes of a file that was named. Raises Refused if there is none."""
        try:
            content = await asyncio.to_thread(Path(item.ref).read_bytes)
        except OSError:
            raise Refused("no such file") from None
        yield content

    async def start(self) -> None:
        """Nothing: the terminal is there."""

    async def stop(self) -> None:
        """Nothing."""
