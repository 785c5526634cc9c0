"""Who a citizen is, for those who need to know it: with a reason, logged, told to the citizen, and by two for a secret.

The one who asks for a secret identity waits for a second person's consent, which holds for a day and for one look.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.complaints import accountability, happenings
from handlers.office import Office
from handlers.refusal import Refusal
from handlers.staff import masking, rights, work
from handlers.turn import StaffMember
from storage import audit, complaints, identities
from storage.models import Address, Complaint, EventKind, IdentityRequest, Staff, Visibility

REASON_LEAST, REASON_MOST = 10, 500  # characters
CONSENT_LASTS = dt.timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Revealed:
    """What is known of the citizen: how they can be reached, and what they wrote with its numbers."""

    complaint: Complaint
    addresses: Sequence[Address]
    written: Sequence[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A second person has to agree first; ``others`` are those who may."""

    complaint: Complaint
    request: IdentityRequest
    others: Sequence[Staff]


def find(office: Office, member: StaffMember, number: str) -> Complaint:
    """The complaint, locked, if the member may learn who is behind it. Raises Refusal."""
    complaint = work.find(office, member, number, lock=True)
    if not rights.may_identify(member, complaint):
        raise Refusal("identity-not-yours", number=number)
    return complaint


def consented(office: Office, member: StaffMember, complaint: Complaint) -> bool:
    """Whether the member may look now without giving a reason again: somebody agreed to the one given."""
    return identities.consent(office.session, complaint.id or 0, member.id, now=office.now) is not None


def look(office: Office, member: StaffMember, number: str, reason: str) -> Revealed | Asked:
    """Reveal who the citizen is, or ask a second person if that is secret. Raises Refusal."""
    complaint = find(office, member, number)
    if complaint.visibility != Visibility.SECRET:
        return _reveal(office, member, complaint, reason)
    consent = identities.consent(office.session, complaint.id or 0, member.id, now=office.now)
    if consent is None:
        return _ask(office, member, complaint, reason)
    consent.expires_at = office.now  # it holds for one look
    office.session.add(consent)
    return _reveal(office, member, complaint, consent.reason, second=_deciding(office, consent))


def _reveal(
    office: Office, member: StaffMember, complaint: Complaint, reason: str, second: Staff | None = None
) -> Revealed:
    data = {"what": accountability.IDENTITY, **accountability.office_held(member)}
    if second is not None:
        data["second"] = accountability.office_held(_member(second))
    happenings.happen(office, complaint, EventKind.IDENTIFIED, by=member, text=reason, data=data)
    found = identities.addresses(office.session, complaint.citizen_id)
    return Revealed(complaint, found, [text for text in written(office, complaint) if masking.hides(text)])


def written(office: Office, complaint: Complaint) -> list[str]:
    """What the citizen wrote, oldest first."""
    log = complaints.events(office.session, complaint.id or 0)
    return [complaint.text] + [event.text for event in log[1:] if event.actor == "citizen" and event.text]


def numbers(office: Office, member: StaffMember, number: str) -> list[str]:
    """What the citizen wrote with the numbers that are masked elsewhere, such as one to call back. Raises Refusal."""
    complaint = work.find(office, member, number, lock=True)
    if complaint.visibility != Visibility.PUBLIC:
        raise Refusal("numbers-identity", number=number)
    found = [text for text in written(office, complaint) if masking.hides(text)]
    if not found:
        raise Refusal("numbers-none", number=number)
    data = {"what": accountability.NUMBERS, **accountability.office_held(member)}
    happenings.happen(office, complaint, EventKind.IDENTIFIED, by=member, data=data)
    return found


def has_numbers(office: Office, complaint: Complaint) -> bool:
    """Whether ``numbers`` would show something."""
    if complaint.visibility != Visibility.PUBLIC:
        return False
    return any(masking.hides(text) for text in written(office, complaint))


def _ask(office: Office, member: StaffMember, complaint: Complaint, reason: str) -> Asked:
    waiting = identities.waiting(office.session, complaint.id or 0, now=office.now)
    if any(request.staff_id == member.id for request in waiting):
        raise Refusal("identity-asked-already", number=complaint.number or "")
    others = [staff for staff in _second_people(office, complaint) if staff.id != member.id]
    others = [staff for staff in others if staff.citizen_id != _citizen_of(office, member.id)]
    if not others:
        raise Refusal("identity-nobody-else", number=complaint.number or "")
    request = IdentityRequest(
        complaint_id=complaint.id or 0,
        staff_id=member.id,
        reason=reason,
        at=office.now,
        expires_at=office.now + CONSENT_LASTS,
    )
    identities.add(office.session, request)
    _log(office, member, "identity.asked", complaint, reason)
    return Asked(complaint, request, others)


def _second_people(office: Office, complaint: Complaint) -> list[Staff]:
    """Who may agree: not the person whom it is about, should they be on the staff."""
    codes = office.city.rules.identity_agencies
    agencies = {complaint.agency_id, *(agency.id for agency in office.city.agencies.values() if agency.code in codes)}
    found = identities.staff_of(office.session, sorted(agencies))
    return [staff for staff in found if _may_agree(staff, complaint)]


def _may_agree(staff: Staff, complaint: Complaint) -> bool:
    return rights.may_consent(_member(staff)) and staff.citizen_id != complaint.citizen_id


def decide(office: Office, member: StaffMember, number: str, *, granted: bool, reason: str = "") -> IdentityRequest:
    """Agree or refuse as the second person. Raises Refusal; who may not decide learns nothing of the complaint."""
    complaint = complaints.by_number(office.session, number, lock=True)
    if complaint is None or member.id not in {staff.id for staff in _second_people(office, complaint)}:
        raise Refusal("staff-no-such-complaint", number=number)
    waiting = identities.waiting(office.session, complaint.id or 0, now=office.now)
    waiting = [request for request in waiting if _still_there(office, request)]
    if not waiting:
        raise Refusal("identity-nothing-asked", number=number)
    mine = _citizen_of(office, member.id)
    others = [request for request in waiting if _citizen_of(office, request.staff_id) != mine]
    if not others:
        raise Refusal("identity-your-own", number=number)
    request = others[0]
    request.decided_by_id, request.decided_at, request.granted = member.id, office.now, granted
    if granted:
        request.expires_at = office.now + CONSENT_LASTS
    office.session.add(request)
    _log(office, member, "identity.granted" if granted else "identity.refused", complaint, reason, of=request.staff_id)
    return request


def _log(office: Office, member: StaffMember, action: str, complaint: Complaint, reason: str, **more: int) -> None:
    detail = {"reason": reason, **more}
    audit.record(
        office.session, staff_id=member.id, action=action, thing=complaint.number or "", now=office.now, **detail
    )


def _still_there(office: Office, request: IdentityRequest) -> bool:
    asking = office.session.get(Staff, request.staff_id)
    return asking is not None and asking.ended_at is None


def _citizen_of(office: Office, staff_id: int) -> int | None:
    staff = office.session.get(Staff, staff_id)
    return staff.citizen_id if staff is not None else None


def _deciding(office: Office, request: IdentityRequest) -> Staff | None:
    return office.session.get(Staff, request.decided_by_id) if request.decided_by_id else None


def _member(staff: Staff) -> StaffMember:
    return StaffMember(staff.id or 0, staff.name, staff.role, staff.agency_id)
