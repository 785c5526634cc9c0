"""Development only: the second pane of the web chat, in which a newcomer plays a member of staff."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from bot.channels.webchat import CHANNEL
from handlers.staff import roster
from storage import citizens
from storage.database import Database
from storage.models import Role

NAME = "Petugas Latihan"  # a made-up person's name, the same in every language


def binder(database: Database, clock: Callable[[], dt.datetime]) -> Callable[[str], None]:
    """A function that makes the web-chat address it is given that of a training member of staff, who sees all
    complaints but the secret ones."""

    def bind(address: str) -> None:
        now = clock()
        writer = citizens.Writer(CHANNEL, (address,), NAME)
        with database.write() as session:
            known = citizens.load(session, [writer], now=now)[writer]
            if known.staff_id is None:
                code = roster.invite(session, name=NAME, role=Role.ADMIN, agency_code=None, now=now)
                roster.join(session, code, citizen_id=known.citizen_id, now=now)

    return bind
