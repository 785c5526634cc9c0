"""Many messages of one person within seconds: all are taken, and the answers fold into one."""

from __future__ import annotations

from handlers.messages import Inbound
from handlers.turn import Turn

WINDOW = 10.0  # seconds
SENTENCE = 4  # letters; whoever presses buttons or types numbers is not flooding
KEY = "burst"  # in the conversation's state: when it began (seconds since 1970), and how many so far


def note(turn: Turn) -> None:
    """Count the message, and let the answers of a burst replace each other."""
    if not _counts(turn.inbound):
        return
    conversation, at = turn.person.conversation, turn.now.timestamp()
    since, count = conversation.state.get(KEY, (0.0, 0))
    since, count = (since, count + 1) if at - since <= WINDOW else (at, 1)
    conversation.state[KEY] = [since, count]
    conversation.changed = True
    if count > turn.city.rules.burst:
        turn.fold(f"{since:.0f}", count)


def _counts(inbound: Inbound) -> bool:
    said = inbound.text.strip()
    answers = inbound.button or inbound.album or said.startswith("/") or (len(said) < SENTENCE and not inbound.media)
    return not inbound.group and not answers
