"""WhatsApp as a city sets it up: buttons and lists by Content templates, and an approved text after 24 hours."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlmodel import col, update

from storage.models import Address
from tests.emulators.twilio_api import Content
from tests.end_to_end import towns
from tests.end_to_end.talks import AGENCY, number_in

UPDATE = "HX" + "e" * 32


def sid(name: str) -> str:
    """A content sid that is different for each shape."""
    return "HX" + name.encode().hex()[:32].ljust(32, "0")


SHAPES = {f"list_{count}": Content(choices=count, as_list=True) for count in range(1, 11)}
SHAPES |= {f"buttons_{count}": Content(choices=count) for count in (1, 2, 3)}


async def test_a_complaint_by_buttons_and_lists_and_news_by_template(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    content = {f"UDAJANG_WHATSAPP__CONTENT__{name.upper()}": sid(name) for name in SHAPES}
    templates = {"UDAJANG_WHATSAPP__TEMPLATES__COMPLAINT_UPDATE_ID": UPDATE}
    async with towns.running(tmp_path_factory.mktemp("templates"), **content, **templates) as town:
        town.twilio.contents = {sid(name): shape for name, shape in SHAPES.items()}
        town.twilio.contents[UPDATE] = Content("Kabar laporan {{1}}: {{2}}. Balas untuk membacanya.")
        budi = await town.officer("Budi")
        siti = town.on_whatsapp("Siti")
        await siti.says("halo")
        menu = await siti.hears("Ada yang bisa kami bantu?")
        assert menu.as_list
        await siti.taps("📝 Buat laporan")
        await siti.hears("Ceritakan apa yang terjadi")
        await siti.says("Lampu jalan mati di dekat pasar")
        await siti.hears("1. ")  # a category's name is too long for a list
        await siti.says("1")
        await siti.hears("Di mana tempatnya?")
        await siti.sends_location(-0.460877, 100.397837)
        await siti.hears("Ada foto")
        await siti.taps("Tanpa foto")
        await siti.hears("Siapa yang boleh melihat")
        await siti.says("umum")
        await siti.hears("Periksa dulu")
        await siti.says("ya")
        number = number_in((await siti.hears("Terkirim")).text)
        await budi.hears(f"🆕 {number}")

        then = dt.datetime.now(dt.UTC) - dt.timedelta(hours=25)
        late = update(Address).where(col(Address.value) == siti.address).values(last_inbound_at=then)
        town.program.change(late)
        budi.says(f"/ambil {number}")
        told = await siti.hears(f"Kabar laporan {number}")
        assert "sudah ada petugas" in told.text
        assert AGENCY not in told.text
