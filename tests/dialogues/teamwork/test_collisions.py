"""Two at the same complaint hear of each other before the citizen hears both."""

from __future__ import annotations

from tests.city import City, Person, files


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
