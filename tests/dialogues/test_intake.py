"""Whatever comes first is taken: a photo, a pin, a voice note, an album, an edited message, a sticker, nothing."""

from __future__ import annotations

import pytest
from sqlmodel import func, select

from storage.database import Database
from storage.models import Attachment, Outbox
from tests.city import CENTRE, City, Person, files

WITH_MEDIA = ("telegram", "whatsapp", "webchat")


def attachments(database: Database) -> list[tuple[str, str]]:
    with database.read() as session:
        return [(row.kind, row.ref) for row in session.exec(select(Attachment)).all()]


@pytest.fixture(params=WITH_MEDIA)
def siti(request: pytest.FixtureRequest, city: City) -> Person:
    """A citizen on each channel that carries pictures."""
    return city.citizen(request.param, "Siti")


def test_a_photo_with_a_caption_begins_a_complaint(city: City, siti: Person) -> None:
    siti.sends(photo="P1", text="Lampu jalan mati di Pasar Usang")
    siti.hears("Ini tentang apa?")
    siti.taps("Lampu jalan")
    siti.says("Pasar Usang")
    siti.hears("Sudah ada 1 berkas")
    siti.taps("Cukup")
    siti.taps("Umum")
    siti.hears("Berkas: 1")
    siti.taps("Kirim")

    ((kind, ref),) = attachments(city.database)
    assert kind == "photo"
    assert "P1" in ref


def test_a_photo_without_words_asks_for_them(city: City, siti: Person) -> None:
    siti.sends(photo="P1")
    siti.hears("Ceritakan apa yang terjadi")
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.taps("Lampu jalan")
    siti.says("Pasar Usang")

    siti.hears("Sudah ada 1 berkas")


def test_a_pin_first_is_the_place(city: City, siti: Person) -> None:
    siti.sends(pin=CENTRE)
    siti.hears("Ceritakan apa yang terjadi")
    siti.says("Lampu jalan mati total di sini")
    siti.taps("Lampu jalan")

    siti.hears("Ada foto")


def test_a_voice_note_first_stands_for_the_words(city: City, siti: Person) -> None:
    siti.sends(voice="V1")
    siti.hears("Ini tentang apa?")
    siti.says("Lampu jalan")
    siti.hears("Di mana tempatnya?")
    siti.taps("Tidak tahu")
    siti.taps("Cukup")
    siti.taps("Umum")
    siti.taps("Kirim")

    assert [kind for kind, _ in attachments(city.database)] == ["voice"]


