"""Who works for the city: invited by a one-time code, bound to the chat the code is used in, ended at once."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from typing import Any

from sqlmodel import Session, select

from storage import audit, roster, timers
from storage.models import Agency, Role, Staff, StaffGroup

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # nothing that is misread
CODE_LENGTH = 10  # 32^10: not to be guessed in the days it lives
ENDED = "staff.ended"  # the timer by which what somebody had in hand is seen to (handlers/staff/successions.py)
START = "i-"  # how an invitation looks in a deep link's payload


def hashed(code: str) -> str:
    """What is kept of a code; ``code`` may be typed in any case, with blanks and dashes."""
    plain = "".join(letter for letter in code.upper() if letter in ALPHABET)
    return hashlib.sha256(plain.encode()).hexdigest()


def make_code(length: int = CODE_LENGTH) -> str:
    """A code nobody can guess."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def invite(
    session: Session,
    *,
    name: str,
    role: str,
    agency_code: str | None,
    now: dt.datetime,
    days: int = 7,
    by: int | None = None,
) -> str:
    """Add a member of staff who binds their own chat with the code returned, within ``days``.

    ``by`` is who on the staff invites, None at the command line.
    Raises ValueError naming what is wrong with role or agency.
    """
    if role not in set(Role):
        raise ValueError(f"role: {role!r} is none of {', '.join(Role)}")
    agency = None
    if agency_code:
        agency = session.exec(select(Agency).where(Agency.code == agency_code)).first()
        if agency is None:
            raise ValueError(f"agency: there is no agency {agency_code!r}")
    elif role != Role.ADMIN:
        raise ValueError(f"agency: a member of staff with role {role} belongs to an agency")
    code = make_code()
    invited = Staff(
        name=name,
        role=role,
        agency_id=agency.id if agency else None,
        invite_hash=hashed(code),
        invite_expires_at=now + dt.timedelta(days=days),
        created_at=now,
    )
    session.add(invited)
    session.flush()
    audit.record(session, staff_id=by, action="staff.invite", thing=f"staff:{invited.id}", now=now, role=str(role))
    return code


def join(session: Session, code: str, *, citizen_id: int, now: dt.datetime) -> Staff | None:
    """Bind the person to the invitation; None when the code is unknown, used or too old.

    A right the person had before ends: one person, one post.
    """
    invitation = roster.by_invitation(session, hashed(code))
    if invitation is None or invitation.citizen_id is not None or invitation.ended_at is not None:
        return None
    if invitation.invite_expires_at is not None and invitation.invite_expires_at < now:
        return None
    before = roster.rights_of(session, citizen_id)
    if before is not None:
        before.ended_at = now
        session.add(before)
        timers.start(session, ENDED, before.id or 0, due_at=now)
    invitation.citizen_id = citizen_id
    session.add(invitation)
    roster.forget_chats(session)
    session.flush()
    audit.record(session, staff_id=invitation.id, action="staff.join", thing=f"staff:{invitation.id}", now=now)
    return invitation


def end(session: Session, staff_id: int, *, now: dt.datetime, by: int | None = None) -> bool:
    """End a right (or an open invitation) at once; False when there is none to end.

    ``by`` is who on the staff did it, None at the command line.
    """
    member = session.get(Staff, staff_id)
    if member is None or member.ended_at is not None:
        return False
    member.ended_at, member.invite_hash = now, None
    session.add(member)
    roster.forget_chats(session)
    timers.start(session, ENDED, staff_id, due_at=now)
    audit.record(session, staff_id=by, action="staff.end", thing=f"staff:{staff_id}", now=now)
    return True


def listing(session: Session) -> list[dict[str, Any]]:
    """Everybody, for people and programs to read: id, name, role, agency, state."""
    return [
        {
            "id": member.id,
            "name": member.name,
            "role": member.role,
            "agency": agency.code if agency else None,
            "state": "ended" if member.ended_at else "active" if member.citizen_id else "invited",
        }
        for member, agency in roster.everybody(session)
    ]


def adopt_group(session: Session, *, channel: str, address: str, agency_id: int, now: dt.datetime) -> StaffGroup:
    """Make a group chat the place where an agency's complaints arrive."""
    group = roster.group_at(session, channel, address)
    if group is None:
        group = StaffGroup(agency_id=agency_id, channel=channel, value=address, created_at=now)
    group.agency_id, group.ended_at = agency_id, None
    session.add(group)
    roster.forget_chats(session)
    session.flush()
    return group


def leave_group(session: Session, *, channel: str, address: str, now: dt.datetime) -> None:
    """The bot was removed from the group: nothing is sent there any more."""
    group = roster.group_at(session, channel, address)
    if group is not None:
        group.ended_at = now
        session.add(group)
        roster.forget_chats(session)


def move_group(session: Session, *, channel: str, address: str, new_address: str) -> None:
    """The group has a new id (Telegram makes a supergroup of it)."""
    group = roster.group_at(session, channel, address)
    if group is not None:
        group.value = new_address
        session.add(group)
        roster.forget_chats(session)
