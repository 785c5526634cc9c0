"""The city's answers: kept in all their versions, drafts apart from what is published.

An answer is a draft while nobody has checked it and its source says so (``UNVERIFIED``); ``put`` keeps the two in step.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from sqlalchemy import Integer, bindparam, exists, insert
from sqlalchemy import select as columns
from sqlmodel import Session, SQLModel, col, or_, select

from storage.models import Answer, AnswerVersion, Setting

REVISION = "answers_revision"  # the setting by which running processes notice that they must index the answers anew
UNVERIFIED = "belum diverifikasi:"  # how the source of a draft begins
_answer = SQLModel.metadata.tables["answer"]
_version = SQLModel.metadata.tables["answer_version"]
_COPIED = sorted({*_answer.c.keys()} & {*_version.c.keys()} - {"id"})
FEW = 50  # answers that are looked up by key when they are changed, rather than reading all
_KEPT = ("action", "attachments")  # stay as they are where nothing is said of them
_NEW: dict[str, Any] = {"version": 1, "seed_hash": "", "action": "", "attachments": []}
_COPY = insert(_version).from_select(
    ["answer_id", "at", "staff_id", *_COPIED],
    columns(
        _answer.c.id,
        _answer.c.updated_at,
        bindparam("by", type_=Integer),
        *(_answer.c[name] for name in _COPIED),
    ).where(~exists().where(_version.c.answer_id == _answer.c.id, _version.c.version == _answer.c.version)),
)


class State(StrEnum):
    """Where an answer stands."""

    DRAFT = "draft"  # not shown to citizens
    PUBLISHED = "published"
    EXPIRED = "expired"  # published, and past its last day: shown with a warning


@dataclass(frozen=True, slots=True)
class Content:
    """All that is said in an answer, in one language. ``body`` is plain text in which <b> and <i> are marks."""

    key: str
    language: str
    title: str
    body: str
    phrasings: tuple[str, ...] = ()
    agency_id: int | None = None
    source: str = ""
    checked: dt.date | None = None
    valid_until: dt.date | None = None
    published: bool = True
    action: str | None = None  # None: as it is
    attachments: Sequence[Mapping[str, Any]] | None = None  # None: as they are


@dataclass(slots=True)
class Changes:
    """How many answers became what."""

    added: int = 0
    changed: int = 0
    same: int = 0
    removed: int = 0


def is_draft(source: str, checked: dt.date | None) -> bool:
    """Whether an answer with this source, last checked then, is a draft."""
    return checked is None and source.startswith(UNVERIFIED)


def state(answer: Answer, today: dt.date) -> State:
    """Where the answer stands today."""
    if not answer.published:
        return State.DRAFT
    expired = answer.valid_until is not None and answer.valid_until < today
    return State.EXPIRED if expired else State.PUBLISHED


def every(session: Session) -> Sequence[Answer]:
    """All answers but removed ones, in the order in which they came."""
    return session.exec(select(Answer).where(col(Answer.active)).order_by(col(Answer.id))).all()


def published(session: Session) -> Sequence[Answer]:
    """All answers that citizens may be given, expired ones too, in the order in which they came."""
    query = select(Answer).where(col(Answer.active), col(Answer.published))
    return session.exec(query.order_by(col(Answer.id))).all()


def by_key(session: Session, key: str) -> Sequence[Answer]:
    """The answer in each of its languages, drafts too."""
    query = select(Answer).where(col(Answer.active), Answer.key == key)
    return session.exec(query.order_by(col(Answer.id))).all()


def by_id(session: Session, answer_id: int, *, lock: bool = False) -> Answer | None:
    """The answer of that id, in its language; None if it was removed.

    ``lock`` keeps others from changing any answer until the transaction ends.
    """
    if lock:
        session.get(Setting, REVISION, with_for_update=True)
    row = session.get(Answer, answer_id, populate_existing=lock)
    return row if row is not None and row.active else None


def owned(session: Session, agency_id: int | None) -> Sequence[Answer]:
    """The answers of an agency (None: of all, and of nobody) but removed ones, drafts too, by title."""
    query = select(Answer).where(col(Answer.active))
    if agency_id is not None:
        query = query.where(Answer.agency_id == agency_id)
    return session.exec(query.order_by(col(Answer.title), col(Answer.id))).all()


def expiring(session: Session, owners: Collection[int | None], *, first: dt.date, last: dt.date) -> Sequence[Answer]:
    """What citizens are given of these agencies (None: of nobody) whose last day lies between, the soonest first."""
    ids = [owner for owner in owners if owner is not None]
    owned_by = col(Answer.agency_id).in_(ids)
    query = select(Answer).where(
        col(Answer.active),
        col(Answer.published),
        col(Answer.valid_until).between(first, last),
        or_(owned_by, col(Answer.agency_id).is_(None)) if None in owners else owned_by,
    )
    return session.exec(query.order_by(col(Answer.valid_until), col(Answer.id))).all()


def known_keys(session: Session) -> set[str]:
    """Every key that is or was in use."""
    return set(session.exec(select(Answer.key)).all())


def content_of(row: Answer | AnswerVersion, key: str, language: str) -> Content:
    """All that an answer says, or said."""
    given = {field.name: getattr(row, field.name) for field in fields(Content) if hasattr(row, field.name)}
    return Content(**given | {"key": key, "language": language, "phrasings": tuple(row.phrasings)})


def bare(source: str) -> str:
    """The source without the words by which it says that it is a draft's."""
    return source.removeprefix(UNVERIFIED).strip()


