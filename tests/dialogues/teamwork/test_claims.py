"""A claim: who took a complaint has it, as long as something is done about it."""

from __future__ import annotations

import pytest

from tests.city import City, Person, files
from tests.dialogues.teamwork.passing import pass_time, unread


def test_a_claim_names_its_holder_and_since_when(city: City, siti: Person, ani: Person, budi: Person) -> None:
    number = files(siti)
    ani.says(f"/ambil {number}")
    city.clock.forward(minutes=3)
    budi.says(f"/ambil {number}")
    budi.hears(f"{number} sudah diambil Ani Wijaya", "3 menit lalu")
    ani.says(f"/ambil {number}")

    ani.hears("sudah Anda tangani")


def test_a_claim_left_alone_is_free_again_and_its_holder_can_take_it_anew(
    city: City, siti: Person, ani: Person
) -> None:
    number = files(siti)
    ani.says(f"/ambil {number}")
    unread(ani, siti)
    pass_time(city, minutes=14)
    assert ani.new == []
    pass_time(city, minutes=1)
    ani.hears(number, "15 menit tidak ada kegiatan")
    ani.taps("Ambil lagi")
    ani.hears("sekarang Anda tangani")

    assert city.events(number) == ["filed", "taken", "released", "taken"]
    assert siti.new == [], "the citizen heard the first time that somebody looks after it"


def test_what_the_holder_does_renews_the_claim(city: City, siti: Person, ani: Person) -> None:
    number = files(siti)
    ani.says(f"/ambil {number}")
    for act in (f"/lihat {number}", f"/catat {number} tanya PLN dulu", f"/ambil {number}"):
        pass_time(city, minutes=10)
        ani.says(act)
    pass_time(city, minutes=14)
    assert "released" not in city.events(number)
    assert city.complaints()[0].assignee_id is not None
    pass_time(city, minutes=2)

    assert city.complaints()[0].assignee_id is None
    assert city.complaints()[0].status == "received"


@pytest.mark.parametrize("work", ["/proses {}", "/balas {} Besok kami cek"])
def test_work_under_way_does_not_lapse(city: City, siti: Person, ani: Person, budi: Person, work: str) -> None:
    number = files(siti)
    ani.says(f"/ambil {number}")
    ani.says(work.format(number))
    pass_time(city, hours=2)
    budi.says(f"/ambil {number}")

    budi.hears("sudah diambil Ani Wijaya", "2 jam lalu")


def test_a_stale_claim_is_taken_over_and_its_holder_told(city: City, siti: Person, ani: Person, budi: Person) -> None:
    number = files(siti)
    ani.says(f"/ambil {number}")
    unread(ani)
    city.clock.forward(minutes=20)  # and nobody has looked at the timers yet
    budi.says(f"/ambil {number}")
    budi.hears("sekarang Anda tangani")
    ani.hears("Budi Santoso mengambil alih", number)
    pass_time(city, minutes=1)

    assert city.complaints()[0].assignee_id is not None


def test_a_claim_is_given_back(city: City, siti: Person, ani: Person, budi: Person) -> None:
    number = files(siti)
    budi.says(f"/lepas {number}")
    budi.hears("belum diambil siapa pun")
    ani.says(f"/ambil {number}")
    budi.says(f"/lepas {number}")
    budi.hears("ditangani Ani Wijaya, bukan Anda")
    ani.says(f"/lepas {number}")
    ani.hears("Anda lepas")
    budi.taps("Ambil")

    budi.hears("sekarang Anda tangani")
    assert city.events(number) == ["filed", "taken", "released", "taken"]


def test_a_head_takes_a_complaint_off_somebody(city: City, siti: Person, ani: Person, hera: Person) -> None:
    number = files(siti)
    ani.says(f"/ambil {number}")
    hera.says(f"/release {number}")

    ani.read = 0
    ani.hears("Hera melepas", number)
