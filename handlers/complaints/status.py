"""Where a complaint stands follows from what happened to it; nothing else may set its status."""

from __future__ import annotations

from collections.abc import Iterable

from storage.models import EventKind, Status

_AFTER = {
    EventKind.FILED: Status.RECEIVED,
    EventKind.FORWARDED: Status.RECEIVED,
    EventKind.TAKEN: Status.TAKEN,
    EventKind.PROCESSING: Status.PROCESSING,
    EventKind.CLOSED: Status.CLOSED,
    EventKind.REJECTED: Status.REJECTED,
}
ENDED = frozenset({Status.CLOSED, Status.REJECTED})


def after(status: str, kind: str) -> Status:
    """The status once an event of ``kind`` has happened to a complaint of ``status``.

    A citizen who writes to an ended complaint opens it again: it returns to those waiting for somebody.
    """
    if kind == EventKind.ADDED and status in ENDED:
        return Status.RECEIVED
    return _AFTER.get(EventKind(kind), Status(status))


def of(kinds: Iterable[str]) -> Status:
    """The status that a whole log of events leads to."""
    status = Status.RECEIVED
    for kind in kinds:
        status = after(status, kind)
    return status
