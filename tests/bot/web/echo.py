"""A city in a few lines: an intake that answers at once through the web chat, as the real one does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from html import escape
from pathlib import Path

from bot.channels.webchat import CHANNEL, WebChat
from bot.media import EXTENSIONS, Media
from bot.metrics import Metrics
from bot.receive import Busy
from bot.web.parts import WebParts
from handlers.messages import Ask, Inbound, Option, Outgoing
from handlers.texts import Texts
from storage.database import Database
from storage.models import Outbox, OutboxState

SECRET = "a secret for tests only, long enough to be one"

ANSWERS = {
    "/lapor": Outgoing("<b>Apa yang terjadi?</b>\nCeritakan dengan kata-kata Anda.", (Option("x", "Batal"),), Ask.TEXT),
    "pilih": Outgoing(
        "Ini tentang apa?", (Option("c1", "Jalan rusak"), Option("c2", "Sampah"), Option("c3", "Lampu jalan"))
    ),
    "di mana": Outgoing("Di mana kejadiannya?", ask=Ask.PLACE),
    "foto": Outgoing("Kirim fotonya.", (Option("none", "Tanpa foto"),), Ask.MEDIA),
}


class Echo:
    """An intake that remembers what came, answers each message once, and can be told to be busy."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self.database = database
        self.clock = clock
        self.heard: list[Inbound] = []
        self.busy = 0
        self.webchat: WebChat | None = None

    async def submit(self, inbound: Inbound) -> str:
        """Answer, unless it is busy or has had this message."""
        if self.busy:
            self.busy -= 1
            raise Busy
        if any(inbound.external_id == known.external_id for known in self.heard):
            return "repeat"
        self.heard.append(inbound)
        if inbound.channel == CHANNEL:
            await self.tell(inbound.address, _answer(inbound))
        return "handled"

    async def tell(self, address: str, outgoing: Outgoing) -> int:
        """Send a message as the sender does: a row, the channel, the row marked."""
        assert self.webchat is not None
        outbox_id = await asyncio.to_thread(self.write, address, outgoing)
        await self.webchat.send(self.webchat.render(outgoing, address, outbox_id=outbox_id))
        await asyncio.to_thread(self.mark, outbox_id)
        return outbox_id

    def write(self, address: str, outgoing: Outgoing, *, sent_at: datetime | None = None) -> int:
        """A row of the outbox; with ``sent_at`` as another process would leave it."""
        now = self.clock()
        with self.database.write() as session:
            row = Outbox(
                key="",
                lane=CHANNEL,
                channel=CHANNEL,
                address=address,
                priority=10,
                state=OutboxState.SENT if sent_at else OutboxState.CLAIMED,
                body=outgoing.to_json(),
                created_at=now,
                due_at=now,
                sent_at=sent_at,
            )
            row.key = f"test:{id(row)}:{now.timestamp()}:{outgoing.text}"[:190]
            session.add(row)
            session.flush()
            assert row.id is not None
            row.key = f"test:{row.id}"
            return row.id

    def mark(self, outbox_id: int) -> None:
        """The row has been sent."""
        with self.database.write() as session:
            row = session.get_one(Outbox, outbox_id)
            row.state, row.sent_at = OutboxState.SENT, self.clock()


def _answer(inbound: Inbound) -> Outgoing:
    if inbound.button:
        return Outgoing(f"Anda memilih <b>{escape(inbound.button, quote=False)}</b>.")
    if inbound.media:
        return Outgoing(f"Diterima: {len(inbound.media)} berkas.", media=inbound.media)
    if inbound.pin:
        return Outgoing(f"Lokasi diterima: {inbound.pin.lat:.4f}, {inbound.pin.lon:.4f}")
    known = ANSWERS.get(inbound.text)
    return known or Outgoing(f"Anda menulis: <i>{escape(inbound.text, quote=False)}</i>")


def parts_for(database: Database, folder: Path, clock: Callable[[], datetime]) -> tuple[WebParts, Echo]:
    """The parts of a web application around an Echo; for other parts use ``dataclasses.replace``."""
    media = Media(folder, secret_key=SECRET, public_url="http://127.0.0.1", types=EXTENSIONS, max_bytes=2**20)
    echo = Echo(database, clock)
    echo.webchat = WebChat(database, media, clock)
    parts = WebParts(
        intake=echo,
        database=database,
        webchat=echo.webchat,
        media=media,
        say=Texts().say,
        clock=clock,
        metrics=Metrics(database, clock),
        secret_key=SECRET,
        public_url="http://127.0.0.1",
        city="Padang Panjang",
    )
    return parts, echo
