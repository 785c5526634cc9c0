"""Loading a city's own description of itself into the tables, as often as one likes."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from sqlmodel import Session, SQLModel, col, select

from storage import seed_answers, seed_replies
from storage.database import Database
from storage.marks import CALM, HINT, URGENT
from storage.models import (
    Agency,
    Area,
    CalendarDay,
    Category,
    Complaint,
    DeadlinePolicy,
    EmergencyNumber,
    RoutingRule,
    Season,
    Setting,
)
from storage.seed_checks import check
from storage.seed_files import AreaEntry, CategoryEntry, Reader, Seed, SeedError
from storage.seed_hours import CITY

__all__ = ["Count", "SeedError", "SeedReport", "is_empty", "load"]

REVISION = "seed_revision"  # the setting by which running processes notice that they must read the city anew
LEVELS = ("kota", "kecamatan", "kelurahan")  # parents first

AnyRow = TypeVar("AnyRow", bound=SQLModel)


@dataclass(slots=True)
class Count:
    """What became of the rows of one table."""

    added: int = 0
    changed: int = 0
    retired: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class SeedReport:
    """What a load did, table by table; ``unverified`` are agencies whose names the city has yet to confirm."""

    revision: str
    counts: Mapping[str, Count] = field(default_factory=dict)
    unverified: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether anything is different now."""
        return any(count.added or count.changed or count.retired for count in self.counts.values())


def is_empty(session: Session) -> bool:
    """Whether no city has been loaded yet."""
    return session.exec(select(Agency.id).limit(1)).first() is None


def load(database: Database, directory: Path, *, now: dt.datetime) -> SeedReport:
    """Bring the tables into step with the files of ``directory``, all or nothing.

    What is gone from the files is taken out of use; nothing that anything refers to is deleted. Days of the calendar
    that the files do not name are left as they are, and so are routing rules set or removed by hand, and, until
    their row in the file changes, answers changed or removed by hand.
    Raises SeedError naming every mistake in the files.
    """
    reader = Reader(directory)
    seed = reader.read()
    check(seed, reader, today=now.date())
    if reader.mistakes:
        raise SeedError(reader.mistakes)
    revision = _revision(directory)
    with database.write() as session:
        counts = {
            "agencies": _load_agencies(session, seed, now.date()),
            "categories": _load_categories(session, seed),
            "areas": _load_areas(session, seed),
            "routing rules": _load_routing(session, seed),
            "emergency numbers": _load_numbers(session, seed),
            "calendar days": _load_days(session, seed),
            "seasons": _load_seasons(session, seed),
            "deadlines": _load_deadlines(session, seed),
            "replies and macros": _load_replies(session, seed),
        }
        counts |= _load_answers(session, seed, now)
        session.merge(Setting(name=REVISION, value=revision))
    unverified = tuple(code for code, agency in seed.agencies.items() if not agency.verified)
    return SeedReport(revision=revision, counts=counts, unverified=unverified)


def _revision(directory: Path) -> str:
    """A word that changes when any of the files does."""
    digest = hashlib.sha256()
    for path in sorted(directory.iterdir()):
        if path.suffix in (".toml", ".csv", ".geojson"):
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _put(session: Session, row: AnyRow | None, new: AnyRow, count: Count) -> None:
    """Add ``new``, or make ``row`` like it where they differ."""
    count.total += 1
    if row is None:
        session.add(new)
        count.added += 1
        return
    values = {name: value for name, value in new.model_dump().items() if name != "id"}
    if _change(row, values):
        session.add(row)
        count.changed += 1


def _change(row: SQLModel, values: Mapping[str, Any]) -> bool:
    """Set what differs; whether anything did."""
    different = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in different.items():
        setattr(row, name, value)
    return bool(different)


def _load_agencies(session: Session, seed: Seed, today: dt.date) -> Count:
    count = Count()
    rows = {row.code: row for row in session.exec(select(Agency))}
    for code, entry in seed.agencies.items():
        hours = seed.hours.get(code) or seed.hours.get(CITY)
        new = Agency(
            code=code,
            names=dict(entry.names),
            active_from=entry.active_from,
            active_until=entry.active_until,
            hours=hours.model_dump() if hours else None,
        )
        _put(session, rows.get(code), new, count)
    for code, row in rows.items():
        if code not in seed.agencies and row.active_until is None:
            row.active_until = today
            session.add(row)
            count.retired += 1
    session.flush()
    return count


def _load_categories(session: Session, seed: Seed) -> Count:
    count = Count()
    agencies = {row.code: row.id for row in session.exec(select(Agency))}
    rows = {row.code: row for row in session.exec(select(Category))}
    for position, (code, entry) in enumerate(seed.categories.items()):
        new = Category(
            code=code,
            names=dict(entry.names),
            keywords=_words(entry),
            agency_id=agencies[entry.agency] or 0,
            visibility=entry.visibility,
            position=position,
            active=entry.active,
            urgent=entry.urgent,
            oversight=entry.oversight,
        )
        _put(session, rows.get(code), new, count)
    for code, row in rows.items():
        if code not in seed.categories and row.active:
            row.active = False
            session.add(row)
            count.retired += 1
    return count


