"""Who is told what when something happens to a complaint, on whatever channel they are."""

from __future__ import annotations

from handlers.complaints import desk_news, kin, news, remaining, status
from handlers.complaints.filing import VOICE_ONLY
from handlers.complaints.happening import Happening
from handlers.messages import MediaItem, Option, Outgoing
from handlers.office import Office
from handlers.routing import suggesting, trail
from handlers.staff import discretion
from handlers.texts import Html
from handlers.turn import Posting, Recipient, StaffMember
from storage import complaints
from storage.models import Attachment, Complaint, ComplaintEvent, EventKind, Priority, Visibility

CARD_TEXT = 2500  # characters of the complaint shown on a card; /lihat shows it whole

_HEARD = {
    EventKind.TAKEN: "notice-taken",
    EventKind.PROCESSING: "notice-processing",
    EventKind.REPLIED: "notice-replied",
    EventKind.ASKED: "notice-asked",
    EventKind.RESOLVED: "notice-resolved",
    EventKind.LAPSED: "notice-lapsed",
    EventKind.REOPENED: "notice-reopened",
    EventKind.MERGED: "notice-merged",
    EventKind.UNMERGED: "notice-unmerged",
    EventKind.SPLIT: "notice-split",
    EventKind.REJECTED: "notice-rejected",
    EventKind.FORWARDED: "notice-forwarded",
    EventKind.RETURNED: "notice-returned",
    EventKind.HIDDEN: "notice-hidden",
}


# What colleagues in the agency's group are told, so that nobody does it twice.
_TOLD_TO_GROUP = frozenset({EventKind.TAKEN, EventKind.RESOLVED, EventKind.REJECTED})


def react(office: Office, happening: Happening) -> None:
    """Tell whoever should hear of what happened."""
    complaint, event, member = happening.complaint, happening.event, happening.member
    if happening.kind == EventKind.FILED or trail.of_event(event):
        tell_agency(office, complaint, event)
    if happening.kind == EventKind.FILED:
        return
    if event.actor == "citizen" and happening.kind != EventKind.SUPPORTED:  # those are told together, later
        tell_handlers(office, complaint, event)
    else:
        tell_citizen(office, complaint, event)
    news.tell(office, complaint, event)
    if member is not None and happening.kind in _TOLD_TO_GROUP:
        _tell_colleagues(office, complaint, event, member, happening.chat)


def tell_agency(office: Office, complaint: Complaint, event: ComplaintEvent) -> None:
    """A card with buttons for a new complaint, to everybody who handles those of its agency."""
    chats = office.agency_chats(complaint.agency_id, secret=complaint.visibility == Visibility.SECRET)
    made: dict[tuple[str, bool], Outgoing] = {}  # many chats read the same
    for chat in chats:
        reader = chat.language, chat.citizen_id is not None
        if reader not in made:
            made[reader] = _arrived(office, complaint, event, chat.language, private=chat.citizen_id is not None)
        _post(office, complaint, event, chat, made[reader])
    if not chats:
        _tell_admins_nobody_hears(office, complaint, event)


def _arrived(office: Office, complaint: Complaint, event: ComplaintEvent, language: str, *, private: bool) -> Outgoing:
    """The card of a complaint that is new here: just filed, or sent on, with who sent it and why."""
    alike = kin.known_when_filed(complaint, event)
    lines = [card(office, complaint, language, private=private), *kin.like_line(office, alike, language)]
    shown = Html("\n".join(lines))
    options = buttons(office, complaint, language) + kin.merge_options(office, complaint, alike, language)
    if not trail.of_event(event):
        return Outgoing(office.texts.say(language, "card-new", card=shown), options)
    way = trail.told(office, complaint, event, language, private=private)
    return Outgoing(office.texts.say(language, "card-moved", trail=way, card=shown), options)


