"""A complaint becomes secret: staff may see to that, with a reason; only the citizen can undo it.

Two people were taken to the police because a clerk forgot to set what they wrote to anonymous or secret.
"""

from __future__ import annotations

from dataclasses import dataclass

from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.complaints import happenings, notices, number, service, status
from handlers.dialogue.engine import Flow, Step
from handlers.dialogue.question import Choice, Pick, Talk, Text
from handlers.messages import Option, Outgoing
from handlers.office import Office, office_of
from handlers.refusal import Refusal
from handlers.staff import rights, which, work
from handlers.staff.rights import Right
from handlers.turn import Posting, Recipient, StaffMember, Turn
from storage import complaints
from storage.models import Complaint, ComplaintEvent, EventKind, Visibility

HIDE, UNHIDE = "hide", "unhide"  # flows
REASON_MOST = 500  # characters


@dataclass(frozen=True, slots=True)
class Hide:
    """Make the complaint ``number`` secret."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unhide:
    """Let the complaint ``number`` be seen again, as ``visibility``."""

    number: str
    visibility: str


def hide_script(city: City, number: str) -> Talk[Hide]:
    """Ask why; the citizen will read it, colleagues of the agency that had it will not."""
    reason = yield from Text("reason", max_length=REASON_MOST, number=number)
    return Hide(number, reason)


def unhide_script(city: City, number: str) -> Talk[Unhide]:
    """Ask how it is to be seen from now on."""
    open_to = (Visibility.ANONYMOUS, Visibility.PUBLIC)
    visibility = yield from Choice("as", [Pick(value, text=f"visibility-{value}") for value in open_to], number=number)
    return Unhide(number, visibility)


def hide(office: Office, member: StaffMember, wanted: str, reason: str) -> Complaint:
    """Make it secret and hand it to the agency for secrets; who had it learns that and no more. Raises Refusal."""
    complaint = work.find(office, member, wanted, lock=True)
    if complaint.visibility == Visibility.SECRET:
        raise Refusal("secret-already", number=wanted)
    before = complaint.agency_id
    had_it = office.agency_chats(before, secret=False)
    data = {"visibility": complaint.visibility}
    complaint.visibility = Visibility.SECRET
    complaint.agency_id = office.city.route(
        kind=complaint.kind,
        category=office.city.category_by_id(complaint.category_id).code,
        area=complaint.area_code,
        visibility=Visibility.SECRET,
        text=complaint.text,
        at=office.now,
    ).agency_id
    moved = complaint.agency_id != before
    if moved:
        complaint.assignee_id = complaint.claimed_until = None
    event = happenings.happen(office, complaint, EventKind.HIDDEN, by=member, text=reason, data=data)
    if moved:
        _tell_former(office, complaint, event, had_it)
    if moved and complaint.status not in status.ENDED:  # sent on, it would be open again
        _send_on(office, member, complaint, before, reason)
    return complaint


def _tell_former(office: Office, complaint: Complaint, event: ComplaintEvent, chats: list[Recipient]) -> None:
    for chat in chats:
        text = office.texts.say(chat.language, "group-hidden", number=complaint.number or "")
        key = f"hidden:{event.id}:{chat.channel}:{chat.address}"
        office.postings.append(Posting(chat, Outgoing(text), key, complaint_id=complaint.id))


def _send_on(office: Office, member: StaffMember, complaint: Complaint, before: int, why: str) -> None:
    """The agency for secrets gets card and files. The citizen has just been told, and others may not be."""
    agencies = office.city.agencies
    data = {"from": agencies[before].code, "to": agencies[complaint.agency_id].code, "by": member.name, "why": why}
    happenings.happen(office, complaint, EventKind.FORWARDED, by=member, public=False, data=data)
    for file in complaints.attachments(office.session, complaint.id or 0):
        notices.show_attachment(office, file)


def ask_hide(turn: Turn, argument: str) -> None:
    """/rahasiakan N reason."""
    wanted, reason = which.named(turn, argument, "/rahasiakan")
    work.find(office_of(turn), turn.member, wanted)
    if reason:
        _hide(turn, wanted, reason[:REASON_MOST])
    else:
        turn.begin(HIDE, {"number": wanted})


def hide_asked(turn: Turn, command: Hide, step: Step) -> None:
    """The reason has come."""
    rights.demand(turn.person.staff, Right.HANDLE)
    _hide(turn, command.number, command.reason)


def _hide(turn: Turn, wanted: str, reason: str) -> None:
    complaint = hide(office_of(turn), turn.member, wanted, reason)
    agency = turn.city.agencies[complaint.agency_id].name(turn.language)
    turn.say("secret-done", number=wanted, agency=agency)


def ask_unhide(turn: Turn, argument: str) -> None:
    """/terbuka N: the citizen lets their secret complaint be seen again."""
    complaint = None if turn.inbound.group else _own_secret(turn, number.find(argument))
    if complaint is None:
        turn.say("unhide-which")
        return
    for reply in turn.dialogue.start(UNHIDE, {"number": complaint.number}, turn.now).replies:
        turn.reply(reply)


def _own_secret(turn: Turn, wanted: str | None) -> Complaint | None:
    complaint = complaints.by_number(turn.facts, wanted, lock=True) if wanted else None
    mine = complaint is not None and complaint.citizen_id == turn.person.citizen_id
    return complaint if mine and complaint and complaint.visibility == Visibility.SECRET else None


def unhidden(turn: Turn, command: Unhide, step: Step) -> None:
    """The citizen has chosen. It stays with the agency that has it, which may forward it."""
    complaint = _own_secret(turn, command.number)
    if complaint is None:
        turn.say("unhide-which")
        return
    complaint.visibility = command.visibility
    data = {"visibility": command.visibility}
    happenings.happen(office_of(turn), complaint, EventKind.SHOWN, by=service.CITIZEN, data=data)
    turn.say("unhide-done", number=complaint.number, visibility=turn.text(f"visibility-{command.visibility}-short"))


def offer(turn: Turn, complaint: Complaint) -> tuple[Option, ...]:
    """The button under a citizen's own secret complaint that lets it be seen again."""
    if complaint.visibility != Visibility.SECRET:
        return ()
    command = f"/terbuka {complaint.number}"
    return (Option(command, turn.text("button-terbuka"), command),)


CAPABILITY = Capability(
    commands=(
        Command(("rahasiakan", "hide"), ask_hide, "help-rahasiakan", rights.has(Right.HANDLE), bare=False, number=True),
        Command(("terbuka", "unhide"), ask_unhide, "help-terbuka", bare=False, number=True),
    ),
    flows=(Flow(HIDE, hide_script), Flow(UNHIDE, unhide_script)),
    endings={Hide: hide_asked, Unhide: unhidden},
)
