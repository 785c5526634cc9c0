"""In an agency's group with topics each complaint is a topic: notes, answers, news and its end are in it."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from storage.models import Attachment, Audit, ComplaintEvent
from tests.city import City, Person, files
from tests.dialogues.forum import heard_in, thread_of, topic_of


@pytest.fixture
def budi(city: City) -> Person:
    """An operator of the agency that looks after street lights, in its group with topics."""
    there = city.officer("perkimlh", "Budi").in_group(forum=True)
    there.says("/grup")
    there.hears("topiknya sendiri")
    return there


def notes(city: City) -> list[ComplaintEvent]:
    """The notes on whatever complaint, in order."""
    with city.database.read() as session:
        query = select(ComplaintEvent).where(ComplaintEvent.kind == "noted").order_by(col(ComplaintEvent.id))
        return list(session.exec(query).all())


def test_a_complaint_is_a_topic_with_its_card_first(city: City, budi: Person) -> None:
    number = files(city.citizen("whatsapp"))
    topic = topic_of(city, number)

    assert topic is not None
    assert topic.title.startswith(f"🆕 {number} · Lampu")
    assert not topic.closed
    assert f"🆕 {number}" in heard_in(budi, topic.thread)[0].text


def test_words_in_the_topic_are_notes_and_the_bot_is_silent(city: City, budi: Person) -> None:
    siti = city.citizen("whatsapp")
    number = files(siti)
    siti.read = len(siti.heard)

    assert budi.says("tiangnya nomor 14", thread=thread_of(city, number)) == []
    assert city.events(number) == ["filed", "noted"]
    assert siti.new == []
    assert [(note.text, note.public) for note in notes(city)] == [("tiangnya nomor 14", False)]


def test_balas_in_the_topic_needs_no_number(city: City, budi: Person) -> None:
    siti = city.citizen("whatsapp")
    number = files(siti)
    thread = thread_of(city, number)
    said = budi.says("/balas Besok kami ganti lampunya", thread=thread)
    siti.read = 0
    siti.hears("Jawaban", "Besok kami ganti")

    assert [message.thread for message in said] == [thread]
    assert city.events(number) == ["filed", "replied"]


@pytest.mark.parametrize("command", ["/ambil", "/proses", "/lihat", "/selesai Sudah menyala", "/tolak Milik PLN"])
def test_every_command_works_in_the_topic_without_a_number(city: City, budi: Person, command: str) -> None:
    number = files(city.citizen("whatsapp"))
    said = budi.says(command, thread=thread_of(city, number))

    assert any(number in message for message in said)
    assert not any("Laporan yang mana" in message for message in said)


def test_the_reply_button_asks_and_sends(city: City, budi: Person) -> None:
    siti = city.citizen("whatsapp")
    thread = thread_of(city, files(siti))
    value = next(value for label, value in heard_in(budi, thread)[0].buttons.items() if "Balas" in label)
    budi.sends(tap=value, thread=thread)
    budi.hears("Tulis jawaban")
    budi.says("Besok kami ganti", thread=thread)
    siti.read = 0
    siti.hears("Jawaban", "Besok kami ganti")

    assert notes(city) == []


def test_an_answer_asked_for_in_one_topic_is_not_taken_from_another(city: City, budi: Person) -> None:
    siti = city.citizen("whatsapp")
    first, second = files(siti), files(siti, "Lampu jalan padam di Pasar Baru sejak kemarin")
    budi.says("/balas", thread=thread_of(city, first))
    budi.says("yang ini sama saja", thread=thread_of(city, second))

    assert city.events(first) == ["filed"]
    assert city.events(second) == ["filed", "noted"]


def test_a_reply_to_a_card_in_the_topic_is_a_note(city: City, budi: Person) -> None:
    number = files(city.citizen("whatsapp"))
    thread = thread_of(city, number)
    budi.says("ini yang di depan SD", thread=thread, reply_to=heard_in(budi, thread)[0].provider_id)

    assert city.events(number) == ["filed", "noted"]


def test_what_the_citizen_adds_appears_in_the_topic(city: City, budi: Person) -> None:
    siti = city.citizen("telegram")
    number = files(siti)
    siti.says(f"/tambah {number} tiang ke tiga dari masjid")
    (added,) = heard_in(budi, thread_of(city, number))[1:]

    assert "tiang ke tiga" in added.text


def test_what_staff_do_elsewhere_appears_in_the_topic(city: City, budi: Person) -> None:
    number = files(city.citizen("whatsapp"))
    thread = thread_of(city, number)
    ani = city.officer("perkimlh", "Ani")
    ani.says(f"/ambil {number}")
    ani.says(f"/catat {number} suku cadang habis, hubungi 0812 3456 7890")
    budi.says(f"/balas {number} Besok kami ganti")
    told = [message.text for message in heard_in(budi, thread)[1:]]

    assert "diambil oleh Ani" in told[0]
    assert "suku cadang habis" in told[1]
    assert "Ani" in told[1]
    assert "3456" not in told[1]
    assert "Besok kami ganti" in told[2]


def test_a_topic_is_named_anew_closed_with_its_complaint_and_opened_again(city: City, budi: Person) -> None:
    siti = city.citizen("telegram")
    number = files(siti)
    thread = thread_of(city, number)
    budi.says("/proses", thread=thread)
    topic = topic_of(city, number)
    assert topic is not None
    assert topic.title.startswith(f"🔧 {number}")
    budi.says("/tolak Milik PLN", thread=thread)
    topic = topic_of(city, number)
    assert topic is not None
    assert topic.title.startswith(f"⛔ {number}")
    assert topic.closed
    budi.says("/buka", thread=thread)
    topic = topic_of(city, number)

    assert topic is not None
    assert not topic.closed
    assert topic.thread == thread


def test_a_photo_with_a_note_stays_among_staff_and_is_not_shown_twice(city: City, budi: Person) -> None:
    number = files(city.citizen("whatsapp"))
    budi.sends(photo="FOTO1", text="keadaannya", album="a", thread=thread_of(city, number))
    budi.sends(photo="FOTO2", album="a", thread=thread_of(city, number))
    with city.database.read() as session:
        kept = session.exec(select(Attachment.ref, Attachment.event_id)).all()

    (note,) = notes(city)
    assert kept == [("FOTO1", note.id), ("FOTO2", note.id)]


def test_an_edited_note_is_kept_with_what_it_said_before(city: City, budi: Person) -> None:
    number = files(city.citizen("whatsapp"))
    thread = thread_of(city, number)
    budi.says("tiang 14", thread=thread)
    written = city.updates
    assert budi.says("tiang 15", thread=thread, edits=written) == []
    budi.says("tiang 15", thread=thread, edits=written)
    first, second = notes(city)

    assert (first.text, second.text) == ("tiang 14", "tiang 15")
    assert second.data == {"corrects": first.id}


def test_others_in_the_group_write_no_notes(city: City, budi: Person) -> None:
    number = files(city.citizen("whatsapp"))
    thread = thread_of(city, number)
    stranger = city.citizen("telegram", "Joni").in_group(forum=True)
    outsider = city.officer("dpupr", "Ani").in_group(forum=True)

    assert stranger.says("kapan selesai?", thread=thread) == []
    assert outsider.says("bukan kami", thread=thread) == []
    assert city.events(number) == ["filed"]


def test_talk_outside_the_topics_is_no_note(city: City, budi: Person) -> None:
    number = files(city.citizen("whatsapp"))
    budi.says("makan siang?")
    budi.says("di warung biasa", thread="77")

    assert city.events(number) == ["filed"]


def test_topics_can_be_switched_off_and_on(city: City, budi: Person) -> None:
    siti = city.citizen("whatsapp")
    budi.says("/grup topik mati")
    budi.hears("tanpa topik")
    first = files(siti)
    assert topic_of(city, first) is None
    assert any(f"🆕 {first}" in message and not message.thread for message in budi.heard)
    budi.says("/group topic on")
    budi.hears("topiknya sendiri")
    budi.says(f"/proses {first}")
    thread = thread_of(city, first)

    assert f"{first}" in heard_in(budi, thread)[0].text
    assert "Lampu jalan mati" in heard_in(budi, thread)[0].text


def test_a_group_without_topics_is_told_where_they_are_switched_on(city: City) -> None:
    officer = city.officer("perkimlh", "Budi")
    there = officer.in_group()
    there.says("/grup topik hidup")
    there.hears("Tulis /grup dulu")
    there.says("/grup")
    there.says("/grup topik hidup")
    there.hears("belum dinyalakan")
    there.says("/grup topik")

    there.hears("hidup", "mati")


def test_a_note_is_in_the_audit_once_without_its_words(city: City, budi: Person) -> None:
    number = files(city.citizen("whatsapp"))
    budi.says("tiang 14", thread=thread_of(city, number))
    with city.database.read() as session:
        rows = session.exec(select(Audit).where(Audit.action == "complaint.noted")).all()

    assert [row.object for row in rows] == [number]
    assert "tiang" not in str(rows[0].detail)
