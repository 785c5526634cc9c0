"""What sending teaches us about addresses: nobody is there, they have moved, and when their person last wrote."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import cast

from sqlalchemy import Table, bindparam, exists, select, text, update
from sqlmodel import Session

from storage.models import Address, Outbox, StaffGroup

_address = cast(Table, Address.__table__)  # type: ignore[attr-defined]
_group = cast(Table, StaffGroup.__table__)  # type: ignore[attr-defined]
_outbox = cast(Table, Outbox.__table__)  # type: ignore[attr-defined]

_LAST_INBOUND = select(_address.c.value, _address.c.last_inbound_at).where(
    _address.c.channel == bindparam("through"), _address.c.value.in_(bindparam("places", expanding=True))
)
_UNREACHABLE = (
    update(_address)
    .where(_address.c.channel == bindparam("through"), _address.c.value == bindparam("place"))
    .values(unreachable_at=bindparam("at"))
)
_other = _group.alias("other")
_taken = exists().where(_other.c.channel == bindparam("through"), _other.c.value == bindparam("new"))
_MOVE_GROUP = (
    update(_group)
    .where(_group.c.channel == bindparam("through"), _group.c.value == bindparam("old"), ~_taken)
    .values(value=bindparam("new"))
)
_MOVE_MESSAGES = (
    update(_outbox)
    .where(
        _outbox.c.channel == bindparam("through"),
        _outbox.c.address == bindparam("old"),
        text("state IN ('queued', 'retry', 'claimed', 'withheld')"),
    )
    .values(address=bindparam("new"))
)


def last_inbound(session: Session, channel: str, addresses: Collection[str]) -> dict[str, datetime]:
    """When the person at each address last wrote from it; without those who never did."""
    found = session.connection().execute(_LAST_INBOUND, {"through": channel, "places": list(addresses)})
    return {value: at for value, at in found if at is not None}


def mark_unreachable(session: Session, channel: str, address: str, *, now: datetime) -> None:
    """Note that nothing gets to an address any more. The next message from there takes it back."""
    session.connection().execute(_UNREACHABLE, {"through": channel, "place": address, "at": now})


def move(session: Session, channel: str, old: str, new: str) -> None:
    """A group chat has a new address: staff work there from now on, and what waits to be sent goes there."""
    values = {"through": channel, "old": old, "new": new}
    session.connection().execute(_MOVE_GROUP, values)
    session.connection().execute(_MOVE_MESSAGES, values)
