"""Looks for deadlines of which somebody is to be told. Each clock is its own timer, taken by whoever looks first."""

from __future__ import annotations

from bot.desk import Desk
from handlers.complaints.escalation import Round, escalate
from storage import clocks

AT_ONCE = 5000  # clocks in one transaction: some tenths of a second in which, on SQLite, messages wait


class Deadlines:
    """Warns and escalates. What a process that dies had taken, and not committed, is left for the next."""

    def __init__(self, desk: Desk, *, at_once: int = AT_ONCE) -> None:
        self._desk = desk
        self._at_once = at_once

    def sweep(self) -> int:
        """Do everything that is due; returns how many clocks went on."""
        ongoing, total, full = Round(), 0, True
        while full:
            with self._desk.office() as office:
                due = clocks.take_due(office.session, now=office.now, limit=self._at_once)
                count = sum(map(len, due.values()))
                full = count == self._at_once
                if due:
                    escalate(office, due, ongoing, more=full)
            total += count
        return total
