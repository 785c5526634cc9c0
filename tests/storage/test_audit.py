"""The audit log is a chain: whatever is changed, taken out, put in, moved or cut off in it is found."""

from __future__ import annotations

import datetime as dt
import threading
from typing import Any

import pytest
from sqlalchemy import delete, insert, text, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import col, select

from storage import audit, guards, migrate
from storage.audit import Anchor, Fault
from storage.database import Database
from storage.models import Agency, Audit, Category, Citizen, Complaint, ComplaintEvent, Staff
from tests.conftest import NOW

SECOND = dt.timedelta(seconds=1)


def write(database: Database, *actions: str, staff_id: int | None = None, **detail: Any) -> None:
    """One transaction in which all of this is done."""
    with database.write() as session:
        for action in actions:
            audit.record(session, staff_id=staff_id, action=action, thing="1001-6", now=NOW, **detail)


def verdict(database: Database, kept: Anchor | None = None) -> audit.Verdict:
    with database.read() as session:
        return audit.verify(session, kept)


def tamper(database: Database, *statements: Any) -> None:
    """Change the log as somebody would who owns the database."""
    with database.engine.begin() as connection:
        guards.lower(connection)
        for statement in statements:
            connection.execute(statement)
        guards.raise_(connection)


@pytest.fixture
def five(database: Database) -> Database:
    """A database with five acts, by two transactions."""
    write(database, "complaint.taken", "complaint.replied", reason="Sudah “diperiksa”", count=2, sure=True)
    write(database, "complaint.noted", "complaint.closed", "identity.shown")
    return database


def test_acts_of_one_and_of_several_transactions_make_one_chain(five: Database) -> None:
    with five.read() as session:
        rows = session.exec(select(Audit).order_by(col(Audit.id))).all()

    assert [row.before for row in rows] == ["", *(row.hash for row in rows[:-1])]
    assert verdict(five) == audit.Verdict(Anchor(5, rows[-1].hash))


def test_an_empty_log_holds_together(database: Database) -> None:
    assert verdict(database) == audit.Verdict(Anchor(0, ""))


def test_what_is_undone_leaves_no_row_and_no_gap_in_the_chain(five: Database) -> None:
    with five.write() as session:
        audit.record(session, staff_id=None, action="never", thing="", now=NOW)
        audit.settle(session)
        session.rollback()
    write(five, "complaint.taken")

    assert verdict(five).fault is None
    assert verdict(five).anchor.count == 6


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", NOW + SECOND),
        ("action", "complaint.rejected"),
        ("object", "1002-7"),
        ("detail", {"reason": "lain"}),
        ("hash", "0" * 64),
        ("before", "0" * 64),
    ],
)
def test_a_changed_row_is_named(five: Database, column: str, value: Any) -> None:
    tamper(five, update(Audit).where(col(Audit.id) == 3).values({column: value}))

    assert verdict(five).fault == Fault("changed", 3)


def test_an_act_given_to_somebody_else_is_found(database: Database) -> None:
    with database.write() as session:
        session.add_all([Staff(name=name, role="operator", created_at=NOW) for name in ("Budi", "Ani")])
    write(database, "complaint.taken", staff_id=1)
    tamper(database, update(Audit).values(staff_id=2))

    assert verdict(database).fault == Fault("changed", 1)


@pytest.mark.parametrize("gone", [1, 3, 4])
def test_a_missing_row_is_found_at_the_one_after_it(five: Database, gone: int) -> None:
    tamper(five, delete(Audit).where(col(Audit.id) == gone))

    assert verdict(five).fault == Fault("missing", gone + 1)


def test_two_rows_in_the_wrong_order_are_found(five: Database) -> None:
    swapped = ((2, 99), (3, 2), (99, 3))
    tamper(five, *(update(Audit).where(col(Audit.id) == old).values(id=new) for old, new in swapped))

    assert verdict(five).fault == Fault("reordered", 2)


def test_a_row_put_in_between_is_found_even_if_it_is_sealed_rightly(five: Database) -> None:
    with five.read() as session:
        before = session.exec(select(Audit.hash).where(Audit.id == 3)).one()
    forged: dict[str, Any] = {"at": NOW, "staff_id": None, "action": "forged", "object": "", "detail": {}}
    moved = update(Audit).where(col(Audit.id) == 5).values(id=6), update(Audit).where(col(Audit.id) == 4).values(id=5)
    tamper(five, *moved, insert(Audit).values(id=4, **forged, before=before, hash=audit.seal(forged, before)))

    assert verdict(five).fault == Fault("inserted", 5)


def test_an_anchor_shows_that_the_end_was_cut_off(five: Database) -> None:
    kept = verdict(five).anchor
    write(five, "complaint.taken")
    assert verdict(five, kept).fault is None

    tamper(five, delete(Audit).where(col(Audit.id) >= 5))

    assert verdict(five).fault is None
    assert verdict(five, kept).fault == Fault("cut", None)


def test_an_anchor_shows_that_all_was_written_anew(five: Database) -> None:
    kept = verdict(five).anchor
    tamper(five, delete(Audit))
    write(five, *["complaint.taken"] * 7)

    assert verdict(five).fault is None
    assert verdict(five, kept).fault == Fault("rewritten", audit_id(five, 5))


