"""Whatever staff do to a complaint goes to the audit log, and a look at who the citizen is is told to the citizen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.city import City
from handlers.complaints.happening import Happening
from handlers.messages import Option, Outgoing
from handlers.office import Office
from handlers.texts import Html, Texts
from handlers.turn import Posting, StaffMember
from storage import audit
from storage.models import EventKind

IDENTITY, NUMBERS = "identity", "numbers"  # what was looked at: who the citizen is, or numbers in what they wrote
_REASONED = frozenset({EventKind.IDENTIFIED, EventKind.HIDDEN})
UPDATE = "complaint_update"  # the provider-approved template for news outside WhatsApp's 24 hours


def react(office: Office, happening: Happening) -> None:
    """Write down what a member of staff did; the first of all reactions, so that nothing comes before it."""
    member, event, complaint = happening.member, happening.event, happening.complaint
    if member is None:
        return
    audit.record(
        office.session,
        staff_id=member.id,
        action=f"complaint.{event.kind}",
        thing=complaint.number or "",
        now=office.now,
        event=event.id,
        **({"data": event.data} if event.data else {}),
        **({"reason": event.text} if happening.kind in _REASONED else {}),
    )
    if happening.kind == EventKind.IDENTIFIED and event.data.get("what") == IDENTITY:
        _tell_citizen(office, happening)


def _tell_citizen(office: Office, happening: Happening) -> None:
    complaint, event = happening.complaint, happening.event
    chat = office.recipient(complaint.citizen_id)
    if chat is None:
        return
    number = complaint.number or ""
    who = watcher(office.texts, office.city, chat.language, event.data)
    text = office.texts.say(chat.language, "notice-identified", number=number, who=who, reason=event.text)
    outgoing = Outgoing(
        text,
        (Option(f"/siapa {number}", office.texts.say(chat.language, "button-siapa"), f"/siapa {number}"),),
        template=f"{UPDATE}.{chat.language}",
        variables=(number, office.texts.say(chat.language, f"status-{complaint.status}")),
    )
    key = f"identified:{event.id}:{chat.channel}:{chat.address}"
    office.postings.append(Posting(chat, outgoing, key, complaint_id=complaint.id))


def office_held(member: StaffMember) -> dict[str, Any]:
    """What the citizen is told of somebody on the staff: their post, not their name."""
    return {"role": member.role, "agency": member.agency_id}


def watcher(texts: Texts, city: City, language: str, data: Mapping[str, Any]) -> Html:
    """Who looked, in words: "head of the Public Works Office, with the consent of …"."""
    first = _post(texts, city, language, data)
    second = data.get("second")
    if not second:
        return Html(first)
    return Html(texts.say(language, "looker-two", first=Html(first), second=Html(_post(texts, city, language, second))))


def _post(texts: Texts, city: City, language: str, held: Mapping[str, Any]) -> str:
    agency = city.agencies.get(held.get("agency") or 0)
    role = Html(texts.say(language, f"role-{held['role']}"))
    return texts.say(language, "looker", role=role, agency=agency.name(language) if agency else city.rules.name)
