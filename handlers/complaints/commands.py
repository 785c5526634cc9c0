"""What a citizen does with complaints by command: file one, see how it stands, add to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers.abuse import limits
from handlers.capability import Capability
from handlers.commands import Command
from handlers.complaints import (
    adding,
    arrivals,
    closing,
    filing,
    following,
    happenings,
    merged,
    number,
    relations,
    secrecy,
    service,
    timeline,
)
from handlers.complaints.adding import AddWords
from handlers.complaints.filing import FileComplaint
from handlers.complaints.happening import Happening
from handlers.dialogue.engine import Step
from handlers.dialogue.media import readable
from handlers.messages import MediaItem, Option, Outgoing
from handlers.office import office_of
from handlers.privacy import looks
from handlers.texts import Html
from handlers.turn import Turn
from storage import complaints, links, supporters
from storage.models import Complaint, EventKind, Kind, Status, Visibility


def file(turn: Turn, argument: str) -> None:
    """/lapor: begin a complaint; words after the command are its beginning."""
    begin(turn, Kind.COMPLAINT, argument)


def begin(turn: Turn, kind: str, text: str, after: str = "") -> None:
    """Start the conversation with ``text`` and whatever came along in the same message.

    ``after`` is the number of a complaint that this one takes further.
    """
    if limits.stops(turn):
        return
    inbound = turn.inbound
    arguments = {"kind": kind} | ({"after": after} if after else {})
    step = turn.dialogue.start(filing.NAME, arguments, turn.now, replace(inbound, text=text, button=""))
    _go_on(turn, step)


def _go_on(turn: Turn, step: Step) -> None:
    for reply in step.replies:
        turn.reply(reply)


def filed(turn: Turn, command: FileComplaint, step: Step) -> None:
    """Carry out what the citizen confirmed."""
    file_now(turn, command, source=step.sources.get("what", ""))


def file_now(turn: Turn, command: FileComplaint, *, source: str = "") -> Complaint:
    """Write it down, promise an answer, tell the agency; ``source`` is the message that its words came from."""
    complaint, event = service.file_complaint(
        turn.facts,
        command,
        citizen_id=turn.person.citizen_id,
        channel=turn.inbound.channel,
        city=turn.city,
        now=turn.now,
        source=source,
    )
    agency = turn.city.agencies[complaint.agency_id].name(turn.language)
    due = turn.texts.date(turn.language, complaint.due_on)
    secret = "yes" if complaint.visibility == Visibility.SECRET else "no"
    text = turn.text(
        "complaint-filed", number=complaint.number, agency=agency, due=due, secret=secret, kind=complaint.kind
    )
    text = Html(text + arrivals.promise(turn, complaint, EventKind.FILED, complaint.text))
    options = (
        Option(f"/status {complaint.number}", turn.text("button-follow")),
        Option("/menu", turn.text("button-menu")),
    )
    turn.reply(Outgoing(text, options), complaint_id=complaint.id)
    happenings.react(office_of(turn), Happening(complaint, event))
    if command.after:
        _take_further(turn, complaint, command.after)
    return complaint


def _take_further(turn: Turn, complaint: Complaint, after: str) -> None:
    """Link a new complaint with the old one of the same citizen that it goes on about."""
    before = complaints.by_number(turn.facts, after, lock=True)
    if before is not None and before.citizen_id == turn.person.citizen_id:
        anew = complaints.by_id(turn.facts, complaint.id or 0, lock=True) or complaint
        relations.link(office_of(turn), anew, before, by=service.SYSTEM, kind=links.RELATED)


def status(turn: Turn, argument: str) -> None:
    """/status: my complaints, or the one with the number given."""
    if argument:
        show(turn, argument)
        return
    mine = complaints.of_citizen(turn.facts, turn.person.citizen_id)
    followed = supporters.supported_by(turn.facts, turn.person.citizen_id)
    if not mine and not followed:
        turn.say("status-none", (Option("/lapor", turn.text("button-file")),))
        return
    lines = [turn.text("status-mine", count=len(mine))] if mine else []
    lines += [timeline.line(complaint, turn) for complaint in mine]
    lines += [turn.text("status-supported", count=len(followed))] if followed else []
    lines += [timeline.line(complaint, turn) for complaint in followed]
    options = tuple(Option(f"/status {each.number}", str(each.number)) for each in [*mine[:6], *followed[:3]])
    turn.reply(Outgoing("\n".join(lines), options))


def show(turn: Turn, said: str) -> None:
    """The timeline of one complaint, only as much as the person asking may see."""
    wanted = number.find(said)
    if wanted is None:
        turn.say("number-wrong")
        return
    complaint = complaints.by_number(turn.facts, wanted)
    if complaint is None or not timeline.may_see(complaint, turn.person):
        turn.say("number-unknown", number=wanted)
        return
    log = complaints.events(turn.facts, complaint.id or 0)
    own = complaint.citizen_id == turn.person.citizen_id
    add = Option(f"/tambah {wanted}", turn.text("button-add"))
    ways = closing.ways_on(office_of(turn), complaint, turn.language)
    if own:
        more = (*ways, add, *looks.offer(turn, complaint, log), *secrecy.offer(turn, complaint))
    else:
        more = closing.me_too(office_of(turn), complaint, turn.person.citizen_id, turn.language)
    shown = timeline.show(complaint, log, turn) + _goes_on(turn, complaint)
    turn.reply(Outgoing(shown, more), complaint_id=complaint.id)


def _goes_on(turn: Turn, complaint: Complaint) -> str:
    """How the complaint stands in which a merged one lives on."""
    trunk = merged.trunk(turn.facts, complaint)
    if trunk.id == complaint.id or not timeline.may_see(trunk, turn.person):
        return ""
    return "\n\n" + timeline.show(trunk, complaints.events(turn.facts, trunk.id or 0), turn)


def ask_more(turn: Turn, argument: str) -> None:
    """/tambah: add something to the complaint whose number follows, with the words behind it or asked for."""
    said, _, text = argument.partition(" ")
    wanted = number.find(said)
    complaint = complaints.by_number(turn.facts, wanted, lock=True) if wanted else None
    if complaint is None or complaint.citizen_id != turn.person.citizen_id:
        turn.say("add-which")
    else:
        add_or_ask(turn, complaint, text.strip(), readable(turn.inbound))


def add_or_ask(turn: Turn, complaint: Complaint, text: str, media: Sequence[MediaItem]) -> None:
    """Add to the citizen's own complaint, which is locked; ask what, if nothing was said."""
    if text or media:
        add(turn, complaint, text, media)
    else:
        _go_on(turn, turn.dialogue.start(adding.NAME, {"number": complaint.number}, turn.now))


