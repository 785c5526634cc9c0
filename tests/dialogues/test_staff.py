"""Staff see a complaint, answer it and close it by command, button and reply; citizen and staff hear each other."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.channels import telegram_parse
from handlers.staff import roster
from storage.models import Audit, StaffGroup
from tests.city import GROUP, City, Heard, Person, files


@pytest.fixture
def budi(city: City) -> Person:
    """An operator of the agency that looks after street lights."""
    return city.officer("perkimlh", "Budi")


def card_of(officer: Person, number: str) -> Heard:
    """The card of the complaint, as the officer got it."""
    return next(message for message in officer.heard if f"🆕 {number}" in message)


def test_an_invitation_binds_a_chat_once(city: City) -> None:
    with city.database.write() as session:
        code = roster.invite(session, name="Ani", role="head", agency_code="dpupr", now=city.clock.now())
    ani, other = city.citizen("telegram"), city.citizen("whatsapp")
    ani.says(f"/masuk {code[:5]}-{code[5:].lower()}")
    ani.hears("Selamat datang, Ani!", "kepala")
    other.says(f"/masuk {code}")

    other.hears("sudah dipakai")


def test_an_invitation_opens_by_its_link(city: City) -> None:
    with city.database.write() as session:
        code = roster.invite(session, name="Ani", role="operator", agency_code="dpupr", now=city.clock.now())
    ani = city.citizen("telegram")
    ani.says(f"/start i-{code}")

    ani.hears("Selamat datang, Ani!")


def test_an_old_invitation_is_refused(city: City) -> None:
    with city.database.write() as session:
        code = roster.invite(session, name="Ani", role="operator", agency_code="dpupr", now=city.clock.now())
    city.clock.forward(days=8)
    ani = city.citizen("telegram")
    ani.says(f"/masuk {code}")

    ani.hears("lewat waktunya")


def test_a_new_complaint_reaches_its_agency_as_a_card(city: City, siti: Person, budi: Person) -> None:
    other = city.officer("dpupr", "Ani")
    number = files(siti)
    card = card_of(budi, number)

    assert "Lampu jalan mati" in card
    assert list(card.buttons)[:3] == ["✋ Ambil", "Lihat", "💬 Balas"]
    assert not any(number in message for message in other.heard)


def test_the_whole_work_by_buttons(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.taps("Ambil")
    budi.hears(f"{number} sekarang Anda tangani")
    siti.read = 0
    siti.hears(number, "sudah mengambil laporan Anda")
    budi.taps("Proses")
    siti.hears(number, "sedang dikerjakan")
    budi.taps("Selesai")
    budi.hears("Apa yang sudah dilakukan")
    budi.says("Lampu sudah diganti, terima kasih laporannya")
    budi.hears(f"{number} dinyatakan selesai")
    siti.hears("dinyatakan selesai", "Lampu sudah diganti")

    assert city.events(number) == ["filed", "taken", "processing", "resolved"]
    assert city.complaints()[0].status == "resolved"


def test_the_whole_work_by_typed_commands(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.says("/tiket")
    budi.hears("1 laporan terbuka", number)
    budi.says(f"/lihat {number}")
    budi.hears(number, "Lampu jalan mati")
    budi.says(f"/ambil {number}")
    budi.says(f"/balas {number} Tim kami ke lokasi besok pagi")
    budi.says(f"/catat {number} tiang nomor 14")
    budi.says(f"/proses {number}")
    budi.says(f"/selesai {number} Sudah menyala")
    siti.read = 0
    siti.hears("Jawaban", "besok pagi")
    siti.hears("selesai", "Sudah menyala")

    assert not any("tiang nomor 14" in message for message in siti.heard)
    assert city.events(number) == ["filed", "taken", "replied", "noted", "processing", "resolved"]
    budi.says("/tiket")
    budi.hears("Tidak ada laporan terbuka")


def test_replying_to_the_card_answers_the_citizen(city: City, budi: Person) -> None:
    siti = city.citizen("whatsapp")
    number = files(siti)
    budi.replies(card_of(budi, number), "Besok kami perbaiki")
    budi.hears("sudah dikirim ke pelapor")
    siti.read = 0

    siti.hears("Jawaban", "Besok kami perbaiki")


@pytest.mark.parametrize("where", ["telegram", "whatsapp", "webchat"])
def test_replying_to_a_notice_adds_to_the_complaint(city: City, budi: Person, where: str) -> None:
    siti = city.citizen(where)
    number = files(siti)
    budi.says(f"/balas {number} Tiang yang mana?")
    siti.read = 0
    question = siti.hears("Tiang yang mana?")
    siti.replies(question, "Yang di depan masjid")
    siti.hears("Sudah ditambahkan", number)
    budi.hears("Tambahan dari pelapor", "depan masjid")

    assert city.events(number) == ["filed", "replied", "added"]


def test_rejecting_needs_and_gives_the_reason(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.says(f"/tolak {number}")
    budi.hears("Mengapa", number)
    budi.says("Lampu itu milik PLN")
    siti.read = 0
    siti.hears("tidak dapat diproses", "milik PLN")
    budi.says(f"/selesai {number} x")

    budi.hears("sudah ditolak")


def test_a_complaint_taken_by_one_is_not_taken_by_another(city: City, siti: Person, budi: Person) -> None:
    ani = city.officer("perkimlh", "Ani")
    number = files(siti)
    budi.says(f"/ambil {number}")
    ani.says(f"/ambil {number}")

    ani.hears("sudah diambil Budi")


@pytest.mark.parametrize("visibility", ["Anonim", "Rahasia"])
@pytest.mark.parametrize("where", ["telegram", "whatsapp", "webchat"])
def test_staff_never_see_who_is_behind_an_anonymous_or_secret_complaint(
    city: City, visibility: str, where: str
) -> None:
    officers = [
        city.officer("perkimlh", "Budi"),
        city.officer("inspektorat", "Ira"),
        city.officer(None, "Eko", "admin"),
    ]
    siti = city.citizen(where, "Siti Rahmawati", "7654321")
    number = files(siti, visibility=visibility)
    for officer in officers:
        officer.says(f"/lihat {number}")
        officer.says(f"/ambil {number}")
        officer.says(f"/balas {number} apa kabar")
    told = "\n".join(message.text for officer in officers for message in officer.heard)

    assert number in told
    for trace in ("Siti", "Rahmawati", "7654321", "web-7654321"):
        assert trace not in told


def test_a_public_complaint_names_the_citizen(city: City, budi: Person) -> None:
    siti = city.citizen("whatsapp", "Siti Rahmawati")
    number = files(siti)

    assert "Pelapor: Siti Rahmawati" in card_of(budi, number)


def test_a_secret_complaint_is_seen_by_the_inspectorate_alone(city: City, budi: Person) -> None:
    ira, eko = city.officer("inspektorat", "Ira"), city.officer(None, "Eko", role="admin")
    siti = city.citizen("telegram")
    number = files(siti, visibility="Rahasia")

    assert number in card_of(ira, number)
    for outsider in (budi, eko):
        outsider.says(f"/lihat {number}")
        outsider.hears("tidak ada pada Anda")
        outsider.says(number)
        outsider.hears("tidak kami temukan")
        outsider.says("/tiket")
        outsider.hears("Tidak ada laporan terbuka")


def test_a_secret_complaint_nobody_hears_of_is_reported_to_admins_without_its_words(city: City) -> None:
    eko = city.officer(None, "Eko", role="admin")
    siti = city.citizen("telegram")
    number = files(siti, visibility="Rahasia")
    warning = next(message for message in eko.heard if number in message)

    assert "Inspektorat" in warning
    assert "Lampu" not in warning


def test_a_stranger_with_the_number_sees_the_steps_but_no_words(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.says(f"/balas {number} Alamat lengkapnya di mana?")
    rina = city.citizen("telegram", "Rina")
    rina.says(number)
    told = rina.hears(f"Laporan {number}", "jawaban petugas")

    assert "Lampu jalan mati" not in told
    assert "Alamat lengkapnya" not in told


def test_an_agency_without_staff_falls_back_to_kominfo(city: City, siti: Person) -> None:
    kiki = city.officer("diskominfo", "Kiki")
    number = files(siti)

    assert number in card_of(kiki, number)


def test_an_agency_sees_its_own_complaints_only(city: City, siti: Person) -> None:
    number = files(siti)
    ani = city.officer("dpupr", "Ani")
    ani.says(f"/ambil {number}")
    ani.hears("tidak ada pada Anda")
    ani.says("/tiket")

    ani.hears("Tidak ada laporan terbuka")


def test_staff_commands_are_for_staff(city: City, siti: Person) -> None:
    number = files(siti)
    siti.says(f"/selesai {number} beres")
    siti.hears("untuk petugas")

    assert city.events(number) == ["filed"]


def test_a_citizen_may_begin_a_sentence_with_a_word_that_is_a_staff_command(city: City, siti: Person) -> None:
    siti.says("selesai")
    siti.says("tolak bala")

    assert not any("untuk petugas" in message for message in siti.heard)


def test_rights_end_at_once(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    with city.database.write() as session:
        (row,) = roster.listing(session)
        assert roster.end(session, row["id"], now=city.clock.now())
        assert not roster.end(session, row["id"], now=city.clock.now())
    budi.says(f"/ambil {number}")

    budi.hears("untuk petugas")


def test_rights_that_end_while_an_answer_is_written_stop_it(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.says(f"/balas {number}")
    with city.database.write() as session:
        roster.end(session, roster.listing(session)[0]["id"], now=city.clock.now())
    budi.says("Sudah kami perbaiki")
    budi.hears("untuk petugas")

    assert city.events(number) == ["filed"]


def test_a_prompt_of_staff_does_not_lose_their_own_draft(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.says("Sampah menumpuk di depan rumah saya")
    budi.says(f"/balas {number}")
    budi.says("Sudah kami perbaiki")
    budi.hears("Mari lanjutkan yang tadi", "Ini tentang apa?")

    assert city.events(number) == ["filed", "replied"]


def test_help_lists_what_staff_may_do(city: City, budi: Person) -> None:
    budi.says("/bantuan")

    budi.hears("/tiket", "/balas", "/lapor")


def test_everything_staff_do_is_in_the_audit(city: City, siti: Person, budi: Person) -> None:
    number = files(siti)
    budi.says(f"/ambil {number}")
    budi.says(f"/selesai {number} Beres")
    with city.database.read() as session:
        actions = [(row.action, row.object) for row in session.exec(select(Audit)).all()]

    assert actions[-2:] == [("complaint.taken", number), ("complaint.resolved", number)]


def test_a_group_becomes_the_place_where_cards_arrive(city: City, budi: Person) -> None:
    there = budi.in_group()
    there.says("/grup")
    there.hears("menerima laporan untuk")
    siti = city.citizen("whatsapp")
    number = files(siti)

    assert number in card_of(there, number)
    assert not any(f"🆕 {number}" in message for message in budi.heard)


def test_in_a_group_only_what_is_meant_for_us_is_heard(city: City, budi: Person) -> None:
    there = budi.in_group()
    there.says("/grup")
    number = files(city.citizen("whatsapp"))

    assert there.says("sudah makan siang belum?") == []
    assert there.says("sampah di depan kantor menumpuk") == []
    there.replies(card_of(there, number), "Besok kami perbaiki")
    there.hears("sudah dikirim ke pelapor")
    assert city.events(number) == ["filed", "replied"]


def test_colleagues_in_the_group_learn_who_took_it(city: City, budi: Person) -> None:
    there = budi.in_group()
    there.says("/grup")
    number = files(city.citizen("whatsapp"))
    budi.says(f"/ambil {number}")

    assert any(f"{number}: diambil oleh Budi" in message for message in there.heard)


def test_a_draft_waiting_elsewhere_takes_no_reply_in_the_group(city: City, budi: Person) -> None:
    there = budi.in_group()
    there.says("/grup")
    number = files(city.citizen("whatsapp"))
    budi.says("Sampah menumpuk di depan rumah saya")
    budi.says("/lapor")
    budi.hears("Mau dilanjutkan")
    there.replies(card_of(there, number), "Besok kami perbaiki")

    there.hears("sudah dikirim ke pelapor")


def test_a_number_stands_for_no_button_that_shows_a_command(city: City) -> None:
    budi = city.officer("perkimlh", "Budi", channel="whatsapp")
    number = files(city.citizen("telegram"))
    budi.says(f"/lihat {number}")
    budi.says("1")

    assert city.events(number) == ["filed"]


def test_a_stranger_in_the_group_can_do_nothing(city: City, budi: Person) -> None:
    there = budi.in_group()
    there.says("/grup")
    number = files(city.citizen("whatsapp"))
    stranger = Person(city, "telegram", "Joni", "9999", chat=GROUP)
    city.people.append(stranger)
    stranger.says(f"/ambil {number}")
    stranger.replies(card_of(there, number), "haha")

    assert city.events(number) == ["filed"]


def test_a_group_that_moves_is_followed(city: City, budi: Person) -> None:
    there = budi.in_group()
    there.says("/grup")
    message = {
        "message_id": 5,
        "date": 1_795_489_200,
        "chat": {"id": int(GROUP), "type": "group", "title": "PUPR"},
        "from": {"id": int(budi.address), "is_bot": False, "first_name": "Budi"},
        "migrate_to_chat_id": -100999,
    }
    inbound = telegram_parse.parse({"update_id": 4242, "message": message})
    assert inbound is not None
    city.receive(inbound)
    with city.database.read() as session:
        assert session.exec(select(StaffGroup.value)).one() == "-100999"