def audit_id(database: Database, place: int) -> int:
    with database.read() as session:
        return session.exec(select(Audit.id).order_by(col(Audit.id)).offset(place - 1).limit(1)).one() or 0


def test_an_anchor_is_read_as_it_is_shown(five: Database) -> None:
    anchor = verdict(five).anchor

    assert Anchor.of(f" {anchor}\n") == anchor
    for wrong in ("", "5", "5:abc", f"five:{anchor.hash}"):
        with pytest.raises(ValueError, match="an anchor is"):
            Anchor.of(wrong)


def test_more_rows_than_a_page_are_walked(database: Database) -> None:
    write(database, *["complaint.taken"] * (2 * audit.PAGE + 1))

    assert verdict(database).anchor.count == 2 * audit.PAGE + 1


def test_writers_at_the_same_time_make_one_chain(postgres_database: Database) -> None:
    """Eight threads with connections of their own, as processes have, some of whose transactions are undone."""

    def act(number: int) -> None:
        for turn in range(12):
            try:
                write(postgres_database, f"a{number}", f"b{number}", wrong=object() if turn % 4 == 3 else None)
            except TypeError:
                continue

    threads = [threading.Thread(target=act, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert verdict(postgres_database).fault is None
    assert verdict(postgres_database).anchor.count == 8 * 9 * 2


def test_what_was_done_is_listed_newest_first_by_person_time_and_thing(database: Database) -> None:
    with database.write() as session:
        session.add(Staff(name="Budi", role="operator", created_at=NOW))
    write(database, "complaint.taken", staff_id=1)
    with database.write() as session:
        audit.record(session, staff_id=None, action="staff.end", thing="staff:1", now=NOW + SECOND)
    with database.read() as session:
        listed = audit.acts(session)

        assert [(act.who, act.action) for act in listed] == [("", "staff.end"), ("Budi", "complaint.taken")]
        assert audit.acts(session, staff_ids=[1]) == listed[1:]
        assert audit.acts(session, staff_ids=[]) == []
        assert audit.acts(session, since=NOW + SECOND) == listed[:1]
        assert audit.acts(session, thing="1001-6") == listed[1:]
        assert audit.acts(session, limit=1) == listed[:1]
        assert audit.last_acts(session) == {1: NOW}


# --- the guards in the database


def file(database: Database) -> None:
    """A complaint with one event."""
    with database.write() as session:
        session.add_all([Agency(id=1, code="a", names={}), Citizen(id=1, created_at=NOW)])
        session.flush()
        session.add(Category(id=1, code="c", names={}, keywords=[], agency_id=1))
        session.flush()
        kinds: dict[str, Any] = {
            "visibility": "public",
            "channel": "telegram",
            "citizen_id": 1,
            "category_id": 1,
            "agency_id": 1,
        }
        times: dict[str, Any] = {"due_on": NOW.date(), "created_at": NOW, "updated_at": NOW}
        session.add(Complaint(id=1, text="Lampu mati", **kinds, **times))
        session.flush()
        session.add(ComplaintEvent(id=1, complaint_id=1, at=NOW, kind="filed", actor="citizen", text="Lampu mati"))


CHANGES = {
    "update": "UPDATE {table} SET at = at",
    "delete": "DELETE FROM {table}",
}


@pytest.mark.parametrize("change", sorted(CHANGES))
@pytest.mark.parametrize("table", guards.KEPT)
def test_the_database_refuses_to_change_or_delete_history(database: Database, table: str, change: str) -> None:
    file(database)
    write(database, "complaint.taken")

    with pytest.raises(IntegrityError, match=f"{table} is only ever added to"), database.write() as session:
        session.connection().execute(text(CHANGES[change].format(table=table)))


def test_postgresql_refuses_to_empty_the_log_at_once(postgres_database: Database) -> None:
    with pytest.raises(IntegrityError, match="audit is only ever added to"), postgres_database.write() as session:
        session.connection().execute(text("TRUNCATE audit"))


def test_a_transaction_that_says_so_may_rewrite_events_but_not_the_audit_log(database: Database) -> None:
    file(database)
    write(database, "complaint.taken")
    with database.write() as session, guards.rewriting(session):
        session.connection().execute(update(ComplaintEvent).values(text=""))
    with database.read() as session:
        assert session.exec(select(ComplaintEvent.text)).all() == [""]

    with pytest.raises(IntegrityError), database.write() as session, guards.rewriting(session):
        session.connection().execute(delete(Audit))
    with pytest.raises(IntegrityError), database.write() as session:
        session.connection().execute(update(ComplaintEvent).values(text="x"))


def test_a_guard_that_was_taken_away_is_reported_and_put_up_again(database: Database) -> None:
    url = database.url.render_as_string(hide_password=False)
    with database.engine.begin() as connection:
        guards.lower(connection)

    assert any("audit_no_update" in line for line in migrate.check(url))
    migrate.upgrade(url)
    assert migrate.check(url) == []
