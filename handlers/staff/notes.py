"""What staff write in a complaint's topic: notes among themselves, until they send something with /balas.

The bot keeps them and is silent. Who is not on the staff of the complaint's agency writes there for people only.
"""

from __future__ import annotations

from handlers.complaints import happenings, service
from handlers.dialogue.media import readable
from handlers.office import office_of
from handlers.staff import rights
from handlers.turn import Turn
from storage import complaints, topics
from storage.models import Complaint, ComplaintEvent, EventKind

MOST = 4000  # characters kept of one note


def take(turn: Turn) -> bool:
    """Keep a message written in a complaint's topic, or its correction; False if it was written anywhere else."""
    inbound = turn.inbound
    if not inbound.thread:
        return False
    complaint = topics.complaint_at(turn.facts, inbound.channel, inbound.address, inbound.thread, lock=True)
    if complaint is None:
        return False
    if rights.may_handle(turn.person.staff, complaint):
        if inbound.edited:
            _correct(turn, complaint)
        elif inbound.text.strip() or readable(inbound):
            _note(turn, complaint)
    return True


def _note(turn: Turn, complaint: Complaint) -> None:
    inbound = turn.inbound
    album = _of_album(turn, complaint)
    if album is not None:
        service.attach(turn.facts, complaint, album, readable(inbound), channel=inbound.channel, now=turn.now)
        return
    _record(turn, complaint, source=inbound.source, data={"album": inbound.album} if inbound.album else {})


def _of_album(turn: Turn, complaint: Complaint) -> ComplaintEvent | None:
    """The note to whose album the photo belongs. Words can come with any part, and then they are a note too."""
    album = turn.inbound.album
    if not album or turn.inbound.text.strip():
        return None
    return next((event for event in _notes(turn, complaint) if event.data.get("album") == album), None)


def _correct(turn: Turn, complaint: Complaint) -> None:
    """The log is only added to: the words as they are now become a note that names the one before."""
    versions = _notes(turn, complaint)
    source, text = turn.inbound.source, turn.inbound.text.strip()[:MOST]
    first = next((event for event in versions if event.source == source), None)
    if first is None:
        return
    newest = next((event for event in reversed(versions) if event.data.get("corrects") == first.id), first)
    if text and text != newest.text:
        _record(turn, complaint, data={"corrects": first.id}, media=False)


def _notes(turn: Turn, complaint: Complaint) -> list[ComplaintEvent]:
    """The notes on the complaint by whoever is writing."""
    staff = turn.person.staff
    log = complaints.events(turn.facts, complaint.id or 0)
    return [event for event in log if event.kind == EventKind.NOTED and staff and event.staff_id == staff.id]


def _record(turn: Turn, complaint: Complaint, *, data: dict[str, object], source: str = "", media: bool = True) -> None:
    member, inbound = turn.member, turn.inbound
    happenings.happen(
        office_of(turn),
        complaint,
        EventKind.NOTED,
        by=member,
        text=inbound.text.strip()[:MOST],
        public=False,
        source=source,
        data=data,
        media=readable(inbound) if media else (),
        channel=inbound.channel,
        chat=inbound.address,
    )
