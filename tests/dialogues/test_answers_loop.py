"""What people could not be told becomes an answer: from replies, from questions that wait, from how people ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

import pytest
from sqlmodel import col, select

from bot.chores import Chores
from handlers.office import Office
from handlers.staff import mornings
from storage import answers
from storage.answers import Content
from storage.models import Answer, Audit, Citizen, Question, Timer
from tests.city import TEXTS, City, Person
from tests.conftest import NOW
from tests.stock import change, put

TODAY = NOW.date()
QUESTION = "Apakah legalisir ijazah paket C bisa di sini? NIK saya 1374014101900001"


@pytest.fixture
def hani(city: City) -> Person:
    """The head of the civil registry."""
    return city.officer("disdukcapil", "Hani", "head")


def asked(city: City, *texts: str, agency: str | None = "disdukcapil", **more: Any) -> list[int]:
    """Questions of citizens, as the bot keeps them: by default handed over, with nothing shown."""
    given: dict[str, Any] = {
        "channel": "telegram",
        "language": "id",
        "decision": "hand_over",
        "at": city.clock.now(),
    } | more
    with city.database.write() as session:
        citizen = session.exec(select(Citizen.id)).first()
        if citizen is None:
            session.add(somebody := Citizen(created_at=city.clock.now()))
            session.flush()
            citizen = somebody.id
        owner = city.agency_id(agency) if agency else None
        given = {"citizen_id": citizen or 0} | given
        rows = [Question(text=text, agency_id=owner, **given) for text in texts]
        session.add_all(rows)
        session.flush()
        return [row.id or 0 for row in rows]


def settled(city: City, ids: Iterable[int]) -> list[bool]:
    """Of each question, whether staff have dealt with it."""
    with city.database.read() as session:
        rows = session.exec(select(Question).where(col(Question.id).in_(list(ids))).order_by(col(Question.id))).all()
        return [row.settled_at is not None and row.settled_by_id is not None for row in rows]


def keep(city: City, key: str, agency: str | None = "disdukcapil", **more: Any) -> int:
    """An answer, published unless told otherwise; its id."""
    given: dict[str, Any] = {"checked": TODAY, "source": "Perda 1"} | more
    given.setdefault("agency_id", city.agency_id(agency) if agency else None)
    with city.database.write() as session:
        content = Content(key, "id", f"Tentang {key}", f"Isi {key}", **given)
        answers.put(session, [content], now=city.clock.now())
        return answers.by_key(session, key)[0].id or 0


def row(city: City, key: str, language: str = "id") -> Answer:
    """The answer as it is kept."""
    with city.database.read() as session:
        return session.exec(select(Answer).where(Answer.key == key, Answer.language == language)).one()


# --- /jawab


def test_a_reply_to_a_question_becomes_an_answer_in_one_step(city: City, hani: Person) -> None:
    siti = city.citizen()
    siti.says("/menu")
    with city.database.read() as session:
        citizen = session.exec(select(Citizen.id).order_by(col(Citizen.id).desc())).first()
    number = put(city, QUESTION, kind="information", agency_id=city.agency_id("disdukcapil"), citizen_id=citizen)
    complaint = city.complaints()[-1].id
    (question,) = asked(city, QUESTION, complaint_id=complaint)
    hani.says(f"/jawab {number}")
    hani.hears("belum dijawab")
    hani.says(f"/balas {number} Bisa, Ibu Siti, di Dinas Pendidikan. Telepon 0812-3456-7801")
    siti.read = 0
    siti.hears("di Dinas Pendidikan")
    hani.says("/pertanyaan")
    hani.taps("Apakah legalisir")
    hani.taps(f"Jadikan balasan {number}")
    told = hani.hears("Tersimpan sebagai konsep", "/terbitkan apakah_legalisir_ijazah_paket_c_bisa")
    kept = row(city, "apakah_legalisir_ijazah_paket_c_bisa")

    assert not kept.published
    assert (kept.agency_id, kept.source) == (
        city.agency_id("disdukcapil"),
        f"belum diverifikasi: balasan atas pertanyaan {number}",
    )
    assert kept.body == "Bisa, Ibu S•••, di Dinas Pendidikan. Telepon •••801"
    assert kept.phrasings == [kept.title]
    assert "1374014101900001" not in kept.title
    assert "•••001" in kept.title
    assert "Terbitkan" in "".join(told.buttons)
    assert settled(city, [question]) == [True]
    hani.says(f"/jawab {number}")
    hani.hears("sudah menjadi konsep")
    hani.taps("Terbitkan")
    hani.taps("Pakai: balasan atas")
    hani.taps("Terbitkan")
    city.follow()
    hani.says("/coba legalisir ijazah paket c")
    hani.hears("1. Apakah legalisir ijazah paket C")


def test_only_questions_that_are_no_secret_become_answers(city: City, hani: Person) -> None:
    own: dict[str, Any] = {"agency_id": city.agency_id("disdukcapil")}
    complaint = put(city, **own)
    hani.says(f"/jawab {complaint}")
    hani.hears("bukan pertanyaan")
    secret = put(city, QUESTION, kind="information", **own)
    change(city, secret, visibility="secret")
    hani.says(f"/jawab {secret}")
    hani.hears("rahasia")
    others = put(city, QUESTION, kind="information")
    hani.says(f"/jawab {others}")

    hani.hears("tidak ada")


# --- /pertanyaan


def test_the_same_question_in_many_words_waits_once_with_its_count(city: City, hani: Person) -> None:
    same = asked(
        city, "ganti foto ktp gimana", "baa caro ganti foto ktp?", "cara ganti foto KTP", "ganti foto ktp gimana"
    )
    other = asked(city, "akta lahir anak angkat")
    failed = asked(city, "anak angkat akta lahir", answer_key="akta_lahir", decision="answer", helpful=False)
    asked(city, "ktp hilang", answer_key="ktp_hilang", decision="answer")  # answered, and nobody complained
    asked(city, "kapan posyandu", agency="dinkes")
    hani.says("/pertanyaan")
    listed = hani.hears("2 hal belum terjawab", "(6 pertanyaan)")

    assert "1. “ganti foto ktp gimana” · 4×" in listed
    assert "2. “akta lahir anak angkat” · 2×" in listed
    assert "posyandu" not in listed

    hani.taps("akta lahir")
    hani.hears("Ditanyakan 2×", "tidak membantu: akta_lahir")
    hani.taps("Tidak perlu")
    hani.hears("2 pertanyaan dianggap selesai", "1 hal belum terjawab")
    assert settled(city, [*same, *other, *failed]) == [False] * 4 + [True] * 2


def test_who_asked_is_not_told(city: City, hani: Person) -> None:
    city.citizen(name="Zubaidah Qushairi").says("/menu")
    with city.database.read() as session:
        citizen = session.exec(select(Citizen.id).order_by(col(Citizen.id).desc())).first()
    (question,) = asked(city, "saya Zubaidah Qushairi 0812-3456-7801 mau ganti foto ktp", citizen_id=citizen)
    keep(city, "foto_ktp")
    for said in ("/pertanyaan", f"/pertanyaan #{question}", f"/pertanyaan #{question} ke foto_ktp"):
        hani.says(said)
        assert not any(word in heard for heard in hani.new for word in ("Zubaidah", "7801", "Qushairi"))

    assert row(city, "foto_ktp").phrasings == ["saya Z••• •••801 mau ganti foto ktp"]


def test_an_answer_is_written_for_all_who_asked(city: City, hani: Person) -> None:
    ids = asked(city, "ganti foto ktp gimana", "ganti foto ktp nik 1374014101900001 gimana")
    hani.says("/pertanyaan")
    hani.says("1")
    hani.taps("Buat jawaban")
    hani.taps("Pakai: ganti foto ktp")
    hani.says("Datang ke loket 2 dengan KTP lama.")
    hani.hears("Tersimpan sebagai konsep", "/terbitkan ganti_foto_ktp_gimana")
    kept = row(city, "ganti_foto_ktp_gimana")

    assert "ganti foto ktp gimana" in kept.phrasings
    assert "1374014101900001" not in " ".join(kept.phrasings)
    assert settled(city, ids)[0]


def test_words_are_added_to_the_answer_that_was_meant(city: City, hani: Person) -> None:
    keep(city, "foto_ktp", phrasings=("pas foto ktp diganti",))
    keep(city, "milik_dinkes", "dinkes")
    city.follow()
    (question,) = asked(city, "ganti foto ktp gimana")
    hani.says(f"/pertanyaan #{question} ke milik_dinkes")
    hani.hears("milik dinas lain")
    hani.says(f"/pertanyaan #{question}")
    hani.taps("Ke: Tentang foto_ktp")
    hani.hears("1 pertanyaan kini menemukan “Tentang foto_ktp”", "Tidak ada pertanyaan yang menunggu")
    hani.says(f"/pertanyaan #{question} selesai")
    hani.hears("sudah diurus")

    assert row(city, "foto_ktp").phrasings == ["pas foto ktp diganti", "ganti foto ktp gimana"]
    with city.database.read() as session:
        done = session.exec(select(Audit.action).order_by(col(Audit.id).desc())).first()
    assert done == "question.settle"


def test_those_who_look_after_all_see_them_by_agency(city: City, hani: Person) -> None:
    asked(city, "ganti foto ktp", "ganti foto kk")
    (nobodys,) = asked(city, "buka hari raya kah", agency=None)
    (theirs,) = asked(city, "kapan posyandu", agency="dinkes")
    eko = city.officer(None, "Eko", "admin")
    eko.says("/pertanyaan")
    eko.hears(": 2", "tidak ada: 1", "kapan posyandu")
    eko.says("/pertanyaan dinkes")
    assert "foto" not in eko.hears("1 hal", "kapan posyandu")
    kiki = city.officer("diskominfo", "Kiki")
    kiki.says("/pertanyaan")
    kiki.hears("1 hal", "buka hari raya")
    kiki.says(f"/pertanyaan #{nobodys} selesai")
    kiki.hears("dianggap selesai")
    hani.says(f"/pertanyaan #{theirs}")

    hani.hears("bukan untuk dinas Anda")


# --- /usulan


def test_words_after_which_citizens_picked_an_answer_are_proposed(city: City, hani: Person) -> None:
    keep(city, "foto_ktp", phrasings=("pas foto ktp diganti",))
    picked: dict[str, Any] = {"decision": "offer", "answer_key": "foto_ktp", "chosen": True}
    good = asked(city, "gambar di ktp jelek", "ktp gambar jelek", **picked)
    bad = asked(city, "muka saya beda", **picked)
    asked(city, "pas foto ktp diganti", **picked)  # known
    asked(city, "bukan ini", helpful=False, **picked)
    asked(city, "kapan posyandu", decision="offer", answer_key="posyandu", chosen=True)
    hani.says("/usulan")
    hani.hears("2 warga memilih", "Tentang foto_ktp", "gambar di ktp jelek", "1 usulan")
    hani.taps("Tambahkan")
    hani.hears("Ditambahkan", "muka saya beda", "Ini yang terakhir")
    hani.taps("Jangan")
    hani.hears("Tidak ditambahkan", "Tidak ada usulan")

    assert row(city, "foto_ktp").phrasings == ["pas foto ktp diganti", "gambar di ktp jelek", "ktp gambar jelek"]
    assert settled(city, [*good, *bad]) == [True, True, True]
    with city.database.read() as session:
        done = session.exec(select(Audit.action).where(Audit.object == "foto_ktp.id")).all()
    assert done == ["answer.proposal", "answer.decline"]


# --- /coba


def test_trying_tells_what_would_be_answered_and_why(city: City, hani: Person) -> None:
    hani.says("/coba ktp ilang gmn helikopter")
    told = hani.hears("1. ", "paling mirip", "% · nilai")
    assert "tidak terjelaskan: “helikopter”" in told
    hani.says("/coba resep rendang padang")
    hani.hears("Ke petugas")
    hani.says("/coba")
    hani.hears("Tulis pertanyaannya")
    keep(city, "kartu_zonauji", published=False, phrasings=("kartu zonauji hilang",))
    hani.says("/coba kartu zonauji hilang")
    hani.hears("Kalau diterbitkan", "kartu_zonauji")
    with city.database.read() as session:
        assert session.exec(select(Question)).all() == []
    siti = city.citizen()
    siti.says("/coba ktp hilang")

    siti.hears("petugas")


# --- before an answer expires


def morning(city: City, days: int) -> None:
    """So many days on, at the hour at which offices open, whoever looks after timers looks."""
    for person in city.people:
        person.read = len(person.heard)
    target = dt.datetime.combine(TODAY + dt.timedelta(days=days), dt.time(0, 30), dt.UTC)  # 07.30 there
    city.clock.forward(seconds=(target - city.clock.now()).total_seconds())
    while Chores(city.desk).ring():
        pass
    city.deliver()


def test_owners_are_reminded_once_a_fortnight_before(city: City, hani: Person) -> None:
    with city.desk.office() as office:
        mornings.arm(office)
    keep(city, "segera", valid_until=TODAY + dt.timedelta(days=16))
    keep(city, "nanti", valid_until=TODAY + dt.timedelta(days=60))
    keep(city, "konsep", valid_until=TODAY + dt.timedelta(days=16), published=False)
    keep(city, "dinkes_punya", "dinkes", valid_until=TODAY + dt.timedelta(days=16))
    morning(city, 1)
    assert not any("kedaluwarsa" in heard for heard in hani.new)
    morning(city, 2)
    told = hani.hears("1 jawaban dinas Anda segera kedaluwarsa", "segera", "Kamis, 10 Desember 2026")
    assert "dinkes" not in told
    morning(city, 3)
    assert not any("kedaluwarsa" in heard for heard in hani.new)
    hani.says("/jawaban segera sampai 17-12-2026")
    morning(city, 9)

    hani.hears("1 jawaban dinas Anda segera kedaluwarsa", "Kamis, 17 Desember 2026")
    with city.database.read() as session:
        assert len(session.exec(select(Timer).where(Timer.purpose == "answer-expiry-told")).all()) == 3
    morning(city, 24)
    with city.database.read() as session:
        assert session.exec(select(Timer).where(Timer.purpose == "answer-expiry-told")).all() == []


def test_what_nobody_owns_is_told_to_those_who_look_after_the_whole(city: City) -> None:
    kiki = city.officer("diskominfo", "Kiki")
    with city.database.write() as session:
        mornings.arm(Office(session, city.snapshot, TEXTS, city.clock.now()))
    keep(city, "yatim", None, valid_until=TODAY + dt.timedelta(days=3))
    morning(city, 1)

    kiki.hears("segera kedaluwarsa", "yatim")
