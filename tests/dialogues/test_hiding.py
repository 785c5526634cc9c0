"""A complaint that is made secret after it was filed: who lets go of it, what stays, and who lifts it."""

from __future__ import annotations

import pytest
from sqlmodel import select

from storage.models import Complaint
from tests.city import City, Person, files
from tests.dialogues.test_identity import NAME, STORY, told, unheard


@pytest.fixture
def budi(city: City) -> Person:
    """An operator of the agency that looks after street lights."""
    return city.officer("perkimlh", "Budi")


@pytest.fixture
def siti(city: City) -> Person:
    """A citizen who wrote too much of herself."""
    return city.citizen("whatsapp", NAME)


def test_staff_make_a_complaint_secret_and_let_go_of_it(city: City, budi: Person, siti: Person) -> None:
    ira, ani = city.officer("inspektorat", "Ira"), city.officer("perkimlh", "Ani")
    number = files(siti, STORY)
    budi.says(f"/ambil {number}")
    budi.says(f"/rahasiakan {number}")
    budi.hears("pelapor akan membacanya")
    unheard(ani, siti)
    budi.says("Menyebut nama kepala dinas kami")
    budi.hears("hanya ada pada Inspektorat", "tidak bisa ditarik")
    assert "Menyebut nama" not in told(ani)
    ani.hears(f"{number}: dirahasiakan")
    siti.hears("dirahasiakan petugas", "Inspektorat", "Menyebut nama kepala dinas", f"/terbuka {number}")
    assert len([message for message in ira.heard if "Lampu jalan mati" in message]) == 1

    for outsider in (budi, ani, city.citizen("telegram", "Rina")):
        unheard(outsider)
        outsider.says(f"/status {number}")
        outsider.hears("tidak kami temukan")
    with city.database.read() as session:
        complaint = session.exec(select(Complaint)).one()
        assert (complaint.visibility, complaint.assignee_id, complaint.status) == ("secret", None, "received")
    assert city.events(number)[:3] == ["filed", "taken", "hidden"]


def test_what_has_ended_stays_ended_when_it_is_made_secret(city: City, budi: Person, siti: Person) -> None:
    ira = city.officer("inspektorat", "Ira")
    number = files(siti, STORY)
    budi.says(f"/selesai {number} Lampu sudah diganti")
    siti.says(f"/beres {number}")
    budi.says(f"/rahasiakan {number} Menyebut nama kepala dinas kami")
    ira.says(f"/lihat {number}")
    ira.hears(number, "selesai")
    with city.database.read() as session:
        complaint = session.exec(select(Complaint)).one()

    assert (complaint.visibility, complaint.status, complaint.outcome) == ("secret", "closed", "confirmed")
    assert complaint.closed_at is not None


def test_only_the_citizen_lifts_the_secret(city: City, siti: Person) -> None:
    ira = city.officer("inspektorat", "Ira", "head")
    number = files(siti, STORY, "Rahasia")
    ira.says(f"/terbuka {number}")
    ira.hears("rahasia Anda sendiri")
    ira.says(f"/rahasiakan {number} sudah")
    ira.hears("memang sudah rahasia")
    siti.says(f"/status {number}")
    siti.says(f"/terbuka {number}")
    siti.hears("Siapa yang boleh melihat")
    siti.says("Anonim")
    siti.hears("sekarang anonim")
    ira.hears("tidak lagi rahasia")

    assert city.events(number) == ["filed", "shown"]
    assert city.complaints()[0].visibility == "anonymous"
    siti.says(f"/terbuka {number}")
    siti.hears("rahasia Anda sendiri")