def _tell_admins_nobody_hears(office: Office, complaint: Complaint, event: ComplaintEvent) -> None:
    """A secret complaint whose agency has no staff yet: admins learn that it waits, and nothing of what it says."""
    for chat in office.admins():
        agency = office.city.agencies[complaint.agency_id].name(chat.language)
        text = office.texts.say(chat.language, "card-nobody", number=complaint.number or "", agency=agency)
        _post(office, complaint, event, chat, Outgoing(text))


def tell_handlers(office: Office, complaint: Complaint, event: ComplaintEvent) -> None:
    """News from the citizen: to whoever took the complaint, else to the agency."""
    spoken = VOICE_ONLY if event.kind in (EventKind.ADDED, EventKind.CORRECTED) else ""
    for chat in handlers_of(office, complaint):
        shown = discretion.words(office, complaint, event.text, private=chat.citizen_id is not None)
        text = office.texts.say(
            chat.language, f"card-{event.kind}", number=complaint.number or "", text=shown or spoken
        )
        _post(office, complaint, event, chat, Outgoing(text, buttons(office, complaint, chat.language)))


def tell_citizen(office: Office, complaint: Complaint, event: ComplaintEvent) -> None:
    """What the agency did, in the citizen's language. Internal notes are never told."""
    citizen = office.recipient(complaint.citizen_id)
    if citizen is None and event.public:
        desk_news.tell(office, complaint, event)
    key = _HEARD.get(EventKind(event.kind))
    if citizen is None or key is None or not event.public:
        return
    agency = office.city.agencies[complaint.agency_id].name(citizen.language)
    text = office.texts.say(
        citizen.language, key, number=complaint.number or "", agency=agency, text=event.text, kind=complaint.kind
    )
    options = news.offered(office, complaint, EventKind(event.kind), citizen.language)
    approved = news.approved(office, complaint, event, citizen.language)
    _post(office, complaint, event, citizen, Outgoing(text, options, **approved))


def _tell_colleagues(
    office: Office, complaint: Complaint, event: ComplaintEvent, member: StaffMember, chat: str
) -> None:
    """In the agency's group: who took the complaint or ended it, so that nobody does it twice."""
    for group in office.agency_chats(complaint.agency_id, secret=True):
        if group.citizen_id is None and group.address != chat:
            key = f"group-{event.kind}"
            text = office.texts.say(group.language, key, number=complaint.number or "", name=member.name)
            _post(office, complaint, event, group, Outgoing(text))


def show_attachment(office: Office, attachment: Attachment) -> None:
    """A file that has been fetched goes to those who got the complaint's card."""
    complaint = office.session.get(Complaint, attachment.complaint_id)
    if complaint is None or attachment.state != "stored":
        return
    if news.is_answer(office.session.get(ComplaintEvent, attachment.event_id)):
        news.show(office, complaint, attachment)
        return
    for chat in office.agency_chats(complaint.agency_id, secret=complaint.visibility == Visibility.SECRET):
        if _came_from(office, attachment, chat):
            continue
        item = _file(office, complaint, attachment, private=chat.citizen_id is not None)
        caption = office.texts.say(chat.language, "card-attachment", number=complaint.number or "")
        key = f"file:{attachment.id}:{chat.channel}:{chat.address}"
        office.postings.append(Posting(chat, Outgoing(caption, media=(item,)), key, complaint_id=complaint.id))


def _came_from(office: Office, attachment: Attachment, chat: Recipient) -> bool:
    """Whether the file was sent in that chat: they have it there."""
    event = office.session.get(ComplaintEvent, attachment.event_id) if attachment.event_id else None
    return bool(event and event.source and event.source.startswith(f"{chat.channel}:{chat.address}:"))


def handlers_of(office: Office, complaint: Complaint) -> list[Recipient]:
    """The agency's group if it has one; else whoever took the complaint, or their deputy; or else the agency."""
    chats = office.agency_chats(complaint.agency_id, secret=complaint.visibility == Visibility.SECRET)
    own = office.colleague(complaint.assignee_id) if all(chat.citizen_id for chat in chats) else None
    return [own] if own is not None else chats


