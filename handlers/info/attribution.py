"""The line that names BMKG and the time of what is shown, which its terms of use demand below everything of theirs."""

from __future__ import annotations

import datetime as dt

from handlers.texts import Html
from handlers.turn import Turn


def named(turn: Turn, at: dt.datetime) -> Html:
    """``Sumber: BMKG``, and when it was fetched."""
    return turn.text("bmkg-source", at=moment(turn, at))


def moment(turn: Turn, at: dt.datetime) -> str:
    """``24 Nov 2026 13.05 WIB``."""
    zone = turn.city.rules.timezone
    return f"{turn.texts.moment(turn.language, at, zone)} {at.astimezone(zone).tzname()}"
