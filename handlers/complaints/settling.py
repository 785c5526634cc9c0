"""What the citizen says to "is it really fixed?": yes, no, nothing at all, or too late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.complaints import closing, filing, happenings, merged, news, notices, service, verdict
from handlers.complaints import commands as complaint_commands
from handlers.complaints.adding import Addition
from handlers.dialogue.engine import Flow, Step
from handlers.dialogue.media import readable
from handlers.dialogue.question import Talk
from handlers.messages import MediaItem, Outgoing
from handlers.office import Office, office_of
from handlers.staff import discretion, which
from handlers.turn import Posting, Turn
from storage import complaints, timers
from storage.models import Complaint, EventKind, Outcome, Status, Visibility

NAME = "closing"
STILL, OBJECTION = "still", "objection"
BY_THE_WAY = 4  # words; more, and not in reply to the question, are rather about something else


@dataclass(frozen=True, slots=True)
class SaidMore:
    """What is still wrong with ``number`` (STILL), or why its rejection was wrong (OBJECTION)."""

    number: str
    kind: str
    text: str
    media: tuple[MediaItem, ...]


def script(city: City, number: str, kind: str) -> Talk[SaidMore]:
    """Ask what is still wrong."""
    text, media = yield from Addition(kind, number=number)
    return SaidMore(number, kind, text, media)


# --- commands and buttons


def confirm(turn: Turn, argument: str) -> None:
    """/beres: it is really fixed."""
    complaint, words = _meant(turn, argument)
    if complaint is not None:
        _settle(turn, complaint, words)


def deny(turn: Turn, argument: str) -> None:
    """/belum: it is not; also opens again what was closed."""
    complaint, words = _meant(turn, argument)
    if complaint is None:
        return
    media = readable(turn.inbound)
    if complaint.status == Status.REJECTED:
        _object(turn, complaint, words, media)
    elif complaint.status not in (Status.RESOLVED, Status.CLOSED):
        complaint_commands.ask_more(turn, f"{complaint.number} {words}")
    elif words or media or _said_since(turn, complaint):
        _reopen(turn, complaint, words, media)
    else:
        _ask(turn, complaint, STILL)


def oppose(turn: Turn, argument: str) -> None:
    """/keberatan: the rejection was wrong."""
    complaint, words = _meant(turn, argument)
    if complaint is None:
        return
    if complaint.status == Status.REJECTED:
        _object(turn, complaint, words, readable(turn.inbound))
    else:
        turn.say("closing-not-rejected", number=complaint.number)


def follow_up(turn: Turn, argument: str) -> None:
    """/lanjutan: a new complaint about what an old one left unsettled; the two are linked."""
    complaint, words = _meant(turn, argument)
    if complaint is not None:
        complaint_commands.begin(turn, complaint.kind, words, after=complaint.number or "")


def said(turn: Turn, command: SaidMore, step: Step) -> None:
    """The words that were asked for have come."""
    complaint = complaints.by_number(turn.facts, command.number, lock=True)
    if complaint is None or complaint.citizen_id != turn.person.citizen_id:
        return
    if command.kind == OBJECTION and complaint.status == Status.REJECTED:
        _object(turn, complaint, command.text, command.media)
    elif complaint.status in (Status.RESOLVED, Status.CLOSED):
        _reopen(turn, complaint, command.text, command.media)
    else:
        complaint_commands.add(turn, complaint, command.text, command.media)


def answer(turn: Turn, complaint: Complaint) -> bool:
    """What the citizen wrote about a complaint that waits for their word; False if it does not wait."""
    text, media = turn.inbound.text.strip(), readable(turn.inbound)
    if complaint.status != Status.RESOLVED or not (text or media):
        return False
    fixed = verdict.meant(text) if text else None
    if fixed:
        _settle(turn, complaint, text, media)
    elif fixed is None:
        _unclear(turn, complaint, text, media)
    elif verdict.brief(text) and not media:
        _ask(turn, complaint, STILL)
    else:
        _reopen(turn, complaint, text, media)
    return True


def overheard(turn: Turn) -> bool:
    """A bare yes or no that replies to nothing, from somebody whose word one complaint is waiting for."""
    inbound = turn.inbound
    text = inbound.text.strip()
    if inbound.button or inbound.media or not text or len(text.split()) > BY_THE_WAY:
        return False
    if verdict.meant(text) is None:
        return False
    waiting = complaints.awaiting(turn.facts, turn.person.citizen_id)
    complaint = complaints.by_id(turn.facts, waiting[0].id or 0, lock=True) if len(waiting) == 1 else None
    return complaint is not None and answer(turn, complaint)


# --- what follows


def _meant(turn: Turn, argument: str) -> tuple[Complaint | None, str]:
    """The citizen's own complaint that is meant, locked, and the words behind its number; asks back if unclear."""
    wanted, words = which.meant(turn, argument)
    if wanted is None:
        waiting = complaints.awaiting(turn.facts, turn.person.citizen_id)
        wanted = waiting[0].number if len(waiting) == 1 else None
    complaint = complaints.by_number(turn.facts, wanted, lock=True) if wanted else None
    if complaint is None or complaint.citizen_id != turn.person.citizen_id:
        turn.say("closing-which")
        return None, words
    if complaint.status == Status.MERGED:
        turn.say("closing-merged", number=complaint.number, into=merged.trunk(turn.facts, complaint).number)
        return None, words
    return complaint, words


