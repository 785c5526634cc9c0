"""A code on a door, a link in a leaflet: one tap, and what it was made for is there, for newcomers too."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from handlers.info import payloads
from handlers.info.payloads import Kind, Target
from tests.city import City, Heard, Person

DOOR = Target(Kind.OFFICE, "disdukcapil").payload


def opens(person: Person, payload: str) -> list[Heard]:
    """What a newcomer gets who scans a code for this person's channel."""
    if person.channel == "whatsapp":
        link = payloads.on_whatsapp("+6281234567", payload)
        return person.says(parse_qs(urlsplit(link).query)["text"][0])
    return person.says(f"/start {payload}")


def test_an_offices_door_opens_its_services_for_a_newcomer(siti: Person) -> None:
    notice, shown = opens(siti, DOOR)

    assert "UU 27/2022" in notice
    assert "Layanan di Kantor Disdukcapil" in shown
    assert "KTP-el hilang" in shown.text + "".join(shown.buttons)


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (Target(Kind.SERVICE, "ktp_hilang"), "Surat kehilangan dari kepolisian"),
        (Target(Kind.ANSWER, "ktp_hilang"), "Sumber:"),
    ],
)
def test_a_link_opens_a_service_or_an_answer(city: City, target: Target, words: str) -> None:
    siti = city.citizen()

    assert words in opens(siti, target.payload)[-1]


@pytest.mark.parametrize("kind", Kind)
def test_a_link_to_what_is_no_longer_there_says_so_and_shows_the_menu(city: City, kind: Kind) -> None:
    heard = opens(city.citizen(), Target(kind, "gone").payload)[-1]

    assert "tidak berlaku lagi" in heard
    assert "📝 Buat laporan" in heard.buttons


@pytest.mark.parametrize("payload", ["", "tanya", "kantor", "x" * 200])
def test_any_other_start_is_a_welcome(city: City, payload: str) -> None:
    assert "Selamat datang" in opens(city.citizen(), payload)[-1]


def test_an_office_of_which_the_catalogue_knows_no_service_says_so(city: City) -> None:
    assert "belum ada dalam daftar" in opens(city.citizen(), Target(Kind.OFFICE, "kel_ganting").payload)[-1]


def test_a_link_works_in_the_middle_of_a_report_and_the_report_goes_on(city: City) -> None:
    siti = city.citizen()
    siti.says("/lapor lampu jalan mati di Pasar Usang")
    asked = siti.heard[-1]
    opens(siti, DOOR)

    assert "Layanan di Kantor Disdukcapil" in siti.heard[-1]
    siti.taps(next(iter(asked.buttons)))
    assert "Layanan di" not in siti.heard[-1]
