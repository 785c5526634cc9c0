"""What a provider reports of a message after taking it: how far it got, or why it never will."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from bot.channels import whatsapp_parse
from bot.channels.base import Blocked, OutsideWindow, Unreachable
from bot.channels.whatsapp_status import RANKS, StatusUpdate
from storage import addresses, outbox
from storage.database import Database
from storage.models import Outbox, OutboxState


class Receipts:
    """Writes reports down. Reports come in any order and more than once; only a later state replaces an earlier one."""

    def __init__(self, database: Database, clock: Callable[[], dt.datetime]) -> None:
        self._database, self._clock = database, clock

    def settle(self, update: StatusUpdate) -> None:
        """Note the state. A message that failed for good is FAILED, one that needs an open window WITHHELD."""
        if update.outbox_id is None:
            return
        as_late = [state for state, rank in RANKS.items() if rank >= update.rank]
        with self._database.write() as session:
            news = outbox.note(session, update.outbox_id, update.sid, update.state, final=as_late)
            if not news or not update.failed:
                return
            withheld = isinstance(update.error, OutsideWindow)
            to = OutboxState.WITHHELD if withheld else OutboxState.FAILED
            outbox.bounce(session, update.outbox_id, to=to, error=f"{update.state}: {update.error or ''}")
            row = session.get(Outbox, update.outbox_id)
            if row is not None and isinstance(update.error, Blocked | Unreachable):
                addresses.mark_unreachable(session, whatsapp_parse.CHANNEL, row.address, now=self._clock())
