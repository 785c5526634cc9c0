"""What an absence leads to: work goes to the deputy when it begins, and is offered back when it is over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from handlers.complaints import service
from handlers.office import Office
from handlers.staff import assigning, claims, presence, private
from handlers.turn import StaffMember
from storage import absences, audit, colleagues, complaints, timers
from storage.models import Absence, Complaint, EventKind, Staff

BEGIN, END = "absence.begin", "absence.end"
ONE_DAY = dt.timedelta(days=1)
LISTED = 20  # complaint numbers in one message


def enter(
    office: Office, staff: Staff, first: dt.date, last: dt.date, deputy: Staff | None, *, by: StaffMember
) -> Absence:
    """Enter an absence, in place of those of the person that touch it, and set the timers for both its ends."""
    absence = None
    for known in absences.between(office.session, staff.id or 0, first, last):
        if absence is None:
            absence = known
        else:
            known.ended_at = office.now
    if absence is None:
        deputy_id = deputy.id if deputy else None
        absence = absences.add(
            office.session, staff_id=staff.id or 0, deputy_id=deputy_id, first_day=first, last_day=last, now=office.now
        )
    begun = absence.first_day <= office.today
    absence.first_day = min(first, absence.first_day) if begun else first
    absence.last_day = last
    absence.deputy_id = deputy.id if deputy else absence.deputy_id
    office.session.add(absence)
    absence_id = absence.id or 0
    timers.start(office.session, BEGIN, absence_id, due_at=_opening(office, staff, absence.first_day))
    timers.start(office.session, END, absence_id, due_at=_opening(office, staff, last + ONE_DAY))
    days = {"first": first.isoformat(), "last": last.isoformat()}
    audit.record(
        office.session, staff_id=by.id, action="absence.enter", thing=f"staff:{staff.id}", now=office.now, **days
    )
    _tell_of(office, absence, staff, deputy, by)
    return absence


def _opening(office: Office, staff: Staff, day: dt.date) -> dt.datetime:
    """When the office opens on that day or after it, but not in the past: nobody is woken at midnight."""
    midnight = dt.datetime.combine(day, dt.time(), tzinfo=office.city.rules.timezone).astimezone(dt.UTC)
    if staff.agency_id is not None:
        midnight = office.city.hours(staff.agency_id).opens(midnight)
    return max(midnight, office.now)


def _tell_of(office: Office, absence: Absence, staff: Staff, deputy: Staff | None, by: StaffMember) -> None:
    step = f"absence:{absence.id}:{int(office.now.timestamp())}"
    for each, key in ((staff, "absence-entered-for-you"), (deputy, "absence-stand-in")):
        if each is not None and each.id != by.id:
            private.tell(office, each, key, step, dates=span(office, each, absence), name=staff.name, by=by.name)
    if staff.agency_id is not None and staff.id == by.id:
        for head in colleagues.heads(office.session, staff.agency_id):
            if head.id not in (by.id, deputy.id if deputy else None):
                dates = span(office, head, absence)
                private.tell(office, head, "absence-told", step, name=staff.name, dates=dates)


def span(office: Office, reader: Staff, absence: Absence) -> str:
    """The days of an absence in the language of whoever reads it."""
    chat = private.chat_of(office, reader)
    language = chat.language if chat else office.city.rules.languages[0]
    return dates(office, absence.first_day, absence.last_day, language)


def dates(office: Office, first: dt.date, last: dt.date, language: str) -> str:
    """``Selasa, 1 Desember 2026 – Sabtu, 5 Desember 2026``, or the only day."""
    begins, ends = (office.texts.date(language, day) for day in (first, last))
    return begins if first == last else f"{begins} – {ends}"


# --- its beginning


def begin(office: Office, absence_id: int) -> None:
    """The absence begins: what the person has in hand goes to the deputy, or else is free."""
    absence = absences.by_id(office.session, absence_id)
    if absence is None or absence.ended_at is not None or office.today > absence.last_day:
        return
    staff = colleagues.by_id(office.session, absence.staff_id)
    if staff is None or staff.ended_at is not None:
        return
    held = colleagues.in_hand(office.session, staff)
    deputy = presence.acting(office, colleagues.by_id(office.session, absence.deputy_id))
    if not held:
        return
    if deputy is None:
        _free(office, staff, held, absence_id)
        return
    absence.deputy_id = deputy.id
    for complaint in held:
        assigning.move(office, complaint, deputy, by=service.SYSTEM, absence=absence_id)
    step, numbers = f"absence-begin:{absence_id}", listed(held)
    words: dict[str, Any] = {"count": len(held), "numbers": numbers}
    private.tell(office, deputy, "absence-handed", step, name=staff.name, **words)
    private.tell(office, staff, "absence-handed-on", step, name=deputy.name, **words)


def _free(office: Office, staff: Staff, held: Sequence[Complaint], absence_id: int) -> None:
    for complaint in held:
        claims.free(office, complaint, by=service.SYSTEM)
    step = f"absence-begin:{absence_id}"
    agency_id = held[0].agency_id
    words: dict[str, Any] = {"name": staff.name, "count": len(held), "numbers": listed(held)}
    private.tell_heads(office, agency_id, "absence-freed", step, but=staff.id, **words)


def listed(held: Sequence[Complaint]) -> str:
    """The numbers of complaints in one line."""
    numbers = [complaint.number or "" for complaint in held]
    return ", ".join(numbers[:LISTED]) + (" …" if len(numbers) > LISTED else "")


# --- its end


def end(office: Office, absence_id: int) -> None:
    """The last day is over."""
    absence = absences.by_id(office.session, absence_id)
    if absence is not None and absence.ended_at is None and absence.last_day < office.today:
        finish(office, absence)


def finish(office: Office, absence: Absence) -> int:
    """The person is there again: what their deputy still has of theirs is offered back; returns how much that is."""
    absence.ended_at = office.now
    office.session.add(absence)
    staff = colleagues.by_id(office.session, absence.staff_id)
    lent = on_loan(office, absence)
    if staff is None or not lent:
        return 0
    deputy = colleagues.by_id(office.session, absence.deputy_id)
    step = f"absence-end:{absence.id}"
    words: dict[str, Any] = {"count": len(lent), "numbers": listed(lent)}
    labels = ((f"/cuti kembali {absence.id}", "absence-give-back"),)
    private.tell(office, deputy, "absence-over", step, labels=labels, name=staff.name, **words)
    private.tell(office, staff, "absence-welcome", step, name=deputy.name if deputy else "", **words)
    return len(lent)


def on_loan(office: Office, absence: Absence) -> list[Complaint]:
    """What the deputy still has in hand because of the absence, locked."""
    deputy = colleagues.by_id(office.session, absence.deputy_id)
    held = colleagues.in_hand(office.session, deputy) if deputy is not None else ()
    return [complaint for complaint in held if _came_by(office, complaint) == absence.id]


def _came_by(office: Office, complaint: Complaint) -> int | None:
    """The absence because of which the complaint came to whoever has it."""
    last = complaints.last_of(office.session, complaint.id or 0, EventKind.ASSIGNED, EventKind.TAKEN)
    absence: int | None = last.data.get("absence") if last is not None else None
    return absence


def give_back(office: Office, absence: Absence, *, by: StaffMember) -> int:
    """Give what is on loan back to whoever was away, and tell them; returns how much it was."""
    staff = colleagues.by_id(office.session, absence.staff_id)
    if staff is None or staff.ended_at is not None:
        return 0
    lent = on_loan(office, absence)
    for complaint in lent:
        assigning.move(office, complaint, staff, by=by)
    if lent and staff.id != by.id:
        words: dict[str, Any] = {"count": len(lent), "numbers": listed(lent)}
        private.tell(office, staff, "absence-returned", f"absence-back:{absence.id}", name=by.name, **words)
    return len(lent)
