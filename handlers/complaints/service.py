"""What can be done to a complaint. Each function writes facts in the caller's transaction and returns them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlmodel import Session

from handlers.city import City
from handlers.complaints import clocks, number, status
from handlers.complaints.filing import FileComplaint
from handlers.messages import MediaItem
from handlers.routing import placing
from storage import clocks as clock_rows
from storage import complaints
from storage.making import made
from storage.models import Attachment, Complaint, ComplaintEvent, EventKind, Visibility

CITIZEN, STAFF, SYSTEM = "citizen", "staff", "system"


def file_complaint(
    session: Session,
    command: FileComplaint,
    *,
    citizen_id: int,
    channel: str,
    city: City,
    now: dt.datetime,
    source: str = "",
    filed_by_id: int | None = None,
) -> tuple[Complaint, ComplaintEvent]:
    """Write the complaint down, give it its number and the day by which the citizen will hear."""
    category, place = city.categories[command.category], command.place
    agency_id, kept = placing.place(session, city, command, now=now)
    begun = clocks.begun(clocks.terms_of(city, agency_id=agency_id, kind=command.kind, category_id=category.id), now)
    complaint = made(
        Complaint,
        kind=command.kind,
        visibility=command.visibility,
        citizen_id=citizen_id,
        category_id=category.id,
        agency_id=agency_id,
        text=command.text,
        area_code=place.area,
        place_text=place.text[:500],
        lat=place.lat,
        lon=place.lon,
        channel=channel,
        due_on=city.day(begun.respond.due_at),
        due_at=clocks.next_due(begun),
        created_at=now,
        updated_at=now,
        filed_by_id=filed_by_id,
    )
    complaints.add(session, complaint, number_of=number.of)
    clock_rows.add(session, complaint.id or 0, begun)
    event = _filed(complaint, command, source, kept)
    complaints.add_event(session, event)
    attach(session, complaint, event, command.photos, channel=channel, now=now)
    return complaint, event


def _filed(complaint: Complaint, command: FileComplaint, source: str, kept: dict[str, Any]) -> ComplaintEvent:
    data, now = kept | _similar(command), complaint.created_at
    return _event(complaint, EventKind.FILED, actor=CITIZEN, now=now, text=command.text, source=source, data=data)


def _similar(command: FileComplaint) -> dict[str, Any]:
    """What was found to be alike, for the card; nothing of what is secret."""
    if not command.similar or command.visibility == Visibility.SECRET:
        return {}
    return {"similar": [list(pair) for pair in command.similar]}


def record(
    session: Session,
    complaint: Complaint,
    kind: EventKind,
    *,
    actor: str,
    now: dt.datetime,
    text: str = "",
    staff_id: int | None = None,
    public: bool = True,
    source: str = "",
    data: dict[str, Any] | None = None,
) -> ComplaintEvent:
    """Add one event to the complaint's log and bring its status into step."""
    event = _event(
        complaint, kind, actor=actor, now=now, text=text, staff_id=staff_id, public=public, source=source, data=data
    )
    complaints.add_event(session, event)
    complaint.status = status.after(complaint.status, kind)
    complaint.outcome = status.outcome_after(complaint.outcome, complaint.status, kind)
    complaint.updated_at = now
    if complaint.status in status.ENDED:
        complaint.closed_at = complaint.closed_at or now
    else:
        complaint.closed_at = None
    session.add(complaint)
    session.flush()
    return event


def _event(
    complaint: Complaint,
    kind: EventKind,
    *,
    actor: str,
    now: dt.datetime,
    text: str,
    staff_id: int | None = None,
    public: bool = True,
    source: str = "",
    data: dict[str, Any] | None = None,
) -> ComplaintEvent:
    return made(
        ComplaintEvent,
        complaint_id=complaint.id or 0,
        at=now,
        kind=kind,
        actor=actor,
        staff_id=staff_id,
        text=text,
        public=public,
        source=source or None,
        data=data or {},
    )


def attach(
    session: Session,
    complaint: Complaint,
    event: ComplaintEvent,
    items: Sequence[MediaItem],
    *,
    channel: str,
    now: dt.datetime,
) -> None:
    """Note the files that came with an event; they are fetched from the provider after the commit."""
    for item in items:
        session.add(
            Attachment(
                complaint_id=complaint.id or 0,
                event_id=event.id,
                channel=channel,
                kind=item.kind,
                ref=item.ref,
                mime=item.mime[:100],
                size=item.size,
                name=item.name[:200],
                due_at=now,
                created_at=now,
            )
        )
