"""One person, two channels: a one-time code made on one and typed on the other makes complaints follow the person."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.dialogue.engine import Flow, Step
from handlers.dialogue.question import Confirm, Talk
from handlers.privacy import notice
from handlers.staff import roster
from handlers.turn import Turn
from storage import linking

FLOW_NAME = "link"
LIFETIME = dt.timedelta(minutes=10)
LENGTH = 8


@dataclass(frozen=True, slots=True)
class LinkChannels:
    """Join this channel's person to the one who made the code."""

    code_hash: str


def script(city: City, code_hash: str) -> Talk[LinkChannels | None]:
    """Say what linking means before it is done: both channels will show all complaints."""
    sure = yield from Confirm("confirm")
    return LinkChannels(code_hash) if sure else None


def link(turn: Turn, argument: str) -> None:
    """/tautkan: make a code; with a code: join the channel it was made on."""
    if turn.inbound.group:
        turn.say("only-private")
        return
    if not argument:
        code = roster.make_code(LENGTH)
        linking.keep_code(turn.facts, roster.hashed(code), citizen_id=turn.person.citizen_id, until=turn.now + LIFETIME)
        turn.say("link-code", code=f"{code[:4]}-{code[4:]}", minutes=int(LIFETIME.total_seconds() // 60))
        return
    owner = linking.owner(turn.facts, roster.hashed(argument), now=turn.now)
    if owner is None:
        turn.say("link-wrong")
    elif owner == turn.person.citizen_id:
        turn.say("link-same")
    else:
        step = turn.dialogue.start(FLOW_NAME, {"code_hash": roster.hashed(argument)}, turn.now)
        for reply in step.replies:
            turn.reply(reply)


def linked(turn: Turn, command: LinkChannels, step: Step) -> None:
    """Carry the linking out, unless the code has been used or has run out meanwhile."""
    owner = linking.owner(turn.facts, command.code_hash, now=turn.now)
    if owner is None or owner == turn.person.citizen_id:
        turn.say("link-wrong")
        return
    count = linking.merge(turn.facts, turn.person.citizen_id, into=owner)
    linking.forget(turn.facts, command.code_hash)
    turn.say("link-done", count=count)


CAPABILITY = Capability(
    commands=(
        Command(("tautkan", "link", "hubungkan"), link, "help-tautkan"),
        Command(("privasi", "privacy"), notice.show, "help-privasi"),
    ),
    flows=(Flow(FLOW_NAME, script),),
    endings={LinkChannels: linked},
)
