"""How much time a complaint has left, or how late it is, in words for staff."""

from __future__ import annotations

import datetime as dt

from handlers.city import City
from handlers.office import Office
from handlers.texts import Html, Texts
from storage import clocks
from storage.clocks import Ticking
from storage.models import Complaint, Status
from storage.tickets import Ticket

HOUR = 3600  # seconds


def said(texts: Texts, language: str, city: City, complaint: Complaint | Ticket, now: dt.datetime) -> Html:
    """``sisa 2 hari kerja``, ``terlambat 3 hari kerja``; empty once nothing is to be done."""
    if complaint.status == Status.WAITING:
        return Html(texts.say(language, "left-waiting"))
    if complaint.due_at is None:
        return Html("")
    key, count = _counted(city, complaint.agency_id, complaint.due_at, now)
    return Html(texts.say(language, key, count=count))


def _counted(city: City, agency_id: int, due_at: dt.datetime, now: dt.datetime) -> tuple[str, int]:
    hours = city.hours(agency_id)
    days = hours.days_between(now, due_at)
    if due_at < now:
        return ("left-late-days", -days) if days else ("left-late-today", 0)
    if days:
        return "left-days", days
    return "left-hours", -(-hours.between(now, due_at) // HOUR)


def schedule(office: Office, complaint: Complaint, language: str) -> Html:
    """Every deadline of the complaint and what became of it, and what SP4N-LAPOR! would want."""
    say, zone = office.texts.say, office.city.rules.timezone
    lines = []
    for clock in clocks.of(office.session, complaint.id or 0):
        key, at = _state(clock, office.now)
        moment = office.texts.moment(language, at, zone)
        lines.append(say(language, key, clock=Html(say(language, f"clock-{clock.name}")), at=moment))
    hours, sla = office.city.hours(complaint.agency_id), office.city.rules.sla
    verify, answer = (
        office.texts.date(language, hours.after_days(complaint.created_at, days).astimezone(zone).date())
        for days in (sla.lapor_verify_days, sla.lapor_answer_days)
    )
    return Html("\n".join([*lines, say(language, "schedule-sp4n", verify=verify, answer=answer)]))


def _state(clock: Ticking, now: dt.datetime) -> tuple[str, dt.datetime]:
    if clock.met_at is not None:
        return ("schedule-met" if clock.met_at <= clock.due_at else "schedule-met-late"), clock.met_at
    if clock.paused_at is not None:
        return "schedule-paused", clock.paused_at
    return ("schedule-due" if now <= clock.due_at else "schedule-late"), clock.due_at
