"""The city as the bot knows it: agencies, categories, areas, emergency numbers and working days in one snapshot.

A snapshot is built from the tables by ``load_city`` and never changes; when the tables do, a new one is loaded.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from handlers.almanac import Almanac, SeasonDays, read_hours, read_spans
from handlers.calendar import Calendar
from handlers.emergencies import Alarm, EmergencyInfo
from handlers.guessing import CategoryInfo, Guesser
from handlers.hours import WorkingTime
from handlers.info import library
from handlers.info.library import Library
from handlers.placenames import PlaceNames
from handlers.places import AreaInfo, AreaMatch, Places, Spot
from handlers.policies import USUAL, Policies, Policy, Sla
from handlers.routing.learned import Suggester, Suggestion
from handlers.routing.naming import mentions
from handlers.routing.rules import Route, Router, Rule
from handlers.urgency import Urgency
from storage import routing_models
from storage.marks import HINT, URGENT
from storage.models import (
    Agency,
    Area,
    CalendarDay,
    Category,
    DeadlinePolicy,
    EmergencyNumber,
    RoutingRule,
    Season,
    Visibility,
)

__all__ = [
    "AgencyInfo",
    "AreaInfo",
    "AreaMatch",
    "CategoryInfo",
    "City",
    "EmergencyInfo",
    "Rules",
    "Spot",
    "load_city",
]

REMEMBERED = 4096  # texts; a flow is replayed at each answer and asks about the same words every time


@dataclass(frozen=True, slots=True)
class Rules:
    """What the city has decided about its service; the configuration fills it.

    ``sla`` says how long complaints may take. ``resume_after``, ``remind_after`` and ``expire_after`` are how long a
    conversation must rest before it is asked about, reminded of and dropped. ``border_m`` is in metres.
    A citizen may have a complaint opened again ``reopen_limit`` times within ``reopen_days`` of its end, and is asked
    whether it is fixed once more after ``ask_again_days`` working days. Complaints ``similar_m`` metres apart
    or less and at most ``similar_days`` days old may be about the same.
    BMKG's earthquakes and forecast count as current for ``quakes_last`` and ``weather_lasts`` after they came.
    A claim lapses after ``claim_idle`` without an act; for ``looking`` after a look somebody counts as still reading.
    """

    name: str
    timezone: ZoneInfo
    languages: tuple[str, ...]
    sla: Sla = USUAL
    resume_after: dt.timedelta = dt.timedelta(hours=2)
    remind_after: dt.timedelta = dt.timedelta(hours=20)  # within the 24 hours in which WhatsApp allows free text
    expire_after: dt.timedelta = dt.timedelta(hours=72)
    secret_agencies: tuple[str, ...] = ("inspektorat",)  # the first that serves gets what is secret
    fallback_agency: str = "diskominfo"
    identity_agencies: tuple[str, ...] = ()  # whose heads and approvers, too, may agree to a look
    max_attachments: int = 5
    reopen_limit: int = 2
    reopen_days: int = 30
    ask_again_days: int = 5
    similar_m: float = 150.0
    similar_days: int = 30
    recurring_count: int = 5  # complaints of one category at one place ...
    recurring_days: int = 90  # ... in so many days are a trouble that comes again and again
    complaints_a_day: int = 10  # of one sender
    burst: int = 6  # messages of one sender within seconds; what comes beyond is answered once
    border_m: float = 60.0
    claim_idle: dt.timedelta = dt.timedelta(minutes=15)
    looking: dt.timedelta = dt.timedelta(minutes=5)
    bmkg: bool = True  # whether BMKG's documents are fetched
    quakes_last: dt.timedelta = dt.timedelta(hours=1)
    weather_lasts: dt.timedelta = dt.timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class AgencyInfo:
    """A unit of the city (OPD)."""

    id: int
    code: str
    names: Mapping[str, str]
    active_from: dt.date | None = None
    active_until: dt.date | None = None

    def name(self, language: str) -> str:
        """The name in ``language``, else in Indonesian."""
        return self.names.get(language) or self.names.get("id") or self.code

    def serves(self, day: dt.date) -> bool:
        """Whether the unit is there on that day."""
        started = self.active_from is None or self.active_from <= day
        return started and (self.active_until is None or day <= self.active_until)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class City:
    """An unchanging picture of the city. Safe to share between threads; its methods touch nothing outside it.

    It is in the locals of nearly every frame, so a traceback that showed all of it would be written for half a minute.

    ``agencies`` holds all there ever were, by id; ``categories`` only those in use, by code and in their order.
    """

    rules: Rules
    agencies: Mapping[int, AgencyInfo]
    categories: Mapping[str, CategoryInfo]
    areas: Mapping[str, AreaInfo]
    kelurahan: tuple[AreaInfo, ...]
    _agencies_by_code: Mapping[str, AgencyInfo]
    _categories_by_id: Mapping[int, CategoryInfo]
    _guess: Callable[[str, int], list[CategoryInfo]]
    _places: Places
    _find: Callable[[str, int], list[AreaMatch]]
    _alarm: Callable[[str], tuple[EmergencyInfo, ...]]
    _urgent: Callable[[int, str], bool]
    _hours: Mapping[int, WorkingTime]
    router: Router
    _policies: Policies
    _learned: Suggester | None
    library: Library

    def agency(self, code: str) -> AgencyInfo:
        """The agency of that code; KeyError when there is none."""
        return self._agencies_by_code[code]

    def category_by_id(self, category_id: int) -> CategoryInfo:
        """The category of that id, in use or not; KeyError when there is none."""
        return self._categories_by_id[category_id]

    def guess_categories(self, text: str, limit: int = 3) -> list[CategoryInfo]:
        """What ``text`` may be about, best first; empty when nothing fits."""
        return list(self._guess(text, limit))

    def suggest(self, text: str, limit: int = 3) -> list[Suggestion]:
        """The agencies that ``text`` is for, as the city's own history tells; empty while no model is in use."""
        found = self._learned.suggest(text, len(self._learned.agencies)) if self._learned else []
        return [each for each in found if each.agency_code in self._agencies_by_code][:limit]

    def locate(self, lat: float, lon: float) -> Spot:
        """The kelurahan at a pin, in WGS 84 degrees."""
        return self._places.locate(lat, lon)

    def day(self, at: dt.datetime) -> dt.date:
        """The date in the city at that moment."""
        return at.astimezone(self.rules.timezone).date()

    @property
    def centre(self) -> tuple[float, float] | None:
        """The middle of the city, latitude and longitude in degrees; None where nobody knows its outline."""
        return self._places.centre

    def find_areas(self, text: str, limit: int = 3) -> list[AreaMatch]:
        """The kelurahan named in ``text``, alone or inside a longer address, the surest first."""
        return list(self._find(text, limit))

    def emergencies(self, text: str) -> tuple[EmergencyInfo, ...]:
        """The numbers to answer with before anything else, the general one first; empty when all is calm."""
        return self._alarm(text)

    def route(
        self,
        *,
        kind: str,
        category: str,
        area: str | None,
        visibility: str,
        text: str = "",
        at: dt.datetime | None = None,
    ) -> Route:
        """Where something like this goes. With ``at``, agencies that do not serve on that day are passed over.

        What is secret goes to an agency that ``text`` does not name, if there is another one for secrets.
        """
        today = self.day(at) if at else None
        if visibility == Visibility.SECRET:
            return Route(self.confidant(text, today).id, sure=True)
        return self.router.route(kind=kind, category=category, area=area, today=today)

    def confidant(self, text: str = "", today: dt.date | None = None) -> AgencyInfo:
        """Who gets the secret complaint ``text``: an agency named in it only if no other may have it."""
        trusted = [self.agency(code) for code in self.rules.secret_agencies]
        serving = [agency for agency in trusted if today is None or agency.serves(today)] or trusted
        return next((agency for agency in serving if not mentions(text, agency.code, agency.names)), serving[0])

    @property
    def verifier(self) -> AgencyInfo:
        """The agency whose staff find out where something belongs that no rule routes or that came back."""
        return self.agency(self.rules.fallback_agency)

    def desk(self) -> AgencyInfo:
        """The Sekda's or Mayor's desk, which hears last of what is late; the verifier's where there is none."""
        return self._agencies_by_code.get(self.rules.sla.city_agency) or self.agency(self.rules.fallback_agency)

    def is_urgent(self, category_id: int, text: str) -> bool:
        """Whether a complaint of that category in these words cannot wait until the office opens."""
        return bool(self._alarm(text)) or self._urgent(category_id, text)

    def hours(self, agency_id: int) -> WorkingTime:
        """When the agency of that id is open; KeyError when there is none."""
        return self._hours[agency_id]

    def policy(self, kind: str, category_id: int) -> Policy:
        """How long a complaint of that kind and category may take."""
        return self._policies.of(kind, category_id)


