"""Small real classes that stand in for the outside world and remember what was asked of them."""

from __future__ import annotations

from datetime import datetime, timedelta


class HandClock:
    """A clock that stands still until it is moved by hand."""

    def __init__(self, start: datetime) -> None:
        self._now = start

    def now(self) -> datetime:
        """The time it shows, aware UTC."""
        return self._now

    def forward(self, by: timedelta | None = None, **parts: float) -> datetime:
        """Move it on by ``by`` or by ``days=``, ``hours=``, ``seconds=`` … and return the new time."""
        self._now += by if by is not None else timedelta(**parts)
        return self._now
