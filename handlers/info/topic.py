"""What was shown last, so that "and what does it cost?" can be asked of it. It is forgotten after half an hour."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from handlers.turn import Turn

LASTS = dt.timedelta(minutes=30)
LONGEST = 4000  # characters of the citizen's words that are kept
_KEPT = "topic"  # in the state of the conversation, which keeps it through flows (OF_THE_PERSON)

HELPED, WHICH, PERSON = "helped", "which", "person"  # what may be awaited: did it help, which one, may a person answer


@dataclass(frozen=True, slots=True)
class Topic:
    """The answer ``key`` and the service it is about, each empty where there is none.

    ``question`` is the id of what was asked for it, 0 for nothing, and ``words`` how. ``awaits`` is what a short yes or
    no would be about.
    """

    key: str = ""
    service: str = ""
    question: int = 0
    words: str = ""
    awaits: str = ""


def remember(turn: Turn, topic: Topic) -> None:
    """From now on the talk is of this."""
    kept: dict[str, Any] = {"at": turn.now.isoformat(timespec="seconds"), "words": topic.words[:LONGEST]}
    kept |= {"key": topic.key, "service": topic.service, "question": topic.question, "awaits": topic.awaits}
    turn.person.conversation.state[_KEPT] = {name: value for name, value in kept.items() if value}
    turn.person.conversation.changed = True


def current(turn: Turn) -> Topic | None:
    """What the talk is of; None when nothing was shown, or long ago."""
    state = turn.person.conversation.state
    kept = state.get(_KEPT)
    if not kept:
        return None
    if turn.now - dt.datetime.fromisoformat(kept["at"]) > LASTS:
        del state[_KEPT]
        turn.person.conversation.changed = True
        return None
    return Topic(**{name: value for name, value in kept.items() if name != "at"})
