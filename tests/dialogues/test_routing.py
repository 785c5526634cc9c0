"""Complaints find the agency that is responsible: by rule, by a verifier's tap, by being sent on and sent back."""

from __future__ import annotations

import pytest
from sqlmodel import select

from storage.models import Attachment, Audit, ComplaintEvent
from tests.city import City, Heard, Person, files

VAGUE = "Tolong diperhatikan keadaan di dekat rumah saya"


@pytest.fixture
def siti(city: City) -> Person:
    """A citizen on Telegram."""
    return city.citizen("telegram", "Siti")


@pytest.fixture
def budi(city: City) -> Person:
    """An operator of the agency that looks after street lights."""
    return city.officer("perkimlh", "Budi")


@pytest.fixture
def ani(city: City) -> Person:
    """An operator of the public works office."""
    return city.officer("dpupr", "Ani")


@pytest.fixture
def kiki(city: City) -> Person:
    """A verifier."""
    return city.officer("diskominfo", "Kiki")


def vague(citizen: Person, text: str = VAGUE) -> str:
    """File something that fits no category; returns its number."""
    citizen.says(text)
    citizen.taps("Lainnya")
    citizen.taps("Lainnya")
    citizen.says("Pasar Usang")
    citizen.taps("Tanpa foto")
    citizen.taps("Umum")
    citizen.taps("Kirim")
    return citizen.number()


def card(officer: Person, number: str, mark: str = "🆕") -> Heard:
    """The newest card of the complaint that the officer got."""
    return next(heard for heard in reversed(officer.heard) if heard.text.startswith(mark) and number in heard)


def data(city: City, kind: str) -> dict[str, object]:
    """What is kept with the newest event of that kind."""
    with city.database.read() as session:
        found = session.exec(select(ComplaintEvent).where(ComplaintEvent.kind == kind)).all()
        return found[-1].data


def with_agency(city: City, code: str) -> bool:
    """Whether the newest complaint is with that agency."""
    return city.complaints()[-1].agency_id == city.agency_id(code)


# --- where new ones go


def test_what_fits_no_category_waits_for_a_verifier(city: City, siti: Person, kiki: Person) -> None:
    number = vague(siti)
    siti.hears("Dinas Kominfo akan menanggapi")

    assert number in card(kiki, number)
    assert data(city, "filed")["sure"] is False


def test_a_verifier_sends_it_on_with_one_tap(city: City, siti: Person, kiki: Person, budi: Person) -> None:
    number = vague(siti, "Tolong diperhatikan lampu jalan di dekat rumah saya")
    kiki.taps("Teruskan ke Dinas Perkim LH")
    kiki.hears(f"{number} sudah diteruskan ke Dinas Perkim LH")
    siti.read = 0
    siti.hears(number, "diteruskan ke Dinas Perkim LH", "tidak perlu mengirim ulang")

    assert "Diteruskan Kiki (Dinas Kominfo) ke Dinas Perkim LH." in card(budi, number, "📨")
    assert city.complaints()[0].verified_at == city.clock.now()


def test_the_words_suggest_an_agency_and_that_is_kept(city: City, siti: Person, kiki: Person) -> None:
    vague(siti, "Tolong diperhatikan lampu jalan di dekat rumah saya")
    suggested = data(city, "filed")["suggested"]

    assert isinstance(suggested, list)
    assert suggested[0]["agency"] == "perkimlh"


def test_an_agency_without_anybody_here_leaves_its_complaints_to_the_verifiers(
    city: City, siti: Person, kiki: Person
) -> None:
    number = files(siti)
    kiki.says(f"/lihat {number}")
    kiki.hears("Lampu jalan mati")
    kiki.says(f"/alih {number} perkimlh")

    kiki.hears("belum punya petugas di sini")


def test_the_district_answers_for_its_sub_districts(city: City, siti: Person) -> None:
    city.officer("kec_barat", "Bas")
    files(siti, "Pelayanan kantor lurah Pasar Usang lambat sekali, saya menunggu tiga jam")

    assert with_agency(city, "kec_barat")


@pytest.mark.parametrize(("kind", "agency"), [("Saran", "bappeda"), ("Pertanyaan", "diskominfo")])
def test_ideas_and_questions_have_their_own_way_and_words(city: City, siti: Person, kind: str, agency: str) -> None:
    city.officer("bappeda", "Bea"), city.officer("diskominfo", "Kiki")
    siti.says(VAGUE)
    siti.taps("Lainnya")
    siti.taps("Lainnya")
    siti.says("Pasar Usang")
    siti.taps("Tanpa foto")
    siti.taps("Umum")
    siti.taps("Ubah jenis")
    siti.taps(kind)
    siti.taps("Kirim")
    siti.hears(f"Nomor {kind.lower()} Anda")

    assert with_agency(city, agency)
    assert "sure" not in data(city, "filed")


