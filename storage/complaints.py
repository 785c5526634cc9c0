"""Queries about complaints: found, listed, written down."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, cast

from sqlalchemy import Table, bindparam, insert, update
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.models import Attachment, Complaint, ComplaintEvent, EventKind, Status

_complaint = cast(Table, Complaint.__table__)  # type: ignore[attr-defined]
_event = cast(Table, ComplaintEvent.__table__)  # type: ignore[attr-defined]
_ADD = insert(_complaint).returning(_complaint.c.id)
_NUMBER = update(_complaint).where(_complaint.c.id == bindparam("which")).values(number=bindparam("numbered"))
_ADD_EVENT = insert(_event).returning(_event.c.id)

_OF_CITIZEN = (
    select(Complaint)
    .where(Complaint.citizen_id == bindparam("citizen"))
    .order_by(col(Complaint.id).desc())
    .limit(bindparam("limit"))
)

_BY_NUMBER = select(Complaint).where(Complaint.number == bindparam("which"))
_BY_ID = select(Complaint).where(Complaint.id == bindparam("which"))
# Seen earlier in a transaction without a lock, a complaint may have been changed by others since: it is read anew.
_LOCKED = {query: query.with_for_update(key_share=True) for query in (_BY_NUMBER, _BY_ID)}
_EVENTS = (
    select(ComplaintEvent).where(ComplaintEvent.complaint_id == bindparam("complaint")).order_by(col(ComplaintEvent.id))
)
_NEWEST = select(func.max(ComplaintEvent.id)).where(ComplaintEvent.complaint_id == bindparam("complaint"))
_LAST_OF = (
    select(ComplaintEvent)
    .where(
        ComplaintEvent.complaint_id == bindparam("complaint"),
        col(ComplaintEvent.kind).in_(bindparam("kinds", expanding=True)),
    )
    .order_by(col(ComplaintEvent.id).desc())
    .limit(1)
)

OPEN = (Status.RECEIVED, Status.TAKEN, Status.PROCESSING, Status.WAITING)  # there is still something to be done


def add(session: Session, complaint: Complaint, *, number_of: Callable[[int], str]) -> None:
    """Write a new complaint down; it gets its id, and the number that ``number_of`` makes of it.

    The object stays the caller's and is not tracked: the session's unit of work would triple the cost of filing.
    """
    connection = session.connection()
    complaint.id = connection.execute(_ADD, _values(complaint, _complaint)).scalar_one()
    complaint.number = number_of(complaint.id)
    connection.execute(_NUMBER, {"which": complaint.id, "numbered": complaint.number})


def add_event(session: Session, event: ComplaintEvent) -> None:
    """Add one event to the log; it gets its id and is not tracked either."""
    event.id = session.connection().execute(_ADD_EVENT, _values(event, _event)).scalar_one()


def _values(row: Complaint | ComplaintEvent, table: Table) -> dict[str, Any]:
    return {column.name: getattr(row, column.name) for column in table.c if column.name != "id"}


def by_number(session: Session, number: str, *, lock: bool = False) -> Complaint | None:
    """The complaint of that number; ``lock`` keeps others from changing it until the transaction ends."""
    return _one(session, _BY_NUMBER, number, lock=lock)


def by_id(session: Session, complaint_id: int, *, lock: bool = False) -> Complaint | None:
    """The complaint of that id; ``lock`` as in ``by_number``."""
    return _one(session, _BY_ID, complaint_id, lock=lock)


def _one(session: Session, query: SelectOfScalar[Complaint], which: int | str, *, lock: bool) -> Complaint | None:
    if not lock:
        return session.exec(query, params={"which": which}).first()
    anew = {"populate_existing": True}
    return session.exec(_LOCKED[query], params={"which": which}, execution_options=anew).first()


def by_sp4n(session: Session, number: str) -> Complaint | None:
    """The complaint that has this number at SP4N-LAPOR!, the newest if several were given it."""
    query = select(Complaint).where(Complaint.sp4n_number == number).order_by(col(Complaint.id).desc())
    return session.exec(query.limit(1)).first()


def numbers(session: Session, ids: Sequence[int]) -> list[str]:
    """The numbers of these complaints, in the order they were filed."""
    query = select(Complaint.number).where(col(Complaint.id).in_(ids)).order_by(col(Complaint.id))
    return [number or "" for number in session.exec(query)]


def of_citizen(session: Session, citizen_id: int, *, limit: int = 10) -> Sequence[Complaint]:
    """What the citizen filed, newest first."""
    return session.exec(_OF_CITIZEN, params={"citizen": citizen_id, "limit": limit}).all()


def events(session: Session, complaint_id: int) -> Sequence[ComplaintEvent]:
    """Everything that happened to it, oldest first."""
    return session.exec(_EVENTS, params={"complaint": complaint_id}).all()


def newest_event(session: Session, complaint_id: int) -> int:
    """The id of the last thing that happened to it."""
    return session.exec(_NEWEST, params={"complaint": complaint_id}).one() or 0


def by_source(session: Session, source: str) -> ComplaintEvent | None:
    """The event that came from the inbound message ``source``."""
    return session.exec(select(ComplaintEvent).where(ComplaintEvent.source == source)).first()


def attachments(session: Session, complaint_id: int) -> Sequence[Attachment]:
    """The photos and other files of a complaint, in the order they came."""
    query = select(Attachment).where(Attachment.complaint_id == complaint_id)
    return session.exec(query.order_by(col(Attachment.id))).all()


def attachments_of(session: Session, event: ComplaintEvent) -> Sequence[Attachment]:
    """The files that came with an event."""
    query = select(Attachment).where(Attachment.complaint_id == event.complaint_id, Attachment.event_id == event.id)
    return session.exec(query.order_by(col(Attachment.id))).all()


def awaiting(session: Session, citizen_id: int) -> Sequence[Complaint]:
    """What the citizen has filed, the agency calls done, and they have not said a word about; at most two."""
    query = select(Complaint).where(Complaint.citizen_id == citizen_id, Complaint.status == Status.RESOLVED)
    return session.exec(query.order_by(col(Complaint.id)).limit(2)).all()


def last_of(session: Session, complaint_id: int, *kinds: EventKind) -> ComplaintEvent | None:
    """The last event of one of those kinds."""
    return session.exec(_LAST_OF, params={"complaint": complaint_id, "kinds": [str(kind) for kind in kinds]}).first()


def last_event(session: Session, complaint_id: int, kind: EventKind) -> dt.datetime | None:
    """When something of that kind last happened."""
    query = select(func.max(ComplaintEvent.at)).where(
        ComplaintEvent.complaint_id == complaint_id, ComplaintEvent.kind == kind
    )
    return session.exec(query).one()
