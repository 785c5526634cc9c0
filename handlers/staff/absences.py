"""/cuti: who is away when and who acts for them, entered by themselves or by whoever assigns the work."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.dialogue.engine import Flow, Step
from handlers.dialogue.question import Choice, Pick, Talk
from handlers.messages import Outgoing
from handlers.office import Office, office_of
from handlers.refusal import Refusal
from handlers.staff import away, days, people, rights
from handlers.staff.rights import Right
from handlers.turn import StaffMember, Turn
from storage import absences as rows
from storage import audit, colleagues
from storage.models import Absence, Role, Staff

NAME = "absence"
NOBODY = "-"
LONGEST = 366  # days
SHOWN = 12  # deputies offered
MEMBER = "s"  # before an id in a button's value, where a bare number would mean a place in the list
_DEPUTY = re.compile(
    r"(?<!\w)(?:(?:di)?ganti(?:kan|an)?(?:\s+(?:oleh|dek))?|pengganti(?:nya)?|deputy|(?:covered|cover)(?:\s+by)?)(?!\w)",
    re.IGNORECASE,
)
_LEADING = frozenset("mulai dari tanggal tgl untuk for from on pada dr".split())
_OVER = frozenset({"selesai", "berakhir", "masuk", "end", "back", "salasai"})
_RETURN = frozenset({"kembali", "kembalikan", "return", "baliakan"})


@dataclass(frozen=True, slots=True)
class Away:
    """``staff_id`` is away from ``first`` to ``last`` (ISO dates); ``deputy_id`` None: nobody acts for them."""

    staff_id: int
    first: str
    last: str
    deputy_id: int | None


@dataclass(frozen=True, slots=True)
class Said:
    """What a message says: who (empty: the writer), from when to when, and who acts for them."""

    who: str
    first: dt.date
    last: dt.date
    deputy: str


def script(
    city: City, staff_id: int, name: str, first: str, last: str, dates: str, choices: Sequence[Sequence[str]]
) -> Talk[Away]:
    """Ask who acts for somebody."""
    picks = [Pick(f"{MEMBER}{each}", {"id": label}) for each, label in choices]
    chosen = yield from Choice("deputy", [*picks, Pick(NOBODY, text="absence-nobody")], name=name, dates=dates)
    return Away(staff_id, first, last, None if chosen == NOBODY else int(chosen.removeprefix(MEMBER)))


def run(turn: Turn, argument: str) -> None:
    """/cuti: list, enter, end, or give back what a deputy has."""
    first, _, rest = argument.partition(" ")
    if not argument:
        _list(turn)
    elif first.casefold() in _OVER:
        _end(turn, rest.strip())
    elif first.casefold() in _RETURN:
        _give_back(turn, rest.strip())
    else:
        _enter(turn, argument)


# --- entering


def understood(text: str, today: dt.date) -> Said:
    """What an absence's words mean. Raises Refusal saying what is missing or wrong."""
    split = _DEPUTY.search(text)
    before, deputy = (text[: split.start()], text[split.end() :]) if split else (text, "")
    found = days.find(before, today)
    if not found:
        raise Refusal("absence-when")
    first = last = found[0].day
    if len(found) > 1:
        last = days.find(before, first)[1].day
    elif count := days.length(before[found[0].end :]):
        last = first + (count - 1) * days.ONE_DAY
    if first < today or last < first or (last - first).days >= LONGEST:
        raise Refusal("absence-past" if first < today else "absence-order")
    words = [word for word in before[: found[0].start].split() if word.casefold() not in _LEADING]
    return Said(" ".join(words), first, last, deputy.strip(" :,."))


def _enter(turn: Turn, argument: str) -> None:
    office = office_of(turn)
    said = understood(argument, office.today)
    staff = _whose(turn, said.who)
    if said.deputy:
        deputy = _one(turn, staff.agency_id, said.deputy)
        _carry_out(turn, staff, said.first, said.last, deputy)
        return
    others = [each for each in colleagues.of_agency(turn.facts, staff.agency_id) if each.id != staff.id]
    shown = [each for each in others if not rows.between(turn.facts, each.id or 0, said.first, said.last)]
    arguments = {
        "staff_id": staff.id,
        "name": staff.name,
        "first": said.first.isoformat(),
        "last": said.last.isoformat(),
        "dates": away.dates(office, said.first, said.last, turn.language),
        "choices": [[str(each.id), each.name] for each in shown[:SHOWN]],
    }
    turn.begin(NAME, arguments)


