"""Closing honestly: what the agency calls done waits for the citizen's word, and is asked about again in time.

``settling`` carries out what the citizen answers.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from handlers.city import Rules
from handlers.complaints import news
from handlers.complaints.happening import Happening
from handlers.hours import WorkingTime
from handlers.messages import Option
from handlers.office import Office
from storage import supporters, timers
from storage.models import Complaint, ComplaintEvent, EventKind, Status, Visibility

REMIND, LAPSE = "complaint.remind", "complaint.lapse"
_SPOKEN = frozenset({EventKind.ADDED, EventKind.CORRECTED, EventKind.REPLIED, EventKind.RESOLVED})


def react(office: Office, happening: Happening) -> None:
    """The agency says that it is done: set the timers for the reminder and for the end of the waiting.

    They are never moved or called off. Each looks for itself whether its time has come, so nobody waits for a row that
    somebody else is just working on.
    """
    if happening.kind != EventKind.RESOLVED:
        return
    complaint, version = happening.complaint, happening.event.id or 0
    for purpose, days in ((REMIND, office.city.rules.ask_again_days), (LAPSE, office.city.rules.sla.silent_days)):
        due_at = hours(office, complaint).after_days(office.now, days)
        timers.start(office.session, purpose, complaint.id or 0, version=version, due_at=due_at)


def hours(office: Office, complaint: Complaint) -> WorkingTime:
    """The working time by which silence is counted."""
    return office.city.hours(complaint.agency_id)


def ways_on(office: Office, complaint: Complaint, language: str) -> tuple[Option, ...]:
    """What the citizen may do about a complaint that the agency has ended: answer, open it again, object, file anew."""
    if complaint.status == Status.RESOLVED:
        return news.offered(office, complaint, EventKind.RESOLVED, language)
    if complaint.status == Status.REJECTED:
        return news.offered(office, complaint, EventKind.REJECTED, language)
    if complaint.status != Status.CLOSED:
        return ()
    if may_reopen(complaint, office.city.rules, office.now):
        return news.offered(office, complaint, EventKind.LAPSED, language)
    return file_anew(office, complaint, language)


def file_anew(office: Office, complaint: Complaint, language: str) -> tuple[Option, ...]:
    """The button for a new complaint about the same."""
    command = f"/lanjutan {complaint.number}"
    return (Option(command, office.texts.say(language, "button-lanjutan"), typed=command),)


def me_too(office: Office, complaint: Complaint, citizen_id: int, language: str) -> tuple[Option, ...]:
    """What somebody else than its filer may do: support it, or follow it no longer."""
    if complaint.visibility == Visibility.SECRET:
        return ()
    follows = supporters.follows(office.session, complaint.id or 0, citizen_id)
    if not follows and complaint.closed_at is not None:
        return ()
    word = "berhentiikut" if follows else "dukung"
    command = f"/{word} {complaint.number}"
    return (Option(command, office.texts.say(language, f"button-{word}"), typed=command),)


def since_resolved(log: Sequence[ComplaintEvent]) -> list[ComplaintEvent]:
    """The log from the moment on when the agency last called it done; empty if it never did."""
    places = [place for place, event in enumerate(log) if event.kind == EventKind.RESOLVED]
    return list(log[places[-1] :]) if places else []


def last_spoken(log: Sequence[ComplaintEvent]) -> ComplaintEvent:
    """When citizen or agency last said something, in a log that begins with the agency calling it done."""
    return [event for event in log if event.kind in _SPOKEN][-1]


def may_reopen(complaint: Complaint, rules: Rules, now: dt.datetime) -> bool:
    """Whether the citizen may have the complaint opened again, by the limits of the city."""
    if complaint.status not in (Status.RESOLVED, Status.CLOSED):
        return False
    ended = complaint.closed_at or now
    return complaint.reopened < rules.reopen_limit and now - ended <= dt.timedelta(days=rules.reopen_days)
