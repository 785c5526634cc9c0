"""The forum topic a complaint has in the group of its agency: opened, named, told what was done elsewhere, closed.

What a group is told about a complaint goes into the complaint's topic by itself (bot/desk.py). Here is decided which
topics there are and what they should be like; the outbox brings them there (storage/topics.py).
"""

from __future__ import annotations

import datetime as dt
from html import unescape

from handlers.capability import Capability
from handlers.complaints import notices, status
from handlers.complaints.happening import Happening
from handlers.messages import Outgoing
from handlers.office import Office
from handlers.staff import discretion
from handlers.texts import Html
from handlers.turn import Posting, Recipient
from storage import roster, timers, topics
from storage.models import Complaint, EventKind, Priority, StaffGroup, Status, Topic, Visibility

TEND = Outgoing("", tends=True)
DAILY = "topics-day"  # the timer by which a group's topics are named anew each working morning
PAUSE = dt.timedelta(seconds=20)  # what happens together becomes one new name: a group takes 20 messages a minute
LONGEST = 128  # characters of a topic's name
CATEGORY = 40  # characters of it for what the complaint is about

_MOVES = frozenset({EventKind.FORWARDED, EventKind.RETURNED})
_WITH_CARD = _MOVES | {EventKind.FILED}  # whoever made them happen sends the card
# What is told in the topic if it was done elsewhere and nobody else tells it there.
_LINES = frozenset(
    {
        EventKind.TAKEN,
        EventKind.REPLIED,
        EventKind.ASKED,
        EventKind.NOTED,
        EventKind.PROCESSING,
        EventKind.RESOLVED,
        EventKind.CONFIRMED,
        EventKind.LAPSED,
        EventKind.REOPENED,
        EventKind.CLOSED,
        EventKind.REJECTED,
    }
)


# --- reactions


def prepare(office: Office, happening: Happening) -> None:
    """Before anybody is told: the complaint has a topic in each group with topics that hears of it."""
    complaint, event = happening.complaint, happening.event
    for group in _groups(office, complaint):
        topic = topics.of_group(office.session, group.id or 0, complaint.id or 0)
        fresh = topic is None
        if topic is None:
            if happening.kind == EventKind.HIDDEN:
                continue  # it is about to be sent on
            topic = topics.add(office.session, group, complaint, title=title(office, complaint))
        if topic.thread is None:
            _tend(office, topic, group, f"open:{event.id}", Priority.REPLY)
        if fresh and happening.kind not in _WITH_CARD:
            _post_card(office, complaint, topic, group)


def follow(office: Office, happening: Happening) -> None:
    """After everybody has been told: what the topics should be like now. Those of another agency's group end."""
    complaint, event = happening.complaint, happening.event
    if happening.kind == EventKind.FILED:
        return
    here = {group.id for group in _groups(office, complaint)}
    for topic, group in topics.of_complaint(office.session, complaint.id or 0):
        if not group.topics or group.ended_at is not None:
            continue
        if group.id in here:
            if topic.thread is None and happening.kind in _MOVES:
                _post_files(office, complaint, topic, group)
            _tell(office, happening, topic, group)
            changed = _wish(topic, title(office, complaint), closed=complaint.status in status.ENDED)
        else:
            changed = _give_up(office, happening, topic, group)
        if changed:
            _tend(office, topic, group, f"event:{event.id}", delay=dt.timedelta(0) if topic.closed else PAUSE)


def _groups(office: Office, complaint: Complaint) -> list[StaffGroup]:
    """The groups with topics that hear of the complaint."""
    chats = office.agency_chats(complaint.agency_id, secret=complaint.visibility == Visibility.SECRET)
    found = [roster.group_at(office.session, chat.channel, chat.address) for chat in chats if chat.citizen_id is None]
    return [group for group in found if group is not None and group.topics]


def _wish(topic: Topic, named: str, *, closed: bool) -> bool:
    """What the topic should be like; whether that is news."""
    changed = (topic.title, topic.closed) != (named, closed)
    topic.title, topic.closed = named, closed
    return changed


def _give_up(office: Office, happening: Happening, topic: Topic, group: StaffGroup) -> bool:
    """The complaint lives on elsewhere: a last line, and the topic is closed."""
    number, language = happening.complaint.number or "", _language(office)
    if topic.closed:
        return False
    said = Outgoing(office.texts.say(language, "topic-moved", number=number))
    key = f"topic-moved:{topic.id}:{happening.event.id}"
    office.postings.append(Posting(_chat(office, group), said, key, topic_id=topic.id))
    return _wish(topic, _plain(office, "topic-title-moved", number=number), closed=True)


