"""What is due by the clock: timers that ran out, and conversations left in the middle. Each is done once, by whoever
looks first; a process that dies leaves it for the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

import structlog

from bot.receive import Mail, conversation_row
from handlers import router
from handlers.city import City
from handlers.complaints import promises
from handlers.dialogue import resting
from handlers.dialogue.engine import Conversation, Dialogue
from handlers.office import Office
from handlers.texts import Texts
from handlers.turn import Posting
from storage import citizens, timers
from storage.citizens import Rested
from storage.database import Database

log = structlog.get_logger(__name__)

AT_ONCE = 50  # in one transaction, so that messages coming in do not wait long

Task = Callable[[Office, int], None]
TASKS: Mapping[str, Task] = {promises.PURPOSE: promises.remind}


class Chores:
    """Does what is due. ``wake`` is told the lanes on which there is something to send."""

    def __init__(
        self,
        database: Database,
        mail: Mail,
        city: Callable[[], City],
        texts: Texts,
        clock: Callable[[], dt.datetime],
        wake: Callable[[Iterable[str]], None],
    ) -> None:
        self._database, self._mail, self._city, self._texts = database, mail, city, texts
        self._clock, self._wake = clock, wake

    def ring(self) -> int:
        """Do what timers ask for; returns how many had run out."""
        with self._database.read() as session:
            due = timers.due(session, now=self._clock(), limit=AT_ONCE)
        for timer in due:
            self._do(timer)
        return len(due)

    def _do(self, timer: timers.Due) -> None:
        now = self._clock()
        with self._database.write() as session:
            if not timers.take(session, timer):
                return
            office = Office(session, self._city(), self._texts, now)
            task = TASKS.get(timer.purpose)
            if task is None:
                log.error("a timer nobody knows", purpose=timer.purpose, object=timer.object_id)
                return
            task(office, timer.object_id)
            lanes = self._mail.enqueue(session, office.postings, now=now)
        self._wake(lanes)

    def look_after(self) -> int:
        """Remind of and end conversations at rest; returns how many were due."""
        now = self._clock()
        with self._database.write() as session:
            rested = citizens.take_rested(session, now=now, limit=AT_ONCE)
            if not rested:
                return 0
            office = Office(session, self._city(), self._texts, now)
            saved = [self._rest(office, row) for row in rested]
            citizens.save(session, saved)
            lanes = self._mail.enqueue(session, office.postings, now=now)
        self._wake(lanes)
        return len(rested)

    def _rest(self, office: Office, row: Rested) -> dict[str, object]:
        conversation = Conversation(row.version, row.flow, row.asked, row.state, row.updated_at)
        recipient = office.recipient(row.citizen_id)
        language = recipient.language if recipient else office.city.rules.languages[0]
        said = resting.rest(Dialogue(conversation, router.FLOWS, office.city, self._texts, language))
        if said is not None and recipient is not None:
            key = f"rest:{row.citizen_id}:{conversation.version}:{'open' if conversation.flow else 'ended'}"
            office.postings.append(Posting(recipient, said, key))
        return conversation_row(row.citizen_id, conversation, office.city.rules, office.now)
