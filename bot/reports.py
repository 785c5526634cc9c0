"""What agencies are told by the clock: sees that each has its timers, and makes the reports that were ordered.

A report is made outside any transaction, since its chart takes a second; whoever then marks the order done sends it.
"""

from __future__ import annotations

from bot.desk import Desk
from handlers.staff import digest


class Reports:
    """Safe to run in several processes at once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def arm(self) -> int:
        """Set the timers that are missing; 0, since there is never more to do at once."""
        city, now = self._desk.city(), self._desk.clock()
        with self._desk.database.read() as session:
            missing = digest.unarmed(session, city, now)
        if missing:
            with self._desk.office() as office:
                digest.arm(office)
        return 0
