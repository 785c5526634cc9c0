"""Citizen and staff on different channels hear each other, and complaints follow a citizen from one to the next."""

from __future__ import annotations

import pytest

from tests.emulators.bot_api_people import Person
from tests.end_to_end.browsers import browser
from tests.end_to_end.talks import files_on_telegram, files_on_whatsapp
from tests.end_to_end.towns import Town

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def test_what_was_filed_on_whatsapp_is_followed_in_the_web_chat(town: Town, budi: Person) -> None:
    siti = town.on_whatsapp("Siti")
    number = await files_on_whatsapp(siti)
    card = await budi.hears(f"🆕 {number}")
    await siti.says("/tautkan")
    code = (await siti.hears("Kode Anda")).text.split("/tautkan ")[1].split()[0]
    async with browser(town.program.url) as page:
        await page.says("/status")
        await page.hears("belum punya laporan")
        await page.says(f"/tautkan {code}")
        await page.hears("kedua aplikasi menampilkan semua laporan")
        await page.taps("Ya, hubungkan")
        await page.hears("Terhubung")
        await page.says("/status")
        assert number in await page.hears("Laporan Anda")

        await town.reply(budi, card, "Besok kami perbaiki")
        await page.hears("Besok kami perbaiki")
        await page.says(number)
        assert "jawaban petugas" in await page.hears(f"Laporan {number}")
    await siti.says("/status")
    assert number in (await siti.hears("Laporan Anda")).text


async def test_a_stranger_with_the_number_sees_no_words(town: Town, budi: Person) -> None:
    number = await files_on_telegram(town.on_telegram(), "Lampu jalan mati di dekat rumah Pak Anu")
    async with browser(town.program.url) as page:
        await page.says(number)
        told = await page.hears(f"Laporan {number}")

    assert "Pak Anu" not in told
    assert "menunggu petugas" in told
