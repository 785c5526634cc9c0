"""Deadlines that come near or have passed: who is told next, in one message a chat however many there are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from handlers.complaints import clocks, notices
from handlers.messages import Option, Outgoing
from handlers.office import Office
from handlers.texts import Html
from handlers.turn import Posting, Recipient
from storage import clocks as rows
from storage import complaints
from storage.clocks import Member, Sort
from storage.models import EventKind, Stage, Visibility

NAMED = 8  # numbers given in one message; more are found by the button
HOLD = dt.timedelta(seconds=3)  # for which a message waits when more of the same is about to come
_OVERDUE = "/tiket lewat"

Address = tuple[str, str]  # channel and address of a chat
Audience = tuple[Stage, int, int | None, bool]  # stage, agency, assignee, whether it is secret


@dataclass(slots=True)
class Told:
    """What a chat is told at one stage: how many complaints, of which the first few are named."""

    complaints: dict[int, str] = field(default_factory=dict)  # id and number
    agencies: set[int] = field(default_factory=set)
    clocks: list[Sort] = field(default_factory=list)

    def add(self, sort: Sort, members: Sequence[Member]) -> None:
        """These as well."""
        self.complaints.update(members)
        self.agencies.add(sort.agency_id)
        self.clocks.append(sort)


@dataclass(slots=True)
class Round:
    """One look at what is due, in as many transactions as it takes: what each chat is told adds up over them."""

    name: str = ""  # like no other round's: a clock comes to a stage but once at a time
    batches: int = 0
    told: dict[Address, dict[Stage, Told]] = field(default_factory=dict)
    audiences: dict[Audience, list[Recipient]] = field(default_factory=dict)  # the same few are asked for all the time


def escalate(office: Office, due: Mapping[Sort, Sequence[Member]], ongoing: Round, *, more: bool) -> None:
    """Let every clock in ``due`` go one stage on, write it into the logs and tell whoever that stage is for.

    ``more``: a further batch will follow at once, so what is told now is held back to be put together with it.
    """
    chats: dict[Address, Recipient] = {}
    steps: dict[tuple[str, Stage, dt.datetime | None], list[int]] = {}
    logs: dict[tuple[Stage, str], list[int]] = {}
    for sort, members in due.items():
        stage, next_at, told = _step(office, sort)
        ids = [member.id for member in members]
        steps.setdefault((sort.name, stage, next_at), []).extend(ids)
        if not told:
            continue
        logs.setdefault((stage, sort.name), []).extend(ids)
        for chat in _audience(office, sort, stage, ongoing):
            address = (chat.channel, chat.address)
            chats[address] = chat
            ongoing.told.setdefault(address, {}).setdefault(stage, Told()).add(sort, members)
    for (clock, stage, next_at), complaint_ids in steps.items():
        rows.advance(office.session, clock, complaint_ids, stage=stage, next_at=next_at)
    for (stage, clock), complaint_ids in logs.items():
        _log(office, complaint_ids, stage, clock)
    sort, members = next(iter(due.items()))
    ongoing.name = ongoing.name or f"{sort.name}.{members[0].id}.{sort.stage}.{office.now.timestamp():.0f}"
    ongoing.batches += 1
    for address, chat in chats.items():
        office.postings.append(_posting(office, chat, ongoing, ongoing.told[address], more=more))


def _step(office: Office, sort: Sort) -> tuple[Stage, dt.datetime | None, bool]:
    """Where the clocks go, when they go on, and whether that is told now.

    While nobody is there to read it, it waits for the opening.
    """
    terms = clocks.terms_of(office.city, agency_id=sort.agency_id, kind=sort.kind, category_id=sort.category_id)
    now, stage = office.now, Stage(sort.stage + 1)
    opens = (terms.desk if stage == Stage.CITY else terms.hours).opens(now)
    if opens != now:
        return Stage(sort.stage), opens, False
    if stage == Stage.WARNED and sort.due_at <= now:  # nobody looked in time: to be told that it is late will do
        stage = Stage.LATE
    return stage, terms.next_after(stage, sort.due_at), True


_LEVELS = {Stage.LATE: "agency", Stage.HEAD: "head", Stage.CITY: "city"}


def _log(office: Office, complaint_ids: Sequence[int], stage: Stage, clock: str) -> None:
    if stage == Stage.WARNED:
        rows.log(office.session, complaint_ids, EventKind.WARNED, {"clock": clock}, now=office.now)
    else:
        data = {"clock": clock, "level": _LEVELS[stage]}
        rows.log(office.session, complaint_ids, EventKind.ESCALATED, data, now=office.now)


def _audience(office: Office, sort: Sort, stage: Stage, ongoing: Round) -> list[Recipient]:
    """Whom a stage is for."""
    key = (stage, sort.agency_id, sort.assignee_id, sort.visibility == Visibility.SECRET)
    if key not in ongoing.audiences:
        ongoing.audiences[key] = _found(office, *key)
    return ongoing.audiences[key]


def _found(office: Office, stage: Stage, agency_id: int, assignee_id: int | None, secret: bool) -> list[Recipient]:
    if stage == Stage.CITY:
        return office.agency_chats(office.city.desk().id, secret=True) or office.admins()
    if stage == Stage.HEAD:
        return office.heads(agency_id) or office.admins()
    agency, own = office.agency_chats(agency_id, secret=secret), office.colleague(assignee_id)
    if own is None:
        return agency or office.admins()
    if stage == Stage.WARNED:
        return [own]
    return [own, *(chat for chat in agency if chat.citizen_id != own.citizen_id)]


def _posting(office: Office, chat: Recipient, ongoing: Round, told: Mapping[Stage, Told], *, more: bool) -> Posting:
    """What a chat is told in this round so far; it takes the place of what was to be told before and has not gone."""
    key = f"deadlines:{ongoing.name}:{chat.channel}:{chat.address}"
    text = "\n\n".join(_paragraphs(office, chat.language, told))
    return Posting(
        chat,
        Outgoing(text, _options(office, chat, told)),
        key,
        complaint_id=_single(told),
        replaces=ongoing.batches > 1,
        otherwise=f"{key}:{ongoing.batches}",
        delay=HOLD if more else dt.timedelta(0),
    )


def _single(told: Mapping[Stage, Told]) -> int | None:
    """The one complaint that all of it is about, if it is one."""
    ids = {complaint_id for each in told.values() for complaint_id in islice(each.complaints, 2)}
    return ids.pop() if len(ids) == 1 else None


def _paragraphs(office: Office, language: str, told: Mapping[Stage, Told]) -> Iterator[str]:
    for stage in sorted(told):
        if len(told[stage].complaints) == 1:
            [number] = told[stage].complaints.values()
            yield from (_one(office, language, stage, number, sort) for sort in told[stage].clocks)
        else:
            yield _many(office, language, stage, told[stage])


def _one(office: Office, language: str, stage: Stage, number: str, sort: Sort) -> str:
    say = office.texts.say
    return say(
        language,
        f"deadline-{stage.name.lower()}",
        number=number,
        clock=Html(say(language, f"clock-{sort.name}")),
        due=office.texts.moment(language, sort.due_at, office.city.rules.timezone),
        agency=office.city.agencies[sort.agency_id].name(language),
    )


def _many(office: Office, language: str, stage: Stage, told: Told) -> str:
    agencies = sorted(office.city.agencies[each].name(language) for each in told.agencies)
    return office.texts.say(
        language,
        f"deadlines-{stage.name.lower()}",
        count=len(told.complaints),
        numbers=", ".join(islice(told.complaints.values(), NAMED)),
        more=max(len(told.complaints) - NAMED, 0),
        agencies=", ".join(agencies[:NAMED]) + ("…" if len(agencies) > NAMED else ""),
    )


def _options(office: Office, chat: Recipient, told: Mapping[Stage, Told]) -> tuple[Option, ...]:
    """What can be done about it by those who handle complaints; the city's desk asks the agency in its own way."""
    if set(told) == {Stage.CITY}:
        return ()
    single = _single(told)
    complaint = complaints.by_id(office.session, single) if single else None
    if complaint is not None:
        return notices.buttons(office, complaint, chat.language)
    if set(told) == {Stage.WARNED}:
        return (Option("/tiket", office.texts.say(chat.language, "button-tickets")),)
    return (Option(_OVERDUE, office.texts.say(chat.language, "button-overdue"), typed=_OVERDUE),)
