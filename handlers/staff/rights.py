"""Who among the staff may do what. Every check goes through here.

A right is read with each message, so one that has ended is gone at once (storage/citizens.py leaves it out).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from handlers.city import City
from handlers.refusal import Refusal
from handlers.turn import StaffMember
from storage.models import Complaint, Role, Visibility
from storage.tickets import Scope


class Right(StrEnum):
    """One thing that only some may do."""

    HANDLE = "handle"  # see and answer the complaints of one's agency
    ASSIGN = "assign"  # give work to colleagues, keep the duty roster, enter absences
    IDENTIFY = "identify"  # look up, with a reason, who a citizen is
    MUTE = "mute"  # stop a sender for a time
    EXPORT = "export"  # take complaints out of the system, without identities
    EXPORT_IDENTITIES = "export-identities"
    REVIEW = "review"  # see who has which access
    MANAGE = "manage"  # routing, deadlines, staff: everything the city sets
    WRITE_ANSWERS = "write-answers"  # drafts of one's agency's answers, and how they are asked for
    PUBLISH_ANSWERS = "publish-answers"  # say that they are right
    BROADCAST = "broadcast"
    APPROVE = "approve"
    STEWARD = "steward"


_HANDLER = frozenset({Right.HANDLE, Right.MUTE, Right.WRITE_ANSWERS})
_RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.OPERATOR: _HANDLER,
    Role.HEAD: _HANDLER | {Right.PUBLISH_ANSWERS, Right.ASSIGN, Right.IDENTIFY, Right.EXPORT, Right.REVIEW},
    Role.ADMIN: _HANDLER
    | {Right.PUBLISH_ANSWERS, Right.ASSIGN, Right.IDENTIFY, Right.EXPORT, Right.EXPORT_IDENTITIES}
    | {Right.REVIEW, Right.MANAGE},
    Role.BROADCASTER: frozenset({Right.BROADCAST}),
    Role.APPROVER: frozenset({Right.APPROVE}),
    Role.STEWARD: frozenset({Right.STEWARD}),
}


def may(member: StaffMember | None, right: Right) -> bool:
    """Whether the person has the right at all; for one complaint ask ``may_handle`` as well."""
    return member is not None and right in _RIGHTS[Role(member.role)]


def demand(member: StaffMember | None, right: Right) -> StaffMember:
    """The person, who has the right; Refused if not. A right may have ended while they were asked something."""
    if member is None or not may(member, right):
        raise Refusal("staff-only")
    return member


def has(right: Right) -> Callable[[StaffMember | None], bool]:
    """Whether somebody has ``right``, as a question a command asks."""
    return lambda member: may(member, right)


def may_handle_complaints(member: StaffMember | None) -> bool:
    """Whether the person handles complaints at all."""
    return may(member, Right.HANDLE)


def may_handle(member: StaffMember | None, complaint: Complaint) -> bool:
    """Whether the person may see and answer this complaint.

    An agency sees its own; an admin sees all but the secret ones, which are for the agency they went to alone.
    """
    if member is None or not may_handle_complaints(member):
        return False
    if member.agency_id == complaint.agency_id:
        return True
    return member.role == Role.ADMIN and complaint.visibility != Visibility.SECRET


def may_identify(member: StaffMember | None, complaint: Complaint) -> bool:
    """Whether the person may learn, with a reason, who is behind this complaint.

    Who stayed anonymous is for the head of the agency that handles it, and not for those who look after the whole.
    """
    if member is None or not (may(member, Right.IDENTIFY) and may_handle(member, complaint)):
        return False
    return complaint.visibility == Visibility.PUBLIC or member.agency_id == complaint.agency_id


def may_consent(member: StaffMember | None) -> bool:
    """Whether the person may be the second of two who are needed to learn who is behind a secret complaint."""
    return may(member, Right.IDENTIFY) or may(member, Right.APPROVE)


def scope(member: StaffMember) -> Scope:
    """Which complaints the person may see, as ``may_handle`` says of each: for lists."""
    if not may_handle_complaints(member):
        return Scope(None)
    return Scope(member.agency_id, everywhere=member.role == Role.ADMIN)


def may_write(member: StaffMember | None, agency_id: int | None) -> bool:
    """Whether the person may write drafts of what this agency answers (None: what nobody owns)."""
    if member is None or not may(member, Right.WRITE_ANSWERS):
        return False
    return member.role == Role.ADMIN or (agency_id is not None and member.agency_id == agency_id)


def may_publish(member: StaffMember | None, agency_id: int | None) -> bool:
    """Whether the person may change what citizens read of this agency's answers."""
    return may(member, Right.PUBLISH_ANSWERS) and may_write(member, agency_id)


def whose_answers(member: StaffMember) -> int | None:
    """The agency whose answers and questions the person looks after; None: all, 0: none."""
    return None if member.role == Role.ADMIN else member.agency_id or 0


def verifies(member: StaffMember | None, city: City) -> bool:
    """Whether the person decides where complaints belong that no rule routes or that came back: the verifiers."""
    if member is None or not may_handle_complaints(member):
        return False
    return member.role == Role.ADMIN or member.agency_id == city.agency(city.rules.fallback_agency).id