# --- sending on


def test_sending_on_by_name_with_a_reason(city: City, siti: Person, budi: Person, ani: Person) -> None:
    number = files(siti)
    budi.says(f"/ambil {number}")
    budi.says(f"/alih {number} Dinas PUPR tiangnya menghalangi jalan")
    budi.hears(f"{number} sudah diteruskan ke Dinas PUPR")
    siti.read = 0
    siti.hears(number, "diteruskan ke Dinas PUPR")
    moved = city.complaints()[0]

    assert "Diteruskan Budi" in card(ani, number, "📨")
    assert "tiangnya menghalangi jalan" in card(ani, number, "📨")
    assert data(city, "forwarded") == {
        "from": "perkimlh",
        "to": "dpupr",
        "why": "tiangnya menghalangi jalan",
        "by": "Budi",
        "verified": False,
    }
    assert (moved.status, moved.assignee_id, moved.claimed_until, moved.verified_at) == ("received", None, None, None)


def test_the_way_is_read_by_staff_with_reasons_and_by_the_citizen_without(
    city: City, siti: Person, budi: Person, ani: Person
) -> None:
    number = files(siti)
    budi.says(f"/alih {number} pupr tiangnya menghalangi jalan")
    ani.says(f"/lihat {number}")
    ani.hears("Diteruskan Budi (Dinas Perkim LH)", "tiangnya menghalangi jalan")
    siti.says(f"/status {number}")
    told = siti.hears("diteruskan ke Dinas PUPR")

    assert "menghalangi" not in told
    assert "Budi" not in told


def test_without_a_name_likely_agencies_are_offered(city: City, siti: Person, budi: Person, ani: Person) -> None:
    number = files(siti, "Lampu jalan mati karena jalan berlubang diperbaiki di Pasar Usang")
    budi.says(f"/alih {number}")
    budi.hears("diteruskan ke mana")
    budi.taps("Dinas PUPR")

    budi.hears("sudah diteruskan ke Dinas PUPR")
    assert with_agency(city, "dpupr")


def test_a_name_misspelt_is_asked_about_and_the_reason_kept(
    city: City, siti: Person, budi: Person, ani: Person
) -> None:
    number = files(siti)
    budi.says(f"/alih {number} dinas pupq")
    budi.hears("diteruskan ke mana")
    budi.says("dinas pupr")

    budi.hears("sudah diteruskan ke Dinas PUPR")


def test_in_english_and_on_whatsapp_by_typing(city: City, siti: Person, ani: Person) -> None:
    wati = city.officer("perkimlh", "Wati", channel="whatsapp")
    number = files(siti)
    wati.says(f"/forward {number} dpupr")

    wati.hears("sudah diteruskan ke Dinas PUPR")


# --- sending back


def test_what_is_not_ours_goes_back_with_the_reason(city: City, siti: Person, budi: Person, kiki: Person) -> None:
    number = files(siti)
    budi.taps("Bukan wewenang kami")
    budi.hears("Mengapa", number)
    budi.says("Itu lampu jalan nasional")
    budi.hears(f"{number} sudah dikembalikan ke Dinas Kominfo")
    siti.read = 0
    siti.hears(number, "mencarikan dinas yang tepat", "tidak perlu mengirim ulang")
    back = card(kiki, number, "📨")

    assert "Dikembalikan Budi" in back
    assert "Itu lampu jalan nasional" in back
    assert city.events(number) == ["filed", "returned"]
    assert not any("Perkim" in label for label in back.buttons)


def test_a_reason_alone_sends_it_back_at_once(city: City, siti: Person, budi: Person, kiki: Person) -> None:
    number = files(siti)
    budi.replies(card(budi, number), "/alih ini jalan nasional, wewenang balai")

    budi.hears("sudah dikembalikan")
    assert data(city, "returned")["why"] == "ini jalan nasional, wewenang balai"


def test_who_sent_it_back_gets_it_again_from_a_verifier_only(
    city: City, siti: Person, budi: Person, ani: Person, kiki: Person
) -> None:
    number = files(siti)
    budi.says(f"/alih {number} bukan lampu kami ini")
    kiki.says(f"/alih {number} dpupr")
    ani.says(f"/alih {number} perkimlh ini lampu")
    ani.hears("dikirim ke Dinas Kominfo dulu", "Verifikator yang memutuskan")

    assert "tadinya hendak ke Dinas Perkim LH" in card(kiki, number, "📨")
    kiki.says(f"/alih {number} perkimlh")
    kiki.hears("sudah diteruskan")
    assert with_agency(city, "perkimlh")


