"""Staff merge what is about the same, part it again, make two out of one, and link what belongs together."""

from __future__ import annotations

import pytest
from sqlmodel import select

from handlers.complaints import merged
from storage import supporters
from storage.models import Complaint, ComplaintLink
from tests.city import City, Person, files


@pytest.fixture
def budi(city: City) -> Person:
    """An operator of the agency that looks after street lights."""
    return city.officer("perkimlh", "Budi")


@pytest.fixture
def ani(city: City) -> Person:
    """Who filed first."""
    return city.citizen("telegram", "Ani")


@pytest.fixture
def tono(city: City) -> Person:
    """Who filed the same later."""
    return city.citizen("telegram", "Tono")


def statuses(city: City) -> list[str]:
    return [each.status for each in city.complaints()]


def followers(city: City, place: int) -> int:
    """How many follow the complaint filed at that place, counted by rows and as the complaint says."""
    complaint = city.complaints()[place]
    with city.database.read() as session:
        rows = len(supporters.of(session, complaint.id or 0))
    assert rows == complaint.supporters
    return rows


def test_a_merged_complaint_lives_on_in_the_other(city: City, ani: Person, tono: Person, budi: Person) -> None:
    first, second = files(ani), files(tono)
    tono.read, ani.read = len(tono.heard), len(ani.heard)
    budi.says(f"/gabung {second} {first}")
    budi.hears(f"{second} digabung ke {first}", "1 pendukung")
    tono.hears(second, "digabung dengan laporan", first)
    assert not ani.new
    assert statuses(city) == ["received", "merged"]
    assert (city.events(first), city.events(second)) == (["filed", "linked"], ["filed", "merged"])
    tono.read = len(tono.heard)
    budi.says(f"/selesai {first} sudah menyala")
    tono.hears(first, "dinyatakan selesai", "sudah menyala")
    assert not any("beres" in label for message in tono.new for label in message.buttons)
    tono.says(f"/beres {second}")
    tono.hears(first, "yang menjawab")
    ani.says(f"/beres {first}")
    tono.says(f"/status {second}")
    tono.hears(second, first, "sudah beres")
    budi.says(f"/lihat {first}")
    budi.hears("Didukung 1 warga lain", f"Digabung ke sini: {second}", "laporan lain digabung ke sini")
    budi.says(f"/lihat {second}")

    budi.hears(f"Digabung ke {first}")


def test_it_is_merged_by_the_button_on_the_card(city: City, ani: Person, tono: Person, budi: Person) -> None:
    first, second = files(ani), files(tono)
    budi.taps(f"Gabung ke {first}")
    budi.hears(f"{second} digabung ke {first}")
    budi.taps("Pisahkan lagi")
    budi.hears("berdiri sendiri lagi")

    assert statuses(city) == ["received", "received"]


def test_in_reply_to_a_card_one_number_is_enough(city: City, ani: Person, tono: Person, budi: Person) -> None:
    first, second = files(ani), files(tono)
    card = next(message for message in budi.heard if f"🆕 {second}" in message)
    budi.replies(card, f"/gabung {first}")

    budi.hears(f"{second} digabung ke {first}")


def test_on_whatsapp_it_is_typed(city: City, ani: Person, tono: Person) -> None:
    rina = city.officer("perkimlh", "Rina", channel="whatsapp")
    first, second = files(ani), files(tono)
    rina.says(f"/merge {second} {first}")
    rina.hears(f"{second} digabung ke {first}")


def test_what_is_added_to_a_merged_complaint_reaches_the_other(
    city: City, ani: Person, tono: Person, budi: Person
) -> None:
    first, second = files(ani), files(tono)
    budi.says(f"/gabung {second} {first}")
    tono.says(f"/tambah {second} yang di ujung gang juga mati")
    tono.hears("Sudah ditambahkan", first)
    budi.says(f"/lihat {first}")

    budi.hears("ujung gang juga mati")
    assert city.events(first) == ["filed", "linked", "supported"]


def test_supporters_come_along_and_go_again(city: City, ani: Person, tono: Person, budi: Person) -> None:
    first, second = files(ani), files(tono)
    rina, joni = city.citizen("telegram", "Rina"), city.citizen("telegram", "Joni")
    rina.says(f"/dukung {second}")
    joni.says(f"/dukung {second}")
    joni.says(f"/dukung {first}")
    budi.says(f"/gabung {second} {first}")
    assert (followers(city, 0), followers(city, 1)) == (3, 2)  # Tono, Rina, and Joni, who was there
    budi.says(f"/pisah {second}")

    assert (followers(city, 0), followers(city, 1)) == (1, 2)


