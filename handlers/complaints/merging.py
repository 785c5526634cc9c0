"""Complaints about the same become one, are parted again, and what is about two things becomes two.

Whoever filed or supports a complaint that is merged follows the other one; its own log, files and words stay its own.
"""

from __future__ import annotations

from handlers.complaints import happenings, merged, service
from handlers.complaints.filing import FileComplaint
from handlers.complaints.happening import Happening
from handlers.dialogue.place import Whereabouts
from handlers.office import Office
from handlers.refusal import Refusal
from handlers.turn import StaffMember
from storage import complaints, links, supporters
from storage.models import Complaint, EventKind, Status, Visibility

_ENDED = frozenset({Status.CLOSED, Status.REJECTED})


def merge(office: Office, member: StaffMember, complaint: Complaint, into: Complaint, *, chat: str = "") -> None:
    """Let the first, which like the other is locked, live on in the other. Raises Refusal if it cannot."""
    _check_merge(office, complaint, into)
    complaint.merged_into_id = into.id
    for citizen_id in (complaint.citizen_id, *supporters.of(office.session, complaint.id or 0)):
        supporters.add(office.session, into, citizen_id, now=office.now, merged_id=complaint.id)
    happenings.happen(office, complaint, EventKind.MERGED, by=member, text=into.number or "", chat=chat)
    _note(office, member, into, complaint, "merged", chat)


def _check_merge(office: Office, complaint: Complaint, into: Complaint) -> None:
    number, other = complaint.number or "", into.number or ""
    if complaint.id == into.id:
        raise Refusal("merge-same", number=number)
    for one in (complaint, into):
        if one.status == Status.MERGED:
            trunk = merged.trunk(office.session, one).number or ""
            raise Refusal("merge-already", number=one.number or "", into=trunk)
        if one.status in _ENDED:
            raise Refusal(f"staff-already-{one.status}", number=one.number or "")
    if Visibility.SECRET in (complaint.visibility, into.visibility):
        raise Refusal("merge-secret", number=number, other=other)


def unmerge(office: Office, member: StaffMember, complaint: Complaint, *, chat: str = "") -> Complaint:
    """Part a locked complaint from the one it was merged into, which is returned. Raises Refusal if it was not."""
    parent = complaints.by_id(office.session, complaint.merged_into_id or 0, lock=True)
    if complaint.status != Status.MERGED or parent is None:
        raise Refusal("merge-not-merged", number=complaint.number or "")
    complaint.merged_into_id = None
    _unfollow(office, complaint, parent)
    happenings.happen(office, complaint, EventKind.UNMERGED, by=member, text=parent.number or "", chat=chat)
    _note(office, member, parent, complaint, "parted", chat)
    return parent


def _unfollow(office: Office, complaint: Complaint, parent: Complaint) -> None:
    """Whoever followed the parent because of the complaint does so no longer; nor what the parent was merged into."""
    below, above = complaint, parent
    gone = supporters.came_from(office.session, above.id or 0, below.id or 0)
    for _ in range(merged.LONGEST):
        for citizen_id in gone:
            supporters.remove(office.session, above, citizen_id)
        below, next_id = above, above.merged_into_id
        found = complaints.by_id(office.session, next_id, lock=True) if next_id else None
        if found is None:
            return
        above = found
        came = supporters.came_from(office.session, above.id or 0, below.id or 0)
        gone = [each for each in came if not supporters.has_part(office.session, below.id or 0, each)]


def _note(office: Office, member: StaffMember, complaint: Complaint, other: Complaint, what: str, chat: str) -> None:
    happenings.happen(
        office,
        complaint,
        EventKind.LINKED,
        by=member,
        text=other.number or "",
        public=False,
        data={"what": what},
        chat=chat,
    )


def split(
    office: Office, member: StaffMember, complaint: Complaint, text: str, category: str, *, chat: str = ""
) -> Complaint:
    """Make a new complaint of the same citizen and place out of a part of a locked one, and link the two."""
    place = Whereabouts(complaint.place_text, complaint.area_code, complaint.lat, complaint.lon)
    command = FileComplaint(text, complaint.kind, category, place, (), complaint.visibility)
    part, event = service.file_complaint(
        office.session,
        command,
        citizen_id=complaint.citizen_id,
        channel=complaint.channel,
        city=office.city,
        now=office.now,
    )
    links.add(office.session, complaint.id or 0, part.id or 0, links.SPLIT, now=office.now)
    happenings.happen(office, complaint, EventKind.SPLIT, by=member, text=part.number or "", chat=chat)
    happenings.react(office, Happening(part, event, member, chat))
    return part
