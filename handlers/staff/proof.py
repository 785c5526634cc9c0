"""The rest of an album of staff: its caption was the command, and the other photos belong to what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.city import City
from handlers.complaints import news, service
from handlers.dialogue.engine import Answers, Kept
from handlers.dialogue.media import add_media, readable
from handlers.messages import Inbound
from handlers.office import office_of
from handlers.staff import rights
from handlers.turn import Turn
from storage import complaints

ALBUM = "album"  # in the state of a conversation: the album last acted with, and the message that did it
MOST = 10  # files; an album's worth


def absorb(inbound: Inbound, answers: Mapping[str, Kept], city: City, asked: str) -> Answers:
    """Photos that come before, with or after the words they belong to."""
    items = readable(inbound)
    if not items:
        return {}
    return {"photos": {"v": add_media(answers.get("photos", {}).get("v"), items, MOST), "open": True}}


def remember(turn: Turn, source: str) -> None:
    """What follows in the same album belongs to the event that came from the message ``source``."""
    if turn.inbound.album and source:
        conversation = turn.person.conversation
        conversation.state[ALBUM], conversation.changed = [_album(turn), source], True


def more(turn: Turn) -> bool:
    """Whether the message was a further part of that album; it is added, and the answer to the first part stands."""
    inbound = turn.inbound
    kept: list[Any] = turn.person.conversation.state.get(ALBUM, ["", ""])
    items = readable(inbound)
    if not inbound.album or inbound.text or not items or kept[0] != _album(turn):
        return False
    event = complaints.by_source(turn.facts, kept[1])
    complaint = complaints.by_id(turn.facts, event.complaint_id, lock=True) if event else None
    if event is None or complaint is None or not rights.may_handle(turn.person.staff, complaint):
        return False
    room = MOST - len(complaints.attachments_of(turn.facts, event))
    service.attach(turn.facts, complaint, event, items[: max(room, 0)], channel=inbound.channel, now=turn.now)
    turn.facts.flush()
    news.show_at_once(office_of(turn), complaint, event)
    return True


def _album(turn: Turn) -> str:
    return f"{turn.inbound.channel}:{turn.inbound.address}:{turn.inbound.album}"
