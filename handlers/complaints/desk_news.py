"""News of a complaint whose owner has no channel of ours: whoever wrote it down passes it on."""

from __future__ import annotations

from handlers.messages import Outgoing
from handlers.office import Office
from handlers.texts import Html
from handlers.turn import Posting
from storage.models import Complaint, ComplaintEvent, Staff


def tell(office: Office, complaint: Complaint, event: ComplaintEvent) -> None:
    """Ask the member of staff who filed it to tell the citizen, unless they did this step themselves or have left."""
    filer = office.session.get(Staff, complaint.filed_by_id) if complaint.filed_by_id else None
    if filer is None or filer.ended_at or filer.citizen_id is None or filer.id == event.staff_id:
        return
    to = office.recipient(filer.citizen_id)
    if to is None:
        return
    say = office.texts.say
    what = Html(say(to.language, f"event-{event.kind}"))
    text = say(to.language, "desk-news", number=complaint.number or "", what=what, text=event.text or "-")
    key = f"desk:{event.id}:{to.channel}:{to.address}"
    office.postings.append(Posting(to, Outgoing(text), key, complaint_id=complaint.id))
