"""Me too: whoever is about to file what others have filed may support that instead, and hears of every step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from handlers.capability import Capability
from handlers.commands import Command
from handlers.complaints import commands as complaint_commands
from handlers.complaints import filing, following, merged, notices, similarity
from handlers.complaints.filing import Support
from handlers.dialogue.engine import Step
from handlers.dialogue.media import readable
from handlers.messages import MediaItem, Option, Outgoing
from handlers.office import Office, office_of
from handlers.staff import discretion, which
from handlers.turn import Posting, Turn
from storage import complaints, supporters
from storage.models import Complaint, ComplaintEvent, EventKind, Visibility

WORDS_SHOWN, LONGEST = 3, 200  # of supporters, when the handlers are told


def find(turn: Turn, arguments: Mapping[str, Any]) -> Any:
    """What has been filed already and is about the same, for the question whether to support it; None if nothing is."""
    return similarity.for_citizen(office_of(turn), turn.person.citizen_id, arguments)


def supported(turn: Turn, command: Support, step: Step) -> None:
    """The citizen supports a complaint instead of filing their own."""
    complaint = _followable(turn, command.number)
    if complaint is None:
        turn.say("number-unknown", number=command.number)
    else:
        support(turn, complaint, command.text, command.photos)


def join(turn: Turn, argument: str) -> None:
    """/dukung: the same trouble; words behind the number are added."""
    wanted, words = which.meant(turn, argument)
    complaint = _followable(turn, wanted) if wanted else None
    if complaint is None:
        turn.say("support-which")
    else:
        support(turn, complaint, words, readable(turn.inbound))


def leave(turn: Turn, argument: str) -> None:
    """/berhentiikut: no more news of somebody else's complaint."""
    wanted, _ = which.meant(turn, argument)
    complaint = _followable(turn, wanted) if wanted else None
    if complaint is None or not supporters.remove(turn.facts, complaint, turn.person.citizen_id):
        turn.say("support-not-following")
    else:
        turn.say("support-left", number=complaint.number)


def _followable(turn: Turn, wanted: str) -> Complaint | None:
    """The complaint of that number, or the one in which it lives on, locked; a secret one exists for nobody."""
    found = complaints.by_number(turn.facts, wanted)
    if found is None or found.visibility == Visibility.SECRET:
        return None
    trunk = merged.trunk(turn.facts, found)
    if trunk.visibility == Visibility.SECRET:
        return None
    return complaints.by_id(turn.facts, trunk.id or 0, lock=True)


def support(turn: Turn, complaint: Complaint, text: str, media: Sequence[MediaItem]) -> None:
    """Let the citizen follow the locked complaint, and add their words and files as theirs."""
    citizen = turn.person.citizen_id
    if complaint.citizen_id == citizen:
        complaint_commands.add_or_ask(turn, complaint, text, media)
        return
    fresh = supporters.add(turn.facts, complaint, citizen, now=turn.now)
    ended = complaint.closed_at is not None
    key = "support-ended" if ended else "support-done" if fresh else "support-more"
    number = complaint.number or ""
    commands = {f"/status {number}": "button-follow", f"/berhentiikut {number}": "button-berhentiikut"}
    options = tuple(Option(command, turn.text(label), typed=command) for command, label in commands.items())
    said = turn.text(key, number=number, count=complaint.supporters)
    turn.reply(Outgoing(said, options), complaint_id=complaint.id)
    if fresh or text or media:
        following.record(turn, complaint, text, media, fresh=fresh)


def add_reply(turn: Turn, complaint: Complaint) -> None:
    """What a supporter wrote in reply to news of the locked complaint is added as theirs."""
    text, media = turn.inbound.text.strip(), readable(turn.inbound)
    if complaint.visibility == Visibility.SECRET:
        turn.say("support-not-following")
    elif text or media:
        support(turn, complaint, text, media)
    else:
        turn.say("add-empty", number=complaint.number)


# --- telling the handlers, folded


def tell(office: Office, complaint_id: int) -> None:
    """Tell those who handle the complaint who has come to support it lately."""
    complaint = complaints.by_id(office.session, complaint_id)
    log = complaints.events(office.session, complaint_id) if complaint else ()
    past = following.place_of(office.now)  # whoever comes since will be told of later
    events = [event for event in log if event.kind == EventKind.SUPPORTED and following.place_of(event.at) < past]
    if complaint is None or not events:
        return
    lately = [event for event in events if following.place_of(event.at) == following.place_of(events[-1].at)]
    for chat in notices.handlers_of(office, complaint):
        private = chat.citizen_id is not None
        text = office.texts.say(
            chat.language,
            "card-supporters",
            number=complaint.number or "",
            new=sum(bool(event.data.get("new")) for event in lately),
            count=complaint.supporters,
        )
        said = [text, *_words(office, complaint, lately, chat.language, private)]
        outgoing = Outgoing("\n".join(said), notices.buttons(office, complaint, chat.language))
        key = f"supported:{events[-1].id}:{chat.channel}:{chat.address}"
        office.postings.append(Posting(chat, outgoing, key, complaint_id=complaint.id))


def _words(
    office: Office, complaint: Complaint, events: Sequence[ComplaintEvent], language: str, private: bool
) -> list[str]:
    shown = [discretion.words(office, complaint, event.text, private=private) for event in events if event.text]
    cut = [words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…" for words in shown[-WORDS_SHOWN:]]
    return [office.texts.say(language, "timeline-words", text=words) for words in cut]


CAPABILITY = Capability(
    commands=(
        Command(("dukung", "support"), join, "help-dukung", bare=False, number=True),
        Command(("berhentiikut", "unfollow"), leave, "", bare=False, number=True),
    ),
    endings={Support: supported},
    lookups={filing.SIMILAR: find},
    tasks={following.PURPOSE: tell},
)