def load_city(session: Session, rules: Rules) -> City:
    """Read the snapshot from the tables."""
    agency_rows = session.exec(select(Agency)).all()
    agencies = [_agency(row) for row in agency_rows]
    rows = session.exec(select(Category).order_by(col(Category.position), col(Category.code))).all()
    categories = [(_category(row), row.active) for row in rows]
    active = [category for category, in_use in categories if in_use]
    areas = session.exec(select(Area).order_by(col(Area.code))).all()
    infos = {row.code: _area(row) for row in areas}
    kelurahan = [row for row in areas if row.level == "kelurahan"]
    almanac = _almanac(session, rules.timezone)
    return City(
        rules=rules,
        agencies={agency.id: agency for agency in agencies},
        categories={category.code: category for category in active},
        areas=infos,
        kelurahan=tuple(infos[row.code] for row in kelurahan),
        _agencies_by_code={agency.code: agency for agency in agencies},
        _categories_by_id={category.id: category for category, _ in categories},
        _guess=lru_cache(REMEMBERED)(Guesser(active).guess),
        _places=Places([(infos[row.code], row.outline) for row in kelurahan if row.outline], rules.border_m),
        _find=lru_cache(REMEMBERED)(PlaceNames([(infos[row.code], row.aliases) for row in kelurahan]).find),
        _alarm=lru_cache(REMEMBERED)(Alarm(_numbers(session)).hear),
        _urgent=lru_cache(REMEMBERED)(Urgency(rows).is_urgent),
        _hours=_working_times(agency_rows, almanac),
        router=_router(session, rules, agencies, active, infos),
        _policies=_policies(session, rules.sla, rows),
        _learned=_learned(routing_models.current(session)),
        library=library.load(session, rules.languages),
    )


