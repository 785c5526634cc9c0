"""Commands around who citizens are: look it up, see a number they wrote, agree or refuse as the second person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.complaints import accountability
from handlers.dialogue.engine import Flow, Step
from handlers.dialogue.question import Talk, Text
from handlers.messages import Option, Outgoing
from handlers.office import Office, office_of
from handlers.refusal import Refusal
from handlers.staff import identity, private, rights, which
from handlers.staff.rights import Right
from handlers.texts import Html
from handlers.turn import Turn
from storage import colleagues
from storage.models import Address, Complaint, IdentityRequest

LOOK, REFUSE = "identity", "identity-refuse"  # flows

Run = Callable[[Turn, str], None]


@dataclass(frozen=True, slots=True)
class Look:
    """Look up who is behind the complaint ``number``."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class Refuse:
    """Refuse what a colleague asked about the complaint ``number``."""

    number: str
    reason: str


def look_script(city: City, number: str) -> Talk[Look]:
    """Ask why; the citizen will read it."""
    reason = yield from Text("reason", min_length=identity.REASON_LEAST, max_length=identity.REASON_MOST, number=number)
    return Look(number, reason)


def refuse_script(city: City, number: str) -> Talk[Refuse]:
    """Ask why not; the colleague will read it."""
    reason = yield from Text("reason", max_length=identity.REASON_MOST, number=number)
    return Refuse(number, reason)


def _alone(command: str) -> Callable[[Callable[[Turn, str, str], None]], Run]:
    """A command about one complaint that works in a private chat only: what it says is for one pair of eyes."""

    def decorate(act: Callable[[Turn, str, str], None]) -> Run:
        @wraps(act)
        def run(turn: Turn, argument: str) -> None:
            if turn.inbound.group:
                raise Refusal("only-private")
            act(turn, *which.named(turn, argument, command))

        return run

    return decorate


@_alone("/identitas")
def look(turn: Turn, number: str, reason: str) -> None:
    """/identitas N reason: who the citizen is; for a secret complaint, ask a second person first."""
    office, member = office_of(turn), turn.member
    complaint = identity.find(office, member, number)
    if len(reason) < identity.REASON_LEAST and not identity.consented(office, member, complaint):
        turn.begin(LOOK, {"number": number})
    else:
        _show(turn, identity.look(office, member, number, reason[: identity.REASON_MOST]))


def looked(turn: Turn, command: Look, step: Step) -> None:
    """The reason has come."""
    member = rights.demand(turn.person.staff, Right.IDENTIFY)
    _show(turn, identity.look(office_of(turn), member, command.number, command.reason))


def _show(turn: Turn, found: identity.Revealed | identity.Asked) -> None:
    if isinstance(found, identity.Asked):
        _ask_others(turn, found)
        return
    number = found.complaint.number
    lines = [turn.text("identity-shown", number=number)]
    lines += [_address(turn, address) for address in found.addresses]
    lines += [turn.text("timeline-words", text=text) for text in found.written]
    lines.append(turn.text("identity-careful"))
    turn.reply(Outgoing("\n".join(lines)), complaint_id=found.complaint.id)


def _address(turn: Turn, address: Address) -> Html:
    return turn.text(
        "identity-address",
        channel=address.channel,
        name=address.name or "-",
        value=address.value.removeprefix("whatsapp:"),
        at=turn.texts.moment(turn.language, address.created_at, turn.city.rules.timezone),
    )


def _ask_others(turn: Turn, asked: identity.Asked) -> None:
    office, member, number = office_of(turn), turn.member, asked.complaint.number or ""
    for other in asked.others:
        chat = private.chat_of(office, other)
        if chat is None:
            continue
        held = accountability.office_held(member)
        private.tell(
            office,
            other,
            "identity-agree",
            f"identity:{asked.request.id}",
            labels=((f"/setujui {number}", "button-setujui"), (f"/larang {number}", "button-larang")),
            number=number,
            name=member.name,
            who=accountability.watcher(office.texts, office.city, chat.language, held),
            reason=asked.request.reason,
        )
    turn.say("identity-asked", number=number, count=len(asked.others))


@_alone("/nomor")
def numbers(turn: Turn, number: str, rest: str) -> None:
    """/nomor N: what the citizen wrote with the numbers that are masked elsewhere, e.g. to call back."""
    found = identity.numbers(office_of(turn), turn.member, number)
    lines = [turn.text("numbers-shown", number=number), *(turn.text("timeline-words", text=text) for text in found)]
    turn.reply(Outgoing("\n".join([*lines, turn.text("identity-careful")])))


@_alone("/setujui")
def agree(turn: Turn, number: str, rest: str) -> None:
    """/setujui N: agree that a colleague learns who is behind a secret complaint."""
    office = office_of(turn)
    request = identity.decide(office, turn.member, number, granted=True)
    label = ((f"/identitas {number}", "button-identitas"),)
    _tell_asking(office, request, "identity-granted", label, number=number, name=turn.member.name)
    turn.say("identity-agreed", number=number)


@_alone("/larang")
def refuse(turn: Turn, number: str, reason: str) -> None:
    """/larang N reason: refuse it."""
    if not reason:
        turn.begin(REFUSE, {"number": number})
        return
    office = office_of(turn)
    request = identity.decide(office, turn.member, number, granted=False, reason=reason)
    _tell_asking(office, request, "identity-denied", (), number=number, name=turn.member.name, reason=reason)
    turn.say("identity-refused", number=number)


def refused(turn: Turn, command: Refuse, step: Step) -> None:
    """The reason for the refusal has come."""
    if not rights.may_consent(turn.person.staff):
        raise Refusal("staff-only")
    refuse(turn, f"{command.number} {command.reason}")


def _tell_asking(
    office: Office, request: IdentityRequest, key: str, labels: tuple[tuple[str, str], ...], **words: Any
) -> None:
    asking = colleagues.by_id(office.session, request.staff_id)
    private.tell(office, asking, key, f"identity:{request.id}:decided", labels=labels, **words)


def offer(turn: Turn, complaint: Complaint) -> tuple[Option, ...]:
    """The button under a complaint that shows its masked numbers, where there are some and the person may see them."""
    if turn.inbound.group or not identity.has_numbers(office_of(turn), complaint):
        return ()
    command = f"/nomor {complaint.number}"
    return (Option(command, turn.text("button-nomor"), command),)


CAPABILITY = Capability(
    commands=(
        Command(("identitas", "identity"), look, "help-identitas", rights.has(Right.IDENTIFY), bare=False),
        Command(("nomor", "numbers"), numbers, "help-nomor", rights.has(Right.HANDLE), bare=False, number=True),
        Command(("setujui", "approve"), agree, "help-setujui", rights.may_consent, bare=False, number=True),
        Command(("larang", "deny"), refuse, "help-larang", rights.may_consent, bare=False, number=True),
    ),
    flows=(Flow(LOOK, look_script), Flow(REFUSE, refuse_script)),
    endings={Look: looked, Refuse: refused},
)
