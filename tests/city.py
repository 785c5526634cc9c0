"""A city in a test: citizens and staff who say, tap and send, and what they hear, on any channel.

Everything between is the real thing: each channel's own payloads and parser on the way in, one transaction a message in
a real database, the outbox, and the channel's own renderer on the way out. Only the providers are left out.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlmodel import col, select

from bot.channels.base import Request
from bot.channels.rendering import fit
from bot.desk import Desk, Mail
from bot.receive import Receiver, Verdict
from handlers.city import City as Snapshot
from handlers.city import Rules, load_city
from handlers.messages import Inbound, MediaItem, Outgoing
from handlers.staff import roster
from handlers.texts import Texts
from storage.database import Database
from storage.models import Agency, Complaint, ComplaintEvent, Outbox, OutboxState
from tests import forums
from tests.fakes import HandClock
from tests.seeding import seeded
from tests.sides import SIDES, typed

# People in tests say everything at the same instant.
RULES = Rules("Kota Padang Panjang", ZoneInfo("Asia/Jakarta"), ("id", "en", "min"), burst=1000)
TEXTS = Texts(RULES.languages)
CHANNELS = ("telegram", "whatsapp", "webchat", "console")
CENTRE = (-0.460877, 100.397837)  # Pasar Usang
GROUP = "-1001234567890"  # a chat on Telegram


@dataclass(frozen=True)
class Heard:
    """A message as its reader sees it; ``buttons`` are what can be tapped, by label, ``thread`` the topic it is in."""

    text: str
    buttons: dict[str, str]
    outbox_id: int
    provider_id: str
    media: int = 0
    thread: str = ""

    def __contains__(self, words: str) -> bool:
        return words in self.text


class Mailbox:
    """A channel as the mail knows it: it has a lane; the harness reads the outbox instead of sending."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.capabilities = SIDES[name].capabilities

    def lane(self) -> str:
        """Named like the channel."""
        return f"{self.name}:test"

    def render(self, outgoing: Outgoing, address: str, *, outbox_id: int) -> Request:
        """Never asked for."""
        raise NotImplementedError

    async def send(self, request: Request) -> str:
        """Never asked for."""
        raise NotImplementedError

    def fetch(self, item: MediaItem) -> AsyncIterator[bytes]:
        """Never asked for."""
        raise NotImplementedError

    async def start(self) -> None:
        """Nothing."""

    async def stop(self) -> None:
        """Nothing."""


def snapshot_of(database: Database) -> Snapshot:
    """The city as handlers know it."""
    with database.read() as session:
        return load_city(session, RULES)


@dataclass
class City:
    """The city, its database and its clock. ``citizen`` and ``officer`` bring people in.

    ``known`` is the snapshot of a database that has been seeded already.
    """

    database: Database
    clock: HandClock
    known: Snapshot | None = None
    people: list[Person] = field(default_factory=list)
    updates: int = 100

    def __post_init__(self) -> None:
        self.snapshot = self.known or seeded(self.database, RULES, now=self.clock.now())
        mail = Mail({name: Mailbox(name) for name in CHANNELS})
        self.desk = Desk(self.database, mail, lambda: self.snapshot, TEXTS, self.clock.now, lambda lanes: None)
        self.receiver = Receiver(self.desk)

    def citizen(self, channel: str = "telegram", name: str = "Siti", address: str = "") -> Person:
        """Somebody we have never heard of."""
        person = Person(self, channel, name, address or str(7001 + len(self.people)))
        self.people.append(person)
        return person

    def officer(
        self, agency: str | None, name: str = "Budi", role: str = "operator", channel: str = "telegram"
    ) -> Person:
        """A member of staff who has taken up the invitation in a private chat."""
        with self.database.write() as session:
            code = roster.invite(session, name=name, role=role, agency_code=agency, now=self.clock.now())
        officer = self.citizen(channel, name)
        officer.says(f"/masuk {code}")
        return officer

    def receive(self, *inbounds: Inbound) -> list[Verdict]:
        """Hand messages in and let everybody read what came of them."""
        verdicts = self.receiver.receive(inbounds)
        self.deliver()
        return verdicts

    def deliver(self) -> None:
        """Bring every queued message to whoever it is for, in the order of writing."""
        with self.database.write() as session:
            rows = session.exec(select(Outbox).where(Outbox.state == OutboxState.QUEUED).order_by(col(Outbox.id))).all()
            for row in rows:
                provider_id = str(900_000 + (row.id or 0))
                session.exec(
                    update(Outbox)
                    .where(col(Outbox.id) == row.id)
                    .values(state=OutboxState.SENT, provider_id=provider_id)
                )
                thread = forums.tended(session, row)
                for person in self.people:
                    if person.channel == row.channel and row.address in person.addresses:
                        person.heard += self._read(row, provider_id, thread)

    def _read(self, row: Outbox, provider_id: str, thread: str) -> list[Heard]:
        side = SIDES[row.channel]
        whole = Outgoing.from_json(row.body)
        if whole.tends:
            return []
        heard = []
        for part in fit(whole, side.capabilities):
            text, buttons = side.shown(part, row.address)
            heard.append(Heard(text, buttons, row.id or 0, provider_id, len(part.media), thread or whole.thread))
        if not side.capabilities.buttons:
            heard[-1] = replace(heard[-1], buttons=typed(whole))
        return heard

    def complaints(self) -> list[Complaint]:
        """Everything filed, in order."""
        with self.database.read() as session:
            return list(session.exec(select(Complaint).order_by(col(Complaint.id))).all())

    def events(self, number: str | None = None) -> list[str]:
        """The kinds of all events (of one complaint), in order."""
        with self.database.read() as session:
            query = select(ComplaintEvent, Complaint.number).join(Complaint).order_by(col(ComplaintEvent.id))
            return [event.kind for event, of in session.exec(query).all() if number in (None, of)]

    def follow(self) -> None:
        """Read the city anew, as every process does soon after a change."""
        with self.database.read() as session:
            self.snapshot = load_city(session, self.snapshot.rules)

    def trust(self, codes: tuple[str, ...]) -> None:
        """From now on these agencies may have what is secret."""
        with self.database.read() as session:
            self.snapshot = load_city(session, replace(self.snapshot.rules, secret_agencies=codes))

    def agency_id(self, code: str) -> int:
        with self.database.read() as session:
            return session.exec(select(Agency.id).where(Agency.code == code)).one() or 0


