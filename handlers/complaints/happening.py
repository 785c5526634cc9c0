"""The value that reactions get: what happened to which complaint, by whom and where."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.turn import StaffMember
from storage.models import Complaint, ComplaintEvent, EventKind


@dataclass(frozen=True, slots=True)
class Happening:
    """``member`` is who on the staff did it, if it was one of them; ``chat`` the address of the chat it was done in."""

    complaint: Complaint
    event: ComplaintEvent
    member: StaffMember | None = None
    chat: str = ""

    @property
    def kind(self) -> EventKind:
        """What happened."""
        return EventKind(self.event.kind)
