"""Files of complaints that still lie with their provider: which are due to be fetched, and what became of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlmodel import Session, col, select, text

from storage.models import Attachment

PENDING, STORED, GONE, REFUSED = "pending", "stored", "gone", "refused"
# Written out, not bound: only then do the databases see that the partial index fits.
_PENDING = text("state = 'pending'")


def take_due(session: Session, *, now: dt.datetime, until: dt.datetime, limit: int = 10) -> Sequence[Attachment]:
    """Attachments to fetch now. They are put off to ``until``, so that no other process fetches them meanwhile and one
    that dies gives them back by itself."""
    query = select(Attachment).where(_PENDING, col(Attachment.due_at) <= now).order_by(col(Attachment.due_at))
    found = session.exec(query.limit(limit).with_for_update(skip_locked=True)).all()
    for attachment in found:
        attachment.due_at = until
        attachment.attempts += 1
        session.add(attachment)
    session.flush()
    return found


def settle(session: Session, attachment_id: int, *, state: str, path: str = "", mime: str = "") -> Attachment | None:
    """Write down what became of it; None if somebody else has done so already."""
    attachment = session.get(Attachment, attachment_id, with_for_update=True)
    if attachment is None or attachment.state != PENDING:
        return None
    attachment.state, attachment.path = state, path
    attachment.mime = mime or attachment.mime
    session.add(attachment)
    session.flush()
    return attachment


def put_off(session: Session, attachment_id: int, *, until: dt.datetime) -> None:
    """Try again later."""
    attachment = session.get(Attachment, attachment_id, with_for_update=True)
    if attachment is not None and attachment.state == PENDING:
        attachment.due_at = until
        session.add(attachment)
