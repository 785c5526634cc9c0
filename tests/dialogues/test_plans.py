"""No message, in or out, makes SQLite read through a table that grows: with a million rows that takes milliseconds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import event

from bot.receive import Receiver, Verdict
from handlers.messages import Inbound
from storage import claims, lanes, timers
from storage.citizens import take_rested
from storage.database import Database
from tests.city import City, files

GROWING = (
    "address",
    "citizen",
    "conversation",
    "complaint",
    "complaint_event",
    "attachment",
    "inbox",
    "outbox",
    "timer",
)


class Plans:
    """Remembers, while it is ``watching``, what statements read through on a database."""

    def __init__(self, database: Database, *, watching: bool = False) -> None:
        self.read_through: set[str] = set()
        self.watching = watching
        for engine in (database.engine, database.reader):
            event.listen(engine, "before_cursor_execute", self._explain)

    def _explain(
        self, _connection: Any, cursor: Any, statement: str, parameters: Any, _context: Any, many: bool
    ) -> None:
        if not self.watching or not statement.startswith(("SELECT", "UPDATE", "DELETE", "WITH")):
            return
        once = parameters[0] if many else parameters
        for row in cursor.connection.cursor().execute(f"EXPLAIN QUERY PLAN {statement}", once):
            words = str(row[3]).split()
            if words[0] == "SCAN" and words[1] in GROWING and "INDEX" not in words:
                self.read_through.add(f"{row[3]}: {statement}")


@dataclass
class Watched:
    """A receiver whose statements are looked at, those of the test's city are not."""

    receiver: Receiver
    plans: Plans

    def receive(self, inbounds: Sequence[Inbound]) -> list[Verdict]:
        """Receive, watched."""
        self.plans.watching = True
        verdicts = self.receiver.receive(inbounds)
        self.plans.watching = False
        return verdicts


def test_a_message_in_reads_through_no_table(city: City) -> None:
    plans = Plans(city.database)
    budi = city.officer("perkimlh", "Budi")
    siti = city.citizen("telegram", "Siti")
    rahma = city.citizen("whatsapp", "Rahma")
    city.receiver = Watched(city.receiver, plans)  # type: ignore[assignment]
    number = files(siti)
    siti.says("/status")
    siti.says(number)
    rahma.says("Sampah menumpuk di Guguk Malintang")
    rahma.sends(photo="abc")
    for command in ("tiket", f"lihat {number}", f"ambil {number}", f"balas {number} Segera", f"selesai {number} Sudah"):
        budi.says(f"/{command}")
    siti.replies(siti.heard[-1], "Terima kasih, tetapi masih gelap")
    city.receive(siti.inbound(text="/menu"), rahma.inbound(text="/menu"))

    assert not plans.read_through


def test_sending_reads_through_no_table(city: City) -> None:
    siti = city.citizen("telegram", "Siti")
    plans, now = Plans(city.database, watching=True), city.clock.now()
    city.receiver.receive([siti.inbound(text="/menu")])
    with city.database.write() as session:
        slots = lanes.look(session, "telegram:test", now=now, pace=30, ahead=timedelta(seconds=1))
        lanes.take(session, "telegram:test", slots, [1 / 30])
        claimed = claims.claim(session, "telegram:test", limit=5, by="me", now=now, lease=timedelta(seconds=60))
        claims.release(session, claimed, by="me")
        claims.recover_expired(session, now)
        take_rested(session, now=now, limit=5)
        timers.due(session, now=now, limit=5)

    assert claimed
    assert not plans.read_through
