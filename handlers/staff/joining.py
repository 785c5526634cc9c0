"""/gabung, /pisah, /pecah, /kait: complaints become one, are parted again, become two, or are linked."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.complaints import filing, merging, notices, number, relations
from handlers.dialogue.engine import Flow, Step
from handlers.dialogue.question import Talk, Text
from handlers.messages import Option, Outgoing
from handlers.office import office_of
from handlers.refusal import Refusal
from handlers.staff import rights, which, work
from handlers.staff.rights import Right
from handlers.turn import Turn
from storage import complaints, links
from storage.models import Complaint, Visibility

NAME = "split"


@dataclass(frozen=True, slots=True)
class Part:
    """Make a complaint of its own of ``text``, a part of the complaint ``number``; ``category`` is a code."""

    number: str
    text: str
    category: str


def script(city: City, number: str, text: str = "") -> Talk[Part]:
    """Ask which part it is, unless that was said, and what it is about."""
    what = text or (yield from Text("what", min_length=5, max_length=filing.MAX_TEXT, number=number))
    category = yield from filing.ask_category(city, what)
    return Part(number, what, category.code)


def _pair(turn: Turn, argument: str) -> tuple[str, str]:
    """The two numbers typed; or the complaint one is at, and the one typed."""
    first, rest = which.meant(turn, argument)
    second = number.find(rest.partition(" ")[0])
    if second is None and first is not None:
        here = which.here(turn)
        first, second = (here, first) if here else (None, None)
    if first is None or second is None:
        raise Refusal("merge-which")
    return first, second


def _locked(turn: Turn, first: str, second: str) -> tuple[Complaint, Complaint]:
    """Both complaints, locked in the order they were filed in, so that no two wait for each other."""
    office, member = office_of(turn), turn.member
    found = {each: work.find(office, member, each) for each in (first, second)}
    for each in sorted(found.values(), key=lambda complaint: complaint.id or 0):
        work.find(office, member, each.number or "", lock=True)
    return found[first], found[second]


def merge(turn: Turn, argument: str) -> None:
    """/gabung N KE: N lives on in KE, and whoever follows N follows KE."""
    complaint, into = _locked(turn, *_pair(turn, argument))
    merging.merge(office_of(turn), turn.member, complaint, into, chat=turn.inbound.address)
    back = f"/pisah {complaint.number}"
    options = (
        Option(f"/lihat {into.number}", turn.text("button-lihat"), typed=f"/lihat {into.number}"),
        Option(back, turn.text("button-pisah"), typed=back),
    )
    said = turn.text("merge-done", number=complaint.number, into=into.number, count=into.supporters)
    turn.reply(Outgoing(said, options), complaint_id=into.id)


def unmerge(turn: Turn, argument: str) -> None:
    """/pisah N: it stands by itself again."""
    wanted, _ = which.named(turn, argument, "/pisah")
    office, member = office_of(turn), turn.member
    found = work.find(office, member, wanted)
    if found.merged_into_id is not None:  # the older one first, as everywhere
        complaints.by_id(turn.facts, min(found.merged_into_id, found.id or 0), lock=True)
    complaint = work.find(office, member, wanted, lock=True)
    parent = merging.unmerge(office, member, complaint, chat=turn.inbound.address)
    said = turn.text("merge-undone", number=complaint.number, into=parent.number)
    turn.reply(Outgoing(said, notices.buttons(office, complaint, turn.language)), complaint_id=complaint.id)


def split(turn: Turn, argument: str) -> None:
    """/pecah N words: a part of N becomes a complaint of its own."""
    wanted, text = which.named(turn, argument, "/pecah")
    complaint = work.find(office_of(turn), turn.member, wanted)
    arguments = {"number": complaint.number, "text": text}
    turn.begin(NAME, arguments, complaint_id=complaint.id)


def parted(turn: Turn, command: Part, step: Step) -> None:
    """What the part is and what it is about is known: file it."""
    office, member = office_of(turn), rights.demand(turn.person.staff, Right.HANDLE)
    complaint = work.find(office, member, command.number, lock=True)
    part = merging.split(office, member, complaint, command.text, command.category, chat=turn.inbound.address)
    agency = turn.city.agencies[part.agency_id].name(turn.language)
    turn.say("split-done", number=complaint.number, part=part.number, agency=agency)


def link(turn: Turn, argument: str) -> None:
    """/kait N M: the two belong together."""
    complaint, other = _locked(turn, *_pair(turn, argument))
    numbers = {"number": complaint.number or "", "other": other.number or ""}
    if complaint.id == other.id:
        raise Refusal("merge-same", number=complaint.number or "")
    if (complaint.visibility == Visibility.SECRET) != (other.visibility == Visibility.SECRET):
        raise Refusal("merge-secret", **numbers)
    done = relations.link(office_of(turn), complaint, other, by=turn.member, kind=links.RELATED)
    turn.say("link-made" if done else "link-there", (), **numbers)


_handles = rights.has(rights.Right.HANDLE)

CAPABILITY = Capability(
    commands=(
        Command(("gabung", "merge"), merge, "help-gabung", _handles, bare=False, number=True),
        Command(("pisah", "unmerge"), unmerge, "help-pisah", _handles, bare=False, number=True),
        Command(("pecah", "split"), split, "help-pecah", _handles, bare=False, number=True),
        Command(("kait", "relate"), link, "help-kait", _handles, bare=False, number=True),
    ),
    flows=(Flow(NAME, script),),
    endings={Part: parted},
)
