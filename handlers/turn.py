"""One message being handled: who wrote, what they are in the middle of, and what is to be said to whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sqlmodel import Session

from handlers.city import City
from handlers.dialogue.engine import Conversation, Dialogue, Flow
from handlers.dialogue.lookup import Lookup
from handlers.messages import Inbound, Option, Outgoing
from handlers.refusal import Refusal
from handlers.texts import Html, Texts
from storage import audit
from storage.models import Priority


@dataclass(frozen=True, slots=True)
class StaffMember:
    """The right of the person writing to act for the city. ``agency_id`` None: for all of it."""

    id: int
    name: str
    role: str
    agency_id: int | None


@dataclass(slots=True)
class Person:
    """The citizen writing. Members of staff are citizens too, with ``staff`` set."""

    citizen_id: int
    language: str
    privacy_version: str
    conversation: Conversation
    stopped: bool = False
    staff: StaffMember | None = None
    told_at: dt.datetime | None = None  # when the privacy notice was told, if it was just now
    changed: bool = False  # language or notice are to be saved


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody's address; ``citizen_id`` is None for a group chat. ``language`` is theirs, ``thread`` a topic there."""

    channel: str
    address: str
    citizen_id: int | None
    language: str = ""
    thread: str = ""


@dataclass(frozen=True, slots=True)
class Posting:
    """One message for one recipient. ``key`` makes it happen once (purpose, object, step, person).

    ``replaces``: a queued message with the same key takes this one's text; if it has gone already, this one is sent
    under the key ``otherwise``. ``delay`` holds it back that long. ``topic_id`` is the topic of a group it belongs in,
    open already or not; what is told a group about a complaint finds it by itself. What ``lasts`` is not sent later.
    """

    to: Recipient
    outgoing: Outgoing
    key: str
    priority: Priority = Priority.NOTIFICATION
    complaint_id: int | None = None
    replaces: bool = False
    otherwise: str = ""
    delay: dt.timedelta = dt.timedelta(0)
    topic_id: int | None = None
    lasts: dt.timedelta | None = None


# Parts of an album arrive one by one within about a second; their replies become one.
ALBUM_PAUSE = dt.timedelta(seconds=1.2)
BURST_PAUSE = dt.timedelta(seconds=3)  # of silence, until somebody who sends many messages at once is answered


@dataclass(slots=True)
class Turn:
    """The handling of one message. Handlers read it, add replies, and use ``facts``, the transaction's session.

    ``lookups`` find, by name, what a flow wants to know.
    """

    inbound: Inbound
    person: Person
    city: City
    texts: Texts
    now: dt.datetime
    facts: Session
    flows: Mapping[str, Flow]
    postings: list[Posting] = field(default_factory=list)
    lookups: Mapping[str, Callable[[Turn, Mapping[str, Any]], Any]] = field(default_factory=dict)
    said: int = 0
    burst: tuple[str, int] | None = None  # which one, and how many messages of it so far

    @property
    def language(self) -> str:
        """The language of the person writing."""
        return self.person.language

    @property
    def today(self) -> dt.date:
        """The date in the city."""
        return self.city.day(self.now)

    @property
    def member(self) -> StaffMember:
        """The member of staff who writes. Refused to anybody who is none, or no longer."""
        if self.person.staff is None:
            raise Refusal("staff-only")
        return self.person.staff

    @property
    def dialogue(self) -> Dialogue:
        """The person's conversation, ready to be advanced."""
        return Dialogue(
            self.person.conversation, self.flows, self.city, self.texts, self.person.language, self._look_up
        )

    def _look_up(self, lookup: Lookup) -> Any:
        return self.lookups[lookup.name](self, lookup.arguments)

    @property
    def sender(self) -> Recipient:
        """Where a reply goes: the chat, and the topic in it, that the message came from."""
        inbound = self.inbound
        return Recipient(inbound.channel, inbound.address, self.person.citizen_id, self.language, inbound.thread)

    def audit(self, action: str, thing: str, **detail: Any) -> None:
        """Write down that the member of staff who writes did ``action`` to ``thing``; ``detail`` is fit for JSON."""
        audit.record(self.facts, staff_id=self.member.id, action=action, thing=thing, now=self.now, **detail)

    def text(self, key: str, /, **arguments: Any) -> Html:
        """The message ``key`` in the person's language."""
        return Html(self.texts.say(self.person.language, key, **arguments))

    def say(self, key: str, /, options: tuple[Option, ...] = (), **arguments: Any) -> None:
        """Reply with the message ``key``."""
        self.reply(Outgoing(self.text(key, **arguments), options))

    def refuse(self, refusal: Refusal) -> None:
        """Tell the person why something is not done."""
        self.say(refusal.key, (), **refusal.arguments)

    def begin(
        self,
        flow: str,
        arguments: Mapping[str, Any],
        opening: Inbound | None = None,
        *,
        complaint_id: int | None = None,
    ) -> None:
        """Start a flow in the place where the person writes and ask its first question."""
        for reply in self.dialogue.start(flow, arguments, self.now, opening, chat=self.inbound.place).replies:
            self.reply(reply, complaint_id=complaint_id)

    def reply(self, outgoing: Outgoing, *, complaint_id: int | None = None) -> None:
        """Answer the person in the chat they wrote in."""
        inbound, number = self.inbound, self.said
        self.said += 1
        self._offer(outgoing.options)
        key = f"reply:{inbound.channel}:{inbound.external_id}:{number}"
        posting = Posting(self.sender, outgoing, key, Priority.REPLY, complaint_id)
        if self.burst is not None:
            posting = self._folded(posting, *self.burst)
        elif inbound.album:
            shared = f"album:{inbound.channel}:{inbound.address}:{inbound.album}:{number}"
            posting = replace(posting, key=shared, replaces=True, otherwise=key, delay=ALBUM_PAUSE)
        self.postings.append(posting)

    def fold(self, burst: str, count: int) -> None:
        """Let the answers to many messages of one person within seconds replace each other; ``count`` had come."""
        self.burst = (burst, count)

    def _folded(self, posting: Posting, burst: str, count: int) -> Posting:
        inbound, number = self.inbound, self.said - 1
        text = posting.outgoing.text
        if not number:
            text = f"{self.text('fold-note', count=count)}\n\n{text}"
        shared = f"burst:{inbound.channel}:{inbound.address}:{burst}:{number}"
        outgoing = posting.outgoing.with_text(text)
        return replace(posting, outgoing=outgoing, key=shared, replaces=True, otherwise=posting.key, delay=BURST_PAUSE)

    def tell(self, outgoing: Outgoing, purpose: str, priority: Priority = Priority.REPLY) -> None:
        """Say something beside the answer, at once; the answer to another part of an album does not replace it."""
        key = f"{purpose}:{self.inbound.channel}:{self.inbound.external_id}"
        self.postings.append(Posting(self.sender, outgoing, key, priority))

    def post(self, posting: Posting) -> None:
        """Send something to somebody (else)."""
        self.postings.append(posting)

    def _offer(self, options: tuple[Option, ...]) -> None:
        """Remember what was offered, for those who answer with its number instead of a button."""
        conversation = self.person.conversation
        offered = [[option.value, option.label, not option.typed] for option in options]
        if conversation.state.get("offered", []) != offered:
            conversation.state["offered"] = offered
            conversation.changed = True
