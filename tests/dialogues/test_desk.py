"""Staff file for people at the desk or on the phone, who can follow it on a phone of their own."""

from __future__ import annotations

import re

import pytest
from sqlmodel import select

from storage.models import Address
from tests.city import City, Person


@pytest.fixture
def ani(city: City) -> Person:
    """A clerk of the agency that looks after street lights."""
    return city.officer("perkimlh", "Ani")


def at_the_desk(clerk: Person, name: str = "Bu Rosna", phone: str = "0812 3456 7890") -> str:
    """Let the clerk write a complaint down; returns its number."""
    clerk.says("/loket")
    clerk.hears("Siapa nama pelapornya?")
    clerk.says(name)
    clerk.hears("Nomor telepon pelapor?")
    clerk.says(phone)
    clerk.hears("Ceritakan apa yang terjadi")
    clerk.says("Lampu jalan mati di Pasar Usang sejak minggu lalu")
    clerk.taps("Lampu jalan")
    clerk.says("Pasar Usang")
    clerk.taps("Tanpa foto")
    clerk.taps("Anonim")
    clerk.taps("Kirim")
    return clerk.number()


def test_a_clerk_files_for_somebody_at_the_desk(city: City, ani: Person) -> None:
    number = at_the_desk(ani)
    ani.hears(f"Laporan {number} dicatat untuk pelapor", "/tautkan")
    (complaint,) = city.complaints()

    assert complaint.filed_by_id is not None
    assert city.events(number) == ["filed"]
    with city.database.read() as session:
        address = session.exec(select(Address).where(Address.channel == "phone")).one()
    assert (address.channel, address.value, address.name) == ("phone", "+6281234567890", "Bu Rosna")
    assert address.citizen_id == complaint.citizen_id


def test_news_for_somebody_without_a_channel_goes_to_the_clerk_who_wrote_it_down(city: City, ani: Person) -> None:
    number = at_the_desk(ani)
    head = city.officer("perkimlh", "Budi", role="head")
    head.says(f"/balas {number} Besok kami perbaiki")
    ani.read = 0

    ani.hears("Sampaikan kepada pelapor", number, "Besok kami perbaiki")


def test_the_code_lets_the_owner_follow_on_a_phone_of_their_own(city: City, ani: Person) -> None:
    number = at_the_desk(ani)
    code = re.search(r"/tautkan (\w{4}-\w{4})", ani.hears("/tautkan").text)
    assert code
    rosna = city.citizen("whatsapp", "Rosna")
    rosna.says(f"/tautkan {code[1]}")
    rosna.taps("Ya, hubungkan")
    rosna.says("/status")
    rosna.hears(number)
    ani.says(f"/balas {number} Besok kami perbaiki")

    rosna.read = 0
    rosna.hears("Besok kami perbaiki")


def test_the_same_number_is_the_same_citizen(city: City, ani: Person) -> None:
    at_the_desk(ani)
    at_the_desk(ani, name="Rosna", phone="+62 812-3456-7890")
    first, second = city.complaints()

    assert first.citizen_id == second.citizen_id


def test_somebody_may_leave_no_name_and_no_number(city: City, ani: Person) -> None:
    at_the_desk(ani, name="-", phone="-")
    at_the_desk(ani, name="-", phone="Tanpa nomor")
    first, second = city.complaints()

    assert first.citizen_id != second.citizen_id


def test_a_number_that_is_none_is_asked_again(ani: Person) -> None:
    ani.says("/loket")
    ani.says("Bu Rosna")
    ani.says("rumahnya di ganting")
    ani.hears("Nomor itu tidak kami kenali")
    ani.says("08123")

    ani.hears("Nomor itu tidak kami kenali")


def test_the_desk_is_for_staff(siti: Person) -> None:
    siti.says("/loket")

    siti.hears("untuk petugas")


def test_the_number_at_sp4n_is_noted_shown_and_found(city: City, ani: Person) -> None:
    number = at_the_desk(ani)
    ani.says(f"/sp4n {number} #1916449")
    ani.hears(number, "#1916449")
    ani.says(f"/lihat {number}")
    ani.hears("SP4N-LAPOR! #1916449")
    ani.says("/sp4n 1916449")
    ani.hears(f"laporan {number}")
    other = city.officer("dpupr", "Dodi")
    other.says("/sp4n 1916449")
    other.hears("belum tercatat")
    ani.says(f"/sp4n {number} abc")

    ani.hears("/sp4n 1042-9 1916449")
