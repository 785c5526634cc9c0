"""Whoever leaves their agency's group has no rights any more, from that moment on."""

from __future__ import annotations

from handlers.complaints import happenings, service
from handlers.messages import Outgoing
from handlers.office import Office, office_of
from handlers.staff import roster
from handlers.turn import Posting, Recipient, Turn
from storage import audit, colleagues
from storage import roster as rows
from storage.models import EventKind, Staff, StaffGroup


def left(turn: Turn) -> None:
    """Somebody has left a group, or was removed from it. Telegram may say so twice."""
    member, inbound = turn.person.staff, turn.inbound
    group = rows.group_at(turn.facts, inbound.channel, inbound.address)
    staff = colleagues.by_id(turn.facts, member.id) if member else None
    if staff is not None and group is not None:
        end(office_of(turn), staff, group)


def end(office: Office, staff: Staff, group: StaffGroup) -> bool:
    """End the rights of whoever is no longer in their agency's group; False if it is not theirs, or was done before.

    What they had in hand is free again, and those who lead the agency or the service are told.
    """
    if group.ended_at is not None or group.agency_id != staff.agency_id:
        return False
    if not roster.end(office.session, staff.id or 0, now=office.now):
        return False
    audit.record(office.session, staff_id=staff.id, action="staff.left", thing=f"group:{group.id}", now=office.now)
    held = colleagues.in_hand(office.session, staff)
    for complaint in held:
        complaint.assignee_id = None
        data = {"from": staff.id, "left": True}
        happenings.happen(office, complaint, EventKind.RELEASED, by=service.SYSTEM, public=False, data=data)
    _tell(office, staff, group, [complaint.number or "" for complaint in held])
    return True


def _tell(office: Office, staff: Staff, group: StaffGroup, numbers: list[str]) -> None:
    """The heads of the agency, the administrators, and the group itself."""
    heads = [office.recipient(head.citizen_id) for head in colleagues.heads(office.session, group.agency_id)
             if head.citizen_id is not None]  # fmt: skip
    first = office.city.rules.languages[0]
    chats = [*heads, *office.admins(), Recipient(group.channel, group.value, None, first)]
    for chat in {(chat.channel, chat.address): chat for chat in chats if chat is not None}.values():
        said = office.texts.say(
            chat.language,
            "leaving-told",
            name=staff.name,
            agency=office.city.agencies[group.agency_id].name(chat.language),
            count=len(numbers),
            numbers=", ".join(numbers),
        )
        key = f"left:{staff.id}:{chat.channel}:{chat.address}"
        office.postings.append(Posting(chat, Outgoing(said), key))
