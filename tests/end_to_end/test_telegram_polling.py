"""Telegram by long polling: the same business where there is no public address."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.emulators.bot_api import broken
from tests.end_to_end import towns
from tests.end_to_end.talks import JPEG, files_on_telegram
from tests.end_to_end.towns import Town

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module", name="town")
async def _town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    async with towns.running(tmp_path_factory.mktemp("polling"), mode="polling") as town:
        yield town


async def test_a_complaint_goes_its_whole_way(town: Town) -> None:
    budi = await town.officer("Budi")
    siti = town.on_telegram()
    number = await files_on_telegram(siti, photo=JPEG)
    card = await budi.hears(f"🆕 {number}")
    await budi.hears(f"Berkas laporan {number}")
    town.api.fails("getUpdates", broken(502, page=True))
    budi.taps("✋ Ambil")
    await siti.hears("sudah mengambil laporan Anda")
    await town.reply(budi, card, "Besok kami perbaiki")
    await siti.hears("Besok kami perbaiki")

    assert not town.api.webhook.url
    assert not town.api.called("setWebhook")
    assert town.api.called("answerCallbackQuery")


async def test_an_update_that_was_not_confirmed_is_taken_once_after_a_restart(town: Town) -> None:
    siti = town.on_telegram()
    said = siti.says("Lampu jalan mati di dekat pasar")
    await siti.hears("Ini tentang apa?")
    await asyncio.to_thread(town.program.stop)
    town.api.redeliver(said)
    siti.says("1")
    await asyncio.to_thread(town.program.start)
    await siti.hears("Di mana tempatnya?")

    told = [message.get("text", "") for message in town.api.chats[siti.id]]
    assert 1 == sum("Ini tentang apa?" in text for text in told)
