"""Naming a colleague in a note (``@ani tolong cek``) tells them, in their own chat."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handlers.complaints.happening import Happening
from handlers.office import Office, office_of
from handlers.staff import discretion, people, private
from handlers.turn import Turn
from storage.models import Complaint, EventKind, Staff

_MENTION = re.compile(r"(?<![\w@.])@(\w[^@\n]{0,80})")


def _mentioned(office: Office, agency_id: int, text: str) -> Iterator[tuple[str, list[Staff]]]:
    """What stands behind each @, and the colleagues that may mean."""
    for match in _MENTION.finditer(text):
        yield match[1].split()[0].rstrip(".,:;!?)"), people.begin(office.session, agency_id, match[1])[0]


def react(office: Office, happening: Happening) -> None:
    """Tell the colleagues whom a note names."""
    if happening.kind != EventKind.NOTED or happening.member is None or "@" not in happening.event.text:
        return
    complaint, event, member = happening.complaint, happening.event, happening.member
    found = [staff for _, staff in _mentioned(office, complaint.agency_id, event.text)]
    for staff in {each[0].id: each[0] for each in found if len(each) == 1 and each[0].id != member.id}.values():
        words = discretion.words(office, complaint, event.text, private=True)
        step = f"event:{event.id}:{staff.id}"
        number = complaint.number or ""
        private.tell(office, staff, "team-mentioned", step, card=complaint, number=number, name=member.name, text=words)


def explain(turn: Turn, complaint: Complaint, text: str) -> None:
    """Say which names in a note told nobody, and who may have been meant."""
    found = _mentioned(office_of(turn), complaint.agency_id, text) if "@" in text else ()
    for said, staff in found:
        if not staff:
            turn.say("mention-unknown", name=said)
        elif len(staff) > 1:
            turn.say("mention-several", name=said, names=", ".join(f"@{each.name}" for each in staff))
