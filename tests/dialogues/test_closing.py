"""What the agency calls done is done when the citizen says so, or has said nothing for long enough."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.chores import Chores
from handlers.complaints import notices, verdict
from storage import attachments
from storage.models import Attachment, Complaint, ComplaintLink
from tests.city import City, Person, files


@pytest.fixture
def budi(city: City) -> Person:
    """An operator of the agency that looks after street lights."""
    return city.officer("perkimlh", "Budi")


@pytest.fixture
def tono(city: City) -> Person:
    """A citizen on Telegram, where it takes one channel to tell the fact."""
    return city.citizen("telegram", "Tono")


def resolved(city: City, citizen: Person, officer: Person) -> str:
    """A complaint that the agency calls done; the citizen has been asked."""
    number = files(citizen)
    citizen.read = len(citizen.heard)
    officer.says(f"/selesai {number} Lampu sudah diganti")
    return number


def complaint(city: City) -> Complaint:
    return city.complaints()[0]


def after_days(city: City, days: int) -> None:
    """Let calendar days pass and what is due happen."""
    city.clock.forward(days=days)
    Chores(city.desk).ring()
    city.deliver()


# --- yes


def test_the_citizen_is_asked_and_says_that_it_is_fixed(city: City, siti: Person, budi: Person) -> None:
    number = resolved(city, siti, budi)
    siti.hears("dinyatakan selesai", "Lampu sudah diganti", "benar-benar beres?")
    assert complaint(city).status == "resolved"
    budi.read = len(budi.heard)
    siti.taps("Ya, beres")
    siti.hears("Terima kasih", number)
    budi.hears(number, "sudah beres")

    assert (complaint(city).status, complaint(city).outcome) == ("closed", "confirmed")
    assert city.events(number) == ["filed", "resolved", "confirmed"]


@pytest.mark.parametrize("said", ["beres {}", "/fixed {}"])
def test_a_yes_can_be_typed(city: City, tono: Person, budi: Person, said: str) -> None:
    tono.says(said.format(resolved(city, tono, budi)))

    assert complaint(city).outcome == "confirmed"


def test_words_in_reply_to_the_question_are_understood(city: City, tono: Person, budi: Person) -> None:
    number = resolved(city, tono, budi)
    tono.replies(tono.hears("benar-benar beres?"), "Sudah pak, terima kasih banyak")
    tono.hears("Terima kasih", number)
    budi.hears("sudah beres", "terima kasih banyak")

    assert complaint(city).outcome == "confirmed"


def test_a_bare_yes_needs_no_reply_if_one_question_is_open(city: City, siti: Person, budi: Person) -> None:
    number = resolved(city, siti, budi)
    siti.says("sudah")
    siti.hears("Terima kasih", number)


def test_a_bare_yes_is_no_answer_if_two_questions_are_open(city: City, tono: Person, budi: Person) -> None:
    resolved(city, tono, budi)
    resolved(city, tono, budi)
    tono.says("sudah")
    tono.says("/beres")
    tono.hears("Laporan yang mana?")

    assert [each.status for each in city.complaints()] == ["resolved", "resolved"]


def test_nobody_else_can_confirm(city: City, tono: Person, budi: Person) -> None:
    number = resolved(city, tono, budi)
    stranger = city.citizen("telegram", "Joni")
    for said in (f"/beres {number}", f"/belum {number} masih mati", f"/keberatan {number} x"):
        stranger.says(said)
        stranger.hears("nomor laporan Anda sendiri")

    assert complaint(city).status == "resolved"


# --- no


def test_the_citizen_says_no_and_the_same_people_have_it_again(city: City, siti: Person, budi: Person) -> None:
    other = city.officer("perkimlh", "Ani")
    number = resolved(city, siti, budi)
    budi.read, other.read = len(budi.heard), len(other.heard)
    siti.taps("Belum")
    siti.hears("Apa yang masih belum beres", number)
    siti.says("Masih mati yang di depan masjid")
    siti.hears("dibuka kembali", number)
    budi.hears("Belum beres", number, "depan masjid")

    assert complaint(city).status == "taken"
    assert complaint(city).reopened == 1
    assert city.events(number) == ["filed", "resolved", "reopened"]
    assert not other.new
    budi.says("/tiket")
    budi.hears(number)


@pytest.mark.parametrize("by", ["reply", "command", "photo"])
def test_a_no_may_bring_its_words_along(city: City, tono: Person, budi: Person, by: str) -> None:
    number = resolved(city, tono, budi)
    question = tono.hears("benar-benar beres?")
    if by == "reply":
        tono.replies(question, "Belum, yang dekat pos ronda masih gelap")
    elif by == "command":
        tono.says(f"/belum {number} yang dekat pos ronda masih gelap")
    else:
        tono.sends(photo="P9", text="belum, lihat fotonya", reply_to=question.provider_id)

    assert city.events(number)[-1] == "reopened"


def test_words_that_say_neither_are_kept_and_asked_about_once(city: City, tono: Person, budi: Person) -> None:
    number = resolved(city, tono, budi)
    question = tono.hears("benar-benar beres?")
    tono.replies(question, "Yang diganti dua tiang")
    again = tono.hears("Supaya jelas")
    assert {"✅ Ya, beres", "❌ Belum"} <= set(again.buttons)
    budi.hears("dua tiang")
    tono.replies(question, "Di ujung gang")
    tono.hears("Sudah ditambahkan")

    assert not any("Supaya jelas" in message for message in tono.new)
    assert city.events(number) == ["filed", "resolved", "added", "added"]
    assert complaint(city).status == "resolved"


def test_it_is_opened_again_only_so_often_then_the_head_hears(city: City, tono: Person, budi: Person) -> None:
    head = city.officer("perkimlh", "Rina", "head")
    number = resolved(city, tono, budi)
    for _ in range(2):
        tono.says(f"/belum {number} masih mati")
        budi.says(f"/selesai {number} sudah")
    head.read = len(head.heard)
    tono.says(f"/belum {number} mati lagi malam ini")
    tono.hears("tidak bisa dibuka lagi")
    head.hears(number, "mati lagi malam ini")
    assert complaint(city).status == "resolved"
    assert city.events(number)[-1] == "added"
    tono.taps("Laporan baru")
    second = files_on(tono)

    with city.database.read() as session:
        link = session.exec(select(ComplaintLink)).one()
    first_id, second_id = (each.id for each in city.complaints())
    assert (link.complaint_id, link.other_id, link.kind) == (second_id, first_id, "related")
    assert second != number


def files_on(person: Person) -> str:
    """Finish a complaint whose conversation has begun."""
    return files(person, "Lampu jalan di Pasar Usang mati lagi")


def test_it_is_not_opened_again_after_the_days_the_city_grants(city: City, tono: Person, budi: Person) -> None:
    number = resolved(city, tono, budi)
    tono.says(f"/beres {number}")
    city.clock.forward(days=31)
    tono.says(f"/belum {number} mati lagi")
    tono.hears("tidak bisa dibuka lagi")

    assert complaint(city).status == "closed"


# --- silence


def test_whoever_supports_it_does_not_answer_for_the_citizen(city: City, tono: Person, budi: Person) -> None:
    number = resolved(city, tono, budi)
    city.citizen("telegram", "Rina").says(f"/dukung {number}")
    tono.read = len(tono.heard)
    after_days(city, 8)

    tono.hears("Jawaban Anda kami tunggu")


def test_silence_is_asked_about_once_and_then_closes_it_unconfirmed(city: City, tono: Person, budi: Person) -> None:
    number = resolved(city, tono, budi)
    tono.read = len(tono.heard)
    after_days(city, 8)  # after the fifth working day
    tono.hears("Jawaban Anda kami tunggu", "Lampu sudah diganti")
    after_days(city, 3)
    assert len(tono.new) == 1
    after_days(city, 5)
    tono.hears(number, "belum dikonfirmasi")
    assert (complaint(city).status, complaint(city).outcome) == ("closed", "unconfirmed")
    tono.taps("Buka kembali")
    tono.says("Ternyata masih mati")

    assert complaint(city).status == "taken"
    assert complaint(city).outcome == ""


def test_whoever_says_something_gets_the_time_anew(city: City, tono: Person, budi: Person) -> None:
    number = resolved(city, tono, budi)
    city.clock.forward(days=10)
    tono.says(f"/tambah {number} saya lihat nanti malam")
    after_days(city, 5)
    assert complaint(city).status == "resolved"
    after_days(city, 12)

    assert complaint(city).outcome == "unconfirmed"


def test_an_answer_that_comes_late_still_counts(city: City, tono: Person, budi: Person) -> None:
    number = resolved(city, tono, budi)
    after_days(city, 20)
    assert complaint(city).outcome == "unconfirmed"
    tono.says(f"/beres {number}")

    assert complaint(city).outcome == "confirmed"


def test_what_is_said_after_the_end_is_never_lost(city: City, tono: Person, budi: Person) -> None:
    number = resolved(city, tono, budi)
    tono.taps("Ya, beres")
    budi.read = len(budi.heard)
    tono.replies(tono.heard[-1], "Eh, tadi malam mati lagi")
    tono.hears("sudah ditutup")
    budi.hears(number, "mati lagi")
    assert complaint(city).status == "closed"
    tono.taps("Buka kembali")
    tono.hears("dibuka kembali")

    assert city.events(number)[-2:] == ["added", "reopened"]


# --- rejection


def test_a_rejection_tells_how_to_object_and_the_head_hears_of_it_once(city: City, siti: Person, budi: Person) -> None:
    head = city.officer("perkimlh", "Rina", "head")
    number = files(siti)
    siti.read = len(siti.heard)
    budi.says(f"/tolak {number} Itu lampu PLN")
    siti.hears("Itu lampu PLN", "Keberatan?")
    siti.taps("Saya keberatan")
    head.read = len(head.heard)
    siti.says("Bukan, tiangnya milik kota")
    siti.hears("diteruskan untuk diperiksa kembali")
    head.hears("keberatan", number, "milik kota")
    head.read = len(head.heard)
    siti.says(f"/keberatan {number} sungguh")
    assert not any("keberatan" in message.text and "/buka" in message.text for message in head.new)
    assert complaint(city).status == "rejected"
    siti.read = len(siti.heard)
    head.says(f"/buka {number}")
    siti.hears(number, "dibuka kembali")

    assert complaint(city).status == "taken"


def test_without_a_head_those_who_verify_hear_of_an_objection(city: City, tono: Person, budi: Person) -> None:
    verifier = city.officer("diskominfo", "Vera")
    number = files(tono)
    budi.says(f"/tolak {number} Itu lampu PLN")
    verifier.read = len(verifier.heard)
    tono.says(f"/keberatan {number} milik kota")

    verifier.hears("keberatan", number)


# --- staff


def test_finishing_needs_words_and_happens_once(city: City, tono: Person, budi: Person) -> None:
    number = files(tono)
    budi.says(f"/selesai {number}")
    budi.hears("Apa yang sudah dilakukan")
    budi.says("Sudah diganti")
    budi.says(f"/selesai {number} sudah")
    budi.hears("menunggu jawaban pelapor")
    budi.says(f"/buka {number}")
    budi.says(f"/buka {number}")
    budi.hears("masih terbuka")

    assert city.events(number) == ["filed", "resolved", "reopened"]


def fetched(city: City) -> None:
    """Everything sent so far has been brought from its provider."""
    with city.desk.office() as office:
        for row in office.session.exec(select(Attachment).where(Attachment.state == "pending")).all():
            path = f"2026/11/{row.id:032x}.jpg"
            settled = attachments.settle(office.session, row.id or 0, state="stored", path=path, mime="image/jpeg")
            assert settled is not None
            notices.show_attachment(office, settled)
    city.deliver()


def test_photos_of_the_work_reach_the_citizen_at_once_where_that_is_possible(
    city: City, tono: Person, budi: Person
) -> None:
    number = files(tono)
    tono.read = len(tono.heard)
    budi.sends(photo="P1", text=f"/selesai {number} sebelum dan sesudah", album="A1")
    budi.sends(photo="P2", album="A1")
    tono.hears("Dari petugas", number)
    assert sum(message.media for message in tono.new) == 2
    fetched(city)

    assert sum(message.media for message in tono.new) == 2
    assert city.events(number) == ["filed", "resolved"]


@pytest.mark.parametrize(
    ("there", "here"), [("telegram", "whatsapp"), ("whatsapp", "whatsapp"), ("whatsapp", "webchat")]
)
def test_photos_of_the_work_follow_on_every_other_channel(city: City, there: str, here: str) -> None:
    budi, siti = city.officer("perkimlh", "Budi", channel=there), city.citizen(here, "Siti")
    number = files(siti)
    siti.read = len(siti.heard)
    budi.sends(photo="P1", text=f"/selesai {number} sudah diganti")
    assert not any("Dari petugas" in message for message in siti.new)
    fetched(city)

    siti.hears("Dari petugas", number)
    assert sum(message.media for message in siti.new) == 1
    assert not any("Dari petugas" in message for message in budi.heard)


def test_photos_may_come_before_the_words_that_are_asked_for(city: City, tono: Person, budi: Person) -> None:
    number = files(tono)
    budi.sends(photo="P1", text=f"/selesai {number}")
    budi.hears("Apa yang sudah dilakukan")
    budi.sends(photo="P2")
    budi.hears("Sudah kami catat")
    tono.read = len(tono.heard)
    budi.says("Diganti semua")
    tono.hears("Diganti semua", "benar-benar beres?")

    assert sum(message.media for message in tono.new) == 2


def test_photos_of_a_note_stay_with_the_staff(city: City, tono: Person, budi: Person) -> None:
    number = files(tono)
    tono.read = len(tono.heard)
    budi.sends(photo="P1", text=f"/catat {number} kunci panel ada di sini")
    fetched(city)

    assert not tono.new


# --- words


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("sudah pak, terima kasih", True),
        ("Alah bareh, tarimo kasih", True),
        ("yes, works again", True),
        ("👍", True),
        ("belum, masih mati", False),
        ("alun juo", False),
        ("tidak ada perubahan", False),
        ("still dark", False),
        ("sudah tapi masih redup", None),
        ("sudah tidak mati lagi", None),
        ("apa sudah?", None),
        ("terima kasih", None),
        ("ok", None),
    ],
)
def test_what_words_mean(text: str, meant: bool | None) -> None:
    assert verdict.meant(text) is meant
