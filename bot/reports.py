"""What agencies are told by the clock: sees that each has its timers, and makes the reports that were ordered.

A report is made outside any transaction, since its chart takes a second; whoever then marks the order done sends it.
"""

from __future__ import annotations

import io
import subprocess
import sys

import orjson
import structlog

from bot.desk import Desk
from bot.media import FileRefusedError, Media
from handlers.messages import MediaItem, Outgoing
from handlers.staff import digest, mornings, report
from handlers.staff.report_words import Json, Report
from handlers.turn import Posting, Recipient, StaffMember
from storage import report_orders, roster
from storage.models import ReportOrder

log = structlog.get_logger(__name__)

AT_ONCE = 10  # orders looked at together
PATIENCE = 60  # seconds for a chart, on a machine that has much else to do
CHART = (sys.executable, "-m", "bot.chart")


class Reports:
    """Safe to run in several processes at once. ``media`` keeps the charts."""

    def __init__(self, desk: Desk, media: Media) -> None:
        self._desk, self._media = desk, media

    def arm(self) -> int:
        """Set the timers that are missing; 0, since there is never more to do at once."""
        with self._desk.database.read() as session:
            missing = mornings.unarmed(session, self._desk.city(), self._desk.clock())
        if missing:
            with self._desk.office() as office:
                mornings.arm(office)
        return 0

    def make(self) -> int:
        """Make and send what was ordered; returns how many reports that were."""
        with self._desk.database.read() as session:
            orders = report_orders.waiting(session, limit=AT_ONCE)
        charts: dict[str, MediaItem | None] = {}
        for order in orders:
            self._send(order, self._made(order), charts)
        return len(orders)

    def _made(self, order: ReportOrder) -> Report | None:
        """The report; None if whoever ordered it is no longer on the staff."""
        desk = self._desk
        with desk.database.read() as session:
            member = roster.rights_of(session, order.citizen_id) if order.citizen_id else None
            if member is None:
                return None
            reader = StaffMember(member.id or 0, member.name, member.role, member.agency_id)
            return report.make(session, desk.city(), desk.texts, order, reader, desk.clock())

    def _send(self, order: ReportOrder, made: Report | None, charts: dict[str, MediaItem | None]) -> None:
        media = self._drawn(made.chart, charts) if made is not None and made.chart is not None else ()
        with self._desk.office() as office:
            if not report_orders.finish(office.session, order.id or 0, now=office.now) or made is None:
                return
            to = Recipient(order.channel, order.address, order.citizen_id, order.language)
            span = office.texts.span(order.language, order.first_day, order.last_day)
            about = office.texts.say(order.language, "report-short", span=span)
            template, variables = f"{digest.TEMPLATE}.{order.language}", (made.name, about)
            outgoing = Outgoing(made.text, media=media, template=template, variables=variables)
            office.postings.append(Posting(to, outgoing, f"report:{order.id}"))

    def _drawn(self, described: Json, charts: dict[str, MediaItem | None]) -> tuple[MediaItem, ...]:
        """The chart, drawn once for all who get the same one; none if it cannot be drawn here."""
        key = orjson.dumps(described).decode()
        if key not in charts:
            charts[key] = self._draw(key)
        item = charts[key]
        return (item,) if item is not None else ()

    def _draw(self, described: str) -> MediaItem | None:
        try:
            drawn = subprocess.run(  # noqa: S603 - our own program, given data and no words of a command
                CHART, input=described.encode(), capture_output=True, check=True, timeout=PATIENCE
            )
            return self._media.keep(io.BytesIO(drawn.stdout), name="rapor.png", now=self._desk.clock())
        except (subprocess.SubprocessError, OSError, FileRefusedError) as error:
            # Without the "worker" extra there is no matplotlib; the words say the same.
            log.warning("a report goes without its chart", error=type(error).__name__)
            return None
