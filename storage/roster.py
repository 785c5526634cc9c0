"""Queries about the city's staff and the chats they work in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Executable, bindparam
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.models import Address, Agency, Citizen, Role, Staff, StaffGroup

HANDLING = (Role.OPERATOR, Role.HEAD)


@dataclass(frozen=True, slots=True)
class Chat:
    """Where an agency's news goes: a group chat, or (with ``citizen_id``) a person's own."""

    channel: str
    address: str
    citizen_id: int | None = None
    language: str = ""


_CHATS = "chats"  # in ``Session.info``: what was found for each agency in this transaction
_PEOPLE = (
    select(Address.channel, Address.value, Address.citizen_id, Citizen.language)
    .join(Citizen, col(Citizen.id) == col(Address.citizen_id))
    .join(Staff, col(Staff.citizen_id) == col(Citizen.id))
    .where(col(Staff.ended_at).is_(None), col(Address.unreachable_at).is_(None))
    .order_by(col(Staff.id), col(Address.last_inbound_at).desc(), col(Address.id))
)
_HANDLERS = _PEOPLE.where(
    col(Staff.agency_id) == bindparam("agency"), col(Staff.role).in_([str(role) for role in HANDLING])
)
_HEADS = _PEOPLE.where(col(Staff.agency_id) == bindparam("agency"), col(Staff.role) == str(Role.HEAD))
_ADMINS = _PEOPLE.where(col(Staff.role) == str(Role.ADMIN))
_GROUPS = select(StaffGroup.channel, StaffGroup.value).where(
    col(StaffGroup.agency_id) == bindparam("agency"), col(StaffGroup.ended_at).is_(None)
)


def chats_of(session: Session, agency_id: int) -> tuple[Chat, ...]:
    """Where the agency hears of complaints: its groups, or else each who handles them, where last heard from.

    Many complaints of one batch go to the same agency, so what was found is remembered in the transaction.
    """
    known: dict[int | None, tuple[Chat, ...]] = session.info.setdefault(_CHATS, {})
    if agency_id not in known:
        connection = session.connection()
        groups = connection.execute(_GROUPS, {"agency": agency_id})
        known[agency_id] = tuple(Chat(*row) for row in groups) or _last_heard(session, _HANDLERS, agency_id)
    return known[agency_id]


def chats_of_admins(session: Session) -> tuple[Chat, ...]:
    """The chats of those who look after the whole service."""
    known: dict[int | None, tuple[Chat, ...]] = session.info.setdefault(_CHATS, {})
    if None not in known:
        known[None] = _last_heard(session, _ADMINS)
    return known[None]


def chats_of_heads(session: Session, agency_id: int) -> tuple[Chat, ...]:
    """The chats of those who lead an agency."""
    return _last_heard(session, _HEADS, agency_id)


def _last_heard(session: Session, people: Executable, agency_id: int | None = None) -> tuple[Chat, ...]:
    first: dict[int, Chat] = {}
    for row in session.connection().execute(people, {"agency": agency_id} if agency_id else {}):
        first.setdefault(row.citizen_id, Chat(*row))
    return tuple(first.values())


def forget_chats(session: Session) -> None:
    """Somebody joined, left or moved: look again."""
    session.info.pop(_CHATS, None)


def _active() -> SelectOfScalar[Staff]:
    return select(Staff).where(col(Staff.ended_at).is_(None), col(Staff.citizen_id).is_not(None))


_GROUP_AT = select(StaffGroup).where(StaffGroup.channel == bindparam("channel"), StaffGroup.value == bindparam("value"))


def group_at(session: Session, channel: str, value: str) -> StaffGroup | None:
    """The staff group at that address, if the chat is one (also one that has ended)."""
    return session.exec(_GROUP_AT, params={"channel": channel, "value": value}).first()


def everybody(session: Session) -> Sequence[tuple[Staff, Agency | None]]:
    """Staff and open invitations with their agency, those who left as well."""
    query = select(Staff, Agency).join(Agency, isouter=True).order_by(col(Staff.id))
    return [(row[0], row[1]) for row in session.exec(query).all()]


def every_group(session: Session) -> Sequence[tuple[StaffGroup, Agency]]:
    """The group chats of all agencies, those left as well."""
    query = select(StaffGroup, Agency).join(Agency).order_by(col(StaffGroup.id))
    return [(row[0], row[1]) for row in session.exec(query).all()]


def by_invitation(session: Session, invite_hash: str) -> Staff | None:
    """The invitation with that hash, taken up or not."""
    return session.exec(select(Staff).where(Staff.invite_hash == invite_hash).with_for_update()).first()


def rights_of(session: Session, citizen_id: int) -> Staff | None:
    """The right the person has now."""
    return session.exec(_active().where(Staff.citizen_id == citizen_id).order_by(col(Staff.id).desc())).first()


_REACH = (
    select(Address, Citizen.language)
    .join(Citizen)
    .where(Address.citizen_id == bindparam("citizen"), col(Address.unreachable_at).is_(None))
    .order_by(col(Address.last_inbound_at).desc(), col(Address.id))
    .limit(1)
)


def reach(session: Session, citizen_id: int) -> tuple[Address, str] | None:
    """Where the citizen was last heard from and can still be reached, and their language."""
    row = session.exec(_REACH, params={"citizen": citizen_id}).first()
    return (row[0], row[1]) if row else None


def addresses_of_staff(session: Session, channel: str) -> Sequence[tuple[str, str, Staff]]:
    """The address, language and right of everybody on the staff who can be reached on ``channel``."""
    query = (
        select(Address.value, Citizen.language, Staff)
        .join(Citizen, col(Citizen.id) == col(Address.citizen_id))
        .join(Staff, col(Staff.citizen_id) == col(Citizen.id))
        .where(Address.channel == channel, col(Staff.ended_at).is_(None), col(Address.unreachable_at).is_(None))
    )
    return [(row[0], row[1], row[2]) for row in session.exec(query).all()]
