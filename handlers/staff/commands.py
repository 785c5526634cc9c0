"""Commands and buttons by which staff do their whole job; each works typed, tapped, or as a reply to a card."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.complaints import kin, notices, remaining, timeline
from handlers.dialogue.engine import Flow, Step
from handlers.dialogue.media import Media, add_media, readable
from handlers.dialogue.question import Confirm, Talk, Text
from handlers.messages import MediaItem, Option, Outgoing
from handlers.office import office_of
from handlers.staff import collisions, identity_commands, mentions, proof, rights, roster, which, work
from handlers.turn import StaffMember, Turn
from storage import complaints
from storage.models import Complaint, EventKind

FLOW_NAME = "staff"
ANYWAY_NAME = "team"
_DONE = {
    EventKind.TAKEN: "staff-done-taken",
    EventKind.REPLIED: "staff-done-replied",
    EventKind.ASKED: "staff-done-asked",
    EventKind.NOTED: "staff-done-noted",
    EventKind.PROCESSING: "staff-done-processing",
    EventKind.RESOLVED: "staff-done-resolved",
    EventKind.REOPENED: "staff-done-reopened",
    EventKind.REJECTED: "staff-done-rejected",
}


@dataclass(frozen=True, slots=True)
class Act:
    """Do ``kind`` to the complaint ``number`` with the words ``text``; ``seen`` is what the member knew of it.

    ``media`` are the photos that came with the words.
    """

    number: str
    kind: str
    text: str
    seen: int | None = None
    media: tuple[MediaItem, ...] = ()


def script(city: City, number: str, kind: str, seen: int | None = None) -> Talk[Act]:
    """Ask for the words an answer, a note, a closing or a rejection needs."""
    text = yield from Text("text", max_length=4000, number=number, kind=kind)
    photos = yield from Media("photos", at_most=proof.MOST, default=[])
    return Act(number, kind, text, seen, photos)


def send_anyway(
    city: City, number: str, kind: str, text: str, seen: int, media: Sequence[Mapping[str, Any]] = ()
) -> Talk[Act | None]:
    """Ask whether words are to be sent although something has crossed them."""
    shown = text if len(text) <= collisions.SHOWN else text[: collisions.SHOWN - 1].rstrip() + "…"
    sent = yield from Confirm("anyway", number=number, text=shown)
    return Act(number, kind, text, seen, tuple(MediaItem(**item) for item in media)) if sent else None


def step(kind: EventKind) -> Callable[[Turn, str], None]:
    """The command that does ``kind``: the number, then the words, which are asked for if needed and missing."""

    def run(turn: Turn, argument: str) -> None:
        wanted, text = which.named(turn, argument, turn.text(f"command-{kind}"))
        do(turn, wanted, kind, text, turn.inbound.source)

    return run


def do(
    turn: Turn,
    wanted: str,
    kind: EventKind,
    text: str,
    source: str = "",
    seen: int | None = None,
    media: Sequence[MediaItem] | None = None,
) -> None:
    """Act on the complaint, or ask for the words first; what may not be done is explained.

    ``media`` are the message's own unless they are given.
    """
    member, inbound = turn.member, turn.inbound
    sent: dict[str, Any] = {"source": source, "chat": inbound.address, "channel": inbound.channel, "seen": seen}
    sent["media"] = readable(inbound) if media is None else media
    try:
        if kind in work.NEEDS_TEXT and not text:
            complaint = work.find(office_of(turn), member, wanted)
            _ask(turn, complaint, kind)
            return
        complaint = work.act(office_of(turn), member, wanted, kind, text=text, **sent)
    except collisions.Crossed as crossed:
        _ask_anyway(turn, crossed, kind, text, sent["media"])
        return
    proof.remember(turn, source)
    done = turn.text(_DONE[kind], number=complaint.number, name=member.name)
    turn.reply(Outgoing(done, notices.buttons(office_of(turn), complaint, turn.language)), complaint_id=complaint.id)
    if kind == EventKind.NOTED:
        mentions.explain(turn, complaint, text)


def _ask(turn: Turn, complaint: Complaint, kind: EventKind) -> None:
    seen = collisions.begin(turn, complaint, kind)
    _start(turn, FLOW_NAME, {"number": complaint.number, "kind": str(kind), "seen": seen}, complaint)


def _ask_anyway(
    turn: Turn, crossed: collisions.Crossed, kind: EventKind, text: str, media: Sequence[MediaItem]
) -> None:
    """Show what crossed the words, and ask whether they are to be sent all the same."""
    complaint = crossed.complaint
    lines = [turn.text("team-held-back", number=complaint.number), *collisions.told(turn, crossed)]
    turn.reply(Outgoing("\n".join([*lines, *collisions.opened(turn, complaint)])), complaint_id=complaint.id)
    seen = max(event.id or 0 for event in crossed.news)
    arguments: dict[str, Any] = {"number": complaint.number, "kind": str(kind), "text": text, "seen": seen}
    if media:
        arguments["media"] = add_media(None, media, proof.MOST)
    _start(turn, ANYWAY_NAME, arguments, complaint)


def _start(turn: Turn, flow: str, arguments: Mapping[str, Any], complaint: Complaint) -> None:
    opening = replace(turn.inbound, text="", button="")  # its photos belong to the words that are asked for
    turn.begin(flow, arguments, opening, complaint_id=complaint.id)


def acted(turn: Turn, command: Act, finished: Step) -> None:
    """The words have come: act."""
    if rights.may_handle_complaints(turn.person.staff):
        do(
            turn,
            command.number,
            EventKind(command.kind),
            command.text,
            turn.inbound.source,
            command.seen,
            command.media,
        )
    else:
        turn.say("staff-only")


def answer_card(turn: Turn, complaint: Complaint) -> None:
    """A reply to a card answers the citizen."""
    text = turn.inbound.text.strip()
    if text or readable(turn.inbound):
        do(turn, complaint.number or "", EventKind.REPLIED, text, turn.inbound.source)
    else:
        turn.say("need-words")


def look(turn: Turn, argument: str) -> None:
    """/lihat: the whole complaint with its history and files."""
    wanted, _ = which.named(turn, argument, turn.text("command-look"))
    office = office_of(turn)
    complaint = work.find(office, turn.member, wanted)
    others = collisions.opened(turn, complaint)
    log, private = complaints.events(turn.facts, complaint.id or 0), not turn.inbound.group
    alike = kin.alike(office, complaint)
    whole = notices.card(office, complaint, turn.language, whole=True, private=private)
    card = "\n".join([whole, *kin.like_line(office, alike, turn.language)])
    times = remaining.schedule(office, complaint, turn.language)
    text = "\n\n".join((card, times, timeline.history(complaint, log, turn), *others))
    options = notices.buttons(office, complaint, turn.language) + identity_commands.offer(turn, complaint)
    options += kin.merge_options(office, complaint, alike, turn.language)
    turn.reply(Outgoing(text, options), complaint_id=complaint.id)
    turn.audit("complaint.viewed", wanted)
    for item in notices.stored_files(office, complaint, private=private):
        turn.reply(Outgoing(turn.text("card-attachment", number=complaint.number), media=(item,)))


def join(turn: Turn, code: str) -> None:
    """/masuk CODE (or the invitation's link): bind this chat to the invited member of staff."""
    if turn.inbound.group:
        turn.say("only-private")
        return
    member = roster.join(turn.facts, code, citizen_id=turn.person.citizen_id, now=turn.now)
    if member is None:
        turn.say("join-wrong")
        return
    turn.person.staff = StaffMember(member.id or 0, member.name, member.role, member.agency_id)
    agency = turn.city.agencies[member.agency_id].name(turn.language) if member.agency_id else turn.city.rules.name
    options = (Option("/tiket", turn.text("button-tickets")), Option("/bantuan", turn.text("button-help")))
    turn.say("joined", options, name=member.name, role=turn.text(f"role-{member.role}"), agency=agency)


def _handles(member: StaffMember | None) -> bool:
    return rights.may_handle_complaints(member)


CAPABILITY = Capability(
    commands=(
        Command(("lihat", "view"), look, "help-lihat", _handles, number=True),
        Command(("ambil", "take"), step(EventKind.TAKEN), "help-ambil", _handles, number=True),
        Command(("balas", "reply"), step(EventKind.REPLIED), "help-balas", _handles, bare=False, number=True),
        Command(("tanya", "ask"), step(EventKind.ASKED), "help-tanya", _handles, bare=False, number=True),
        Command(("catat", "note"), step(EventKind.NOTED), "help-catat", _handles, bare=False, number=True),
        Command(("proses", "process"), step(EventKind.PROCESSING), "help-proses", _handles, number=True),
        Command(("selesai", "close"), step(EventKind.RESOLVED), "help-selesai", _handles, bare=False, number=True),
        Command(("buka", "reopen"), step(EventKind.REOPENED), "help-buka", _handles, bare=False, number=True),
        Command(("tolak", "reject"), step(EventKind.REJECTED), "help-tolak", _handles, bare=False, number=True),
        Command(("masuk", "join"), join, "", bare=False),
    ),
    flows=(Flow(FLOW_NAME, script, proof.absorb), Flow(ANYWAY_NAME, send_anyway)),
    endings={Act: acted},
)
