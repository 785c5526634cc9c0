"""When the classifier is trained: each night, as a timer that survives restarts and rings once over all processes.

The timer only asks for it (storage/routing_models.py); who does the work is another program (bot/retraining.py), for
training takes a processor and hundreds of megabytes for a while.
"""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from sqlmodel import Session

from handlers.capability import Capability
from handlers.office import Office
from storage import routing_models, timers

PURPOSE = "train-routing"
AT = dt.time(2, 30)  # in the city's zone: few people write then
THE_CITY = 0  # the timer is about no object


def next_night(now: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """The next moment after ``now`` at which it is time."""
    today = now.astimezone(zone).date()
    tonight = dt.datetime.combine(today, AT, zone)
    if tonight <= now:
        tonight = dt.datetime.combine(today + dt.timedelta(days=1), AT, zone)
    return tonight.astimezone(dt.UTC)


def arm(session: Session, now: dt.datetime, zone: ZoneInfo) -> None:
    """See to it that there is a timer; one that is there already stays."""
    if not timers.is_set(session, PURPOSE, THE_CITY):
        timers.start(session, PURPOSE, THE_CITY, due_at=next_night(now, zone))


def _ring(office: Office, _: int) -> None:
    arm(office.session, office.now, office.city.rules.timezone)
    routing_models.ask(office.session)


CAPABILITY = Capability(tasks={PURPOSE: _ring})
