"""What is due by the clock: timers that ran out, and conversations left in the middle. Each is done once, by whoever
looks first; a process that dies leaves it for the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.desk import Desk
from bot.receive import conversation_row
from handlers import capabilities
from handlers.capability import Task
from handlers.dialogue import resting
from handlers.dialogue.engine import Conversation, Dialogue
from handlers.office import Office
from handlers.turn import Posting
from storage import citizens, looking, timers
from storage.citizens import Rested

log = structlog.get_logger(__name__)

LOOKS_KEPT = dt.timedelta(days=30)  # whoever comes back after that is shown what happened since they last wrote
AT_ONCE = 50  # in one transaction, so that messages coming in do not wait long


class Chores:
    """Does what is due; ``tasks`` by the purpose of the timer that asks for one."""

    def __init__(self, desk: Desk, tasks: Mapping[str, Task] = capabilities.TASKS) -> None:
        self._desk, self._tasks = desk, tasks

    def ring(self) -> int:
        """Do what timers ask for; returns how many were done or called off."""
        with self._desk.database.read() as session:
            due = timers.due(session, now=self._desk.clock(), limit=AT_ONCE)
        return sum(self._done(timer) for timer in due)

    def _done(self, timer: timers.Due) -> bool:
        """Whether it was done; one that fails is tried again at the next look, and keeps no other from ringing."""
        try:
            self._do(timer)
        except SQLAlchemyError:
            raise  # the database is away: none of them can be done
        except Exception:
            log.exception("a timer failed and will ring again", purpose=timer.purpose, object=timer.object_id)
            return False
        return True

    def _do(self, timer: timers.Due) -> None:
        with self._desk.office() as office:
            if not timers.take(office.session, timer):
                return
            task = self._tasks.get(timer.purpose)
            if task is None:
                log.error("a timer nobody knows", purpose=timer.purpose, object=timer.object_id)
                return
            task(office, timer.object_id)

    def look_after(self) -> int:
        """Remind of and end conversations at rest; returns how many were due."""
        with self._desk.office() as office:
            rested = citizens.take_rested(office.session, now=office.now, limit=AT_ONCE)
            citizens.save(office.session, [self._rest(office, row) for row in rested])
        return len(rested)

    def tidy(self) -> int:
        """Forget who had which complaint open long ago; returns how many such looks there were."""
        with self._desk.office() as office:
            return looking.forget(office.session, before=office.now - LOOKS_KEPT)

    def _rest(self, office: Office, row: Rested) -> dict[str, object]:
        conversation = Conversation(row.version, row.flow, row.asked, row.state, row.updated_at)
        recipient = office.recipient(row.citizen_id)
        language = recipient.language if recipient else office.city.rules.languages[0]
        said = resting.rest(Dialogue(conversation, capabilities.FLOWS, office.city, office.texts, language))
        if said is not None and recipient is not None:
            key = f"rest:{row.citizen_id}:{conversation.version}:{'open' if conversation.flow else 'ended'}"
            office.postings.append(Posting(recipient, said, key))
        return conversation_row(row.citizen_id, conversation, office.city.rules, office.now)
