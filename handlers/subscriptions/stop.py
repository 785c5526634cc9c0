"""STOP, BERHENTI: at any time, on every channel, confirmed once. News of one's own complaints still comes."""

from __future__ import annotations

from sqlalchemy import update
from sqlmodel import col

from handlers.capability import Capability
from handlers.commands import Command
from handlers.turn import Turn
from storage.models import Address, Citizen


def stop(turn: Turn, argument: str) -> None:
    """No announcement of the city reaches this person any more."""
    citizen = turn.facts.get(Citizen, turn.person.citizen_id)
    assert citizen is not None
    if citizen.stopped_at is None:
        citizen.stopped_at = turn.now
        turn.facts.add(citizen)
        turn.say("stopped")
    else:
        turn.say("stopped-already")


def blocked(turn: Turn) -> None:
    """The person blocked us: nothing is sent to that address until they write again."""
    inbound = turn.inbound
    turn.facts.connection().execute(
        update(Address)
        .where(col(Address.channel) == inbound.channel, col(Address.value) == inbound.sender)
        .values(unreachable_at=turn.now)
    )


CAPABILITY = Capability((Command(("stop", "berhenti", "unsubscribe", "stopp"), stop, "help-stop"),))
