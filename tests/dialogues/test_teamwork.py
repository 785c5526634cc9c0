"""Colleagues of one agency share the work: nobody does what another has begun, and nothing stays lying about."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.chores import Chores
from tests.city import City, Person, files


@pytest.fixture
def siti(city: City) -> Person:
    """A citizen; how her words travel is tested elsewhere."""
    return city.citizen("telegram", "Siti")


@pytest.fixture
def ani(city: City) -> Person:
    """An operator of the agency that looks after street lights."""
    return city.officer("perkimlh", "Ani Wijaya")


@pytest.fixture
def budi(city: City) -> Person:
    """Her colleague."""
    return city.officer("perkimlh", "Budi Santoso")


@pytest.fixture
def hera(city: City) -> Person:
    """Their head."""
    return city.officer("perkimlh", "Hera", "head")


def pass_time(city: City, **time: float) -> None:
    """Let the clock go on, and what is due by then be done."""
    city.clock.forward(timedelta(**time))
    chores = Chores(city.desk)
    while chores.ring():
        pass
    city.deliver()


def unread(*people: Person) -> None:
    """From here on only what is new counts as heard."""
    for person in people:
        person.read = len(person.heard)


# --- a claim


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


# --- two at the same complaint


def test_whoever_opens_it_second_learns_who_has_it_open(city: City, siti: Person, ani: Person, budi: Person) -> None:
    number = files(siti)
    ani.says(f"/lihat {number}")
    city.clock.forward(minutes=2)
    budi.says(f"/lihat {number}")
    budi.hears("Lampu jalan mati", "Ani Wijaya sedang membuka laporan ini (2 menit lalu)")
    ani.says(f"/balas {number}")
    ani.hears("Budi Santoso sedang membuka laporan ini (baru saja)")
    budi.says(f"/balas {number}")
    budi.hears("Ani Wijaya sedang menulis balasan")
    city.clock.forward(minutes=6)
    budi.says(f"/lihat {number}")

    assert not any("Ani Wijaya sedang" in message for message in budi.new)


def test_nothing_is_answered_twice_unseen(city: City, siti: Person, ani: Person, budi: Person) -> None:
    number = files(siti)
    budi.says(f"/balas {number}")
    ani.says(f"/balas {number} Besok kami perbaiki")
    budi.says("Tim sudah di jalan")
    budi.hears("Belum dikirim", "Ani Wijaya (baru saja), jawaban petugas: “Besok kami perbaiki”")
    budi.hears("Tetap kirim", "Tim sudah di jalan")
    budi.taps("Batal")
    assert city.events(number) == ["filed", "replied"]
    budi.says(f"/balas {number} Tim sudah di jalan, tunggu 1 jam")
    budi.hears("sudah dikirim ke pelapor")

    assert city.events(number) == ["filed", "replied", "replied"]


def test_words_that_crossed_are_sent_when_that_is_wanted(city: City, ani: Person) -> None:
    siti = city.citizen("whatsapp", "Siti")
    budi = city.officer("perkimlh", "Budi Santoso", channel="whatsapp")
    number = files(siti)
    ani.says(f"/balas {number} Besok kami perbaiki")
    budi.says(f"/selesai {number} Sudah diganti tadi pagi")
    budi.hears("Belum dikirim")
    ani.says(f"/balas {number} Maaf, lusa")
    budi.says("ya")
    budi.hears("Belum dikirim", "Maaf, lusa")
    assert not any("Besok kami perbaiki" in message for message in budi.new)
    budi.says("1")
    budi.hears(number)

    assert city.events(number)[:3] == ["filed", "replied", "replied"]
    assert len(city.events(number)) == 4


def test_what_the_citizen_adds_meanwhile_is_read_before_the_answer_goes(city: City, siti: Person, ani: Person) -> None:
    number = files(siti)
    ani.says(f"/balas {number}")
    siti.says(f"/tambah {number} Kabelnya juga putus, berbahaya")
    ani.says("Akan kami ganti bulan depan")
    ani.hears("Belum dikirim", "Pelapor (baru saja), tambahan dari pelapor: “Kabelnya juga putus, berbahaya”")
    ani.taps("Tetap kirim")
    ani.hears("sudah dikirim ke pelapor")

    assert city.events(number) == ["filed", "added", "replied"]


def test_news_that_reached_the_sender_holds_nothing_back(city: City, siti: Person, ani: Person) -> None:
    number = files(siti)
    ani.says(f"/balas {number} Tiang nomor berapa?")
    siti.says(f"/tambah {number} Nomor 14")
    ani.says(f"/balas {number} Terima kasih, besok kami ganti")

    ani.hears("sudah dikirim ke pelapor")


def test_an_answer_given_behind_the_writers_back_is_shown_when_they_begin(
    city: City, siti: Person, ani: Person, budi: Person
) -> None:
    number = files(siti)
    ani.says(f"/balas {number} Besok kami perbaiki")
    city.clock.forward(hours=1)
    budi.says(f"/balas {number}")
    budi.hears("Ani Wijaya (1 jam lalu)", "Besok kami perbaiki")
    budi.says("Tim sudah berangkat")

    budi.hears("sudah dikirim ke pelapor")


def test_a_draft_of_ones_own_comes_back_after_words_that_crossed(
    city: City, siti: Person, ani: Person, budi: Person
) -> None:
    number = files(siti)
    budi.says("Sampah menumpuk di depan rumah saya")
    budi.says(f"/balas {number}")
    ani.says(f"/balas {number} Besok")
    budi.says("Lusa")
    assert not any("Mari lanjutkan" in message for message in budi.new)
    budi.taps("Tetap kirim")

    budi.hears("Mari lanjutkan yang tadi")


def test_notes_never_hold_anything_back(city: City, siti: Person, ani: Person, budi: Person) -> None:
    number = files(siti)
    ani.says(f"/catat {number} stok lampu habis")
    budi.says(f"/balas {number} Menunggu lampu baru")

    budi.hears("sudah dikirim ke pelapor")


# --- assigning, handing on, mentioning


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
