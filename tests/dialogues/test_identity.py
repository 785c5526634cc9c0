"""Who a citizen is stays with the citizen: looked up with a reason only, logged, told, and by two for a secret."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlmodel import select

from handlers.staff import roster
from storage.models import Audit
from tests.city import City, Person, files

NAME = "Siti Rahmawati"
NIK, PHONE = "1374010101900001", "0812-3456-7890"
STORY = f"Lampu jalan mati di Pasar Usang, saya {NAME}, NIK {NIK}, hubungi {PHONE}"
TRACES = ("Rahmawati", NIK, PHONE, "7654321")


@pytest.fixture
def budi(city: City) -> Person:
    """An operator of the agency that looks after street lights."""
    return city.officer("perkimlh", "Budi")


@pytest.fixture
def hani(city: City) -> Person:
    """Its head."""
    return city.officer("perkimlh", "Hani", "head")


@pytest.fixture
def siti(city: City) -> Person:
    """A citizen whose name and address are known."""
    return city.citizen("whatsapp", NAME, "7654321")


def told(*people: Person) -> str:
    """Everything these people have heard."""
    return "\n".join(message.text for person in people for message in person.heard)


def audited(city: City) -> list[tuple[str, str]]:
    """What was done, and to what, but for the joining of staff."""
    with city.database.read() as session:
        rows = session.exec(select(Audit)).all()
    return [(row.action, row.object) for row in rows if not row.action.startswith("staff.")]


def unheard(*people: Person) -> None:
    """From now on, look at what is new."""
    for person in people:
        person.read = len(person.heard)


# --- what is seen without asking


def test_a_group_sees_neither_the_name_nor_numbers(city: City, budi: Person, siti: Person) -> None:
    there = budi.in_group()
    there.says("/grup")
    number = files(siti, STORY)
    siti.replies(siti.last, f"nomor saya {PHONE}")  # type: ignore[arg-type]
    for said in (f"/lihat {number}", "/tiket", number):
        there.says(said)
    heard = told(there)

    assert "Pelapor: S•••" in heard
    assert "hubungi •••890" in heard
    assert not [trace for trace in TRACES if trace in heard]


def test_alone_an_officer_sees_the_name_of_a_public_complaint_and_no_number(budi: Person, siti: Person) -> None:
    number = files(siti, STORY)
    budi.says(f"/lihat {number}")
    budi.hears(f"Pelapor: {NAME}", "NIK •••001")

    assert NIK not in told(budi)
    assert PHONE not in told(budi)


def test_an_officer_sees_no_name_in_the_words_of_an_anonymous_complaint(budi: Person, siti: Person) -> None:
    number = files(siti, STORY, "Anonim")
    budi.says(f"/lihat {number}")
    budi.says(f"/nomor {number}")
    budi.hears("tidak ingin dikenali")

    assert not [trace for trace in TRACES if trace in told(budi)]


def test_a_number_to_call_back_is_shown_on_demand_and_that_is_kept(city: City, budi: Person, siti: Person) -> None:
    number = files(siti, STORY)
    budi.says(f"/lihat {number}")
    unheard(siti)
    budi.taps("Tampilkan nomor")
    budi.hears(PHONE, "Jangan diteruskan")

    assert city.events(number) == ["filed", "identified"]
    assert audited(city) == [("complaint.viewed", number), ("complaint.identified", number)]
    assert siti.new == []
    siti.says(f"/siapa {number}")
    siti.hears("nomor dalam laporan Anda dilihat petugas", "Perkim")


def test_where_no_number_is_masked_none_is_offered(budi: Person, siti: Person) -> None:
    number = files(siti)
    budi.says(f"/lihat {number}")

    assert not any("nomor" in label for message in budi.new for label in message.buttons)
    budi.says(f"/nomor {number}")
    budi.hears("Tidak ada nomor yang disamarkan")


# --- one person looks


def test_a_head_looks_with_a_reason_and_the_citizen_is_told_by_post_not_by_name(
    city: City, hani: Person, siti: Person
) -> None:
    number = files(siti, STORY)
    unheard(siti)
    hani.says(f"/identitas {number} Perlu menjemput berkas ke rumah")
    hani.hears(f"Pelapor {number}", f"WhatsApp: {NAME} (+628127654321)", PHONE)
    siti.hears("kepala", "Perkim", "Perlu menjemput berkas ke rumah")
    assert "Hani" not in siti.new[0].text

    siti.says(f"/status {number}")
    siti.hears("identitas pelapor dilihat kepala", "Perlu menjemput berkas")
    siti.taps("Siapa yang melihat")
    siti.hears("identitas Anda dilihat kepala", "Perlu menjemput berkas")
    assert audited(city) == [("complaint.identified", number)]


def test_a_reason_that_is_missing_or_short_is_asked_for(city: City, hani: Person, siti: Person) -> None:
    number = files(siti)
    hani.says(f"/identitas {number}")
    hani.hears("alasannya", "membaca")
    hani.says("perlu")
    hani.hears("10")
    assert city.events(number) == ["filed"]

    hani.says("Perlu untuk verifikasi lapangan")
    hani.hears(NAME)
    assert city.events(number) == ["filed", "identified"]


def test_a_look_goes_to_nobody_but_the_one_who_looks(city: City, hani: Person, budi: Person, siti: Person) -> None:
    there = hani.in_group()
    there.says("/grup")
    number = files(siti)
    unheard(budi)
    there.says(f"/identitas {number} Perlu untuk verifikasi")
    there.hears("bukan di dalam grup")
    assert city.events(number) == ["filed"]

    hani.says(f"/identitas {number} Perlu untuk verifikasi")
    assert NAME not in told(there)
    assert budi.new == []


@pytest.mark.parametrize(
    ("agency", "role", "visibility"),
    [
        ("perkimlh", "operator", "Umum"),
        ("dpupr", "head", "Umum"),
        ("perkimlh", "operator", "Anonim"),
        (None, "admin", "Anonim"),
        ("perkimlh", "head", "Rahasia"),
        (None, "admin", "Rahasia"),
        ("inspektorat", "operator", "Rahasia"),
    ],
)
def test_others_cannot_look(city: City, siti: Person, agency: str | None, role: str, visibility: str) -> None:
    number = files(siti, STORY, visibility)
    officer = city.officer(agency, "Eko", role)
    officer.says(f"/identitas {number} Ingin tahu saja siapa")

    assert not [trace for trace in TRACES if trace in told(officer)]
    assert city.events(number) == ["filed"]


def test_the_head_may_look_up_who_is_anonymous(city: City, hani: Person, siti: Person) -> None:
    number = files(siti, STORY, "Anonim")
    hani.says(f"/identitas {number} Ancaman terhadap petugas kami")

    hani.hears(NAME)
    assert city.events(number) == ["filed", "identified"]


def test_a_right_that_ended_meanwhile_stops_the_look(city: City, hani: Person, siti: Person) -> None:
    number = files(siti)
    hani.says(f"/identitas {number}")
    with city.database.write() as session:
        roster.end(session, roster.listing(session)[0]["id"], now=city.clock.now())
    hani.says("Perlu untuk verifikasi lapangan")

    hani.hears("untuk petugas")
    assert city.events(number) == ["filed"]


def test_strangers_do_not_read_that_somebody_looked(city: City, hani: Person, siti: Person) -> None:
    number = files(siti)
    hani.says(f"/identitas {number} Perlu untuk verifikasi")
    rina = city.citizen("telegram", "Rina")
    rina.says(number)
    assert "identitas" not in rina.hears(f"Laporan {number}").text

    rina.says(f"/siapa {number}")
    rina.hears("nomor laporan Anda sendiri")
    rina.says("/siapa")
    rina.hears("Belum ada petugas")


# --- two people for a secret


@pytest.fixture
def ira(city: City) -> Person:
    """The head of the inspectorate."""
    return city.officer("inspektorat", "Ira", "head")


@pytest.fixture
def umar(city: City) -> Person:
    """A second person there, who handles no complaints."""
    return city.officer("inspektorat", "Umar", "approver")


def test_a_secret_identity_needs_a_second_person_and_is_seen_once(
    city: City, ira: Person, umar: Person, siti: Person
) -> None:
    number = files(siti, STORY, "Rahasia")
    unheard(siti, umar)
    ira.says(f"/identitas {number} Saksi perlu dilindungi")
    ira.hears("perlu persetujuan orang kedua", "satu orang")
    umar.hears("Ira (kepala Inspektorat", "Saksi perlu dilindungi")
    assert siti.new == []

    unheard(ira)
    umar.taps("Setujui")
    umar.hears("dicatat")
    ira.hears("Umar setuju", "satu kali")
    assert NAME not in told(ira)
    ira.taps("Lihat identitas")
    ira.hears(NAME, PHONE)
    siti.hears("kepala Inspektorat", "dengan persetujuan penyetuju Inspektorat", "Saksi perlu dilindungi")
    assert not [trace for trace in TRACES if trace in told(umar)]

    unheard(ira)
    ira.says(f"/identitas {number} Saksi perlu dilindungi")
    ira.hears("perlu persetujuan orang kedua")
    assert NAME not in "".join(message.text for message in ira.new)
    did = ["identity.asked", "identity.granted", "complaint.identified", "identity.asked"]
    assert audited(city) == [(action, number) for action in did]


def test_the_second_person_may_refuse_with_a_reason(city: City, ira: Person, umar: Person, siti: Person) -> None:
    number = files(siti, STORY, "Rahasia")
    ira.says(f"/identitas {number} Saksi perlu dilindungi")
    umar.taps("Tidak setuju")
    unheard(ira)
    umar.says("Tidak perlu nama untuk memeriksa")
    ira.hears("Umar tidak setuju", "Tidak perlu nama")
    ira.says(f"/identitas {number} Saksi perlu dilindungi")
    ira.hears("perlu persetujuan orang kedua")

    assert ("identity.refused", number) in audited(city)
    assert NAME not in told(ira, umar)


def test_nobody_agrees_to_their_own_request(city: City, ira: Person, umar: Person, siti: Person) -> None:
    number = files(siti, STORY, "Rahasia")
    ira.says(f"/identitas {number} Saksi perlu dilindungi")
    ira.says(f"/setujui {number}")

    ira.hears("disetujui orang lain")


def test_one_person_on_two_channels_is_not_two_people(city: City, ira: Person, siti: Person) -> None:
    """A second post of the same person, taken up on another channel that was then linked."""
    number = files(siti, STORY, "Rahasia")
    other = city.officer("inspektorat", "Ira lagi", "approver", channel="whatsapp")
    ira.says(f"/identitas {number} Saksi perlu dilindungi")
    ira.says("/tautkan")
    code = ira.hears("Kode Anda").text.split("Kode Anda: ")[1].split()[0]
    other.says(f"/tautkan {code}")
    other.says("Ya, hubungkan")
    other.says(f"/setujui {number}")

    other.hears("disetujui orang lain")


def test_a_secret_about_which_nobody_else_could_agree_is_not_asked_for(city: City, ira: Person, siti: Person) -> None:
    number = files(siti, STORY, "Rahasia")
    ira.says(f"/identitas {number} Saksi perlu dilindungi")

    ira.hears("perlu orang kedua", "belum ada")
    assert audited(city) == []


@pytest.mark.parametrize("outsider", [("perkimlh", "head"), (None, "admin"), ("setda", "approver")])
def test_outsiders_cannot_agree_and_learn_nothing(
    city: City, ira: Person, umar: Person, siti: Person, outsider: tuple[str | None, str]
) -> None:
    number = files(siti, STORY, "Rahasia")
    other = city.officer(outsider[0], "Eko", outsider[1])
    ira.says(f"/identitas {number} Saksi perlu dilindungi")
    other.says(f"/setujui {number}")

    other.hears("tidak ada pada Anda")
    assert not any("Eko setuju" in message for message in ira.new)


def test_a_request_holds_for_a_day_and_so_does_the_consent(city: City, ira: Person, umar: Person, siti: Person) -> None:
    number = files(siti, STORY, "Rahasia")
    ira.says(f"/identitas {number} Saksi perlu dilindungi")
    ira.says(f"/identitas {number} Saksi perlu dilindungi")
    ira.hears("sudah meminta")
    city.clock.forward(hours=24, minutes=1)
    umar.says(f"/setujui {number}")
    umar.hears("Tidak ada permintaan")
    ira.says(f"/identitas {number} Saksi perlu dilindungi")
    umar.says(f"/setujui {number}")
    city.clock.forward(hours=24, minutes=1)
    unheard(ira)
    ira.says(f"/identitas {number} Saksi perlu dilindungi")
    ira.hears("perlu persetujuan orang kedua")

    assert NAME not in told(ira)


def test_whoever_wrote_the_secret_is_not_asked_to_agree(city: City, ira: Person, umar: Person) -> None:
    number = files(umar, STORY, "Rahasia")
    ira.says(f"/identitas {number} Saksi perlu dilindungi")

    ira.hears("belum ada")


def test_an_agency_may_be_named_whose_head_agrees_as_well(city: City, ira: Person, siti: Person) -> None:
    city.snapshot = replace(city.snapshot, rules=replace(city.snapshot.rules, identity_agencies=("setda",)))
    wali = city.officer("setda", "Wali", "head")
    number = files(siti, STORY, "Rahasia")
    ira.says(f"/identitas {number} Saksi perlu dilindungi")
    wali.taps("Setujui")

    ira.hears("Wali setuju")
