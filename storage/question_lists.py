"""What citizens asked, for those who look after the answers: what is still to be answered, and how people ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import ColumnElement, Table, func, or_, select, update
from sqlmodel import Session

from storage.models import Question

MOST = 5000  # questions that are looked at together, the newest

_question = cast(Table, Question.__table__)  # type: ignore[attr-defined]
_COLUMNS = (
    _question.c.id,
    _question.c.text,
    _question.c.language,
    _question.c.answer_key,
    _question.c.helpful,
    _question.c.agency_id,
    _question.c.complaint_id,
    _question.c.citizen_id,
)
_OPEN = (
    _question.c.settled_at.is_(None),
    or_(_question.c.answer_key == "", _question.c.helpful.is_(False)),
)
_CHOSEN = (
    _question.c.settled_at.is_(None),
    _question.c.chosen.is_(True),
    or_(_question.c.helpful.is_(None), _question.c.helpful.is_(True)),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. ``answer_key`` is what was shown, empty for nothing; ``agency_id`` whose it is, as far as known."""

    id: int
    text: str
    language: str
    answer_key: str
    helpful: bool | None
    agency_id: int | None
    complaint_id: int | None
    citizen_id: int


@dataclass(frozen=True, slots=True)
class Ward:
    """Whose questions: those of an agency and, with ``nobodys``, of none. ``agency_id`` None and ``nobodys``: all."""

    agency_id: int | None
    nobodys: bool

    def condition(self) -> Iterator[ColumnElement[bool]]:
        """What the rows must meet."""
        if self.agency_id is None and self.nobodys:
            return
        own = _question.c.agency_id == self.agency_id
        yield or_(own, _question.c.agency_id.is_(None)) if self.nobodys else own


def unanswered(session: Session, ward: Ward) -> list[Asked]:
    """What got no answer, or one that did not help, and nobody has dealt with; oldest first."""
    return _found(session, (*_OPEN, *ward.condition()))


def unanswered_of(session: Session, agency_id: int | None) -> list[Asked]:
    """The same of one agency alone (None: of nobody)."""
    return _found(session, (*_OPEN, _question.c.agency_id.is_not_distinct_from(agency_id)))


def chosen(session: Session, keys: Collection[str]) -> list[Asked]:
    """Questions whose answer, of these, the citizen picked among several, and it did not fail them; oldest first."""
    return _found(session, (*_CHOSEN, _question.c.answer_key.in_(keys)))


def by_id(session: Session, question_id: int) -> Asked | None:
    """The question of that id, if nobody has dealt with it yet."""
    wanted = (_question.c.id == question_id, _question.c.settled_at.is_(None))
    return next(iter(_found(session, wanted)), None)


def of_complaint(session: Session, complaint_id: int) -> list[Asked]:
    """Questions that were handed to a person as that request for information."""
    return _found(session, (_question.c.complaint_id == complaint_id,))


def counts(session: Session) -> dict[int | None, int]:
    """How many are unanswered, by agency."""
    query = select(_question.c.agency_id, func.count()).where(*_OPEN).group_by(_question.c.agency_id)
    return {row[0]: row[1] for row in session.connection().execute(query)}


def settle(session: Session, ids: Sequence[int], *, staff_id: int, now: dt.datetime) -> int:
    """Note that staff have dealt with these questions; how many had not been dealt with."""
    query = update(_question).where(_question.c.id.in_(ids), _question.c.settled_at.is_(None))
    return session.connection().execute(query.values(settled_at=now, settled_by_id=staff_id)).rowcount


def _found(session: Session, conditions: Sequence[ColumnElement[bool]]) -> list[Asked]:
    query = select(*_COLUMNS).where(*conditions).order_by(_question.c.id.desc()).limit(MOST)
    return [Asked(*row) for row in session.connection().execute(query)][::-1]
