"""The program beside a Bot API emulator that others wrote, with nothing set but where it is and who the bot is."""

from __future__ import annotations

import asyncio

import pytest
from sqlmodel import select

from storage.models import Complaint
from tests.emulators.telemelya_api import telemelya
from tests.end_to_end.program import Program
from tests.end_to_end.talks import WORDS, number_in

TOKEN = "123456789:telemelya-takes-any"
SITI, BUDI = 7001, 7002


# telemelya leaves the uploaded form's temporary file for the garbage collector to close.
@pytest.mark.filterwarnings("ignore:Exception ignored in.*SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning")
async def test_a_complaint_is_filed_and_answered(tmp_path_factory: pytest.TempPathFactory) -> None:
    async with telemelya(TOKEN) as there:
        program = Program(
            tmp_path_factory.mktemp("telemelya"),
            UDAJANG_TELEGRAM__BASE_URL=there.url,
            UDAJANG_TELEGRAM__TOKEN=TOKEN,
            UDAJANG_TELEGRAM__WEBHOOK_SECRET="a-secret-of-ours",
            UDAJANG_TELEGRAM__MODE="webhook",
        )
        try:
            await asyncio.to_thread(program.start)
            await asyncio.wait_for(there.webhook.wait(), 15)
            code = await asyncio.to_thread(program.invite, "Budi", agency="perkimlh")
            await there.update(BUDI, command=f"/start i-{code}")
            await there.hears(BUDI, "Selamat datang, Budi!")

            await there.update(SITI, text=WORDS)
            question = await there.hears(SITI, "Ini tentang apa?")
            assert (await there.taps(SITI, question, "Lampu jalan"))["status_code"] == 200
            await there.hears(SITI, "Di mana tempatnya?")
            await there.update(SITI, text="Pasar Usang")
            await there.taps(SITI, await there.hears(SITI, "Ada foto"), "Tanpa foto")
            await there.hears(SITI, "Siapa yang boleh melihat")
            await there.update(SITI, text="umum")
            await there.taps(SITI, await there.hears(SITI, "Periksa dulu"), "✅ Kirim")
            number = number_in((await there.hears(SITI, "Terkirim"))["text"].replace("<b>", " "))
            await there.taps(BUDI, await there.hears(BUDI, f"🆕 <b>{number}"), "✅ Selesai")
            await there.hears(BUDI, "Apa yang sudah dilakukan")
            await there.update(BUDI, text="Lampu sudah diganti")
            await there.hears(SITI, "Lampu sudah diganti")
        finally:
            await asyncio.to_thread(program.stop)
        (complaint,) = program.facts(select(Complaint))
        program.database.close()

    assert ("resolved", WORDS) == (complaint.status, complaint.text)
    assert TOKEN.partition(":")[2] not in program.log
