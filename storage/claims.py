"""How messages leave the outbox: claimed for a while by one process, and marked with what became of them.

queued ──► claimed ──► sent
             ├──► retry ──► claimed …   it did not get there; or nobody knows, and it may be repeated
             ├──► failed                it never will
             ├──► unknown               nobody knows, and it must not be repeated by itself
             └──► withheld ──► queued   free text is not allowed until the person writes again

Everything is one statement for any number of rows. The states in partial indexes are written out, not bound: only then
do the databases see that the index fits.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import Table, and_, bindparam, case, func, literal, or_, select, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from storage.models import PRIORITIES, Address, Outbox, OutboxPart, OutboxState, Priority

# What the error of a row says that may have been delivered without our knowing it.
AMBIGUOUS = "ambiguous"  # the provider's answer never came; a number says how often
INTERRUPTED = "interrupted"  # the sender died
EXPIRED = "expired"
OUTSIDE_WINDOW = "outside window"
NO_TOPIC = "no topic"

_outbox = cast(Table, Outbox.__table__)  # type: ignore[attr-defined]
_part = cast(Table, OutboxPart.__table__)  # type: ignore[attr-defined]
_address = cast(Table, Address.__table__)  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A message that is ours to send until ``lease_until``; ``parts`` of it have been delivered before."""

    id: int
    lane: str
    channel: str
    address: str
    citizen_id: int | None
    priority: int
    body: dict[str, Any]
    created_at: datetime
    due_at: datetime
    attempts: int
    parts: int
    error: str | None
    lease_until: datetime
    topic_id: int | None = None

    @property
    def doubtful(self) -> bool:
        """Whether an earlier attempt may have delivered it."""
        return self.error is not None and self.error.startswith((AMBIGUOUS, INTERRUPTED))

    @property
    def doubts(self) -> int:
        """How often the provider's answer never came."""
        return int(self.error.split()[1]) if self.error is not None and self.error.startswith(AMBIGUOUS) else 0

    @property
    def topicless(self) -> bool:
        """Whether the topic it was to go to turned out not to be there."""
        return self.error is not None and self.error.startswith(NO_TOPIC)

    @property
    def repeatable(self) -> bool:
        """Whether it is sent again when nobody knows if it got there. A broadcast is not."""
        return self.priority < PRIORITIES[Priority.BROADCAST]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a claimed message: the ``state`` it goes to, and what was learnt.

    ``provider_ids`` are those of the parts delivered this time. ``due_at`` is when to try again, for RETRY.
    """

    row: Claimed
    state: OutboxState
    at: datetime
    provider_ids: tuple[str, ...] = ()
    error: str | None = None
    due_at: datetime | None = None


# A chat's messages go out one at a time, in the order of priority and then of arrival: a row waits while another of its
# chat is claimed, while an earlier one is due, and while an earlier one is to be tried again.
_due = _outbox.alias("due")
_earlier = _outbox.alias("earlier")
# Not EXISTS: PostgreSQL would make a join of it, and without statistics one that compares every row with every other.
_BLOCKED_BY = (
    select(_earlier.c.id)
    .where(
        text("earlier.state IN ('queued', 'retry', 'claimed')"),
        _earlier.c.lane == _due.c.lane,
        _earlier.c.address == _due.c.address,
        or_(
            text("earlier.state = 'claimed'"),
            and_(
                or_(
                    _earlier.c.priority < _due.c.priority,
                    and_(_earlier.c.priority == _due.c.priority, _earlier.c.id < _due.c.id),
                ),
                or_(text("earlier.state = 'retry'"), _earlier.c.due_at <= bindparam("now")),
            ),
        ),
    )
    .limit(1)
    .scalar_subquery()
)
_NEXT = (
    select(_due.c.id)
    .where(
        _due.c.lane == bindparam("upon"),
        text("due.state IN ('queued', 'retry')"),
        _due.c.due_at <= bindparam("now"),
        or_(_due.c.expires_at.is_(None), _due.c.expires_at > bindparam("now")),
        _BLOCKED_BY.is_(None),
    )
    .order_by(_due.c.priority, _due.c.due_at, _due.c.id)
    .limit(bindparam("limit"))
    .with_for_update(of=_due, skip_locked=True)
)
_SPARED = _NEXT.where(_due.c.address.not_in(bindparam("spare", expanding=True)))
_CLAIM, _CLAIM_SPARING = (
    update(_outbox)
    .where(_outbox.c.id.in_(chosen.scalar_subquery()))
    .values(
        state=OutboxState.CLAIMED,
        claimed_by=bindparam("by"),
        lease_until=bindparam("until"),
        attempts=_outbox.c.attempts + 1,
    )
    .returning(*(_outbox.c[name] for name in Claimed.__dataclass_fields__))
    for chosen in (_NEXT, _SPARED)
)


def claim(
    session: Session,
    lane: str,
    *,
    limit: int,
    by: str,
    now: datetime,
    lease: timedelta,
    spare: Collection[str] = (),
) -> list[Claimed]:
    """Take up to ``limit`` due messages, at most one of each chat, in the order they should be sent.

    ``by`` names the process. Chats in ``spare`` are passed over. Where several processes send on one lane, the caller
    holds the lane's row (``lanes.look``): that keeps two of them from taking two messages of one chat.
    """
    values: dict[str, Any] = {"upon": lane, "limit": limit, "by": by, "now": now, "until": now + lease}
    if spare:
        values["spare"] = list(spare)
    rows = session.connection().execute(_CLAIM_SPARING if spare else _CLAIM, values)
    return sorted((Claimed(*row) for row in rows), key=lambda row: (row.priority, row.due_at, row.id))


_ours = and_(text("state = 'claimed'"), _outbox.c.claimed_by == bindparam("by"))
_MARK = (
    update(_outbox)
    .where(
        _outbox.c.id == bindparam("row"),
        # That a message was sent is a fact, whoever holds the row by now; everything else counts only while it is ours.
        or_(
            _ours,
            and_(
                bindparam("to", type_=_outbox.c.state.type) == literal(OutboxState.SENT),
                text("state IN ('claimed', 'retry', 'unknown')"),
            ),
        ),
    )
    .values(
        state=bindparam("to", type_=_outbox.c.state.type),
        sent_at=bindparam("sent"),
        due_at=func.coalesce(bindparam("again", type_=_outbox.c.due_at.type), _outbox.c.due_at),
        provider_id=func.coalesce(_outbox.c.provider_id, bindparam("provider", type_=_outbox.c.provider_id.type)),
        parts=_outbox.c.parts + bindparam("delivered"),
        error=bindparam("why"),
        claimed_by=None,
        lease_until=None,
    )
)
_ADD_PART = {
    name: dialect.insert(_part)
    .from_select(
        ["outbox_id", "position", "channel", "address", "provider_id"],
        select(
            _outbox.c.id,
            bindparam("position", type_=_part.c.position.type),
            _outbox.c.channel,
            _outbox.c.address,
            bindparam("provider", type_=_part.c.provider_id.type),
        ).where(_outbox.c.id == bindparam("row")),
    )
    .on_conflict_do_nothing(index_elements=["outbox_id", "position"])
    for name, dialect in (("postgresql", postgresql), ("sqlite", sqlite))
}


def mark(session: Session, outcomes: Sequence[Outcome], *, by: str) -> None:
    """Write down what became of messages claimed ``by`` us. What another process has taken over in between is left."""
    if not outcomes:
        return
    connection = session.connection()
    connection.execute(_MARK, [_marks(outcome, by) for outcome in outcomes])
    further = [
        {"row": outcome.row.id, "position": position, "provider": provider_id[:120]}
        for outcome in outcomes
        for position, provider_id in enumerate(outcome.provider_ids, start=outcome.row.parts)
        if position
    ]
    if further:
        connection.execute(_ADD_PART[connection.dialect.name], further)


def _marks(outcome: Outcome, by: str) -> dict[str, Any]:
    return {
        "row": outcome.row.id,
        "by": by,
        "to": outcome.state,
        "sent": outcome.at if outcome.state == OutboxState.SENT else None,
        "again": outcome.due_at,
        "provider": outcome.provider_ids[0][:120] if outcome.provider_ids else None,
        "delivered": len(outcome.provider_ids),
        "why": outcome.error and outcome.error.replace("\0", "")[:500],  # PostgreSQL stores no NUL
    }


_RENEW = update(_outbox).where(_outbox.c.id == bindparam("row"), _ours).values(lease_until=bindparam("until"))
_RELEASE = (
    update(_outbox)
    .where(_outbox.c.id == bindparam("row"), _ours)
    .values(
        state=case((_outbox.c.attempts > 1, OutboxState.RETRY), else_=OutboxState.QUEUED),
        attempts=_outbox.c.attempts - 1,
        claimed_by=None,
        lease_until=None,
    )
)


def renew(session: Session, rows: Iterable[Claimed], *, by: str, until: datetime) -> None:
    """Hold claimed messages longer, because they are still being sent."""
    if held := [{"row": row.id, "by": by, "until": until} for row in rows]:
        session.connection().execute(_RENEW, held)


def release(session: Session, rows: Iterable[Claimed], *, by: str) -> None:
    """Give claimed messages back untried: it was no attempt."""
    if held := [{"row": row.id, "by": by} for row in rows]:
        session.connection().execute(_RELEASE, held)


_WROTE = (
    select(_address.c.id)
    .where(
        _address.c.channel == _outbox.c.channel,
        _address.c.value == _outbox.c.address,
        _address.c.last_inbound_at > bindparam("since"),
    )
    .exists()
)
_WITHHOLD = _RELEASE.values(
    state=case((_WROTE, OutboxState.QUEUED), else_=OutboxState.WITHHELD),
    error=OUTSIDE_WINDOW,
)
_LOCK_WRITERS = (
    select(_address.c.id)
    .join(_outbox, and_(_outbox.c.channel == _address.c.channel, _outbox.c.address == _address.c.value))
    .where(_outbox.c.id.in_(bindparam("rows", expanding=True)))
    .order_by(_address.c.id)
    .with_for_update(of=_address, read=True)
)


def withhold(session: Session, rows: Sequence[Claimed], *, by: str, since: datetime) -> None:
    """Keep messages until their person writes again; those who have written after ``since`` are queued at once."""
    if not rows:
        return
    connection = session.connection()
    # A message coming in at this moment must either be seen here or find what is withheld here.
    connection.execute(_LOCK_WRITERS, {"rows": [row.id for row in rows]})
    connection.execute(_WITHHOLD, [{"row": row.id, "by": by, "since": since} for row in rows])


_RECOVER = (
    update(_outbox)
    .where(
        text("state = 'claimed'"),
        or_(_outbox.c.lease_until < bindparam("now"), _outbox.c.claimed_by == bindparam("mine")),
    )
    .values(
        state=case(
            (
                and_(
                    _outbox.c.priority >= PRIORITIES[Priority.BROADCAST],
                    _outbox.c.lane.not_in(bindparam("asking", expanding=True)),
                ),
                OutboxState.UNKNOWN,
            ),
            else_=OutboxState.RETRY,
        ),
        error=INTERRUPTED,
        claimed_by=None,
        lease_until=None,
    )
    .returning(_outbox.c.lane)
)
_EXPIRE = (
    update(_outbox)
    .where(
        text("state IN ('queued', 'retry', 'withheld') AND expires_at IS NOT NULL"),
        _outbox.c.expires_at <= bindparam("now"),
    )
    .values(state=OutboxState.FAILED, error=EXPIRED)
)


def recover_expired(session: Session, now: datetime, *, mine: str = "", asking: Collection[str] = ()) -> list[str]:
    """Take back what a dead process had claimed, and fail what is too late to be sent.

    Returns the lane of each message taken back. Broadcasts become unknown, for they are sent at most once; everything
    else is tried again, and so are broadcasts on the lanes ``asking``, whose provider is asked about them first.
    ``mine`` names a process whose claims are taken back whatever their lease: ourselves, having just started.
    """
    connection = session.connection()
    connection.execute(_EXPIRE, {"now": now})
    values = {"now": now, "mine": mine, "asking": list(asking)}
    return list(connection.execute(_RECOVER, values).scalars())


_KNOWN_IDS = select(_outbox.c.provider_id).where(
    _outbox.c.id.between(bindparam("since"), bindparam("until")),
    _outbox.c.channel == bindparam("through"),
    _outbox.c.address == bindparam("place"),
    _outbox.c.provider_id.is_not(None),
)
NEARBY = 10_000  # rows before and after one of which those are looked at that may have gone out at the same time


def known_ids(session: Session, row: Claimed) -> set[str]:
    """The provider's ids of other messages to the chat of ``row`` from about the same time."""
    values = {"since": row.id - NEARBY, "until": row.id + NEARBY, "through": row.channel, "place": row.address}
    return {found for found in session.connection().execute(_KNOWN_IDS, values).scalars() if found}
