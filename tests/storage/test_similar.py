"""What may be about the same is found by place, category and time; supporters, links and recurrences are kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from sqlmodel import Session

from storage import links, recurrences, similar, supporters
from storage.database import Database
from storage.models import Address, Agency, Area, Category, Citizen, Complaint
from storage.similar import Where
from tests.conftest import NOW

LAT, LON = -0.46, 100.4
METRE = 1 / 111_195  # degrees of latitude
DAY = dt.timedelta(days=1)


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """One agency with two categories, two kelurahan, three citizens with an address each."""
    with database.write() as writing:
        for number in (1, 2, 3):
            writing.add(Citizen(id=number, created_at=NOW))
        writing.add(Agency(id=1, code="a", names={}))
        for number in (1, 2):
            writing.add(Area(code=f"k{number}", name=f"K{number}", level="kelurahan", aliases=[]))
        writing.flush()
        for number in (1, 2):
            writing.add(Category(id=number, code=f"c{number}", names={}, keywords=[], agency_id=1))
        for number in (1, 2, 3):
            writing.add(
                Address(citizen_id=number, channel="telegram", value=str(number), last_inbound_at=NOW, created_at=NOW)
            )
        writing.flush()
        yield writing


def add(session: Session, **given: Any) -> Complaint:
    """A complaint at the pin, filed now, but for what is given."""
    values: dict[str, Any] = {"citizen_id": 1, "category_id": 1, "agency_id": 1, "visibility": "public", "text": "t"}
    values |= {"channel": "telegram", "created_at": NOW, "updated_at": NOW, "due_on": NOW.date(), "area_code": "k1"}
    values |= {"lat": LAT, "lon": LON}
    session.add(complaint := Complaint(**values | given))
    session.flush()
    complaint.number = str(complaint.id)
    session.flush()
    return complaint


def found(session: Session, where: Where, **more: Any) -> list[int]:
    """The ids of what is near."""
    options: dict[str, Any] = {"category_id": 1, "kind": "complaint", "since": NOW - 30 * DAY, "metres": 150.0}
    return [candidate.id for candidate in similar.near(session, where, **options | more)]


def test_what_is_near_and_what_has_no_pin_in_the_same_kelurahan_is_found(session: Session) -> None:
    here = add(session)
    near = add(session, lat=LAT + 140 * METRE)
    add(session, lat=LAT + 160 * METRE)
    east = add(session, lon=LON + 140 * METRE)
    words = add(session, lat=None, lon=None)
    add(session, lat=None, lon=None, area_code="k2")

    assert sorted(found(session, Where(LAT, LON, "k1"))) == [here.id, near.id, east.id, words.id]
    assert sorted(found(session, Where(LAT, LON))) == [here.id, near.id, east.id]


def test_without_a_pin_the_whole_kelurahan_is_found(session: Session) -> None:
    far, words = add(session, lat=LAT + 1), add(session, lat=None, lon=None)
    add(session, area_code="k2")

    assert sorted(found(session, Where(area="k1"))) == [far.id, words.id]
    assert found(session, Where()) == []


@pytest.mark.parametrize(
    "other",
    [
        {"category_id": 2},
        {"kind": "aspiration"},
        {"visibility": "secret"},
        {"status": "closed"},
        {"status": "merged"},
        {"created_at": NOW - 31 * DAY},
    ],
    ids=str,
)
def test_what_is_otherwise_is_not_found(session: Session, other: dict[str, Any]) -> None:
    add(session, **other)

    assert found(session, Where(LAT, LON, "k1")) == []


def test_what_has_ended_is_found_if_asked_for_but_never_what_is_secret(session: Session) -> None:
    ended = [add(session, status=status).id for status in ("closed", "merged", "rejected")]
    add(session, visibility="secret")

    assert sorted(found(session, Where(LAT, LON, "k1"), ended_too=True)) == ended


def test_supporters_are_counted_once_and_never_whoever_filed_it(session: Session) -> None:
    complaint = add(session)
    came = [supporters.add(session, complaint, citizen, now=NOW) for citizen in (1, 2, 2, 3)]
    assert (came, complaint.supporters) == ([False, True, False, True], 2)
    assert [chat.address for chat in supporters.chats(session, complaint.id or 0)] == ["2", "3"]
    assert [each.id for each in supporters.supported_by(session, 2)] == [complaint.id]
    assert supporters.remove(session, complaint, 2)
    assert not supporters.remove(session, complaint, 2)

    assert (supporters.of(session, complaint.id or 0), complaint.supporters) == ([3], 1)


def test_it_is_kept_by_which_merging_somebody_came(session: Session) -> None:
    complaint, merged = add(session), add(session, citizen_id=2)
    supporters.add(session, complaint, 2, now=NOW, merged_id=merged.id)
    supporters.add(session, complaint, 3, now=NOW)

    assert supporters.came_from(session, complaint.id or 0, merged.id or 0) == [2]


def test_a_link_holds_both_ways_and_is_made_once(session: Session) -> None:
    one, other = add(session), add(session)
    assert links.add(session, one.id or 0, other.id or 0, links.SPLIT, now=NOW)
    assert not links.add(session, other.id or 0, one.id or 0, links.RELATED, now=NOW)

    assert [(each.complaint.id, each.made_of) for each in links.of(session, one.id or 0)] == [(other.id, True)]
    assert [each.complaint.id for each in links.of(session, other.id or 0)] == [one.id]


def test_a_recurrence_is_told_of_until_its_time_is_over(session: Session) -> None:
    complaint = add(session)
    recurrences.lock(session, 1)
    recurrences.add(session, complaint, 5, now=NOW, until=NOW + DAY)

    assert [each.id for each in recurrences.told_of(session, 1, NOW)] == [complaint.id]
    assert recurrences.told_of(session, 1, NOW + DAY) == []
    assert recurrences.told_of(session, 2, NOW) == []
