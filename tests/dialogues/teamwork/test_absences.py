"""Who is away: open work goes to the deputy, and is offered back."""

from __future__ import annotations

import pytest

from handlers.staff import roster
from tests.city import City, Person, files
from tests.dialogues.teamwork.passing import pass_time, unread


def test_open_work_goes_to_the_deputy_and_is_offered_back(city: City, siti: Person, ani: Person, budi: Person) -> None:
    number, other = files(siti), files(siti)
    for each in (number, other):
        budi.says(f"/ambil {each}")
        budi.says(f"/proses {each}")
    budi.says("/cuti besok sampai 27-11 ganti ani")
    budi.hears("Budi Santoso cuti Rabu, 25 November 2026 – Jumat, 27 November 2026", "Pengganti: Ani Wijaya")
    unread(ani, budi)
    pass_time(city, hours=20)  # 6 in the morning: nobody is woken
    assert ani.new == []
    pass_time(city, hours=3)
    ani.hears("2 laporannya sekarang Anda tangani", number, other)
    budi.hears("sekarang ditangani Ani Wijaya")
    ani.says(f"/tolak {other} Bukan lampu jalan")
    unread(ani, budi)
    pass_time(city, days=5)
    ani.hears("Budi Santoso sudah masuk lagi", "1 laporannya masih pada Anda", number)
    budi.hears("Selamat datang kembali")
    ani.taps("Kembalikan semua")
    ani.hears("1 laporan dikembalikan kepada Budi Santoso")
    ani.taps("Kembalikan semua")

    ani.hears("Tidak ada lagi laporan")
    assert [kind for kind in city.events(number) if kind == "assigned"] == ["assigned", "assigned"]


def test_nobody_away_is_given_work_without_a_word(
    city: City, siti: Person, ani: Person, budi: Person, hera: Person
) -> None:
    number = files(siti)
    hera.says("/cuti Budi hari ini sampai lusa ganti Ani Wijaya")
    budi.read = 0
    budi.hears("Hera mencatat cuti Anda")
    assert "Budi Santoso (0, cuti)" in hera.says(f"/tugas {number}")[-1].buttons
    hera.says(f"/tugas {number} budi tolong cek")
    hera.hears("Budi Santoso cuti sampai Kamis, 26 November 2026")
    hera.taps("Ani Wijaya (pengganti)")

    ani.read = 0
    ani.hears("Hera menugaskan laporan", "tolong cek")


def test_who_is_away_without_a_deputy_is_asked_and_told(city: City, siti: Person, ani: Person, hera: Person) -> None:
    number = files(siti)
    ani.says(f"/ambil {number}")
    ani.says(f"/proses {number}")
    ani.says("/leave today 3 days")
    ani.hears("Siapa yang menggantikan Ani Wijaya")
    ani.taps("Tanpa pengganti")
    ani.hears("tanpa pengganti")
    unread(hera)
    pass_time(city, minutes=1)
    hera.hears("Ani Wijaya cuti tanpa pengganti", number)

    assert city.events(number)[-1] == "released"
    ani.says("/cuti")
    ani.hears("Ani Wijaya: Selasa, 24 November 2026 – Kamis, 26 November 2026 (tanpa pengganti)")
    ani.says("/cuti selesai")
    ani.hears("sudah masuk lagi")
    ani.says("/cuti")
    ani.hears("Tidak ada yang cuti")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("/cuti ganti Budi", "Tulis tanggalnya"),
        ("/cuti 2026-11-20 ganti Budi", "sudah lewat"),
        ("/cuti 5-12-2026 sampai 1-12-2026 ganti Budi", "sesudah tanggal mulai"),
        ("/cuti besok ganti Joko", "Tidak ada rekan bernama “Joko”"),
        ("/cuti besok ganti Ani", "tidak bisa menggantikan dirinya"),
        ("/cuti Budi besok ganti Ani", "Hanya kepala"),
        ("/cuti selesai", "tidak tercatat cuti"),
        ("/cuti kembali 99", "Cuti itu tidak ada"),
    ],
)
def test_an_absence_that_cannot_be_is_explained(city: City, ani: Person, budi: Person, said: str, told: str) -> None:
    ani.says(said)

    ani.hears(told)


def test_a_deputy_is_not_away_on_the_same_days(city: City, ani: Person, budi: Person) -> None:
    ani.says("/cuti besok sampai lusa ganti Budi")
    budi.says("/cuti lusa ganti Ani")

    budi.hears("Ani Wijaya juga cuti")


def test_news_of_what_is_with_somebody_away_goes_to_the_deputy(
    city: City, siti: Person, ani: Person, budi: Person
) -> None:
    number = files(siti)
    budi.says("/cuti hari ini sampai 30-11 ganti Ani")
    pass_time(city, minutes=1)
    budi.says(f"/ambil {number}")  # although away
    budi.says(f"/proses {number}")
    unread(ani, budi)
    siti.says(f"/tambah {number} Kabelnya putus")

    ani.hears("Tambahan dari pelapor", "Kabelnya putus")
    assert budi.new == []


def test_an_absence_entered_again_takes_the_place_of_the_first(city: City, ani: Person, budi: Person) -> None:
    ani.says("/cuti besok sampai lusa ganti Budi")
    ani.says("/cuti besok sampai 1-12 ganti Budi")
    ani.says("/cuti")
    listed = ani.hears("Ani Wijaya: Rabu, 25 November 2026 – Selasa, 1 Desember 2026")

    assert listed.text.count("Ani Wijaya:") == 1


def test_what_somebody_had_in_hand_is_free_when_their_right_ends(
    city: City, siti: Person, ani: Person, hera: Person
) -> None:
    number = files(siti)
    ani.says(f"/ambil {number}")
    ani.says(f"/proses {number}")
    with city.database.write() as session:
        (row,) = [each for each in roster.listing(session) if each["name"] == "Ani Wijaya"]
        roster.end(session, row["id"], now=city.clock.now())
    unread(hera)
    pass_time(city, minutes=1)
    hera.hears("Ani Wijaya tidak bertugas lagi", number)

    assert city.events(number)[-1] == "released"


def test_a_new_post_in_the_same_agency_keeps_what_was_in_hand(city: City, siti: Person, ani: Person) -> None:
    number = files(siti)
    ani.says(f"/ambil {number}")
    ani.says(f"/proses {number}")
    with city.database.write() as session:
        code = roster.invite(session, name="Ani Wijaya", role="head", agency_code="perkimlh", now=city.clock.now())
    ani.says(f"/masuk {code}")
    pass_time(city, minutes=1)

    assert city.events(number)[-1] == "assigned"
    assert city.complaints()[0].assignee_id == 2
