"""Codes to scan, as a phone reads them: what they carry, on which channel, on a poster and alone."""

from __future__ import annotations

import io
from pathlib import Path
from xml.etree import ElementTree

import pytest
import zxingcpp
from PIL import Image

from bot import poster
from tests.bot.test_cli import Shell, logging_restored, shell

__all__ = ["logging_restored", "shell"]  # the fixtures

CONFIG = '[city]\nseed = "seed"\n[web]\npublic_url = "http://127.0.0.1:8080"\n[whatsapp]\nsender = "+6281234567"\n'
FILES = {
    "offices.toml": '[disdukcapil]\nagency = "disdukcapil"\nnames = { id = "Kantor Disdukcapil" }\n',
    "services.toml": '[ktp_hilang]\nagency = "disdukcapil"\nanswer = "ktp_hilang"\nnames = { id = "KTP hilang" }\n',
    "answers.csv": "key,title,body,checked\nktp_hilang,KTP hilang,Isi,2026-11-01\n",
}
DESCRIBED = {
    "city": "Kota Padang Panjang",
    "what": "Layanan",
    "name": "Kantor Disdukcapil",
    "link": "https://t.me/b?start=kantor_disdukcapil",
    "shown": "t.me/b",
    "lines": [["Indonesia", "Pindai kode ini."], ["English", "Scan this code."]],
    "format": "png",
}


@pytest.fixture
def city(shell: Shell) -> Shell:
    """A city on all channels, with one office, one service and one answer."""
    (shell.folder / "config.toml").write_text(CONFIG)
    seed = Path(__file__).parents[2] / "seed" / "padang_panjang"
    (shell.folder / "seed").mkdir()
    for file in seed.iterdir():
        (shell.folder / "seed" / file.name).write_bytes(file.read_bytes())
    for name, text in FILES.items():
        (shell.folder / "seed" / name).write_text(text)
    return shell


def scanned(picture: Path | bytes) -> list[str]:
    """What a phone reads in the picture."""
    opened = Image.open(io.BytesIO(picture) if isinstance(picture, bytes) else picture)
    return [found.text for found in zxingcpp.read_barcodes(opened)]


@pytest.mark.parametrize(
    ("arguments", "link"),
    [
        (
            ("office", "disdukcapil", "--bot", "@UdajangBot"),
            "https://t.me/UdajangBot?start=kantor_disdukcapil",
        ),
        (
            ("service", "ktp_hilang", "--channel", "whatsapp"),
            "https://wa.me/6281234567?text=/mulai%20layanan_ktp_hilang",
        ),
        (
            ("answer", "ktp_hilang", "--channel", "web"),
            "http://127.0.0.1:8080/chat?start=jawab_ktp_hilang",
        ),
    ],
)
def test_a_code_leads_to_what_it_was_made_for(city: Shell, arguments: tuple[str, ...], link: str) -> None:
    said = city.done("qr", *arguments, "--plain", "--out", "code.png")

    assert said.splitlines()[0] == f"code.png: {link}"
    assert ("only this machine" in said) == ("127.0.0.1" in link)
    assert scanned(city.folder / "code.png") == [link]


def test_a_poster_is_scanned_as_it_is(city: Shell) -> None:
    city.done("qr", "office", "disdukcapil", "--channel", "web", "--out", "door.png")
    picture = city.folder / "door.png"

    assert scanned(picture) == ["http://127.0.0.1:8080/chat?start=kantor_disdukcapil"]
    assert Image.open(picture).size == (1748, 2480)  # A5 at 300 dots to the inch


def drawn(**changed: object) -> bytes:
    """The poster, as a file."""
    described = DESCRIBED | changed
    file = io.BytesIO()
    poster.draw(described).savefig(file, format=described["format"])
    return file.getvalue()


def test_a_code_of_which_a_corner_is_torn_off_is_read() -> None:
    torn = Image.open(io.BytesIO(drawn())).convert("RGB")
    width, height = torn.size
    torn.paste("white", (width * 62 // 100, height * 55 // 100, width * 75 // 100, height * 66 // 100))
    file = io.BytesIO()
    torn.save(file, "png")

    assert scanned(file.getvalue()) == [DESCRIBED["link"]]


def test_a_poster_comes_as_svg_and_pdf_of_its_true_size() -> None:
    root = ElementTree.fromstring(drawn(format="svg"))  # noqa: S314 - our own picture

    assert [float(root.attrib[side].removesuffix("pt")) * 25.4 / 72 for side in ("width", "height")] == pytest.approx(
        poster.A5, abs=0.1
    )
    assert drawn(format="pdf").startswith(b"%PDF-")


def test_the_longest_name_stays_within_the_paper() -> None:
    name = "Dinas Sosial, Pengendalian Penduduk, Keluarga Berencana, Pemberdayaan Perempuan dan Perlindungan Anak " * 2
    picture = Image.open(io.BytesIO(drawn(name=name))).convert("L")
    margins = [picture.crop((0, 340, 40, 720)), picture.crop((picture.width - 40, 340, picture.width, 720))]

    assert [margin.getextrema() for margin in margins] == [(255, 255)] * 2


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("office", "nowhere"), "there is no office nowhere; the offices are disdukcapil"),
        (("service", "nothing"), "there is no service nothing"),
        (("answer", "nothing"), "there is no published answer nothing"),
        (("office", "disdukcapil"), "the bot's name is not known"),
    ],
)
def test_what_cannot_be_made_says_why(city: Shell, arguments: tuple[str, ...], reason: str) -> None:
    assert reason in city.refused("qr", *arguments, "--out", "code.png")
    assert not (city.folder / "code.png").exists()


def test_a_city_without_a_number_has_no_links_to_whatsapp(city: Shell) -> None:
    (city.folder / "config.toml").write_text('[city]\nseed = "seed"\n')

    assert "whatsapp.sender is not set" in city.refused(
        "qr", "office", "disdukcapil", "--out", "code.svg", "--channel", "whatsapp"
    )


def test_only_pictures_are_made(city: Shell) -> None:
    assert "ends in .png, .svg or .pdf" in city.refused("qr", "office", "disdukcapil", "--out", "code.jpg")
