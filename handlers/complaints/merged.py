"""Where a complaint lives on that was merged into another."""

from __future__ import annotations

from sqlmodel import Session

from storage import complaints
from storage.models import Complaint

LONGEST = 50  # mergings one after the other; no more are followed


def trunk(session: Session, complaint: Complaint, *, lock: bool = False) -> Complaint:
    """The complaint in which it lives on, however often it was merged; itself if it was not. ``lock``: locked."""
    found = complaint
    for _ in range(LONGEST):
        above = complaints.by_id(session, found.merged_into_id) if found.merged_into_id else None
        if above is None:
            break
        found = above
    if lock and found.id != complaint.id:
        return complaints.by_id(session, found.id or 0, lock=True) or found
    return found
