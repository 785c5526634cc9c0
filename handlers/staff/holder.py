"""Who has a complaint in hand, and whether somebody else may take it."""

from __future__ import annotations

import datetime as dt

from handlers.ago import ago
from handlers.complaints import claim
from handlers.office import Office
from handlers.refusal import Refusal
from handlers.staff import private
from handlers.turn import StaffMember
from storage import colleagues, complaints
from storage.models import Complaint, EventKind, Staff, Status


def of(office: Office, complaint: Complaint) -> Staff | None:
    """Whoever has it in hand and is still on the staff."""
    holder = colleagues.by_id(office.session, complaint.assignee_id)
    return holder if holder is not None and holder.ended_at is None else None


def check_free(office: Office, complaint: Complaint, member: StaffMember) -> Staff | None:
    """Refuse to let the member take what another has in hand; returns whom they take it from, if from anybody.

    A claim that was left alone may be taken over, and so may what nobody has taken since the citizen wrote again.
    """
    holder = of(office, complaint)
    number = complaint.number or ""
    if holder is None or claim.lapsed(office, complaint) or complaint.status == Status.RECEIVED:
        return holder if holder is not None and holder.id != member.id else None
    if holder.id == member.id:
        claim.renew(office, complaint, member.id)
        raise Refusal("team-yours", number=number)
    raise Refusal("team-held", number=number, name=holder.name, **ago(_since(office, complaint), office.now))


def _since(office: Office, complaint: Complaint) -> dt.datetime:
    last = complaints.last_of(office.session, complaint.id or 0, EventKind.TAKEN, EventKind.ASSIGNED)
    return last.at if last is not None else complaint.updated_at


def tell_former(office: Office, complaint: Complaint, former: Staff, by: StaffMember) -> None:
    """Somebody else has taken what they had in hand."""
    step = f"overtaken:{complaint.id}:{by.id}:{int(office.now.timestamp())}"
    private.tell(office, former, "team-overtaken", step, number=complaint.number or "", name=by.name)
