"""Who sits at the terminal: a citizen, or a member of staff whose terminal counts as one more of their addresses."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from rapidfuzz import process
from sqlmodel import Session, col, select

from bot import staff_pane
from bot.printing import FaultError
from handlers.staff import roster
from storage import audit, citizens
from storage import roster as rows
from storage.models import Address, Role, Staff

CHANNEL = "console"
CITIZEN = "warga"  # the citizen at this machine; a conversation goes on where the last one stopped
NEAR = 60  # of 100: how like a name must be to be offered instead


@dataclass(frozen=True, slots=True)
class Seat:
    """An address at the terminal and the name of whoever sits there."""

    address: str
    name: str


def citizen() -> Seat:
    """The seat of somebody who is not staff."""
    return Seat(CITIZEN, CITIZEN)


def staff(session: Session, name: str, *, training: bool, now: dt.datetime) -> Seat:
    """The seat of the member of staff of that name, made reachable here.

    With ``training`` and nobody on the roster (but the web chat's trainee) one is made up, who sees all complaints but
    the secret ones. Raises FaultError.
    """
    everybody = [member for member, _ in rows.everybody(session) if member.ended_at is None]
    if training and all(member.name == staff_pane.NAME for member in everybody):
        return _train(session, name, now)
    member = _named(name, everybody)
    if member.citizen_id is None:
        raise FaultError(
            f"{member.name} has not taken up the invitation yet: write /masuk and its code in a chat first"
        )
    seat = Seat(f"staff-{member.id}", member.name)
    _open(session, seat, member.citizen_id, now)
    audit.record(session, staff_id=member.id, action="staff.terminal", thing=f"staff:{member.id}", now=now)
    return seat


def leave(session: Session, seat: Seat, *, now: dt.datetime) -> None:
    """Nobody sits here any more: what is said to the person goes to their other addresses, if there are any."""
    address = _address(session, seat)
    if address is None:
        return
    elsewhere = select(Address.id).where(
        Address.citizen_id == address.citizen_id, Address.id != address.id, col(Address.unreachable_at).is_(None)
    )
    if session.exec(elsewhere).first() is not None:
        address.unreachable_at = now
        session.add(address)


def _named(name: str, everybody: list[Staff]) -> Staff:
    found = [member for member in everybody if member.name.casefold() == name.casefold()]
    if len(found) == 1:
        return found[0]
    if found:
        raise FaultError(f"{len(found)} people are called {name}; end one of them: udajang staff list")
    near = process.extractOne(name, [member.name for member in everybody], score_cutoff=NEAR)
    mend = f"did you mean {near[0]}?" if near else "see: udajang staff list"
    raise FaultError(f"nobody on the staff is called {name}; {mend}")


def _train(session: Session, name: str, now: dt.datetime) -> Seat:
    code = roster.invite(session, name=name, role=Role.ADMIN, agency_code=None, now=now)
    seat = Seat("staff-training", name)
    writer = citizens.Writer(CHANNEL, (seat.address,), name)
    person = citizens.load(session, [writer], now=now)[writer]
    member = roster.join(session, code, citizen_id=person.citizen_id, now=now)
    assert member is not None  # the code was made above
    return seat


def _open(session: Session, seat: Seat, citizen_id: int, now: dt.datetime) -> None:
    if _address(session, seat) is None:
        session.add(Address(citizen_id=citizen_id, channel=CHANNEL, value=seat.address, name=seat.name, created_at=now))
        session.flush()
    writer = citizens.Writer(CHANNEL, (seat.address,), seat.name)
    citizens.load(session, [writer], now=now)  # counts as hearing from them: what is said to them comes here first


def _address(session: Session, seat: Seat) -> Address | None:
    query = select(Address).where(Address.channel == CHANNEL, Address.value == seat.address)
    return session.exec(query).first()
