"""Whatever people send, at whatever moment, gets a kind answer, loses nothing and reaches staff as it was written."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio
from sqlmodel import col, select

from storage.models import Complaint, Inbox, Outbox, OutboxState
from tests.emulators.bot_api_people import Json, Person
from tests.end_to_end.browsers import browser
from tests.end_to_end.talks import JPEG, WORDS, files_on_telegram, finishes_on_telegram
from tests.end_to_end.towns import Town
from tests.payloads import telegram as payloads

pytestmark = pytest.mark.asyncio(loop_scope="module")

RIGHT_TO_LEFT = "مصباح الشارع معطل منذ أسبوع"
HOSTILE = "<b>Lampu jalan</b> di depan rumah saya mati &amp; gelap <script>alert(1)</script> </i> < > & \" '"
LONG = "Lampu jalan mati. " + "Sudah lama gelap sekali di sini & <b>rawan</b>. " * 84
NAMES = ('<b>Siti</b> & "Rahma" </i>', "ﷺ" * 64, "👩‍👩‍👧‍👦" * 9, "\u202eitiS\u202c", " ")

TEXTS = (
    "😀😀😀", "👍", "²", "①", "٣", "1" * 4096, "0", "-1", "1e9", "NULL", "%s %d {0} {city}", HOSTILE, RIGHT_TO_LEFT,
    "\u200b\u200b", "\u202e\u0301\u0301", "/", "//", "/1", "/lapor@", "@udajang_bot", ".", "???",
    "'; DROP TABLE citizen", "ya", "tidak", "1042-9", "a" * 4096, "🇮🇩" * 1000, "\n\n\n.\n\n", "{ $number }",
)  # fmt: skip


def short(text: str) -> str:
    """How a text is called in the report."""
    return ascii(text[:8])


def contents(payload: Callable[[], Json]) -> Json:
    """What a recorded message holds, without who sent it where."""
    message = payload()["message"]
    return {name: value for name, value in message.items() if name not in ("message_id", "from", "chat", "date")}


KINDS = [
    payloads.sticker, payloads.animation, payloads.video_note, payloads.poll, payloads.dice, payloads.venue,
    payloads.location, payloads.own_contact, payloads.somebodys_contact, payloads.document, payloads.audio,
    payloads.video, payloads.voice, payloads.voice_without_type, payloads.forwarded,
]  # fmt: skip


async def answered(person: Person, act: Callable[[], object]) -> str:
    """What the person hears after doing something odd."""
    act()
    message = await person.hears()
    return str(message.get("text") or message.get("caption"))


@pytest_asyncio.fixture(loop_scope="module", autouse=True)
async def _nothing_fails(town: Town) -> AsyncIterator[None]:
    """No message is set aside, and none of ours is refused."""
    bad = select(Inbox).where(col(Inbox.error).is_not(None))
    refused = select(Outbox).where(Outbox.state == OutboxState.FAILED)
    before = len(await town.facts(bad)), len(await town.facts(refused)), len(town.api.violations)
    yield
    assert before[0] == len(found := await town.facts(bad)), [row.error for row in found]
    assert before[1] == len(found := await town.facts(refused)), [row.error for row in found]
    assert before[2] == len(town.api.violations), town.api.violations


@pytest.mark.parametrize("payload", KINDS, ids=lambda payload: payload.__name__)
async def test_any_kind_of_message_may_come_first(town: Town, payload: Callable[[], Json]) -> None:
    siti = town.on_telegram()
    await answered(siti, lambda: siti._sends(None, **contents(payload)))
    await gives_up(siti)

    assert await files_on_telegram(siti)


async def test_any_kind_of_message_may_come_at_any_question(town: Town) -> None:
    siti = town.on_telegram()
    siti.says(WORDS)
    await siti.hears("Ini tentang apa?")
    for payload in (payloads.sticker, payloads.poll, payloads.dice, payloads.somebodys_contact):
        siti._sends(None, **contents(payload))
        told = str((await siti.hears())["text"])
        assert "Ini tentang apa?" in told
    number = await finishes_on_telegram(siti, question=town.api.chats[siti.id][-1])

    (complaint,) = await town.facts(select(Complaint).where(Complaint.number == number))
    assert WORDS == complaint.text


async def gives_up(person: Person) -> None:
    """Cancel whatever runs, reading everything said until then."""
    person.says("/batal")
    told = ""
    while "dibatalkan" not in told and "Tidak ada yang sedang diisi" not in told:
        told = str((await person.hears()).get("text"))


ANSWERS = ("", WORDS, "1", "Pasar Usang", "tanpa foto", "umum")
QUESTIONS = ("Ceritakan apa", "Ini tentang apa?", "Di mana tempatnya?", "Ada foto", "Siapa yang boleh", "Periksa dulu")


@pytest.mark.parametrize("text", TEXTS, ids=short)
async def test_any_words_may_come_at_any_moment(town: Town, text: str) -> None:
    siti = town.on_telegram()
    await answered(siti, lambda: siti.says(text))
    await gives_up(siti)
    for place in range(len(QUESTIONS)):
        siti.says("/lapor")
        await siti.hears(QUESTIONS[0])
        for answer, question in zip(ANSWERS[1 : place + 1], QUESTIONS[1:], strict=False):
            siti.says(answer)
            await siti.hears(question)
        assert await answered(siti, lambda: siti.says(text))
        await gives_up(siti)


async def test_what_was_written_reaches_staff_letter_by_letter(town: Town, budi: Person) -> None:
    for words in (HOSTILE, RIGHT_TO_LEFT + " lampu jalan mati", LONG[:4096]):
        siti = town.on_telegram()
        number = await files_on_telegram(siti, words)
        card = (await budi.hears(f"🆕 {number}"))["text"]
        assert " ".join(words.split())[:900] in " ".join(card.split())
        budi.says(f"/lihat {number}")
        told = str((await budi.hears(f"{number}"))["text"])
        (complaint,) = await town.facts(select(Complaint).where(Complaint.number == number))
        assert words.strip() == complaint.text
        assert " ".join(words.split())[-40:] in " ".join(" ".join(await rest_of(budi, told)).split())


async def rest_of(person: Person, told: str) -> list[str]:
    """All parts of a long message, of which ``told`` is the first."""
    parts = [told]
    person.says("/menu")
    while "Silakan pilih" not in parts[-1]:
        parts.append(str((await person.hears()).get("text")))
    return parts


@pytest.mark.parametrize("name", NAMES, ids=short)
async def test_a_strange_name_is_shown_as_it_is(town: Town, budi: Person, name: str) -> None:
    siti = town.on_telegram(name)
    siti.user["last_name"] = name
    number = await files_on_telegram(siti)

    card = await budi.hears(f"🆕 {number}")
    assert name.strip()[:20] in card["text"]


async def test_a_button_tapped_twice_at_once_counts_once(town: Town) -> None:
    siti = town.on_telegram()
    siti.says(WORDS)
    question = await siti.hears("Ini tentang apa?")
    siti.taps("Lampu jalan")
    siti.taps("Lampu jalan")
    await siti.hears("Di mana tempatnya?")
    siti.says("Pasar Usang")
    await siti.hears("Ada foto")
    siti.taps("Lampu jalan")
    told = await answered(siti, lambda: None)

    assert "Ada foto" in told
    assert question["message_id"]


async def test_an_old_button_is_explained_and_loses_nothing(town: Town) -> None:
    siti = town.on_telegram()
    siti.says(WORDS)
    await siti.hears("Ini tentang apa?")
    siti.says("1")
    await siti.hears("Di mana tempatnya?")
    siti.taps("Lampu jalan")
    told = await answered(siti, lambda: None)
    siti.says("/batal")
    await siti.hears("dibatalkan")
    siti.taps("Lampu jalan")

    assert "Tombol itu dari pertanyaan sebelumnya" in told
    assert "Di mana tempatnya?" in told
    await siti.hears("Tombol itu dari percakapan yang sudah selesai")


async def test_a_voice_note_first_is_heard_by_staff(town: Town, budi: Person) -> None:
    siti = town.on_telegram()
    siti.sends_voice(b"OggS" + bytes(400))
    await siti.hears("Ini tentang apa?")
    siti.says("lampu jalan")
    await siti.hears("Di mana tempatnya?")
    siti.says("Pasar Usang")
    await siti.hears("Sudah ada 1 berkas")
    siti.taps("Cukup, lanjut")
    await siti.hears("Siapa yang boleh")
    siti.says("umum")
    await siti.hears("Periksa dulu")
    siti.says("ya")
    await siti.hears("Terkirim")

    await budi.hears("🎤")
    await budi.hears("Berkas laporan")


async def test_an_update_of_an_unknown_kind_is_acknowledged(town: Town) -> None:
    secret = {"X-Telegram-Bot-Api-Secret-Token": town.api.webhook._secret}
    for body in (json.dumps(payloads.unknown_kind()).encode(), b"[]", b"null", b"not json", b'{"update_id": "x"}', b""):
        assert 200 == await town.posts("/telegram", body, **secret)


@pytest.mark.parametrize("text", ["😀😀😀", "²", HOSTILE, RIGHT_TO_LEFT, "a" * 1600, "1" * 1600, "\u200b"], ids=short)
async def test_any_words_may_come_on_whatsapp(town: Town, text: str) -> None:
    rahma = town.on_whatsapp()
    for before in ("", WORDS, "1", "Pasar Usang", "tanpa foto", "umum"):
        if before:
            await rahma.says(before)
        rahma.read = len(rahma.heard)
        assert 200 == await rahma.says(text)
        await rahma.hears()


async def test_files_of_any_kind_may_come_on_whatsapp(town: Town) -> None:
    rahma = town.on_whatsapp()
    await rahma.says(WORDS)
    await rahma.hears("Ini tentang apa?")
    for data, mime, kind in (
        (b"RIFF", "image/webp", "sticker"), (b"BEGIN:VCARD", "text/vcard", "contacts"),
        (b"MZ", "application/exe", "document"), (b"", "image/jpeg", "image"), (JPEG, "", "image"),
    ):  # fmt: skip
        assert 200 == await rahma.sends_files((data, mime), message_type=kind)
        await rahma.hears("Ini tentang apa?")


async def test_an_empty_or_strange_message_is_answered_in_the_web_chat(town: Town) -> None:
    async with browser(town.program.url) as page:
        for text in ("😀😀😀", "²", HOSTILE, RIGHT_TO_LEFT, "a" * 4000, "1" * 4000, "\u200b"):
            page.read = len(page.heard)
            await page.says(text)
            await page.hears()
