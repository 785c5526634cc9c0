"""The models that learn where complaints go: what they may learn from, and which is in use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from sqlmodel import Session

from storage import revision, routing_models
from storage.database import Database
from storage.models import Agency, Category, Citizen, Complaint
from tests.conftest import NOW

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """Two agencies, and a citizen."""
    with database.write() as writing:
        writing.add(Citizen(id=1, created_at=NOW))
        for number in (1, 2):
            writing.add(Agency(id=number, code=f"a{number}", names={}))
        writing.flush()
        writing.add(Category(id=1, code="c1", names={}, keywords=[], agency_id=1))
        writing.flush()
        yield writing


def file(session: Session, text: str, agency: int, *, verified: bool = True, visibility: str = "public") -> None:
    session.add(
        Complaint(
            visibility=visibility,
            citizen_id=1,
            category_id=1,
            agency_id=agency,
            text=text,
            channel="telegram",
            due_on=NOW.date(),
            created_at=NOW,
            updated_at=NOW,
            verified_at=NOW + HOUR if verified else None,
        )
    )
    session.flush()


def put(session: Session, body: bytes, rival: bytes = b"r") -> int:
    return routing_models.put_in_use(session, trained_at=NOW, examples=9, scores={"x": 1}, body=body, rival=rival)


def test_only_what_staff_verified_is_learnt_from_and_never_what_is_secret(session: Session) -> None:
    file(session, "jalan", 1)
    file(session, "baru", 1, verified=False)
    file(session, "pungli", 2, visibility="secret")
    file(session, "sampah", 2, visibility="anonymous")

    found = routing_models.examples(session)

    assert [(each.text, each.agency, each.at) for each in found] == [("jalan", "a1", NOW), ("sampah", "a2", NOW)]
    assert [each.text for each in routing_models.examples(session, limit=1)] == ["sampah"]


def test_the_newest_put_in_use_is_the_one_in_use_and_every_process_learns_of_it(session: Session) -> None:
    before = revision.current(session)
    put(session, b"one")
    newest = put(session, b"two", b"rival of two")
    routing_models.add(session, trained_at=NOW, examples=10, scores={})

    assert (routing_models.current(session), routing_models.rival(session)) == (b"two", b"rival of two")
    assert [each.id for each in routing_models.listing(session) if each.in_use] == [newest]
    assert revision.current(session) != before


def test_without_a_model_there_is_none(session: Session) -> None:
    assert routing_models.current(session) is None
    assert routing_models.rival(session) is None


def test_old_bodies_go_and_their_scores_stay(session: Session) -> None:
    for number in range(5):
        put(session, b"%d" % number)

    bodies = session.connection().exec_driver_sql("SELECT body FROM routing_model ORDER BY id").scalars().all()

    assert [bool(body) for body in bodies] == [False, False, True, True, True]
    assert [each.scores for each in routing_models.listing(session)] == [{"x": 1}] * 5


def test_training_asked_for_is_done_by_one_only(database: Database, session: Session) -> None:
    assert not routing_models.claim(session)
    routing_models.ask(session)
    routing_models.ask(session)

    assert routing_models.claim(session)
    assert not routing_models.claim(session)
