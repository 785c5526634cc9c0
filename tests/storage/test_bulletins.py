"""One worker fetches a document at a time, and what went wrong never takes the place of what is known."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

from storage import bulletins
from storage.bulletins import Attempt, Known
from storage.database import Database

NAME = "bmkg:autogempa"
HOUR = timedelta(hours=1)


def _claim(database: Database, now: datetime, before: datetime) -> str | None:
    with database.write() as session:
        return bulletins.claim(session, NAME, now=now, before=before)


def _known(database: Database) -> list[Known]:
    with database.read() as session:
        return bulletins.newest(session, [NAME, "bmkg:gempaterkini"])


def test_a_document_is_claimed_once_until_it_is_due_again(database: Database, now: datetime) -> None:
    assert _claim(database, now, now - HOUR) == ""
    assert _claim(database, now, now - HOUR) is None
    assert _claim(database, now + HOUR, now) == ""


def test_of_many_who_claim_at_once_one_gets_it(database: Database, now: datetime) -> None:
    got: list[str | None] = []
    start = threading.Barrier(4)

    def claim() -> None:
        start.wait()
        got.append(_claim(database, now, now - HOUR))

    threads = [threading.Thread(target=claim) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(got, key=str) == ["", None, None, None]


def test_a_document_nobody_has_got_yet_is_not_known(database: Database, now: datetime) -> None:
    _claim(database, now, now - HOUR)
    with database.write() as session:
        bulletins.fail(session, NAME, "x" * 300)

    assert _known(database) == []
    with database.read() as session:
        assert bulletins.attempts(session, "bmkg:") == [Attempt(NAME, now, None, "x" * 200)]
        assert bulletins.attempts(session, "magma:") == []


def test_a_failure_leaves_what_is_known_and_a_success_ends_it(database: Database, now: datetime) -> None:
    _claim(database, now, now - HOUR)
    with database.write() as session:
        bulletins.keep(session, NAME, "{}", mark='"1"', now=now)
        bulletins.fail(session, NAME, "status 500")

    assert _known(database) == [Known(NAME, "{}", now, "status 500")]
    assert _claim(database, now + HOUR, now) == '"1"'
    with database.write() as session:
        bulletins.confirm(session, NAME, now=now + HOUR)

    assert _known(database) == [Known(NAME, "{}", now + HOUR, "")]


def test_a_mark_too_long_to_keep_is_none(database: Database, now: datetime) -> None:
    _claim(database, now, now - HOUR)
    with database.write() as session:
        bulletins.keep(session, NAME, "{}", mark='"' + "1" * 300 + '"', now=now)

    assert _claim(database, now + HOUR, now) == ""
