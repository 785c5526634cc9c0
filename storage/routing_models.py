"""The text classifiers trained on the city's own complaints, and the complaints they are trained on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import Table, func, select, update
from sqlmodel import Session, col

from storage import revision
from storage.models import Agency, Complaint, RoutingModel, Setting, Visibility

_model = cast(Table, RoutingModel.__table__)  # type: ignore[attr-defined]
_setting = cast(Table, Setting.__table__)  # type: ignore[attr-defined]
WANTED = "routing_training"  # the setting that says whether training has been asked for
LENGTH = 8  # bytes that tell the length of a model's own body in what is stored, before it and its rival's
KEPT = 3  # bodies: of the one in use and of the two before it


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


def add(session: Session, *, trained_at: dt.datetime, examples: int, scores: Mapping[str, Any]) -> int:
    """Write down a model that was not good enough; returns its id."""
    return _add(session, RoutingModel(trained_at=trained_at, examples=examples, scores=dict(scores), body=b""))


def put_in_use(
    session: Session,
    *,
    trained_at: dt.datetime,
    examples: int,
    scores: Mapping[str, Any],
    body: bytes,
    rival: bytes,
) -> int:
    """Write a model down in the place of the one in use, and have every process load it; returns its id.

    ``rival`` is what the next model will be held against. What can no longer be used loses its bodies.
    """
    session.connection().execute(update(_model).values(in_use=False).where(_model.c.in_use))
    stored = len(body).to_bytes(LENGTH) + body + rival
    row = RoutingModel(trained_at=trained_at, examples=examples, scores=dict(scores), in_use=True, body=stored)
    number = _add(session, row)
    _prune(session)
    revision.bump(session)
    return number


def _add(session: Session, row: RoutingModel) -> int:
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id


def _prune(session: Session) -> None:
    """Old bodies are megabytes each, and nobody asks for them."""
    full = select(_model.c.id).where(func.length(_model.c.body) > 0)
    kept = session.scalars(full.order_by(_model.c.id.desc()).limit(KEPT)).all()
    emptied = update(_model).values(body=b"").where(_model.c.id.not_in(kept), func.length(_model.c.body) > 0)
    session.connection().execute(emptied)


def current(session: Session) -> bytes | None:
    """The body of the model in use."""
    stored = _stored(session)
    return stored[LENGTH : LENGTH + int.from_bytes(stored[:LENGTH])] if stored else None


def rival(session: Session) -> bytes | None:
    """The body of what a new model is held against."""
    stored = _stored(session)
    return stored[LENGTH + int.from_bytes(stored[:LENGTH]) :] if stored else None


def _stored(session: Session) -> bytes | None:
    query = select(_model.c.body).where(_model.c.in_use).order_by(_model.c.id.desc()).limit(1)
    return session.connection().execute(query).scalar()


def ask(session: Session) -> None:
    """Have a model trained by whoever looks first."""
    session.merge(Setting(name=WANTED, value="yes"))


def claim(session: Session) -> bool:
    """Whether training has been asked for and is ours to do: True for one caller only."""
    query = update(_setting).where(_setting.c.name == WANTED, _setting.c.value == "yes").values(value="")
    return session.connection().execute(query.returning(_setting.c.name)).first() is not None


def listing(session: Session, *, limit: int = 50) -> Sequence[Trained]:
    """The newest models first, those not in use as well."""
    columns = (_model.c.id, _model.c.trained_at, _model.c.examples, _model.c.scores, _model.c.in_use)
    rows = session.connection().execute(select(*columns).order_by(_model.c.id.desc()).limit(limit))
    return [Trained(*row) for row in rows]
