"""Citizens see who looked at who they are: which post, when and why."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.capability import Capability
from handlers.commands import Command
from handlers.complaints import accountability, number
from handlers.messages import Option, Outgoing
from handlers.texts import Html
from handlers.turn import Turn
from storage import complaints, identities
from storage.models import Complaint, ComplaintEvent, EventKind


def show(turn: Turn, argument: str) -> None:
    """/siapa: who looked, in all of my complaints or the one with the number given."""
    if turn.inbound.group:
        turn.say("only-private")
        return
    wanted = number.find(argument)
    complaint = complaints.by_number(turn.facts, wanted) if wanted else None
    if argument and (complaint is None or complaint.citizen_id != turn.person.citizen_id):
        turn.say("looks-which")
        return
    found = identities.looks(turn.facts, turn.person.citizen_id, complaint.id if complaint else None)
    if not found:
        turn.say("looks-none")
        return
    lines = [turn.text("looks"), *(_line(turn, event, counted) for event, counted in found)]
    turn.reply(Outgoing("\n".join([*lines, turn.text("looks-doubt")])))


def _line(turn: Turn, event: ComplaintEvent, counted: str) -> Html:
    said = turn.text(
        "looks-line",
        number=counted,
        at=turn.texts.moment(turn.language, event.at, turn.city.rules.timezone),
        what=event.data.get("what", accountability.IDENTITY),
        who=accountability.watcher(turn.texts, turn.city, turn.language, event.data),
    )
    return Html(f"{said}\n{turn.text('timeline-words', text=event.text)}") if event.text else said


def offer(turn: Turn, complaint: Complaint, log: Sequence[ComplaintEvent]) -> tuple[Option, ...]:
    """The button under a citizen's own complaint, if its log says that anybody has looked."""
    if not any(event.kind == EventKind.IDENTIFIED for event in log):
        return ()
    command = f"/siapa {complaint.number}"
    return (Option(command, turn.text("button-siapa"), command),)


CAPABILITY = Capability(commands=(Command(("siapa", "who"), show, "help-siapa", bare=False, number=True),))
