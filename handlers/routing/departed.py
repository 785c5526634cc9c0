"""Whether a complaint was once with somebody's agency: they may know where it went, and no more."""

from __future__ import annotations

from handlers.office import Office
from handlers.routing.trail import Trail
from handlers.staff import rights
from handlers.turn import StaffMember
from storage.models import Complaint, Visibility


def once_theirs(office: Office, member: StaffMember | None, complaint: Complaint) -> bool:
    """Whether the member's agency had the complaint and sent it on. Of what is secret nobody learns that."""
    if member is None or member.agency_id is None or not rights.may_handle_complaints(member):
        return False
    if complaint.visibility == Visibility.SECRET or complaint.agency_id == member.agency_id:
        return False
    return Trail.of(office.session, complaint).came_by(office.city.agencies[member.agency_id].code)
