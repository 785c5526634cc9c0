"""A question is written down once, and what becomes of it is noted with it."""

from __future__ import annotations

from datetime import datetime

import pytest

from storage import questions
from storage.database import Database
from storage.making import made
from storage.models import Agency, Citizen, Question


@pytest.fixture
def asked(database: Database, now: datetime) -> int:
    """A question of the citizen 1."""
    with database.write() as session:
        session.add(Citizen(id=1, created_at=now))
        session.add(Agency(id=1, code="goose", names={}))
        session.flush()
        question = made(
            Question,
            citizen_id=1,
            channel="telegram",
            language="id",
            text="berapa ekor angsa",
            decision="offer",
            offered=["geese", "ducks"],
            at=now,
        )
        return questions.add(session, question)


def found(database: Database, question_id: int, citizen_id: int = 1) -> Question | None:
    with database.read() as session:
        return questions.of_citizen(session, question_id, citizen_id)


def test_only_whoever_asked_finds_the_question(database: Database, asked: int) -> None:
    row = found(database, asked)

    assert row is not None
    assert (row.text, row.offered, row.answer_key, row.helpful) == ("berapa ekor angsa", ["geese", "ducks"], "", None)
    assert found(database, asked, 2) is None
    assert found(database, asked + 1) is None


def test_a_choice_opens_again_whether_it_helped(database: Database, asked: int) -> None:
    with database.write() as session:
        questions.rated(session, asked, helpful=False)
        questions.offered(session, asked, ["ducks"])
        questions.chosen(session, asked, "ducks", 1)
    row = found(database, asked)

    assert row is not None
    assert (row.answer_key, row.chosen, row.helpful, row.agency_id) == ("ducks", True, None, 1)
    assert row.offered == ["ducks"]
