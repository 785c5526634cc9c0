"""What is put into the outbox is there once, and what the provider says of it is found and noted."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from storage import claims, outbox
from storage.claims import Outcome
from storage.database import Database
from storage.models import Citizen, OutboxState
from tests.storage.letters import LANE, letter, post, rows

MINUTE = timedelta(minutes=1)
FINAL = ("delivered", "read")


def _sent(database: Database, now: datetime, *provider_ids: str, address: str = "700") -> int:
    (row_id,) = post(database, [letter(now, address)], now)
    with database.write() as session:
        claimed = claims.claim(session, LANE, limit=9, by="me", now=now, lease=MINUTE)
        claims.mark(session, [Outcome(row, OutboxState.SENT, now, provider_ids) for row in claimed], by="me")
    return row_id


def test_a_letter_is_stored_as_given(database: Database, now: datetime) -> None:
    given = letter(now, body={"text": "Terima kasih, laporan diterima ✓"}, expires_at=now + MINUTE)
    ids = post(database, [given], now)

    (row,) = rows(database)
    assert [row.id] == ids
    assert (row.key, row.lane, row.address, row.body) == (given.key, LANE, "700", given.body)
    assert (row.state, row.created_at, row.due_at, row.expires_at) == ("queued", now, now, now + MINUTE)


def test_a_key_goes_in_once_and_the_answer_says_which_were_new(database: Database, now: datetime) -> None:
    first, second = letter(now, key="a"), letter(now, key="b")
    post(database, [first], now)

    with database.write() as session:
        ids = outbox.enqueue(session, [first, second, second], now=now)

    assert ids[0] is None
    assert ids[1] == ids[2] is not None
    assert [row.key for row in rows(database)] == ["a", "b"]


def test_nothing_to_say_is_no_error(database: Database, now: datetime) -> None:
    assert post(database, [], now) == []


def test_a_replacing_letter_takes_the_place_of_a_queued_one(database: Database, now: datetime) -> None:
    (row_id,) = post(database, [letter(now, key="album", body={"text": "1 foto"})], now)
    again = letter(now, key="album", body={"text": "2 foto"}, due_at=now + MINUTE, replaces=True)

    assert post(database, [again], now) == [row_id]
    (row,) = rows(database)
    assert (row.body, row.due_at) == ({"text": "2 foto"}, now + MINUTE)


def test_a_replacing_letter_comes_too_late_once_the_first_was_claimed(database: Database, now: datetime) -> None:
    post(database, [letter(now, key="album", body={"text": "1 foto"})], now)
    with database.write() as session:
        claims.claim(session, LANE, limit=1, by="me", now=now, lease=MINUTE)

    assert post(database, [letter(now, key="album", body={"text": "2 foto"}, replaces=True)], now) == []
    assert rows(database)[0].body == {"text": "1 foto"}


def test_a_withheld_letter_waits_for_its_citizen_on_that_channel(database: Database, now: datetime) -> None:
    with database.write() as session:
        citizens = [Citizen(created_at=now), Citizen(created_at=now)]
        session.add_all(citizens)
    mine, other = (citizen.id for citizen in citizens)
    post(
        database,
        [
            letter(now, citizen_id=mine, state="withheld", channel="whatsapp", lane="whatsapp:1"),
            letter(now, citizen_id=mine, state="withheld"),
            letter(now, citizen_id=other, state="withheld", channel="whatsapp"),
            letter(now, citizen_id=mine, channel="whatsapp", state="failed"),
        ],
        now,
    )

    with database.write() as session:
        lanes = outbox.release_withheld(session, mine or 0, channel="whatsapp")

    assert lanes == {"whatsapp:1"}
    assert [row.state for row in rows(database)] == ["queued", "withheld", "withheld", "failed"]


def test_a_reply_to_our_message_finds_what_it_was_about(database: Database, now: datetime) -> None:
    row_id = _sent(database, now, "17")

    with database.read() as session:
        found = outbox.by_provider_id(session, "telegram", "700", "17")
        elsewhere = outbox.by_provider_id(session, "telegram", "701", "17")

    assert found == outbox.Origin(row_id, None, None)
    assert elsewhere is None


def test_a_reply_to_any_part_of_a_long_message_finds_it(database: Database, now: datetime) -> None:
    row_id = _sent(database, now, "17", "18", "19")

    with database.read() as session:
        found = [outbox.by_provider_id(session, "telegram", "700", provider_id) for provider_id in ("17", "18", "19")]

    assert [origin and origin.outbox_id for origin in found] == [row_id] * 3
    assert rows(database)[0].parts == 3


@pytest.mark.parametrize(
    ("known", "reported", "provider_id", "news"),
    [
        ("sent", "delivered", "SM1", True),
        ("delivered", "sent", "SM1", False),
        ("", "sent", "SM1", True),
        ("", "sent", "SM-of-another-message", False),
    ],
)
def test_what_the_provider_reports_is_noted_unless_more_is_known(
    database: Database, now: datetime, known: str, reported: str, provider_id: str, news: bool
) -> None:
    row_id = _sent(database, now, "SM1")
    with database.write() as session:
        outbox.note(session, row_id, "SM1", known, final=())

    with database.write() as session:
        assert outbox.note(session, row_id, provider_id, reported, final=FINAL) is news

    assert rows(database)[0].provider_state == (reported if news else known)


def test_a_message_that_bounced_for_good_has_failed(database: Database, now: datetime) -> None:
    row_id = _sent(database, now, "SM1")
    with database.write() as session:
        outbox.bounce(session, row_id, to=OutboxState.FAILED, error="63003")

    assert [(row.state, row.error, row.provider_id) for row in rows(database)] == [("failed", "63003", "SM1")]


def test_a_message_bounced_for_the_window_is_withheld_as_if_never_sent(database: Database, now: datetime) -> None:
    row_id = _sent(database, now, "SM1")
    with database.write() as session:
        outbox.note(session, row_id, "SM1", "undelivered", final=FINAL)
        outbox.bounce(session, row_id, to=OutboxState.WITHHELD, error="63016")

    (row,) = rows(database)
    assert (row.state, row.provider_id, row.provider_state, row.sent_at, row.parts) == ("withheld", None, "", None, 0)


def test_a_bounce_reported_before_the_answer_to_the_request_stands(database: Database, now: datetime) -> None:
    (row_id,) = post(database, [letter(now)], now)
    with database.write() as session:
        claimed = claims.claim(session, LANE, limit=9, by="me", now=now, lease=MINUTE)
        outbox.bounce(session, row_id, to=OutboxState.FAILED, error="63003")

    with database.write() as session:
        claims.mark(session, [Outcome(claimed[0], OutboxState.SENT, now, ("SM1",))], by="me")

    assert [row.state for row in rows(database)] == ["failed"]
