"""A citizen files a complaint and follows it."""

from __future__ import annotations

import pytest

from handlers.complaints import number
from tests.city import CENTRE, City, Person, files


def test_a_complaint_is_filed_from_the_first_words_to_its_number(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di dakek surau sajak patang")
    siti.hears("Iko tantang apo?")
    siti.taps("Lampu jalan")
    siti.hears("Di ma tampeknyo?")
    siti.says("Pasa Usang")
    siti.hears("Ado foto")
    siti.taps("Indak ado foto")
    siti.hears("Sia nan buliah mancaliak")
    siti.taps("Umum")
    review = siti.hears("Pareso dulu", "Lampu jalan mati", "Pasa Usang")

    assert "umum" in review
    siti.taps("Kirim")
    (complaint,) = city.complaints()
    siti.hears("Takirim", complaint.number or "")

    assert complaint.text == "Lampu jalan mati di dakek surau sajak patang"
    assert complaint.area_code == "13.74.02.1002"
    assert complaint.visibility == "public"
    assert city.events() == ["filed"]


def test_the_promise_names_a_working_day(city: City, siti: Person) -> None:
    """Filed on a Tuesday with five working days to answer: next Tuesday."""
    files(siti)

    siti.hears("Selasa, 1 Desember 2026")


def test_a_number_alone_shows_how_the_complaint_stands(city: City, siti: Person) -> None:
    filed = files(siti)

    siti.says(filed)
    siti.hears(f"Laporan {filed}", "menunggu petugas")
    siti.says(filed.replace("-", " "))
    siti.hears(f"Laporan {filed}")


def test_a_mistyped_number_is_said_to_be_mistyped(city: City, siti: Person) -> None:
    filed = files(siti)
    wrong = f"{filed[:-1]}{(int(filed[-1]) + 1) % 10}"

    siti.says(wrong)
    siti.hears("salah ketik")


def test_something_is_added_by_button(city: City, siti: Person) -> None:
    filed = files(siti)
    siti.says(filed)
    siti.taps("Tambah keterangan")
    siti.hears("Apa yang ingin ditambahkan", filed)
    siti.says("Tiang nomor 14")
    siti.hears("Sudah ditambahkan", filed)
    siti.says(f"/tambah {filed} dan juga nomor 15")
    siti.hears("Sudah ditambahkan", filed)

    assert city.events(filed) == ["filed", "added", "added"]


def test_nothing_is_added_to_somebody_elses_complaint(city: City, siti: Person) -> None:
    filed = files(siti)
    rina = city.citizen("telegram", "Rina")
    rina.says(f"/tambah {filed} hihi")
    rina.hears("Laporan yang mana?")

    assert city.events(filed) == ["filed"]


def test_status_lists_what_was_filed(city: City, siti: Person) -> None:
    siti.says("/status")
    siti.hears("belum punya laporan")
    first = files(siti)
    second = files(siti, "Sampah menumpuk di depan pasar tidak diangkut")

    siti.says("status")
    siti.hears(first, second)


def test_one_answer_is_changed_at_the_review_and_nothing_else_is_asked_again(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.taps("Lampu jalan")
    siti.says("Pasar Usang")
    siti.taps("Tanpa foto")
    siti.taps("Umum")
    siti.taps("Ubah siapa yang melihat")
    siti.hears("Siapa yang boleh melihat")
    siti.taps("Anonim")
    siti.hears("Periksa dulu", "anonim", "Lampu jalan")
    siti.taps("Ubah jenis")
    siti.taps("Saran")
    siti.hears("Periksa dulu", "Saran")
    siti.taps("Kirim")

    (complaint,) = city.complaints()
    assert (complaint.visibility, complaint.kind) == ("anonymous", "aspiration")


def test_changing_the_words_keeps_the_rest(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.taps("Lampu jalan")
    siti.says("Pasar Usang")
    siti.taps("Tanpa foto")
    siti.taps("Umum")
    siti.taps("Ubah isi")
    siti.says("Lampu jalan di depan masjid mati total")
    siti.hears("Periksa dulu", "depan masjid")
    siti.taps("Kirim")

    assert city.complaints()[0].text == "Lampu jalan di depan masjid mati total"


def test_back_asks_the_question_before(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.taps("Lampu jalan")
    siti.hears("Di mana tempatnya?")
    siti.says("/kembali")
    siti.hears("Ini tentang apa?")
    siti.says("kembali")
    siti.hears("Ceritakan apa yang terjadi")
    siti.says("kembali")
    siti.hears("Ini pertanyaan pertama", "Ceritakan apa yang terjadi")


def test_back_from_a_change_leaves_the_answer_as_it_was(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.taps("Lampu jalan")
    siti.says("Pasar Usang")
    siti.taps("Tanpa foto")
    siti.taps("Umum")
    siti.taps("Ubah isi")
    siti.says("kembali")
    siti.hears("Periksa dulu", "Lampu jalan mati di Pasar Usang")
    siti.taps("Ubah jenis")
    siti.says("kembali")

    siti.hears("Periksa dulu", "Keluhan")


def test_cancel_files_nothing(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.says("batal")
    siti.hears("dibatalkan")
    siti.says("/batal")
    siti.hears("Tidak ada yang sedang diisi")

    assert city.complaints() == []


def test_no_at_the_review_files_nothing(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.taps("Lampu jalan")
    siti.says("Pasar Usang")
    siti.taps("Tanpa foto")
    siti.taps("Umum")
    siti.taps("❌ Batal")
    siti.hears("dibatalkan")

    assert city.complaints() == []


@pytest.mark.parametrize("said", ["1", "Lampu jalan", "lampu jln", "LAMPU JALAN"])
def test_a_choice_is_taken_by_number_label_or_near_match(city: City, siti: Person, said: str) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.says(said)

    siti.hears("Di mana tempatnya?")


def test_a_category_that_was_not_offered_can_be_named(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.says("lainnya")
    siti.hears("Pilih yang paling cocok")
    siti.says("sampah")

    siti.hears("Di mana tempatnya?")


def test_a_wrong_choice_is_explained_and_loses_nothing(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.says("xyz qwerty")
    siti.hears("belum jelas pilihan yang mana", "Ini tentang apa?")
    siti.taps("Lampu jalan")

    siti.hears("Di mana tempatnya?")


@pytest.mark.parametrize("said", ["Kampuang Manggih", "kp manggis", "di simpang Kampung Mangis dekat sd"])
def test_a_kelurahan_is_known_however_it_is_spelt(city: City, siti: Person, said: str) -> None:
    siti.says("Jalan berlubang besar sekali")
    siti.taps("Jalan")
    siti.says(said)
    siti.hears("Ada foto")
    siti.taps("Tanpa foto")
    siti.taps("Umum")
    siti.taps("Kirim")

    assert city.complaints()[0].area_code == "13.74.02.1003"


def test_an_address_without_a_kelurahan_asks_which(city: City, siti: Person) -> None:
    siti.says("Jalan berlubang besar sekali")
    siti.taps("Jalan")
    siti.says("depan rumah pak RT")
    siti.hears("Termasuk kelurahan mana?")
    siti.says("ngalau")

    siti.hears("Ada foto")


@pytest.mark.parametrize("said", ["²", "①", "0", "99", "9" * 3000])
def test_what_only_looks_like_a_number_of_the_list_is_explained(city: City, siti: Person, said: str) -> None:
    siti.says("Jalan berlubang besar sekali")
    siti.says(said)
    siti.hears("belum jelas pilihan yang mana", "Ini tentang apa?")
    siti.taps("Jalan")

    siti.hears("Di mana tempatnya?")


def test_not_knowing_the_place_is_fine(city: City, siti: Person) -> None:
    siti.says("Jalan berlubang besar sekali")
    siti.taps("Jalan")
    siti.taps("Tidak tahu")

    siti.hears("Ada foto")


def test_corruption_is_secret_unless_the_citizen_says_otherwise(city: City, siti: Person) -> None:
    siti.says("petugas minta uang pelicin untuk urus KTP, ini pungli")
    siti.taps(next(iter(siti.hears("tentang apa").buttons)))
    siti.taps("Tidak tahu")
    siti.taps("Tanpa foto")
    siti.hears("Periksa dulu", "rahasia")
    siti.taps("Kirim")

    (complaint,) = city.complaints()
    assert complaint.visibility == "secret"
    assert complaint.agency_id == city.agency_id("inspektorat")
    siti.hears("tidak tampil untuk umum")


def test_words_too_long_are_refused_kindly_and_nothing_is_lost(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says("/lapor")
    siti.says("a" * 3999)
    siti.hears("Ini tentang apa?")
    siti.says("kembali")
    siti.says("/batal")
    siti.says("/lapor")
    siti.says("b" * 9000)

    siti.hears("9.000 huruf", "paling banyak 8.000")


def test_a_report_number_has_a_check_digit_that_finds_slips() -> None:
    for complaint_id in range(1, 400):
        counted, check = number.of(complaint_id).split("-")
        for place, digit in enumerate(counted):
            other = str((int(digit) + 1) % 10)
            assert number.find(f"{counted[:place]}{other}{counted[place + 1 :]}-{check}") is None
        for place in range(len(counted) - 1):
            swapped = f"{counted[:place]}{counted[place + 1]}{counted[place]}{counted[place + 2 :]}"
            assert swapped == counted or number.find(f"{swapped}-{check}") is None


def test_pin_of_the_centre_of_a_kelurahan_is_in_it(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says("Jalan berlubang besar sekali")
    siti.taps("Jalan")
    siti.sends(pin=CENTRE)
    siti.hears("Ada foto")
    siti.taps("Tanpa foto")
    siti.taps("Umum")
    siti.hears("pin lokasi")
    siti.taps("Kirim")

    (complaint,) = city.complaints()
    assert complaint.area_code == "13.74.02.1002"
    assert (complaint.lat, complaint.lon) == pytest.approx(CENTRE)


def test_a_pin_outside_the_city_is_said_kindly_and_accepted(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says("Jalan berlubang besar sekali")
    siti.taps("Jalan")
    siti.sends(pin=(-0.95, 100.35))
    siti.taps("Tanpa foto")
    siti.taps("Umum")
    siti.hears("di luar batas kota (tetap kami terima)")
    siti.taps("Kirim")

    assert city.complaints()[0].area_code is None
