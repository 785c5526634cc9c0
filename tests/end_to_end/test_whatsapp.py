"""WhatsApp: the whole business by numbered lists and typed commands, at a Twilio that checks every request."""

from __future__ import annotations

import datetime as dt
import urllib.parse

import pytest
from sqlmodel import col, select, update

from bot import clock
from storage.models import Address, Attachment, Citizen, Complaint, Inbox, Outbox, OutboxState
from tests.emulators.twilio_people import Person, Sent
from tests.end_to_end.talks import JPEG, WORDS, files_on_whatsapp
from tests.end_to_end.towns import Town

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def officer_on_whatsapp(town: Town, name: str) -> Person:
    """A member of staff who has typed the invitation's code."""
    code = await town.invitation(name)
    officer = town.on_whatsapp(name)
    await officer.says(f"/masuk {code}")
    await officer.hears(f"Selamat datang, {name}!")
    return officer


async def reply(town: Town, person: Person, message: Sent, text: str) -> None:
    """Reply as a person would: not before the program knows that the message was delivered."""
    await town.becomes(select(Outbox).where(Outbox.provider_id == message.sid), lambda row: row)
    await person.replies(message, text)


def long_ago(town: Town, person: Person) -> None:
    """More than a day has passed since this person last wrote."""
    then = clock.now() - dt.timedelta(hours=25)
    town.program.change(update(Address).where(col(Address.value) == person.address).values(last_inbound_at=then))


async def test_a_complaint_goes_its_whole_way_between_two_who_only_type(town: Town) -> None:
    rina = await officer_on_whatsapp(town, "Rina")
    siti = town.on_whatsapp("Siti")
    number = await files_on_whatsapp(siti, photo=JPEG)
    card = await rina.hears(f"🆕 *{number}*")
    assert WORDS in card.text
    assert f"/ambil {number}" in card.text
    await rina.hears(f"Berkas laporan {number}")
    await rina.says(f"/ambil {number}")
    await rina.hears(f"{number} sekarang Anda tangani")
    await siti.hears("sudah mengambil laporan Anda")
    await reply(town, rina, card, "Tiang yang mana?")
    asked = await siti.hears("Tiang yang mana?")
    await reply(town, siti, asked, "Yang di depan masjid")
    await siti.hears("Sudah ditambahkan")
    await rina.hears("depan masjid")
    await rina.says(f"/selesai {number} Lampu sudah diganti")
    await siti.hears("dinyatakan selesai")

    (attachment,) = await town.facts(select(Attachment).join(Complaint).where(Complaint.number == number))
    assert JPEG == (town.program.folder / "data" / "media" / attachment.path).read_bytes()
    assert any(message.media for message in rina.heard)


async def test_citizen_on_whatsapp_and_staff_on_telegram_hear_each_other(town: Town) -> None:
    budi = await town.officer("Budi")
    siti = town.on_whatsapp("Siti")
    number = await files_on_whatsapp(siti)
    card = await budi.hears(f"🆕 {number}")
    assert "Pelapor: Siti" in card["text"]
    await town.reply(budi, card, "Besok kami perbaiki")

    await siti.hears("Besok kami perbaiki")


async def test_after_a_day_of_silence_news_waits_until_the_citizen_writes(town: Town) -> None:
    budi = await town.officer("Bujang")
    siti = town.on_whatsapp("Siti")
    number = await files_on_whatsapp(siti)
    await budi.hears(f"🆕 {number}")
    long_ago(town, siti)
    budi.says(f"/balas {number} Besok kami perbaiki")
    await budi.hears("sudah dikirim ke pelapor")
    waiting = select(Outbox).where(Outbox.address == siti.address, Outbox.state == OutboxState.WITHHELD)
    await town.becomes(waiting, lambda row: row)
    assert not any("Besok" in message.text for message in siti.heard)
    await siti.says("halo")

    await siti.hears("Besok kami perbaiki")


async def test_stop_is_confirmed_and_recorded(town: Town) -> None:
    siti = town.on_whatsapp("Siti")
    await siti.says("STOP")
    await siti.hears("tidak akan menerima pengumuman lagi")

    person = select(Citizen).join(Address).where(Address.value == siti.address)
    assert (await town.facts(person))[0].stopped_at is not None


async def test_somebody_without_a_number_is_served_by_their_scoped_id(town: Town) -> None:
    siti = town.twilio.person("whatsapp:ID.1234567890123456", "Siti")
    number = await files_on_whatsapp(siti)
    await siti.says(number)

    await siti.hears(f"Laporan {number}")


async def test_a_number_known_by_its_scoped_id_stays_the_same_citizen(town: Town) -> None:
    scoped = town.twilio.person("whatsapp:+628120009999", "Siti", scoped="whatsapp:ID.999")
    number = await files_on_whatsapp(scoped)
    hidden = town.twilio.person("whatsapp:ID.999", "Siti")
    await hidden.says("/status")

    await hidden.hears(number)


async def test_delivered_and_read_are_noted(town: Town) -> None:
    siti = town.on_whatsapp("Siti")
    await siti.says("halo")
    told = await siti.hears("Ada yang bisa kami bantu?")
    row = select(Outbox).where(Outbox.provider_id == told.sid)
    await town.becomes(row, lambda found: found.state == OutboxState.SENT)
    await town.twilio.report(told, "read", "sent", "delivered")

    assert (await town.becomes(row, lambda found: found.provider_state)).provider_state == "read"


async def test_a_webhook_that_comes_again_is_taken_once(town: Town) -> None:
    siti = town.on_whatsapp("Siti")
    sid = f"SM{0xABC:032x}"
    for _ in range(3):
        assert await siti.says("halo", MessageSid=sid) == 200
    await siti.hears("Ada yang bisa kami bantu?")

    assert len(await town.facts(select(Inbox).where(Inbox.external_id == sid))) == 1
    assert sum("Ada yang bisa" in message.text for message in siti.heard) == 1


async def test_a_forged_webhook_is_refused_and_leaves_nothing(town: Town) -> None:
    form = {"MessageSid": f"SM{0xDEF:032x}", "From": "whatsapp:+628120000666", "Body": "halo", "AccountSid": "AC0"}
    body = urllib.parse.urlencode(form).encode()

    assert 403 == await town.posts("/whatsapp", body, **{"X-Twilio-Signature": "Zm9yZ2Vk"})
    assert await town.facts(select(Inbox).where(Inbox.external_id == form["MessageSid"])) == []


async def test_a_stumbling_twilio_loses_nothing(town: Town) -> None:
    siti = town.on_whatsapp("Siti")
    town.twilio.fails(status=429, code=20429, retry_after=1)
    town.twilio.fails(status=500, accepted=False)
    await siti.says("halo")

    await siti.hears("Ada yang bisa kami bantu?")


async def test_a_web_chat_is_linked_by_the_code_made_on_whatsapp(town: Town) -> None:
    siti = town.on_whatsapp("Siti")
    number = await files_on_whatsapp(siti)
    await siti.says("/tautkan")
    code = (await siti.hears("Kode Anda")).text.split("Kode Anda: ")[1].split()[0].strip("*")
    phone = town.on_telegram("Siti")
    phone.says(f"/tautkan {code}")
    await phone.hears("kedua aplikasi menampilkan semua laporan")
    phone.taps("Ya, hubungkan")
    await phone.hears("Terhubung")
    phone.says("/status")

    await phone.hears(number)
