"""Brings the files people sent from their provider into the media folder, after the complaint is safe.

A file is fetched by one process at a time (its row is put off meanwhile), tried again with growing pauses while the
provider is away, and shown to the staff who got the complaint's card as soon as it is here.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import tempfile

import structlog

from bot.channels.base import Refused, SendError, Unreachable
from bot.desk import Desk
from bot.media import PREFIX, FileRefusedError, Media
from handlers.complaints import arrivals
from handlers.messages import MediaItem
from storage import attachments
from storage.models import Attachment

log = structlog.get_logger(__name__)

IN_HAND = dt.timedelta(minutes=5)  # longer than any download may take
PAUSES = (5, 30, 120, 600, 3600, 4 * 3600)  # seconds before each further attempt
IN_MEMORY = 1 << 20  # bytes of a file held in memory before it goes to a temporary file


class Fetcher:
    """Fetches what is due."""

    def __init__(self, desk: Desk, media: Media) -> None:
        self._desk, self._media = desk, media

    async def fetch_due(self) -> int:
        """Fetch what is due, a few at a time; returns how many were tried."""
        due = await asyncio.to_thread(self._take)
        await asyncio.gather(*(self._fetch(attachment) for attachment in due))
        return len(due)

    def _take(self) -> list[Attachment]:
        now = self._desk.clock()
        with self._desk.database.write() as session:
            return list(attachments.take_due(session, now=now, until=now + IN_HAND))

    async def _fetch(self, attachment: Attachment) -> None:
        try:
            item = await self._bring(attachment)
        except (Refused, FileRefusedError) as error:
            log.info("file refused", attachment=attachment.id, why=str(error))
            await asyncio.to_thread(self._settle, attachment, attachments.REFUSED)
        except Unreachable:
            await asyncio.to_thread(self._settle, attachment, attachments.GONE)
        except (SendError, OSError) as error:
            await asyncio.to_thread(self._put_off, attachment, type(error).__name__)
        else:
            await asyncio.to_thread(self._settle, attachment, attachments.STORED, item)

    async def _bring(self, attachment: Attachment) -> MediaItem:
        item = MediaItem(attachment.kind, attachment.ref, mime=attachment.mime, name=attachment.name)
        if item.ref.startswith(PREFIX):
            return item
        channel = self._desk.mail.channels.get(attachment.channel)
        if channel is None:
            raise Refused("the channel is off")
        with tempfile.SpooledTemporaryFile(IN_MEMORY) as file:
            async for chunk in channel.fetch(item):
                file.write(chunk)
            file.seek(0)
            return await asyncio.to_thread(self._media.keep, file, name=item.name, now=self._desk.clock())

    def _settle(self, attachment: Attachment, state: str, item: MediaItem | None = None) -> None:
        path = item.ref.removeprefix(PREFIX) if item else ""
        mime = item.mime if item else ""
        with self._desk.office() as office:
            settled = attachments.settle(office.session, attachment.id or 0, state=state, path=path, mime=mime)
            if settled is not None:
                arrivals.show_attachment(office, settled)

    def _put_off(self, attachment: Attachment, why: str) -> None:
        if attachment.attempts > len(PAUSES):
            log.warning("file given up", attachment=attachment.id, why=why)
            self._settle(attachment, attachments.GONE)
            return
        until = self._desk.clock() + dt.timedelta(seconds=PAUSES[attachment.attempts - 1])
        with self._desk.database.write() as session:
            attachments.put_off(session, attachment.id or 0, until=until)
