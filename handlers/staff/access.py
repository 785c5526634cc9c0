"""Who has which access, since when, and what about it should be looked into; and ending a right from the chat."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session

from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.messages import Outgoing
from handlers.office import Office, office_of
from handlers.refusal import Refusal
from handlers.staff import rights, roster
from handlers.staff.rights import Right
from handlers.texts import Html
from handlers.turn import StaffMember, Turn
from storage import access as rows
from storage import audit
from storage.models import Role, Staff, StaffGroup

IDLE = dt.timedelta(days=90)  # without an act: does the person still need the right?
OPEN_TOO_LONG = dt.timedelta(days=7)  # an invitation
END = frozenset({"cabut", "revoke", "end"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One person with a right, or an open invitation. ``last`` is their newest act in the audit log."""

    staff: Staff
    last: dt.datetime | None
    channels: Sequence[str]
    warning: str = ""  # idle or invited

    @property
    def invited(self) -> bool:
        """Whether it is an invitation that nobody has taken up."""
        return self.staff.citizen_id is None


@dataclass(frozen=True, slots=True)
class Concern:
    """Something about the whole: ``kind`` is head, admin or group; ``agency_id`` None: about no single agency."""

    kind: str
    agency_id: int | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Who may act, in which groups, and what should be looked into."""

    entries: Sequence[Entry]
    groups: Sequence[StaffGroup]
    concerns: Sequence[Concern] = field(default=())


def review(session: Session, agency_id: int | None, *, now: dt.datetime) -> Review:
    """Of one agency, or (None) of the whole city."""
    last, channels = audit.last_acts(session), rows.channels(session)
    everybody, groups = rows.staff(session, agency_id), rows.groups(session, agency_id)
    entries = [
        Entry(
            member,
            last.get(member.id or 0),
            channels.get(member.citizen_id or 0, ()),
            _warning(member, last.get(member.id or 0), now),
        )
        for member in everybody
    ]
    alone = agency_id is None and rows.admins(session) < 2
    concerns = [Concern("admin")] if alone else []
    return Review(entries, groups, [*concerns, *_about_agencies(everybody, groups)])


def _warning(member: Staff, last: dt.datetime | None, now: dt.datetime) -> str:
    if member.citizen_id is None:
        return "invited" if now - member.created_at > OPEN_TOO_LONG else ""
    return "idle" if now - (last or member.created_at) > IDLE else ""


def _about_agencies(everybody: Sequence[Staff], groups: Sequence[StaffGroup]) -> Iterator[Concern]:
    active = [member for member in everybody if member.citizen_id is not None and member.agency_id is not None]
    handling = {member.agency_id for member in active if member.role in (Role.OPERATOR, Role.HEAD, Role.ADMIN)}
    headed = {member.agency_id for member in active if member.role == Role.HEAD}
    yield from (Concern("head", agency) for agency in sorted(handling - headed, key=lambda each: each or 0))
    yield from (Concern("group", agency) for agency in sorted({group.agency_id for group in groups} - handling))


def end(office: Office, member: StaffMember, staff_id: int) -> Staff:
    """End a right, or an open invitation, at once: in one's own agency, or as an admin anywhere. Raises Refusal."""
    found = office.session.get(Staff, staff_id)
    number = str(staff_id)
    if found is None or found.ended_at is not None or not _may_end(member, found):
        raise Refusal("access-nobody", number=number)
    last = found.role == Role.ADMIN and found.citizen_id is not None and rows.admins(office.session) == 1
    if last:
        raise Refusal("access-last-admin", name=found.name)
    roster.end(office.session, staff_id, now=office.now, by=member.id)
    return found


def _may_end(member: StaffMember, found: Staff) -> bool:
    if member.role == Role.ADMIN:
        return True
    return rights.may(member, Right.ASSIGN) and member.agency_id == found.agency_id and found.role != Role.ADMIN


def run(turn: Turn, argument: str) -> None:
    """/akses: who has which access; /akses cabut N: end a right."""
    member = turn.member
    if turn.inbound.group:
        turn.say("only-private")
        return
    word, _, rest = argument.partition(" ")
    if word.casefold() in END:
        _end(turn, member, rest.strip())
        return
    agency_id = None if member.role == Role.ADMIN else member.agency_id
    found = review(turn.facts, agency_id, now=turn.now)
    turn.audit("access.reviewed", "")
    lines = [turn.text("access", count=len(found.entries))]
    lines += [_line(turn, entry) for entry in found.entries]
    lines += [_group(turn, group) for group in found.groups]
    lines += [_concern(turn, concern) for concern in found.concerns]
    turn.reply(Outgoing("\n".join([*lines, turn.text("access-end")])))


def _end(turn: Turn, member: StaffMember, said: str) -> None:
    if not (said.isascii() and said.isdecimal() and len(said) < 10):
        turn.say("access-whom")
        return
    ended = end(office_of(turn), member, int(said))
    turn.say("access-ended", name=ended.name)


def _line(turn: Turn, entry: Entry) -> Html:
    zone, member = turn.city.rules.timezone, entry.staff
    return turn.text(
        "access-line",
        number=str(member.id),
        name=member.name,
        role=turn.text(f"role-{member.role}"),
        agency=_agency(turn.city, member.agency_id, turn.language),
        since=turn.texts.date(turn.language, member.created_at.astimezone(zone).date()),
        last=turn.texts.date(turn.language, entry.last.astimezone(zone).date()) if entry.last else "-",
        channels=", ".join(entry.channels) or "-",
        invited="yes" if entry.invited else "no",
        warning=entry.warning or "none",
    )


def _group(turn: Turn, group: StaffGroup) -> Html:
    agency = _agency(turn.city, group.agency_id, turn.language)
    return turn.text("access-group", agency=agency, channel=group.channel, address=group.value)


def _concern(turn: Turn, concern: Concern) -> Html:
    return turn.text("access-concern", kind=concern.kind, agency=_agency(turn.city, concern.agency_id, turn.language))


def _agency(city: City, agency_id: int | None, language: str) -> str:
    agency = city.agencies.get(agency_id or 0)
    return agency.name(language) if agency else city.rules.name


CAPABILITY = Capability(
    commands=(Command(("akses", "access"), run, "help-akses", rights.has(Right.REVIEW), bare=False),)
)
