"""Which complaint a member of staff means: the number typed, the card replied to, or the topic they write in."""

from __future__ import annotations

from handlers.complaints import number
from handlers.refusal import Refusal
from handlers.turn import Turn
from storage import complaints, outbox, topics


def meant(turn: Turn, argument: str) -> tuple[str | None, str]:
    """The complaint's number and what is left of ``argument``; (None, argument) if it cannot be told."""
    said, _, rest = argument.partition(" ")
    if wanted := number.find(said):
        return wanted, rest.strip()
    return here(turn), argument


def named(turn: Turn, argument: str, command: str) -> tuple[str, str]:
    """The same where the number must be told; Refused, with ``command`` as an example, if it cannot be."""
    wanted, rest = meant(turn, argument)
    if wanted is None:
        raise Refusal("staff-which", command=command)
    return wanted, rest


def here(turn: Turn) -> str | None:
    """The number of the complaint one is at: the card replied to, or the topic."""
    return _replied_to(turn) or _of_topic(turn)


def _replied_to(turn: Turn) -> str | None:
    inbound = turn.inbound
    if not inbound.reply_to:
        return None
    sent = outbox.by_provider_id(turn.facts, inbound.channel, inbound.address, inbound.reply_to)
    complaint = complaints.by_id(turn.facts, sent.complaint_id) if sent and sent.complaint_id else None
    return complaint.number if complaint else None


def _of_topic(turn: Turn) -> str | None:
    inbound = turn.inbound
    if not inbound.thread:
        return None
    complaint = topics.complaint_at(turn.facts, inbound.channel, inbound.address, inbound.thread)
    return complaint.number if complaint else None
