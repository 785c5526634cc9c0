"""Whether a complaint is with the right agency: a verifier says so, or its staff show it by getting to work."""

from __future__ import annotations

from handlers.complaints.happening import Happening
from handlers.office import Office
from handlers.routing.trail import Trail
from storage.models import Complaint, EventKind, Visibility

# Notes and sending away show nothing.
_AT_WORK = frozenset({EventKind.PROCESSING, EventKind.RESOLVED, EventKind.CLOSED, EventKind.REJECTED})
_TAKES_UP = _AT_WORK | {EventKind.TAKEN, EventKind.ASSIGNED, EventKind.REPLIED, EventKind.ASKED}


def react(office: Office, happening: Happening) -> None:
    """Keep ``verified_at`` in step: it is about the agency the complaint is with now."""
    complaint, kind = happening.complaint, happening.kind
    if kind == EventKind.FORWARDED:
        complaint.verified_at = office.now if happening.event.data.get("verified") else None
    elif kind == EventKind.RETURNED:
        complaint.verified_at = None
    elif happening.member is None or complaint.verified_at is not None or kind not in _TAKES_UP:
        return
    elif kind in _AT_WORK or not awaits(office, complaint):  # a verifier who takes it has not decided yet
        complaint.verified_at = office.now


def awaits(office: Office, complaint: Complaint, trail: Trail | None = None) -> bool:
    """Whether the complaint is with the verifiers because nobody knows yet who is responsible."""
    if complaint.agency_id != office.city.verifier.id or complaint.verified_at is not None:
        return False
    if complaint.visibility == Visibility.SECRET or complaint.closed_at is not None:
        return False
    return (trail or Trail.of(office.session, complaint)).undecided
