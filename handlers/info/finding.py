"""The engine with what citizens are answered now, for staff who try it or look for the answer that was meant."""

from __future__ import annotations

from handlers.info import knowledge
from handlers.info.engine import Engine
from handlers.turn import Turn
from storage import answers

_built: dict[str, Engine] = {}  # the newest, by the revision of the answers it knows


def engine(turn: Turn) -> Engine:
    """The engine, made anew when any answer has changed."""
    revision = answers.revision(turn.facts)
    found = _built.get(revision)
    if found is None:
        written = knowledge.gather(answers.published(turn.facts), turn.city.rules.languages)
        found = Engine(knowledge.entries(written))
        _built.clear()
        _built[revision] = found
    return found