def versions(session: Session, answer_id: int) -> Sequence[AnswerVersion]:
    """The answer as it was, oldest first, the one in force last."""
    query = select(AnswerVersion).where(AnswerVersion.answer_id == answer_id)
    return session.exec(query.order_by(col(AnswerVersion.version))).all()


def revision(session: Session) -> str:
    """A word that changes whenever any answer does."""
    row = session.get(Setting, REVISION)
    return row.value if row is not None else ""


def rows(session: Session, keys: Collection[str] | None = None) -> dict[tuple[str, str], Answer]:
    """Every answer (of these keys) by key and language, removed ones too."""
    query = select(Answer) if keys is None else select(Answer).where(col(Answer.key).in_(keys))
    return {(row.key, row.language): row for row in session.exec(query.order_by(col(Answer.id)))}


def put(
    session: Session,
    contents: Iterable[Content],
    *,
    now: dt.datetime,
    staff_id: int | None = None,
    by_hand: bool = True,
) -> Changes:
    """Add these answers, or change those of the same key and language; a version is kept where anything differs.

    Every process follows. Phrasings are taken once each; a draft becomes one by its source too, and the reverse.
    """
    _begin(session)
    given = {(content.key, content.language): content for content in contents}
    few = {key for key, _ in given} if len(given) <= FEW else None
    there, changes = rows(session, few), Changes()
    new: dict[tuple[str, str], dict[str, Any]] = {}
    for content in given.values():
        values = _values(content)
        row = there.get((content.key, content.language))
        if row is None:
            new[content.key, content.language] = values | {"by_hand": by_hand, "updated_at": now}
        elif _differs(row, values):
            _change(row, values | {"by_hand": by_hand, "version": row.version + 1, "updated_at": now})
            changes.changed += 1
        else:
            changes.same += 1
    if new:
        session.connection().execute(insert(_answer), [_NEW | values for values in new.values()])
    changes.added = len(new)
    _keep(session, staff_id)
    return changes


def remove(
    session: Session,
    answers: Iterable[Answer],
    *,
    now: dt.datetime,
    staff_id: int | None = None,
    by_hand: bool = True,
) -> int:
    """Take answers out of use; how many. Their versions stay, and the seed does not bring them back as they were."""
    _begin(session)
    gone = list(answers)
    for row in gone:
        _change(row, {"active": False, "by_hand": by_hand, "version": row.version + 1, "updated_at": now})
    _keep(session, staff_id)
    return len(gone)


def _differs(row: Answer, values: Mapping[str, Any]) -> bool:
    """Whether any of the values is not what the row says."""
    return any(getattr(row, name) != value for name, value in values.items())


def _begin(session: Session) -> None:
    session.merge(Setting(name=REVISION, value=secrets.token_hex(8)))
    session.flush()  # whoever changes answers at the same time waits here


def _values(content: Content) -> dict[str, Any]:
    if not content.published:
        source, checked = f"{UNVERIFIED} {bare(content.source)}".strip(), None
    else:
        source, checked = content.source if content.checked else bare(content.source), content.checked
    once = dict.fromkeys(" ".join(phrasing.replace("|", " ").split()) for phrasing in content.phrasings)
    phrasings = [phrasing for phrasing in once if phrasing]
    given = {field.name: getattr(content, field.name) for field in fields(content)}
    given = {name: value for name, value in given.items() if value is not None or name not in _KEPT}
    return given | {"source": source, "checked": checked, "phrasings": phrasings, "active": True}


def _change(row: Answer, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(row, name, value)


def _keep(session: Session, staff_id: int | None) -> None:
    """Copy every answer that is not among the versions as it is now."""
    session.flush()
    session.connection().execute(_COPY, {"by": staff_id})