def test_chains_are_followed_and_part_where_they_are_cut(city: City, ani: Person, tono: Person, budi: Person) -> None:
    rina = city.citizen("telegram", "Rina")
    first, second, third = files(ani), files(tono), files(rina)
    budi.says(f"/gabung {third} {second}")
    budi.says(f"/gabung {second} {first}")
    assert [followers(city, place) for place in range(3)] == [2, 1, 0]
    with city.database.read() as session:
        last = session.exec(select(Complaint).where(Complaint.number == third)).one()
        assert merged.trunk(session, last).number == first
    rina.read = len(rina.heard)
    budi.says(f"/proses {first}")
    rina.hears(first, "mulai dikerjakan")
    budi.says(f"/pisah {third}")

    assert [followers(city, place) for place in range(3)] == [1, 0, 0]
    assert statuses(city) == ["processing", "merged", "received"]


def test_a_citizen_who_filed_both_does_not_support_themselves(city: City, ani: Person, budi: Person) -> None:
    first, second = files(ani), files(ani)
    budi.says(f"/gabung {second} {first}")

    assert followers(city, 0) == 0


def test_what_cannot_be_merged_is_refused_kindly(city: City, ani: Person, tono: Person, budi: Person) -> None:
    first, second, third = files(ani), files(tono), files(ani)
    budi.says(f"/gabung {first} {first}")
    budi.hears("laporan yang sama")
    budi.says(f"/gabung {second}")
    budi.hears("Tulis dua nomor")
    budi.says(f"/pisah {second}")
    budi.hears("tidak sedang digabung")
    budi.says(f"/gabung {second} {first}")
    for command in (f"/gabung {second} {third}", f"/gabung {third} {second}", f"/gabung {first} {second}"):
        budi.says(command)
        budi.hears(f"{second} sudah digabung ke {first}")
    budi.says(f"/tolak {first} bukan lampu kota")
    budi.says(f"/gabung {third} {first}")
    budi.hears("sudah ditolak")
    budi.says(f"/selesai {second} sudah")
    budi.hears("sudah digabung")

    assert statuses(city) == ["rejected", "merged", "received"]


def test_only_ones_own_agencys_complaints_are_merged(city: City, ani: Person, tono: Person, budi: Person) -> None:
    mine = files(ani)
    other = files(tono, "Jalan aspal berlubang besar di Pasar Usang")
    budi.says(f"/gabung {mine} {other}")
    budi.hears(other, "tidak ada pada Anda")
    stranger = city.officer("dpupr", "Ani")
    stranger.says(f"/gabung {mine} {other}")
    stranger.hears(mine, "tidak ada pada Anda")

    assert statuses(city) == ["received", "received"]


def test_what_is_secret_is_merged_or_linked_with_nothing_open(city: City, ani: Person, tono: Person) -> None:
    ira = city.officer("inspektorat", "Ira")
    secrets = [files(ani, visibility="Rahasia"), files(tono, visibility="Rahasia")]
    ira.says(f"/gabung {secrets[1]} {secrets[0]}")
    ira.hears("laporan rahasia berdiri sendiri")
    ira.says(f"/kait {secrets[1]} {secrets[0]}")
    ira.hears("dikaitkan")

    assert statuses(city) == ["received", "received"]


def test_two_complaints_are_linked_once(city: City, ani: Person, tono: Person, budi: Person) -> None:
    first, second = files(ani), files(tono)
    budi.says(f"/kait {first} {second}")
    budi.hears("dikaitkan")
    budi.says(f"/relate {second} {first}")
    budi.hears("memang sudah terkait")
    budi.says(f"/lihat {second}")
    budi.hears(f"Terkait: {first}")
    with city.database.read() as session:
        assert len(session.exec(select(ComplaintLink)).all()) == 1
    ani.says(f"/status {first}")

    assert second not in ani.hears(first).text


@pytest.mark.parametrize("typed", [True, False], ids=["typed", "asked for"])
def test_a_part_becomes_a_complaint_of_its_own(city: City, ani: Person, budi: Person, typed: bool) -> None:
    road = city.officer("dpupr", "Rudi")
    first = files(ani, "Lampu jalan mati dan aspal berlubang di Pasar Usang")
    ani.read = len(ani.heard)
    part = "Aspal jalan berlubang besar"
    budi.says(f"/pecah {first} {part}" if typed else f"/pecah {first}")
    if not typed:
        budi.hears("Bagian mana")
        budi.says(part)
    budi.hears("Bagian itu tentang apa")
    budi.taps("Jalan")
    second = city.complaints()[1]
    budi.hears(f"Dari {first} dibuat laporan {second.number}")
    ani.hears(first, "dua hal", str(second.number))
    road.read = 0
    road.hears(f"🆕 {second.number}", part)
    ani.says("/status")
    ani.hears(first, str(second.number))
    budi.says(f"/lihat {first}")
    budi.hears(f"Terkait: {second.number}")
    old = city.complaints()[0]

    assert (second.citizen_id, second.area_code, second.visibility) == (old.citizen_id, old.area_code, old.visibility)
    assert city.events(first) == ["filed", "split"]
    assert city.events(second.number) == ["filed"]
