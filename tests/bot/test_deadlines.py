"""Deadlines told of in time and once: to those who handle a complaint, then their head, then the city's desk."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select

from bot.deadlines import Deadlines
from storage.database import Database
from storage.models import Clock, ComplaintEvent, EventKind
from tests.city import City, Person, files
from tests.fakes import HandClock

JAKARTA = ZoneInfo("Asia/Jakarta")


# A dialogue is the same on both; the sweep has statements of its own for each.
on_both = pytest.mark.parametrize("city", ["sqlite_database", "postgres_database"], indirect=True)


@pytest.fixture
def city(request: pytest.FixtureRequest, clock: HandClock) -> City:
    """It is Tuesday, 24 November 2026, 10.00."""
    database: Database = request.getfixturevalue(getattr(request, "param", "sqlite_database"))
    return City(database, clock)


@pytest.fixture
def deadlines(city: City) -> Deadlines:
    return Deadlines(city.desk)


def at(city: City, said: str) -> None:
    """Let the time come."""
    moment = datetime.fromisoformat(f"2026-{said}").replace(tzinfo=JAKARTA).astimezone(UTC)
    assert moment >= city.clock.now()
    city.clock.forward(seconds=(moment - city.clock.now()).total_seconds())


def sweep(city: City, deadlines: Deadlines) -> int:
    """Look at what is due, and let everybody read."""
    for person in city.people:
        person.read = len(person.heard)
    count = deadlines.sweep()
    city.deliver()
    return count


def told(city: City) -> list[tuple[str, str, str]]:
    """What the logs say about deadlines: kind, clock, level."""
    with city.database.read() as session:
        kinds = (EventKind.WARNED, EventKind.ESCALATED)
        query = select(ComplaintEvent).where(col(ComplaintEvent.kind).in_(kinds)).order_by(col(ComplaintEvent.id))
        return [(row.kind, row.data["clock"], row.data.get("level", "")) for row in session.exec(query)]


def clocks(city: City) -> dict[str, Clock]:
    """Those of the complaint filed last."""
    with city.database.read() as session:
        rows = session.exec(select(Clock).order_by(col(Clock.complaint_id))).all()
        return {row.name: row for row in rows}


def due(city: City, name: str) -> str:
    """When it is due, by the clocks of the city."""
    return clocks(city)[name].due_at.astimezone(JAKARTA).strftime("%m-%d %H:%M")


@pytest.fixture
def budi(city: City) -> Person:
    return city.officer("perkimlh", "Budi")


@pytest.fixture
def head(city: City) -> Person:
    return city.officer("perkimlh", "Rina", role="head", channel="whatsapp")


@pytest.fixture
def sekda(city: City) -> Person:
    return city.officer("setda", "Anwar", role="head")


def test_a_complaint_has_three_deadlines_in_its_agency_s_working_time(city: City, budi: Person) -> None:
    files(city.citizen())

    assert {name: due(city, name) for name in clocks(city)} == {
        "verify": "11-27 16:30",
        "respond": "12-01 16:00",
        "resolve": "12-14 16:00",
    }
    [complaint] = city.complaints()
    assert complaint.due_on.isoformat() == "2026-12-01"
    assert complaint.due_at == clocks(city)["verify"].due_at


@on_both
def test_each_stage_is_told_once_to_whom_it_is_for(
    city: City, deadlines: Deadlines, budi: Person, head: Person, sekda: Person
) -> None:
    number = files(city.citizen())
    at(city, "11-27 07:29")
    assert sweep(city, deadlines) == 0
    at(city, "11-27 07:30")
    assert sweep(city, deadlines) == 1
    budi.hears("⏰", number, "diperiksa")
    at(city, "11-27 23:00")
    assert sweep(city, deadlines) == 0
    at(city, "11-30 07:30")
    assert sweep(city, deadlines) == 1
    budi.hears("🔴", number, "27 Nov 2026 16.30")
    assert sekda.new == []
    at(city, "12-01 07:30")
    assert sweep(city, deadlines) == 2  # the head hears of the first, and the answer is due today
    head.hears("🔺", number, "Untuk kepala")
    budi.hears("⏰", number, "jawaban pertama")
    at(city, "12-03 07:30")
    sweep(city, deadlines)
    sekda.hears("🔺🔺", number, "Perkim")
    at(city, "12-31 10:00")
    while sweep(city, deadlines):
        pass

    levels = ("agency", "head", "city")
    escalated = [("escalated", clock, level) for clock in ("verify", "respond", "resolve") for level in levels]
    # Nobody looked on the day before the third deadline: to warn afterwards would be odd.
    assert sorted(told(city)) == sorted([("warned", "verify", ""), ("warned", "respond", ""), *escalated])


def test_whoever_has_taken_it_is_warned_alone_and_late_news_goes_to_the_group_as_well(
    city: City, deadlines: Deadlines, budi: Person
) -> None:
    ani = city.officer("perkimlh", "Ani")
    number = files(city.citizen())
    ani.says(f"/ambil {number}")
    at(city, "12-01 07:30")
    sweep(city, deadlines)
    ani.hears("⏰", number)
    assert budi.new == []
    at(city, "12-02 07:30")
    sweep(city, deadlines)

    ani.hears("🔴", number)
    budi.hears("🔴", number)


def test_of_what_is_answered_on_the_first_day_nobody_hears_on_the_day_of_the_answer_or_after(
    city: City, deadlines: Deadlines, budi: Person, head: Person, sekda: Person
) -> None:
    number = files(city.citizen())
    budi.says(f"/balas {number} Besok kami perbaiki")
    at(city, "12-04 16:00")  # the answer was due on the first, what is done about it is due on the fourteenth
    for _ in range(2):
        assert sweep(city, deadlines) == 0
        assert [person.new for person in city.people] == [[], [], [], []]

    assert told(city) == []


def test_a_head_who_is_not_there_is_stood_in_for_by_the_admins(city: City, deadlines: Deadlines, budi: Person) -> None:
    admin = city.officer(None, "Eko", role="admin")
    number = files(city.citizen())
    at(city, "12-01 07:30")
    sweep(city, deadlines)
    sweep(city, deadlines)

    admin.hears("🔺", number, "Untuk kepala")


@on_both
def test_many_at_once_are_one_message_however_many_transactions_it_takes(
    city: City, budi: Person, head: Person
) -> None:
    numbers = [files(city.citizen()) for _ in range(5)]
    at(city, "11-27 07:30")
    sweep(city, Deadlines(city.desk, at_once=2))
    warned = budi.hears("⏰", "5 laporan mendekati tenggat", numbers[0], numbers[4])
    assert budi.new == [warned]
    at(city, "11-30 07:30")
    sweep(city, Deadlines(city.desk))

    late = budi.hears("🔴", "5 laporan lewat tenggat")
    assert late.buttons == {"🔴 Yang terlambat": "/tiket lewat"}
    assert head.new != []
    assert len(told(city)) == 10


def test_more_than_fit_are_counted(city: City, deadlines: Deadlines, budi: Person) -> None:
    for _ in range(10):
        files(city.citizen())
    at(city, "11-27 07:30")
    sweep(city, deadlines)

    budi.hears("10 laporan mendekati tenggat", "dan 2 lagi")


def test_after_a_night_in_which_nobody_looked_everybody_hears_in_the_morning(
    city: City, deadlines: Deadlines, budi: Person
) -> None:
    number = files(city.citizen())
    at(city, "11-28 03:00")  # a Saturday night; the program had been stopped since Wednesday
    sweep(city, deadlines)
    assert budi.new == []
    at(city, "11-30 07:29")
    assert sweep(city, deadlines) == 0
    at(city, "11-30 07:30")
    assert sweep(city, deadlines) > 0
    budi.hears("🔴", number)

    assert ("warned", "verify", "") not in told(city), "it is too late for a warning"


def test_of_a_secret_complaint_the_city_s_desk_learns_the_number_alone(
    city: City, deadlines: Deadlines, sekda: Person
) -> None:
    city.officer("inspektorat", "Rahma")
    number = files(city.citizen(), "Petugas minta uang rokok untuk surat pindah di kelurahan", visibility="Rahasia")
    at(city, "12-03 07:30")
    while sweep(city, deadlines):
        pass

    heard = next(message for message in sekda.heard if number in message)
    assert "rokok" not in heard.text
    assert heard.buttons == {}


def test_a_question_stops_the_clock_until_the_citizen_answers(city: City, deadlines: Deadlines, budi: Person) -> None:
    siti = city.citizen("whatsapp")
    number = files(siti)
    budi.says(f"/tanya {number} Di depan rumah nomor berapa?")
    budi.hears("Tenggat berhenti")
    question = next(message for message in siti.heard if "bertanya tentang laporan" in message)
    assert "Di depan rumah nomor berapa?" in question
    assert city.complaints()[0].status == "waiting"
    assert city.complaints()[0].due_at is None
    at(city, "12-31 10:00")
    assert sweep(city, deadlines) == 0
    siti.replies(question, "Nomor 12")
    budi.read = 0
    budi.hears("Nomor 12")

    assert city.complaints()[0].status == "processing"
    assert city.complaints()[0].due_at == clocks(city)["resolve"].due_at
    assert due(city, "resolve") == "01-22 16:30"  # 110 hours were left; 5 January is a holiday


def test_the_button_of_the_card_asks_what_is_to_be_asked_and_the_citizen_s_asks_for_the_answer(
    city: City, budi: Person
) -> None:
    siti = city.citizen()
    number = files(siti)
    budi.taps("Tanya")
    budi.hears("Tulis pertanyaan", number)
    budi.says("Sejak kapan?")
    siti.taps("Jawab")
    siti.says("Sejak kemarin")

    assert city.events(number) == ["filed", "asked", "added"]


def test_staff_see_what_time_is_left(city: City, budi: Person) -> None:
    number = files(city.citizen())
    budi.read = 0
    budi.hears("sisa 3 hari kerja")
    at(city, "11-27 14:00")
    budi.says(f"/lihat {number}")
    budi.hears("sisa 3 jam kerja", "jawaban pertama", "Batas SP4N-LAPOR!: verifikasi Jumat, 27 November 2026")
    budi.says(f"/balas {number} Sudah kami terima")
    at(city, "12-16 09:00")
    budi.says(f"/lihat {number}")
    budi.hears("terlambat 2 hari kerja", "✔️ jawaban pertama", "🔴 penyelesaian: seharusnya 14 Des 2026 16.00")
    at(city, "12-16 10:00")
    budi.says(f"/tanya {number} Masih padam?")
    budi.says(f"/lihat {number}")
    budi.hears("menunggu jawaban pelapor", "⏸ penyelesaian")
    budi.says(f"/selesai {number} Sudah menyala")

    assert "⏳" not in budi.says(f"/lihat {number}")[0]


def test_late_on_the_very_day_is_said_so(city: City, budi: Person) -> None:
    number = files(city.citizen())
    at(city, "11-27 20:00")
    budi.says(f"/lihat {number}")

    budi.hears("tenggat lewat hari ini")
