"""Several machines: ``udajang web`` takes messages, ``udajang worker`` sends them, PostgreSQL is between the two."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from sqlalchemy.engine import make_url

from storage.database import normalise
from tests import open_city, postgres
from tests.end_to_end import towns
from tests.end_to_end.browsers import browser
from tests.end_to_end.program import Program
from tests.end_to_end.talks import JPEG, files_on_telegram, files_on_whatsapp
from tests.end_to_end.towns import Town

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module", name="split")
async def _split(postgres_server: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    name = f"split_{uuid.uuid4().hex[:12]}"
    postgres.execute(postgres_server, f"CREATE DATABASE {name}")
    url = make_url(normalise(postgres_server)).set(database=name).render_as_string(hide_password=False)
    folder = tmp_path_factory.mktemp("split")
    alone = Program(folder, UDAJANG_DATABASE__URL=url)
    alone.shell("migrate")
    alone.shell("seed", str(open_city.seed(folder)))
    async with towns.running(folder, commands=("web", "worker"), UDAJANG_DATABASE__URL=url) as town:
        yield town


async def test_a_complaint_goes_its_whole_way_through_two_processes(split: Town) -> None:
    budi = await split.officer("Budi")
    siti = split.on_telegram()
    number = await files_on_telegram(siti, photo=JPEG)
    card = await budi.hears(f"🆕 {number}")
    await budi.hears(f"Berkas laporan {number}")
    await split.reply(budi, card, "Besok kami perbaiki")
    asked = await siti.hears("Besok kami perbaiki")
    await split.reply(siti, asked, "Terima kasih, ditunggu")
    await budi.hears("Terima kasih, ditunggu")
    budi.says(f"/selesai {number} Sudah menyala")

    await siti.hears("dinyatakan selesai")


async def test_a_browser_and_a_phone_hear_what_the_other_process_sends(split: Town) -> None:
    async with browser(split.program.url) as page:
        await page.says("halo")
        await page.hears("Ada yang bisa kami bantu?")
    siti = split.on_whatsapp("Siti")
    number = await files_on_whatsapp(siti)
    await siti.says(number)

    await siti.hears("menunggu petugas")


async def test_a_command_for_another_bot_in_the_group_is_left_to_it(split: Town) -> None:
    ani = await split.officer("Ani", agency="dpupr")
    group = split.api.group(-4002, "Dinas PUPR")
    ani.says("/bantuan@other_bot", chat=group)
    ani.says("/grup@udajang_bot", chat=group)
    await ani.hears("menerima laporan untuk", chat=group)

    assert 1 == len(split.api.chats[-4002])
