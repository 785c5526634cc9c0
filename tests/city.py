"""A city in a test: citizens and staff who say, tap and send, and what they hear, on any channel.

Everything between is the real thing: each channel's own payloads and parser on the way in, one transaction a message in
a real database, the outbox, and the channel's own renderer on the way out. Only the providers are left out.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlmodel import col, select

from bot.channels import console, telegram_parse, telegram_render, webchat, whatsapp_parse, whatsapp_render
from bot.channels.base import Capabilities, Request
from bot.channels.rendering import fit, plain
from bot.receive import Mail, Receiver, Verdict
from handlers.city import City as Snapshot
from handlers.city import Rules, load_city
from handlers.messages import Inbound, MediaItem, Outgoing
from handlers.staff import roster
from handlers.texts import Texts
from storage import seed
from storage.database import Database
from storage.models import Agency, Complaint, ComplaintEvent, Outbox, OutboxState
from tests.fakes import HandClock

SEED = Path(__file__).parent.parent / "seed" / "padang_panjang"
RULES = Rules(name="Kota Padang Panjang", timezone=ZoneInfo("Asia/Jakarta"), languages=("id", "en", "min"))
TEXTS = Texts(RULES.languages)
CHANNELS = ("telegram", "whatsapp", "webchat", "console")
CENTRE = (-0.460877, 100.397837)  # Pasar Usang


@dataclass(frozen=True)
class Heard:
    """A message as its reader sees it; ``buttons`` are what can be tapped, by label."""

    text: str
    buttons: dict[str, str]
    outbox_id: int
    provider_id: str
    media: int = 0

    def __contains__(self, words: str) -> bool:
        return words in self.text


class Side(Protocol):
    """How one channel's payloads are made and its renderings read."""

    capabilities: Capabilities

    def inbound(self, person: Person, update_id: int, **said: Any) -> Inbound: ...
    def shown(self, outgoing: Outgoing, address: str) -> tuple[str, dict[str, str]]: ...


class TelegramSide:
    """Updates as Telegram sends them."""

    capabilities = Capabilities(4096, 100, 64, 30, 1, 0.33)

    def inbound(self, person: Person, update_id: int, **said: Any) -> Inbound:
        user = {"id": int(person.address), "is_bot": False, "first_name": person.name, "language_code": "id"}
        chat = {"id": int(person.chat), "type": "supergroup" if person.chat.startswith("-") else "private"}
        message: dict[str, Any] = {"message_id": said.get("edits") or update_id, "chat": chat, "date": 1_795_489_200}
        message["from"] = user
        if "tap" in said:
            query = {"id": str(update_id), "from": user, "chat_instance": "1", "data": said["tap"], "message": message}
            return self._parse({"update_id": update_id, "callback_query": query})
        message |= self._content(said)
        if reply_to := said.get("reply_to"):
            message["reply_to_message"] = {**message, "message_id": int(reply_to)}
        kind = "edited_message" if "edits" in said else "message"
        return self._parse({"update_id": update_id, kind: message})

    @staticmethod
    def _content(said: dict[str, Any]) -> dict[str, Any]:
        content: dict[str, Any] = {}
        if "text" in said:
            content["caption" if "photo" in said else "text"] = said["text"]
        if photo := said.get("photo"):
            content["photo"] = [{"file_id": photo, "file_unique_id": photo, "width": 9, "height": 9, "file_size": 9}]
        if voice := said.get("voice"):
            content["voice"] = {"file_id": voice, "file_unique_id": voice, "duration": 3, "mime_type": "audio/ogg"}
        if "pin" in said:
            content["location"] = {"latitude": said["pin"][0], "longitude": said["pin"][1]}
        if "sticker" in said:
            content["sticker"] = {"file_id": "S", "file_unique_id": "S", "type": "regular", "width": 1, "height": 1}
            content["sticker"] |= {"is_animated": False, "is_video": False}
        if "album" in said:
            content["media_group_id"] = said["album"]
        return content

    @staticmethod
    def _parse(update: dict[str, Any]) -> Inbound:
        inbound = telegram_parse.parse(update)
        assert inbound is not None
        return inbound

    def shown(self, outgoing: Outgoing, address: str) -> tuple[str, dict[str, str]]:
        payload = telegram_render.render(outgoing, address, max_label=64).payload
        markup = payload.get("reply_markup") or {}
        rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
        buttons = {key["text"]: key.get("callback_data", "") for row in rows for key in row}
        return plain(payload.get("text") or payload.get("caption") or ""), buttons


