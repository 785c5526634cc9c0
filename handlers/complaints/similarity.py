"""Finding complaints about the same: for a citizen about to file one, and for staff who may merge them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from handlers.complaints import likeness
from handlers.complaints.likeness import Sketch
from handlers.office import Office
from storage import similar
from storage.models import Complaint, Visibility
from storage.similar import Candidate, Where

MOST = 3  # named on a card


def for_citizen(office: Office, citizen_id: int, arguments: Mapping[str, Any]) -> dict[str, Any] | None:
    """What a flow needs for its question, as JSON: the best of those found, and the numbers of all.

    ``arguments``: the words (``text``), ``kind``, code of the ``category``, and of the place ``lat``, ``lon``, code of
    the ``area`` and the words for it (``place``).
    """
    category = office.city.categories.get(arguments["category"])
    where = Where(arguments["lat"], arguments["lon"], arguments["area"], arguments["place"])
    if category is None:
        return None
    found = _alike(office, arguments["text"], where, category.id, arguments["kind"])
    if not found:
        return None
    mine = [candidate for candidate in found if candidate.citizen_id == citizen_id]
    best = max(mine or found, key=lambda candidate: (candidate.supporters, -candidate.id))
    return {
        "number": best.number,
        "mine": bool(mine),
        "count": best.supporters + 1,
        "area": best.area_code,
        "days": (office.today - office.city.day(best.created_at)).days,
        "others": [[candidate.number, candidate.agency_id] for candidate in found[:MOST]],
    }


def for_staff(office: Office, complaint: Complaint) -> Sequence[str]:
    """The numbers of open complaints of the same agency that are about the same, the most alike first."""
    if complaint.visibility == Visibility.SECRET:
        return ()
    where = Where(complaint.lat, complaint.lon, complaint.area_code, complaint.place_text)
    found = _alike(office, complaint.text, where, complaint.category_id, complaint.kind)
    here = [each for each in found if each.agency_id == complaint.agency_id and each.id != complaint.id]
    return [each.number for each in here[:MOST]]


def _alike(office: Office, text: str, where: Where, category_id: int, kind: str) -> list[Candidate]:
    rules = office.city.rules
    if not rules.similar_days:
        return []
    since = office.now - dt.timedelta(days=rules.similar_days)
    found = similar.near(office.session, where, category_id=category_id, kind=kind, since=since, metres=rules.similar_m)
    return alike(office, text, where, found)


def alike(office: Office, text: str, where: Where, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those of the candidates that are about the same, the most alike first."""
    area = office.city.areas.get(where.area or "")
    name = area.name if area else ""
    new = Sketch(text, where.lat, where.lon, where.area, where.text, name)
    scored = []
    for each in candidates:
        old = Sketch(each.text, each.lat, each.lon, each.area_code, each.place_text, name)
        if points := likeness.score(new, old, office.city.rules.similar_m):
            scored.append((points, each))
    scored.sort(key=lambda pair: (-pair[0], pair[1].id))
    return [each for _, each in scored]
