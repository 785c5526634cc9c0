"""What is secret goes to those the city has named for it, and to nobody else, whatever is done to it."""

from __future__ import annotations

import pytest
from sqlmodel import select

from storage.models import Outbox
from tests.city import City, Person, files


@pytest.fixture
def siti(city: City) -> Person:
    """A citizen on Telegram."""
    return city.citizen("telegram", "Siti")


def test_a_secret_complaint_is_sent_on_to_nobody(city: City, siti: Person) -> None:
    ira = city.officer("inspektorat", "Ira")
    number = files(siti, visibility="Rahasia")
    for command in (f"/alih {number}", f"/alih {number} dpupr", f"/alih {number} bukan wewenang kami ini"):
        ira.says(command)
        ira.hears("tidak boleh diteruskan")

    assert city.events(number) == ["filed"]
    assert not any("Bukan wewenang" in label for heard in ira.heard for label in heard.buttons)


def test_what_accuses_the_inspectorate_goes_to_the_next_one_named_for_secrets(city: City, siti: Person) -> None:
    city.trust(("inspektorat", "setda"))
    ira, sekda = city.officer("inspektorat", "Ira"), city.officer("setda", "Sekda")
    number = files(siti, "Pegawai Inspektorat meminta uang supaya lampu jalan diurus", visibility="Rahasia")
    ira.says(f"/lihat {number}")
    ira.hears("tidak ada pada Anda")

    assert any(f"🆕 {number}" in heard for heard in sekda.heard)
    assert not any(number in heard for heard in ira.heard[:-1])


def test_who_accuses_the_only_reader_is_told_before_sending(city: City, siti: Person) -> None:
    siti.says("Pegawai Inspektorat meminta uang supaya laporan saya diurus di Pasar Usang")
    siti.taps("Pungutan liar")
    siti.says("Pasar Usang")
    siti.taps("Tanpa foto")

    siti.hears("Laporan ini menyebut Inspektorat Daerah, dan Inspektorat Daerah sendiri yang akan membacanya")


def test_a_secret_complaint_reaches_nobody_but_those_named_for_it(city: City, siti: Person) -> None:
    """Whatever is done to it, no message about it goes to a chat of anybody else but its own citizen's."""
    ira, eko = city.officer("inspektorat", "Ira"), city.officer(None, "Eko", "admin")
    others = [eko, *(city.officer(code, code) for code in ("diskominfo", "perkimlh", "dpupr", "setda"))]
    city.officer("perkimlh", "Wati", "head")
    number = files(siti, "Lampu jalan mati, petugas minta uang untuk memperbaikinya", visibility="Rahasia")
    for act in ("/ambil", "/alih", "/balas {} Kami periksa", "/catat {} rahasia", "/proses", "/alih {} dpupr"):
        ira.says(act.format(number) if "{}" in act else f"{act} {number}")
        for officer in others:
            officer.says(act.format(number) if "{}" in act else f"{act} {number}")
    siti.says(f"/tambah {number} saya takut")
    ira.says(f"/selesai {number} Sudah diproses")
    with city.database.read() as session:
        rows = session.exec(select(Outbox)).all()
    readers = {row.address for row in rows if row.complaint_id or "uang" in str(row.body)}

    assert city.complaints()[-1].agency_id == city.agency_id("inspektorat")
    assert ira.addresses <= readers
    assert readers <= ira.addresses | siti.addresses
