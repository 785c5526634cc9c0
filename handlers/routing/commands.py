"""/alih: send a complaint on to the agency that is responsible, or back to the verifiers with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.capability import Capability
from handlers.city import AgencyInfo, City
from handlers.commands import Command
from handlers.complaints import notices
from handlers.dialogue.engine import Flow, Step
from handlers.dialogue.question import Choice, Pick, Talk, Text
from handlers.messages import Outgoing
from handlers.office import Office, office_of
from handlers.refusal import Refusal
from handlers.routing import known, moving, naming, suggesting
from handlers.staff import assigning, rights, which, work
from handlers.staff.rights import Right
from handlers.turn import StaffMember, Turn
from storage.models import Complaint, EventKind, Visibility

NAME = "forward"
BACK = "kembali"  # stands for the verifiers; no agency has this code
BACK_WORDS = frozenset({BACK, "kembalikan", "back", "return", "baliakan"})
MOST_WORDS = 4  # what is longer and names no agency is a reason, not a name misspelt
REASON = 1000  # characters


@dataclass(frozen=True, slots=True)
class SendOn:
    """Send the complaint ``number`` to the agency of the code ``to``, or ``BACK``, for the reason ``why``."""

    number: str
    to: str
    why: str


@dataclass(frozen=True, slots=True)
class Heard:
    """Where to, if that was said (``sure``: in so many words), and why."""

    to: str
    sure: bool
    why: str


def script(city: City, number: str, to: str, why: str, likely: Sequence[str], back: bool) -> Talk[SendOn]:
    """Ask where to, unless it is known, and for the reason of what goes back."""
    if not to:
        picks = [Pick(agency.code, _short(agency)) for agency in city.agencies.values() if agency.code in likely]
        picks.sort(key=lambda pick: likely.index(pick.value))
        shown = [*picks, Pick(BACK, text="forward-not-ours")] if back else picks
        to = yield from Choice("to", shown, also=_everybody(city), number=number)
    if to == BACK and not why:
        why = yield from Text("why", min_length=3, max_length=REASON, number=number)
    return SendOn(number, to, why)


def _short(agency: AgencyInfo) -> dict[str, str]:
    return {language: naming.short(name) for language, name in agency.names.items()}


def _everybody(city: City) -> list[Pick]:
    return [Pick(agency.code, _short(agency)) for agency in city.agencies.values()]


def forward(turn: Turn, argument: str) -> None:
    """/alih N [to whom] [why]: what is missing is asked for."""
    wanted, rest = which.named(turn, argument, turn.text("command-forward"))
    member, office = turn.member, office_of(turn)
    complaint = work.find(office, member, wanted)
    heard = understood(office.city, rest)
    if _names_colleague(turn, complaint, heard, rest):
        return
    if heard.sure and (heard.to != BACK or heard.why):
        carry_out(turn, SendOn(wanted, heard.to, heard.why))
    else:
        _ask(turn, office, member, complaint, heard)


def _names_colleague(turn: Turn, complaint: Complaint, heard: Heard, rest: str) -> bool:
    """Whether it went to a colleague, whose name stands where an agency's might."""
    agency = heard.sure and heard.to != BACK
    if not rest or agency or rest.split()[0].casefold() in BACK_WORDS:
        return False
    return assigning.named(turn, complaint, rest, exact=True)


def understood(city: City, said: str) -> Heard:
    """What stands behind the number: an agency and a reason, a reason alone, or nothing."""
    words = said.split()
    if words and words[0].casefold() in BACK_WORDS:
        return Heard(BACK, True, _after(said, 1))
    named = naming.begins(words, known.agencies(city))
    if named is not None and named.sure:
        return Heard(named.code, True, _after(said, named.count))
    if named is not None and len(words) <= MOST_WORDS:
        return Heard(named.code, False, _after(said, named.count))
    if len(words) <= 1:
        return Heard("", False, "")
    return Heard(BACK, True, said.strip())


def _after(said: str, count: int) -> str:
    parts = said.split(maxsplit=count)
    return parts[count].strip(" ,:;-") if len(parts) > count else ""


def _ask(turn: Turn, office: Office, member: StaffMember, complaint: Complaint, heard: Heard) -> None:
    """Offer the likely agencies, and the way back to those who are not verifiers themselves."""
    secret = complaint.visibility == Visibility.SECRET
    moving.check_open(complaint)
    if secret:
        codes = [
            code for code in office.city.rules.secret_agencies if office.city.agency(code).id != complaint.agency_id
        ]
        if not codes:
            raise Refusal("forward-secret", number=complaint.number or "")
    else:
        codes = [agency.code for agency, _ in suggesting.suggested(office, complaint)]
    if heard.to and heard.to != BACK:
        codes = [heard.to, *(code for code in codes if code != heard.to)]
    arguments = {
        "number": complaint.number,
        "to": heard.to if heard.sure else "",
        "why": heard.why[:REASON],
        "likely": codes,
        "back": not secret and complaint.agency_id != office.city.verifier.id,
    }
    turn.begin(NAME, arguments, complaint_id=complaint.id)


def carry_out(turn: Turn, command: SendOn) -> None:
    """Send the complaint on and say what came of it. Raises Refusal."""
    member, office, inbound = turn.member, office_of(turn), turn.inbound
    complaint = work.find(office, member, command.number, lock=True)
    meant = {"source": inbound.source, "chat": inbound.address}
    if command.to == BACK:
        done = moving.give_back(office, member, complaint, command.why, **meant)
    else:
        done = moving.send(office, member, complaint, office.city.agency(command.to), command.why, **meant)
    agency = office.city.agencies[complaint.agency_id].name(turn.language)
    if done == EventKind.FORWARDED:
        key = "forward-done"
    else:
        key = "forward-returned" if command.to in (BACK, office.city.verifier.code) else "forward-verified-first"
    options = notices.buttons(office, complaint, turn.language) if rights.may_handle(member, complaint) else ()
    turn.reply(Outgoing(turn.text(key, number=command.number, agency=agency), options), complaint_id=complaint.id)


def decided(turn: Turn, command: SendOn, finished: Step) -> None:
    """What was missing has been said."""
    rights.demand(turn.person.staff, Right.HANDLE)
    carry_out(turn, command)


CAPABILITY = Capability(
    commands=(
        Command(
            ("alih", "forward", "alihkan", "teruskan"),
            forward,
            "help-alih",
            rights.may_handle_complaints,
            bare=False,
            number=True,
        ),
    ),
    flows=(Flow(NAME, script),),
    endings={SendOn: decided},
)
