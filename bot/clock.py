"""The only reader of the clock: everywhere else ``now`` is an argument, so that tests hold the time in their hand."""

from __future__ import annotations

import datetime as dt


def now() -> dt.datetime:
    """The present moment, aware, in UTC."""
    return dt.datetime.now(dt.UTC)
