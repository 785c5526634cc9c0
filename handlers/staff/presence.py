"""Who is there, and who acts for those who are away."""

from __future__ import annotations

from handlers.office import Office
from storage import absences, colleagues
from storage.models import Absence, Staff

MOST_DEPUTIES = 4  # one acting for another who is away too, and so on


def absence_of(office: Office, staff: Staff) -> Absence | None:
    """Why somebody is away today; None if they are there."""
    return absences.on(office.session, staff.id or 0, office.today)


def acting(office: Office, staff: Staff | None) -> Staff | None:
    """Whoever acts for somebody today: themselves, or their deputy; None if nobody does."""
    for _ in range(MOST_DEPUTIES):
        if staff is None or staff.ended_at is not None:
            return None
        absence = absence_of(office, staff)
        if absence is None:
            return staff
        staff = colleagues.by_id(office.session, absence.deputy_id)
    return None
