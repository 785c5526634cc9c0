"""Reports with their chart: ordered by command or by the clock, made once, in the reader's language."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from sqlmodel import select

from bot import reports as module
from bot.chores import Chores
from bot.media import Media
from bot.reports import Reports
from handlers.staff import roster
from storage.models import Outbox, ReportOrder
from tests.city import City, Person
from tests.stock import happened, put

MONDAY = dt.datetime(2026, 11, 30, 0, 30, tzinfo=dt.UTC)  # 07.30, when offices open
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def city(city: City) -> City:
    """Tuesday, 24 November 2026, 10.00; the agency of street lights has answered one complaint in two hours."""
    filed = dt.datetime(2026, 11, 17, 1, 0, tzinfo=dt.UTC)
    number = put(city, created_at=filed, updated_at=filed)
    happened(city, number, "replied", "staff", filed + dt.timedelta(hours=2))
    return city


@pytest.fixture
def reports(city: City, tmp_path: Path) -> Reports:
    return Reports(city.desk, Media(tmp_path, secret_key="k" * 32, types=("image/png",), max_bytes=10**6))


@pytest.fixture
def budi(city: City) -> Person:
    return city.officer("perkimlh", "Budi")


def made(city: City, reports: Reports) -> None:
    """The worker looks."""
    for person in city.people:
        person.read = len(person.heard)
    while reports.make():
        pass
    city.deliver()


def test_a_report_comes_with_a_chart(city: City, reports: Reports, budi: Person, tmp_path: Path) -> None:
    budi.says("/rapor")
    budi.hears("Rapor Dinas Perkim LH untuk 16–22 Nov 2026 sedang dibuat")
    made(city, reports)
    budi.hears("Dinas Perkim LH · 16–22 Nov 2026", "Sampai jawaban pertama: 2 jam kerja (dari 1 laporan)")
    (chart,) = tmp_path.rglob("*.png")

    assert [message.media for message in budi.new] == [0, 1]
    assert chart.read_bytes().startswith(PNG)


@pytest.fixture
def undrawn(reports: Reports, monkeypatch: pytest.MonkeyPatch) -> Reports:
    """Where the extra is not installed the program that draws ends with a fault; it is also much faster."""
    monkeypatch.setattr(module, "CHART", ("false",))
    return reports


def test_where_no_chart_can_be_drawn_the_words_go_alone(city: City, undrawn: Reports, budi: Person) -> None:
    budi.says("/rapor minggu lalu")
    made(city, undrawn)

    budi.hears("2 jam kerja")
    assert [message.media for message in budi.new] == [0]


def test_a_report_is_made_once_however_many_look(city: City, undrawn: Reports, budi: Person) -> None:
    """Both have read the order before either has sent the report."""
    budi.says("/rapor")
    with city.database.read() as session:
        order = session.exec(select(ReportOrder)).one()
    for _ in range(2):
        undrawn._send(order, undrawn._made(order), {})
    made(city, undrawn)
    with city.database.read() as session:
        keys = [key for key in session.exec(select(Outbox.key)) if key.startswith("report:")]

    assert keys == [f"report:{order.id}"]


def test_the_week_begins_with_last_weeks_report_for_the_head(city: City, undrawn: Reports, budi: Person) -> None:
    ani = city.officer("perkimlh", "Ani", "head")
    undrawn.arm()
    city.clock.forward(seconds=(MONDAY - city.clock.now()).total_seconds())
    for _ in range(2):
        while Chores(city.desk).ring():
            pass
        undrawn.arm()
    made(city, undrawn)

    ani.hears("Dinas Perkim LH · 23–29 Nov 2026")
    assert not any("📊" in message for message in budi.heard)
    with city.database.read() as session:
        assert len(session.exec(select(ReportOrder)).all()) == 1


def test_an_admin_gets_the_citys_report_or_that_of_an_agency_named(city: City, undrawn: Reports) -> None:
    eko = city.officer(None, "Eko", "admin")
    eko.says("/rapor bulan ini")
    made(city, undrawn)
    eko.hears("Kota Padang Panjang · November 2026", "2 jam kerja")
    eko.says("/rapor pupr minggu lalu")
    made(city, undrawn)
    eko.hears("Dinas PUPR · 16–22 Nov 2026: belum ada yang bisa dihitung")


def test_an_operator_gets_their_own_agencys_whatever_they_name(city: City, undrawn: Reports) -> None:
    ani = city.officer("dpupr", "Ani")
    ani.says("/rapor perkimlh")
    made(city, undrawn)

    ani.hears("Dinas PUPR")


def test_a_report_is_in_the_readers_language(city: City, undrawn: Reports, budi: Person) -> None:
    budi.says("/bahasa en")
    budi.says("/scorecard last week")
    made(city, undrawn)

    budi.hears("Housing and Environment Office", "To the first answer: 2 working hours (of 1 report)")


def test_who_has_left_gets_no_report(city: City, undrawn: Reports, budi: Person) -> None:
    budi.says("/rapor")
    with city.database.write() as session:
        for row in roster.listing(session):
            roster.end(session, row["id"], now=city.clock.now())
    made(city, undrawn)

    assert budi.new == []
    with city.database.read() as session:
        assert session.exec(select(ReportOrder.done_at)).one() is not None
