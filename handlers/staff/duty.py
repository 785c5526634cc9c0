"""/piket: who is on duty for an agency, now and in the days to come, and keeping that roster."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from typing import Any

from handlers.ago import clock, soon
from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.messages import Outgoing
from handlers.office import Office, office_of
from handlers.refusal import Refusal
from handlers.staff import days, people, presence, rights, shifts
from handlers.staff.rights import Right
from handlers.staff.shifts import Watch
from handlers.texts import Html
from handlers.turn import StaffMember, Turn
from storage import colleagues
from storage import duty as rows
from storage.models import Duty, Role, Staff

DAYS_SHOWN = 7
MOST_DAYS = 62  # entered at once
_SET = frozenset({"atur", "set", "add", "tambah"})
_REMOVE = frozenset({"hapus", "remove", "delete", "apuih"})
_HOLIDAYS = re.compile(r"(?<!\w)(?:(?:hari\s+)?libur|holidays?|public\s+holidays?|libua)(?!\w)", re.IGNORECASE)
_JOIN = re.compile(r"\s*(?:-|–|—|s/?d\.?|sampai|until|to)\s*", re.IGNORECASE)
_DAILY = re.compile(r"(?<!\w)(?:setiap\s+hari|tiap\s+hari|tiok\s+hari|every\s*day|daily)(?!\w)", re.IGNORECASE)


def run(turn: Turn, argument: str) -> None:
    """/piket: show the roster; ``atur`` and ``hapus`` change it. An agency's code may stand in front."""
    agency_id, rest = _agency(turn, argument)
    first, _, words = rest.partition(" ")
    if first.casefold() in _SET:
        _set(turn, agency_id, words.strip())
    elif first.casefold() in _REMOVE:
        _remove(turn, agency_id, words.strip().lstrip("#"))
    else:
        _show(turn, agency_id)


def _agency(turn: Turn, argument: str) -> tuple[int, str]:
    """Whose roster is meant: that of the agency named first, else the member's own; and the words behind it."""
    words = argument.split(maxsplit=2)
    for place in (0, 1):  # "dpupr atur …" and "atur dpupr …"
        code = words[place].casefold() if len(words) > place else ""
        agency = next((each for each in turn.city.agencies.values() if each.code == code), None)
        if agency is not None:
            return agency.id, " ".join(words[:place] + words[place + 1 :])
    own = turn.member.agency_id
    if own is None:
        raise Refusal("duty-which-agency")
    return own, argument


def working_days(city: City, agency_id: int) -> Callable[[dt.date], bool]:
    """Whether the agency works on a day."""
    hours, zone = city.hours(agency_id), city.rules.timezone

    def works(day: dt.date) -> bool:
        noon = dt.datetime.combine(day, dt.time(12), tzinfo=zone)
        return hours.days_between(noon - shifts.ONE_DAY, noon) == 1

    return works


def now(office: Office, agency_id: int) -> list[Watch]:
    """The shifts that are on for the agency, whoever came last on top."""
    roster = [shift for shift, _ in rows.of_agency(office.session, agency_id)]
    zone = office.city.rules.timezone
    return shifts.at(roster, office.now, zone=zone, is_working=working_days(office.city, agency_id)) if roster else []


def officers(office: Office, agency_id: int) -> list[Staff]:
    """Whoever is on duty for the agency now, or acts for them if they are away."""
    found = (
        presence.acting(office, colleagues.by_id(office.session, each.shift.staff_id))
        for each in now(office, agency_id)
    )
    return list({staff.id: staff for staff in found if staff is not None}.values())


# --- showing


def _show(turn: Turn, agency_id: int) -> None:
    office, language = office_of(turn), turn.language
    found = rows.of_agency(turn.facts, agency_id)
    agency = turn.city.agencies[agency_id].name(language)
    if not found:
        turn.say("duty-empty", (), agency=agency)
        return
    names = {shift.id: staff.name for shift, staff in found}
    on = [
        turn.text("duty-on", name=names[each.shift.id], until=moment(turn, each.end)) for each in now(office, agency_id)
    ]
    lines = [turn.text("duty", agency=agency), *(on or [turn.text("duty-nobody")]), "", turn.text("duty-week")]
    lines += _week(turn, agency_id, [shift for shift, _ in found], names)
    if _may_set(turn.member, agency_id):
        lines += ["", turn.text("duty-shifts")]
        lines += [
            turn.text("duty-shift", id=shift.id, shift=_shift(turn, shift), name=staff.name) for shift, staff in found
        ]
        lines.append(turn.text("duty-how"))
    turn.reply(Outgoing("\n".join(lines)))


