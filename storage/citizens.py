"""Who wrote: from the addresses in a message to one citizen, found or made, locked, with their conversation.

The loading is on the path of every message, hence SQLAlchemy Core and one statement for a whole batch.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ARRAY, String, Table, bindparam, func, insert, select, tuple_, update
from sqlalchemy import Row as SqlRow
from sqlalchemy import cast as cast_to
from sqlmodel import Session

from storage.models import Address, Citizen, Conversation, Staff

# WhatsApp's 24 hours are kept to the minute, so that not every message of a chat writes this column.
TOUCH = dt.timedelta(minutes=1)

_address = cast(Table, Address.__table__)  # type: ignore[attr-defined]
_citizen = cast(Table, Citizen.__table__)  # type: ignore[attr-defined]
_conversation = cast(Table, Conversation.__table__)  # type: ignore[attr-defined]
_staff = cast(Table, Staff.__table__)  # type: ignore[attr-defined]

_FIND = (
    select(
        _address.c.id,
        _address.c.channel,
        _address.c.value,
        _address.c.last_inbound_at,
        _address.c.unreachable_at,
        _citizen.c.id.label("citizen_id"),
        _citizen.c.language,
        _citizen.c.privacy_version,
        _citizen.c.stopped_at,
        _conversation.c.version,
        _conversation.c.flow,
        _conversation.c.asked,
        _conversation.c.state,
        _conversation.c.updated_at,
        _staff.c.id.label("staff_id"),
        _staff.c.name.label("staff_name"),
        _staff.c.role,
        _staff.c.agency_id,
    )
    .join(_citizen, _citizen.c.id == _address.c.citizen_id)
    .join(_conversation, _conversation.c.citizen_id == _citizen.c.id)
    .outerjoin(_staff, (_staff.c.citizen_id == _citizen.c.id) & _staff.c.ended_at.is_(None))
    # Not by pairs of channel and value: SQLite would read the whole table to find them.
    .where(
        _address.c.channel.in_(bindparam("channels", expanding=True)),
        _address.c.value.in_(bindparam("values", expanding=True)),
    )
    .order_by(_staff.c.id.desc())
)
_LOCK = (
    select(_citizen.c.id)
    .where(
        _citizen.c.id.in_(
            select(_address.c.citizen_id).where(
                tuple_(_address.c.channel, _address.c.value).in_(bindparam("wanted", expanding=True))
            )
        )
    )
    .order_by(_citizen.c.id)
    .with_for_update(key_share=True)  # a message to them, which refers to them, need not wait meanwhile
)
_SAVE = (
    update(_conversation)
    .where(_conversation.c.citizen_id == bindparam("who"))
    .values(
        version=bindparam("version"),
        flow=bindparam("flow"),
        asked=bindparam("asked"),
        state=bindparam("state"),
        updated_at=bindparam("updated_at"),
        due_at=bindparam("due_at"),
    )
)
_TOUCHED = (
    update(_address)
    .where(_address.c.id == bindparam("which"))
    .values(last_inbound_at=bindparam("at"), unreachable_at=None)
)

_NEW_CITIZEN = insert(_citizen).returning(_citizen.c.id)  # in any order: new people are all alike
_NEW_CONVERSATION = insert(_conversation)
_NEW_ADDRESS = insert(_address)
_MEET = select(func.pg_advisory_xact_lock(func.hashtext(func.unnest(cast_to(bindparam("addresses"), ARRAY(String))))))
_SETTLED = (
    update(_citizen)
    .where(_citizen.c.id == bindparam("who"))
    .values(
        language=bindparam("speaks"),
        privacy_version=bindparam("told"),
        privacy_at=func.coalesce(bindparam("told_at", type_=_citizen.c.privacy_at.type), _citizen.c.privacy_at),
    )
)

Wanted = tuple[str, str]  # (channel, value)
AnyRow = SqlRow[*tuple[Any, ...]]
Rows = dict[Wanted, AnyRow]


@dataclass(frozen=True, slots=True)
class Writer:
    """The addresses named in one message: ``values`` of the same person, the most lasting first."""

    channel: str
    values: tuple[str, ...]
    name: str = ""


@dataclass(slots=True)
class Known:
    """A citizen as loaded for a message. ``staff_id`` is None for everybody who is not (or no longer) staff."""

    citizen_id: int
    language: str
    privacy_version: str
    stopped_at: dt.datetime | None
    version: int
    flow: str
    asked: str
    state: dict[str, Any]
    updated_at: dt.datetime | None
    staff_id: int | None
    staff_name: str
    role: str
    agency_id: int | None


def load(session: Session, writers: Sequence[Writer], *, now: dt.datetime) -> dict[Writer, Known]:
    """The citizen behind each writer, made if unknown, locked until the transaction ends.

    Two writers who turn out to be the same citizen share one ``Known``.
    """
    wanted = sorted({(writer.channel, value) for writer in writers for value in writer.values})
    rows = _rows(session, wanted)
    if strangers := _strangers(session, writers, rows):
        _make(session, strangers, rows, now=now)
    by_citizen: dict[int, Known] = {}
    found: dict[Writer, Known] = {}
    for writer in writers:
        row = _match(session, writer, rows)
        if row is None:  # a number that somebody else has now
            rows.pop((writer.channel, writer.values[0]), None)
            _make(session, [writer], rows, now=now)
            row = rows[(writer.channel, writer.values[0])]
        if len(writer.values) > 1:
            _learn_aliases(session, writer, row, rows, now=now)
        known = by_citizen.get(row.citizen_id)
        if known is None:
            known = by_citizen[row.citizen_id] = _known(row)
        found[writer] = known
    _touch(session, rows.values(), now=now)
    return found


def save(session: Session, changed: Iterable[Mapping[str, Any]]) -> None:
    """Write conversations back; each mapping has who, version, flow, asked, state, updated_at, due_at."""
    rows = list(changed)
    if rows:
        session.connection().execute(_SAVE, rows)


def settle(session: Session, changed: Sequence[Mapping[str, Any]]) -> None:
    """Keep which language people speak and what they were told; each mapping has who, speaks, told, told_at."""
    if changed:
        session.connection().execute(_SETTLED, changed)


def _rows(session: Session, wanted: Sequence[Wanted]) -> Rows:
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(_LOCK, {"wanted": wanted})
    among = set(wanted)
    parts = {"channels": sorted({channel for channel, _ in among}), "values": sorted({value for _, value in among})}
    rows: Rows = {}
    for row in connection.execute(_FIND, parts):
        if (row.channel, row.value) in among:
            rows.setdefault((row.channel, row.value), row)
    return rows


def _known(row: AnyRow) -> Known:
    return Known(
        row.citizen_id,
        row.language,
        row.privacy_version,
        row.stopped_at,
        row.version,
        row.flow,
        row.asked,
        row.state,
        row.updated_at,
        row.staff_id,
        row.staff_name or "",
        row.role or "",
        row.agency_id,
    )


def _match(session: Session, writer: Writer, rows: Rows) -> AnyRow | None:
    """The citizen the writer's addresses lead to.

    A phone number is handed on to another person in time, a business-scoped id is not: where the lasting id is new and
    the number's citizen already has another one, this is a new person.
    """
    row = rows.get((writer.channel, writer.values[0]))
    if row is not None:
        return row
    for value in writer.values[1:]:
        row = rows.get((writer.channel, value))
        if row is not None and not _has_other_lasting(session, row.citizen_id, writer):
            return row
    return None


def _has_other_lasting(session: Session, citizen_id: int, writer: Writer) -> bool:
    values = session.connection().execute(
        select(_address.c.value).where(_address.c.citizen_id == citizen_id, _address.c.channel == writer.channel)
    )
    return any("+" not in value and value not in writer.values for value in values.scalars())


def _make(session: Session, writers: Sequence[Writer], rows: Rows, *, now: dt.datetime) -> None:
    """Make a citizen for each of these, who are different people, and put them into ``rows``."""
    connection = session.connection()
    people = [{"language": "", "privacy_version": "", "created_at": now}] * len(writers)
    ids = connection.execute(_NEW_CITIZEN, people).scalars().all()
    fresh = {"version": 0, "flow": "", "asked": "", "state": {}, "updated_at": now}
    connection.execute(_NEW_CONVERSATION, [{"citizen_id": citizen_id, **fresh} for citizen_id in ids])
    firsts = [(writer.channel, writer.values[0]) for writer in writers]
    addresses = [
        _address_row(writer, writer.values[0], citizen_id, now)
        for writer, citizen_id in zip(writers, ids, strict=True)
        if (writer.channel, writer.values[0]) not in rows
    ]
    connection.execute(_NEW_ADDRESS, addresses)
    rows.update(_rows(session, firsts))


def _strangers(session: Session, writers: Sequence[Writer], rows: Rows) -> list[Writer]:
    """Those none of whose addresses is known, each person once."""
    found = _unknown(writers, rows)
    connection = session.connection()
    if found and connection.dialect.name == "postgresql":
        # Two processes may meet the same new person at once: the second waits here and then finds the row.
        keys = sorted({f"{writer.channel}:{value}" for writer in found for value in writer.values})
        connection.execute(_MEET, {"addresses": keys})
        rows.update(_rows(session, [(writer.channel, value) for writer in found for value in writer.values]))
        found = _unknown(found, rows)
    return found


def _unknown(writers: Sequence[Writer], rows: Rows) -> list[Writer]:
    people: dict[Wanted, Writer] = {}
    for writer in writers:
        if not any((writer.channel, value) in rows for value in writer.values):
            people.setdefault((writer.channel, writer.values[0]), writer)
    return list(people.values())


def _address_row(writer: Writer, value: str, citizen_id: int, now: dt.datetime) -> dict[str, Any]:
    return {
        "citizen_id": citizen_id,
        "channel": writer.channel,
        "value": value,
        "name": writer.name[:120],
        "last_inbound_at": now,
        "created_at": now,
    }


def _learn_aliases(session: Session, writer: Writer, row: AnyRow, rows: Rows, *, now: dt.datetime) -> None:
    """Keep every address of the person, and take over one that has changed hands."""
    for value in writer.values:
        held = rows.get((writer.channel, value))
        if held is None:
            session.connection().execute(_NEW_ADDRESS, [_address_row(writer, value, row.citizen_id, now)])
        elif held.citizen_id != row.citizen_id:
            moved = update(_address).where(_address.c.id == held.id).values(citizen_id=row.citizen_id)
            session.connection().execute(moved)
        else:
            continue
        rows.update(_rows(session, [(writer.channel, value)]))


def _touch(session: Session, rows: Iterable[AnyRow], *, now: dt.datetime) -> None:
    due = [
        {"which": row.id, "at": now}
        for row in rows
        if row.unreachable_at is not None or row.last_inbound_at is None or now - row.last_inbound_at >= TOUCH
    ]
    if due:
        session.connection().execute(_TOUCHED, due)


@dataclass(frozen=True, slots=True)
class Rested:
    """A conversation at rest about which something is due."""

    citizen_id: int
    version: int
    flow: str
    asked: str
    state: dict[str, Any]
    updated_at: dt.datetime


_RESTED = (
    select(
        _conversation.c.citizen_id,
        _conversation.c.version,
        _conversation.c.flow,
        _conversation.c.asked,
        _conversation.c.state,
        _conversation.c.updated_at,
    )
    .where(_conversation.c.due_at <= bindparam("now"))
    .order_by(_conversation.c.due_at)
    .limit(bindparam("limit"))
)


def take_rested(session: Session, *, now: dt.datetime, limit: int) -> list[Rested]:
    """Conversations about which something is due. Their citizens are locked, in the order everybody locks them in; one
    who is just writing is left out and no longer at rest."""
    connection = session.connection()
    due = [row.citizen_id for row in connection.execute(_RESTED, {"now": now, "limit": limit})]
    if not due:
        return []
    locked = select(_citizen.c.id).where(_citizen.c.id.in_(due)).order_by(_citizen.c.id)
    mine = connection.execute(locked.with_for_update(skip_locked=True)).scalars().all()
    still = _RESTED.where(_conversation.c.citizen_id.in_(mine))
    return [Rested(*row) for row in connection.execute(still, {"now": now, "limit": limit})]
