"""The figures of a report against sums done by hand, in working time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import pytest
from sqlmodel import select

from handlers.city import City
from handlers.staff import figures
from handlers.staff.figures import Figures, Middle, Review
from handlers.staff.periods import Period
from storage.database import Database
from storage.models import Clock, Complaint
from storage.tickets import Scope
from tests.fakes import HandClock
from tests.stock import Hamlet, change, happened, put

WEEK = Period(dt.date(2026, 11, 16), dt.date(2026, 11, 22))


def at(day: int, hour: int, minute: int = 0) -> dt.datetime:
    """That time of day in Padang Panjang, in November 2026. Offices are open from 7.30 to 12 and from 13 to 16."""
    return dt.datetime(2026, 11, day, hour - 7, minute, tzinfo=dt.UTC)


@dataclass
class Panjang(Hamlet):
    """Two agencies of the city, with its hours."""

    known: City

    def agency_id(self, code: str) -> int:
        return self.known.agency(code).id


@pytest.fixture
def city(database: Database, clock: HandClock, padang_panjang: City) -> Panjang:
    panjang = Panjang(database, clock, padang_panjang)
    lamps, roads = (panjang.agency_id(code) for code in ("perkimlh", "dpupr"))
    panjang.settle(perkimlh=(lamps, "lampu_jalan"), dpupr=(roads, "jalan"))
    return panjang


def reviewed(city: Panjang, scope: Scope | None = None) -> Review:
    with city.database.read() as session:
        wanted = scope or Scope(city.agency_id("perkimlh"))
        return figures.review(session, city.known, wanted, WEEK, city.clock.now())


def course(city: Panjang, filed: dt.datetime, *events: tuple[str, str, dt.datetime]) -> str:
    """A complaint filed then, to which this happened: (kind, actor, moment)."""
    number = put(city, created_at=filed, updated_at=events[-1][2] if events else filed)
    for kind, actor, moment in events:
        happened(city, number, kind, actor, moment)
    return number


def test_the_median_is_of_working_hours_to_the_first_answer_in_the_week(city: Panjang) -> None:
    course(city, at(16, 8), ("replied", "staff", at(16, 10)), ("replied", "staff", at(17, 10)))  # 2 h
    course(city, at(16, 11), ("asked", "staff", at(16, 14)))  # 2 h: the noon break does not count
    course(city, at(13, 16), ("replied", "staff", at(16, 8, 30)))  # Friday evening to Monday: 1.5 h
    course(city, at(9, 8), ("replied", "staff", at(10, 8)))  # answered the week before
    course(city, at(17, 9), ("added", "citizen", at(17, 10)))
    now = reviewed(city)

    assert now.now.answer == Middle(3, 2.0, 2.0)
    assert now.before.answer.count == 1
    assert [answer for _, answer, _ in now.trail][-2:] == [now.before.answer.median, 2.0]


def test_the_end_counts_from_filing_also_when_it_was_opened_again(city: Panjang) -> None:
    number = course(
        city,
        at(16, 8),
        ("resolved", "staff", at(16, 9)),
        ("reopened", "citizen", at(16, 10)),
        ("resolved", "staff", at(17, 9)),
    )
    change(city, number, status="resolved")

    assert reviewed(city).now.end.median == 8.5


def test_what_citizens_said_is_counted_apart(city: Panjang) -> None:
    for kind in ("confirmed", "confirmed", "lapsed", "reopened"):
        course(city, at(9, 8), (kind, "citizen", at(18, 8)))
    course(city, at(9, 8), ("confirmed", "citizen", at(11, 8)))
    now = reviewed(city)

    assert now.now.verdicts == (2, 1, 1)
    assert now.now.share(0) == 0.5
    assert now.before.verdicts == (1, 0, 0)
    assert Figures(Middle.of([]), Middle.of([]), Middle.of([]), (0,), (0, 0, 0), 0, 0).share(0) is None


def test_the_backlog_is_what_was_open_when_the_week_was_over(city: Panjang) -> None:
    course(city, at(20, 8))  # a Friday: no working day has passed when the week ends
    course(city, at(11, 8))  # Wednesday the week before: seven working days
    change(city, course(city, at(2, 8)), status="closed", closed_at=at(23, 8))  # open when the week ended: fourteen
    change(city, course(city, at(2, 8)), status="closed", closed_at=at(19, 8))
    course(city, at(23, 9))
    now = reviewed(city).now

    assert (now.age.count, now.age.median, now.ages) == (3, 7.0, (1, 2, 0, 0))


def test_deadlines_that_fell_in_the_week_were_kept_or_not(city: Panjang) -> None:
    number = course(city, at(9, 8))
    rest: dict[str, Any] = {"stage": 0, "started_at": at(9, 8)}
    with city.database.write() as session:
        complaint = session.exec(select(Complaint.id).where(Complaint.number == number)).one() or 0
        for name, due, met, paused in (
            ("verify", at(17, 16), at(17, 9), None),
            ("respond", at(18, 16), at(19, 9), None),
            ("resolve", at(19, 16), None, at(18, 9)),
            ("other", at(20, 16), None, None),
            ("later", at(24, 16), at(23, 9), None),
        ):
            clock = Clock(complaint_id=complaint, name=name, due_at=due, met_at=met, paused_at=paused, **rest)
            session.add(clock)
    now = reviewed(city).now

    assert (now.fell, now.kept) == (3, 1)
    assert now.punctual == pytest.approx(1 / 3)


def test_others_are_not_counted(city: Panjang) -> None:
    course(city, at(16, 8), ("replied", "staff", at(16, 10)))
    secret = course(city, at(16, 8), ("replied", "staff", at(16, 9)))
    change(city, secret, visibility="secret")
    own, road = city.agency_id("perkimlh"), city.agency_id("dpupr")

    assert reviewed(city, Scope(own)).now.answer.count == 2
    assert reviewed(city, Scope(road)).now.empty
    assert reviewed(city, Scope(None, everywhere=True)).now.answer.count == 1
    assert reviewed(city, Scope(None, everywhere=True, only=own)).now.answer.count == 1
    assert reviewed(city, Scope(road, only=own)).now.empty