@lru_cache(1)
def _learned(body: bytes | None) -> Suggester | None:
    """The model, which is unpacked once and not whenever anything of the city changes."""
    return Suggester.load(body) if body else None


def _policies(session: Session, sla: Sla, categories: Sequence[Category]) -> Policies:
    rows = {(row.kind, row.category_id): row for row in session.exec(select(DeadlinePolicy))}
    return Policies(sla, rows, frozenset(row.id or 0 for row in categories if row.oversight))


def _agency(row: Agency) -> AgencyInfo:
    return AgencyInfo(row.id or 0, row.code, row.names, row.active_from, row.active_until)


def _router(
    session: Session,
    rules: Rules,
    agencies: Sequence[AgencyInfo],
    categories: Sequence[CategoryInfo],
    areas: Mapping[str, AreaInfo],
) -> Router:
    known = {agency.id: agency for agency in agencies}
    codes = {category.id: category.code for category in categories}
    rows = session.exec(select(RoutingRule).where(col(RoutingRule.active)).order_by(col(RoutingRule.id)))
    return Router(
        rules=[
            Rule(row.id or 0, row.kind, codes.get(row.category_id or 0), row.area_code, row.agency_id)
            for row in rows
            if row.category_id is None or row.category_id in codes
        ],
        categories={category.code: category for category in categories},
        areas=areas,
        serves=lambda agency, day: day is None or known[agency].serves(day),
        fallback=next((agency.id for agency in agencies if agency.code == rules.fallback_agency), 0),
    )


def _almanac(session: Session, timezone: ZoneInfo) -> Almanac:
    days = session.exec(select(CalendarDay)).all()
    seasons = session.exec(select(Season).order_by(col(Season.first_day)))
    return Almanac(
        Calendar(timezone, {row.date: row.working for row in days}),
        tuple(SeasonDays(row.code, row.first_day, row.last_day) for row in seasons),
        {row.date: read_spans(row.hours) for row in days if row.working and row.hours},
    )


def _working_times(rows: Sequence[Agency], almanac: Almanac) -> dict[int, WorkingTime]:
    """One for each agency; those with the same hours share it, and with it the years it has laid out."""
    shared: dict[str, WorkingTime] = {}
    for row in rows:
        kept = json.dumps(row.hours, sort_keys=True)
        if kept not in shared:
            shared[kept] = WorkingTime(almanac, read_hours(row.hours))
    return {row.id or 0: shared[json.dumps(row.hours, sort_keys=True)] for row in rows}


def _category(row: Category) -> CategoryInfo:
    return CategoryInfo(
        id=row.id or 0,
        code=row.code,
        names=row.names,
        keywords=tuple(word for word in row.keywords if not word.startswith((HINT, URGENT))),
        agency_id=row.agency_id,
        visibility=row.visibility,
        hints=tuple(word.removeprefix(HINT) for word in row.keywords if word.startswith(HINT)),
    )


def _area(row: Area) -> AreaInfo:
    return AreaInfo(row.code, row.name, row.level, row.parent_code, row.postal_code)


def _numbers(session: Session) -> Sequence[tuple[EmergencyInfo, Sequence[str]]]:
    rows = session.exec(select(EmergencyNumber).order_by(col(EmergencyNumber.position), col(EmergencyNumber.code)))
    return [(EmergencyInfo(row.code, row.number, row.names), row.words) for row in rows]