def test_a_pin_sent_while_the_subject_is_asked_is_kept(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.sends(pin=CENTRE)
    siti.hears("Sudah kami catat", "Ini tentang apa?")
    siti.taps("Lampu jalan")

    siti.hears("Ada foto")


def test_words_sent_with_the_photos_are_added_to_the_story(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.taps("Lampu jalan")
    siti.says("Pasar Usang")
    siti.says("ini dekat warung uni Ros ya pak")
    siti.hears("Sudah kami catat")
    siti.sends(photo="P1")
    siti.taps("Cukup")
    siti.taps("Umum")
    siti.hears("Periksa dulu", "uni Ros")


def test_the_most_photos_end_the_question_by_themselves(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.taps("Lampu jalan")
    siti.says("Pasar Usang")
    for count in range(1, 5):
        siti.sends(photo=f"P{count}")
        siti.hears(f"Sudah ada {count} berkas", f"tambah {5 - count} lagi")
    siti.sends(photo="P5")

    siti.hears("Siapa yang boleh melihat")


def test_the_parts_of_an_album_get_one_reply(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.taps("Lampu jalan")
    siti.says("Pasar Usang")
    parts = [siti.inbound(photo=f"P{count}", album="A1") for count in range(3)]
    siti.read = len(siti.heard)
    for part in parts:
        city.receiver.receive([part])
    city.deliver()

    (reply,) = siti.new
    assert "Sudah ada 3 berkas" in reply


def test_an_album_first_is_taken_whole(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says("halo")
    parts = [siti.inbound(photo="P1", album="A1", text="Lampu jalan mati di Pasar Usang")]
    parts += [siti.inbound(photo=f"P{count}", album="A1") for count in (2, 3)]
    siti.read = len(siti.heard)
    for part in parts:
        city.receiver.receive([part])
    city.deliver()

    (reply,) = siti.new
    assert "Ini tentang apa?" in reply
    siti.taps("Lampu jalan")
    siti.says("Pasar Usang")
    siti.hears("Sudah ada 3 berkas")


def test_what_a_newcomer_is_told_is_not_replaced_by_the_answer_to_the_rest_of_an_album(city: City) -> None:
    siti = city.citizen("telegram")
    parts = [siti.inbound(photo="P1", album="A1", text="KEBAKARAN di Pasar Usang!")]
    parts += [siti.inbound(photo="P2", album="A1")]
    for part in parts:
        city.receiver.receive([part])
    city.deliver()

    numbers, notice, question = siti.heard
    assert "112" in numbers
    assert "UU 27/2022" in notice
    assert "tentang apa" in question


def test_a_part_of_an_album_that_comes_late_is_answered_too(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.taps("Lampu jalan")
    siti.says("Pasar Usang")
    siti.sends(photo="P1", album="A1")
    siti.hears("Sudah ada 1 berkas")
    siti.sends(photo="P2", album="A1")

    siti.hears("Sudah ada 2 berkas")


def test_an_edited_message_corrects_the_answer_before_filing(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says("Lampu jalan mati di Pasar Usang")
    first = city.updates
    siti.taps("Lampu jalan")
    siti.says("Lampu jalan mati di Pasar Usang dekat masjid", edits=first)
    siti.hears("Sudah kami perbaiki", "Di mana tempatnya?")
    siti.says("Pasar Usang")
    siti.taps("Tanpa foto")
    siti.taps("Umum")

    siti.hears("Periksa dulu", "dekat masjid")


def test_an_edited_message_is_a_correction_after_filing(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says("halo")
    first = city.updates + 1
    filed = files(siti)
    siti.says("Lampu jalan mati di Pasar Usang sejak kemarin", edits=first)
    siti.hears("Perbaikan Anda sudah ditambahkan", filed)

    assert city.events(filed) == ["filed", "corrected"]
    assert city.complaints()[0].text.endswith("minggu lalu")


def test_editing_something_else_is_silent(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says("halo")
    files(siti)

    assert siti.says("halo juga", edits=101) == []


@pytest.mark.parametrize("moment", ["idle", "asked"])
def test_a_sticker_gets_a_kind_answer(city: City, siti: Person, moment: str) -> None:
    if moment == "asked":
        siti.says("Lampu jalan mati di Pasar Usang")
    siti.sends(sticker="S1")

    siti.hears("bisa kami baca" if moment == "idle" else "Ini tentang apa?")


def test_an_empty_message_is_answered(city: City, siti: Person) -> None:
    siti.says("")

    assert len(siti.new) >= 1


def test_a_message_delivered_again_does_nothing(city: City, siti: Person) -> None:
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.taps("Lampu jalan")
    message = siti.inbound(text="Pasar Usang")
    city.receive(message)
    heard = len(siti.heard)
    city.receive(message)
    city.receive(message, message)

    assert len(siti.heard) == heard
    with city.database.read() as session:
        keys = session.exec(select(func.count(Outbox.key.distinct()))).one()  # type: ignore[attr-defined]
        assert keys == session.exec(select(func.count()).select_from(Outbox)).one()


def test_two_taps_at_once_are_one(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says("Lampu jalan mati di Pasar Usang")
    button = siti.hears("tentang apa").buttons["Lampu jalan"]
    siti.read = len(siti.heard)
    city.receive(siti.inbound(tap=button), siti.inbound(tap=button))

    (reply,) = siti.new
    assert "Di mana tempatnya?" in reply


def test_two_taps_on_send_file_one_complaint(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says("Lampu jalan mati di Pasar Usang")
    siti.taps("Lampu jalan")
    siti.says("Pasar Usang")
    siti.taps("Tanpa foto")
    siti.taps("Umum")
    button = siti.hears("Periksa dulu").buttons["✅ Kirim"]
    siti.read = len(siti.heard)
    city.receive(siti.inbound(tap=button), siti.inbound(tap=button))

    assert len(city.complaints()) == 1
    assert len(siti.new) == 1


def test_an_old_button_is_explained_and_the_question_put_again(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says("Lampu jalan mati di Pasar Usang")
    old = siti.hears("tentang apa").buttons["Lainnya …"]
    siti.taps("Lampu jalan")
    siti.sends(tap=old)

    siti.hears("Tombol itu dari pertanyaan sebelumnya", "Di mana tempatnya?")


def test_a_button_of_an_ended_conversation_is_explained(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says("Lampu jalan mati di Pasar Usang")
    old = siti.hears("tentang apa").buttons["Lampu jalan"]
    siti.says("batal")
    siti.sends(tap=old)

    siti.hears("tidak berlaku lagi")


def test_near_a_border_the_nearest_are_offered(city: City) -> None:
    siti = city.citizen("telegram")
    siti.says("Jalan berlubang besar sekali")
    siti.taps("Jalan")
    border = _border(city)
    siti.sends(pin=border)
    question = siti.hears("dekat batas")
    siti.taps(next(iter(question.buttons)))

    siti.hears("Ada foto")


def _border(city: City) -> tuple[float, float]:
    """A point near which two kelurahan meet, found between two centres."""
    south, north = (-0.460877, 100.397837), (-0.465233, 100.400130)
    for step in range(1, 200):
        share = step / 200
        point = tuple(a + (b - a) * share for a, b in zip(south, north, strict=True))
        if len(city.snapshot.locate(*point).nearby) > 1:
            return point  # type: ignore[return-value]
    raise AssertionError("no border found")


def test_a_media_note_on_the_console_is_words_only(city: City) -> None:
    """The console has no pictures; the flow works without any."""
    siti = city.citizen("console")

    assert files(siti)
