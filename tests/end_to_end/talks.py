"""How people talk to the bot on each channel: the same complaint, from the first words to its number."""

from __future__ import annotations

import re
from typing import Any

from tests.city import CENTRE
from tests.emulators import bot_api_people, twilio_people

Json = dict[str, Any]

WORDS = "Lampu jalan mati di dekat pasar sejak minggu lalu"
AGENCY = "perkimlh"  # looks after street lights
KEPT = b"sent before"  # there are photos already
NUMBER = re.compile(r"\b\d+-\d\b")
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 8


def buttons(message: Json) -> list[str]:
    """What can be pressed below a message on Telegram."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def number_in(text: str) -> str:
    """The complaint number somebody reads in ``text``."""
    found = NUMBER.search(text)
    assert found is not None, text
    return found[0]


async def files_on_telegram(
    person: bot_api_people.Person, words: str = WORDS, *, photo: bytes = b"", visibility: str = "Umum"
) -> str:
    """File a complaint by buttons, pin and photo; returns its number."""
    person.says(words)
    return await finishes_on_telegram(person, photo=photo, visibility=visibility)


async def finishes_on_telegram(
    person: bot_api_people.Person, *, photo: bytes = b"", visibility: str = "Umum", question: Json | None = None
) -> str:
    """Go on from the question what it is about, which is awaited unless it is given."""
    question = question or await person.hears("Ini tentang apa?")
    person.taps(buttons(question)[0])
    await person.hears("Di mana tempatnya?")
    person.sends_location(*CENTRE)
    question = await person.hears("berkas" if photo == KEPT else "Ada foto")
    if photo and photo != KEPT:
        person.sends_photo(photo)
        question = await person.hears("Sudah ada 1 berkas")
    person.taps(buttons(question)[0])
    question = await person.hears("Siapa yang boleh melihat")
    person.taps(next(label for label in buttons(question) if label.startswith(visibility)))
    await person.hears("Periksa dulu")
    person.taps("✅ Kirim")
    return number_in((await person.hears("Terkirim"))["text"])


async def files_on_whatsapp(person: twilio_people.Person, words: str = WORDS, *, photo: bytes = b"") -> str:
    """File a complaint by the numbers of the lists; returns its number."""
    await person.says(words)
    await person.hears("1. ")
    await person.says("1")
    await person.hears("Di mana tempatnya?")
    await person.says("Pasar Usang")
    await person.hears("Ada foto")
    if photo:
        await person.sends_photo(photo)
        await person.hears("Sudah ada 1 berkas")
        await person.says("lanjut")
    else:
        await person.says("1")
    await person.hears("Siapa yang boleh melihat")
    await person.says("1")
    await person.hears("Periksa dulu")
    await person.says("kirim")
    return number_in((await person.hears("Terkirim")).text)
