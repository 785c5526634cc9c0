"""What citizens asked in their own words, as it is written down and as what became of it is noted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Table, bindparam, insert, update
from sqlmodel import Session, select

from storage.models import Question

LONGEST = 1000  # characters kept

_question = cast(Table, Question.__table__)  # type: ignore[attr-defined]
_ADD = insert(_question).returning(_question.c.id)
_NOTE = update(_question).where(_question.c.id == bindparam("which"))
_MINE = select(Question).where(Question.id == bindparam("which"), Question.citizen_id == bindparam("citizen"))


def add(session: Session, question: Question) -> int:
    """Write a question down; its id. The object stays the caller's and is not tracked."""
    values = {column.name: getattr(question, column.name) for column in _question.columns if column.name != "id"}
    asked: int = session.connection().execute(_ADD, values).scalar_one()
    return asked


def of_citizen(session: Session, question_id: int, citizen_id: int) -> Question | None:
    """The question of that id; None if somebody else asked it, or nobody."""
    return session.exec(_MINE, params={"which": question_id, "citizen": citizen_id}).first()


def offered(session: Session, question_id: int, keys: Sequence[str]) -> None:
    """These answers were shown as buttons."""
    _note(session, question_id, offered=list(keys))


def chosen(session: Session, question_id: int, key: str, agency_id: int | None) -> None:
    """The citizen picked this answer, whose owner is ``agency_id``; whether it helped is open again."""
    _note(session, question_id, answer_key=key, chosen=True, helpful=None, agency_id=agency_id)


def rated(session: Session, question_id: int, *, helpful: bool) -> None:
    """The citizen said whether the answer helped."""
    _note(session, question_id, helpful=helpful)


def handed_over(session: Session, question_id: int, *, complaint_id: int, agency_id: int) -> None:
    """A person will answer it, as that request for information."""
    _note(session, question_id, complaint_id=complaint_id, agency_id=agency_id)


def _note(session: Session, question_id: int, **values: Any) -> None:
    session.connection().execute(_NOTE.values(**values), {"which": question_id})
