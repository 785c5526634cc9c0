"""Administrators set where complaints go, in the chat; each change is shown first, confirmed and written down."""

from __future__ import annotations

import pytest
from sqlmodel import select

from storage.models import Audit
from tests.city import City, Person, files

JALAN = "Jalan berlubang besar di Pasar Usang, membahayakan"


@pytest.fixture
def eko(city: City) -> Person:
    """An administrator."""
    return city.officer(None, "Eko", "admin")


@pytest.fixture
def siti(city: City) -> Person:
    """A citizen."""
    return city.citizen("telegram", "Siti")


def with_agency(city: City, code: str) -> bool:
    """Whether the newest complaint is with that agency."""
    return city.complaints()[-1].agency_id == city.agency_id(code)


def test_what_can_be_set_is_shown_with_buttons(eko: Person) -> None:
    eko.says("/admin")
    eko.hears("Yang dapat diatur")
    eko.taps("Aturan rute")
    eko.hears("Aturan rute", "Padang Panjang Barat → Kecamatan Padang Panjang Barat")
    eko.says("/admin")
    eko.taps("Kategori")
    eko.hears("lampu_jalan · Lampu jalan → Dinas Perkim LH")


def test_a_rule_is_confirmed_and_holds_for_new_complaints(city: City, eko: Person, siti: Person) -> None:
    files(siti, JALAN)
    eko.says("/admin rute jalan pasar usang dishub")
    eko.hears("Jalan, jembatan dan trotoar, Pasar Usang → Dinas Perhubungan", "1 laporan terbuka")
    eko.taps("Ya")
    eko.hears("Tersimpan", "1 laporan terbuka seperti ini tetap di tempatnya")
    city.follow()
    assert with_agency(city, "dpupr")
    files(siti, JALAN)

    assert with_agency(city, "dishub")


def test_a_category_moves_as_a_whole(city: City, eko: Person, siti: Person) -> None:
    eko.says("/admin kategori lampu_jalan dinas dishub")
    eko.hears("Lampu jalan → Dinas Perhubungan")
    eko.taps("Ya")
    city.follow()
    files(siti)

    assert with_agency(city, "dishub")


def test_names_may_be_misspelt_and_in_the_order_people_say_them(eko: Person) -> None:
    eko.says("/admin rute pertanyaan sampah dan kebersihan di kelurahan silaing bawah ke dinas perhubungn")
    eko.hears("Pertanyaan, Sampah dan kebersihan, Silaing Bawah → Dinas Perhubungan")
    eko.taps("Batal")

    eko.hears("dibatalkan")


@pytest.mark.parametrize(
    "said", ["/admin rute jalan entahlah", "/admin rute zzz ganting dpupr", "/admin rute dpupr", "/admin rute jalan"]
)
def test_what_is_not_clear_is_asked_about(eko: Person, said: str) -> None:
    eko.says(said)

    eko.hears("Tidak jelas")


def test_a_rule_is_removed_by_its_number(city: City, eko: Person, siti: Person) -> None:
    eko.says("/admin rute jalan dishub")
    eko.taps("Ya")
    eko.says("/admin rute")
    listed = eko.hears("Jalan, jembatan dan trotoar → Dinas Perhubungan (diubah tangan)").text
    number = listed.splitlines()[-1].partition(" ")[0]
    eko.says(f"/admin rute hapus {number}")
    eko.taps("Ya")
    eko.hears("Terhapus", "Dinas Perhubungan")
    city.follow()
    files(siti, JALAN)
    assert with_agency(city, "dpupr")

    eko.says("/admin rute hapus 999")
    eko.hears("Tidak ada aturan nomor 999")


def test_every_change_is_in_the_audit(city: City, eko: Person) -> None:
    eko.says("/admin rute saran jalan bappeda")
    eko.taps("Ya")
    with city.database.read() as session:
        row = session.exec(select(Audit)).all()[-1]

    assert row.action == "routing.set"
    assert row.detail == {"kind": "aspiration", "category": "jalan", "area": None, "agency": "bappeda"}


def test_on_whatsapp_by_typing(city: City) -> None:
    eko = city.officer(None, "Eko", "admin", channel="whatsapp")
    eko.says("/admin rute jalan dishub")
    eko.hears("Jalan, jembatan dan trotoar → Dinas Perhubungan")
    eko.says("ya")

    eko.hears("Tersimpan")


@pytest.mark.parametrize("role", ["operator", "head"])
def test_nobody_else_may(city: City, role: str) -> None:
    budi = city.officer("perkimlh", "Budi", role)
    budi.says("/admin rute jalan dishub")

    budi.hears("untuk petugas")
