"""Where a complaint stands follows from what happened to it; nothing else may set its status."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from storage.models import EventKind, Outcome, Status

_AFTER = {
    EventKind.FILED: Status.RECEIVED,
    EventKind.FORWARDED: Status.RECEIVED,
    EventKind.RETURNED: Status.RECEIVED,
    EventKind.RELEASED: Status.RECEIVED,
    EventKind.UNMERGED: Status.RECEIVED,
    EventKind.TAKEN: Status.TAKEN,
    EventKind.REOPENED: Status.TAKEN,
    EventKind.PROCESSING: Status.PROCESSING,
    EventKind.ASKED: Status.WAITING,
    EventKind.RESOLVED: Status.RESOLVED,
    EventKind.CONFIRMED: Status.CLOSED,
    EventKind.LAPSED: Status.CLOSED,
    EventKind.CLOSED: Status.CLOSED,
    EventKind.REJECTED: Status.REJECTED,
    EventKind.MERGED: Status.MERGED,
}
# What moves a complaint on only if it stands just there.
_FROM: Mapping[tuple[Status, EventKind], Status] = {
    (Status.WAITING, EventKind.ADDED): Status.PROCESSING,
    (Status.WAITING, EventKind.CORRECTED): Status.PROCESSING,
    (Status.WAITING, EventKind.REPLIED): Status.PROCESSING,
    (Status.RECEIVED, EventKind.ASSIGNED): Status.TAKEN,
}
_OUTCOMES = {EventKind.CONFIRMED: Outcome.CONFIRMED, EventKind.LAPSED: Outcome.UNCONFIRMED}

ENDED = frozenset({Status.CLOSED, Status.REJECTED, Status.MERGED})


def after(status: str, kind: str) -> Status:
    """The status once an event of ``kind`` has happened to a complaint of ``status``."""
    happened, stood = EventKind(kind), Status(status)
    return _FROM.get((stood, happened)) or _AFTER.get(happened, stood)


def of(kinds: Iterable[str]) -> Status:
    """The status that a whole log of events leads to."""
    status = Status.RECEIVED
    for kind in kinds:
        status = after(status, kind)
    return status


def outcome_after(outcome: str, status: Status, kind: str) -> Outcome:
    """How a complaint ended; nothing while it has not."""
    if status not in ENDED:
        return Outcome.NONE
    return _OUTCOMES.get(EventKind(kind), Outcome(outcome))
