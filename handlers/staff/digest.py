"""The morning's summary: what an agency finds when it opens, told once to its group or its people."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from html import escape

from handlers.capability import Capability
from handlers.commands import Command
from handlers.complaints import remaining
from handlers.messages import Option, Outgoing
from handlers.office import Office, office_of
from handlers.routing import naming
from handlers.staff import mornings, overview, rights
from handlers.texts import Html
from handlers.turn import Posting, Recipient, StaffMember, Turn
from storage import colleagues, tickets
from storage.models import Status
from storage.tickets import Filter, Scope, Ticket, Viewer

OLDEST = 3  # of the late ones named
LASTS = dt.timedelta(hours=10)  # a summary that could not be sent by then is no news any more
TEMPLATE = "staff_digest"

_ON = frozenset({"hidup", "nyala", "on", "iduik"})
_OFF = frozenset({"mati", "off"})
_FILTERS = (
    ("unclaimed", Filter(unclaimed=True)),
    ("today", Filter(today=True)),
    ("late", Filter(late=True)),
    ("answered", Filter(answered=True)),
    ("resolved", Filter(status=Status.RESOLVED)),
)


@dataclass(frozen=True, slots=True)
class Morning:
    """What there is to say: how many of each, and the late ones that have waited longest."""

    counts: dict[str, int]
    late: tuple[Ticket, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to say."""
        return not any(self.counts.values())


def tell(office: Office, agency_id: int) -> None:
    """The agency opens: tell it what there is. After a stop of the program that lasted the day, nothing is told."""
    if not mornings.begun(office, mornings.DIGEST, agency_id) or not office.city.hours(agency_id).is_open(office.now):
        return
    morning = look(office, _agency_view(office, agency_id))
    if morning.empty:
        return
    silent = colleagues.without_digest(office.session, agency_id)
    for chat in office.agency_chats(agency_id, secret=True):
        if chat.citizen_id not in silent:
            office.postings.append(_posting(office, chat, agency_id, morning))


def _posting(office: Office, chat: Recipient, agency_id: int, morning: Morning) -> Posting:
    name = naming.short(office.city.agencies[agency_id].name(chat.language))
    outgoing = replace(
        said(office, morning, chat.language, name, private=chat.citizen_id is not None),
        template=f"{TEMPLATE}.{chat.language}",
        variables=(name, _in_short(office, morning, chat.language)),
    )
    return Posting(chat, outgoing, f"digest:{agency_id}:{office.today}:{chat.channel}:{chat.address}", lasts=LASTS)


# --- what


def _agency_view(office: Office, agency_id: int) -> Viewer:
    return overview.viewer(Scope(agency_id), 0, office.now, office.city.rules.timezone)


def look(office: Office, viewer: Viewer) -> Morning:
    """Count what the viewer may see."""
    session, since = office.session, _since(office, viewer)
    found = {"new": tickets.filed_since(session, viewer, since)}
    found |= {name: tickets.count(session, wanted, viewer) for name, wanted in _FILTERS}
    late = tickets.find(session, Filter(late=True), viewer, size=OLDEST).tickets if found["late"] else ()
    return Morning(found, tuple(late))


def _since(office: Office, viewer: Viewer) -> dt.datetime:
    """The opening before this one: what came in since is new."""
    agency_id = viewer.scope.agency_id or office.city.desk().id
    return office.city.hours(agency_id).before_days(office.now, 1)


def said(office: Office, morning: Morning, language: str, name: str, *, private: bool) -> Outgoing:
    """The summary in words, with the lists it speaks of as buttons."""
    say = office.texts.say
    day = office.texts.date(language, office.today)
    lines = [say(language, "digest", agency=name, day=day)]
    for key, count in morning.counts.items():
        if count:
            lines.append(say(language, f"digest-{key}", count=count))
        if key == "late":
            lines += [_late(office, ticket, language) for ticket in morning.late]
    if private:
        lines.append(say(language, "digest-off"))
    options = [
        Option(
            overview.button(wanted),
            say(language, f"tickets-{key}", count=morning.counts[key]),
            typed=say(language, f"tickets-{key}-typed"),
        )
        for key, wanted in _FILTERS
        if morning.counts[key]
    ]
    return Outgoing("\n".join(lines), tuple(options))


def _late(office: Office, ticket: Ticket, language: str) -> str:
    area = office.city.areas.get(ticket.area_code or "")
    details = [
        escape(office.city.category_by_id(ticket.category_id).name(language), quote=False),
        escape(area.name, quote=False) if area else "",
        remaining.said(office.texts, language, office.city, ticket, office.now),
    ]
    shown = Html(" · ".join(detail for detail in details if detail))
    return office.texts.say(language, "digest-late-one", number=ticket.number, details=shown)


def _in_short(office: Office, morning: Morning, language: str) -> str:
    """All of it in one line without markup, for a template."""
    counted = ((key, count) for key, count in morning.counts.items() if count)
    return ", ".join(office.texts.say(language, f"digest-short-{key}", count=count) for key, count in counted)


# --- the command


def command(turn: Turn, argument: str) -> None:
    """/ringkasan: the summary as it is now; with "mati" or "hidup": whether it comes to one's own chat each morning."""
    member = turn.member
    asked = argument.casefold()
    if asked in _ON | _OFF:
        colleagues.want_digest(turn.facts, member.id, wanted=asked in _ON)
        turn.say("digest-wanted" if asked in _ON else "digest-unwanted")
        return
    _show(turn, member)


def _show(turn: Turn, member: StaffMember) -> None:
    office = office_of(turn)
    city, agency_id = turn.city, member.agency_id
    name = naming.short(city.agencies[agency_id].name(turn.language)) if agency_id else city.rules.name
    morning = look(office, overview.viewer_of(turn, member))
    if morning.empty:
        turn.say("digest-empty", agency=name)
    else:
        turn.reply(said(office, morning, turn.language, name, private=not turn.inbound.group))


CAPABILITY = Capability(
    commands=(Command(("ringkasan", "digest"), command, "help-ringkasan", rights.has(rights.Right.HANDLE)),),
    tasks={mornings.DIGEST: tell},
)
