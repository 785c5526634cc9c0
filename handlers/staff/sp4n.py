"""The number a complaint has at SP4N-LAPOR!, so that both systems speak of the same thing."""

from __future__ import annotations

import re

from handlers.capability import Capability
from handlers.commands import Command
from handlers.complaints import happenings
from handlers.office import office_of
from handlers.staff import rights, which, work
from handlers.turn import Turn
from storage import complaints
from storage.models import EventKind

_NUMBER = re.compile(r"^#?(\d{4,12})$")  # a tracking ID such as #1916449


def attach(turn: Turn, argument: str) -> None:
    """/sp4n N NOMOR notes the number on a complaint; /sp4n NOMOR finds the complaint that has it."""
    member = turn.member
    if alone := _NUMBER.match(argument):
        _find(turn, alone[1])
        return
    number, rest = which.meant(turn, argument)
    theirs = _NUMBER.match(rest)
    if number is None or theirs is None:
        turn.say("sp4n-which")
        return
    office = office_of(turn)
    complaint = work.find(office, member, number, lock=True)
    complaint.sp4n_number = theirs[1]
    happenings.happen(office, complaint, EventKind.NUMBERED, by=member, text=f"#{theirs[1]}", chat=turn.inbound.address)
    turn.say("sp4n-done", number=number, sp4n=theirs[1])


def _find(turn: Turn, theirs: str) -> None:
    complaint = complaints.by_sp4n(turn.facts, theirs)
    if complaint is not None and rights.may_handle(turn.person.staff, complaint):
        turn.say("sp4n-found", number=complaint.number, sp4n=theirs)
    else:
        turn.say("sp4n-unknown", sp4n=theirs)


CAPABILITY = Capability(
    commands=(Command(("sp4n",), attach, "help-sp4n", rights.may_handle_complaints, bare=False, number=True),)
)
