"""Citizens look up what the city does for them and where: by list, by words, on every channel."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import col, update

from storage.models import Office, Service
from tests.city import City, Heard, Person


def confirm(city: City, kind: type[Office] | type[Service], code: str, **known: Any) -> None:
    """The city has confirmed what it says of an office or a service."""
    with city.database.write() as session:
        session.exec(update(kind).where(col(kind.code) == code).values(verified=True, **known))


def last(person: Person, words: str) -> Heard:
    """What is said back, the notice for newcomers aside."""
    return person.says(words)[-1]


def test_the_catalogue_leads_by_agency_to_a_service(siti: Person) -> None:
    siti.says("/layanan")
    siti.taps("Disdukcapil")
    siti.taps("KTP-el hilang")
    card = siti.heard[-1]

    assert "• Surat kehilangan dari kepolisian" in card
    assert "1. Minta surat kehilangan di kantor polisi" in card
    assert "Dasar: Perpres 96/2018" in card


def test_a_long_list_has_pages(city: City) -> None:
    siti = city.citizen()
    last(siti, "/layanan =disdukcapil")
    siti.taps("Berikutnya")
    second = siti.heard[-1]
    siti.taps("Sebelumnya")

    assert "Akta kematian ⏳" in second.buttons
    assert "KTP-el hilang" in siti.heard[-1].buttons


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("/layanan ktp ilang", "KTP-el hilang"),
        ("/layanan akta lahia", "Akta kelahiran"),
        ("/services lost family card", "Kartu Keluarga hilang"),
        ("/layanan urus kk rusak", "Kartu Keluarga rusak"),
    ],
)
def test_words_find_a_service_by_any_of_its_names(city: City, said: str, title: str) -> None:
    assert last(city.citizen(), said).text.startswith(title)


def test_words_that_fit_several_services_offer_them(city: City) -> None:
    heard = last(city.citizen(), "/layanan ktp")

    assert {"KTP-el hilang", "KTP-el rusak"} < set(heard.buttons)


def test_words_that_name_an_agency_show_what_it_does(city: City) -> None:
    assert "KTP-el hilang" in last(city.citizen(), "/layanan disdukcapil").buttons


def test_words_that_fit_nothing_say_so(city: City) -> None:
    assert "tidak kami temukan" in last(city.citizen(), "/layanan <xyzzy>")


def test_a_draft_is_not_shown_as_fact(city: City) -> None:
    """First identity card: its requirements and its fee are known from memory only."""
    card = last(city.citizen(), "/layanan ktp_baru").text

    assert "belum dikonfirmasi" in card
    assert "tanyakan kepada Kantor Disdukcapil" in card
    assert "17 tahun" not in card
    assert "Tidak dipungut" not in card


def test_what_is_not_known_says_so_and_names_who_knows(city: City) -> None:
    confirm(city, Office, "disdukcapil", phone="0752 12345")
    card = last(city.citizen(), "/layanan ktp_hilang")

    assert "Biayanya belum kami ketahui" in card
    assert "tanyakan kepada Kantor Disdukcapil (telepon 0752 12345)" in card


def test_what_is_known_of_everything_asks_nobody(city: City) -> None:
    known = {"fee": {"id": "gratis", "en": "free"}, "time": {"id": "1 hari"}, "steps": {"id": []}}
    confirm(city, Service, "ktp_hilang", **known, requirements={"id": []})
    card = last(city.citizen(), "/layanan ktp_hilang")

    assert "Biaya: gratis" in card
    assert "Tidak ada berkas" in card
    assert "tanyakan" not in card


def test_an_office_nobody_confirmed_shows_only_the_usual_hours_and_says_so(city: City) -> None:
    with city.database.write() as session:
        session.exec(update(Office).where(col(Office.code) == "rsud").values(address="Jl. Rahasia", phone="12345"))
    card = last(city.citizen(), "/kantor rsud").text

    assert "Jl. Rahasia" not in card
    assert "12345" not in card
    assert "tutup 14.00, menurut jam kerja umum" in card
    assert "belum dikonfirmasi kantornya" in card


def test_a_confirmed_office_shows_address_pin_phone_and_hours(city: City) -> None:
    confirm(city, Office, "rsud", address="Jl. Tabek Gadang", phone="0752 1", lat=-0.47, lon=100.4)
    card = last(city.citizen(), "/kantor rsud")

    assert card.text.splitlines()[2] == "🕒 Buka sekarang, tutup 14.00"
    assert "📍 Jl. Tabek Gadang" in card
    assert "query=-0.470000%2C100.400000" in card
    assert "☎️ 0752 1" in card
    assert "Senin–Kamis: 07.30–14.00\nJumat: 07.30–11.30\nSabtu: 07.30–13.00\nMinggu: tutup" in card
    assert "umum" not in card


def test_what_a_confirmed_office_has_not_told_is_said_to_be_unknown(city: City) -> None:
    confirm(city, Office, "rsud", address="Jl. Tabek Gadang")

    assert "Nomor telepon kantor ini belum kami ketahui" in last(city.citizen(), "/kantor rsud")


def test_offices_are_listed_found_and_lead_to_their_services(siti: Person) -> None:
    siti.says("/kantor")
    siti.taps("Berikutnya")
    siti.says("/kantua lurah gantiang")
    found = siti.heard[-1]
    siti.taps("Layanan di sini")

    assert "Kantor Lurah Ganting" in found
    assert "belum ada dalam daftar" in siti.heard[-1]


def test_an_office_of_several_is_chosen(city: City) -> None:
    siti = city.citizen()

    assert "Kantor Lurah Ganting" in last(siti, "/kantor lurah").buttons
    assert "tidak ada dalam daftar" in last(siti, "/kantor xyzzy")


def test_on_a_sunday_the_office_says_when_it_opens(city: City) -> None:
    city.clock.forward(days=5)
    confirm(city, Office, "disdukcapil")

    assert "🕒 Tutup sekarang, buka besok 07.30" in last(city.citizen(), "/kantor disdukcapil")


def test_words_of_ones_own_ask_when_a_confirmed_office_is_open(city: City) -> None:
    confirm(city, Office, "rsud")
    city.follow()

    assert "Buka sekarang, tutup 14.00" in last(city.citizen(), "RSUD tutup jam berapa?")


def test_words_of_ones_own_that_fit_two_offices_offer_both(city: City) -> None:
    for code in ("kel_pasar_usang", "kel_pasar_baru"):
        confirm(city, Office, code)
    city.follow()
    siti = city.citizen()

    assert set(last(siti, "alamat kantor lurah pasar").buttons) == {
        "Kantor Lurah Pasar Usang",
        "Kantor Lurah Pasar Baru",
    }


def test_a_follow_up_that_nobody_can_answer_goes_to_a_person_with_the_service_named(city: City) -> None:
    siti = city.citizen()
    siti.says("ktp hilang gimana")
    cost = last(siti, "berapa biayanya?")
    siti.taps("Tanya petugas")
    (complaint,) = city.complaints()

    assert "Biayanya belum kami ketahui" in cost
    assert complaint.text == "KTP-el hilang: berapa biayanya?"


def test_a_follow_up_that_is_known_needs_nobody(city: City) -> None:
    siti = city.citizen()
    siti.says("ktp hilang gimana")
    needed = last(siti, "apo se syaraiknyo?")

    assert "• Surat kehilangan dari kepolisian" in needed
    assert not [label for label in needed.buttons if "petugas" in label]


def test_the_card_of_a_draft_leads_to_what_is_known_otherwise(city: City) -> None:
    siti = city.citizen()
    siti.says("/layanan ktp_baru")
    siti.taps("Tanya soal ini")

    assert "Layanan “" not in siti.heard[-1]
    assert "❓ Tanya soal ini" not in siti.heard[-1].buttons
