"""Where something may belong, for those who decide: what the city's history suggests, then what the words do."""

from __future__ import annotations

from typing import Any

from handlers.city import AgencyInfo, City
from handlers.complaints import status
from handlers.messages import Option
from handlers.office import Office
from handlers.routing import naming, verifying
from handlers.routing.trail import Trail
from storage.models import Complaint, Status, Visibility

MOST = 3

Suggested = list[tuple[AgencyInfo, float]]  # with the confidence from 0 to 1; 0 where there is none to tell


def guess(city: City, text: str, kind: str, area: str | None) -> list[dict[str, Any]]:
    """The agencies that ``text`` may be for, the likeliest first, as they are kept with a complaint."""
    found = {each.agency_code: each.confidence for each in city.suggest(text, MOST)}
    for category in city.guess_categories(text):
        route = city.route(kind=kind, category=category.code, area=area, visibility=Visibility.PUBLIC)
        found.setdefault(city.agencies[route.agency_id].code, 0.0)
    return [{"agency": agency, "confidence": confidence} for agency, confidence in found.items()][:MOST]


def suggested(office: Office, complaint: Complaint, trail: Trail | None = None) -> Suggested:
    """What may still be right: not the agency it is with, nor one that has sent it back or is no more."""
    city, today = office.city, office.today
    trail = trail or Trail.of(office.session, complaint)
    kept = trail.suggested or guess(city, complaint.text, complaint.kind, complaint.area_code)
    known = {agency.code: agency for agency in city.agencies.values() if agency.serves(today)}
    return [
        (known[each["agency"]], float(each["confidence"]))
        for each in kept
        if each["agency"] in known
        and known[each["agency"]].id != complaint.agency_id
        and not trail.returned_by(each["agency"])
    ]


def options(office: Office, complaint: Complaint, language: str) -> tuple[Option, ...]:
    """Buttons with which a verifier sends on what waits for a decision; none for anything else."""
    if complaint.agency_id != office.city.verifier.id:
        return ()
    trail = Trail.of(office.session, complaint)
    if not verifying.awaits(office, complaint, trail):
        return ()
    say, found = office.texts.say, suggested(office, complaint, trail)
    return tuple(
        Option(
            command := f"/alih {complaint.number} {agency.code}",
            say(language, "button-suggested", agency=naming.short(agency.name(language)), percent=round(sure * 100)),
            typed=command,
        )
        for agency, sure in found
    )


def ways_out(office: Office, complaint: Complaint, language: str) -> tuple[Option, ...]:
    """The button for what is not ours, or that belongs elsewhere; none where there is nowhere to go."""
    if complaint.status in status.ENDED:
        return ()
    if complaint.visibility == Visibility.SECRET and len(office.city.rules.secret_agencies) < 2:
        return ()
    new, verifier = complaint.status == Status.RECEIVED, complaint.agency_id == office.city.verifier.id
    if new and not verifier and complaint.visibility != Visibility.SECRET:
        command = f"/alih {complaint.number} kembali"
        return (Option(command, office.texts.say(language, "button-not-ours"), typed=command),)
    command = f"/alih {complaint.number}"
    return (Option(command, office.texts.say(language, "button-alih"), typed=command),)
