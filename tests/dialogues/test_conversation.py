"""Around the questions: first contact, languages, menus, coming back after hours, emergencies, stopping."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import select

from bot.receive import Receiver
from handlers.texts import Texts
from storage.models import Citizen
from tests.city import City, Person, files


def citizens(city: City) -> list[Citizen]:
    with city.database.read() as session:
        return list(session.exec(select(Citizen)).all())


def test_the_privacy_notice_is_told_once_and_recorded(city: City, siti: Person) -> None:
    siti.says("halo")
    siti.hears("UU 27/2022", "di luar negeri")
    siti.says("halo")

    assert not any("UU 27/2022" in message for message in siti.new)
    (citizen,) = citizens(city)
    assert citizen.privacy_version == "2026-11"
    assert citizen.privacy_at == city.clock.now()


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("lampu jalan mati min, kapan diperbaiki ya", "id"),
        ("The street light in front of our house is broken", "en"),
        ("lampu mati sajak patang, alun dipaeloki juo", "min"),
        ("aia indak iduik di kampuang awak", "min"),
        ("ktp ilang gmn min", "id"),
        ("halo", "id"),
    ],
)
def test_the_language_is_found_from_the_first_message(city: City, siti: Person, words: str, language: str) -> None:
    siti.says(words)

    assert citizens(city)[0].language == language


@pytest.mark.parametrize("words", ["/masuk I-THE-IN-OF", "/start i-THEIN0FAT", "/tautkan THE-ISAT"])
def test_a_code_says_nothing_about_the_language(city: City, siti: Person, words: str) -> None:
    siti.says(words)

    assert citizens(city)[0].language == "id"


def test_another_language_can_be_chosen(city: City, siti: Person) -> None:
    siti.says("halo")
    siti.says("/bahasa")
    siti.taps("English")
    siti.hears("we will use English")
    siti.says("menu")
    siti.hears("Please choose")
    siti.says("bahasa min")

    siti.says("/bahasa min")
    siti.hears("baso Minang")


def test_changing_the_language_in_the_middle_puts_the_question_again(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.says("/bahasa en")

    assert any("What is it about?" in message for message in siti.new)


@pytest.mark.parametrize("word", ["halo min", "Assalamualaikum", "selamat pagi pak", "p", "tes"])
def test_a_greeting_gets_a_greeting_and_the_choices(city: City, siti: Person, word: str) -> None:
    siti.says(word)

    assert siti.hears("Ada yang bisa kami bantu?").buttons


def test_the_menu_works_by_button_or_number(city: City, siti: Person) -> None:
    siti.says("halo")
    siti.taps("Buat laporan")

    siti.hears("Ceritakan apa yang terjadi")


@pytest.mark.parametrize("word", ["/bantuan", "bantuan", "help", "/help"])
def test_help_lists_what_a_citizen_may_do(city: City, siti: Person, word: str) -> None:
    siti.says(word)
    told = siti.hears("/lapor", "/status", "/bahasa")

    assert "/tiket" not in told


def test_an_unknown_command_is_answered(city: City, siti: Person) -> None:
    siti.says("/qwerty")

    siti.hears("tidak kami kenal")


def test_after_hours_we_ask_whether_to_go_on(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.taps("Lampu jalan")
    city.clock.forward(hours=5)
    siti.says("Pasar Usang")
    siti.hears("Tadi Anda sedang menulis laporan", "Lampu jalan mati di Pasar Usang")
    siti.taps("Lanjutkan")

    siti.hears("Ada foto")


def test_starting_anew_uses_what_was_just_said(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    city.clock.forward(hours=5)
    siti.says("Sampah menumpuk di depan pasar belum diangkut")
    siti.taps("Mulai baru")
    question = siti.hears("Ini tentang apa?")
    siti.taps(next(label for label in question.buttons if "Sampah" in label))
    siti.says("Pasar Usang")
    siti.taps("Tanpa foto")
    siti.taps("Umum")
    siti.taps("Kirim")

    assert [complaint.text for complaint in city.complaints()] == ["Sampah menumpuk di depan pasar belum diangkut"]


def test_a_second_complaint_during_the_first_asks_first(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.says("/lapor")
    siti.hears("Mau dilanjutkan, atau mulai baru?")
    siti.taps("Lanjutkan")

    siti.hears("Ini tentang apa?")


def test_a_pressed_button_after_hours_needs_no_question(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says("Lampu jalan mati di Pasar Usang")
    city.clock.forward(hours=5)
    siti.taps("Lampu jalan")

    siti.hears("Di mana tempatnya?")


@pytest.mark.parametrize("words", ["KEBAKARAN di pasar usang!", "tolong ado urang kacilakaan di silaiang"])
def test_an_emergency_is_answered_first_with_the_numbers(city: City, siti: Person, words: str) -> None:
    siti.says(words)

    assert "112" in siti.new[0]


def test_an_emergency_in_the_middle_loses_nothing(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.says("kebakaran!!")
    assert "112" in siti.new[0]
    siti.taps("Lampu jalan")

    siti.hears("Di mana tempatnya?")


@pytest.mark.parametrize("word", ["STOP", "Berhenti", "/stop", "/berhenti"])
def test_stop_is_confirmed_once_and_recorded(city: City, siti: Person, word: str) -> None:
    siti.says("halo")
    siti.says(word)
    siti.hears("tidak akan menerima pengumuman lagi")
    siti.says(word)
    siti.hears("memang sudah berhenti")

    assert citizens(city)[0].stopped_at == city.clock.now()


def test_a_question_nobody_has_answered_becomes_a_request_for_information_with_one_tap(
    city: City, siti: Person
) -> None:
    siti.says("berapa ekor angsa di kolam taman kota?")
    siti.taps("Tanya petugas")
    siti.hears("Nomor pertanyaan Anda", siti.number())

    (request,) = city.complaints()
    assert (request.kind, request.text) == ("information", "berapa ekor angsa di kolam taman kota?")


def test_a_fault_of_ours_apologises_and_keeps_the_answers(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    whole, city.receiver = city.receiver, Receiver(replace(city.desk, texts=Broken(("id", "en", "min"))))
    siti.says("Lampu jalan")
    siti.hears("gangguan di pihak kami")
    city.receiver = whole
    siti.says("Lampu jalan")

    siti.hears("Di mana tempatnya?")


class Broken(Texts):
    """Texts of which one question is missing."""

    def say(self, language: str, key: str, /, **arguments: object) -> str:
        if key == "complaint-place":
            raise KeyError(key)
        return super().say(language, key, **arguments)


def test_one_bad_message_does_not_take_the_others_down(city: City) -> None:
    good, bad = city.citizen("telegram", "Siti"), city.citizen("telegram", "Rina")
    for person in (good, bad):
        person.says("Lampu jalan mati di Pasar Usang")
    city.receiver = Receiver(replace(city.desk, texts=Broken(("id", "en", "min"))))
    verdicts = city.receive(good.inbound(text="/menu"), bad.inbound(text="Lampu jalan"), good.inbound(text="/bantuan"))

    assert verdicts == ["handled", "failed", "handled"]


def test_two_channels_are_linked_by_a_code_and_complaints_follow(city: City) -> None:
    phone, web = city.citizen("telegram", "Siti"), city.citizen("webchat", "Siti")
    first = files(phone)
    second = files(web, "Sampah menumpuk di depan pasar tidak diangkut")
    phone.says("/tautkan")
    code = phone.hears("Kode Anda").text.split("Kode Anda: ")[1].split()[0]
    web.says(f"/tautkan {code}")
    web.hears("kedua aplikasi menampilkan semua laporan")
    web.taps("Ya, hubungkan")
    web.hears("Terhubung")

    for side in (phone, web):
        side.says("/status")
        side.hears(first, second)


def test_a_code_works_once_and_not_for_ever(city: City) -> None:
    phone, web, other = (city.citizen(channel) for channel in ("telegram", "webchat", "whatsapp"))
    phone.says("/tautkan")
    code = phone.hears("Kode Anda").text.split("Kode Anda: ")[1].split()[0]
    city.clock.forward(minutes=11)
    web.says(f"/tautkan {code}")
    web.hears("salah, sudah dipakai atau sudah lewat")
    phone.says("/tautkan")
    code = phone.hears("Kode Anda").text.split("Kode Anda: ")[1].split()[0]
    web.says(f"/tautkan {code}")
    web.taps("Ya, hubungkan")
    other.says(f"/tautkan {code}")

    other.hears("salah, sudah dipakai")


def test_a_whatsapp_person_keeps_complaints_when_the_number_changes_hands(city: City) -> None:
    """Business-scoped ids last; a number given to somebody else brings a new citizen."""
    old = city.citizen("whatsapp", "Siti", "7001")
    hello = old.inbound(text="halo")
    city.receive(replace(hello, aliases=("whatsapp:ID.siti", hello.sender)))
    city.receive(replace(old.inbound(text="/status"), aliases=("whatsapp:ID.rina", hello.sender)))

    assert len(citizens(city)) == 2
