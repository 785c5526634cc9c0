"""The same trouble at the same place again and again: the head hears of it once, with all there was and a suggestion.

It is looked for soon after a complaint was filed, not while its citizen waits.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from handlers.capability import Capability
from handlers.complaints import likeness
from handlers.complaints.happening import Happening
from handlers.complaints.likeness import Sketch
from handlers.messages import Option, Outgoing
from handlers.office import Office
from handlers.texts import Html
from handlers.turn import Posting, Recipient
from storage import complaints, recurrences, similar, timers
from storage.models import Complaint, EventKind, Kind, Visibility
from storage.similar import STILL_MATTERS, Candidate, Where

PURPOSE = "complaint.recurring"
MOST_LISTED, MOST_BUTTONS = 10, 3


def react(office: Office, happening: Happening) -> None:
    """A complaint was filed: look whether it is one too many."""
    complaint = happening.complaint
    if happening.kind != EventKind.FILED or not office.city.rules.recurring_count:
        return
    if complaint.visibility != Visibility.SECRET and complaint.kind != Kind.INFORMATION:
        timers.start(office.session, PURPOSE, complaint.id or 0, due_at=office.now)


def look(office: Office, complaint_id: int) -> None:
    """Tell the head if there have been too many like it at its place, and nobody has been told of these."""
    complaint = complaints.by_id(office.session, complaint_id)
    if complaint is None or complaint.visibility == Visibility.SECRET:
        return
    rules = office.city.rules
    found = at_its_place(office, complaint)
    if len(found) < rules.recurring_count:
        return
    recurrences.lock(office.session, complaint.category_id)
    here = _sketch(office, complaint)
    told = recurrences.told_of(office.session, complaint.category_id, office.now)
    if any(likeness.same_place(here, _sketch(office, other), rules.similar_m) for other in told):
        return
    until = office.now + dt.timedelta(days=rules.recurring_days)
    row = recurrences.add(office.session, complaint, len(found), now=office.now, until=until)
    for chat in office.heads(complaint.agency_id) or office.agency_chats(complaint.agency_id, secret=False):
        key = f"recurring:{row.id}:{chat.channel}:{chat.address}"
        office.postings.append(Posting(chat, _flag(office, complaint, found, chat), key, complaint_id=complaint.id))


def at_its_place(office: Office, complaint: Complaint) -> list[Candidate]:
    """All of that category and agency there in the time that counts, the newest first, the complaint among them."""
    rules = office.city.rules
    found = similar.near(
        office.session,
        Where(complaint.lat, complaint.lon, complaint.area_code, complaint.place_text),
        category_id=complaint.category_id,
        kind=complaint.kind,
        since=office.now - dt.timedelta(days=rules.recurring_days),
        metres=rules.similar_m,
        ended_too=True,
    )
    here = _sketch(office, complaint)
    return [
        each
        for each in found
        if each.agency_id == complaint.agency_id
        and (each.id == complaint.id or likeness.same_place(here, _sketch(office, each), rules.similar_m))
    ]


def _sketch(office: Office, one: Complaint | Candidate) -> Sketch:
    area = office.city.areas.get(one.area_code or "")
    return Sketch(one.text, one.lat, one.lon, one.area_code, one.place_text, area.name if area else "")


def _flag(office: Office, complaint: Complaint, found: Sequence[Candidate], chat: Recipient) -> Outgoing:
    say, language, city = office.texts.say, chat.language, office.city
    area = city.areas.get(complaint.area_code or "")
    lines = [
        say(
            language,
            "recurring",
            category=city.category_by_id(complaint.category_id).name(language),
            area=area.name if area else "none",
            count=len(found),
            days=city.rules.recurring_days,
        )
    ]
    for each in found[:MOST_LISTED]:
        status = Html(say(language, f"status-{each.status}"))
        at = office.texts.moment(language, each.created_at, city.rules.timezone)
        lines.append(say(language, "recurring-line", number=each.number, status=status, at=at))
    still = [each for each in reversed(found) if each.status in STILL_MATTERS]
    if len(still) < 2:
        return Outgoing("\n".join(lines))
    master, *rest = still
    lines.append(say(language, "recurring-master", number=master.number, count=len(rest)))
    return Outgoing("\n".join(lines), _merges(office, master.number, rest, language))


def _merges(office: Office, master: str, rest: Sequence[Candidate], language: str) -> tuple[Option, ...]:
    commands = [(f"/gabung {each.number} {master}", each.number) for each in rest[:MOST_BUTTONS]]
    return tuple(
        Option(command, office.texts.say(language, "button-gabung-ini", number=number, into=master), typed=command)
        for command, number in commands
    )


CAPABILITY = Capability(tasks={PURPOSE: look})
