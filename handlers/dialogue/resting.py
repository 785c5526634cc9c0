"""A conversation left in the middle: its citizen is reminded once, and told when it is dropped."""

from __future__ import annotations

import datetime as dt

from handlers.city import Rules
from handlers.dialogue.engine import Conversation, Dialogue
from handlers.messages import Outgoing

REMINDED = "reminded"  # the version at which the citizen was reminded


def due_at(conversation: Conversation, rules: Rules) -> dt.datetime | None:
    """When something is to be done about a conversation at rest; None when nothing runs."""
    if not conversation.flow or conversation.updated_at is None:
        return None
    reminded = conversation.state.get(REMINDED) == conversation.version
    return conversation.updated_at + (rules.expire_after if reminded else rules.remind_after)


def rest(dialogue: Dialogue) -> Outgoing | None:
    """What is due now: the reminder, or after it the end. Says nothing where nothing worth keeping was told."""
    conversation = dialogue.conversation
    about = dialogue.summary() if dialogue.running else ""
    conversation.changed = True
    if dialogue.running and conversation.state.get(REMINDED) != conversation.version:
        conversation.state[REMINDED] = conversation.version
        return Outgoing(dialogue.scene.say("reminder", about=about)) if about else None
    said = Outgoing(dialogue.scene.say("expired", about=about)) if about else None
    conversation.state.pop("below", None)
    conversation.clear()
    return said
