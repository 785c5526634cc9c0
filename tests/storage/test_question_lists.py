"""Lists of what citizens asked, and what is asked of answers by those who look after them, in either database."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from storage import answers, question_lists, timers
from storage.answers import Content
from storage.database import Database
from storage.models import Agency, Citizen, Question, Staff
from storage.question_lists import Ward
from tests.conftest import NOW

OURS, OTHERS = 1, 2
TODAY = NOW.date()


@pytest.fixture
def town(database: Database) -> Database:
    """Two agencies, a citizen and an officer."""
    with database.write() as session:
        session.add_all([Agency(id=OURS, code="a", names={}), Agency(id=OTHERS, code="b", names={})])
        session.add_all(
            [Citizen(id=1, created_at=NOW), Staff(id=1, name="Hani", role="head", agency_id=OURS, created_at=NOW)]
        )
    return database


def asked(town: Database, text: str, agency_id: int | None = OURS, **more: Any) -> int:
    """A question that found nothing, unless told otherwise; its id."""
    given: dict[str, Any] = {"channel": "webchat", "language": "id", "decision": "hand_over", "at": NOW} | more
    with town.write() as session:
        session.add(row := Question(citizen_id=1, text=text, agency_id=agency_id, **given))
        session.flush()
        return row.id or 0


def texts(town: Database, ward: Ward) -> list[str]:
    with town.read() as session:
        return [each.text for each in question_lists.unanswered(session, ward)]


def test_open_is_what_found_nothing_or_did_not_help(town: Database) -> None:
    asked(town, "nothing")
    asked(town, "offered", decision="offer", offered=["a", "b"])
    asked(town, "useless", answer_key="a", helpful=False)
    asked(town, "helped", answer_key="a", helpful=True)
    asked(town, "shown", answer_key="a")
    done = asked(town, "done")
    with town.write() as session:
        assert question_lists.settle(session, [done, done + 100], staff_id=1, now=NOW) == 1
        assert question_lists.settle(session, [done], staff_id=1, now=NOW) == 0
        assert question_lists.by_id(session, done) is None

    assert texts(town, Ward(OURS, nobodys=False)) == ["nothing", "offered", "useless"]


def test_a_ward_holds_its_agencys_and_perhaps_nobodys(town: Database) -> None:
    asked(town, "ours")
    asked(town, "theirs", OTHERS)
    asked(town, "nobodys", None)

    assert texts(town, Ward(OURS, nobodys=False)) == ["ours"]
    assert texts(town, Ward(OURS, nobodys=True)) == ["ours", "nobodys"]
    assert texts(town, Ward(None, nobodys=True)) == ["ours", "theirs", "nobodys"]
    assert texts(town, Ward(0, nobodys=False)) == []
    with town.read() as session:
        assert [each.text for each in question_lists.unanswered_of(session, None)] == ["nobodys"]
        assert question_lists.counts(session) == {OURS: 1, OTHERS: 1, None: 1}


def test_proposed_is_what_was_picked_and_did_not_fail(town: Database) -> None:
    asked(town, "picked", answer_key="a", chosen=True)
    asked(town, "picked and helped", answer_key="a", chosen=True, helpful=True)
    asked(town, "picked in vain", answer_key="a", chosen=True, helpful=False)
    asked(town, "of others", answer_key="b", chosen=True)
    asked(town, "answered", answer_key="a")
    with town.read() as session:
        found = question_lists.chosen(session, {"a", "c"})

    assert [each.text for each in found] == ["picked", "picked and helped"]


def test_what_expires_is_found_by_owner_and_day(town: Database) -> None:
    def content(key: str, days: int, **more: Any) -> Content:
        given: dict[str, Any] = {
            "agency_id": OURS,
            "checked": TODAY,
            "valid_until": TODAY + dt.timedelta(days=days),
        } | more
        return Content(key, "id", key, "Isi", **given)

    kept = [content("late", 14), content("soon", 1), content("past", -1), content("far", 15)]
    kept += [content("draft", 1, published=False), content("theirs", 1, agency_id=OTHERS)]
    kept += [content("nobodys", 2, agency_id=None), content("forever", 0, valid_until=None)]
    with town.write() as session:
        answers.put(session, kept, now=NOW)
        last = TODAY + dt.timedelta(days=14)
        ours = answers.expiring(session, (OURS,), first=TODAY, last=last)
        with_nobodys = answers.expiring(session, (OURS, None), first=TODAY, last=last)

    assert [row.key for row in ours] == ["soon", "late"]
    assert [row.key for row in with_nobodys] == ["soon", "nobodys", "late"]


def test_a_locked_answer_is_read_anew(town: Database) -> None:
    with town.write() as session:
        answers.put(session, [Content("a", "id", "A", "Isi")], now=NOW)
        answer_id = answers.by_key(session, "a")[0].id or 0
    with town.write() as session:
        row = answers.by_id(session, answer_id, lock=True)
        assert row is not None
        answers.remove(session, [row], now=NOW)
        assert answers.by_id(session, answer_id) is None


def test_timers_tell_for_which_version_they_run(database: Database) -> None:
    with database.write() as session:
        timers.start(session, "told", 7, version=3, due_at=NOW)
        timers.start(session, "told", 7, version=4, due_at=NOW)
        timers.start(session, "other", 8, version=1, due_at=NOW)

        assert timers.versions_for(session, "told") == {(7, 3), (7, 4)}
