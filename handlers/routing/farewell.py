"""Those a complaint leaves hear where it went: the agency's groups, and whoever had it in hand."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.city import AgencyInfo
from handlers.messages import Outgoing
from handlers.office import Office
from handlers.routing import trail
from handlers.turn import Posting, Recipient
from storage import roster
from storage.models import Complaint, ComplaintEvent, Staff


def tell(
    office: Office,
    complaint: Complaint,
    event: ComplaintEvent,
    before: AgencyInfo,
    holder_id: int | None,
    *,
    besides: tuple[str, int],
) -> None:
    """Tell the agency ``before``, and ``holder_id`` who had it, but not ``besides``: a chat and a person who know."""
    chat, member_id = besides
    for to in _left(office, before, holder_id if holder_id != member_id else None):
        if to.address != chat:
            text = trail.told(office, complaint, event, to.language, private=to.citizen_id is not None)
            left = office.texts.say(to.language, "group-moved", number=complaint.number or "", trail=text)
            key = f"left:{event.id}:{to.channel}:{to.address}"
            office.postings.append(Posting(to, Outgoing(left), key, complaint_id=complaint.id))


def _left(office: Office, before: AgencyInfo, holder_id: int | None) -> Iterator[Recipient]:
    first = office.city.rules.languages[0]
    for chat in roster.chats_of(office.session, before.id):
        if chat.citizen_id is None:
            yield Recipient(chat.channel, chat.address, None, chat.language or first)
    holder = office.session.get(Staff, holder_id) if holder_id else None
    if holder is not None and holder.citizen_id is not None and holder.ended_at is None:
        reached = office.recipient(holder.citizen_id)
        if reached is not None:
            yield reached
