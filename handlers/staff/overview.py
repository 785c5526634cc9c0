"""/tiket: the complaints somebody may handle, narrowed down by words, page by page."""

from __future__ import annotations

import datetime as dt
from html import escape

from handlers.capability import Capability
from handlers.commands import Command
from handlers.complaints import number, remaining
from handlers.messages import Option, Outgoing
from handlers.office import office_of
from handlers.routing import naming
from handlers.staff import commands, discretion, filters, rights
from handlers.texts import Html
from handlers.turn import StaffMember, Turn
from storage import tickets
from storage.models import Status
from storage.tickets import Filter, Page, Place, Scope, Ticket, Viewer

PAGE = 8  # complaints: with their buttons they fill the screen of a phone
SHOWN_TEXT = 70  # characters of each
CODED = "="  # before a filter that stands on a button

_MARKS = {Status.WAITING: "⏸", Status.RESOLVED: "✅"}
_QUICK = (
    ("mine", Filter(mine=True)),
    ("unclaimed", Filter(unclaimed=True)),
    ("late", Filter(late=True)),
    ("waiting", Filter(status=Status.WAITING)),
    ("open", Filter()),
)


def list_(turn: Turn, argument: str) -> None:
    """/tiket: what is open, or what the words behind it narrow it to; a number shows that complaint."""
    if number.looks_like(argument):
        commands.look(turn, argument)
        return
    member = turn.member
    wanted, start = _asked(turn, argument)
    viewer = viewer_of(turn, member)
    page = tickets.find(turn.facts, wanted, viewer, start=start, size=PAGE)
    if start is not None and not page.tickets and page.next is None:  # what came behind has gone meanwhile
        page = tickets.find(turn.facts, wanted, viewer, size=PAGE)
    text = "\n".join([_head(turn, wanted, page), *(_line(turn, viewer, ticket) for ticket in page.tickets)])
    turn.reply(Outgoing(text, (*_pages(turn, wanted, page), *_quick(turn, wanted, viewer))))


def viewer_of(turn: Turn, member: StaffMember) -> Viewer:
    """What the member may see now."""
    return viewer(rights.scope(member), member.id, turn.now, turn.city.rules.timezone)


def viewer(scope: Scope, staff_id: int, now: dt.datetime, zone: dt.tzinfo) -> Viewer:
    """Somebody with that scope, and the day it is where the city is."""
    today = now.astimezone(zone).date()
    midnight = dt.datetime.combine(today + dt.timedelta(days=1), dt.time(), tzinfo=zone).astimezone(dt.UTC)
    return Viewer(scope, staff_id, now, today, midnight)


def button(wanted: Filter, start: Place | None = None) -> str:
    """The command that shows the page, as it stands on a button."""
    place = f" {filters.mark(start)}" if start is not None else ""
    return f"/tiket {CODED}{filters.encode(wanted)}{place}"


def _asked(turn: Turn, argument: str) -> tuple[Filter, Place | None]:
    if not argument.startswith(CODED):
        return filters.parse(argument, turn.city), None
    code, _, marked = argument.removeprefix(CODED).partition(" ")
    return filters.decode(code, turn.city), filters.place_of(marked.strip())


def _head(turn: Turn, wanted: Filter, page: Page) -> Html:
    said = filters.describe(wanted, turn.city, turn.texts, turn.language)
    if not page.tickets:
        return _nothing(turn, said, page)
    if wanted == Filter(ended=True):
        return turn.text("tickets-ended")
    if wanted.ended:
        return turn.text("tickets-ended-filtered", filter=said)
    head = turn.text("tickets-filtered" if said else "tickets", count=page.total, filter=said)
    if page.before is None or page.total == len(page.tickets):
        return head
    return turn.text("tickets-place", head=head, first=page.before + 1, last=page.before + len(page.tickets))


def _nothing(turn: Turn, said: Html, page: Page) -> Html:
    if page.next is not None:
        return turn.text("tickets-none-here")
    return turn.text("tickets-none-filtered", filter=said) if said else turn.text("tickets-none")


def _line(turn: Turn, viewer: Viewer, ticket: Ticket) -> Html:
    shown = " ".join(discretion.words(office_of(turn), ticket, ticket.text, private=not turn.inbound.group).split())
    return turn.text(
        "ticket-line",
        mark=_MARKS.get(Status(ticket.status)) or ("🔴" if _late(ticket, viewer) else "•"),
        number=ticket.number,
        details=Html(" · ".join(_details(turn, viewer, ticket))),
        text=shown if len(shown) <= SHOWN_TEXT else shown[: SHOWN_TEXT - 1] + "…",
    )


def _details(turn: Turn, viewer: Viewer, ticket: Ticket) -> list[str]:
    city, language = turn.city, turn.language
    area = city.areas.get(ticket.area_code or "")
    agency = city.agencies[ticket.agency_id]
    given = [
        escape(city.category_by_id(ticket.category_id).name(language), quote=False),
        escape(area.name, quote=False) if area else "",
        escape(naming.short(agency.name(language)), quote=False) if viewer.scope.everywhere else "",
        turn.text(f"filter-{ticket.status}"),
        _left(turn, ticket),
        turn.text("ticket-holder", name=ticket.holder) if ticket.holder else "",
        turn.text("ticket-supporters", count=ticket.supporters) if ticket.supporters else "",
    ]
    return [detail for detail in given if detail]


def _left(turn: Turn, ticket: Ticket) -> str:
    """How much time is left; the waiting need no word of it, and where no clock runs the promise counts."""
    if ticket.status not in tickets.TO_DO:
        return ""
    if ticket.due_at is None:
        return turn.text("ticket-due", due=turn.texts.date(turn.language, ticket.due_on))
    return remaining.said(turn.texts, turn.language, turn.city, ticket, turn.now)


def _late(ticket: Ticket, viewer: Viewer) -> bool:
    if ticket.status not in tickets.TO_DO:
        return False
    return ticket.due_at < viewer.now if ticket.due_at else ticket.due_on < viewer.today


def _pages(turn: Turn, wanted: Filter, page: Page) -> list[Option]:
    """The complaints by number, so that typing 3 shows the third, and the neighbouring pages."""
    options = [Option(f"/lihat {ticket.number}", ticket.number) for ticket in page.tickets]
    for key, place in (("tickets-previous", page.previous), ("tickets-next", page.next)):
        if place is not None:
            options.append(Option(button(wanted, place), turn.text(key)))
    return options


def _quick(turn: Turn, wanted: Filter, viewer: Viewer) -> list[Option]:
    """The filters most wanted with how much they find, but for the one in use and those that find nothing."""
    counts = tickets.counts(turn.facts, viewer)
    return [
        Option(button(quick), turn.text(f"tickets-{name}", count=count), typed=turn.text(f"tickets-{name}-typed"))
        for name, quick in _QUICK
        if (count := getattr(counts, name)) and quick != wanted
    ]


CAPABILITY = Capability(
    commands=(Command(("tiket", "tickets"), list_, "help-tiket", rights.has(rights.Right.HANDLE), number=True),),
)
