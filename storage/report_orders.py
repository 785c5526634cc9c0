"""Reports somebody is waiting for: ordered where they are asked for, made and sent by whichever worker is first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import cast

from sqlalchemy import Table, bindparam, text, update
from sqlmodel import Session, col, select

from storage.models import ReportOrder

_order = cast(Table, ReportOrder.__table__)  # type: ignore[attr-defined]
_FINISH = (
    update(_order)
    .where(_order.c.id == bindparam("which"), _order.c.done_at.is_(None))
    .values(done_at=bindparam("now"))
    .returning(_order.c.id)
)


def add(session: Session, order: ReportOrder) -> None:
    """Order a report."""
    session.add(order)


def waiting(session: Session, *, limit: int) -> Sequence[ReportOrder]:
    """The reports that were ordered and have not been sent, the oldest first."""
    query = select(ReportOrder).where(text("done_at IS NULL")).order_by(col(ReportOrder.id)).limit(limit)
    return session.exec(query).all()


def finish(session: Session, order_id: int, *, now: dt.datetime) -> bool:
    """Whether the report is ours to send, in this transaction: True for one caller only."""
    return session.connection().execute(_FINISH, {"which": order_id, "now": now}).first() is not None
