"""What those who follow a complaint are told and shown besides the citizen who filed it, and what each may do next."""

from __future__ import annotations

from typing import Any

from handlers.messages import MediaItem, Option, Outgoing
from handlers.office import Office
from handlers.staff import discretion
from handlers.texts import Html
from handlers.turn import Posting, Recipient
from storage import complaints, supporters
from storage.models import Attachment, Complaint, ComplaintEvent, EventKind, Visibility

# The provider-approved templates for news outside WhatsApp's 24 hours (docs/whatsapp-templates.md).
UPDATE = "complaint_update"
QUESTION = "complaint_resolved"

# A question to the citizen who filed it is no news to the others.
_FOLLOWED = frozenset(
    {
        EventKind.TAKEN,
        EventKind.PROCESSING,
        EventKind.REPLIED,
        EventKind.RESOLVED,
        EventKind.CONFIRMED,
        EventKind.LAPSED,
        EventKind.REOPENED,
        EventKind.REJECTED,
        EventKind.FORWARDED,
        EventKind.MERGED,
        EventKind.UNMERGED,
    }
)
_ILLUSTRATED = frozenset(
    {EventKind.PROCESSING, EventKind.REPLIED, EventKind.ASKED, EventKind.RESOLVED, EventKind.REJECTED}
)
_OFFERED = {
    EventKind.ASKED: (("tambah", "button-jawab-tanya"),),
    EventKind.RESOLVED: (("beres", "button-beres"), ("belum", "button-belum")),
    EventKind.LAPSED: (("belum", "button-buka"),),
    EventKind.REJECTED: (("keberatan", "button-keberatan"),),
}


def tell(office: Office, complaint: Complaint, event: ComplaintEvent) -> None:
    """Tell those who support the complaint what happened, each in their language; what staff sent along follows it."""
    if not event.public:
        return
    if complaint.supporters and EventKind(event.kind) in _FOLLOWED:
        for chat in followers(office, complaint):
            _post(office, complaint, event, chat, _to_follower(office, complaint, event, chat.language))
    show_at_once(office, complaint, event)


def followers(office: Office, complaint: Complaint) -> list[Recipient]:
    """Those who support the complaint; of one that was made secret they hear no more."""
    if complaint.visibility == Visibility.SECRET:
        return []
    first = office.city.rules.languages[0]
    return [
        Recipient(chat.channel, chat.address, chat.citizen_id, chat.language or first)
        for chat in supporters.chats(office.session, complaint.id or 0)
    ]


def approved(office: Office, complaint: Complaint, event: ComplaintEvent, language: str) -> dict[str, Any]:
    """The template that stands in for the news to the citizen outside WhatsApp's 24 hours, and what fills it."""
    asks = event.kind == EventKind.RESOLVED
    said = event.text if asks else office.texts.say(language, f"status-{complaint.status}")
    name = QUESTION if asks else UPDATE
    return {"template": f"{name}.{language}", "variables": (complaint.number or "", said)}


def offered(office: Office, complaint: Complaint, kind: EventKind, language: str) -> tuple[Option, ...]:
    """What the citizen may do about it next, as buttons that are commands."""
    commands = ((f"/{word} {complaint.number}", label) for word, label in _OFFERED.get(kind, ()))
    return tuple(Option(command, office.texts.say(language, label), typed=command) for command, label in commands)


def _to_follower(office: Office, complaint: Complaint, event: ComplaintEvent, language: str) -> Outgoing:
    say, number = office.texts.say, complaint.number or ""
    text = say(
        language,
        "followed",
        number=number,
        category=office.city.category_by_id(complaint.category_id).name(language),
        what=Html(say(language, f"event-{event.kind}")),
    )
    # What the citizen wrote is theirs; what the agency wrote to them may name them.
    if event.text and event.actor == "staff":
        words = discretion.words(office, complaint, event.text, private=False)
        text += "\n" + say(language, "timeline-words", text=words)
    leave = f"/berhentiikut {number}"
    options = (Option(leave, say(language, "button-berhentiikut"), typed=leave),)
    said = say(language, f"status-{complaint.status}")
    return Outgoing(text, options, template=f"{UPDATE}.{language}", variables=(number, said))


# --- photos and other files that staff send along


def is_answer(event: ComplaintEvent | None) -> bool:
    """Whether files that came with the event are meant for those who follow the complaint."""
    return event is not None and event.actor == "staff" and event.public and EventKind(event.kind) in _ILLUSTRATED


def show(office: Office, complaint: Complaint, file: Attachment) -> None:
    """A file of the staff that has been fetched goes to whoever follows the complaint and has not got it yet."""
    for chat in _audience(office, complaint):
        _show(office, complaint, file, chat, f"stored:{file.path}")


def show_at_once(office: Office, complaint: Complaint, event: ComplaintEvent) -> None:
    """What staff sent along and need not be fetched first follows their words immediately."""
    files = complaints.attachments_of(office.session, event) if is_answer(event) else ()
    for chat in _audience(office, complaint) if files else ():
        for file in files:
            if MediaItem(file.kind, file.ref).travels(file.channel, chat.channel):
                _show(office, complaint, file, chat, file.ref)


def _audience(office: Office, complaint: Complaint) -> list[Recipient]:
    citizen = office.recipient(complaint.citizen_id)
    return [*([citizen] if citizen else []), *followers(office, complaint)]


def _show(office: Office, complaint: Complaint, file: Attachment, chat: Recipient, ref: str) -> None:
    caption = office.texts.say(chat.language, "notice-file", number=complaint.number or "")
    item = MediaItem(file.kind, ref, mime=file.mime, name=file.name)
    # The same key at once and when it has been fetched: whoever has got it is not sent it again.
    key = f"file:{file.id}:{chat.channel}:{chat.address}"
    office.postings.append(Posting(chat, Outgoing(caption, media=(item,)), key, complaint_id=complaint.id))


def _post(office: Office, complaint: Complaint, event: ComplaintEvent, to: Recipient, outgoing: Outgoing) -> None:
    key = f"event:{event.id}:{to.channel}:{to.address}"
    office.postings.append(Posting(to, outgoing, key, complaint_id=complaint.id))
