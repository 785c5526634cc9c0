"""A complaint's clocks follow what happens to it: met, stopped while the citizen is asked, begun anew."""

from __future__ import annotations

from handlers.complaints import clocks
from handlers.complaints.clocks import Change, Terms
from handlers.complaints.happening import Happening
from handlers.office import Office
from storage import clocks as rows
from storage import complaints
from storage.models import Complaint, EventKind

# What changes nothing about the clocks: those of a new complaint begin as it is filed.
_BESIDE = frozenset(
    {
        EventKind.FILED,
        EventKind.NOTED,
        EventKind.SUPPORTED,
        EventKind.WARNED,
        EventKind.ESCALATED,
        EventKind.LINKED,
        EventKind.HIDDEN,
        EventKind.SHOWN,
        EventKind.IDENTIFIED,
        EventKind.NUMBERED,
    }
)


def react(office: Office, happening: Happening) -> None:
    """Bring the clocks, and the deadline the complaint is sorted by, into step with what happened."""
    complaint = happening.complaint
    if happening.kind in _BESIDE:
        return
    terms = terms_for(office, complaint)
    before = rows.of(office.session, complaint.id or 0)
    now = clocks.after(before, _change(office, happening), terms)
    rows.save(
        office.session, complaint.id or 0, [clock for clock, was in zip(now, before, strict=True) if clock != was]
    )
    complaint.due_at = clocks.next_due(now)


def terms_for(office: Office, complaint: Complaint) -> Terms:
    """What the complaint's deadlines are counted by."""
    return clocks.terms_of(
        office.city, agency_id=complaint.agency_id, kind=complaint.kind, category_id=complaint.category_id
    )


def _change(office: Office, happening: Happening) -> Change:
    complaint = happening.complaint
    merged_at = None
    if happening.kind == EventKind.UNMERGED:
        merged_at = complaints.last_event(office.session, complaint.id or 0, EventKind.MERGED)
    return Change(
        happening.kind,
        complaint.status,
        office.now,
        by_staff=happening.member is not None,
        verified=complaint.verified_at is not None,
        merged_at=merged_at,
    )
