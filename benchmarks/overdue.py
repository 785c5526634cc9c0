"""(h): one look at the deadlines when 50,000 open complaints are late at once, as after a long stop of the program."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Table, delete, func, insert, text, update
from sqlmodel import Session, SQLModel, col, select

from benchmarks import program
from benchmarks.report import Part, Target, median
from bot.app import App
from bot.deadlines import Deadlines
from handlers.complaints import clocks, number
from storage.clocks import Ticking
from storage.models import Category, Citizen, Clock, Complaint, ComplaintEvent, EventKind, Outbox, Staff

LATE = 50_000
LIMIT = 2.0  # seconds
FILED = dt.datetime(2026, 11, 18, 3, tzinfo=dt.UTC)
DUE = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)  # closing time, the day before
NOW = dt.datetime(2026, 11, 24, 3, tzinfo=dt.UTC)  # a Tuesday morning: somebody is there to read it
CITIZENS = 1000
LATE_NOW = {"due_at": DUE, "stage": 1, "next_at": DUE}


def sweep(folder: Path, rounds: int) -> Part:
    """(h)."""
    rows = []
    for name, subject in (
        ("SQLite", program.on_sqlite(folder, "h")),
        ("PostgreSQL", program.Postgres().program(folder, "late")),
    ):
        _fill(subject)
        taken, messages = zip(*(_measured(subject) for _ in range(rounds)), strict=True)
        rows.append((name, median(taken), min(taken), max(taken), max(messages)))
        subject.database.close()
    return Part(
        "h",
        f"One sweep of {LATE:,} open complaints that are late, from the look to the last commit",
        ("", "median s", "shortest s", "longest s", "messages"),
        rows,
        [
            "each clock goes a stage on, its complaint's log gets an event, each chat hears of all of them at once;",
            "half of the complaints have been taken by somebody; three clocks a complaint, the other two still run",
        ],
        [Target(f"sweep on {row[0]}", row[1], LIMIT, " s", most=True) for row in rows],
    )


def _table(model: type[SQLModel]) -> Table:
    return cast(Table, model.__table__)  # type: ignore[attr-defined]


def _fill(subject: App) -> None:
    with subject.database.write() as session:
        citizens = [{"id": 10_000 + place, "created_at": FILED} for place in range(CITIZENS)]
        session.connection().execute(insert(_table(Citizen)), [_whole(Citizen, **each) for each in citizens])
        complaints = _complaints(subject, session)
        session.connection().execute(insert(_table(Complaint)), complaints)
        session.connection().execute(insert(_table(Clock)), _clocks(subject, complaints))
    with subject.database.engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE"))


def _complaints(subject: App, session: Session) -> list[dict[str, Any]]:
    categories = session.exec(select(Category).order_by(col(Category.id))).all()
    staff = {row.agency_id: row.id for row in session.exec(select(Staff))}
    rows = []
    for place in range(LATE):
        category = categories[place % len(categories)]
        rows.append(
            _whole(
                Complaint,
                id=10_000 + place,
                number=number.of(10_000 + place),
                visibility="public",
                status="received",
                citizen_id=10_000 + place % CITIZENS,
                category_id=category.id,
                agency_id=category.agency_id,
                assignee_id=staff.get(category.agency_id) if place % 2 else None,
                text="Lampu jalan mati",
                channel="telegram",
                due_on=FILED.date(),
                created_at=FILED,
                updated_at=FILED,
            )
        )
    return rows


def _clocks(subject: App, complaints: list[dict[str, Any]]) -> list[dict[str, Any]]:
    city, rows = subject.desk.city(), []
    for each in complaints:
        about = {name: each[name] for name in ("agency_id", "kind", "category_id")}
        begun = clocks.begun(clocks.terms_of(city, **about), FILED)
        rows += [_whole(Clock, complaint_id=each["id"], **_values(clock)) for clock in begun]
    return rows


def _values(clock: Ticking) -> dict[str, Any]:
    """The verify clock is late; the others have time."""
    values = {name: getattr(clock, name) for name in ("name", "started_at", "due_at", "stage", "next_at")}
    return values | (LATE_NOW if clock.name == "verify" else {"next_at": NOW + dt.timedelta(days=30)})


def _whole(model: type[SQLModel], **values: Any) -> dict[str, Any]:
    """Every column of a row, as the model has it where nothing is said."""
    row = model(**values)
    names = [column.name for column in _table(model).c if column.name in values or column.name != "id"]
    return {name: getattr(row, name) for name in names}


def _measured(subject: App) -> tuple[float, int]:
    """Seconds, and how many messages came of it; afterwards as many are late again."""
    before = _told(subject)
    deadlines = Deadlines(replace(subject.desk, clock=lambda: NOW))
    begun = time.perf_counter()
    done = deadlines.sweep()
    taken = time.perf_counter() - begun
    events, messages = _told(subject)
    assert (done, events - before[0]) == (LATE, LATE), (done, events)
    with subject.database.write() as session:
        session.execute(delete(_table(Outbox)).where(_table(Outbox).c.key.startswith("deadlines:")))
        session.execute(update(_table(Clock)).where(_table(Clock).c.name == "verify").values(**LATE_NOW))
    return taken, messages - before[1]


def _told(subject: App) -> tuple[int, int]:
    """Events about deadlines in the logs, and messages in the outbox."""
    with subject.database.read() as session:
        event = _table(ComplaintEvent)
        events = session.execute(select(func.count()).where(event.c.kind == EventKind.ESCALATED)).scalar_one()
        return events, session.execute(select(func.count()).select_from(_table(Outbox))).scalar_one()
