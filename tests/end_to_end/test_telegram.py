"""Telegram by webhook: a citizen and the staff of an agency do their whole business with the running program."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlmodel import col, select

from storage.models import Address, Attachment, Complaint, ComplaintEvent, StaffGroup
from tests.emulators.bot_api import broken, throttled
from tests.emulators.bot_api_people import Person
from tests.end_to_end.talks import JPEG, KEPT, WORDS, buttons, files_on_telegram, finishes_on_telegram
from tests.end_to_end.towns import Town

pytestmark = pytest.mark.asyncio(loop_scope="module")

GROUP = -4001


async def events(town: Town, number: str) -> list[str]:
    """What has happened to a complaint, in order."""
    query = select(ComplaintEvent).join(Complaint).where(Complaint.number == number).order_by(col(ComplaintEvent.id))
    return [event.kind for event in await town.facts(query)]


async def test_a_complaint_goes_its_whole_way(town: Town, budi: Person) -> None:
    siti = town.on_telegram()
    number = await files_on_telegram(siti, photo=JPEG)

    card = await budi.hears(f"🆕 {number}")
    assert WORDS in card["text"]
    assert "Peta: geo:" in card["text"]
    assert ["✋ Ambil", "Lihat", "💬 Balas"] == buttons(card)[:3]
    await budi.hears(f"Berkas laporan {number}")
    assert JPEG in [content for call in town.api.calls for content in call.files.values()]

    budi.taps("✋ Ambil")
    await budi.hears(f"{number} sekarang Anda tangani")
    await siti.hears("sudah mengambil laporan Anda")
    await town.reply(budi, card, "Tiang yang mana?")
    await budi.hears("sudah dikirim ke pelapor")
    asked = await siti.hears("Tiang yang mana?")
    await town.reply(siti, asked, "Yang di depan masjid")
    await siti.hears("Sudah ditambahkan")
    await budi.hears("Yang di depan masjid")
    budi.taps("✅ Selesai")
    await budi.hears("Apa yang sudah dilakukan")
    budi.says("Lampu sudah diganti")
    await budi.hears(f"{number} dinyatakan selesai")
    await siti.hears("dinyatakan selesai")

    assert ["filed", "taken", "replied", "added", "resolved"] == await events(town, number)
    (attachment,) = await town.facts(select(Attachment).join(Complaint).where(Complaint.number == number))
    assert JPEG == (town.program.folder / "data" / "media" / attachment.path).read_bytes()
    await town.api.webhook.idle()
    assert {200} == {one.status for one in town.api.webhook.tries}
    assert {"answerCallbackQuery"} == {one["method"] for one in town.api.webhook.answers}


async def test_an_album_is_answered_once_and_kept_whole(town: Town, budi: Person) -> None:
    siti = town.on_telegram()
    for name in (b"satu", b"dua", b"tiga"):
        siti.sends_photo(JPEG + name, caption=WORDS if name == b"satu" else "", album="a1")
    number = await finishes_on_telegram(siti, photo=KEPT)

    texts = [message.get("text", "") for message in town.api.chats[siti.id]]
    assert 1 == sum("Ini tentang apa?" in text for text in texts)
    await budi.hears(f"🆕 {number}")
    query = select(Attachment).join(Complaint).where(Complaint.number == number)
    assert 3 == len(await town.facts(query))
    for _ in range(3):
        await budi.hears(f"Berkas laporan {number}")


async def test_an_edit_corrects_what_is_being_told_and_what_was_filed(town: Town, budi: Person) -> None:
    siti = town.on_telegram()
    said = siti.says("Lampu jalan mati di dekat pasar")
    await siti.hears("Ini tentang apa?")
    siti.edits(said, "Lampu jalan mati di dekat pasar, dua tiang")
    corrected = await siti.hears("Sudah kami perbaiki")
    assert "Ini tentang apa?" in corrected["text"]
    number = await finishes_on_telegram(siti, question=corrected)
    assert "dua tiang" in (await budi.hears(f"🆕 {number}"))["text"]

    siti.edits(said, "Lampu jalan mati di dekat pasar, tiga tiang")
    await siti.hears(f"ditambahkan ke laporan {number}")
    await budi.hears("tiga tiang")

    assert ["filed", "corrected"] == await events(town, number)


async def test_a_group_gets_the_cards_answers_by_reply_and_is_followed_when_it_moves(town: Town) -> None:
    ani = await town.officer("Ani", agency="dpupr")
    group = town.api.group(GROUP, "Dinas PUPR")
    ani.says("/grup@udajang_bot", chat=group)
    await ani.hears("menerima laporan untuk", chat=group)
    siti = town.on_telegram()
    number = await files_on_telegram(siti, "Jalan aspal berlubang besar di simpang")
    card = await ani.hears(f"🆕 {number}", chat=group)
    ani.says("nanti siang kita cek ya", chat=group)
    await town.reply(ani, card, "Besok kami tambal", chat=group)
    await ani.hears("sudah dikirim ke pelapor", chat=group)
    await siti.hears("Besok kami tambal")
    assert ["filed", "replied"] == await events(town, number)

    town.api.upgrade(group, -1004001)
    moved = town.api.group(-1004001, "Dinas PUPR")
    second = await files_on_telegram(siti, "Jalan aspal berlubang besar di jembatan")
    await ani.hears(f"🆕 {second}", chat=moved)
    (row,) = await town.facts(select(StaffGroup).where(StaffGroup.channel == "telegram"))
    assert "-1004001" == row.value


async def test_whoever_blocks_the_bot_is_left_alone_until_they_come_back(town: Town, budi: Person) -> None:
    siti = town.on_telegram()
    number = await files_on_telegram(siti)
    card = await budi.hears(f"🆕 {number}")
    siti.blocks()
    address = select(Address).where(Address.channel == "telegram", Address.value == str(siti.id))
    await town.becomes(address, lambda row: row.unreachable_at is not None)
    before = len(town.api.calls)
    await town.reply(budi, card, "Tiang nomor berapa?")
    await budi.hears("sudah dikirim ke pelapor")
    assert str(siti.id) not in {str(call.parameters.get("chat_id")) for call in town.api.calls[before:]}

    siti.unblocks()
    siti.says(number)
    assert "Tiang nomor berapa?" in (await siti.hears(f"Laporan {number}"))["text"]


async def test_a_block_that_was_never_told_is_learnt_from_the_refusal(town: Town, budi: Person) -> None:
    siti = town.on_telegram()
    number = await files_on_telegram(siti)
    await budi.hears(f"🆕 {number}")
    town.api.set_blocked(siti.id, True)
    budi.says(f"/balas {number} Tiang nomor berapa?")

    address = select(Address).where(Address.channel == "telegram", Address.value == str(siti.id))
    assert isinstance((await town.becomes(address, lambda row: row.unreachable_at)).unreachable_at, datetime)


async def test_menus_are_set_by_scope_and_language(town: Town, budi: Person) -> None:
    menus = town.api.menus
    assert {"lapor", "status", "bantuan"} <= menus["default/"].keys()
    assert "tiket" not in menus["default/"]
    assert menus["default/"]["lapor"] != menus["default/en"]["lapor"]

    await town.api.has_menu(f"{budi.id}/")
    assert {"tiket", "ambil", "lapor"} <= menus[f"{budi.id}/"].keys()


async def test_refusals_and_faults_of_telegram_lose_nothing(town: Town) -> None:
    siti = town.on_telegram()
    town.api.fails("sendMessage", throttled(1), broken(502, page=True))
    siti.says("Lampu jalan mati di dekat pasar")
    await siti.hears("UU 27/2022")

    number = await finishes_on_telegram(siti)

    assert ["filed"] == await events(town, number)


async def test_an_update_that_comes_again_is_taken_once(town: Town) -> None:
    siti = town.on_telegram()
    said = siti.says("halo")
    await siti.hears("Ada yang bisa kami bantu?")
    town.api.redeliver(said)
    await town.api.webhook.idle()
    siti.says("/bantuan")
    await siti.hears("Yang bisa Anda lakukan")

    assert 1 == sum("Ada yang bisa" in message["text"] for message in town.api.chats[siti.id])


async def test_an_update_without_the_secret_is_refused(town: Town) -> None:
    assert 403 == await town.posts("/telegram", b'{"update_id": 1}')