def test_after_two_moves_between_agencies_a_verifier_decides(
    city: City, siti: Person, budi: Person, ani: Person, kiki: Person
) -> None:
    rudi = city.officer("dishub", "Rudi")
    number = files(siti)
    budi.says(f"/alih {number} dpupr")
    ani.says(f"/alih {number} dishub")
    rudi.says(f"/alih {number} perkimlh")
    rudi.hears("dikirim ke Dinas Kominfo dulu")

    assert city.events(number) == ["filed", "forwarded", "forwarded", "returned"]
    kiki.says(f"/alih {number} dishub")
    rudi.says(f"/alih {number} perkimlh")
    rudi.hears("sudah diteruskan ke Dinas Perkim LH")


# --- what each may see


def test_before_and_after_only_the_agency_that_has_it_can_work_on_it(
    city: City, siti: Person, budi: Person, ani: Person
) -> None:
    rudi = city.officer("dishub", "Rudi")
    number = files(siti)
    commands = (f"/lihat {number}", f"/balas {number} halo", f"/alih {number} dishub")
    for command in commands:
        ani.says(command)
        ani.hears("tidak ada pada Anda")
    budi.says(f"/alih {number} dpupr")
    for command in commands:
        budi.says(command)
        budi.hears(f"{number} sudah diteruskan ke Dinas PUPR")
        rudi.says(command)
        rudi.hears("tidak ada pada Anda")
    budi.replies(card(budi, number), "Besok kami perbaiki")
    budi.hears(f"{number} sudah diteruskan ke Dinas PUPR")

    assert city.events(number) == ["filed", "forwarded"]


def test_the_group_it_leaves_and_whoever_had_it_hear_where_it_went(city: City, siti: Person, ani: Person) -> None:
    budi, wati = city.officer("perkimlh", "Budi"), city.officer("perkimlh", "Wati")
    there = budi.in_group()
    there.says("/grup")
    number = files(siti)
    wati.says(f"/ambil {number}")
    budi.says(f"/alih {number} dpupr")

    assert any(f"{number} sudah tidak di sini" in heard for heard in there.heard)
    assert any(f"{number} sudah tidak di sini" in heard for heard in wati.heard)


def test_its_files_come_along(city: City, siti: Person, budi: Person, ani: Person) -> None:
    number = files(siti)
    siti.sends(photo="P1", text=f"/tambah {number} dari depan")
    with city.database.write() as session:
        photo = session.exec(select(Attachment)).one()
        photo.state, photo.path = "stored", "ab/cd.jpg"
        session.add(photo)
    budi.says(f"/alih {number} dpupr")

    assert any(f"Berkas laporan {number}" in heard for heard in ani.heard)
    assert any(heard.media for heard in ani.heard)


def test_every_move_is_in_the_audit(city: City, siti: Person, budi: Person, ani: Person) -> None:
    number = files(siti)
    budi.says(f"/alih {number} dpupr")
    with city.database.read() as session:
        row = session.exec(select(Audit)).all()[-1]

    assert (row.action, row.object) == ("complaint.forwarded", number)
    assert (row.detail["data"]["from"], row.detail["data"]["to"]) == ("perkimlh", "dpupr")


def test_what_has_ended_goes_nowhere(city: City, siti: Person, budi: Person, ani: Person) -> None:
    number = files(siti)
    budi.says(f"/tolak {number} bukan urusan kota")
    budi.says(f"/alih {number} dpupr")

    budi.hears("sudah ditolak")


# --- verified


@pytest.mark.parametrize(
    ("command", "verified"),
    [("/ambil {}", True), ("/balas {} Kami periksa", True), ("/catat {} milik siapa ini?", False)],
)
def test_staff_who_get_to_work_show_that_it_is_theirs(
    city: City, siti: Person, budi: Person, command: str, verified: bool
) -> None:
    number = files(siti)
    city.clock.forward(hours=1)
    budi.says(command.format(number))

    assert (city.complaints()[0].verified_at is not None) == verified


def test_a_verifier_who_takes_it_has_not_decided_yet(city: City, siti: Person, kiki: Person) -> None:
    number = vague(siti)
    kiki.says(f"/ambil {number}")

    assert city.complaints()[0].verified_at is None
    kiki.says(f"/proses {number}")
    assert city.complaints()[0].verified_at == city.clock.now()


def test_sending_it_back_takes_that_away(city: City, siti: Person, budi: Person, kiki: Person) -> None:
    number = files(siti)
    budi.says(f"/ambil {number}")
    budi.says(f"/alih {number} ternyata jalan nasional")

    assert city.complaints()[0].verified_at is None
