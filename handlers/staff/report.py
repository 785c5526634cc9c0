"""How an agency did in a week or a month: ordered by /rapor or by the clock, made by a worker, sent with a chart.

Figures are compared with the agency's own of the time before, and with nobody else's.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sqlmodel import Session

from handlers.capability import Capability
from handlers.city import City
from handlers.commands import Command
from handlers.office import Office
from handlers.routing import naming
from handlers.staff import figures, filters, mornings, periods, rights
from handlers.staff.periods import WEEK, Period
from handlers.staff.report_words import Report, Writer
from handlers.texts import Texts
from handlers.turn import Recipient, StaffMember, Turn
from storage import report_orders
from storage.models import ReportOrder
from storage.tickets import Scope

# --- ordered


def command(turn: Turn, argument: str) -> None:
    """/rapor: order the report of one's agency (an admin: of the city, or of the agency named) for a week or month."""
    member = turn.member
    today = turn.today
    period, rest = periods.parse(argument, today)
    agency_id = member.agency_id
    if rights.scope(member).everywhere:
        agency_id = filters.parse(rest, turn.city).agency_id or member.agency_id
    _order(turn.facts, turn.sender, agency_id, period, turn.now)
    name = _name(turn.city, agency_id, turn.language)
    turn.say("report-ordered", agency=name, span=turn.texts.span(turn.language, period.first, period.last))


def tell(office: Office, agency_id: int) -> None:
    """The week begins: order last week's report for the agency's heads."""
    if not mornings.begun(office, mornings.WEEKLY, agency_id):
        return
    period = periods.containing(office.today, WEEK).before()
    for chat in office.heads(agency_id):
        _order(office.session, chat, agency_id, period, office.now)


def _order(session: Session, to: Recipient, agency_id: int | None, period: Period, now: dt.datetime) -> None:
    order = ReportOrder(
        agency_id=agency_id,
        first_day=period.first,
        last_day=period.last,
        channel=to.channel,
        address=to.address,
        citizen_id=to.citizen_id,
        language=to.language,
        created_at=now,
    )
    report_orders.add(session, order)


def scope_for(member: StaffMember, agency_id: int | None) -> Scope:
    """What a report for that person counts; nothing where they may not look."""
    return replace(rights.scope(member), only=agency_id)


def _name(city: City, agency_id: int | None, language: str) -> str:
    return naming.short(city.agencies[agency_id].name(language)) if agency_id else city.rules.name


# --- made


def make(
    session: Session, city: City, texts: Texts, order: ReportOrder, member: StaffMember, now: dt.datetime
) -> Report:
    """Work the report out. Reads much: not to be done while messages wait."""
    period = Period(order.first_day, order.last_day)
    review = figures.review(session, city, scope_for(member, order.agency_id), period, now)
    return Writer(texts, order.language, _name(city, order.agency_id, order.language)).report(review)


CAPABILITY = Capability(
    commands=(Command(("rapor", "scorecard"), command, "help-rapor", rights.has(rights.Right.HANDLE), bare=False),),
    tasks={mornings.WEEKLY: tell},
)
