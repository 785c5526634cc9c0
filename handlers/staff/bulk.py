"""One step for many complaints at once: chosen by a filter, tried dry, counted, and confirmed before it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.dialogue.engine import Flow
from handlers.dialogue.engine import Step as Going
from handlers.dialogue.question import Choice, Confirm, Pick, Talk, Text
from handlers.messages import Option, Outgoing
from handlers.office import Office, office_of
from handlers.refusal import Refusal
from handlers.staff import filters, overview, rights, steps
from handlers.staff.rights import Right
from handlers.staff.steps import Step
from handlers.turn import Posting, StaffMember, Turn
from storage import complaints, tickets, topics
from storage.models import Priority

MOST = 100  # complaints in one go: they are done in one transaction, and nobody should wait for it
SHOWN = 15  # numbers named in the question
PLAN, SURE = "bulk", "bulksure"  # the two conversations: what is to be done, and whether really


STEPS = tuple(Pick(each, text=f"step-{each}") for each in (*steps.KINDS, steps.FORWARD))


@dataclass(frozen=True, slots=True)
class Plan:
    """What is wanted for the complaints with these numbers."""

    numbers: tuple[str, ...]
    step: Step


@dataclass(frozen=True, slots=True)
class Go:
    """It was confirmed."""

    numbers: tuple[str, ...]
    step: Step


def plan_script(city: City, numbers: Sequence[str], count: int, said: str) -> Talk[Plan]:
    """What is to be done, to which agency, with what words."""
    do = yield from Choice("do", STEPS, count=count, said=said)
    to = ""
    if do == steps.FORWARD:
        to = yield from Choice("agency", [Pick(agency.code, agency.names) for agency in city.agencies.values()])
    text = ""
    if do in steps.NEEDS_WORDS:
        text = yield from Text("text", min_length=2, max_length=2000, count=count)
    return Plan(tuple(numbers), Step(do, to, text.strip()))


def sure_script(city: City, numbers: Sequence[str], step: dict[str, str], skipped: str) -> Talk[Go | None]:
    """What the dry run found, and whether it is to be done in earnest."""
    shown = ", ".join(numbers[:SHOWN]) + (" …" if len(numbers) > SHOWN else "")
    wanted = Step(**step)
    sure = yield from Confirm(
        "sure",
        count=len(numbers),
        do=Pick(wanted.do, text=f"step-{wanted.do}"),
        numbers=shown,
        text=wanted.text,
        skipped=skipped,
    )
    return Go(tuple(numbers), wanted) if sure else None


def begin(turn: Turn, argument: str) -> None:
    """/massal FILTER: choose what is to be done to all that the filter finds (the words of /tiket)."""
    member = turn.member
    if not argument.strip():
        turn.say("bulk-how")
        return
    wanted = filters.parse(argument, turn.city)
    found = tickets.ids(turn.facts, wanted, overview.viewer_of(turn, member), limit=MOST + 1)
    said = filters.describe(wanted, turn.city, turn.texts, turn.language)
    if not found:
        turn.say("tickets-none-filtered", filter=said)
        return
    if len(found) > MOST:
        turn.say("bulk-many", most=MOST)
        found = found[:MOST]
    numbers = complaints.numbers(turn.facts, found)
    arguments: dict[str, object] = {"numbers": numbers, "count": len(numbers), "said": unescape(said)}
    turn.begin(PLAN, arguments)


def planned(turn: Turn, plan: Plan, finished: Going) -> None:
    """Try it dry: count what can be done and why the rest cannot, and ask."""
    office, member = office_of(turn), rights.demand(turn.person.staff, Right.HANDLE)
    possible: list[str] = []
    refused: Counter[str] = Counter()
    for number in plan.numbers:
        refusal = steps.would(office, member, number, plan.step)
        if refusal is None:
            possible.append(number)
        else:
            refused[turn.text(refusal.key, **refusal.arguments)] += 1
    if not possible:
        turn.say("bulk-nothing", why=next(iter(refused)))
        return
    skipped = turn.text("bulk-skipped", count=refused.total()) if refused else ""
    turn.begin(SURE, {"numbers": possible, "step": plan.step.as_json(), "skipped": skipped})


def gone(turn: Turn, go: Go, finished: Going) -> None:
    """Do it to all of them; what has become impossible meanwhile is left out and counted."""
    office, member = office_of(turn), rights.demand(turn.person.staff, Right.HANDLE)
    first, done = len(turn.postings), 0
    for number in go.numbers:
        try:
            steps.carry_out(office, member, number, go.step, chat=turn.inbound.address)
        except Refusal:
            continue
        done += 1
    _fold(turn, office, first, member, go.step, done)
    turn.audit(f"bulk.{go.step.do}", f"{done} complaints", numbers=" ".join(go.numbers))
    left = len(go.numbers) - done
    options = (Option("/tiket", turn.text("button-tickets"), typed="/tiket"),)
    turn.say("bulk-done", options, count=done, left=left, do=turn.text(f"step-{go.step.do}"))


def _fold(turn: Turn, office: Office, first: int, member: StaffMember, step: Step, done: int) -> None:
    """Groups hear of it once, not once for each complaint; what goes to a topic or to a person stays."""
    ours = turn.postings[first:]
    told = [each for each in ours if each.to.citizen_id is None and each.complaint_id and each.key.startswith("event:")]
    places = topics.places(turn.facts, {each.complaint_id or 0 for each in told}) if told else {}
    loud = [each for each in told if (each.to.channel, each.to.address, each.complaint_id) not in places]
    del turn.postings[first:]
    turn.postings += [each for each in ours if each not in loud]
    for group in {(each.to.channel, each.to.address): each.to for each in loud}.values():
        if group.address == turn.inbound.address:
            continue
        do = office.texts.say(group.language, f"step-{step.do}")
        text = office.texts.say(group.language, "group-bulk", name=member.name, count=done, do=do)
        key = f"bulk:{turn.inbound.channel}:{turn.inbound.external_id}:{group.address}"
        turn.post(Posting(group, Outgoing(text), key, Priority.NOTIFICATION))


CAPABILITY = Capability(
    commands=(Command(("massal", "bulk"), begin, "help-massal", rights.has(Right.HANDLE), bare=False),),
    flows=(Flow(PLAN, plan_script), Flow(SURE, sure_script)),
    endings={Plan: planned, Go: gone},
)
