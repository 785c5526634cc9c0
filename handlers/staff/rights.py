"""Who among the staff may do what. Every check goes through here."""

from __future__ import annotations

from handlers.turn import StaffMember
from storage.models import Complaint, Role, Visibility

_HANDLING = frozenset({Role.ADMIN, Role.OPERATOR, Role.HEAD})


def may_handle_complaints(member: StaffMember | None) -> bool:
    """Whether the person handles complaints at all."""
    return member is not None and member.role in _HANDLING


def may_handle(member: StaffMember | None, complaint: Complaint) -> bool:
    """Whether the person may see and answer this complaint.

    An agency sees its own; an admin sees all but the secret ones, which are for the agency they went to alone.
    """
    if member is None or not may_handle_complaints(member):
        return False
    if member.agency_id == complaint.agency_id:
        return True
    return member.role == Role.ADMIN and complaint.visibility != Visibility.SECRET
