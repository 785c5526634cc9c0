"""Giving a complaint to a colleague: by whoever assigns the work, or by its holder who hands it on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.complaints import happenings, status
from handlers.dialogue.engine import Flow, Step
from handlers.dialogue.question import Choice, Pick, Talk
from handlers.messages import Option, Outgoing
from handlers.office import Office, office_of
from handlers.refusal import Refusal
from handlers.staff import discretion, holder, people, private, rights, which, work
from handlers.staff.rights import Right
from handlers.turn import StaffMember, Turn
from storage import absences, colleagues
from storage.models import Absence, Complaint, ComplaintEvent, EventKind, Staff

NAME = "assign"
NOBODY = "-"  # the value of the button that leaves everything as it is
MEMBER = "s"  # before an id in a button's value, where a bare number would mean a place in the list
NOTE = 1000  # characters
SHOWN = 12  # colleagues offered at once


@dataclass(frozen=True, slots=True)
class Assign:
    """Give the complaint ``number`` to ``staff_id`` with a note, whether they are there or not."""

    number: str
    staff_id: int
    note: str


def script(
    city: City, number: str, note: str, choices: Sequence[Sequence[str]], away: str = "", until: str = ""
) -> Talk[Assign | None]:
    """Ask which of several is meant, or what is to be done since ``away`` is, until the day ``until``."""
    picks = [Pick(f"{MEMBER}{staff_id}", {"id": label}) for staff_id, label in choices]
    nobody = Pick(NOBODY, text="assign-nobody")
    if away:
        chosen = yield from Choice("away", [*picks, nobody], number=number, name=away, until=until)
    else:
        chosen = yield from Choice("which", [*picks, nobody], number=number)
    return None if chosen == NOBODY else Assign(number, int(chosen.removeprefix(MEMBER)), note)


def give(turn: Turn, argument: str) -> None:
    """/tugas N [to whom] [note]: without a name the colleagues are offered, with what each has in hand."""
    wanted, rest = which.named(turn, argument, "/tugas")
    complaint = work.find(office_of(turn), turn.member, wanted)
    check_may(office_of(turn), turn.member, complaint)
    if not rest:
        _offer(turn, complaint, "assign-whom")
    elif not named(turn, complaint, rest):
        _offer(turn, complaint, "assign-unknown", name=rest.split()[0])


def named(turn: Turn, complaint: Complaint, said: str, *, exact: bool = False) -> bool:
    """Assign the complaint to the colleague ``said`` begins with; False, and nothing done, if it names none.

    Raises Refusal where the member may not. ``exact``: only a name written as it is.
    """
    found, note = people.begin(turn.facts, complaint.agency_id, said, exact=exact)
    if not found:
        return False
    if len(found) == 1:
        assign(turn, complaint.number or "", found[0], note)
    else:
        check_may(office_of(turn), turn.member, complaint)
        choices = [[str(member.id), member.name] for member in found[:SHOWN]]
        _ask(turn, complaint, {"note": note, "choices": choices})
    return True


def assign(turn: Turn, number: str, staff: Staff, text: str) -> None:
    """Give the complaint to ``staff`` with the note ``text``; if they are away, that is said first. Raises Refusal."""
    member, office = turn.member, office_of(turn)
    complaint = work.find(office, member, number, lock=True)
    check_may(office, member, complaint)
    absence = absences.on(turn.facts, staff.id or 0, office.today)
    if absence is None:
        _carry_out(turn, complaint, staff, text)
    else:
        _ask_about_absent(turn, complaint, staff, absence, text)


def check_may(office: Office, member: StaffMember, complaint: Complaint) -> None:
    """Refuse whoever neither assigns work nor has the complaint in hand, and what has come to its end."""
    number = complaint.number or ""
    if complaint.status in status.ENDED:
        raise Refusal(f"staff-already-{complaint.status}", number=number)
    held = holder.of(office, complaint)
    if not rights.may(member, Right.ASSIGN) and (held is None or held.id != member.id):
        raise Refusal("assign-not-yours", number=number)


def _ask_about_absent(turn: Turn, complaint: Complaint, staff: Staff, absence: Absence, text: str) -> None:
    deputy = colleagues.by_id(turn.facts, absence.deputy_id)
    choices = []
    if deputy is not None and deputy.ended_at is None:
        choices.append([str(deputy.id), turn.text("assign-deputy", name=deputy.name)])
    choices.append([str(staff.id), turn.text("assign-still", name=staff.name)])
    until = turn.texts.date(turn.language, absence.last_day)
    _ask(turn, complaint, {"note": text, "choices": choices, "away": staff.name, "until": until})


def _ask(turn: Turn, complaint: Complaint, arguments: Mapping[str, Any]) -> None:
    arguments = {**arguments, "number": complaint.number, "note": arguments["note"][:NOTE]}
    turn.begin(NAME, arguments, complaint_id=complaint.id)


def _offer(turn: Turn, complaint: Complaint, key: str, **words: str) -> None:
    """The colleagues as buttons, those with the least in hand first, whoever is away last."""
    counts = colleagues.open_counts(turn.facts, complaint.agency_id)
    away = absences.away(turn.facts, complaint.agency_id, turn.today)
    staff = [each for each in colleagues.of_agency(turn.facts, complaint.agency_id) if each.id != complaint.assignee_id]
    staff.sort(key=lambda each: (each.id in away, counts.get(each.id or 0, 0)))
    options = []
    for each in staff[:SHOWN]:
        key_of = "assign-option-away" if each.id in away else "assign-option"
        label = turn.text(key_of, name=each.name, count=counts.get(each.id or 0, 0))
        command = f"/tugas {complaint.number} {each.id}"
        options.append(Option(command, label, typed=command))
    text = turn.text(key, number=complaint.number, **words)
    turn.reply(Outgoing(text, tuple(options)), complaint_id=complaint.id)


def _carry_out(turn: Turn, complaint: Complaint, staff: Staff, text: str) -> None:
    reached = hand(office_of(turn), complaint, staff, by=turn.member, text=text, chat=turn.inbound.address)
    key = "assign-done" if reached else "assign-done-unreached"
    turn.reply(Outgoing(turn.text(key, number=complaint.number, name=staff.name)), complaint_id=complaint.id)


def hand(office: Office, complaint: Complaint, to: Staff, *, by: StaffMember, text: str = "", chat: str = "") -> bool:
    """Give the locked complaint to a colleague and tell both, and whoever had it; False if they cannot be reached.

    Raises Refusal if they have it already.
    """
    former = holder.of(office, complaint)
    number = complaint.number or ""
    if former is not None and former.id == to.id and complaint.claimed_until is None:
        raise Refusal("assign-already", number=number, name=to.name)
    event = move(office, complaint, to, by=by, text=text, chat=chat)
    step = f"event:{event.id}"
    if former is not None and former.id not in (by.id, to.id):
        private.tell(office, former, "assign-taken", step, number=number, name=to.name, by=by.name)
    if to.id == by.id:
        return True
    note = discretion.words(office, complaint, text, private=True)
    if not note:
        return private.tell(office, to, "assign-yours", step, card=complaint, number=number, by=by.name)
    return private.tell(office, to, "assign-yours-note", step, card=complaint, number=number, by=by.name, text=note)


def move(
    office: Office,
    complaint: Complaint,
    to: Staff,
    *,
    by: StaffMember | str,
    text: str = "",
    chat: str = "",
    **why: Any,
) -> ComplaintEvent:
    """Record that the locked complaint is the colleague's now; nobody is told. ``why`` goes into the event's data."""
    data = {"from": complaint.assignee_id, "to": to.id, **why}
    complaint.assignee_id = to.id
    return happenings.happen(
        office, complaint, EventKind.ASSIGNED, by=by, text=text, public=False, data=data, chat=chat
    )


def chosen(turn: Turn, command: Assign, finished: Step) -> None:
    """It was said who it is to be; that somebody is away is said to whoever was only asked which one they mean."""
    member = rights.demand(turn.person.staff, Right.HANDLE)
    complaint = work.find(office_of(turn), member, command.number, lock=True)
    check_may(office_of(turn), member, complaint)
    staff = _still_there(turn, complaint, command.staff_id)
    if "which" in finished.sources:
        assign(turn, command.number, staff, command.note)
    else:
        _carry_out(turn, complaint, staff, command.note)


def _still_there(turn: Turn, complaint: Complaint, staff_id: int) -> Staff:
    found = people.find(turn.facts, complaint.agency_id, str(staff_id))
    if not found:
        raise Refusal("assign-gone")
    return found[0]


CAPABILITY = Capability(
    commands=(Command(("tugas", "assign"), give, "help-tugas", rights.may_handle_complaints, bare=False, number=True),),
    flows=(Flow(NAME, script),),
    endings={Assign: chosen},
)
