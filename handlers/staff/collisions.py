"""Two must not answer the same thing: who else is at it is told, and what crossed somebody's words holds them back.

What a colleague told the citizen, or the citizen added, since the sender last saw the complaint is shown first; then
the words are sent all the same, or not. To have seen it means: to have opened the complaint, to have been shown the
news when beginning to write, or to have had it arrive in the chat one works in.
"""

from __future__ import annotations

from collections.abc import Sequence

from handlers.ago import ago
from handlers.complaints import arrivals, claim, service
from handlers.complaints.filing import VOICE_ONLY
from handlers.messages import Outgoing
from handlers.office import Office, office_of
from handlers.refusal import Refusal
from handlers.staff import discretion
from handlers.texts import Html
from handlers.turn import StaffMember, Turn
from storage import colleagues, complaints, looking, roster, timers
from storage.models import Complaint, ComplaintEvent, EventKind

WORDS = frozenset({EventKind.REPLIED, EventKind.ASKED, EventKind.RESOLVED, EventKind.CLOSED, EventKind.REJECTED})
_FROM_CITIZEN = frozenset({EventKind.ADDED, EventKind.CORRECTED, EventKind.CONFIRMED, EventKind.REOPENED})
SHOWN = 300  # characters of what crossed


class Crossed(Refusal):
    """The words were not sent, since there is news the sender has not seen; ``news`` holds its events."""

    def __init__(self, complaint: Complaint, news: Sequence[ComplaintEvent]) -> None:
        super().__init__("team-crossed", number=complaint.number or "")
        self.complaint, self.news = complaint, tuple(news)


def check(
    office: Office, complaint: Complaint, member: StaffMember, *, source: str = "", seen: int | None = None
) -> None:
    """Raise Crossed if something public happened to the locked complaint that the member has not seen.

    ``seen`` is the newest event they were shown when they began to write; None if they wrote without being asked.
    ``source`` is the message their words came in.
    """
    log = complaints.events(office.session, complaint.id or 0)
    known = _known(office, complaint, member, log) if seen is None else seen
    told = seen is None and _is_told(office, complaint, member)
    news = [
        event
        for event in log
        if (event.id or 0) > known
        and (
            _by_colleague(office, event, member, source)
            or (_by_citizen(event) and not (told and not _waits(office, event)))
        )
    ]
    if news:
        raise Crossed(complaint, news)


def _known(office: Office, complaint: Complaint, member: StaffMember, log: Sequence[ComplaintEvent]) -> int:
    own = max((event.id or 0 for event in log if event.staff_id == member.id and event.public), default=0)
    return max(own, looking.seen(office.session, complaint.id or 0, member.id))


def _is_told(office: Office, complaint: Complaint, member: StaffMember) -> bool:
    """Whether what the citizen adds reaches the member by itself: in their group, or because it is theirs to handle."""
    if complaint.assignee_id in (None, member.id):
        return True
    return any(chat.citizen_id is None for chat in roster.chats_of(office.session, complaint.agency_id))


def _by_colleague(office: Office, event: ComplaintEvent, member: StaffMember, source: str) -> bool:
    if event.staff_id in (None, member.id) or EventKind(event.kind) not in WORDS:
        return False
    here = bool(source) and (event.source or "").rpartition(":")[0] == source.rpartition(":")[0]
    return not here or office.now - event.at < office.city.rules.looking


def _by_citizen(event: ComplaintEvent) -> bool:
    return event.actor == service.CITIZEN and EventKind(event.kind) in _FROM_CITIZEN


def _waits(office: Office, event: ComplaintEvent) -> bool:
    """Whether the agency hears of it only when the office opens."""
    return timers.is_set(office.session, arrivals.OPENS, event.id or 0)


def sent(office: Office, complaint: Complaint, member: StaffMember, kind: EventKind) -> None:
    """The member's words are on their way: they are no longer writing."""
    if kind in WORDS:
        looking.leave(office.session, complaint.id or 0, member.id)


# --- what is said in the chat


def opened(turn: Turn, complaint: Complaint) -> list[Html]:
    """The member has the whole complaint before them now; returns who else is at it, a line each."""
    return _note(turn, complaint, writing=False)[1]


def begin(turn: Turn, complaint: Complaint, kind: EventKind) -> int:
    """The member begins to write: tell them who else does and what they have not seen; returns the newest event."""
    member, office = turn.member, office_of(turn)
    lines: list[str] = []
    if kind in WORDS:
        try:
            check(office, complaint, member, source=turn.inbound.source)
        except Crossed as crossed:
            lines += [turn.text("team-news", number=complaint.number), *told(turn, crossed)]
    newest, others = _note(turn, complaint, writing=kind in WORDS)
    lines += others
    if lines:
        turn.reply(Outgoing("\n".join(lines)), complaint_id=complaint.id)
    return newest


def _note(turn: Turn, complaint: Complaint, *, writing: bool) -> tuple[int, list[Html]]:
    member, complaint_id = turn.member, complaint.id or 0
    since = turn.now - turn.city.rules.looking
    others = looking.others(turn.facts, complaint_id, member.id, since=since)
    newest = complaints.newest_event(turn.facts, complaint_id)
    looking.note(turn.facts, complaint_id, member.id, seen=newest, now=turn.now, writing=writing)
    claim.renew(office_of(turn), complaint, member.id)
    return newest, [
        turn.text("team-writing" if each.writing else "team-looking", name=each.name, **ago(each.at, turn.now))
        for each in others
    ]


def told(turn: Turn, crossed: Crossed) -> list[Html]:
    """What crossed the member's words, a line for each event."""
    return [_line(turn, crossed.complaint, event) for event in crossed.news]


def _line(turn: Turn, complaint: Complaint, event: ComplaintEvent) -> Html:
    words = discretion.words(office_of(turn), complaint, event.text, private=not turn.inbound.group)
    text = words if len(words) <= SHOWN else words[: SHOWN - 1].rstrip() + "…"
    colleague = colleagues.by_id(turn.facts, event.staff_id)
    said = {"text": text or VOICE_ONLY, **ago(event.at, turn.now)}
    if colleague is None:
        return turn.text("team-news-citizen", what=turn.text(f"event-{event.kind}"), **said)
    return turn.text("team-news-staff", name=colleague.name, what=turn.text(f"event-{event.kind}"), **said)