def stored_files(office: Office, complaint: Complaint, *, private: bool = False) -> list[MediaItem]:
    """The complaint's files that have been fetched, ready to be sent on any channel."""
    return [
        _file(office, complaint, file, private=private)
        for file in complaints.attachments(office.session, complaint.id or 0)
        if file.state == "stored"
    ]


def _file(office: Office, complaint: Complaint, file: Attachment, *, private: bool) -> MediaItem:
    name = discretion.words(office, complaint, file.name, private=private)
    return MediaItem(file.kind, f"stored:{file.path}", mime=file.mime, name=name)


def card(office: Office, complaint: Complaint, language: str, *, whole: bool = False, private: bool = False) -> Html:
    """A complaint as staff see it: everything needed to act, and of the person only what discretion allows.

    ``private``: the reader is alone in the chat.
    """
    say, city = office.texts.say, office.city
    shown = discretion.words(office, complaint, complaint.text, private=private)
    if not whole and len(shown) > CARD_TEXT:
        shown = shown[: CARD_TEXT - 1] + "…"
    lines = [
        say(
            language,
            "card",
            number=complaint.number or "",
            kind=Html(say(language, f"kind-{complaint.kind}")),
            category=city.category_by_id(complaint.category_id).name(language),
            status=Html(say(language, f"status-{complaint.status}")),
            visibility=Html(say(language, f"visibility-{complaint.visibility}-short")),
            due=office.texts.date(language, complaint.due_on),
            text=shown,
        )
    ]
    if left := remaining.said(office.texts, language, city, complaint, office.now):
        lines.append(say(language, "card-left", left=left))
    if complaint.sp4n_number:
        lines.append(say(language, "card-sp4n", sp4n=complaint.sp4n_number))
    lines += _where(office, complaint, language, private)
    if name := discretion.name(office, complaint, private=private):
        lines.append(say(language, "card-name", name=name))
    lines += kin.told(office, complaint, language) if whole else kin.supported(office, complaint, language)
    return Html("\n".join(lines))


def _where(office: Office, complaint: Complaint, language: str, private: bool) -> list[str]:
    say, lines = office.texts.say, []
    area = office.city.areas.get(complaint.area_code or "")
    if area or complaint.place_text:
        place = discretion.words(office, complaint, complaint.place_text, private=private)
        parts = [place, f"Kel. {area.name}" if area else ""]
        lines.append(say(language, "card-place", place=", ".join(part for part in parts if part)))
    if complaint.lat is not None and complaint.lon is not None:
        lines.append(say(language, "card-pin", lat=f"{complaint.lat:.5f}", lon=f"{complaint.lon:.5f}"))
    return lines


def buttons(office: Office, complaint: Complaint, language: str) -> tuple[Option, ...]:
    """What can be done next, as commands, so that a button and the typed word do the same."""
    number = complaint.number or ""
    names = ["lihat", "balas"] if complaint.status in status.ENDED else ["lihat", "balas", "tanya"]
    if complaint.status == "received":
        names.insert(0, "ambil")
    if complaint.status in ("received", "taken"):
        names.append("proses")
    if complaint.status in ("received", "taken", "processing"):
        names += ["selesai", "tolak"]
    steps = tuple(
        Option(f"/{name} {number}", office.texts.say(language, f"button-{name}"), typed=f"/{name} {number}")
        for name in names
    )
    sent_on = suggesting.options(office, complaint, language)
    return (*sent_on, *steps, *suggesting.ways_out(office, complaint, language))


def _post(office: Office, complaint: Complaint, event: ComplaintEvent, to: Recipient, outgoing: Outgoing) -> None:
    key = f"event:{event.id}:{to.channel}:{to.address}"
    office.postings.append(Posting(to, outgoing, key, Priority.NOTIFICATION, complaint.id))
