"""What somebody leaves behind when their right ends: it goes along to a new post of theirs, or is free for others."""

from __future__ import annotations

from typing import Any

from handlers.capability import Capability
from handlers.complaints import service
from handlers.office import Office
from handlers.staff import assigning, away, claims, private
from handlers.staff.roster import ENDED
from storage import absences, colleagues, duty, roster
from storage.models import Role, Staff


def settle(office: Office, staff_id: int) -> None:
    """A right has ended: see to the complaints, the shifts and the absences of that post."""
    staff = colleagues.by_id(office.session, staff_id)
    if staff is None or staff.ended_at is None:
        return
    held = colleagues.in_hand(office.session, staff)
    post = _new_post(office, staff)
    absences.end_all(office.session, staff_id, now=office.now)
    if post is not None:
        for complaint in held:
            assigning.move(office, complaint, post, by=service.SYSTEM)
        duty.hand_over(office.session, staff_id, post.id or 0)
        return
    duty.remove_all(office.session, staff_id)
    for complaint in held:
        claims.free(office, complaint, by=service.SYSTEM)
    if held:
        words: dict[str, Any] = {"name": staff.name, "count": len(held), "numbers": away.listed(held)}
        private.tell_heads(office, held[0].agency_id, "succession-freed", f"ended:{staff_id}", **words)


def _new_post(office: Office, staff: Staff) -> Staff | None:
    """What the same person is now in the same agency, if they still handle complaints there."""
    post = roster.rights_of(office.session, staff.citizen_id) if staff.citizen_id is not None else None
    if post is None or post.agency_id != staff.agency_id or Role(post.role) not in colleagues.HANDLING:
        return None
    return post


CAPABILITY = Capability(tasks={ENDED: settle})