def _settle(turn: Turn, complaint: Complaint, words: str, media: Sequence[MediaItem] = ()) -> None:
    closed = complaint.status == Status.CLOSED
    if closed and complaint.outcome == Outcome.CONFIRMED:
        turn.say("closing-already", number=complaint.number)
    elif closed or complaint.status == Status.RESOLVED:
        turn.reply(Outgoing(turn.text("closing-confirmed", number=complaint.number)), complaint_id=complaint.id)
        _happen(turn, complaint, EventKind.CONFIRMED, words, media)
    elif complaint.status == Status.REJECTED:
        turn.say("closing-rejected", number=complaint.number)
    else:
        complaint_commands.add(turn, complaint, words or turn.text("closing-early"), media)


def _ask(turn: Turn, complaint: Complaint, kind: str) -> None:
    turn.begin(NAME, {"number": complaint.number, "kind": kind}, complaint_id=complaint.id)


def _said_since(turn: Turn, complaint: Complaint) -> str:
    """What the citizen has already said about it after its end; empty if nothing."""
    log, ended = complaints.events(turn.facts, complaint.id or 0), complaint.closed_at or turn.now
    said = [event for event in log if event.kind == EventKind.ADDED and event.at >= ended]
    return (said[-1].text or filing.VOICE_ONLY) if said else ""


def _reopen(turn: Turn, complaint: Complaint, text: str, media: Sequence[MediaItem]) -> None:
    if not closing.may_reopen(complaint, turn.city.rules, turn.now):
        _beyond(turn, complaint, text, media)
        return
    complaint.reopened += 1
    turn.reply(Outgoing(turn.text("closing-reopened", number=complaint.number)), complaint_id=complaint.id)
    _happen(turn, complaint, EventKind.REOPENED, text, media)


def _beyond(turn: Turn, complaint: Complaint, text: str, media: Sequence[MediaItem]) -> None:
    """It may not be opened again: what was said is kept, the head hears, and a new complaint can be filed."""
    options = closing.file_anew(office_of(turn), complaint, turn.language)
    turn.reply(Outgoing(turn.text("closing-beyond", number=complaint.number), options), complaint_id=complaint.id)
    if text or media:
        _happen(turn, complaint, EventKind.ADDED, text, media)
    _tell_head(office_of(turn), complaint, "head-beyond", f"beyond:{complaint.id}:{complaint.reopened}", text)


def _object(turn: Turn, complaint: Complaint, text: str, media: Sequence[MediaItem]) -> None:
    """The head, or whoever verifies, decides about an objection; they are told of the first only."""
    before = "" if text or media else _said_since(turn, complaint)
    if not (text or media or before):
        _ask(turn, complaint, OBJECTION)
        return
    rejected = complaints.last_of(turn.facts, complaint.id or 0, EventKind.REJECTED)
    turn.reply(Outgoing(turn.text("closing-objected", number=complaint.number)), complaint_id=complaint.id)
    if not before:
        _happen(turn, complaint, EventKind.ADDED, text, media)
    step = f"objection:{rejected.id if rejected else 0}"
    _tell_head(office_of(turn), complaint, "head-objection", step, text or before)


