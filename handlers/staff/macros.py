"""Macros: several steps under one name, done to a complaint by one word."""

from __future__ import annotations

import re
from html import escape

from handlers.capability import Capability
from handlers.commands import Command
from handlers.complaints import number as numbers
from handlers.messages import Option, Outgoing
from handlers.office import office_of
from handlers.refusal import Refusal
from handlers.routing import known, naming
from handlers.staff import rights, steps, which
from handlers.staff.rights import Right
from handlers.staff.steps import Step
from handlers.texts import Html, pick
from handlers.turn import StaffMember, Turn
from storage import replies as kept
from storage.models import Macro

MOST = 10  # steps of one macro
_NAME = re.compile(r"^[a-z][a-z0-9_-]{1,38}$")
_SAVE = frozenset({"simpan", "save", "simpen"})
_DELETE = frozenset({"hapus", "delete", "hapuih"})


def run(turn: Turn, argument: str) -> None:
    """/makro: the list; NAMA N does one to a complaint; simpan NAMA langkah; langkah keeps one; hapus NAMA deletes."""
    first, _, rest = argument.partition(" ")
    if first.casefold() in _SAVE:
        _save(turn, rest)
    elif first.casefold() in _DELETE:
        _delete(turn, rest.strip().casefold())
    elif first and (numbers.find(first) is None):
        _do(turn, first.casefold(), rest)
    else:
        _list(turn, numbers.find(first) or "")


def offered(turn: Turn, member: StaffMember, number: str, most: int = 8) -> tuple[Option, ...]:
    """A button for each macro the member may use."""
    found = kept.usable(turn.facts, Macro, member.agency_id)[:most]
    return tuple(
        Option(
            f"/makro {each.code} {number}"[:64], pick(each.names, turn.language), typed=f"/makro {each.code} {number}"
        )
        for each in found
    )


def _list(turn: Turn, number: str) -> None:
    member = turn.member
    found = kept.usable(turn.facts, Macro, member.agency_id)
    if not found:
        turn.say("macros-none")
        return
    lines = [turn.text("macros", count=len(found))]
    for each in found:
        said = Html(" → ".join(_said(turn, Step(**step)) for step in each.steps))
        lines.append(turn.text("macros-line", code=each.code, name=pick(each.names, turn.language), steps=said))
    lines.append(turn.text("macros-how"))
    turn.reply(Outgoing("\n".join(lines), offered(turn, member, number) if number else ()))


def _said(turn: Turn, step: Step) -> str:
    """A step in words: what is done, to which agency, with what words."""
    agency = turn.city.agency(step.to).name(turn.language) if step.to else ""
    parts = (turn.text(f"step-{step.do}"), escape(agency, quote=False), escape(step.text, quote=False))
    return " ".join(part for part in parts if part)


def _do(turn: Turn, code: str, rest: str) -> None:
    member = turn.member
    macro = kept.named(turn.facts, Macro, member.agency_id, code)
    if macro is None:
        raise Refusal("macro-unknown", code=code)
    number, _ = which.named(turn, rest, f"/makro {code}")
    _carry_out(turn, member, macro, number)


def _carry_out(turn: Turn, member: StaffMember, macro: Macro, number: str) -> None:
    """Step by step; the first that cannot be done ends it, and what was done before stays and is said."""
    office, done = office_of(turn), 0
    lines = [turn.text("macro-done", name=pick(macro.names, turn.language), number=number)]
    for stored in macro.steps:
        step = Step(**stored)
        try:
            steps.carry_out(office, member, number, step, chat=turn.inbound.address)
        except Refusal as refusal:
            lines.append(turn.text("macro-stopped", step=Html(_said(turn, step))))
            lines.append(turn.text(refusal.key, **refusal.arguments))
            break
        done += 1
        lines.append(turn.text("macro-did", step=Html(_said(turn, step))))
    turn.audit("macro.run", number, macro=macro.code, steps=f"{done}/{len(macro.steps)}")
    turn.reply(
        Outgoing("\n".join(lines), (Option(f"/lihat {number}", turn.text("button-lihat"), typed=f"/lihat {number}"),))
    )


def _save(turn: Turn, said: str) -> None:
    member = turn.member
    code, _, rest = said.partition(" ")
    wanted = [_step(turn, part) for part in rest.split(";") if part.strip()]
    if not _NAME.match(code.casefold()) or not wanted or len(wanted) > MOST or None in wanted:
        turn.say("macro-how", most=MOST)
        return
    macro = kept.own(turn.facts, Macro, member.agency_id, code.casefold())
    macro = macro or Macro(agency_id=member.agency_id, code=code.casefold(), names={}, steps=[])
    macro.names = {turn.city.rules.languages[0]: code}
    macro.steps = [step.as_json() for step in wanted if step is not None]
    turn.facts.add(macro)
    turn.audit("macro.save", macro.code)
    told = Html(" → ".join(_said(turn, Step(**step)) for step in macro.steps))
    turn.say("macro-saved", code=macro.code, steps=told)


def _step(turn: Turn, said: str) -> Step | None:
    """``teruskan dpupr mohon dicek`` as a step; None if it is none or lacks its words."""
    first, _, rest = said.strip().partition(" ")
    do = steps.WORDS.get(first.casefold().lstrip("/"))
    if do is None or (do in steps.NEEDS_WORDS and not rest.strip()):
        return None
    if do != steps.FORWARD:
        return Step(do, text=rest.strip() if do in steps.NEEDS_WORDS else "")
    named = naming.begins(rest.split(), known.agencies(turn.city))
    return Step(do, named.code, " ".join(rest.split()[named.count :])) if named else None


def _delete(turn: Turn, code: str) -> None:
    member = turn.member
    macro = kept.own(turn.facts, Macro, member.agency_id, code)
    if macro is None:
        turn.say("macro-not-yours", code=code)
        return
    turn.facts.delete(macro)
    turn.audit("macro.delete", code)
    turn.say("macro-deleted", code=code)


CAPABILITY = Capability(commands=(Command(("makro", "macro"), run, "help-makro", rights.has(Right.HANDLE)),))
