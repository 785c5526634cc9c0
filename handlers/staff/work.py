"""What staff do to a complaint: take it, answer, note, start, close, reject. Each step is an event and is told."""

from __future__ import annotations

from handlers.complaints import happenings, status
from handlers.office import Office, Refusal
from handlers.staff import rights
from handlers.turn import StaffMember
from storage import complaints
from storage.models import Complaint, EventKind, Staff

NEEDS_TEXT = frozenset({EventKind.REPLIED, EventKind.NOTED, EventKind.CLOSED, EventKind.REJECTED})
_QUIET = frozenset({EventKind.NOTED})
_OPEN_ONLY = frozenset({EventKind.TAKEN, EventKind.PROCESSING, EventKind.CLOSED, EventKind.REJECTED})


def find(office: Office, member: StaffMember, number: str, *, lock: bool = False) -> Complaint:
    """The complaint of that number. Refused as not found where the member may not see it: its existence is no news."""
    complaint = complaints.by_number(office.session, number, lock=lock)
    if complaint is None or not rights.may_handle(member, complaint):
        raise Refusal("staff-no-such-complaint", number=number)
    return complaint


def act(
    office: Office,
    member: StaffMember,
    number: str,
    kind: EventKind,
    *,
    text: str = "",
    source: str = "",
    chat: str = "",
) -> Complaint:
    """Do ``kind`` to the complaint. Raises Refusal if it may not, need not or can no longer be done."""
    complaint = find(office, member, number, lock=True)
    _check(office, complaint, member, kind)
    if complaint.assignee_id is None and kind != EventKind.NOTED:
        complaint.assignee_id = member.id
    happenings.happen(
        office, complaint, kind, by=member, text=text, public=kind not in _QUIET, source=source, chat=chat
    )
    return complaint


def _check(office: Office, complaint: Complaint, member: StaffMember, kind: EventKind) -> None:
    ended = complaint.status in status.ENDED
    if ended and kind in _OPEN_ONLY:
        raise Refusal(f"staff-already-{complaint.status}", number=complaint.number or "")
    if kind == EventKind.TAKEN and complaint.assignee_id is not None:
        holder = office.session.get(Staff, complaint.assignee_id)
        if holder is not None and holder.ended_at is None and complaint.status != "received":
            raise Refusal("staff-already-taken", number=complaint.number or "", name=holder.name)
    if kind == EventKind.TAKEN:
        complaint.assignee_id = member.id
    if kind == EventKind.PROCESSING and complaint.status == "processing":
        raise Refusal("staff-already-processing", number=complaint.number or "")
