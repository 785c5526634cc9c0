"""Questions that editing asks: words of which those there are may be kept, and a last day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from typing_extensions import override

from handlers.dialogue.question import Answer, Parsed, Question, Rejected, Scene, Text, counted
from handlers.info.wording import shortened
from handlers.messages import Inbound, Option, Outgoing
from handlers.staff import days

KEEP = "keep"
NONE = "none"
SHOWN = 60  # characters of what may be kept, on its button
_TERMS = {"half": 182, "year": 365}  # days


class Kept(Text):
    """Words; those in ``kept``, if any, are taken by a button."""

    kind = "kept"

    def __init__(self, key: str, kept: str, **words: Any) -> None:
        super().__init__(key, **words)
        self.kept = kept

    @override
    def prompt(self, scene: Scene, kept: Any) -> Outgoing:
        put = super().prompt(scene, kept)
        return Outgoing(put.text, self.options(scene, kept)) if self.kept else put

    @override
    def options(self, scene: Scene, kept: Any) -> tuple[Option, ...]:
        return (Option(KEEP, scene.say("answers-keep", text=shortened(self.kept, SHOWN))),) if self.kept else ()

    @override
    def parse(self, inbound: Inbound, scene: Scene, kept: Any) -> Parsed:
        options = self.options(scene, kept)
        said = (inbound.button or inbound.text).strip()
        if options and (said in (KEEP, options[0].label) or counted(said, 1) == 0):
            return Answer(self.kept)
        return super().parse(inbound, scene, kept)


class Day(Question[dt.date | None]):
    """A day from ``today`` (as in 2026-12-31) on, or none."""

    kind = "day"

    def __init__(self, key: str, today: str, **words: Any) -> None:
        super().__init__(key, **words)
        self.today = dt.date.fromisoformat(today)

    @override
    def options(self, scene: Scene, kept: Any) -> tuple[Option, ...]:
        return tuple(Option(name, scene.say(f"answers-day-{name}")) for name in (*_TERMS, NONE))

    @override
    def parse(self, inbound: Inbound, scene: Scene, kept: Any) -> Parsed:
        said = (inbound.button or inbound.text).strip()
        options = self.options(scene, kept)
        if (place := counted(said, len(options))) is not None:
            said = options[place].value
        names = {option.label.casefold(): option.value for option in options}
        name = names.get(said.casefold(), said)
        if name in _TERMS:
            return Answer((self.today + dt.timedelta(days=_TERMS[name])).isoformat())
        return Answer("") if name in (NONE, "-") else self._said(said)

    def _said(self, said: str) -> Parsed:
        day = day_said(said, self.today)
        if day is None:
            return Rejected("answers-day-unclear")
        return Answer(day.isoformat()) if day >= self.today else Rejected("answers-day-past")

    @override
    def accepts(self, stored: Any) -> bool:
        return isinstance(stored, str)

    @override
    def load(self, stored: Any) -> dt.date | None:
        return dt.date.fromisoformat(stored) if stored else None


def day_said(said: str, today: dt.date) -> dt.date | None:
    """The one day that is named; None if there is none, or several."""
    found = days.find(said, today)
    return found[0].day if len(found) == 1 else None
