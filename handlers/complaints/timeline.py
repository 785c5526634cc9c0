"""A complaint as the citizen (or a stranger with its number) reads it."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.complaints import accountability
from handlers.office import office_of
from handlers.routing import trail
from handlers.staff import discretion, rights
from handlers.texts import Html
from handlers.turn import Person, Turn
from storage.models import Complaint, ComplaintEvent, EventKind, Visibility

JOINED = {"merged": "event-merged-here", "parted": "event-parted-here"}  # what the log of the other complaint says


def may_see(complaint: Complaint, person: Person) -> bool:
    """Whether the person may know that the complaint exists: theirs, or not secret, or theirs to handle."""
    if complaint.citizen_id == person.citizen_id or complaint.visibility != Visibility.SECRET:
        return True
    return rights.may_handle(person.staff, complaint)


def line(complaint: Complaint, turn: Turn) -> Html:
    """One line of a list: number, category, how it stands."""
    return turn.text(
        "status-line",
        number=complaint.number,
        category=turn.city.category_by_id(complaint.category_id).name(turn.language),
        status=turn.text(f"status-{complaint.status}"),
        at=turn.texts.moment(turn.language, complaint.created_at, turn.city.rules.timezone),
    )


def show(complaint: Complaint, log: Sequence[ComplaintEvent], turn: Turn) -> str:
    """How the complaint stands and what happened so far.

    Its words and the agency's are for the citizen who filed it and the staff who handle it; others read the steps only.
    """
    own = complaint.citizen_id == turn.person.citizen_id
    full = own or rights.may_handle(turn.person.staff, complaint)
    due = turn.texts.date(turn.language, complaint.due_on)
    head = turn.text(
        "timeline",
        number=complaint.number,
        category=turn.city.category_by_id(complaint.category_id).name(turn.language),
        agency=turn.city.agencies[complaint.agency_id].name(turn.language),
        status=turn.text(f"status-{complaint.status}"),
    )
    reveal = _own if own and not turn.inbound.group else _discreet
    told = [event for event in log if _told(event, own)]
    lines = [head] + [_event(event, turn, reveal(complaint, event, turn) if full else "") for event in told]
    if complaint.closed_at is None:
        lines.append(turn.text("timeline-due", due=due))
    if own:
        lines.append(turn.text("timeline-add"))
    return "\n".join(lines)


def _told(event: ComplaintEvent, own: bool) -> bool:
    """Whether the event is in the timeline: who looked at the citizen's identity is the citizen's business alone."""
    return event.public and (own or event.kind != EventKind.IDENTIFIED)


def _what(event: ComplaintEvent, turn: Turn) -> Html:
    if trail.of_event(event) and event.data.get("to"):
        return trail.public(office_of(turn), event, turn.language)
    if event.kind == EventKind.LINKED and event.data.get("what") in JOINED:
        return turn.text(JOINED[event.data["what"]])
    if event.kind != EventKind.IDENTIFIED:
        return turn.text(f"event-{event.kind}")
    who = accountability.watcher(turn.texts, turn.city, turn.language, event.data)
    return turn.text("event-identified-by", what=event.data.get("what", accountability.IDENTITY), who=who)


def _own(complaint: Complaint, event: ComplaintEvent, turn: Turn) -> str:
    """What the citizen who filed it reads: all of it but what those wrote who support it."""
    return event.text if event.kind != EventKind.SUPPORTED else ""


def _discreet(complaint: Complaint, event: ComplaintEvent, turn: Turn) -> str:
    return discretion.words(office_of(turn), complaint, event.text, private=not turn.inbound.group)


def _event(event: ComplaintEvent, turn: Turn, words: str) -> str:
    at = turn.texts.moment(turn.language, event.at, turn.city.rules.timezone)
    said = turn.text("timeline-event", at=at, what=_what(event, turn))
    if not words:
        return said
    shown = words if len(words) <= 300 else words[:299].rstrip() + "…"
    return f"{said}\n{turn.text('timeline-words', text=shown)}"


def _inside(complaint: Complaint, event: ComplaintEvent, turn: Turn) -> Html:
    """What happened, for those who handle the complaint: of a move also who sent it on and why."""
    if trail.of_event(event) and event.data.get("to"):
        return trail.told(office_of(turn), complaint, event, turn.language, private=not turn.inbound.group)
    return _what(event, turn)


def history(complaint: Complaint, log: Sequence[ComplaintEvent], turn: Turn) -> str:
    """Everything that happened, notes among staff included, for those who handle the complaint."""
    lines = []
    for event in log[1:]:  # the filing itself stands above, on the card
        at = turn.texts.moment(turn.language, event.at, turn.city.rules.timezone)
        lines.append(turn.text("timeline-event", at=at, what=_inside(complaint, event, turn)))
        if event.text:
            lines.append(turn.text("timeline-words", text=_discreet(complaint, event, turn)))
    return "\n".join(lines) or turn.text("timeline-nothing")
