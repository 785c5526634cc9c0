"""Giving a complaint to a colleague, handing it on, and naming somebody in a note."""

from __future__ import annotations

from tests.city import City, Person, files
from tests.dialogues.teamwork.passing import pass_time, unread


def test_a_head_assigns_and_both_are_told(city: City, siti: Person, ani: Person, budi: Person, hera: Person) -> None:
    number = files(siti)
    ani.says(f"/ambil {number}")
    unread(ani, budi, siti)
    hera.says(f"/tugas {number} budi tolong cek tiang nomor 14")
    hera.hears(number, "ditugaskan kepada Budi Santoso")
    budi.hears("Hera menugaskan laporan", "tolong cek tiang nomor 14", "Lampu jalan mati")
    ani.hears("Hera menugaskan", "Budi Santoso", "tidak menanganinya lagi")
    assert siti.new == []
    pass_time(city, hours=3)
    hera.says(f"/tugas {number} budi")

    hera.hears("sudah ditangani Budi Santoso")
    assert city.events(number) == ["filed", "taken", "assigned"]


def test_colleagues_are_offered_with_what_they_have_in_hand(
    city: City, siti: Person, ani: Person, budi: Person, hera: Person
) -> None:
    first, second = files(siti), files(siti)
    ani.says(f"/ambil {first}")
    hera.says(f"/tugas {second}")
    offered = hera.hears("ditugaskan kepada siapa", second)
    assert list(offered.buttons) == ["Budi Santoso (0)", "Hera (0)", "Ani Wijaya (1)"]
    hera.taps("Budi Santoso")

    budi.hears(second, "Hera menugaskan")


def test_the_holder_hands_on_and_nobody_else_does(city: City, siti: Person, ani: Person, budi: Person) -> None:
    number = files(siti)
    budi.says(f"/alih {number} Ani Wijaya")
    budi.hears("Hanya pemegangnya atau kepala")
    ani.says(f"/ambil {number}")
    ani.says(f"/alih {number} Budi saya ke lapangan hari ini")
    budi.hears(number, "Ani Wijaya menugaskan", "saya ke lapangan hari ini")

    assert city.events(number) == ["filed", "taken", "assigned"]


def test_forwarding_still_means_agencies(city: City, siti: Person, ani: Person) -> None:
    other = city.officer("dpupr", "Dedi")
    number = files(siti)
    ani.says(f"/alih {number} dpupr tiangnya di badan jalan")

    assert any(number in message for message in other.heard)


def test_one_of_two_colleagues_of_the_same_name_is_asked_for(
    city: City, siti: Person, ani: Person, hera: Person
) -> None:
    other = city.officer("perkimlh", "Ani Kartika", channel="whatsapp")
    number = files(siti)
    hera.says(f"/tugas {number} ani tolong cek")
    hera.hears("Siapa yang Anda maksud")
    hera.taps("Ani Kartika")

    other.read = 0
    other.hears("Hera menugaskan", "tolong cek")
    assert not any("menugaskan" in message for message in ani.heard)


def test_a_name_nobody_has_offers_everybody(city: City, siti: Person, ani: Person, hera: Person) -> None:
    number = files(siti)
    hera.says(f"/tugas {number} Joko")

    assert "Ani Wijaya (0)" in hera.hears("Tidak ada rekan bernama “Joko”").buttons


def test_a_colleague_named_in_a_note_is_told(city: City, siti: Person, ani: Person, budi: Person) -> None:
    number = files(siti)
    unread(ani)
    budi.says(f"/catat {number} @ani tolong cek stok lampu, @budi dan @joko juga")
    ani.hears("Budi Santoso menyebut Anda", number, "tolong cek stok lampu", "Lampu jalan mati")
    budi.hears("Tidak ada rekan bernama “joko”")

    assert not any("menyebut Anda" in message for message in budi.heard)
    assert not any("stok lampu" in message for message in siti.heard)


def test_a_name_two_have_tells_neither_but_the_writer(city: City, siti: Person, ani: Person, budi: Person) -> None:
    city.officer("perkimlh", "Ani Kartika")
    number = files(siti)
    unread(ani)
    budi.says(f"/catat {number} @ani tolong")
    budi.hears("“ani” bisa berarti @Ani Kartika, @Ani Wijaya")
    budi.says(f"/catat {number} @Ani Wijaya tolong")

    ani.hears("menyebut Anda")
