"""Where a new complaint goes: by the city's rules, and to the verifiers where nobody would hear of it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlmodel import Session

from handlers.city import City
from handlers.complaints.filing import FileComplaint
from handlers.routing import suggesting
from storage import roster
from storage.models import Visibility


def place(session: Session, city: City, command: FileComplaint, *, now: dt.datetime) -> tuple[int, dict[str, Any]]:
    """The id of the agency, and what is kept of the decision with the filing.

    That is ``sure``: false where a verifier is to decide, and ``suggested``: what staff later decide against it teaches
    the suggestions. Nothing is kept of what is secret.
    """
    area = command.place.area
    route = city.route(
        kind=command.kind,
        category=command.category,
        area=area,
        visibility=command.visibility,
        text=command.text,
        at=now,
    )
    if command.visibility == Visibility.SECRET:
        return route.agency_id, {}
    agency, kept = route.agency_id, {"suggested": suggesting.guess(city, command.text, command.kind, area)}
    if not route.sure:
        return agency, {**kept, "sure": False}
    if not roster.chats_of(session, agency) and roster.chats_of(session, city.verifier.id):
        return city.verifier.id, {**kept, "sure": False}
    return agency, kept
