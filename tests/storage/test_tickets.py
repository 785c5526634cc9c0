"""The lists of staff: what is in them, in which order, and page by page without losing or repeating any."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import Session

from storage import tickets
from storage.database import Database
from storage.models import Agency, Area, Category, Citizen, Complaint, ComplaintEvent, Staff
from storage.tickets import Counts, Filter, Page, Scope, Viewer
from tests.conftest import NOW

DAY = dt.timedelta(days=1)
TODAY = dt.date(2026, 11, 24)
BUDI, ANI, TONO = 1, 2, 3


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """Two agencies with a category and clerks, two kelurahan, one citizen."""
    with database.write() as writing:
        writing.add(Citizen(id=1, created_at=NOW))
        for number in (1, 2):
            writing.add(Agency(id=number, code=f"a{number}", names={}))
            writing.add(Area(code=f"k{number}", name=f"K{number}", level="kelurahan", aliases=[]))
        writing.flush()
        for number in (1, 2):
            writing.add(Category(id=number, code=f"c{number}", names={}, keywords=[], agency_id=number))
        for number, name, ended in ((BUDI, "Budi", None), (ANI, "Ani", None), (TONO, "Tono", NOW)):
            writing.add(Staff(id=number, name=name, role="operator", agency_id=1, created_at=NOW, ended_at=ended))
        writing.flush()
        yield writing


def viewer(scope: Scope | None = None, staff_id: int = BUDI) -> Viewer:
    midnight = dt.datetime(2026, 11, 24, 17, 0, tzinfo=dt.UTC)
    return Viewer(scope or Scope(1), staff_id, NOW, TODAY, midnight)


def filed(session: Session, **given: Any) -> int:
    """A complaint of agency 1, due in ten days and taken by nobody, but for what is ``given``."""
    values: dict[str, Any] = {
        "visibility": "public",
        "citizen_id": 1,
        "category_id": 1,
        "agency_id": 1,
        "text": "Lampu jalan mati",
        "channel": "telegram",
        "due_on": TODAY + 10 * DAY,
        "due_at": NOW + 10 * DAY,
        "created_at": NOW,
        "updated_at": NOW,
    }
    complaint = Complaint(**values | given)
    session.add(complaint)
    session.flush()
    complaint.number = str(complaint.id)
    session.flush()
    return complaint.id or 0


def ids(page: Page) -> list[int]:
    return [ticket.id for ticket in page.tickets]


def found(session: Session, wanted: Filter, by: Viewer | None = None) -> list[int]:
    """What is found, and counted, and gathered for acts on many."""
    by = by or viewer()
    shown = ids(tickets.find(session, wanted, by))
    assert len(shown) == tickets.count(session, wanted, by)
    assert sorted(shown) == tickets.ids(session, wanted, by, limit=100)
    return shown


def test_the_one_due_first_is_on_top(session: Session) -> None:
    late = filed(session, due_at=NOW - DAY)
    promised = filed(session, due_at=None, due_on=TODAY + 2 * DAY)
    soon, far = filed(session, due_at=NOW + DAY), filed(session, due_at=NOW + 3 * DAY)

    assert found(session, Filter()) == [late, soon, promised, far]


def test_a_ticket_shows_who_has_it_unless_they_have_left(session: Session) -> None:
    for holder in (None, ANI, TONO):
        filed(session, assignee_id=holder)

    assert [ticket.holder for ticket in tickets.find(session, Filter(), viewer()).tickets] == ["", "Ani", ""]


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        (Filter(mine=True), {"assignee_id": BUDI}),
        (Filter(late=True), {"due_at": NOW - DAY}),
        (Filter(late=True), {"due_at": None, "due_on": TODAY - DAY}),
        (Filter(today=True), {"due_at": NOW + dt.timedelta(hours=5)}),
        (Filter(status="waiting"), {"status": "waiting"}),
        (Filter(status="resolved"), {"status": "resolved"}),
        (Filter(kind="aspiration"), {"kind": "aspiration"}),
        (Filter(area="k2"), {"area_code": "k2"}),
        (Filter(category_id=2), {"category_id": 2}),
        (Filter(words=("pohon",)), {"text": "POHON tumbang"}),
        (Filter(words=("pohon", "masjid")), {"text": "Pohon tumbang", "place_text": "dekat Masjid Raya"}),
        (Filter(mine=True, area="k2", words=("mati",)), {"assignee_id": BUDI, "area_code": "k2"}),
    ],
)
def test_a_filter_finds_what_it_is_for_and_nothing_else(
    session: Session, wanted: Filter, given: dict[str, Any]
) -> None:
    one = filed(session, **{"assignee_id": ANI, **given})
    filed(session, assignee_id=ANI)

    assert found(session, wanted) == [one]


def test_unclaimed_is_what_nobody_has_taken(session: Session) -> None:
    filed(session, assignee_id=ANI)
    free = filed(session)

    assert found(session, Filter(unclaimed=True)) == [free]


def test_nothing_is_late_that_waits_for_the_citizen(session: Session) -> None:
    filed(session, status="waiting", due_at=None, due_on=TODAY - DAY)
    filed(session, status="resolved", due_at=NOW - DAY)

    assert found(session, Filter(late=True)) == []


def test_answered_is_where_the_citizen_had_the_last_word(session: Session) -> None:
    one, other, silent = filed(session), filed(session), filed(session)
    for complaint, kind, actor in (
        (one, "filed", "citizen"),
        (silent, "filed", "citizen"),
        (one, "replied", "staff"),
        (one, "added", "citizen"),
        (one, "warned", "system"),
        (other, "added", "citizen"),
        (other, "replied", "staff"),
    ):
        session.add(ComplaintEvent(complaint_id=complaint, at=NOW, kind=kind, actor=actor))
        session.flush()

    assert found(session, Filter(answered=True)) == [one]


def test_what_has_ended_is_seen_when_asked_for_the_newest_first(session: Session) -> None:
    open_one, closed = filed(session), filed(session, status="closed", due_at=None)

    assert found(session, Filter()) == [open_one]
    assert found(session, Filter(ended=True)) == [closed, open_one]
    assert found(session, Filter(ended=True, status="closed")) == [closed]


def test_an_agency_sees_its_own_and_an_admin_all_but_the_secret_ones(session: Session) -> None:
    own, secret = filed(session), filed(session, visibility="secret")
    other, hidden = filed(session, agency_id=2), filed(session, agency_id=2, visibility="secret")

    assert found(session, Filter()) == [own, secret]
    assert found(session, Filter(agency_id=2)) == []
    everywhere = viewer(Scope(None, everywhere=True))
    assert found(session, Filter(), everywhere) == [own, other]
    assert found(session, Filter(agency_id=2), everywhere) == [other]
    assert found(session, Filter(), viewer(Scope(2, everywhere=True))) == [own, other, hidden]
    assert found(session, Filter(), viewer(Scope(None))) == []


def test_the_quick_filters_are_counted_in_one_look(session: Session) -> None:
    filed(session, assignee_id=BUDI, due_at=NOW - DAY)
    filed(session, assignee_id=ANI, status="waiting")
    filed(session)
    filed(session, status="resolved", assignee_id=BUDI)
    filed(session, status="closed")
    filed(session, agency_id=2)

    assert tickets.counts(session, viewer()) == Counts(open=3, mine=1, unclaimed=1, late=1, waiting=1)


@pytest.mark.parametrize("wanted", [Filter(), Filter(ended=True), Filter(words=("lampu",))])
def test_pages_lead_through_everything_and_back(session: Session, wanted: Filter) -> None:
    for number in range(23):
        filed(session, due_at=NOW + number // 5 * DAY)  # five of them are due at the same moment
    seen, back, start = [], [], None
    while True:
        page = tickets.find(session, wanted, viewer(), start=start, size=5)
        seen.append(ids(page))
        if page.next is None:
            break
        start = page.next
    while page.previous is not None:
        page = tickets.find(session, wanted, viewer(), start=page.previous, size=5)
        back.append(ids(page))

    whole = [each for part in seen for each in part]
    assert [len(part) for part in seen] == [5, 5, 5, 5, 3]
    assert len(set(whole)) == 23
    assert back == seen[-2::-1]


def test_a_page_knows_its_place_among_all(session: Session) -> None:
    for number in range(12):
        filed(session, due_at=NOW + number * DAY)
    first = tickets.find(session, Filter(), viewer(), size=5)
    second = tickets.find(session, Filter(), viewer(), start=first.next, size=5)
    again = tickets.find(session, Filter(), viewer(), start=second.previous, size=5)

    assert [(page.before, page.total) for page in (first, second, again)] == [(0, 12), (5, 12), (0, 12)]
    assert first.previous is None
    assert first.next is not None
    assert first.next.due == NOW + 4 * DAY
    assert again == first


def test_what_changes_between_two_pages_neither_hides_nor_repeats_the_rest(session: Session) -> None:
    complaints = [filed(session, due_at=NOW + number * DAY) for number in range(6)]
    page = tickets.find(session, Filter(), viewer(), size=2)
    last = session.get(Complaint, complaints[1])
    assert last is not None
    last.status = "closed"
    session.flush()

    assert ids(tickets.find(session, Filter(), viewer(), start=page.next, size=2)) == complaints[2:4]


def test_a_search_among_the_ended_goes_on_stretch_by_stretch(session: Session) -> None:
    old = filed(session, text="Pohon tumbang", status="closed")
    for _ in range(9):
        filed(session, status="closed")
    wanted, start, pages = Filter(ended=True, words=("pohon",)), None, []
    for _ in range(3):
        page = tickets.find(session, wanted, viewer(), start=start, stretch=4)
        pages.append(ids(page))
        start = page.next

    assert pages == [[], [], [old]]
    assert start is None


@pytest.mark.parametrize("scope", [Scope(1), Scope(None, everywhere=True)], ids=["agency", "admin"])
def test_what_is_open_is_read_from_its_index(sqlite_database: Database, scope: Scope) -> None:
    """However many have ended: SQLite must see that the partial index answers the query."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        asked.append((statement, parameters))

    with sqlite_database.read() as reading:
        event.listen(sqlite_database.reader, "before_cursor_execute", note)
        tickets.counts(reading, viewer(scope))
        tickets.find(reading, Filter(late=True, area="k1"), viewer(scope))
        event.remove(sqlite_database.reader, "before_cursor_execute", note)
        plans = [
            " ".join(str(row) for row in reading.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given))
            for statement, given in asked
            if "complaint" in statement
        ]

    assert [("COVERING INDEX ix_complaint_open" in plan) for plan in plans] == [True, True]
