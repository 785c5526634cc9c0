"""How long ago something was, as the arguments of a text: ``unit`` and ``count``."""

from __future__ import annotations

import datetime as dt

_UNITS = (("days", 86_400), ("hours", 3_600), ("minutes", 60))  # the longest first, in seconds


def ago(at: dt.datetime, now: dt.datetime) -> dict[str, str]:
    """What "team-ago" needs; less than a minute is ``now``."""
    seconds = (now - at).total_seconds()
    for unit, length in _UNITS:
        if seconds >= length:
            return {"unit": unit, "count": str(int(seconds // length))}
    return {"unit": "now", "count": "0"}
