"""What Telegram makes of the outbox's rows for a group with topics."""

from __future__ import annotations

from itertools import count

from sqlmodel import Session

from storage import topics
from storage.models import Outbox
from storage.topics import Step

_threads = count(500)


def tended(session: Session, row: Outbox) -> str:
    """The thread a row goes to; one that tends a topic has brought it into its state."""
    if row.topic_id is None:
        return ""
    view = topics.views(session, [row.topic_id])[row.topic_id]
    opening = view.thread is None
    while row.body.get("tends") and (step := view.lacks) and not (opening and step is Step.CLOSE):
        view = view.after(step, str(next(_threads)))
    topics.settle(session, view)
    return view.thread or ""