class WhatsAppSide:
    """Twilio's forms; options come as numbered lists."""

    account = whatsapp_render.Account("AC" + "0" * 32, "token", sender="+14155238886")
    capabilities = account.capabilities

    def inbound(self, person: Person, update_id: int, **said: Any) -> Inbound:
        sid = f"SM{update_id:032x}"
        form = {
            "MessageSid": sid,
            "AccountSid": self.account.account_sid,
            "From": f"whatsapp:+62812{int(person.address):07d}",
            "To": "whatsapp:+14155238886",
            "WaId": f"62812{int(person.address):07d}",
            "ProfileName": person.name,
            "Body": said.get("tap") or said.get("text", ""),
            "NumMedia": "0",
        }
        for kind, mime in (("photo", "image/jpeg"), ("voice", "audio/ogg"), ("sticker", "image/webp")):
            if kind in said:
                media = f"https://api.twilio.com/2010-04-01/Accounts/{self.account.account_sid}/Messages/{sid}/Media/"
                form |= {"NumMedia": "1", "MediaUrl0": media + f"ME{said[kind]}", "MediaContentType0": mime}
        if "sticker" in said:
            form["MessageType"] = "sticker"
        if "pin" in said:
            form |= {"Latitude": str(said["pin"][0]), "Longitude": str(said["pin"][1])}
        if "reply_to" in said:
            form |= {"OriginalRepliedMessageSid": said["reply_to"]}
        inbound = whatsapp_parse.parse(list(form.items()))
        assert inbound is not None
        return inbound

    def shown(self, outgoing: Outgoing, address: str) -> tuple[str, dict[str, str]]:
        form = whatsapp_render.render(self.account, outgoing, address, outbox_id=1, media_url=str).payload["form"]
        return form.get("Body", ""), {}


class WebChatSide:
    """What the page posts and is sent."""

    capabilities = Capabilities(4000, 100, 80, 1000, 1000, 1000)

    def inbound(self, person: Person, update_id: int, **said: Any) -> Inbound:
        body: dict[str, Any] = {"id": str(update_id), "text": said.get("text", ""), "button": said.get("tap", "")}
        if "pin" in said:
            body["pin"] = {"lat": said["pin"][0], "lon": said["pin"][1]}
        if "reply_to" in said:
            body["reply_to"] = said["reply_to"]
        media = [MediaItem(kind, f"stored:{said[kind]}") for kind in ("photo", "voice", "sticker") if kind in said]
        return webchat.parse(body, f"web-{person.address}", media)

    def shown(self, outgoing: Outgoing, address: str) -> tuple[str, dict[str, str]]:
        return plain(outgoing.text), {option.label: option.value for option in outgoing.options}


class ConsoleSide:
    """Lines typed and printed; a terminal sends words only, so photos and pins come in words."""

    capabilities = Capabilities(100_000, 0, 200, 1000, 1000, 1000)

    def inbound(self, person: Person, update_id: int, **said: Any) -> Inbound:
        line = said.get("tap") or said.get("text", "")
        return console.parse(line, name=f"p{person.address}", session="test", number=update_id)

    def shown(self, outgoing: Outgoing, address: str) -> tuple[str, dict[str, str]]:
        return plain(outgoing.text), {}


def _typed(outgoing: Outgoing) -> dict[str, str]:
    """What to type where there are no buttons: the command shown, or the number in the list."""
    return {option.label: option.typed or str(place) for place, option in enumerate(outgoing.options, start=1)}


SIDES: dict[str, Side] = {
    "telegram": TelegramSide(),
    "whatsapp": WhatsAppSide(),
    "webchat": WebChatSide(),
    "console": ConsoleSide(),
}


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
        if self.known is None:
            seed.load(self.database, SEED, now=self.clock.now())
        self.snapshot = self.known or snapshot_of(self.database)
        mail = Mail({name: Mailbox(name) for name in CHANNELS})
        self.receiver = Receiver(self.database, mail, lambda: self.snapshot, TEXTS, self.clock.now, lambda lanes: None)

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
                for person in self.people:
                    if person.channel == row.channel and row.address in person.addresses:
                        person.heard += self._read(row, provider_id)

    def _read(self, row: Outbox, provider_id: str) -> list[Heard]:
        side = SIDES[row.channel]
        whole = Outgoing.from_json(row.body)
        heard = []
        for part in fit(whole, side.capabilities):
            text, buttons = side.shown(part, row.address)
            heard.append(Heard(text, buttons, row.id or 0, provider_id, len(part.media)))
        if not side.capabilities.buttons:
            heard[-1] = replace(heard[-1], buttons=_typed(whole))
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

    def __post_init__(self) -> None:
        self.chat = self.chat or self.address

    @cached_property
    def addresses(self) -> set[str]:
        inbound = SIDES[self.channel].inbound(self, 1, text="x")
        return {inbound.address}

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
        elif "Ada foto" in question:
            person.taps("Tanpa foto")
        elif "boleh melihat" in question:
            person.taps(visibility)
        else:
            raise AssertionError(f"an unexpected question: {question}")
    person.taps("Kirim")
    return person.number()