def _week(turn: Turn, agency_id: int, roster: list[Duty], names: dict[int | None, str]) -> list[str]:
    first = turn.today
    works = working_days(turn.city, agency_id)
    lines: list[str] = []
    for day in (first + count * shifts.ONE_DAY for count in range(DAYS_SHOWN)):
        for shift in shifts.of_day(roster, day, working=works(day)):
            date = turn.texts.date(turn.language, day)
            times = _times(turn, shift)
            lines.append(turn.text("duty-line", day=date, times=times, name=names[shift.id]))
    return lines


def moment(turn: Turn, at: dt.datetime) -> Html:
    """A moment to come, in the words of the person writing."""
    return soon(turn.texts, turn.language, at, turn.now, turn.city.rules.timezone)


def _times(turn: Turn, shift: Duty) -> str:
    return f"{clock(shift.start, turn.language)}–{clock(shift.end, turn.language)}"


def _shift(turn: Turn, shift: Duty) -> Html:
    """When a shift is: every Monday, on holidays, on one day, and from when until when."""
    if shift.day is not None:
        kind, date = "day", turn.texts.date(turn.language, shift.day)
    else:
        kind, date = "holidays" if shift.holidays else f"d{shift.weekday}", ""
    return turn.text("duty-when", kind=kind, date=date, times=_times(turn, shift))


# --- changing


def _may_set(member: StaffMember, agency_id: int) -> bool:
    return rights.may(member, Right.ASSIGN) and (member.role == Role.ADMIN or member.agency_id == agency_id)


def _check_may_set(turn: Turn, agency_id: int) -> None:
    if not _may_set(turn.member, agency_id):
        raise Refusal("duty-not-yours")


def _set(turn: Turn, agency_id: int, said: str) -> None:
    """Enter shifts: days, times and whose they are, in this or another order."""
    _check_may_set(turn, agency_id)
    timed = days.times(said)
    if timed is None:
        raise Refusal("duty-missing")
    start, end, rest = timed
    made, name = understood(rest, turn.today)
    if not made or not name:
        raise Refusal("duty-missing")
    found = people.find(turn.facts, agency_id, name)
    if len(found) != 1:
        key = "team-several" if found else "team-nobody"
        raise Refusal(key, name=name, **({"names": ", ".join(each.name for each in found)} if found else {}))
    entered = [Duty(agency_id=agency_id, staff_id=found[0].id or 0, start=start, end=end, **each) for each in made]
    rows.add(turn.facts, entered)
    _record(turn, "duty.set", entered)
    shown = "\n".join(f"• {_shift(turn, shift)}" for shift in entered)
    turn.say("duty-set", (), name=found[0].name, shifts=Html(shown))


def understood(said: str, today: dt.date) -> tuple[list[dict[str, Any]], str]:
    """The days that ``said`` names, each as the columns of a shift, and the words left over: a name."""
    for pattern, meant in ((_HOLIDAYS, [{"holidays": True}]), (_DAILY, [{"weekday": each} for each in range(7)])):
        if match := pattern.search(said):
            return list(meant), _rest(said, match.start(), match.end())
    found = days.find(said, today)
    if not found:
        return [], said.strip()
    last = found[1] if len(found) > 1 and _JOIN.fullmatch(said[found[0].end : found[1].start]) else found[0]
    return _between(found[0], last), _rest(said, found[0].start, last.end)


def _rest(said: str, start: int, end: int) -> str:
    return " ".join(f"{said[:start]} {said[end:]}".split()).strip(" ,:;-")


def _between(first: days.Found, last: days.Found) -> list[dict[str, Any]]:
    """From one day to another, both included: days of the week, or dates."""
    if first.weekday is not None and last.weekday is not None:
        count = (last.weekday - first.weekday) % 7 + 1
        return [{"weekday": (first.weekday + each) % 7} for each in range(count)]
    count = min((last.day - first.day).days, MOST_DAYS - 1) + 1
    return [{"day": first.day + each * shifts.ONE_DAY} for each in range(count)]


def _remove(turn: Turn, agency_id: int, said: str) -> None:
    _check_may_set(turn, agency_id)
    shift = rows.by_id(turn.facts, int(said)) if said.isdecimal() and len(said) < 10 else None
    if shift is None or shift.agency_id != agency_id:
        raise Refusal("duty-unknown", id=said or "?")
    staff = colleagues.by_id(turn.facts, shift.staff_id)
    _record(turn, "duty.remove", [shift])
    rows.remove(turn.facts, shift)
    turn.say("duty-removed", (), shift=_shift(turn, shift), name=staff.name if staff else "")


def _record(turn: Turn, action: str, changed: Iterable[Duty]) -> None:
    for shift in changed:
        day = shift.day.isoformat() if shift.day else "holidays" if shift.holidays else f"weekday {shift.weekday}"
        turn.audit(action, f"duty:{shift.id}", whose=shift.staff_id, day=day, start=shift.start, end=shift.end)


CAPABILITY = Capability(
    commands=(Command(("piket", "duty"), run, "help-piket", rights.may_handle_complaints),),
)
