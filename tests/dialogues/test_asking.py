"""A question is answered with its source, followed up, rated, or handed to a person whose reply comes back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from sqlmodel import col, select

from handlers.city import load_city
from storage import answers
from storage.answers import Content
from storage.models import Question
from tests.city import RULES, City, Heard, Person, files

GOOSE = "bagaimana resep rendang angsa?"  # nobody has answered that


def publish(city: City, key: str, title: str, **given: Any) -> None:
    """The city answers something more, and every process knows."""
    content = Content(key, "id", title, f"Isi {title}.", source="Perwako 1/2026", checked=dt.date(2026, 11, 1))
    with city.database.write() as session:
        answers.put(session, [replace(content, **given)], now=city.clock.now())
    city.follow()


def asked(city: City) -> list[Question]:
    """What has been written down, in order."""
    with city.database.read() as session:
        return list(session.exec(select(Question).order_by(col(Question.id))).all())


def labels(message: Heard | None) -> list[str]:
    return list(message.buttons) if message is not None else []


# --- an answer


def test_an_answer_names_its_source_and_the_day_it_was_checked(siti: Person) -> None:
    siti.says("ktp ilang gmn")

    siti.hears("KTP-el hilang", "surat kehilangan", "Sumber: Perpres 96/2018", "24 November 2026", "membantu?")


def test_an_answer_speaks_the_citizens_language(city: City) -> None:
    rina = city.citizen("telegram")
    rina.says("how do I move to Padang Panjang?")

    rina.hears("Source:", "Did this help?")


def test_what_is_not_there_in_a_language_comes_in_the_citys_first(city: City) -> None:
    publish(city, "angsa", "Resep rendang angsa")
    rina = city.citizen("telegram")
    rina.says("what is the resep of rendang angsa?")
    rina.hears("Isi Resep rendang angsa.", "Source: Perwako 1/2026")


@pytest.mark.parametrize("until", [dt.date(2026, 11, 23), dt.date(2026, 11, 24)])
def test_an_answer_past_its_last_day_comes_with_a_warning(city: City, until: dt.date) -> None:
    publish(city, "angsa", "Resep rendang angsa", valid_until=until)
    siti = city.citizen("telegram")
    siti.says(GOOSE)
    said = siti.hears("Isi Resep")

    assert ("belum diperbarui" in said) == (until < dt.date(2026, 11, 24))


@pytest.mark.parametrize(
    ("action", "text", "button"),
    [
        ("/cuaca", "", "/cuaca"),
        ("/lapor", "", "Buat laporan"),
        ("https://dukcapil.kemendagri.go.id", "🔗 https://dukcapil.kemendagri.go.id", ""),
        ("tel:112", "☎️ 112", ""),
        ("service:ktp_hilang", "", "Syarat, biaya, waktu"),
        ("service:tidak_ada", "", ""),
    ],
)
def test_an_answer_leads_on(city: City, action: str, text: str, button: str) -> None:
    publish(city, "angsa", "Resep rendang angsa", action=action)
    siti = city.citizen("telegram")
    siti.says(GOOSE)
    said = siti.hears("Isi Resep", text)

    assert any(button in label for label in said.buttons)
    assert len(said.buttons) == 2 + bool(button)


def test_files_that_we_hold_come_with_the_answer(city: City) -> None:
    held = {"kind": "document", "ref": "stored:abc.pdf", "mime": "application/pdf", "name": "F-1.02.pdf"}
    publish(city, "angsa", "Resep rendang angsa", attachments=[held, {"kind": "photo", "ref": "AgAC"}])
    siti = city.citizen("telegram")

    assert sum(message.media for message in siti.says(GOOSE)) == 1


def test_answers_are_taken_up_without_a_restart(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says(GOOSE)
    siti.hears("belum punya jawaban")
    publish(city, "angsa", "Resep rendang angsa")
    siti.says(GOOSE)
    siti.hears("Isi Resep")
    with city.database.write() as session:
        answers.remove(session, answers.by_key(session, "angsa"), now=city.clock.now())
    city.follow()
    siti.taps("Ya")
    siti.says(GOOSE)

    siti.hears("belum punya jawaban")


def test_commands_buttons_and_plain_complaints_cost_no_search(city: City) -> None:
    with city.database.read() as session:
        city.snapshot = load_city(session, RULES)
    siti = city.citizen("telegram")
    for said in ("/menu", "halo", "terima kasih", "Lampu jalan mati di Pasar Usang"):
        siti.says(said)
    siti.taps("Lampu jalan")

    assert "engine" not in vars(city.snapshot.library)


# --- a choice


def test_several_likely_answers_are_offered_and_the_choice_is_kept(city: City, siti: Person) -> None:
    siti.says("surek pindah dari padang")
    siti.taps("warga Padang Panjang")
    (question,) = asked(city)

    assert (question.decision, question.chosen) == ("offer", True)
    assert question.answer_key == question.offered[0] == "pindah_masuk"


def test_a_choice_may_be_typed_by_its_number(city: City) -> None:
    siti = city.citizen("whatsapp")
    siti.says("surek pindah dari padang")
    siti.says("2")

    assert asked(city)[0].answer_key == asked(city)[0].offered[1]


# --- did it help?


@pytest.mark.parametrize(
    ("said", "helpful"), [("ya", True), ("👍", True), ("sangat membantu", True), ("belum", False), ("👎", False)]
)
def test_whether_it_helped_may_be_said_in_words(city: City, siti: Person, said: str, helpful: bool) -> None:
    siti.says("ktp ilang gmn")
    siti.says(said)

    assert [question.helpful for question in asked(city)] == [helpful]


def test_what_did_not_help_leads_to_others_and_then_to_a_person(city: City, siti: Person) -> None:
    siti.says("ktp rusak gmn")
    siti.taps("Belum")
    other = labels(siti.hears("Maaf, itu belum menjawab"))
    siti.taps(other[0].removeprefix("1. "))
    (question,) = asked(city)

    assert any("Tanya petugas" in label for label in other)
    assert question.answer_key == question.offered[0] != "ktp_rusak"
    assert question.helpful is None
    siti.hears("Apakah ini membantu?")


def test_a_button_of_somebody_else_does_nothing(city: City) -> None:
    siti, rina = city.citizen("telegram"), city.citizen("telegram", "Rina")
    siti.says("ktp ilang gmn")
    rina.says("/info #1 belum")
    rina.hears("sudah tidak ada")
    rina.says("/info #99 petugas")

    assert asked(city)[0].helpful is None
    assert city.complaints() == []


# --- a complaint in disguise


def test_a_complaint_is_filed_with_the_words_already_in(city: City) -> None:
    siti = city.citizen("telegram")
    files(siti, "lampu jalan mati dekat Pasar Usang")

    assert asked(city) == []
    assert city.complaints()[0].text == "lampu jalan mati dekat Pasar Usang"


def test_where_a_sure_answer_may_be_a_complaint_reporting_comes_first(city: City, siti: Person) -> None:
    siti.says("Dokter di puskesmas sering datang terlambat")
    siti.taps("Buat laporan")
    siti.hears("tentang apa")
    siti.taps(labels(siti.last)[0].removeprefix("1. "))

    siti.hears("Di mana tempatnya?")


# --- following up


@pytest.mark.parametrize(("said", "heard"), [("berapa biayanya?", "Biaya"), ("syaratnya apa", "Surat kehilangan")])
def test_what_is_asked_next_is_asked_of_the_same_service(city: City, siti: Person, said: str, heard: str) -> None:
    siti.says("ktp ilang gmn")
    siti.says(said)
    siti.hears("KTP-el hilang", heard)

    assert [(row.decision, row.answer_key) for row in asked(city)][1:] == [("follow_up", "ktp_hilang")]


def test_after_half_an_hour_it_is_forgotten_what_the_talk_was_of(city: City, siti: Person) -> None:
    siti.says("ktp ilang gmn")
    city.clock.forward(minutes=31)
    siti.says("berapa biayanya?")

    assert not any("KTP-el hilang" in message for message in siti.new)


def test_a_service_card_can_be_asked_about_too(siti: Person) -> None:
    siti.says("/layanan ktp_hilang")
    siti.says("brp biayanya")

    siti.hears("KTP-el hilang", "Biaya")


def test_without_anything_shown_before_we_ask_what_about(siti: Person) -> None:
    siti.says("biayanya berapa?")

    siti.hears("Tentang layanan atau kantor apa?")


# --- to a person


def test_one_tap_files_a_question_and_the_reply_comes_back(city: City, siti: Person) -> None:
    kiki = city.officer("diskominfo", "Kiki")
    siti.says(GOOSE)
    siti.hears("belum punya jawaban", "Kominfo", "Buka sekarang")
    siti.taps("Tanya petugas")
    number = siti.number()
    siti.hears("Nomor pertanyaan Anda", number, "paling lambat")
    kiki.says(f"/balas {number} Ada tujuh ekor angsa")
    siti.read = 0
    siti.hears("Ada tujuh ekor angsa")
    (question,), (filed,) = asked(city), city.complaints()

    assert (filed.kind, filed.visibility, filed.place_text) == ("information", "anonymous", "")
    assert (question.complaint_id, question.agency_id) == (filed.id, filed.agency_id)


@pytest.mark.parametrize(("said", "filed"), [("boleh", 1), ("ya", 1), ("tidak", 0)])
def test_a_person_may_be_accepted_in_words(city: City, siti: Person, said: str, filed: int) -> None:
    siti.says(GOOSE)
    siti.says(said)

    assert len(city.complaints()) == filed


def test_none_of_the_offered_leads_to_a_person(city: City, siti: Person) -> None:
    siti.says("Pindah dari Padang min")
    siti.hears("Yang mana")
    siti.says("bukan")
    siti.hears("belum menjawab", "Disdukcapil: Buka sekarang")

    assert asked(city)[0].helpful is False


def test_a_question_is_filed_once(city: City, siti: Person) -> None:
    siti.says(GOOSE)
    siti.taps("Tanya petugas")
    siti.says("/info #1 petugas")
    siti.hears("sudah diteruskan", siti.number())

    assert len(city.complaints()) == 1


def test_while_the_office_is_closed_the_citizen_is_told_when_it_opens(city: City, siti: Person) -> None:
    city.clock.forward(hours=12)
    siti.says(GOOSE)
    siti.hears("Tutup sekarang, buka besok")
    siti.taps("Tanya petugas")

    siti.hears("Nomor pertanyaan Anda", "sedang tutup")


def test_a_reply_becomes_a_draft_that_belongs_to_the_question(city: City) -> None:
    siti, eko = city.citizen("whatsapp"), city.officer(None, "Eko", role="admin")
    siti.says(GOOSE)
    siti.taps("Tanya petugas")
    eko.says(f"/balas {siti.number()} Ada tujuh ekor angsa")
    eko.says(f"/jawab {siti.number()}")
    eko.hears("angsa")

    assert asked(city)[0].settled_at == city.clock.now()


def test_what_is_kept_of_a_question_leads_to_nobody(city: City, siti: Person) -> None:
    siti.says("ktp ilang gmn, hp saya 081374001234?")
    (question,) = asked(city)

    assert "081374001234" not in question.text
    assert "ktp ilang gmn" in question.text


def test_the_person_reads_the_words_as_they_were_asked(city: City, siti: Person) -> None:
    said = "bagaimana resep rendang angsa dari 081374001234?"
    siti.says(said)
    siti.taps("Tanya petugas")

    assert city.complaints()[0].text == said


def test_whoever_may_file_no_more_today_is_told_so(city: City) -> None:
    siti = city.citizen("telegram")
    for number in range(RULES.complaints_a_day + 1):
        siti.says(f"{GOOSE} {number}")
        siti.taps("Tanya petugas")

    assert len(city.complaints()) == RULES.complaints_a_day
