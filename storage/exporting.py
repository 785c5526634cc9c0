"""Complaints for export: every one that is wanted, oldest first, a thousand at a time, however many there are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ColumnElement, Table, func, select
from sqlmodel import Session

from storage.models import Address, Attachment, Complaint, ComplaintEvent, EventKind, Visibility

AT_ONCE = 1000

_complaint = cast(Table, Complaint.__table__)  # type: ignore[attr-defined]
_event = cast(Table, ComplaintEvent.__table__)  # type: ignore[attr-defined]
_address = cast(Table, Address.__table__)  # type: ignore[attr-defined]
_attachment = cast(Table, Attachment.__table__)  # type: ignore[attr-defined]
_other = _complaint.alias("other")

_ANSWERS = (EventKind.REPLIED, EventKind.ASKED, EventKind.RESOLVED, EventKind.CLOSED, EventKind.REJECTED)
_ENDS = (EventKind.RESOLVED, EventKind.CLOSED, EventKind.REJECTED)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Complaints filed from ``since`` on and before ``until``, of an agency; None: any. ``secret``: those as well."""

    since: dt.datetime | None = None
    until: dt.datetime | None = None
    agency_id: int | None = None
    secret: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """A complaint with what other tables know of it. ``row`` has its columns and ``merged_into``, a number."""

    row: Any
    answered_at: dt.datetime | None
    ended_at: dt.datetime | None
    attachments: int
    addresses: Sequence[tuple[str, str, str]]  # of the citizen: channel, value, name


def count(session: Session, wanted: Wanted) -> int:
    """How many there are."""
    query = select(func.count()).select_from(_complaint).where(*_conditions(wanted))
    return session.connection().execute(query).scalar_one()


def every(session: Session, wanted: Wanted) -> Iterator[Exported]:
    """All of them, as they were when the first was read. The memory this takes does not grow with their number."""
    query = (
        select(_complaint, _other.c.number.label("merged_into"))
        .outerjoin(_other, _other.c.id == _complaint.c.merged_into_id)
        .where(*_conditions(wanted))
        .order_by(_complaint.c.id)
    )
    connection = session.connection()
    rows = connection.execute(query, execution_options={"yield_per": AT_ONCE})
    for part in rows.partitions():
        ids, citizens = [row.id for row in part], {row.citizen_id for row in part}
        answered = _moments(session, ids, func.min, _ANSWERS)
        ended = _moments(session, ids, func.max, _ENDS)
        files, addresses = _files(session, ids), _addresses(session, citizens)
        for row in part:
            at = (answered.get(row.id), ended.get(row.id))
            yield Exported(row, *at, files.get(row.id, 0), addresses.get(row.citizen_id, ()))


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.since is not None:
        conditions.append(_complaint.c.created_at >= wanted.since)
    if wanted.until is not None:
        conditions.append(_complaint.c.created_at < wanted.until)
    if wanted.agency_id is not None:
        conditions.append(_complaint.c.agency_id == wanted.agency_id)
    if not wanted.secret:
        conditions.append(_complaint.c.visibility != Visibility.SECRET)
    return conditions


def _moments(
    session: Session, ids: Sequence[int], which: Callable[..., ColumnElement[Any]], kinds: Sequence[EventKind]
) -> dict[int, dt.datetime]:
    """When staff did one of these things to each complaint, ``which`` being the first or the last time."""
    query = (
        select(_event.c.complaint_id, which(_event.c.at, type_=_event.c.at.type))
        .where(_event.c.complaint_id.in_(ids), _event.c.kind.in_(kinds), _event.c.actor == "staff")
        .group_by(_event.c.complaint_id)
    )
    return {row[0]: row[1] for row in session.connection().execute(query)}


def _files(session: Session, ids: Sequence[int]) -> dict[int, int]:
    query = select(_attachment.c.complaint_id, func.count()).where(_attachment.c.complaint_id.in_(ids))
    rows = session.connection().execute(query.group_by(_attachment.c.complaint_id))
    return {row[0]: row[1] for row in rows}


def _addresses(session: Session, citizens: set[int]) -> dict[int, list[tuple[str, str, str]]]:
    query = select(_address.c.citizen_id, _address.c.channel, _address.c.value, _address.c.name)
    found: dict[int, list[tuple[str, str, str]]] = {}
    for citizen_id, *rest in session.connection().execute(query.where(_address.c.citizen_id.in_(citizens))):
        found.setdefault(citizen_id, []).append((rest[0], rest[1], rest[2]))
    return found
