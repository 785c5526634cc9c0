"""When agencies are told something of themselves: as they open, each day or each week.

Each agency has a timer for either, which is set anew when it runs out. Those that are missing, because the agency is
new, are set by ``arm``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from sqlmodel import Session

from handlers.city import City
from handlers.office import Office
from storage import timers

DIGEST, WEEKLY, EXPIRING = "digest", "weekly", "answers-expiring"
EARLIEST = dt.time(7)  # where somebody is there all night, the morning begins then

When = Callable[[City, int, dt.datetime], dt.datetime]


def next_morning(city: City, agency_id: int, now: dt.datetime) -> dt.datetime:
    """When the agency opens next, ``now`` not counting."""
    hours = city.hours(agency_id)
    opening = hours.opens(hours.closes(now) if hours.is_open(now) else now)
    while (morning := _not_at_night(city, opening)) <= now:
        opening = hours.opens(hours.closes(opening))
    return morning


def next_week(city: City, agency_id: int, now: dt.datetime) -> dt.datetime:
    """When the agency opens first in the week after this one."""
    zone = city.rules.timezone
    today = now.astimezone(zone).date()
    monday = today + dt.timedelta(days=7 - today.weekday())
    beginning = dt.datetime.combine(monday, dt.time(), tzinfo=zone).astimezone(dt.UTC)
    return _not_at_night(city, city.hours(agency_id).opens(beginning))


def _not_at_night(city: City, opening: dt.datetime) -> dt.datetime:
    local = opening.astimezone(city.rules.timezone)
    return max(opening, dt.datetime.combine(local.date(), EARLIEST, tzinfo=local.tzinfo).astimezone(dt.UTC))


NEXT: Mapping[str, When] = {DIGEST: next_morning, WEEKLY: next_week, EXPIRING: next_morning}


def unarmed(session: Session, city: City, now: dt.datetime) -> list[tuple[str, int]]:
    """The timers (purpose, agency) that are missing: of all agencies that serve today."""
    today = city.day(now)
    serving = [agency.id for agency in city.agencies.values() if agency.serves(today)]
    armed = {purpose: timers.set_for(session, purpose) for purpose in NEXT}
    return [(purpose, agency_id) for purpose in NEXT for agency_id in serving if agency_id not in armed[purpose]]


def arm(office: Office) -> None:
    """Set the timers that are missing."""
    for purpose, agency_id in unarmed(office.session, office.city, office.now):
        again(office, purpose, agency_id)


def begun(office: Office, purpose: str, agency_id: int) -> bool:
    """Whether the agency still serves, so that it is to be told today; its timer is set for the next time."""
    agency = office.city.agencies.get(agency_id)
    if agency is None or not agency.serves(office.today):
        return False
    again(office, purpose, agency_id)
    return True


def again(office: Office, purpose: str, agency_id: int) -> None:
    """Set the timer for the next time."""
    timers.start(office.session, purpose, agency_id, due_at=NEXT[purpose](office.city, agency_id, office.now))
