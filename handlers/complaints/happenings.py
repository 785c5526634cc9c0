"""Something happens to a complaint: it is written down, and everything that follows from it follows, in one order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from handlers.complaints import accountability, arrivals, claim, closing, deadlines, recurring, service
from handlers.complaints.happening import Happening
from handlers.messages import MediaItem
from handlers.office import Office
from handlers.routing import verifying
from handlers.staff import mentions
from handlers.turn import StaffMember
from storage.models import Complaint, ComplaintEvent, EventKind

Reaction = Callable[[Office, Happening], None]

# The order matters: what is told about a complaint must know its new deadlines.
REACTIONS: tuple[Reaction, ...] = (
    verifying.react,
    accountability.react,
    claim.react,
    closing.react,
    deadlines.react,
    arrivals.react,
    mentions.react,
    recurring.react,
)


def happen(
    office: Office,
    complaint: Complaint,
    kind: EventKind,
    *,
    by: StaffMember | str,
    text: str = "",
    public: bool = True,
    source: str = "",
    data: dict[str, Any] | None = None,
    media: Sequence[MediaItem] = (),
    channel: str = "",
    chat: str = "",
) -> ComplaintEvent:
    """Record an event of a complaint that the caller has locked, and let everything react to it.

    ``by`` is the member of staff who did it, or ``service.CITIZEN`` or ``service.SYSTEM``. ``chat`` is where it was
    done, so that nobody is told there what they have just seen. ``media`` came along on ``channel``.
    """
    member = by if isinstance(by, StaffMember) else None
    event = service.record(
        office.session,
        complaint,
        kind,
        actor=service.STAFF if member else str(by),
        staff_id=member.id if member else None,
        text=text,
        public=public,
        source=source,
        data=data,
        now=office.now,
    )
    service.attach(office.session, complaint, event, media, channel=channel, now=office.now)
    react(office, Happening(complaint, event, member, chat))
    return event


def react(office: Office, happening: Happening) -> None:
    """Let everything react to an event that has been recorded."""
    for reaction in REACTIONS:
        reaction(office, happening)
