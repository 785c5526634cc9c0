"""Two doors, two databases, the same behaviour."""

from __future__ import annotations

import threading

import pytest
from sqlmodel import select

from storage.database import Database
from storage.models import Setting


def _value(database: Database) -> str | None:
    with database.read() as session:
        return session.exec(select(Setting.value).where(Setting.name == "x")).first()


def test_what_was_written_is_read(database: Database) -> None:
    with database.write() as session:
        session.add(Setting(name="x", value="1"))

    assert _value(database) == "1"


def test_a_failing_block_leaves_nothing_behind(database: Database) -> None:
    def write_and_fail() -> None:
        with database.write() as session:
            session.add(Setting(name="x", value="1"))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_and_fail()

    assert _value(database) is None


def test_no_update_is_lost_between_threads_that_lock_before_they_read(database: Database) -> None:
    with database.write() as session:
        session.add(Setting(name="x", value="0"))

    def count_to_25() -> None:
        for _ in range(25):
            with database.write() as session:
                row = session.exec(select(Setting).where(Setting.name == "x").with_for_update()).one()
                row.value = str(int(row.value) + 1)

    threads = [threading.Thread(target=count_to_25) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert _value(database) == "100"


def test_a_reader_does_not_wait_for_a_writer(sqlite_database: Database) -> None:
    with sqlite_database.write() as session:
        session.add(Setting(name="x", value="1"))
        session.flush()

        assert _value(sqlite_database) is None
