"""Open complaints that may be about the same as a new one: of the same category, not old, at about the same place."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, String, Table, and_, bindparam, or_, select, type_coerce
from sqlmodel import Session

from storage.models import Complaint, Status, Visibility

NEWEST = 2000  # of a category are looked at; what is older is not worth the time of somebody who waits
MOST = 60  # candidates, the newest: where so many have filed the same, more of them say nothing new
METRES = 111_195.0  # of one degree on a sphere of the Earth's mean radius
STILL_MATTERS = (Status.RECEIVED, Status.TAKEN, Status.PROCESSING, Status.WAITING, Status.RESOLVED)

_complaint = cast(Table, Complaint.__table__)  # type: ignore[attr-defined]
_COLUMNS = "id number citizen_id agency_id status created_at area_code place_text lat lon text supporters".split()

_WORDS = frozenset("number status area_code place_text text".split())  # read as they are: there may be many

_DECIDE = "id kind visibility status area_code lat lon created_at".split()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A complaint that may be about the same."""

    id: int
    number: str
    citizen_id: int
    agency_id: int
    status: str
    created_at: dt.datetime
    area_code: str | None
    place_text: str
    lat: float | None
    lon: float | None
    text: str
    supporters: int


@dataclass(frozen=True, slots=True)
class Where:
    """A place: a pin in WGS 84 degrees, or a kelurahan and the words for the place in it."""

    lat: float | None = None
    lon: float | None = None
    area: str | None = None
    text: str = ""


def _read(name: str) -> ColumnElement[Any]:
    column = _complaint.c[name]
    return type_coerce(column, String()).label(name) if name in _WORDS else column


def _around(statuses: Sequence[str]) -> Select[Any]:
    # What decides is read of each, and all that is compared only of the few that are left.
    newest = (
        select(*(_complaint.c[name] for name in _DECIDE))
        .where(_complaint.c.category_id == bindparam("category"), _complaint.c.created_at >= bindparam("since"))
        .order_by(_complaint.c.created_at.desc())
        .limit(NEWEST)
        .subquery()
    )
    boxed = and_(
        newest.c.lat.between(bindparam("south"), bindparam("north")),
        newest.c.lon.between(bindparam("west"), bindparam("east")),
    )
    near = or_(boxed, and_(newest.c.area_code == bindparam("area"), newest.c.lat.is_(None)))
    shown = newest.c.visibility != str(Visibility.SECRET)
    found = select(*map(_read, _COLUMNS)).join(newest, newest.c.id == _complaint.c.id)
    found = found.where(newest.c.kind == bindparam("kind"), shown, near)
    if statuses:
        found = found.where(newest.c.status.in_([str(status) for status in statuses]))
    return found.order_by(newest.c.created_at.desc()).limit(MOST)


def _in_area(statuses: Sequence[str]) -> Select[Any]:
    found = select(*map(_read, _COLUMNS)).where(
        _complaint.c.category_id == bindparam("category"),
        _complaint.c.area_code == bindparam("area"),
        _complaint.c.created_at >= bindparam("since"),
        _complaint.c.kind == bindparam("kind"),
        _complaint.c.visibility != str(Visibility.SECRET),
    )
    if statuses:
        found = found.where(_complaint.c.status.in_([str(status) for status in statuses]))
    return found.order_by(_complaint.c.created_at.desc()).limit(MOST)


# By whether what has ended counts too: around a pin, and where there is none.
_NEAR = {False: _around(STILL_MATTERS), True: _around(())}
_AREA = {False: _in_area(STILL_MATTERS), True: _in_area(())}


def near(
    session: Session,
    where: Where,
    *,
    category_id: int,
    kind: str,
    since: dt.datetime,
    metres: float,
    ended_too: bool = False,
) -> list[Candidate]:
    """Complaints in a square around the pin, and in its kelurahan those without one; the newest first, none secret.

    Without a pin: all in the kelurahan. ``ended_too``: also what has ended, been merged or been rejected.
    """
    if where.area is None and where.lat is None:
        return []
    values = {"category": category_id, "kind": kind, "since": since, "area": where.area or ""}
    if where.lat is None or where.lon is None:
        rows = session.connection().execute(_AREA[ended_too], values)
    else:
        rows = session.connection().execute(_NEAR[ended_too], values | _box(where.lat, where.lon, metres))
    return [Candidate(*row) for row in rows]


def _box(lat: float, lon: float, metres: float) -> dict[str, float]:
    """The square around a pin."""
    high = metres / METRES
    wide = high / max(math.cos(math.radians(lat)), 0.01)
    return {"south": lat - high, "north": lat + high, "west": lon - wide, "east": lon + wide}
