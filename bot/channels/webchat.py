"""The web chat as a channel: a browser is reached through rows of the outbox that its event stream reads.

Sending wakes the streams of this process; streams of other processes find the row, once it is marked sent, by looking
every second. A row may be seen twice on the way, so the stream and the page both drop an id they have had.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col, select, text

from bot.channels.base import Capabilities, Request, Unreachable
from bot.media import CHUNK, PREFIX, Media
from handlers.messages import Inbound, MediaItem, Outgoing, Pin, Signal
from storage.database import Database
from storage.models import Outbox

CHANNEL = "webchat"
REPLAY = 50  # messages a returning browser gets at most
POLL = 1.0  # seconds between looks for what other processes sent
OVERLAP = timedelta(seconds=10)  # a row is marked a little after the moment it is marked with
ADDRESSES = 500  # per statement; SQLite allows 32,766 parameters, older ones 999
REMEMBERED = 500  # ids a stream keeps to know repeats by; far more than OVERLAP can hold
STREAMS = 5  # open tabs of one browser; the oldest is closed, for it is most likely dead
# Written out, not bound: only so does SQLite see that the partial index fits.
OURS = text("channel = 'webchat'")

log = structlog.get_logger(__name__)


def parse(said: Mapping[str, Any], address: str, media: Sequence[MediaItem] = ()) -> Inbound:
    """What the page posted (checked by the web layer) as a message from the browser at ``address``."""
    pin = said.get("pin")
    return Inbound(
        channel=CHANNEL,
        external_id=f"{address}:{said['id']}",
        address=address,
        sender=address,
        signal=Signal.START if said.get("start") else Signal.MESSAGE,
        text=said.get("text", ""),
        media=tuple(media),
        pin=Pin(pin["lat"], pin["lon"]) if pin else None,
        button=said.get("button", ""),
        message_id=said["id"],
        reply_to=said.get("reply_to", ""),
        language=said.get("language", ""),
    )


class _Stream:
    """One open event stream: ids waiting to be shown, and those it has shown. None in the queue ends it."""

    def __init__(self) -> None:
        self.waiting: asyncio.Queue[int | None] = asyncio.Queue()
        self._shown: dict[int, None] = {}

    def is_new(self, outbox_id: int) -> bool:
        return outbox_id not in self._shown

    def remember(self, outbox_id: int) -> None:
        self._shown[outbox_id] = None
        if len(self._shown) > REMEMBERED:
            del self._shown[next(iter(self._shown))]

    async def next(self) -> list[int] | None:
        """All that is waiting, at least one; None when the stream is to end."""
        ids = [await self.waiting.get()]
        while not self.waiting.empty():
            ids.append(self.waiting.get_nowait())
        return None if None in ids else [found for found in ids if found is not None and self.is_new(found)]


class WebChat:
    """The channel, and the event streams of this process. Everything but the database runs on one event loop."""

    name = CHANNEL

    def __init__(self, database: Database, media: Media, clock: Callable[[], datetime]) -> None:
        self.capabilities = Capabilities(
            max_text=20_000,
            buttons=100,
            max_label=200,
            pace=1000.0,
            chat_pace=50.0,
            group_pace=50.0,
            chat_burst=100,
            in_flight=200,
            max_media=media.max_bytes,
        )
        self._database = database
        self._media = media
        self._clock = clock
        self._streams: dict[str, list[_Stream]] = defaultdict(list)
        self._watcher: asyncio.Task[None] | None = None
        self._closed = False

    def lane(self) -> str:
        """One lane for all browsers: nobody limits us."""
        return CHANNEL

    def render(self, outgoing: Outgoing, address: str, *, outbox_id: int) -> Request:
        """What the page will show, addressed to a browser."""
        return Request("show", {"address": address, "id": outbox_id, **self._shown(outgoing)})

    async def send(self, request: Request) -> str:
        """Wake the browser's streams; its row in the outbox is what they show. Never fails."""
        outbox_id = int(request.payload["id"])
        self._announce(request.payload["address"], outbox_id)
        return str(outbox_id)

    async def fetch(self, item: MediaItem) -> AsyncIterator[bytes]:
        """The bytes of an upload. Raises Unreachable if it is no longer there."""
        try:
            file = await asyncio.to_thread(self._media.path(item.ref).open, "rb")
        except FileNotFoundError:
            raise Unreachable("no such upload") from None
        with file:
            while chunk := await asyncio.to_thread(file.read, CHUNK):
                yield chunk

    async def start(self) -> None:
        """Begin to look for what other processes send."""
        self._closed = False
        self._watcher = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        """End all streams, so that the web server can stop; the pages come back to whoever serves then."""
        self._closed = True
        for stream in [stream for streams in self._streams.values() for stream in streams]:
            stream.waiting.put_nowait(None)
        if self._watcher is not None:
            self._watcher.cancel()
            with suppress(asyncio.CancelledError):
                await self._watcher
            self._watcher = None

    @property
    def listening(self) -> int:
        """How many streams are open."""
        return sum(map(len, self._streams.values()))

    async def messages(self, address: str, after: int | None = None) -> AsyncIterator[dict[str, Any]]:
        """What the browser missed since outbox row ``after`` (None: its latest), then everything as it is sent."""
        stream = self._open(address)
        try:
            for shown in await asyncio.to_thread(self._missed, address, after):
                stream.remember(shown["id"])
                yield shown
            while (ids := await stream.next()) is not None:
                for shown in await asyncio.to_thread(self._read, address, ids):
                    if stream.is_new(shown["id"]):
                        stream.remember(shown["id"])
                        yield shown
        finally:
            self._forget(address, stream)

    def _open(self, address: str) -> _Stream:
        stream = _Stream()
        if self._closed:
            stream.waiting.put_nowait(None)
        streams = self._streams[address]
        streams.append(stream)
        if len(streams) > STREAMS:
            streams.pop(0).waiting.put_nowait(None)
        return stream

    def _forget(self, address: str, stream: _Stream) -> None:
        streams = self._streams.get(address, [])
        if stream in streams:
            streams.remove(stream)
        if not streams:
            self._streams.pop(address, None)

    def _announce(self, address: str, outbox_id: int) -> None:
        for stream in self._streams.get(address, ()):
            stream.waiting.put_nowait(outbox_id)

    async def _watch(self) -> None:
        since = self._clock()
        while True:
            await asyncio.sleep(POLL)
            asked, addresses = self._clock(), list(self._streams)
            try:
                found = await asyncio.to_thread(self._sent_since, addresses, since - OVERLAP)
            except SQLAlchemyError as error:
                log.warning("webchat cannot look for messages", error=type(error).__name__)
                continue  # ``since`` stays: the next look covers this one
            for address, outbox_id in found:
                self._announce(address, outbox_id)
            since = asked

    def _sent_since(self, addresses: Sequence[str], since: datetime) -> list[tuple[str, int]]:
        found: list[tuple[str, int]] = []
        if not addresses:
            return found
        with self._database.read() as session:
            for start in range(0, len(addresses), ADDRESSES):
                some = addresses[start : start + ADDRESSES]
                query = select(Outbox.address, Outbox.id).where(OURS, col(Outbox.address).in_(some))
                query = query.where(col(Outbox.sent_at) >= since).order_by(col(Outbox.sent_at), col(Outbox.id))
                found += [(address, outbox_id or 0) for address, outbox_id in session.exec(query)]
        return found

    def _missed(self, address: str, after: int | None) -> list[dict[str, Any]]:
        with self._database.read() as session:
            query = select(Outbox).where(OURS, Outbox.address == address, col(Outbox.sent_at).is_not(None))
            last = session.get(Outbox, after) if after else None
            if last is not None and last.address == address:
                query = query.where(col(Outbox.sent_at) >= (last.sent_at or last.due_at) - OVERLAP, Outbox.id != after)
            query = query.order_by(col(Outbox.sent_at).desc(), col(Outbox.id).desc()).limit(REPLAY)
            return self._as_shown(reversed(session.exec(query).all()))

    def _read(self, address: str, ids: Sequence[int]) -> list[dict[str, Any]]:
        with self._database.read() as session:
            query = select(Outbox).where(col(Outbox.id).in_(ids), Outbox.address == address)
            rows = {row.id: row for row in session.exec(query)}
        return self._as_shown(rows[outbox_id] for outbox_id in dict.fromkeys(ids) if outbox_id in rows)

    def _as_shown(self, rows: Iterable[Outbox]) -> list[dict[str, Any]]:
        return [
            {"id": row.id, "at": row.created_at.isoformat(), **self._shown(Outgoing.from_json(row.body))}
            for row in rows
        ]

    def _shown(self, outgoing: Outgoing) -> dict[str, Any]:
        """The message as the page understands it; a file of another provider has no address it could show."""
        return {
            "text": outgoing.text,
            "options": [{"value": option.value, "label": option.label} for option in outgoing.options],
            "ask": outgoing.ask,
            "reply_to": outgoing.reply_to,
            "media": [
                {"kind": item.kind, "mime": item.mime, "name": item.name, "url": self._media.link(item.ref)}
                for item in outgoing.media
                if item.ref.startswith(PREFIX)
            ],
        }
