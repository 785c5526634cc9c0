"""(g): what is looked up when somebody files: has it been filed already, and has it been filed too often?"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlmodel import Session, func, select

from benchmarks import prefill, prefill_postgres, program, updates
from benchmarks.report import Part, Target
from bot.app import App
from handlers.city import City
from handlers.complaints import recurring, similarity
from handlers.office import Office
from storage import complaints
from storage.models import Complaint, Kind

LIMIT = 20.0  # milliseconds, of the slowest in a hundred
RUNS = 300  # of each look in one round, every one for another story at another place
COLUMNS = ("", "found", "SQLite ms", "p99", "PostgreSQL ms", "p99")
STRANGER = 0  # has filed nothing
YEAR = 365
YEARLY = ", a year back"
BACKGROUND = "too often? 90 days back"  # nobody waits for it

Look = Callable[[Office, int], bool]  # does it for the i-th citizen; whether anything was found
Figures = dict[str, tuple[list[float], int]]  # milliseconds, and how often something was found


def when_filing(folder: Path, rounds: int) -> Part:
    """(g)."""
    path = prefill.prefilled(folder)
    on_sqlite = _measured(program.on_sqlite(folder, "g", path), rounds * RUNS)
    on_postgres = _measured(prefill_postgres.on_postgres(program.Postgres(), folder, path), rounds * RUNS)
    rows = [
        (name, f"{found} of {len(taken)}", *_middle_and_end(taken), *_middle_and_end(on_postgres[name][0]))
        for name, (taken, found) in on_sqlite.items()
    ]
    return Part(
        "g",
        f"Is there a complaint like it? With {prefill.COMPLAINTS:,} of them, spread over five years and the whole city",
        COLUMNS,
        rows,
        [
            "what is timed: the query, comparing words and places, and what the question is made of",
            "a year back: as if a year's complaints had come in the month that is looked at",
        ],
        [
            Target(
                f"{what} on {name}, p99", _middle_and_end(on[what][0])[1], LIMIT, " ms", most=True, wish=YEARLY in what
            )
            for name, on in (("SQLite", on_sqlite), ("PostgreSQL", on_postgres))
            for what in on
            if what != BACKGROUND
        ],
    )


def _middle_and_end(taken: list[float]) -> tuple[float, float]:
    return statistics.median(taken), statistics.quantiles(taken, n=100)[98]


def _measured(subject: App, runs: int) -> Figures:
    city = subject.desk.city()
    year = replace(city, rules=replace(city.rules, similar_days=YEAR))
    figures = {
        "with a pin": _timed(subject, city, _with_pin, runs),
        "with words for the place": _timed(subject, city, _in_words, runs),
        f"with a pin{YEARLY}": _timed(subject, year, _with_pin, runs),
        f"with words{YEARLY}": _timed(subject, year, _in_words, runs),
        BACKGROUND: _timed(subject, city, _too_often, runs),
    }
    subject.database.close()
    return figures


def _timed(subject: App, city: City, look: Look, runs: int) -> tuple[list[float], int]:
    taken, found = [], 0
    for number in range(runs + 1):
        with subject.database.read() as session:
            office = Office(session, city, subject.texts, prefill.NOW)
            begun = time.perf_counter()
            found += look(office, number) if number else 0
            taken.append((time.perf_counter() - begun) * 1000)
    return taken[1:], found  # the first time the database looks up what the second one knows


def _with_pin(office: Office, number: int) -> bool:
    lat, lon = -0.49 + number * 131 % 7000 / 1e5, 100.37 + number * 137 % 6000 / 1e5
    area = office.city.locate(lat, lon).area
    return _look(office, number, {"lat": lat, "lon": lon, "area": area.code if area else None, "place": ""})


def _in_words(office: Office, number: int) -> bool:
    area = office.city.kelurahan[number % len(office.city.kelurahan)]
    place = updates.PLACES[number % len(updates.PLACES)].format(spot=updates.spot(number))
    return _look(office, number, {"lat": None, "lon": None, "area": area.code, "place": place})


def _look(office: Office, number: int, where: Mapping[str, Any]) -> bool:
    categories = list(office.city.categories.values())
    story = updates.STORIES[number % len(updates.STORIES)].format(number=number)
    category = categories[number % len(categories)].code
    arguments = {"text": story, "kind": Kind.COMPLAINT, "category": category, **where}
    return similarity.for_citizen(office, STRANGER, arguments) is not None


def _too_often(office: Office, number: int) -> bool:
    """For one of the newest complaints; no two of these are told of as the same trouble."""
    newest = _newest(office.session)
    complaint = complaints.by_id(office.session, newest - number)
    assert complaint is not None
    return len(recurring.at_its_place(office, complaint)) >= office.city.rules.recurring_count


def _newest(session: Session) -> int:
    return session.exec(select(func.max(Complaint.id))).one() or 0
