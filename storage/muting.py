"""Queries about limits: how much somebody has filed, and who is muted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import cast

from sqlalchemy import DateTime, Table, bindparam, func
from sqlalchemy import select as look
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from storage.models import Complaint, Mute

_complaint = cast(Table, Complaint.__table__)  # type: ignore[attr-defined]
_mute = cast(Table, Mute.__table__)  # type: ignore[attr-defined]
# Asked before every complaint, so both in one statement made once.
_STANDING = look(
    look(func.count())
    .where(
        _complaint.c.citizen_id == bindparam("citizen"),
        _complaint.c.filed_by_id.is_(None),
        _complaint.c.created_at > bindparam("since", type_=DateTime(timezone=True)),
    )
    .scalar_subquery(),
    look(func.count())
    .where(
        _mute.c.citizen_id == bindparam("citizen"),
        _mute.c.lifted_at.is_(None),
        _mute.c.until > bindparam("now", type_=DateTime(timezone=True)),
    )
    .scalar_subquery(),
)


def standing(session: Session, citizen_id: int, *, since: dt.datetime, now: dt.datetime) -> tuple[int, bool]:
    """How many complaints the citizen has filed since then, those staff wrote down left out; and whether muted now."""
    values = {"citizen": citizen_id, "since": since, "now": now}
    filed, mutes = session.connection().execute(_STANDING, values).one()
    return filed, mutes > 0


def _holding(now: dt.datetime) -> SelectOfScalar[Mute]:
    return select(Mute).where(col(Mute.until) > now, col(Mute.lifted_at).is_(None))


def active(session: Session, citizen_id: int, *, now: dt.datetime) -> Mute | None:
    """The mute that holds for the citizen now, the longest if there are several."""
    query = _holding(now).where(Mute.citizen_id == citizen_id).order_by(col(Mute.until).desc())
    return session.exec(query.limit(1)).first()


def by_staff_of(session: Session, staff_ids: Sequence[int], *, now: dt.datetime) -> Sequence[Mute]:
    """Those that one of these members of staff has muted, the one that ends first on top."""
    query = _holding(now).where(col(Mute.staff_id).in_(staff_ids)).order_by(col(Mute.until))
    return session.exec(query).all()