def _whose(turn: Turn, said: str) -> Staff:
    """The person meant: the writer, or a colleague if the writer may enter that."""
    member = turn.member
    if not said:
        own = colleagues.by_id(turn.facts, member.id)
        assert own is not None  # whoever writes has a right
        return own
    staff = _one(turn, member.agency_id, said)
    if staff.id != member.id and not rights.may(member, Right.ASSIGN):
        raise Refusal("absence-not-yours")
    return staff


def _one(turn: Turn, agency_id: int | None, said: str) -> Staff:
    found = people.find(turn.facts, agency_id, said)
    if not found:
        raise Refusal("team-nobody", name=said)
    if len(found) > 1:
        raise Refusal("team-several", name=said, names=", ".join(each.name for each in found))
    return found[0]


def _carry_out(turn: Turn, staff: Staff, first: dt.date, last: dt.date, deputy: Staff | None) -> None:
    office = office_of(turn)
    if deputy is not None:
        if deputy.id == staff.id:
            raise Refusal("absence-self")
        if rows.between(turn.facts, deputy.id or 0, first, last):
            raise Refusal("absence-deputy-away", name=deputy.name)
    absence = away.enter(office, staff, first, last, deputy, by=turn.member)
    key = "absence-entered" if absence.deputy_id else "absence-entered-alone"
    acting = colleagues.by_id(turn.facts, absence.deputy_id)
    words = {"deputy": acting.name} if acting else {}
    turn.say(
        key, (), name=staff.name, dates=away.dates(office, absence.first_day, absence.last_day, turn.language), **words
    )


def chosen(turn: Turn, command: Away, finished: Step) -> None:
    """It was said who acts for them."""
    rights.demand(turn.person.staff, Right.HANDLE)
    staff = colleagues.by_id(turn.facts, command.staff_id)
    first, last = dt.date.fromisoformat(command.first), dt.date.fromisoformat(command.last)
    if staff is None or staff.ended_at is not None:
        raise Refusal("assign-gone")
    _carry_out(turn, staff, first, last, colleagues.by_id(turn.facts, command.deputy_id))


# --- listing, ending, giving back


def _list(turn: Turn) -> None:
    office, member = office_of(turn), turn.member
    found = rows.current(turn.facts, member.agency_id, office.today)
    lines = [turn.text("absences" if found else "absences-none")]
    for absence, staff in found:
        deputy = colleagues.by_id(turn.facts, absence.deputy_id)
        dates = away.dates(office, absence.first_day, absence.last_day, turn.language)
        name = deputy.name if deputy else ""
        key = "absence-line" if deputy else "absence-line-alone"
        lines.append(turn.text(key, name=staff.name, dates=dates, **({"deputy": name} if deputy else {})))
    lines.append(turn.text("absences-how"))
    turn.reply(Outgoing("\n".join(lines)))


def _end(turn: Turn, said: str) -> None:
    office, staff = office_of(turn), _whose(turn, said)
    found = _current(office, staff)
    if found is None:
        raise Refusal("absence-not-away", name=staff.name)
    count = away.finish(office, found)
    thing, by = f"staff:{staff.id}", turn.member.id
    audit.record(turn.facts, staff_id=by, action="absence.end", thing=thing, now=turn.now, absence=found.id)
    turn.say("absence-ended", (), name=staff.name, count=count)


def _current(office: Office, staff: Staff) -> Absence | None:
    """The absence that is on, or the next one to come."""
    found = rows.current(office.session, None, office.today)
    return next((absence for absence, who in found if who.id == staff.id), None)


def _give_back(turn: Turn, said: str) -> None:
    member = turn.member
    absence = rows.by_id(turn.facts, int(said)) if said.isdecimal() and len(said) < 10 else None
    staff = colleagues.by_id(turn.facts, absence.staff_id) if absence else None
    if absence is None or staff is None or not _concerns(member, absence, staff):
        raise Refusal("absence-unknown")
    count = away.give_back(office_of(turn), absence, by=member)
    turn.say("absence-given-back" if count else "absence-nothing-left", (), name=staff.name, count=count)


def _concerns(member: StaffMember, absence: Absence, staff: Staff) -> bool:
    if member.id in (absence.staff_id, absence.deputy_id):
        return True
    return rights.may(member, Right.ASSIGN) and (member.role == Role.ADMIN or member.agency_id == staff.agency_id)


CAPABILITY = Capability(
    commands=(Command(("cuti", "leave"), run, "help-cuti", rights.may_handle_complaints, bare=False),),
    flows=(Flow(NAME, script),),
    endings={Away: chosen},
    tasks={away.BEGIN: away.begin, away.END: away.end},
)
