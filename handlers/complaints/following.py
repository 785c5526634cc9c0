"""What supporters say is written down as theirs, and told to those who handle the complaint once for all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from handlers.complaints import filing, happenings, service
from handlers.messages import MediaItem
from handlers.office import Office, office_of
from handlers.staff.masking import masked
from handlers.turn import Turn
from storage import identities, timers
from storage.models import Complaint, EventKind

PURPOSE = "complaint.supported"
FOLD = 600  # seconds; those who come within them are told of as one


def record(turn: Turn, complaint: Complaint, text: str, media: Sequence[MediaItem], *, fresh: bool = False) -> None:
    """Write down what the citizen said about somebody else's complaint, which is locked; ``fresh``: they just came.

    Nothing of it tells who they are: there is nobody on the staff who may look that up.
    """
    citizen = turn.person.citizen_id
    words = masked(text[: filing.MAX_KEPT_TEXT])
    for name in identities.names(turn.facts, citizen):
        words = masked(words, name)
    happenings.happen(
        office_of(turn),
        complaint,
        EventKind.SUPPORTED,
        by=service.CITIZEN,
        text=words,
        source=turn.inbound.source,
        data={"by": citizen, "new": fresh},
        media=[replace(item, name="") for item in media],
        channel=turn.inbound.channel,
    )
    _fold(office_of(turn), complaint)


def _fold(office: Office, complaint: Complaint) -> None:
    """Have the handlers told soon, together with whoever else comes meanwhile."""
    place = place_of(office.now)
    due_at = dt.datetime.fromtimestamp((place + 1) * FOLD, dt.UTC)
    timers.start(office.session, PURPOSE, complaint.id or 0, version=place, due_at=due_at)


def place_of(at: dt.datetime) -> int:
    """Which of the stretches of time it is in that are told as one."""
    return int(at.timestamp()) // FOLD
