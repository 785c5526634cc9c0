"""Telegram updates of citizens who file complaints, as Telegram would send them.

What a citizen says and taps is recorded once by talking to the program itself, and then said by many others, each in
words that nobody else uses, so that nothing is found in a cache that would not be there in real life.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlmodel import col, select

from bot.app import App
from bot.channels import telegram_parse, telegram_render
from handlers.messages import Outgoing
from storage.models import Address, Conversation, Outbox

Json = dict[str, Any]

DATE = 1_795_489_200
BOT: Json = {"id": 123456, "is_bot": True, "first_name": "UDAJANG", "username": "udajang_bot"}
COHORT = 64  # citizens who begin together; so many that nobody writes twice within one group commit
RECORDERS = 800_000_000  # Telegram ids of those whose conversations are recorded

STORIES = (
    "Lampu jalan mati di dekat pasar sejak minggu lalu, nomor tiang {number}",
    "Sampah menumpuk di pinggir jalan dan berbau, {number} karung tidak diangkut",
    "Jalan berlubang besar di depan sekolah, bahaya untuk {number} anak yang lewat tiap pagi",
    "Air PDAM tidak mengalir sejak kemarin pagi di rumah kami, pelanggan {number}",
    "Selokan tersumbat dan banjir setiap hujan di depan rumah nomor {number}",
    "Pohon tumbang menutup jalan ke kebun, kira-kira {number} langkah dari jembatan",
)
# Each at a spot of its own: nobody is asked whether to support what another has filed, though it is looked for.
PLACES = (
    "Pasar Usang, {spot}",
    "Jl. Sudirman dekat SMP 1, {spot}",
    "Guguk Malintang, {spot}",
    "{spot} depan masjid raya",
)
VISIBILITIES = (":public", ":public", ":anonymous")


@dataclass(frozen=True, slots=True)
class Step:
    """One message of a citizen: ``words`` to say, or the ``button`` to tap below a message, given as JSON."""

    words: str = ""
    button: str = ""
    below: Json | None = None


Script = tuple[Step, ...]


def spot(person: int) -> str:
    """A name for the place of that person that is like nobody else's."""
    mixed = hashlib.blake2b(str(person).encode(), digest_size=24).digest()
    return "".join(chr(ord("a") + letter % 26) for letter in mixed)


def words(person: int, number: int, text: str) -> Json:
    """Somebody writes ``text``; ``number`` is the update's and the message's."""
    message = {"message_id": number, "from": _user(person), "chat": _chat(person), "date": DATE, "text": text}
    if text.startswith("/"):
        message["entities"] = [{"offset": 0, "length": len(text.split()[0]), "type": "bot_command"}]
    return {"update_id": number, "message": message}


def tap(person: int, number: int, step: Step) -> Json:
    """Somebody taps a button; Telegram sends the message below which it stands along."""
    message = {"message_id": number, "from": BOT, "chat": _chat(person), "date": DATE, **(step.below or {})}
    query = {"id": str(number), "from": _user(person), "chat_instance": "1", "data": step.button, "message": message}
    return {"update_id": number, "callback_query": query}


def _user(person: int) -> Json:
    return {"id": person, "is_bot": False, "first_name": "Siti", "last_name": "Rahma", "language_code": "id"}


def _chat(person: int) -> Json:
    return {"id": person, "first_name": "Siti", "last_name": "Rahma", "type": "private"}


# --- recording


def record(program: App) -> list[Script]:
    """Talk to the program until a complaint of every kind is filed; what was said and tapped."""
    kinds = itertools.product(STORIES, PLACES, VISIBILITIES)
    return [Recorder(program, RECORDERS + number).talk(*kind) for number, kind in enumerate(kinds)]


class Recorder:
    """Somebody who files one complaint and remembers how."""

    def __init__(self, program: App, person: int) -> None:
        self._program, self._person = program, person
        self._steps: list[Step] = []

    def talk(self, story: str, place: str, visibility: str) -> Script:
        """From /start to /menu."""
        self._do(Step("/start"))
        self._do(Step(story))
        while asked := self._asked():
            said = {"category": "", "area": "", "photos": ":-", "visibility": visibility, "confirm": ":yes"}
            self._do(Step(place) if asked == "place" else self._tap(said[asked]))
        self._do(Step("/status"))
        self._do(Step("/menu"))
        return tuple(self._steps)

    def _do(self, step: Step) -> None:
        self._steps.append(step)
        number = 800_000_000 + self._person % 100_000 * 1000 + len(self._steps)
        filled = Step(step.words.format(number=1, spot=spot(self._person)), step.button, step.below)
        inbound = telegram_parse.parse(_update(self._person, number, filled))
        assert inbound is not None
        self._program.receiver.receive([inbound])

    def _asked(self) -> str:
        query = select(Conversation.asked).join(Address, col(Address.citizen_id) == col(Conversation.citizen_id))
        with self._program.database.read() as session:
            return session.exec(query.where(Address.value == str(self._person))).one()

    def _tap(self, ending: str) -> Step:
        query = select(Outbox.body).where(Outbox.address == str(self._person)).order_by(col(Outbox.id).desc())
        with self._program.database.read() as session:
            shown = Outgoing.from_json(dict(session.exec(query).first() or {}))
        button = next(option.value for option in shown.options if option.value.endswith(ending))
        below = telegram_render.render(shown, str(self._person), max_label=40).payload
        return Step(button=button, below={"text": below["text"], "reply_markup": below["reply_markup"]})


# --- many people


def crowd(scripts: Sequence[Script], count: int, *, start: int) -> list[bytes]:
    """The updates of ``count`` citizens whose Telegram ids begin at ``start``, as they come in.

    A cohort begins with every round of messages, so that at any time people are at every step of their conversation.
    """
    numbers = itertools.count(start * 100)
    people = [(start + number, scripts[number % len(scripts)]) for number in range(count)]
    return [orjson.dumps(_said(person, next(numbers), step)) for person, step in _in_turn(people)]


def _in_turn(people: Sequence[tuple[int, Script]]) -> Iterator[tuple[int, Step]]:
    longest = max(len(script) for _, script in people)
    for turn in range(len(people) // COHORT + 1 + longest):
        for place, (person, script) in enumerate(people):
            step = turn - place // COHORT
            if 0 <= step < len(script):
                yield person, script[step]


def _said(person: int, number: int, step: Step) -> Json:
    return _update(person, number, Step(step.words.format(number=person, spot=spot(person)), step.button, step.below))


def _update(person: int, number: int, step: Step) -> Json:
    return tap(person, number, step) if step.button else words(person, number, step.words)
