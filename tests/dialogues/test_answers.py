"""An agency looks after its answers in the chat: finds, writes, publishes, changes and withdraws them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from sqlmodel import select

from storage import answers
from storage.answers import Content
from storage.models import Answer, AnswerVersion, Audit
from tests.city import City, Person
from tests.conftest import NOW

TODAY = NOW.date()


@pytest.fixture
def hani(city: City) -> Person:
    """The head of the civil registry."""
    return city.officer("disdukcapil", "Hani", "head")


@pytest.fixture
def budi(city: City) -> Person:
    """An operator there."""
    return city.officer("disdukcapil", "Budi")


def keep(city: City, key: str, agency: str = "disdukcapil", **more: Any) -> int:
    """Write an answer down, published unless told otherwise; its id."""
    given: dict[str, Any] = {"checked": TODAY, "source": "Perda 1", "agency_id": city.agency_id(agency)} | more
    content = Content(key, "id", f"Tentang {key}", f"Isi {key}", **given)
    with city.database.write() as session:
        answers.put(session, [content], now=city.clock.now())
        return answers.by_key(session, key)[0].id or 0


def row(city: City, key: str, language: str = "id") -> Answer:
    """The answer as it is kept."""
    with city.database.read() as session:
        return session.exec(select(Answer).where(Answer.key == key, Answer.language == language)).one()


def test_an_operator_writes_a_draft_and_the_head_publishes_it(city: City, budi: Person, hani: Person) -> None:
    budi.says("/jawaban baru Legalisir KTP di mana")
    budi.taps("Pakai: Legalisir KTP di mana")
    budi.hears("Apa jawabannya")
    budi.says("Di loket 3, <b>gratis</b>. A & B < C")
    told = budi.hears("Tersimpan sebagai konsep", "Kepala dinas Anda menerbitkannya", "legalisir_ktp_di_mana")
    budi.says("/terbitkan legalisir_ktp_di_mana")
    budi.hears("petugas")

    assert "Terbitkan" not in "".join(told.buttons)
    assert not row(city, "legalisir_ktp_di_mana").published

    hani.says("/jawaban legalisir")
    hani.taps("Legalisir KTP")
    hani.hears("Konsep", "Di loket 3")
    hani.taps("Terbitkan")
    hani.hears("Apa sumbernya")
    hani.says("SOP Disdukcapil 2026")
    hani.hears("benar per hari ini")
    hani.taps("Terbitkan")
    hani.hears("Warga mendapatnya mulai sekarang", "Diperiksa: Selasa, 24 November 2026")
    kept = row(city, "legalisir_ktp_di_mana")

    assert (kept.published, kept.source, kept.checked, kept.version) == (True, "SOP Disdukcapil 2026", TODAY, 2)


def test_the_body_is_shown_with_its_marks_and_nothing_else_as_markup(city: City, hani: Person) -> None:
    keep(city, "uji", agency_id=city.agency_id("disdukcapil"), phrasings=("apa <i>ini</i>",))
    hani.says("/jawaban uji isi Di <b>loket</b> & <u>lantai</u> <i>dua")

    assert "Di loket & <u>lantai</u> dua" in hani.hears("Tersimpan").text


def test_what_is_published_is_changed_by_the_head_alone(city: City, budi: Person, hani: Person) -> None:
    keep(city, "uji")
    budi.says("/jawaban uji judul Lain")
    budi.hears("hanya kepala dinas yang mengubahnya")
    hani.says("/jawaban uji")
    hani.taps("Ubah")
    hani.taps("Judul")
    hani.hears("Judul sekarang", "Tentang uji")
    hani.says("Judul baru")
    hani.hears("Tersimpan sebagai versi 2", "Judul baru", "Terbit")

    assert row(city, "uji").title == "Judul baru"


def test_anybody_there_adds_and_removes_ways_of_asking(city: City, budi: Person) -> None:
    keep(city, "uji", phrasings=("cara lama", "Cara Salah"))
    budi.says("/jawaban uji")
    budi.taps("Cara bertanya")
    budi.hears("cara lama")
    budi.says("gimana uji\n- cara salah\nGIMANA UJI")
    budi.hears("Tersimpan sebagai versi 2")

    assert row(city, "uji").phrasings == ["cara lama", "gimana uji"]


def test_answers_of_others_can_be_read_but_not_changed(city: City, hani: Person) -> None:
    keep(city, "milik_dinkes", "dinkes")
    keep(city, "konsep_dinkes", "dinkes", published=False)
    hani.says("/jawaban milik_dinkes")
    assert list(hani.hears("Isi milik_dinkes").buttons) == []
    hani.says("/jawaban milik_dinkes ubah")
    hani.hears("milik dinas lain")
    hani.says("/terbitkan milik_dinkes")
    hani.hears("hanya kepala dinas pemiliknya")
    hani.says("/jawaban konsep_dinkes")

    hani.hears("Tidak ada jawaban untuk “konsep_dinkes”")


def test_an_administrator_looks_after_all(city: City) -> None:
    keep(city, "milik_dinkes", "dinkes")
    eko = city.officer(None, "Eko", "admin")
    eko.says("/jawaban milik_dinkes")
    eko.taps("Tarik")
    eko.taps("Ya")
    eko.hears("sekarang konsep")

    assert (row(city, "milik_dinkes").published, row(city, "milik_dinkes").checked) == (False, None)


def test_citizens_have_none_of_these_commands(city: City) -> None:
    siti = city.citizen()
    for command in ("/jawaban", "/terbitkan uji", "/tarik uji"):
        siti.says(command)
        siti.hears("petugas")


def test_an_earlier_version_comes_back(city: City, hani: Person) -> None:
    keep(city, "uji", phrasings=("dulu",))
    hani.says("/jawaban uji isi Isi yang keliru")
    hani.taps("Versi lama")
    hani.hears("Versi “Tentang uji” (2)", "Hani")
    hani.taps("Kembalikan versi 1")
    hani.hears("Kembalikan isi versi 1")
    hani.taps("Ya")
    hani.hears("Isi versi 1 dipakai lagi", "Isi uji")
    kept = row(city, "uji")

    assert (kept.body, kept.version, kept.published, kept.phrasings) == ("Isi uji", 3, True, ["dulu"])
    with city.database.read() as session:
        versions = session.exec(select(AnswerVersion).where(AnswerVersion.answer_id == kept.id)).all()
        done = session.exec(select(Audit.action).where(Audit.object == "uji.id")).all()
    assert [version.body for version in versions] == ["Isi uji", "Isi yang keliru", "Isi uji"]
    assert done == ["answer.body", "answer.restore"]


def test_a_change_that_another_crossed_is_not_kept(city: City, hani: Person) -> None:
    keep(city, "uji")
    other = city.officer("disdukcapil", "Ani", "head")
    hani.says("/jawaban uji isi")
    other.says("/jawaban uji isi Isi Ani")
    hani.says("Isi Hani")
    hani.hears("baru saja diubah orang lain")

    assert row(city, "uji").body == "Isi Ani"


def test_a_right_that_ended_meanwhile_ends_the_change(city: City, hani: Person) -> None:
    keep(city, "uji")
    hani.says("/jawaban uji isi")
    with city.database.write() as session:
        session.connection().exec_driver_sql("UPDATE staff SET ended_at = '2026-11-24' WHERE name = 'Hani'")
    hani.says("Isi Hani")

    assert row(city, "uji").body == "Isi uji"


def test_the_last_day_is_chosen_or_written(city: City, hani: Person) -> None:
    keep(city, "uji", valid_until=TODAY - dt.timedelta(days=1), checked=TODAY - dt.timedelta(days=9))
    hani.says("/jawaban kedaluwarsa uji")
    hani.taps("Tentang uji")
    hani.hears("Kedaluwarsa: masih ditampilkan")
    hani.taps("Periksa ulang")
    hani.taps("Pakai: Perda 1")
    hani.hears("Masa berlakunya sudah lewat")
    hani.says("kemarin")
    hani.hears("belum jelas")
    hani.says("1-1-2020")
    hani.hears("sudah lewat")
    hani.taps("Setahun")
    hani.taps("Terbitkan")
    assert (row(city, "uji").valid_until, row(city, "uji").checked) == (TODAY + dt.timedelta(days=365), TODAY)
    hani.says("/jawaban uji sampai")
    hani.says("31-12-2028")
    assert row(city, "uji").valid_until == dt.date(2028, 12, 31)
    hani.says("/jawaban uji sampai")
    hani.taps("Tanpa batas")

    assert row(city, "uji").valid_until is None


def test_an_answer_is_written_in_another_language(city: City, hani: Person) -> None:
    keep(city, "uji")
    hani.says("/jawaban uji en")
    hani.says("About it")
    hani.says("The answer")
    hani.hears("konsep", "About it")
    hani.says("/jawaban uji")
    hani.taps("🌐 en")
    hani.hears("The answer")

    assert (row(city, "uji").body, row(city, "uji", "en").body) == ("Isi uji", "The answer")


def test_the_list_goes_on_page_by_page_and_finds_what_is_nearly_said(city: City, hani: Person) -> None:
    for number in range(20):
        keep(city, f"zonauji_{number:02}", published=False)
    hani.says("/jawaban draf zonauji")
    hani.hears("1–8 dari 20", "zonauji_00")
    hani.taps("berikut")
    hani.hears("9–16 dari 20", "zonauji_15")
    hani.taps("berikut")
    hani.hears("17–20 dari 20")
    hani.says("/jawaban zonaujii 03")
    hani.hears("zonauji_03")


def test_all_of_it_works_typed(city: City) -> None:
    head = city.officer("disdukcapil", "Hani", "head", channel="whatsapp")
    keep(city, "uji", published=False)
    head.says("/jawaban uji")
    head.says("/terbitkan uji")
    head.says("1")
    head.says("ya")
    head.hears("Terbit")
    head.says("/jawaban uji hapus")
    head.says("ya")
    head.hears("tidak dipakai lagi")
    with city.database.read() as session:
        assert answers.by_key(session, "uji") == []