def _words(entry: CategoryEntry) -> list[str]:
    urgent = (URGENT + word for word in entry.urgent_words)
    return [*entry.keywords, *(HINT + hint for hint in entry.hints), *urgent]


def _load_areas(session: Session, seed: Seed) -> Count:
    count = Count()
    rows = {row.code: row for row in session.exec(select(Area))}
    for level in LEVELS:
        for code, entry in seed.areas.items():
            if entry.level == level:
                _put(session, rows.get(code), _area(entry, seed), count)
        session.flush()  # the rows of a level must be there before those that name them as parents
    gone = [row for code, row in rows.items() if code not in seed.areas]
    for row in sorted(gone, key=lambda row: -len(row.code)):
        count.retired += _delete_unless_needed(session, row)
    return count


def _area(entry: AreaEntry, seed: Seed) -> Area:
    return Area(
        code=entry.code,
        name=entry.name,
        level=entry.level,
        parent_code=entry.parent_code or None,
        postal_code=entry.postal_code,
        bps_code=entry.bps_code,
        aliases=seed.aliases.get(entry.code, []),
        outline=seed.outlines.get(entry.code),
    )


def _delete_unless_needed(session: Session, row: Area) -> bool:
    """Whether the area went; it stays while a complaint, a rule set by hand or another area refers to it."""
    used = select(Complaint.id).where(Complaint.area_code == row.code).limit(1)
    ruled = select(RoutingRule.id).where(RoutingRule.area_code == row.code).limit(1)
    inside = select(Area.code).where(Area.parent_code == row.code).limit(1)
    if any(session.exec(query).first() is not None for query in (used, ruled, inside)):
        return False
    session.delete(row)
    session.flush()
    return True


def _load_numbers(session: Session, seed: Seed) -> Count:
    count = Count()
    rows = {row.code: row for row in session.exec(select(EmergencyNumber))}
    for position, (code, entry) in enumerate(seed.emergency.items()):
        new = EmergencyNumber(
            code=code,
            number=entry.number,
            names=dict(entry.names),
            words=[*entry.words, *(CALM + word for word in entry.not_words)],
            position=position,
        )
        _put(session, rows.get(code), new, count)
    for code, row in rows.items():
        if code not in seed.emergency:
            session.delete(row)
            count.retired += 1
    return count


def _load_days(session: Session, seed: Seed) -> Count:
    count = Count()
    rows = _days(session, list(seed.calendar))
    for date, entry in seed.calendar.items():
        new = CalendarDay(date=date, working=entry.working, name=entry.name, hours=entry.hours)
        _put(session, rows.get(date), new, count)
    return count


def _days(session: Session, dates: Sequence[dt.date]) -> dict[dt.date, CalendarDay]:
    return {row.date: row for row in session.exec(select(CalendarDay).where(col(CalendarDay.date).in_(dates)))}


def _load_seasons(session: Session, seed: Seed) -> Count:
    count = Count()
    rows = {(row.code, row.first_day): row for row in session.exec(select(Season))}
    for entry in seed.seasons.values():
        new = Season(code=entry.season, first_day=entry.first_day, last_day=entry.last_day)
        _put(session, rows.pop((entry.season, entry.first_day), None), new, count)
    for row in rows.values():
        session.delete(row)
        count.retired += 1
    return count


def _load_deadlines(session: Session, seed: Seed) -> Count:
    count = Count()
    session.flush()  # categories just added get their ids
    categories = {row.code: row.id for row in session.exec(select(Category))}
    rows = {row.code: row for row in session.exec(select(DeadlinePolicy))}
    for code, entry in seed.deadlines.items():
        values = entry.model_dump(exclude={"category"})
        new = DeadlinePolicy(code=code, category_id=categories[entry.category] if entry.category else None, **values)
        _put(session, rows.pop(code, None), new, count)
    for row in rows.values():
        session.delete(row)
        count.retired += 1
    return count


def _load_replies(session: Session, seed: Seed) -> Count:
    added, changed, total = seed_replies.load(session, seed.replies, seed.macros)
    return Count(added=added, changed=changed, total=total)


def _load_answers(session: Session, seed: Seed, now: dt.datetime) -> dict[str, Count]:
    answers = seed_answers.load_answers(session, seed.answers, now=now)
    services, offices = seed_answers.load_catalogue(session, seed.services, seed.offices)
    return {"answers": Count(*answers), "services": Count(*services), "offices": Count(*offices)}


def _load_routing(session: Session, seed: Seed) -> Count:
    count = Count()
    session.flush()  # categories just added get their ids
    categories = {row.code: row.id for row in session.exec(select(Category))}
    agencies = {row.code: row.id for row in session.exec(select(Agency))}
    rows = {(row.kind, row.category_id, row.area_code): row for row in session.exec(select(RoutingRule))}
    for entry in seed.routing.values():
        key = (entry.kind, categories[entry.category] if entry.category else None, entry.area)
        row = rows.pop(key, None)
        if row is not None and row.by_hand:
            continue  # somebody decided otherwise since
        kind, category_id, area_code = key
        agency_id = agencies[entry.agency] or 0
        new = RoutingRule(kind=kind, category_id=category_id, area_code=area_code, agency_id=agency_id)
        _put(session, row, new, count)
    for row in rows.values():
        if not row.by_hand:
            session.delete(row)
            count.retired += 1
    return count
