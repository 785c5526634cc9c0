"""Who of the staff was seen in which group, and whom to ask a provider about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Table, and_, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from storage.models import Address, GroupMember, Setting, Staff, StaffGroup

_staff = cast(Table, Staff.__table__)  # type: ignore[attr-defined]
_group = cast(Table, StaffGroup.__table__)  # type: ignore[attr-defined]
_address = cast(Table, Address.__table__)  # type: ignore[attr-defined]
_member = cast(Table, GroupMember.__table__)  # type: ignore[attr-defined]

ASKED = "members_asked"  # the setting that says on which day the providers were last asked


@dataclass(frozen=True, slots=True)
class Place:
    """A member of staff, by their own address, and a group of their agency. ``seen``: they were in it once."""

    staff_id: int
    group_id: int
    person: str
    group: str
    seen: bool


def take_day(session: Session, day: dt.date) -> bool:
    """Whether it is ours to ask on that day: True for one caller only."""
    values = {"name": ASKED, "value": day.isoformat()}
    connection = session.connection()
    insert = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(Setting).values(values)
    taken = insert.on_conflict_do_update(
        index_elements=["name"], set_={"value": values["value"]}, where=col(Setting.value) != values["value"]
    )
    return connection.execute(taken.returning(col(Setting.name))).first() is not None


_PLACES = (
    select(_staff.c.id, _group.c.id, _address.c.value, _group.c.value, _member.c.seen_at)
    .join(_address, _address.c.citizen_id == _staff.c.citizen_id)
    .join(_group, _group.c.agency_id == _staff.c.agency_id)
    .outerjoin(_member, and_(_member.c.group_id == _group.c.id, _member.c.staff_id == _staff.c.id))
    .where(
        _staff.c.ended_at.is_(None),
        _group.c.ended_at.is_(None),
        _address.c.channel == bindparam("through"),
        _group.c.channel == bindparam("through"),
    )
    .order_by(_group.c.id, _staff.c.id, _address.c.id)
)


def places(session: Session, channel: str) -> Sequence[Place]:
    """Everybody on the staff with an address on ``channel``, once for each group of their agency there."""
    found = session.connection().execute(_PLACES, {"through": channel})
    return [Place(*row[:4], seen=row[4] is not None) for row in found]


def saw(session: Session, place: Place, *, now: dt.datetime) -> None:
    """Note that the person is in the group."""
    key = (place.group_id, place.staff_id)
    member = session.get(GroupMember, key) or GroupMember(group_id=key[0], staff_id=key[1], seen_at=now)
    member.seen_at = now
    session.add(member)
