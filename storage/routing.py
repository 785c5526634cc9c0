"""Queries about where complaints go and have been: the city's rules, and the moves of each complaint."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlmodel import Session, col, func, select

from storage import revision
from storage.complaints import OPEN
from storage.models import Complaint, ComplaintEvent, EventKind, RoutingRule, Visibility

MOVES = (EventKind.FORWARDED, EventKind.RETURNED)


def rules(session: Session) -> Sequence[RoutingRule]:
    """The rules in force, in the order in which they were made."""
    return session.exec(select(RoutingRule).where(col(RoutingRule.active)).order_by(col(RoutingRule.id))).all()


def put(
    session: Session, *, kind: str | None, category_id: int | None, area_code: str | None, agency_id: int
) -> RoutingRule:
    """Set by hand where what fits goes; a rule for the same gives way. Every process follows."""
    revision.bump(session)
    session.flush()  # whoever sets a rule at the same time waits here
    same = _same(session, kind, category_id, area_code)
    row = same[0] if same else RoutingRule(kind=kind, category_id=category_id, area_code=area_code, agency_id=agency_id)
    row.agency_id, row.by_hand, row.active = agency_id, True, True
    session.add(row)
    session.flush()
    return row


def remove(session: Session, rule_id: int) -> RoutingRule | None:
    """Take a rule out of force, also when the seed's file holds it; None when there is none. Every process follows."""
    revision.bump(session)
    session.flush()
    row = session.get(RoutingRule, rule_id)
    if row is None or not row.active:
        return None
    row.active, row.by_hand = False, True
    session.add(row)
    session.flush()
    return row


def _same(session: Session, kind: str | None, category_id: int | None, area_code: str | None) -> Sequence[RoutingRule]:
    query = select(RoutingRule).where(
        col(RoutingRule.kind).is_not_distinct_from(kind),
        col(RoutingRule.category_id).is_not_distinct_from(category_id),
        col(RoutingRule.area_code).is_not_distinct_from(area_code),
    )
    return session.exec(query.order_by(col(RoutingRule.id))).all()


def open_elsewhere(
    session: Session,
    *,
    kind: str | None,
    category_id: int | None,
    area_codes: Collection[str],
    agency_id: int,
) -> int:
    """How many open complaints a rule fits that are not with ``agency_id``; secret ones follow no rule.

    None or no codes stand for any.
    """
    query = select(func.count()).select_from(Complaint)
    query = query.where(
        col(Complaint.status).in_(OPEN),
        col(Complaint.agency_id) != agency_id,
        col(Complaint.visibility) != Visibility.SECRET,
    )
    if kind is not None:
        query = query.where(col(Complaint.kind) == kind)
    if category_id is not None:
        query = query.where(col(Complaint.category_id) == category_id)
    if area_codes:
        query = query.where(col(Complaint.area_code).in_(area_codes))
    return session.exec(query).one()


def journey(session: Session, complaint_id: int) -> Sequence[ComplaintEvent]:
    """How the complaint was filed, and every time it went from one agency to another, oldest first."""
    query = select(ComplaintEvent).where(
        ComplaintEvent.complaint_id == complaint_id, col(ComplaintEvent.kind).in_((EventKind.FILED, *MOVES))
    )
    return session.exec(query.order_by(col(ComplaintEvent.id))).all()
