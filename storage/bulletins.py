"""Documents of outside sources: the newest good one of each, when it came, and how the last attempt to get it went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Table, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from storage.models import Bulletin

_bulletin = cast(Table, Bulletin.__table__)  # type: ignore[attr-defined]
_CLAIM = {}
for _name, _dialect in (("postgresql", postgresql), ("sqlite", sqlite)):
    _insert = _dialect.insert(_bulletin)
    _CLAIM[_name] = _insert.on_conflict_do_update(
        index_elements=["name"],
        set_={"tried_at": _insert.excluded.tried_at},
        where=_bulletin.c.tried_at <= bindparam("before"),
    ).returning(_bulletin.c.etag)
_TRIES = select(_bulletin.c.name, _bulletin.c.tried_at, _bulletin.c.fetched_at, _bulletin.c.error).where(
    _bulletin.c.name.startswith(bindparam("head"), autoescape=False)
)
_NEWEST = select(_bulletin.c.name, _bulletin.c.body, _bulletin.c.fetched_at, _bulletin.c.error).where(
    _bulletin.c.name.in_(bindparam("names", expanding=True)), _bulletin.c.fetched_at.is_not(None)
)
_CHANGE = update(_bulletin).where(_bulletin.c.name == bindparam("which"))
LONGEST_ERROR = 200  # characters
LONGEST_MARK = 200  # characters of what tells one version of a document from another


@dataclass(frozen=True, slots=True)
class Attempt:
    """How getting a document stands: the last attempt, the last good one, and why the last one failed."""

    name: str
    tried_at: dt.datetime
    fetched_at: dt.datetime | None
    error: str


@dataclass(frozen=True, slots=True)
class Known:
    """The newest good document of that name; ``error`` is not empty if getting a newer one has failed since."""

    name: str
    body: str
    fetched_at: dt.datetime
    error: str


def attempts(session: Session, head: str) -> list[Attempt]:
    """Of every document whose name begins with ``head``, how the last attempt went."""
    return [Attempt(*row) for row in session.connection().execute(_TRIES, {"head": head})]


def newest(session: Session, names: Sequence[str]) -> list[Known]:
    """Of these documents, those of which there ever was a good one."""
    return [Known(*row) for row in session.connection().execute(_NEWEST, {"names": list(names)})]


def claim(session: Session, name: str, *, now: dt.datetime, before: dt.datetime) -> str | None:
    """Take it on us to get the document, if nobody has tried after ``before``.

    Returns what marks the version there is (empty for none), or None if somebody else was first.
    """
    connection = session.connection()
    values = {"name": name, "tried_at": now, "before": before, "body": "", "etag": "", "error": ""}
    found = connection.execute(_CLAIM[connection.dialect.name], values).first()
    return None if found is None else found[0]


def keep(session: Session, name: str, body: str, *, mark: str, now: dt.datetime) -> None:
    """A new good document came."""
    mark = mark if len(mark) <= LONGEST_MARK else ""
    _change(session, name, {"body": body, "etag": mark, "fetched_at": now, "error": ""})


def confirm(session: Session, name: str, *, now: dt.datetime) -> None:
    """The source says that the document is still the newest."""
    _change(session, name, {"fetched_at": now, "error": ""})


def fail(session: Session, name: str, error: str) -> None:
    """Nothing usable came; what there was stays."""
    _change(session, name, {"error": error[:LONGEST_ERROR]})


def _change(session: Session, name: str, values: dict[str, object]) -> None:
    session.connection().execute(_CHANGE.values(values), {"which": name})
