"""Deadlines that come near or have passed: who is told next, in one message a chat however many there are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from handlers.complaints import clocks, notices
from handlers.complaints.clocks import Terms
from handlers.messages import Option, Outgoing
from handlers.office import Office
from handlers.texts import Html
from handlers.turn import Posting, Recipient
from storage import clocks as rows
from storage import complaints
from storage.clocks import Due, Step, Telling
from storage.models import EventKind, Stage, Visibility

NAMED = 8  # numbers given in one message; more are found by the button
HOLD = dt.timedelta(seconds=3)  # for which a message waits when more of the same is about to come
_OVERDUE = "/tiket lewat"

Chat = tuple[str, str]  # channel and address


@dataclass(slots=True)
class Round:
    """One look at what is due, in as many transactions as it takes: what each chat is told adds up over them."""

    name: str = ""  # like no other round's: a clock comes to a stage but once at a time
    batches: int = 0
    told: dict[Chat, dict[Stage, list[Due]]] = field(default_factory=dict)


def escalate(office: Office, due: Sequence[Due], ongoing: Round, *, more: bool) -> None:
    """Let every clock in ``due`` go one stage on, write it into the logs and tell whoever that stage is for.

    ``more``: a further batch will follow at once, so what is told now is held back to be put together with it.
    """
    terms: dict[tuple[int, str, int], Terms] = {}
    people = _People(office)
    steps, tellings, chats = [], [], dict[Chat, Recipient]()
    for each in due:
        key = (each.agency_id, each.kind, each.category_id)
        if key not in terms:
            terms[key] = clocks.terms_of(office.city, agency_id=key[0], kind=key[1], category_id=key[2])
        step, told = _step(each, terms[key], office.now)
        steps.append(step)
        if not told:
            continue
        tellings.append(_telling(each, Stage(step.stage)))
        for chat in people.of(each, Stage(step.stage)):
            address = (chat.channel, chat.address)
            chats[address] = chat
            ongoing.told.setdefault(address, {}).setdefault(Stage(step.stage), []).append(each)
    ongoing.name = ongoing.name or f"{due[0].id}.{due[0].stage}.{office.now.timestamp():.0f}"
    rows.advance(office.session, steps)
    rows.log(office.session, tellings, now=office.now)
    ongoing.batches += 1
    for address, chat in chats.items():
        office.postings.append(_posting(office, chat, ongoing, ongoing.told[address], more=more))


def _step(due: Due, terms: Terms, now: dt.datetime) -> tuple[Step, bool]:
    """Where the clock goes, and whether that is told: while nobody is there to read it, it waits for the opening."""
    stage = Stage(due.stage + 1)
    hours = terms.desk if stage == Stage.CITY else terms.hours
    opens = hours.opens(now)
    if opens != now:
        return Step(due.id, due.stage, opens), False
    if stage == Stage.WARNED and due.due_at <= now:  # nobody looked in time: that it is late says it all
        return Step(due.id, Stage.WARNED, now), False
    return Step(due.id, stage, terms.next_after(stage, due.due_at)), True


_LEVELS = {Stage.LATE: "agency", Stage.HEAD: "head", Stage.CITY: "city"}


def _telling(due: Due, stage: Stage) -> Telling:
    if stage == Stage.WARNED:
        return Telling(due.complaint_id, EventKind.WARNED, (("clock", due.name),))
    return Telling(due.complaint_id, EventKind.ESCALATED, (("clock", due.name), ("level", _LEVELS[stage])))


class _People:
    """Whom a stage is for. The same few chats are asked for again and again, so they are remembered."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._known: dict[tuple[Stage, int, int | None, bool], list[Recipient]] = {}

    def of(self, due: Due, stage: Stage) -> list[Recipient]:
        secret = due.visibility == Visibility.SECRET
        key = (stage, due.agency_id, due.assignee_id, secret)
        if key not in self._known:
            self._known[key] = self._found(*key)
        return self._known[key]

    def _found(self, stage: Stage, agency_id: int, assignee_id: int | None, secret: bool) -> list[Recipient]:
        office = self._office
        if stage == Stage.CITY:
            return office.agency_chats(office.city.desk().id, secret=True) or office.admins()
        agency = office.agency_chats(agency_id, secret=secret)
        if stage == Stage.HEAD:
            return office.heads(agency_id) or office.admins()
        own = office.colleague(assignee_id)
        if own is None:
            return agency or office.admins()
        if stage == Stage.WARNED:
            return [own]
        return [own, *(chat for chat in agency if chat.citizen_id != own.citizen_id)]


def _posting(office: Office, chat: Recipient, ongoing: Round, told: dict[Stage, list[Due]], *, more: bool) -> Posting:
    """What a chat is told in this round so far; it takes the place of what was to be told before and has not gone."""
    key = f"deadlines:{ongoing.name}:{chat.channel}:{chat.address}"
    single = _single(told)
    text = "\n\n".join(_paragraphs(office, chat.language, told))
    return Posting(
        chat,
        Outgoing(text, _options(office, chat, told)),
        key,
        complaint_id=single.complaint_id if single else None,
        replaces=ongoing.batches > 1,
        otherwise=f"{key}:{ongoing.batches}",
        delay=HOLD if more else dt.timedelta(0),
    )


def _single(told: dict[Stage, list[Due]]) -> Due | None:
    """The one complaint that all of it is about, if it is one."""
    everything = {due.complaint_id: due for dues in told.values() for due in dues}
    return next(iter(everything.values())) if len(everything) == 1 else None


def _paragraphs(office: Office, language: str, told: dict[Stage, list[Due]]) -> Iterator[str]:
    for stage in sorted(told):
        dues = told[stage]
        numbers = list(dict.fromkeys(due.number for due in dues))
        if len(numbers) == 1:
            yield from (_one(office, language, stage, due) for due in dues)
        else:
            yield _many(office, language, stage, dues, numbers)


def _one(office: Office, language: str, stage: Stage, due: Due) -> str:
    say = office.texts.say
    return say(
        language,
        f"deadline-{stage.name.lower()}",
        number=due.number,
        clock=Html(say(language, f"clock-{due.name}")),
        due=office.texts.moment(language, due.due_at, office.city.rules.timezone),
        agency=office.city.agencies[due.agency_id].name(language),
    )


def _many(office: Office, language: str, stage: Stage, dues: Sequence[Due], numbers: Sequence[str]) -> str:
    agencies = sorted({office.city.agencies[due.agency_id].name(language) for due in dues})
    return office.texts.say(
        language,
        f"deadlines-{stage.name.lower()}",
        count=len(numbers),
        numbers=", ".join(numbers[:NAMED]),
        more=max(len(numbers) - NAMED, 0),
        agencies=", ".join(agencies[:NAMED]) + ("…" if len(agencies) > NAMED else ""),
    )


def _options(office: Office, chat: Recipient, told: dict[Stage, list[Due]]) -> tuple[Option, ...]:
    """What can be done about it by those who handle complaints; the city's desk asks the agency in its own way."""
    if set(told) == {Stage.CITY}:
        return ()
    single = _single(told)
    complaint = complaints.by_id(office.session, single.complaint_id) if single else None
    if complaint is not None:
        return notices.buttons(office, complaint, chat.language)
    if set(told) == {Stage.WARNED}:
        return (Option("/tiket", office.texts.say(chat.language, "button-tickets")),)
    return (Option(_OVERDUE, office.texts.say(chat.language, "button-overdue"), typed=_OVERDUE),)
