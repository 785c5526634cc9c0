"""Canned replies, macros, and one step for many complaints at once."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from storage.models import Audit
from tests.city import City, Person, files


@pytest.fixture
def siti(city: City) -> Person:
    """A citizen on Telegram; what is said here is the same on every channel."""
    return city.citizen("telegram", "Siti")


@pytest.fixture
def budi(city: City) -> Person:
    """An operator of the agency that looks after street lights."""
    return city.officer("perkimlh", "Budi")


def test_a_canned_reply_goes_out_filled_in_and_with_what_stands_behind_it(
    city: City, siti: Person, budi: Person
) -> None:
    number = files(siti)
    budi.says(f"/balas {number} #jadwal besok pagi")
    siti.read = 0

    siti.hears(f"Laporan {number} sudah dijadwalkan", "besok pagi")


def test_a_canned_reply_speaks_the_citizens_language(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    siti.says("/bahasa en")
    budi.says(f"/balas {number} #jadwal tomorrow")
    siti.read = 0

    siti.hears(f"Report {number} has been scheduled", "tomorrow")


def test_an_unknown_canned_reply_sends_nothing(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.says(f"/balas {number} #tidakada")
    budi.hears("#tidakada tidak ada", "/templat")

    assert city.events(number) == ["filed"]


def test_words_that_only_begin_with_a_number_sign_are_sent_as_they_are(siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.says(f"/balas {number} #1 dari daftar kami")
    siti.read = 0

    siti.hears("#1 dari daftar kami")


def test_staff_keep_show_and_delete_their_agencys_replies(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.says("/templat simpan lampu {nomor}: petugas {dinas} mengganti lampunya hari ini.")
    budi.hears("#lampu disimpan")
    budi.says("/templat simpan lampu en {nomor}: the lamp is being replaced today.")
    budi.says("/templat #lampu")
    budi.hears("(id)", "(en)")
    budi.says("/templat")
    budi.hears("#lampu", "#terima")
    other = city.officer("dpupr", "Dodi")
    other.says("/templat")
    assert not any("#lampu" in message for message in other.new)
    budi.says(f"/balas {number} #lampu")
    siti.read = 0
    siti.hears(f"{number}: petugas Dinas")
    budi.says("/templat hapus lampu")
    budi.hears("#lampu dihapus")
    budi.says("/templat hapus terima")

    budi.hears("bukan milik dinas Anda")


def test_a_place_nobody_can_fill_in_is_refused(budi: Person) -> None:
    budi.says("/templat simpan salah Halo {nama}, terima kasih")

    budi.hears("{nama} tidak kami kenal", "{nomor}")


def test_a_macro_does_its_steps_in_their_order(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.says(f"/makro mulai {number}")
    budi.hears("ambil", "balas", "proses")
    siti.read = 0
    siti.hears("sudah menerimanya")

    assert city.events(number) == ["filed", "taken", "replied", "processing"]


def test_a_macro_stops_at_the_step_that_cannot_be_done_and_says_so(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    ani = city.officer("perkimlh", "Ani")
    ani.says(f"/ambil {number}")
    budi.says(f"/makro mulai {number}")
    budi.hears("⛔ ambil", "Ani")

    assert city.events(number) == ["filed", "taken"]


def test_staff_make_a_macro_and_use_it(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.says("/makro simpan cek ambil; catat sudah ditelepon; teruskan dpupr mohon dicek")
    budi.hears("Makro cek disimpan")
    city.officer("dpupr", "Dodi")
    budi.says(f"/makro cek {number}")
    budi.hears("catat sudah ditelepon", "teruskan Dinas PUPR mohon dicek")

    assert city.events(number) == ["filed", "taken", "noted", "forwarded"]
    budi.says("/makro simpan salah terbang ke bulan")
    budi.hears("titik koma")
    budi.says("/makro")
    budi.hears("cek", "mulai")
    budi.says("/makro hapus cek")
    budi.hears("Makro cek dihapus")


def many(city: City, count: int) -> list[str]:
    """Complaints about street lights from different people."""
    return [files(city.citizen("telegram", f"Warga {each}")) for each in range(count)]


def test_many_complaints_are_counted_first_and_done_only_when_confirmed(city: City, budi: Person) -> None:
    numbers = many(city, 3)
    budi.says(f"/ambil {numbers[0]}")
    budi.says(f"/proses {numbers[0]}")
    budi.says("/massal lampu")
    budi.hears("3 laporan", "Apa yang dilakukan?")
    budi.taps("proses")
    question = budi.hears("2 laporan", "1 dilewati", "Belum ada yang dilakukan")
    assert numbers[1] in question
    assert numbers[0] not in question
    assert city.events(numbers[1]) == ["filed"]
    budi.taps("Ya, lakukan")
    budi.hears("2 laporan: proses")

    assert city.events(numbers[1]) == city.events(numbers[2]) == ["filed", "processing"]
    with city.database.read() as session:
        action = session.exec(select(Audit.object).where(col(Audit.action) == "bulk.process")).one()
    assert action == "2 complaints"


def test_one_reply_reaches_everybody_once(city: City, budi: Person) -> None:
    many(city, 3)
    budi.says("/massal lampu")
    budi.taps("balas")
    budi.hears("Kata-katanya?")
    budi.says("#jadwal besok pagi")
    budi.taps("Ya, lakukan")

    for person in city.people[1:]:
        assert sum("sudah dijadwalkan" in message for message in person.heard) == 1


def test_nothing_is_done_when_it_is_called_off(city: City, budi: Person) -> None:
    numbers = many(city, 2)
    budi.says("/massal lampu")
    budi.taps("tolak")
    budi.says("bukan wewenang kami")
    budi.taps("Batal")

    assert [city.events(number) for number in numbers] == [["filed"], ["filed"]]


def test_a_filter_is_needed_and_one_that_finds_nothing_says_so(budi: Person) -> None:
    budi.says("/massal")
    budi.hears("/massal lewat ganting")
    budi.says("/massal lewat")

    budi.hears("Tidak ada laporan dengan", "lewat")
