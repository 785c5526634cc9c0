"""The rows of messages to be sent, as seen by whoever has something to say. How they are sent: ``storage.claims``.

The states in partial indexes are written out, not bound: only then do the databases see that the index fits.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Insert, Table, and_, bindparam, or_, select, text, union_all, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from storage.models import Outbox, OutboxPart, OutboxState

_outbox = cast(Table, Outbox.__table__)  # type: ignore[attr-defined]
_part = cast(Table, OutboxPart.__table__)  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to be put into the outbox.

    ``key`` says once for all time what this message is; a second letter with it is dropped, or, with ``replaces``,
    takes the place of the first one as long as that has not been touched. ``body`` is ``Outgoing.to_json()``.
    """

    key: str
    lane: str
    channel: str
    address: str
    citizen_id: int | None
    complaint_id: int | None
    priority: int
    body: dict[str, Any]
    due_at: datetime
    expires_at: datetime | None = None
    replaces: bool = False
    state: str = OutboxState.QUEUED
    topic_id: int | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """What a message of ours was about."""

    outbox_id: int
    citizen_id: int | None
    complaint_id: int | None


_ADD: dict[str, Insert] = {}
_REPLACE: dict[str, Insert] = {}
for _name, _dialect in (("postgresql", postgresql), ("sqlite", sqlite)):
    _insert = _dialect.insert(_outbox)
    _new = _insert.excluded
    _ADD[_name] = _insert.on_conflict_do_nothing(index_elements=["key"]).returning(_outbox.c.id, _outbox.c.key)
    _REPLACE[_name] = _insert.on_conflict_do_update(
        index_elements=["key"],
        set_={"body": _new.body, "due_at": _new.due_at, "expires_at": _new.expires_at},
        where=and_(_outbox.c.state == OutboxState.QUEUED, _outbox.c.attempts == 0),
    ).returning(_outbox.c.id, _outbox.c.key)


def enqueue(session: Session, letters: Sequence[Letter], *, now: datetime) -> list[int | None]:
    """Put letters in; returns their ids in order, None for each that was there already and was left alone."""
    connection = session.connection()
    ids: dict[str, int] = {}
    if fresh := [_row(letter, now) for letter in letters if not letter.replaces]:
        ids = {key: row_id for row_id, key in connection.execute(_ADD[connection.dialect.name], fresh)}
    for letter in letters:
        if letter.replaces:
            found = connection.execute(_REPLACE[connection.dialect.name], _row(letter, now)).first()
            if found is not None:
                ids[letter.key] = found.id
    return [ids.get(letter.key) for letter in letters]


def _row(letter: Letter, now: datetime) -> dict[str, Any]:
    return {
        "key": letter.key,
        "lane": letter.lane,
        "channel": letter.channel,
        "address": letter.address,
        "citizen_id": letter.citizen_id,
        "complaint_id": letter.complaint_id,
        "topic_id": letter.topic_id,
        "priority": letter.priority,
        "state": letter.state,
        "body": letter.body,
        "created_at": now,
        "due_at": letter.due_at,
        "expires_at": letter.expires_at,
        "attempts": 0,
        "parts": 0,
        "provider_state": "",
    }


_RELEASE_WITHHELD = (
    update(_outbox)
    .where(
        _outbox.c.citizen_id == bindparam("citizen"),
        _outbox.c.channel == bindparam("through"),
        text("state = 'withheld'"),
    )
    .values(state=OutboxState.QUEUED, error=None)
    .returning(_outbox.c.lane)
)


def release_withheld(session: Session, citizen_id: int, *, channel: str) -> set[str]:
    """Queue what was withheld from a citizen who has just written on ``channel``; returns the lanes to wake.

    To be called after ``Address.last_inbound_at`` was set, in the same transaction.
    """
    found = session.connection().execute(_RELEASE_WITHHELD, {"citizen": citizen_id, "through": channel})
    return set(found.scalars())


_BY_PROVIDER_ID = (
    select(_outbox.c.id, _outbox.c.citizen_id, _outbox.c.complaint_id)
    .where(
        _outbox.c.id.in_(
            union_all(
                *(
                    select(column).where(
                        table.c.channel == bindparam("channel"),
                        table.c.provider_id == bindparam("provider"),
                        table.c.address == bindparam("address"),
                    )
                    for table, column in ((_outbox, _outbox.c.id), (_part, _part.c.outbox_id))
                )
            )
        )
    )
    .order_by(_outbox.c.id.desc())
    .limit(1)
)


def by_provider_id(session: Session, channel: str, address: str, provider_id: str) -> Origin | None:
    """The message of ours that the provider calls ``provider_id`` in the chat ``address``."""
    values = {"channel": channel, "address": address, "provider": provider_id}
    found = session.connection().execute(_BY_PROVIDER_ID, values).first()
    return Origin(*found) if found else None


# What a provider reports may come before its answer to the request, more than once, and late.
_SENT = text("state IN ('claimed', 'sent', 'retry', 'unknown')")
_NOTE = (
    update(_outbox)
    .where(
        _outbox.c.id == bindparam("row"),
        _SENT,
        or_(_outbox.c.provider_id.is_(None), _outbox.c.provider_id == bindparam("provider")),
        _outbox.c.provider_state.not_in(bindparam("final", expanding=True)),
    )
    .values(provider_state=bindparam("reported"))
    .returning(_outbox.c.id)
)
_BOUNCE = (
    update(_outbox)
    .where(_outbox.c.id == bindparam("row"), _SENT)
    .values(state=bindparam("to"), error=bindparam("why"), claimed_by=None, lease_until=None)
)
_AS_IF_UNSENT = _BOUNCE.values(sent_at=None, provider_id=None, provider_state="", parts=0)


def note(session: Session, outbox_id: int, provider_id: str, reported: str, *, final: Collection[str]) -> bool:
    """Write down how far the provider says a message has come, unless what is known already is in ``final``.

    Returns whether it was news of that message.
    """
    values = {"row": outbox_id, "provider": provider_id, "reported": reported, "final": list(final)}
    return session.connection().execute(_NOTE, values).first() is not None


def bounce(session: Session, outbox_id: int, *, to: OutboxState, error: str) -> None:
    """Take back that a message was sent, for the provider says so: it is FAILED now, or WITHHELD to be sent later."""
    statement = _AS_IF_UNSENT if to == OutboxState.WITHHELD else _BOUNCE
    session.connection().execute(statement, {"row": outbox_id, "to": to, "why": error[:500]})