def _tell(office: Office, happening: Happening, topic: Topic, group: StaffGroup) -> None:
    """A line about what was done elsewhere, unless the group has just been told."""
    complaint, event = happening.complaint, happening.event
    key = f"event:{event.id}:{group.channel}:{group.value}"
    seen = office.place == f"{group.channel}:{group.value}:{topic.thread}"
    if seen or happening.kind not in _LINES or any(posting.key == key for posting in office.postings):
        return
    chat = _chat(office, group)
    text = office.texts.say(
        chat.language,
        "topic-event-words" if event.text else "topic-event",
        what=Html(office.texts.say(chat.language, f"event-{event.kind}")),
        name=happening.member.name if happening.member else "",
        by="staff" if happening.member else "nobody",
        text=discretion.words(office, complaint, event.text, private=False),
    )
    office.postings.append(Posting(chat, Outgoing(text), key, complaint_id=complaint.id, topic_id=topic.id))


def _post_card(office: Office, complaint: Complaint, topic: Topic, group: StaffGroup) -> None:
    """A complaint that is older than its topic: card and files come first."""
    chat = _chat(office, group)
    card = notices.card(office, complaint, chat.language)
    outgoing = Outgoing(card, notices.buttons(office, complaint, chat.language))
    key = f"topic-card:{topic.id}"
    office.postings.append(Posting(chat, outgoing, key, complaint_id=complaint.id, topic_id=topic.id))
    _post_files(office, complaint, topic, group)


def _post_files(office: Office, complaint: Complaint, topic: Topic, group: StaffGroup) -> None:
    files = tuple(notices.stored_files(office, complaint))
    if files:
        chat = _chat(office, group)
        shown = Outgoing(office.texts.say(chat.language, "card-attachment", number=complaint.number or ""), media=files)
        key = f"topic-files:{topic.id}"
        office.postings.append(Posting(chat, shown, key, complaint_id=complaint.id, topic_id=topic.id))


def _tend(
    office: Office,
    topic: Topic,
    group: StaffGroup,
    step: str,
    priority: Priority = Priority.NOTIFICATION,
    *,
    delay: dt.timedelta = dt.timedelta(0),
) -> None:
    key = f"topic:{topic.id}:{step}"
    office.postings.append(Posting(_chat(office, group), TEND, key, priority, delay=delay, topic_id=topic.id))


def _chat(office: Office, group: StaffGroup) -> Recipient:
    return Recipient(group.channel, group.value, None, _language(office))


def _language(office: Office) -> str:
    return office.city.rules.languages[0]


# --- the name of a topic


def title(office: Office, complaint: Complaint) -> str:
    """Number, what it is about, how it stands and how many working days are left, within 128 characters."""
    language = _language(office)
    category = office.city.category_by_id(complaint.category_id).name(language)
    return _plain(
        office,
        "topic-title",
        mark=str(complaint.status),
        number=complaint.number or "",
        category=category if len(category) <= CATEGORY else category[: CATEGORY - 1].rstrip() + "…",
        status=Html(office.texts.say(language, f"status-{complaint.status}")),
        left=Html(_left(office, complaint)),
    )


def _left(office: Office, complaint: Complaint) -> str:
    """The days until the next deadline, behind a dot; empty where nothing is due."""
    due = complaint.due_at
    if due is None or complaint.status in status.ENDED or complaint.status in (Status.WAITING, Status.RESOLVED):
        return ""
    days = office.city.hours(complaint.agency_id).days_between(office.now, due)
    late = due < office.now
    return office.texts.say(_language(office), "topic-left", days=abs(days), late="yes" if late else "no")


def _plain(office: Office, key: str, **words: str) -> str:
    """A name: topics know no formatting."""
    return unescape(office.texts.say(_language(office), key, **words))[:LONGEST]


# --- by the clock


def renew(office: Office, group_id: int) -> None:
    """Each working morning: the days left have become one fewer. Names are the last thing a group needs to be sent."""
    group = office.session.get(StaffGroup, group_id)
    if group is None or not group.topics or group.ended_at is not None:
        return
    today = office.today
    for topic, complaint in topics.running(office.session, group_id, status.ENDED):
        if _wish(topic, title(office, complaint), closed=False):
            _tend(office, topic, group, f"day:{today}", Priority.BROADCAST)
    start_days(office, group)


def start_days(office: Office, group: StaffGroup) -> None:
    """Have the topics of the group named anew when its agency opens on the next working day."""
    zone = office.city.rules.timezone
    tomorrow = office.now.astimezone(zone).date() + dt.timedelta(days=1)
    midnight = dt.datetime.combine(tomorrow, dt.time.min, zone).astimezone(dt.UTC)
    opens = office.city.hours(group.agency_id).opens(midnight)
    timers.start(office.session, DAILY, group.id or 0, due_at=opens)


def tell_lost(office: Office, group_id: int) -> None:
    """The provider lets us keep no topics in the group any more: how to mend it, said once."""
    group = office.session.get(StaffGroup, group_id)
    if group is None or group.topics or group.ended_at is not None:
        return
    chat = _chat(office, group)
    said = Outgoing(office.texts.say(chat.language, "topics-lost"))
    office.postings.append(Posting(chat, said, f"topics-lost:{group.id}:{int(office.now.timestamp())}"))


CAPABILITY = Capability(tasks={DAILY: renew, topics.LOST: tell_lost})
