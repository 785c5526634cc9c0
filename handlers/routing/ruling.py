"""Setting and removing the city's routing rules: checked, counted and written down who did it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlmodel import Session

from handlers.city import City
from storage import audit, routing
from storage.models import RoutingRule


class RuleError(Exception):
    """The rule cannot be; the message says what is wrong, ``part`` is kind, category, area or agency."""

    def __init__(self, part: str, message: str) -> None:
        super().__init__(message)
        self.part = part


@dataclass(frozen=True, slots=True)
class Ruling:
    """What fits (codes; None: any) goes to the agency of the code ``agency``."""

    kind: str | None
    category: str | None
    area: str | None
    agency: str


def check(city: City, ruling: Ruling, *, now: dt.datetime) -> None:
    """Raises RuleError for what the city does not have, and for a rule that would fit everything."""
    today = city.day(now)
    served = {agency.code for agency in city.agencies.values() if agency.serves(today)}
    if ruling.agency not in served:
        raise RuleError("agency", f"there is no agency {ruling.agency!r} that serves today")
    if ruling.category is not None and ruling.category not in city.categories:
        raise RuleError("category", f"there is no category {ruling.category!r} in use")
    if ruling.area is not None and ruling.area not in city.areas:
        raise RuleError("area", f"there is no area {ruling.area!r}")
    if not (ruling.kind or ruling.category or ruling.area):
        raise RuleError("category", "a rule needs a kind, a category or an area")


def concerned(session: Session, city: City, ruling: Ruling) -> int:
    """How many open complaints are like that and with another agency; a rule leaves them where they are."""
    return routing.open_elsewhere(
        session,
        kind=ruling.kind,
        category_id=city.categories[ruling.category].id if ruling.category else None,
        area_codes=_inside(city, ruling.area) if ruling.area else (),
        agency_id=city.agency(ruling.agency).id,
    )


def _inside(city: City, area: str) -> list[str]:
    """The place and all that lies in it, one level or two below."""
    found = [area]
    for _ in range(2):
        found += [info.code for info in city.areas.values() if info.parent_code in found and info.code not in found]
    return found


def put(session: Session, city: City, ruling: Ruling, *, staff_id: int | None, now: dt.datetime) -> RoutingRule:
    """Set the rule. ``staff_id`` None: at the command line. Raises RuleError."""
    check(city, ruling, now=now)
    row = routing.put(
        session,
        kind=ruling.kind,
        category_id=city.categories[ruling.category].id if ruling.category else None,
        area_code=ruling.area,
        agency_id=city.agency(ruling.agency).id,
    )
    detail = {"kind": ruling.kind, "category": ruling.category, "area": ruling.area, "agency": ruling.agency}
    audit.record(session, staff_id=staff_id, action="routing.set", thing=f"rule:{row.id}", now=now, **detail)
    return row


def remove(session: Session, city: City, rule_id: int, *, staff_id: int | None, now: dt.datetime) -> Ruling | None:
    """Take the rule out of force; returns what it said, None when there is none of that number."""
    row = routing.remove(session, rule_id)
    if row is None:
        return None
    audit.record(session, staff_id=staff_id, action="routing.remove", thing=f"rule:{rule_id}", now=now)
    return of(city, row)


def of(city: City, row: RoutingRule) -> Ruling:
    """What a row of the table says."""
    category = city.category_by_id(row.category_id).code if row.category_id else None
    return Ruling(row.kind, category, row.area_code, city.agencies[row.agency_id].code)
