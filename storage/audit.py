"""Who among the staff did or looked up what: rows that are only ever added, each sealed with the hash of the last.

The order is that of the ids. A transaction's rows are written at its very end, under a lock that all share, so that
ids rise in the order of committing and nobody waits for another's row while still wanting locks of their own.
Transactions undone leave gaps in the ids; the chain does not count them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, Table, bindparam, func, insert, select
from sqlalchemy import Row as SqlRow
from sqlmodel import Session

from storage.models import Audit, Staff

LOCK = 0x61756474  # any number, the same in every process: whoever holds it adds to the chain
PAGE = 1000  # rows read at once

_audit = cast(Table, Audit.__table__)  # type: ignore[attr-defined]
_staff = cast(Table, Staff.__table__)  # type: ignore[attr-defined]
_ADD = insert(_audit)
_LAST = select(_audit.c.hash).order_by(_audit.c.id.desc()).limit(1)
_LOCKED = select(func.pg_advisory_xact_lock(LOCK))
_ROWS = select(_audit).where(_audit.c.id > bindparam("after")).order_by(_audit.c.id).limit(PAGE)
_BY_HASH = select(_audit.c.id).where(_audit.c.hash == bindparam("sealed")).limit(1)
_PENDING = "audit"  # in ``Session.info``: what this transaction has to write down

AnyRow = SqlRow[*tuple[Any, ...]]


def record(session: Session, *, staff_id: int | None, action: str, thing: str, now: dt.datetime, **detail: Any) -> None:
    """Write down at the end of the transaction who did ``action`` to ``thing``; ``staff_id`` None: not a person's act,
    or one at the command line. ``detail`` must be fit for JSON."""
    row = {"at": now, "staff_id": staff_id, "action": action, "object": thing, "detail": detail}
    session.info.setdefault(_PENDING, []).append(row)


def settle(session: Session) -> None:
    """Add what was recorded to the chain. ``Database.write`` does so when a transaction is about to be committed."""
    pending: list[dict[str, Any]] = session.info.pop(_PENDING, [])
    if not pending:
        return
    session.flush()  # whoever acted may themselves be new
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(_LOCKED)
    before = connection.execute(_LAST).scalar() or ""
    rows: list[dict[str, Any]] = []
    for row in pending:
        sealed = seal(row, before)
        rows.append({**row, "before": before, "hash": sealed})
        before = sealed
    connection.execute(_ADD, rows)  # one by one in this order: the statement returns nothing that could be batched


def seal(row: Mapping[str, Any], before: str) -> str:
    """The hash of a row that follows the one with the hash ``before``: SHA-256, in hexadecimal."""
    at: dt.datetime = row["at"]
    parts = [before, at.astimezone(dt.UTC).isoformat(timespec="microseconds"), row["staff_id"]]
    parts += [row["action"], row["object"], row["detail"]]
    return hashlib.sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Anchor:
    """How long the chain was and how it ended. Kept elsewhere, it shows if the end was cut off or all written anew."""

    count: int
    hash: str

    def __str__(self) -> str:
        return f"{self.count}:{self.hash}"

    @classmethod
    def of(cls, written: str) -> Anchor:
        """The anchor that was written down; ValueError if it is none."""
        count, _, sealed = written.strip().partition(":")
        if not count.isdecimal() or len(sealed) != hashlib.sha256().digest_size * 2:
            raise ValueError("an anchor is a number, a colon and 64 hexadecimal digits, as `audit anchor` shows it")
        return cls(int(count), sealed)


@dataclass(frozen=True, slots=True)
class Fault:
    """The first thing wrong: ``kind`` is changed, missing, inserted, reordered, cut or rewritten; at or before row
    ``row_id`` (None: at the end)."""

    kind: str
    row_id: int | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many rows hold together, up to the first fault if there is one, and the anchor they make."""

    anchor: Anchor
    fault: Fault | None = None


def verify(session: Session, kept: Anchor | None = None) -> Verdict:
    """Walk the whole chain and stop at the first fault; ``kept`` is an anchor from an earlier day. Reads in pages."""
    count, before = 0, ""
    for row in _walk(session.connection()):
        fault = _fault(session.connection(), row, before)
        if fault is not None:
            return Verdict(Anchor(count, before), fault)
        count, before = count + 1, row.hash
        if kept is not None and count == kept.count and before != kept.hash:
            return Verdict(Anchor(count, before), Fault("rewritten", row.id))
    if kept is not None and count < kept.count:
        return Verdict(Anchor(count, before), Fault("cut", None))
    return Verdict(Anchor(count, before))


def _walk(connection: Connection) -> Iterator[AnyRow]:
    last = -1
    while page := connection.execute(_ROWS, {"after": last}).all():
        yield from page
        last = page[-1].id


def _fault(connection: Connection, row: AnyRow, before: str) -> Fault | None:
    if seal(row._asdict(), row.before) != row.hash:
        return Fault("changed", row.id)
    if row.before == before:
        return None
    follows = connection.execute(_BY_HASH, {"sealed": row.before}).scalar()
    if follows is None:
        return Fault("missing" if row.before else "inserted", row.id)
    return Fault("inserted" if follows < row.id else "reordered", row.id)


@dataclass(frozen=True, slots=True)
class Act:
    """One row for people to read. ``who`` is empty for what nobody on the staff did."""

    id: int
    at: dt.datetime
    staff_id: int | None
    who: str
    action: str
    object: str
    detail: dict[str, Any]


_ACTS = select(
    _audit.c.id,
    _audit.c.at,
    _audit.c.staff_id,
    func.coalesce(_staff.c.name, ""),
    _audit.c.action,
    _audit.c.object,
    _audit.c.detail,
).outerjoin(_staff, _staff.c.id == _audit.c.staff_id)


def acts(
    session: Session,
    *,
    staff_ids: list[int] | None = None,
    since: dt.datetime | None = None,
    thing: str = "",
    limit: int = 100,
) -> list[Act]:
    """What was done, newest first: by these people, from ``since`` on, to ``thing`` (each of them: any)."""
    conditions: list[ColumnElement[bool]] = []
    if staff_ids is not None:
        conditions.append(_audit.c.staff_id.in_(staff_ids))
    if since is not None:
        conditions.append(_audit.c.at >= since)
    if thing:
        conditions.append(_audit.c.object == thing)
    query = _ACTS.where(*conditions).order_by(_audit.c.id.desc()).limit(limit)
    return [Act(*row) for row in session.connection().execute(query)]


def last_acts(session: Session) -> dict[int, dt.datetime]:
    """When each member of staff last did something."""
    query = select(_audit.c.staff_id, func.max(_audit.c.at)).where(_audit.c.staff_id.is_not(None))
    return {row[0]: row[1] for row in session.connection().execute(query.group_by(_audit.c.staff_id))}
