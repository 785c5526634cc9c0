"""What staff do to a complaint: take it, answer, note, start, finish, reject. Each step is an event and is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handlers.complaints import happenings, status
from handlers.messages import MediaItem
from handlers.office import Office
from handlers.refusal import Refusal
from handlers.routing import departed
from handlers.staff import collisions, holder, replies, rights
from handlers.turn import StaffMember
from storage import complaints
from storage.models import Complaint, EventKind, Staff, Status

NEEDS_TEXT = frozenset({EventKind.REPLIED, EventKind.ASKED, EventKind.NOTED, EventKind.RESOLVED, EventKind.REJECTED})
_MAY_REOPEN = frozenset({Status.RESOLVED, Status.CLOSED, Status.REJECTED})
_QUIET = frozenset({EventKind.NOTED})
_OPEN_ONLY = frozenset({EventKind.TAKEN, EventKind.ASKED, EventKind.PROCESSING, EventKind.RESOLVED, EventKind.REJECTED})


def find(office: Office, member: StaffMember, number: str, *, lock: bool = False) -> Complaint:
    """The complaint of that number. Refused as not found where the member may not see it: its existence is no news.

    Those whose agency once had it, and sent it on, are told where it is.
    """
    complaint = complaints.by_number(office.session, number, lock=lock)
    if complaint is None:
        raise Refusal("staff-no-such-complaint", number=number)
    if not rights.may_handle(member, complaint):
        if departed.once_theirs(office, member, complaint):
            agency = office.city.agencies[complaint.agency_id].name(office.city.rules.languages[0])
            raise Refusal("staff-moved", number=number, agency=agency)
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
    seen: int | None = None,
    media: Sequence[MediaItem] = (),
    channel: str = "",
) -> Complaint:
    """Do ``kind`` to the complaint. Raises Refusal if it may not, need not or can no longer be done.

    ``media`` came along on ``channel``. ``seen``: what the member knew when they began to write
    (handlers/staff/collisions.py); words that something crossed are not sent, which raises Crossed.
    """
    complaint = find(office, member, number, lock=True)
    text = replies.expanded(office, member, complaint, text)
    former = check(office, complaint, member, kind)
    check_seen(office, complaint, member, kind, source=source, seen=seen)
    if kind == EventKind.TAKEN:
        complaint.assignee_id = member.id
    known = kind == EventKind.TAKEN and complaints.last_event(office.session, complaint.id or 0, kind) is not None
    if complaint.assignee_id is None and kind != EventKind.NOTED:
        complaint.assignee_id = member.id
    public = kind not in _QUIET and not known  # the citizen need not hear twice that somebody looks after it
    sent: dict[str, Any] = {"media": media, "channel": channel, "source": source, "chat": chat}
    happenings.happen(office, complaint, kind, by=member, text=text, public=public, **sent)
    collisions.sent(office, complaint, member, kind)
    if former is not None:
        holder.tell_former(office, complaint, former, member)
    return complaint


def check(office: Office, complaint: Complaint, member: StaffMember, kind: EventKind) -> Staff | None:
    """Whom the complaint is taken from, if from anybody; raises Refusal for what cannot be done."""
    former = None
    if complaint.status in status.ENDED and kind in _OPEN_ONLY:
        raise Refusal(f"staff-already-{complaint.status}", number=complaint.number or "")
    if kind == EventKind.TAKEN:
        former = holder.check_free(office, complaint, member)
    if kind == EventKind.PROCESSING and complaint.status == "processing":
        raise Refusal("staff-already-processing", number=complaint.number or "")
    if kind == EventKind.RESOLVED and complaint.status == Status.RESOLVED:
        raise Refusal("staff-already-resolved", number=complaint.number or "")
    if kind == EventKind.REOPENED and complaint.status not in _MAY_REOPEN:
        raise Refusal("staff-not-ended", number=complaint.number or "")
    return former


def check_seen(
    office: Office,
    complaint: Complaint,
    member: StaffMember,
    kind: EventKind,
    *,
    source: str = "",
    seen: int | None = None,
) -> None:
    """Raise Crossed for words to the citizen that something crossed which the member has not seen."""
    if kind in collisions.WORDS:
        collisions.check(office, complaint, member, source=source, seen=seen)
