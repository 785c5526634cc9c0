"""Going one step on in a conversation: say what it leads to, and carry out the command a finished flow returned."""

from __future__ import annotations

from collections.abc import Sequence

from handlers import capabilities
from handlers.dialogue.engine import Step
from handlers.messages import Inbound
from handlers.refusal import Refusal
from handlers.turn import Turn


def take(turn: Turn, step: Step) -> None:
    """Say what the step leads to; a finished flow's command is carried out, and what it had interrupted goes on."""
    for reply in step.replies:
        turn.reply(reply)
    if not step.finished:
        return
    if step.result is None:
        turn.say("cancelled")
    else:
        asked = turn.person.conversation.version
        _carry_out(turn, step)
        if turn.person.conversation.version != asked:
            return  # carrying it out led to a question of its own; what was interrupted waits below it
    return_to(turn)


def _carry_out(turn: Turn, step: Step) -> None:
    try:
        capabilities.ENDINGS[type(step.result)](turn, step.result, step)
    except Refusal as refusal:
        turn.refuse(refusal)


def return_to(turn: Turn) -> None:
    """A flow that had been interrupted goes on."""
    dialogue = turn.dialogue
    if dialogue.running and not turn.inbound.group:
        for reply in dialogue.ask_again(turn.now, note="back-to").replies:
            turn.reply(reply)


def feed(turn: Turn, messages: Sequence[Inbound], replies: bool = True) -> None:
    """Answer the running question with messages that had been held back; only the last reply is said."""
    step = turn.dialogue.ask_again(turn.now) if replies else None
    for message in messages:
        if turn.dialogue.running and not message.empty:
            step = turn.dialogue.answer(message, turn.now)
    if step is not None:
        take(turn, step)
