"""A word to one colleague, in their own chat, wherever they were last heard from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handlers.complaints import notices
from handlers.messages import Option, Outgoing
from handlers.office import Office
from handlers.texts import Html
from handlers.turn import Posting, Recipient
from storage import colleagues
from storage.models import Complaint, Priority, Staff


def chat_of(office: Office, staff: Staff | None) -> Recipient | None:
    """Where the colleague is told something; None if they have left or cannot be reached."""
    if staff is None or staff.ended_at is not None or staff.citizen_id is None:
        return None
    return office.recipient(staff.citizen_id)


def tell(
    office: Office,
    staff: Staff | None,
    key: str,
    step: str,
    *,
    card: Complaint | None = None,
    labels: Sequence[tuple[str, str]] = (),
    priority: Priority = Priority.NOTIFICATION,
    **words: Any,
) -> bool:
    """Say the text ``key`` to the colleague, once for each ``step``; False if they cannot be reached.

    ``card``: with that complaint and its buttons below. ``labels``: (command, text key) of further buttons.
    """
    chat = chat_of(office, staff)
    if chat is None:
        return False
    text: str = office.texts.say(chat.language, key, **words)
    options = tuple(Option(command, office.texts.say(chat.language, label), command) for command, label in labels)
    if card is not None:
        text = Html(f"{text}\n\n{notices.card(office, card, chat.language, private=True)}")
        options += notices.buttons(office, card, chat.language)
    posting_key = f"team:{step}:{chat.channel}:{chat.address}"
    about = card.id if card is not None else None
    office.postings.append(Posting(chat, Outgoing(text, options), posting_key, priority, about))
    return True


def tell_heads(office: Office, agency_id: int, key: str, step: str, *, but: int | None = None, **words: Any) -> None:
    """Say it to the agency's heads, except to ``but``; where there is none, to the administrators."""
    heads = [head for head in colleagues.heads(office.session, agency_id) if head.id != but]
    for head in heads:
        tell(office, head, key, step, **words)
    for chat in () if heads else office.admins():
        text = office.texts.say(chat.language, key, **words)
        office.postings.append(Posting(chat, Outgoing(text), f"team:{step}:{chat.channel}:{chat.address}"))
