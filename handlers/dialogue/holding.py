"""A message that comes while an old conversation lies open: it is kept while we ask whether to go on or start anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from handlers.dialogue.engine import BUTTON, Conversation, Dialogue
from handlers.dialogue.question import nearest
from handlers.messages import Inbound, Outgoing

RESUME, ANEW = "resume", "anew"
OPTIONS = ((RESUME, "resume-yes"), (ANEW, "resume-anew"))
MOST_HELD = 10


def waiting(conversation: Conversation) -> bool:
    """Whether we asked and have not been told yet."""
    return "held" in conversation.state


def stale(conversation: Conversation, now: dt.datetime, resume_after: dt.timedelta) -> bool:
    """Whether the conversation has rested so long that a message may well be about something else."""
    return conversation.updated_at is not None and now - conversation.updated_at >= resume_after


def hold(dialogue: Dialogue, inbound: Inbound, now: dt.datetime) -> Outgoing:
    """Keep the message and ask."""
    conversation = dialogue.conversation
    held: list[object] = conversation.state.setdefault("held", [])
    if len(held) < MOST_HELD and not inbound.empty and not inbound.button:
        held.append(inbound.to_json())
    conversation.changed, conversation.updated_at = True, now
    text = dialogue.scene.say("resume-ask", about=dialogue.summary() or "…")
    return Outgoing(text, dialogue.offer(OPTIONS))


def decided(dialogue: Dialogue, inbound: Inbound) -> str | None:
    """RESUME or ANEW if that is what the message says."""
    version, _, value = inbound.button.removeprefix(BUTTON).partition(":")
    if inbound.button:
        return value if version == str(dialogue.conversation.version) and value in (RESUME, ANEW) else None
    said = inbound.text.strip()
    if said in ("1", "2"):
        return (RESUME, ANEW)[int(said) - 1]
    labels = {value: dialogue.scene.say(key) for value, key in OPTIONS}
    return nearest(said, labels) if said else None


def release(conversation: Conversation) -> Sequence[Inbound]:
    """The messages kept, oldest first; none is kept any longer."""
    conversation.changed = True
    return [replace(Inbound.from_json(stored), button="") for stored in conversation.state.pop("held", [])]
