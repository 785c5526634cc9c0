"""A process notices by itself that answers have changed, and is ready to answer before anybody asks."""

from __future__ import annotations

import datetime as dt

from bot.snapshot import Snapshot
from storage import answers
from storage.answers import Content
from storage.database import Database
from tests.city import RULES
from tests.conftest import NOW
from tests.seeding import seeded

GEESE = Content("geese", "id", "Resep rendang angsa", "Tanyakan.", source="Uji", checked=dt.date(2026, 11, 24))


def test_a_new_answer_is_taken_up_with_its_engine(sqlite_database: Database) -> None:
    seeded(sqlite_database, RULES, now=NOW)
    snapshot = Snapshot(sqlite_database, RULES)
    first = snapshot()

    assert not snapshot.refresh()
    assert snapshot() is first
    assert "engine" in vars(first.library)
    with sqlite_database.write() as session:
        answers.put(session, [GEESE], now=NOW)
    assert snapshot.refresh()
    assert "engine" in vars(snapshot().library)
    assert snapshot().library.engine.ask("resep rendang angsa").hits[0].key == "geese"
    assert first.library.answer("geese", "id") is None
