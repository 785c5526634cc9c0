"""Floods fold into one answer, senders have limits of their own, and emergencies always pass."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import col, select

from handlers.abuse import pace
from storage.models import Audit, Outbox
from tests.city import City, Person, files

BURST = 6


@pytest.fixture
def siti(city: City) -> Person:
    """A citizen, in a city that folds its answers as it does outside tests."""
    city.snapshot = replace(city.snapshot, rules=replace(city.snapshot.rules, burst=BURST))
    return city.citizen("telegram", "Siti")


@pytest.fixture
def budi(city: City) -> Person:
    """An operator of the agency that looks after street lights."""
    return city.officer("perkimlh", "Budi")


def test_many_messages_at_once_are_one_story_and_one_answer(city: City, siti: Person) -> None:
    """Fourteen messages before anything is sent: each is kept, and what is queued for them is one reply."""
    said = ["Lampu jalan mati di Pasar Usang", *(f"dan tiang nomor {number} juga mati" for number in range(13))]
    city.receiver.receive([siti.inbound(text=words) for words in said])
    with city.database.read() as session:
        queued = session.exec(select(Outbox).where(col(Outbox.address) == siti.address)).all()
    siti.read = len(siti.heard)
    city.deliver()
    siti.hears("14 pesan Anda sudah kami terima")

    assert len([row for row in queued if row.key.startswith("burst:")]) == 1
    siti.taps("Lampu jalan")
    siti.taps("Pasar Usang")
    siti.taps("Tanpa foto")
    siti.taps("Umum")
    siti.taps("Kirim")
    (complaint,) = city.complaints()
    assert all(f"tiang nomor {number} " in complaint.text for number in range(13))


def test_a_burst_ends_with_a_pause(city: City, siti: Person) -> None:
    for _ in range(BURST + 1):
        siti.says("halo")
    siti.hears("pesan Anda sudah kami terima")
    city.clock.forward(seconds=pace.WINDOW + 1)
    siti.says("halo")

    assert not any("pesan Anda sudah kami terima" in message for message in siti.new)


def test_whoever_presses_buttons_quickly_is_not_flooding(siti: Person) -> None:
    siti.says("/menu")
    for _ in range(BURST + 3):
        siti.taps("Bantuan")

    assert not any("pesan Anda sudah kami terima" in message for message in siti.heard)


def test_there_is_a_most_for_each_sender_and_a_day_and_it_is_nobody_elses(city: City, siti: Person) -> None:
    most = city.snapshot.rules.complaints_a_day
    for number in range(most):
        files(siti, f"Lampu jalan mati di Pasar Usang, tiang nomor {number} dekat rumah kami")
        city.clock.forward(seconds=30)
    siti.says("Sampah menumpuk di depan pasar")
    siti.hears(f"sudah mengirim {most} laporan", "112")
    other = city.citizen("telegram", "Rina")
    files(other, "Sampah menumpuk di depan pasar tidak diangkut")
    city.clock.forward(days=1, minutes=1)
    files(siti, "Sampah menumpuk di depan pasar tidak diangkut")

    assert len(city.complaints()) == most + 2


def test_a_sender_is_muted_with_reason_and_end_and_told_so(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.says(f"/bisukan {number} 3 hari Laporan bohong berulang kali")
    budi.hears(number, "27 Nov 2026")
    siti.read = 0
    siti.hears("tidak kami terima sampai", "Laporan bohong berulang kali", "112")
    siti.says("Sampah menumpuk di depan pasar")
    siti.hears("tidak kami terima sampai")
    siti.says("tolong ada kebakaran rumah")
    siti.hears("telepon sekarang", "112")
    siti.says(f"/tambah {number} ini bukan bohong, silakan cek")
    siti.hears("Sudah ditambahkan")
    city.clock.forward(days=3, minutes=1)
    siti.says("Sampah menumpuk di depan pasar")

    siti.hears("tentang apa")


@pytest.mark.parametrize("by", ["button", "command"])
def test_a_mute_can_be_lifted_and_is_in_the_log(city: City, siti: Person, budi: Person, by: str) -> None:
    number = files(siti)
    budi.says(f"/bisukan {number} Laporan bohong berulang kali")
    budi.says("/bisukan")
    budi.hears("1 pengirim dibisukan", "Laporan bohong berulang kali")
    if by == "button":
        budi.taps("Cabut")
    else:
        budi.says(f"/bisukan {number} cabut")
    budi.hears("bisa melapor lagi")
    siti.read = 0
    siti.hears("Anda bisa mengirim laporan lagi")
    siti.says("Sampah menumpuk di depan pasar")
    siti.hears("tentang apa")
    with city.database.read() as session:
        actions = session.exec(select(Audit.action).where(col(Audit.action).startswith("citizen."))).all()

    assert actions == ["citizen.mute", "citizen.unmute"]


def test_a_mute_needs_a_reason(siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.says(f"/bisukan {number}")
    budi.hears("Tulis alasannya")
    siti.says("Sampah menumpuk di depan pasar")

    siti.hears("tentang apa")


def test_a_sender_is_warned_first(siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.says(f"/tegur {number} Mohon tidak memakai kata-kata kasar")
    budi.hears("sudah ditegur")
    siti.read = 0

    siti.hears("Mohon tidak memakai kata-kata kasar")


def test_only_those_who_handle_a_complaint_mute_its_sender(city: City, siti: Person) -> None:
    number = files(siti)
    other = city.officer("dpupr", "Dodi")
    other.says(f"/bisukan {number} tidak suka orangnya")

    other.hears("tidak ada pada Anda")


def test_a_mute_goes_along_when_channels_are_linked(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.says(f"/bisukan {number} 3 hari Laporan bohong berulang kali")
    other = city.citizen("webchat", "Siti")
    other.says("/tautkan")
    code = other.hears("Kode Anda").text.split("Kode Anda: ")[1].split()[0]
    siti.says(f"/tautkan {code}")
    siti.taps("Ya, hubungkan")
    siti.says("Sampah menumpuk di depan pasar")

    siti.hears("tidak kami terima sampai")
