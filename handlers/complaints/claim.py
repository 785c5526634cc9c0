"""A claim: who took a complaint has it for themselves, as long as something is done about it.

Taking gives it, every act of the holder renews it, and left alone it lapses. Once work is under way (an answer, the
start of the work, an assignment) it is no claim any more, and nothing lapses.
"""

from __future__ import annotations

from handlers.complaints.happening import Happening
from handlers.office import Office
from storage import colleagues, timers
from storage.models import Complaint, EventKind

PURPOSE = "complaint.claim"
_UNDER_WAY = frozenset(
    {
        EventKind.PROCESSING,
        EventKind.ASSIGNED,
        EventKind.REPLIED,
        EventKind.ASKED,
        EventKind.RESOLVED,
        EventKind.CLOSED,
        EventKind.REJECTED,
        EventKind.MERGED,
        EventKind.FORWARDED,
        EventKind.RETURNED,
        EventKind.RELEASED,
    }
)


def react(office: Office, happening: Happening) -> None:
    """Begin, renew or end the claim."""
    complaint, member = happening.complaint, happening.member
    if happening.kind == EventKind.TAKEN:
        until = complaint.claimed_until = office.now + office.city.rules.claim_idle
        # A timer of its own for each claim: to move another's would mean to wait for whoever fires it.
        timers.start(office.session, PURPOSE, complaint.id or 0, version=happening.event.id or 0, due_at=until)
    elif complaint.claimed_until is None:
        return
    elif happening.kind in _UNDER_WAY:
        complaint.claimed_until = None
    elif member is not None and member.id == complaint.assignee_id:
        complaint.claimed_until = office.now + office.city.rules.claim_idle
    office.session.add(complaint)


def renew(office: Office, complaint: Complaint, staff_id: int) -> None:
    """The person looks at the complaint or writes about it, which is no event; they keep the claim if it is theirs."""
    if complaint.assignee_id == staff_id and complaint.claimed_until is not None:
        until = office.now + office.city.rules.claim_idle
        colleagues.renew_claim(office.session, complaint.id or 0, staff_id, until)


def wait(office: Office, complaint: Complaint) -> None:
    """Look again when the claim as it was renewed is over."""
    if complaint.claimed_until is not None:
        timers.start(office.session, PURPOSE, complaint.id or 0, due_at=complaint.claimed_until)


def lapsed(office: Office, complaint: Complaint) -> bool:
    """Whether it is a claim that has been left alone for too long."""
    return complaint.claimed_until is not None and complaint.claimed_until <= office.now