def _unclear(turn: Turn, complaint: Complaint, text: str, media: Sequence[MediaItem]) -> None:
    """Keep what was said, and ask again, but only once."""
    log = complaints.events(turn.facts, complaint.id or 0)
    asked = any("asked" in event.data for event in closing.since_resolved(log))
    options = news.offered(office_of(turn), complaint, EventKind.RESOLVED, turn.language)
    said = Outgoing(turn.text("added", number=complaint.number)) if asked else None
    again = Outgoing(turn.text("closing-unclear", number=complaint.number), options)
    turn.reply(said or again, complaint_id=complaint.id)
    _happen(turn, complaint, EventKind.ADDED, text, media, asked=True)


def _happen(
    turn: Turn, complaint: Complaint, kind: EventKind, text: str, media: Sequence[MediaItem], **data: bool
) -> None:
    inbound = turn.inbound
    happenings.happen(
        office_of(turn),
        complaint,
        kind,
        by=service.CITIZEN,
        text=text[: filing.MAX_KEPT_TEXT],
        source=inbound.source,
        data=dict(data),
        media=media,
        channel=inbound.channel,
    )


def _tell_head(office: Office, complaint: Complaint, key: str, step: str, text: str) -> None:
    """Tell the heads of the agency; if there are none, those who verify, unless it is secret."""
    verifiers = office.city.agency(office.city.rules.fallback_agency).id
    secret = complaint.visibility == Visibility.SECRET
    for chat in office.heads(complaint.agency_id) or ([] if secret else office.agency_chats(verifiers, secret=True)):
        shown = discretion.words(office, complaint, text, private=chat.citizen_id is not None)
        told = office.texts.say(chat.language, key, number=complaint.number or "", text=shown)
        outgoing = Outgoing(told, notices.buttons(office, complaint, chat.language))
        posted = f"{step}:{chat.channel}:{chat.address}"
        office.postings.append(Posting(chat, outgoing, posted, complaint_id=complaint.id))


# --- by the clock


def remind(office: Office, complaint_id: int) -> None:
    """Ask again, once, whoever has said nothing since the agency called it done."""
    complaint = complaints.by_id(office.session, complaint_id, lock=True)
    if complaint is None or complaint.status != Status.RESOLVED:
        return
    log = closing.since_resolved(complaints.events(office.session, complaint_id))
    due_at = closing.hours(office, complaint).after_days(log[0].at, office.city.rules.ask_again_days)
    citizen = office.recipient(complaint.citizen_id)
    spoken = any(event.actor == service.CITIZEN and event.kind != EventKind.SUPPORTED for event in log)
    if citizen is None or office.now < due_at or spoken:
        return
    number = complaint.number or ""
    text = office.texts.say(citizen.language, "closing-remind", number=number, text=log[0].text)
    options = news.offered(office, complaint, EventKind.RESOLVED, citizen.language)
    template = f"{news.QUESTION}.{citizen.language}"
    outgoing = Outgoing(text, options, template=template, variables=(number, log[0].text))
    office.postings.append(Posting(citizen, outgoing, f"remind:{log[0].id}", complaint_id=complaint.id))


def lapse(office: Office, complaint_id: int) -> None:
    """Close as unconfirmed what nobody has said a word about for too long; any word since gives the time anew."""
    complaint = complaints.by_id(office.session, complaint_id, lock=True)
    if complaint is None or complaint.status != Status.RESOLVED:
        return
    last = closing.last_spoken(closing.since_resolved(complaints.events(office.session, complaint_id)))
    due_at = closing.hours(office, complaint).after_days(last.at, office.city.rules.sla.silent_days)
    if office.now < due_at:
        timers.start(office.session, closing.LAPSE, complaint_id, version=last.id or 0, due_at=due_at)
    else:
        happenings.happen(office, complaint, EventKind.LAPSED, by=service.SYSTEM)


CAPABILITY = Capability(
    commands=(
        Command(("beres", "fixed"), confirm, "help-beres", bare=False, number=True),
        Command(("belum", "notfixed"), deny, "help-belum", bare=False, number=True),
        Command(("keberatan", "object"), oppose, "", bare=False, number=True),
        Command(("lanjutan", "followup"), follow_up, "", bare=False, number=True),
    ),
    flows=(Flow(NAME, script),),
    endings={SaidMore: said},
    tasks={closing.REMIND: remind, closing.LAPSE: lapse},
)
