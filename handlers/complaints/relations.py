"""Complaints that belong together are linked, and both their logs say so."""

from __future__ import annotations

from handlers.complaints import happenings
from handlers.office import Office
from handlers.turn import StaffMember
from storage import links
from storage.models import Complaint, EventKind


def link(office: Office, complaint: Complaint, other: Complaint, *, by: StaffMember | str, kind: str) -> bool:
    """Link two complaints that the caller has locked; False if they are linked already."""
    if not links.add(office.session, complaint.id or 0, other.id or 0, kind, now=office.now):
        return False
    for one, another in ((complaint, other), (other, complaint)):
        happenings.happen(office, one, EventKind.LINKED, by=by, text=another.number or "", public=False)
    return True