@dataclass(eq=False)
class Person:
    """Somebody with a phone. ``heard`` grows with everything that reaches them."""

    city: City
    channel: str
    name: str
    address: str
    chat: str = ""
    heard: list[Heard] = field(default_factory=list)
    read: int = 0
    forum: bool = False

    def __post_init__(self) -> None:
        self.chat = self.chat or self.address

    @cached_property
    def addresses(self) -> set[str]:
        inbound = SIDES[self.channel].inbound(self, 1, text="x")
        return {inbound.address}

    def in_group(self, chat: str = GROUP, *, forum: bool = False) -> Person:
        """The same person, writing in a group; ``forum`` says that it has topics."""
        there = Person(self.city, self.channel, self.name, self.address, chat=chat, forum=forum)
        self.city.people.append(there)
        return there

    def inbound(self, **said: Any) -> Inbound:
        """The message this person's app would send."""
        self.city.updates += 1
        return SIDES[self.channel].inbound(self, self.city.updates, **said)

    def sends(self, **said: Any) -> list[Heard]:
        """Send something and read what comes back (to this person)."""
        self.read = len(self.heard)
        self.city.receive(self.inbound(**said))
        return self.new

    def says(self, text: str, **more: Any) -> list[Heard]:
        """Write words."""
        return self.sends(text=text, **more)

    def taps(self, label: str) -> list[Heard]:
        """Press the newest button whose label contains ``label``, or type what stands for it."""
        for message in reversed(self.heard):
            for shown, value in message.buttons.items():
                if label.casefold() in shown.casefold():
                    return self.sends(tap=value) if value else self.says(shown)
        raise AssertionError(f"no button {label!r}; last heard: {self.last}")

    def replies(self, message: Heard, text: str) -> list[Heard]:
        """Answer a particular message."""
        return self.says(text, reply_to=message.provider_id)

    @property
    def new(self) -> list[Heard]:
        """What has been heard since this person last did something."""
        return self.heard[self.read :]

    @property
    def last(self) -> Heard | None:
        return self.heard[-1] if self.heard else None

    def hears(self, *words: str) -> Heard:
        """The newest message since the last act that contains all of ``words``; fails if there is none."""
        for message in reversed(self.new):
            if all(word in message.text for word in words):
                return message
        raise AssertionError(f"{self.name} did not hear {words!r} but: {_told(self.new)}")

    def number(self) -> str:
        """The number of the complaint this person filed last."""
        return self.city.complaints()[-1].number or ""


def _told(messages: Iterable[Heard]) -> str:
    return "\n---\n".join(f"{message.text}\n{list(message.buttons)}" for message in messages) or "nothing"


def files(
    person: Person, text: str = "Lampu jalan mati di Pasar Usang sejak minggu lalu", visibility: str = "Umum"
) -> str:
    """Let ``person`` file a complaint from the first word to the last and return its number."""
    person.says(text)
    while person.last and "Periksa dulu" not in person.last.text:
        question = person.last.text
        if "tentang apa" in question or "paling cocok" in question:
            person.taps(next(iter(person.last.buttons)))
        elif "Di mana tempatnya" in question:
            person.says("Pasar Usang")
        elif "hal yang sama" in question:
            person.taps("ini lain")
        elif "Ada foto" in question:
            person.taps("Tanpa foto")
        elif "boleh melihat" in question:
            person.taps(visibility)
        else:
            raise AssertionError(f"an unexpected question: {question}")
    person.taps("Kirim")
    return person.number()
