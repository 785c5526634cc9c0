"""Sending a complaint on to another agency, or back to the verifiers: "not ours"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.city import AgencyInfo
from handlers.complaints import happenings, notices, status
from handlers.office import Office
from handlers.refusal import Refusal
from handlers.routing import farewell
from handlers.routing.trail import Trail
from handlers.staff import rights
from handlers.turn import StaffMember
from storage import complaints, roster
from storage.models import Complaint, EventKind, Visibility

MOST = 2  # times that agencies may send something on to each other before a verifier looks at it


def check(office: Office, complaint: Complaint, to: AgencyInfo) -> None:
    """Whether the complaint can go to that agency; raises Refusal saying why it cannot."""
    number, name = complaint.number or "", to.name(office.city.rules.languages[0])
    today = office.today
    check_open(complaint)
    if to.id == complaint.agency_id:
        raise Refusal("forward-same", number=number, agency=name)
    if complaint.visibility == Visibility.SECRET and to.code not in office.city.rules.secret_agencies:
        raise Refusal("forward-secret", number=number)
    if not to.serves(today):
        raise Refusal("forward-gone", agency=name)
    if to.id != office.city.verifier.id and not roster.chats_of(office.session, to.id):
        raise Refusal("forward-nobody", agency=name)


def check_open(complaint: Complaint) -> None:
    """What has ended goes nowhere; raises Refusal."""
    if complaint.status in status.ENDED:
        raise Refusal(f"staff-already-{complaint.status}", number=complaint.number or "")


def send(
    office: Office,
    member: StaffMember,
    complaint: Complaint,
    to: AgencyInfo,
    why: str,
    *,
    source: str = "",
    chat: str = "",
) -> EventKind:
    """Send a locked complaint on; returns what it came to: FORWARDED, or RETURNED to the verifiers. Raises Refusal.

    It goes to the verifiers instead when the agency has sent it back before, or when agencies have sent it on to each
    other too often. A verifier may send anything anywhere; what is secret never goes to the verifiers.
    """
    check(office, complaint, to)
    verified, secret = rights.verifies(member, office.city), complaint.visibility == Visibility.SECRET
    data = {"to": to.code, "why": why, "by": member.name, "verified": verified and not secret}
    if not verified and not secret and _goes_round(office, complaint, to):
        data |= {"to": office.city.verifier.code, "meant": to.code}
        return _move(office, member, complaint, EventKind.RETURNED, data, source, chat)
    return _move(office, member, complaint, EventKind.FORWARDED, data, source, chat)


def _goes_round(office: Office, complaint: Complaint, to: AgencyInfo) -> bool:
    trail = Trail.of(office.session, complaint)
    return to.id == office.city.verifier.id or trail.returned_by(to.code) or trail.unverified >= MOST


def give_back(
    office: Office, member: StaffMember, complaint: Complaint, why: str, *, source: str = "", chat: str = ""
) -> EventKind:
    """Send a locked complaint back to the verifiers, for the reason ``why``. Raises Refusal."""
    if complaint.visibility == Visibility.SECRET:
        raise Refusal("forward-secret", number=complaint.number or "")
    verifier = office.city.verifier
    check(office, complaint, verifier)
    if not office.agency_chats(verifier.id, secret=False):
        raise Refusal("forward-nobody", agency=verifier.name(office.city.rules.languages[0]))
    data = {"to": verifier.code, "why": why, "by": member.name}
    return _move(office, member, complaint, EventKind.RETURNED, data, source, chat)


def _move(
    office: Office,
    member: StaffMember,
    complaint: Complaint,
    kind: EventKind,
    data: Mapping[str, Any],
    source: str,
    chat: str,
) -> EventKind:
    before, holder = office.city.agencies[complaint.agency_id], complaint.assignee_id
    to = office.city.agency(str(data["to"]))
    complaint.agency_id, complaint.assignee_id, complaint.claimed_until = to.id, None, None
    event = happenings.happen(
        office, complaint, kind, by=member, data={"from": before.code, **data}, source=source, chat=chat
    )
    for file in complaints.attachments(office.session, complaint.id or 0):
        notices.show_attachment(office, file)
    farewell.tell(office, complaint, event, before, holder, besides=(chat, member.id))
    return kind
