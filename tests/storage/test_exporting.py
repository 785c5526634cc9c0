"""Reading all complaints for export: on both databases, page by page, with what other tables know."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from storage import exporting
from storage.database import Database
from storage.exporting import Wanted
from storage.models import Address, Attachment
from tests.conftest import NOW
from tests.fakes import HandClock
from tests.stock import DAY, Hamlet, change, happened, put


@pytest.fixture
def city(database: Database, clock: HandClock) -> Hamlet:
    hamlet = Hamlet(database, clock)
    hamlet.settle(perkimlh=(1, "lampu_jalan"))
    return hamlet


def test_every_complaint_comes_once_in_order_with_what_belongs_to_it(
    city: Hamlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "AT_ONCE", 3)
    numbers = [put(city) for _ in range(8)]
    happened(city, numbers[4], "replied", "staff", NOW + DAY)
    happened(city, numbers[4], "resolved", "staff", NOW + 2 * DAY)
    happened(city, numbers[4], "resolved", "staff", NOW + 3 * DAY)
    happened(city, numbers[5], "replied", "citizen", NOW + DAY)
    with city.database.write() as session:
        session.add(Address(citizen_id=1, channel="telegram", value="7", name="Siti", created_at=NOW))
        file: dict[str, Any] = {"channel": "telegram", "kind": "photo", "ref": "x", "due_at": NOW, "created_at": NOW}
        session.add(Attachment(complaint_id=5, **file))
    with city.database.read() as session:
        found = list(exporting.every(session, Wanted()))
        total = exporting.count(session, Wanted())

    assert [each.row.number for each in found] == numbers
    assert total == 8
    assert (found[4].answered_at, found[4].ended_at) == (NOW + DAY, NOW + 3 * DAY)
    assert (found[5].answered_at, found[4].attachments, found[5].attachments) == (None, 1, 0)
    assert list(found[0].addresses) == [("telegram", "7", "Siti")]


def test_a_merged_one_names_the_other_and_secret_ones_stay_out(city: Hamlet) -> None:
    first, second = put(city), put(city)
    change(city, second, merged_into_id=1)
    put(city, visibility="secret")
    with city.database.read() as session:
        found = list(exporting.every(session, Wanted()))
        everything = exporting.count(session, Wanted(secret=True))

    assert [each.row.merged_into for each in found] == [None, first]
    assert everything == 3
    assert dt.timedelta(0) == found[0].row.created_at.utcoffset()