def added(turn: Turn, command: AddWords, step: Step) -> None:
    """What was to be added has come."""
    complaint = complaints.by_number(turn.facts, command.number, lock=True)
    if complaint is not None and complaint.citizen_id == turn.person.citizen_id:
        add(turn, complaint, command.text, command.media)


def add_reply(turn: Turn, complaint: Complaint) -> None:
    """What the citizen wrote in reply to a notice belongs to that complaint."""
    text, media = turn.inbound.text.strip(), readable(turn.inbound)
    if text or media:
        add(turn, complaint, text, media)
    else:
        turn.say("add-empty", number=complaint.number)


def add(turn: Turn, complaint: Complaint, text: str, media: Sequence[MediaItem]) -> None:
    """Add words and files, and tell those who handle the complaint, or the one in which it lives on."""
    inbound = turn.inbound
    if complaint.status == Status.MERGED:
        _add_to_trunk(turn, complaint, text, media)
        return
    late = complaint.closed_at is not None
    said = turn.text("added-late" if late else "added", number=complaint.number)
    options = closing.ways_on(office_of(turn), complaint, turn.language) if late else ()
    said = Html(said + arrivals.promise(turn, complaint, EventKind.ADDED, text))
    turn.reply(Outgoing(said, options), complaint_id=complaint.id)
    happenings.happen(
        office_of(turn),
        complaint,
        EventKind.ADDED,
        by=service.CITIZEN,
        text=text[: filing.MAX_KEPT_TEXT],
        source=inbound.source,
        media=media,
        channel=inbound.channel,
    )


def _add_to_trunk(turn: Turn, complaint: Complaint, text: str, media: Sequence[MediaItem]) -> None:
    trunk = merged.trunk(turn.facts, complaint, lock=True)
    if trunk.citizen_id == turn.person.citizen_id:
        add(turn, trunk, text, media)
        return
    turn.reply(Outgoing(turn.text("support-more", number=trunk.number)), complaint_id=trunk.id)
    following.record(turn, trunk, text, media)


def correct(turn: Turn) -> bool:
    """An edited message that has already become part of a complaint is added as a correction; False if none has."""
    event = complaints.by_source(turn.facts, turn.inbound.source) if turn.inbound.source else None
    if event is None:
        return False
    complaint = complaints.by_id(turn.facts, event.complaint_id, lock=True)
    text = turn.inbound.text.strip()
    if complaint is None or event.actor != service.CITIZEN or complaint.citizen_id != turn.person.citizen_id:
        return True
    if text and text != event.text:
        turn.reply(Outgoing(turn.text("corrected-filed", number=complaint.number)), complaint_id=complaint.id)
        happenings.happen(
            office_of(turn),
            complaint,
            EventKind.CORRECTED,
            by=service.CITIZEN,
            text=text[: filing.MAX_KEPT_TEXT],
            data={"before": event.text},
        )
    return True


CAPABILITY = Capability(
    commands=(
        Command(("lapor", "report", "complain", "adukan", "pengaduan"), file, "help-lapor"),
        Command(("status", "lacak", "track", "cek"), status, "help-status", number=True),
        Command(("tambah", "add", "tambahan"), ask_more, "help-tambah", bare=False),
    ),
    flows=(filing.FLOW, adding.FLOW),
    endings={FileComplaint: filed, AddWords: added},
)
