"""The promise "you will hear by …": on its day, whoever handles a complaint not yet answered is reminded, once."""

from __future__ import annotations

import datetime as dt

from handlers.capability import Capability
from handlers.city import City
from handlers.complaints import notices, status
from handlers.office import Office
from storage import complaints, timers
from storage.models import Complaint, EventKind

PURPOSE = "complaint.promise"
MORNING = dt.time(8)  # local; offices are opening


def remember(office: Office, complaint: Complaint) -> None:
    """Set the timer for the morning of the day the citizen was promised."""
    timers.start(office.session, PURPOSE, complaint.id or 0, due_at=_morning(complaint.due_on, office.city))


def _morning(day: dt.date, city: City) -> dt.datetime:
    return dt.datetime.combine(day, MORNING, tzinfo=city.rules.timezone).astimezone(dt.UTC)


def remind(office: Office, complaint_id: int) -> None:
    """Tell the handlers if the citizen has heard nothing yet; a complaint answered or ended needs no reminder."""
    complaint = complaints.by_id(office.session, complaint_id)
    if complaint is None or complaint.status in status.ENDED:
        return
    if complaints.last_event(office.session, complaint_id, EventKind.REPLIED) is None:
        notices.tell_due(office, complaint)


CAPABILITY = Capability(tasks={PURPOSE: remind})
