"""What comes in from citizens, and when the agency hears of it: at once, or when its office opens.

While the office is closed, what is urgent goes to whoever is on duty, in their own chat, and everything to the agency
when it opens; the citizen is told so. Nothing waits where nobody is on duty for what is urgent, nor where staff have
just been at work on the complaint, nor during the midday break.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from handlers.ago import soon
from handlers.capability import Capability
from handlers.city import City
from handlers.complaints import notices, service, status, topics
from handlers.complaints.filing import VOICE_ONLY
from handlers.complaints.happening import Happening
from handlers.office import Office, office_of
from handlers.staff import discretion, duty, private
from handlers.texts import Html
from handlers.turn import Turn
from storage import complaints, timers
from storage.models import Attachment, Complaint, ComplaintEvent, EventKind, Priority, Staff

OPENS = "office.opens"  # the timer by which an event is told when the office opens
AT_WORK = dt.timedelta(hours=1)  # after an act of staff somebody is taken to be still there
_NEWS = frozenset({EventKind.FILED, EventKind.ADDED, EventKind.CORRECTED})
_MOVES = (EventKind.FORWARDED, EventKind.RETURNED)


@dataclass(frozen=True, slots=True)
class Wait:
    """Until when news waits; ``officers`` on duty hear of it at once."""

    until: dt.datetime
    officers: tuple[Staff, ...] = ()


def react(office: Office, happening: Happening) -> None:
    """Tell whoever should hear of what happened, now or later."""
    complaint, event = happening.complaint, happening.event
    by_citizen = event.actor == service.CITIZEN
    wait = waiting(office, complaint, happening.kind, event.text) if by_citizen else None
    if wait is None:
        _tell(office, happening)
        return
    timers.start(office.session, OPENS, event.id or 0, due_at=wait.until)
    for officer in wait.officers:
        _call(office, complaint, event, officer)


def _tell(office: Office, happening: Happening) -> None:
    topics.prepare(office, happening)
    notices.react(office, happening)
    topics.follow(office, happening)


def _call(office: Office, complaint: Complaint, event: ComplaintEvent, officer: Staff) -> None:
    step, number = f"event:{event.id}", complaint.number or ""
    urgent = Priority.EMERGENCY
    if event.kind == EventKind.FILED:
        private.tell(office, officer, "hours-urgent", step, card=complaint, priority=urgent, number=number)
        return
    words = discretion.words(office, complaint, event.text, private=True) or VOICE_ONLY
    private.tell(
        office, officer, "hours-urgent-added", step, card=complaint, priority=urgent, number=number, text=words
    )


def waiting(office: Office, complaint: Complaint, kind: EventKind, text: str) -> Wait | None:
    """Whether news from the citizen waits for the office to open; None if it is told at once."""
    until = closed_until(office.city, complaint.agency_id, office.now) if kind in _NEWS else None
    if until is None or (kind != EventKind.FILED and _at_work(office, complaint)):
        return None
    if not office.city.is_urgent(complaint.category_id, text):
        return Wait(until)
    on_duty = [each for each in duty.officers(office, complaint.agency_id) if private.chat_of(office, each) is not None]
    return Wait(until, tuple(on_duty)) if on_duty else None


def closed_until(city: City, agency_id: int, now: dt.datetime) -> dt.datetime | None:
    """When the agency's office opens; None if it is open, or having its midday break."""
    hours = city.hours(agency_id)
    opens = hours.opens(now)
    if opens == now:
        return None
    local = now.astimezone(city.rules.timezone)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    same_day = city.day(opens) == local.date()
    return None if same_day and hours.between(midnight, now) > 0 else opens


def _at_work(office: Office, complaint: Complaint) -> bool:
    log = complaints.events(office.session, complaint.id or 0)
    return any(event.staff_id is not None and office.now - event.at < AT_WORK for event in log)


def promise(turn: Turn, complaint: Complaint, kind: EventKind, text: str) -> Html:
    """What the citizen is told, below the confirmation, while the office is closed; empty if it hears at once."""
    wait = waiting(office_of(turn), complaint, kind, text)
    if wait is None:
        return Html("")
    agency = turn.city.agencies[complaint.agency_id].name(turn.language)
    when = soon(turn.texts, turn.language, wait.until, turn.now, turn.city.rules.timezone)
    key = "hours-on-duty" if wait.officers else "hours-closed"
    return Html("\n\n" + turn.text(key, agency=agency, when=when))


# --- when the office opens


def opened(office: Office, event_id: int) -> None:
    """The office opens: what happened meanwhile is told, unless it is no news any more."""
    event = office.session.get(ComplaintEvent, event_id)
    complaint = complaints.by_id(office.session, event.complaint_id, lock=True) if event is not None else None
    if event is None or complaint is None or complaint.status in status.ENDED:
        return
    until = closed_until(office.city, complaint.agency_id, office.now)
    if until is not None:  # a holiday was entered meanwhile
        timers.start(office.session, OPENS, event_id, due_at=until)
        return
    if event.kind == EventKind.FILED and _has_moved(office, complaint):
        return  # the agency it went to was told then
    _tell(office, Happening(complaint, event))
    for file in complaints.attachments(office.session, complaint.id or 0):
        if file.event_id == event_id:
            notices.show_attachment(office, file)


def _has_moved(office: Office, complaint: Complaint) -> bool:
    return complaints.last_of(office.session, complaint.id or 0, *_MOVES) is not None


def show_attachment(office: Office, attachment: Attachment) -> None:
    """A file that has been fetched goes to those who got the complaint's card, or will go with it."""
    if attachment.event_id is None or not timers.is_set(office.session, OPENS, attachment.event_id):
        notices.show_attachment(office, attachment)


CAPABILITY = Capability(tasks={OPENS: opened})
