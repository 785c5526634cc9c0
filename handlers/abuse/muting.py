"""Staff warn a sender, or take no complaints from them for a time, without learning who it is."""

from __future__ import annotations

import datetime as dt
import re

from handlers.capability import Capability
from handlers.commands import Command
from handlers.messages import Option, Outgoing
from handlers.office import office_of
from handlers.staff import rights, which, work
from handlers.staff.rights import Right
from handlers.turn import Posting, StaffMember, Turn
from storage import muting, roster
from storage.models import Complaint, Mute, Priority

HOUR, USUAL = dt.timedelta(hours=1), dt.timedelta(days=1)
LONGEST = dt.timedelta(days=30)
MIN_REASON = 5  # characters; it is told to the citizen
_LIFT = frozenset({"cabut", "lift", "buka", "cabuik"})
_HOURS = frozenset({"jam", "h", "hour", "hours"})
_SPAN = re.compile(r"^(\d{1,3})\s*(jam|h|hours?|hari|ari|d|days?)\b\s*", re.IGNORECASE)


def mute(turn: Turn, argument: str) -> None:
    """/bisukan N [3 hari] alasan: the sender files nothing for a time; "N cabut" ends it; without a number: a list."""
    member = turn.member
    if not argument:
        _list(turn, member)
        return
    complaint, words = _complaint(turn, argument, "/bisukan")
    if words.casefold() in _LIFT:
        _lift(turn, member, complaint)
        return
    span, reason = _span(words)
    if len(reason) < MIN_REASON:
        turn.say("mute-reason", number=complaint.number)
        return
    until = turn.now + span
    turn.facts.add(
        Mute(citizen_id=complaint.citizen_id, staff_id=member.id, reason=reason[:500], created_at=turn.now, until=until)
    )
    _log(turn, member, "citizen.mute", complaint, reason)
    shown = turn.texts.moment(turn.language, until, turn.city.rules.timezone)
    lift = Option(
        f"/bisukan {complaint.number} cabut", turn.text("button-lift"), typed=f"/bisukan {complaint.number} cabut"
    )
    turn.say("mute-done", (lift,), number=complaint.number, until=shown)
    _tell(turn, complaint, "limit-muted", f"mute:{until.timestamp():.0f}", until=until, reason=reason)


def warn(turn: Turn, argument: str) -> None:
    """/tegur N alasan: tell the sender what is wrong with what they send, before anything else is done."""
    member = turn.member
    complaint, reason = _complaint(turn, argument, "/tegur")
    if len(reason) < MIN_REASON:
        turn.say("mute-reason", number=complaint.number)
        return
    _log(turn, member, "citizen.warn", complaint, reason)
    turn.say("warn-done", number=complaint.number)
    _tell(turn, complaint, "limit-warned", f"warn:{turn.now.timestamp():.0f}", reason=reason)


def _complaint(turn: Turn, argument: str, command: str) -> tuple[Complaint, str]:
    number, rest = which.named(turn, argument, command)
    return work.find(office_of(turn), turn.member, number), rest.strip()


def _span(words: str) -> tuple[dt.timedelta, str]:
    match = _SPAN.match(words)
    if not match:
        return USUAL, words
    unit = HOUR if match[2].casefold() in _HOURS else USUAL
    return min(int(match[1]) * unit, LONGEST) or USUAL, words[match.end() :].strip()


def _lift(turn: Turn, member: StaffMember, complaint: Complaint) -> None:
    held = muting.active(turn.facts, complaint.citizen_id, now=turn.now)
    if held is None:
        turn.say("mute-none", number=complaint.number)
        return
    while held is not None:
        held.lifted_at = turn.now
        turn.facts.add(held)
        turn.facts.flush()
        held = muting.active(turn.facts, complaint.citizen_id, now=turn.now)
    _log(turn, member, "citizen.unmute", complaint, "")
    turn.say("mute-lifted", number=complaint.number)
    _tell(turn, complaint, "limit-lifted", f"unmute:{turn.now.timestamp():.0f}")


def _list(turn: Turn, member: StaffMember) -> None:
    colleagues = [
        each.id or 0 for each, _ in roster.everybody(turn.facts) if member.agency_id in (None, each.agency_id)
    ]
    held = muting.by_staff_of(turn.facts, colleagues, now=turn.now)
    if not held:
        turn.say("mute-nobody")
        return
    zone = turn.city.rules.timezone
    lines = [turn.text("mute-list", count=len(held))]
    lines += [
        turn.text("mute-line", until=turn.texts.moment(turn.language, each.until, zone), reason=each.reason)
        for each in held
    ]
    turn.reply(Outgoing("\n".join(lines)))


def _log(turn: Turn, member: StaffMember, action: str, complaint: Complaint, reason: str) -> None:
    turn.audit(action, complaint.number or "", reason=reason[:500])


def _tell(
    turn: Turn, complaint: Complaint, key: str, purpose: str, *, until: dt.datetime | None = None, reason: str = ""
) -> None:
    citizen = office_of(turn).recipient(complaint.citizen_id)
    if citizen is None:
        return
    words = {"reason": reason} if reason else {}
    if until is not None:
        words["until"] = turn.texts.moment(citizen.language, until, turn.city.rules.timezone)
    text = turn.texts.say(citizen.language, key, **words)
    turn.post(Posting(citizen, Outgoing(text), f"{purpose}:{complaint.id}", Priority.NOTIFICATION))


CAPABILITY = Capability(
    commands=(
        Command(("bisukan", "mute"), mute, "help-bisukan", rights.has(Right.MUTE), number=True),
        Command(("tegur", "warn"), warn, "help-tegur", rights.has(Right.MUTE), bare=False),
    ),
)
