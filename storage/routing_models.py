"""The text classifiers trained on the city's own complaints, and the complaints they are trained on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Table, func, select, update
from sqlmodel import Session, col

from storage.models import Agency, Complaint, RoutingModel, Visibility

_model = cast(Table, RoutingModel.__table__)  # type: ignore[attr-defined]
KEPT = 3  # bodies: the one in use, and the two before it that were


@dataclass(frozen=True, slots=True)
class Example:
    """A complaint that staff showed to be with the right agency."""

    text: str
    agency: str  # its code
    at: dt.datetime
    citizen_id: int


@dataclass(frozen=True, slots=True)
class Trained:
    """What is known of a model, its body aside."""

    id: int
    trained_at: dt.datetime
    examples: int
    scores: dict[str, Any]
    in_use: bool


def examples(session: Session, *, limit: int = 100_000) -> list[Example]:
    """The newest complaints that staff have verified, oldest first. Secret ones are never among them."""
    query = (
        select(col(Complaint.text), col(Agency.code), col(Complaint.created_at), col(Complaint.citizen_id))
        .join(Agency, col(Agency.id) == col(Complaint.agency_id))
        .where(col(Complaint.verified_at).is_not(None), col(Complaint.visibility) != Visibility.SECRET)
        .order_by(col(Complaint.id).desc())
        .limit(limit)
    )
    rows = session.connection().execute(query).all()
    return [Example(text, agency, at, citizen) for text, agency, at, citizen in reversed(rows)]


def add(
    session: Session, *, trained_at: dt.datetime, examples: int, scores: dict[str, Any], body: bytes, in_use: bool
) -> int:
    """Write a model down. One in use takes the place of the one before; what can no longer be used loses its body."""
    if in_use:
        session.connection().execute(update(_model).values(in_use=False).where(_model.c.in_use))
    row = RoutingModel(trained_at=trained_at, examples=examples, scores=scores, in_use=in_use, body=body)
    session.add(row)
    session.flush()
    _prune(session)
    assert row.id is not None
    return row.id


def _prune(session: Session) -> None:
    """Old bodies are megabytes each, and nobody asks for them."""
    full = select(_model.c.id).where(func.length(_model.c.body) > 0)
    kept: Iterable[int] = (
        session.connection().execute(full.order_by(_model.c.in_use.desc(), _model.c.id.desc()).limit(KEPT)).scalars()
    )
    session.connection().execute(
        update(_model).values(body=b"").where(_model.c.id.not_in(list(kept)), func.length(_model.c.body) > 0)
    )


def current(session: Session) -> tuple[int, bytes] | None:
    """The id and the body of the model in use."""
    query = select(_model.c.id, _model.c.body).where(_model.c.in_use).order_by(_model.c.id.desc()).limit(1)
    row = session.connection().execute(query).first()
    return (row.id, row.body) if row else None


def listing(session: Session, *, limit: int = 50) -> Sequence[Trained]:
    """The newest models first, those not in use as well."""
    columns = (_model.c.id, _model.c.trained_at, _model.c.examples, _model.c.scores, _model.c.in_use)
    rows = session.connection().execute(select(*columns).order_by(_model.c.id.desc()).limit(limit))
    return [Trained(*row) for row in rows]
