"""Canned replies and macros as a city writes them in its files, and their way into the tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from sqlmodel import Session, select

from storage.models import Agency, CannedReply, Macro

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Names = Annotated[dict[Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")], Text], Field(min_length=1)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Steps = Annotated[list["StepEntry"], Field(min_length=1, max_length=10)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ReplyEntry(_Entry):
    """A section of replies.toml; without ``agency`` everybody uses it."""

    texts: Names
    agency: Code | None = None


class StepEntry(_Entry):
    """One step of a macro. ``to`` is the agency of a forwarding; ``text`` the words, where the step has any."""

    do: Literal["take", "process", "note", "reply", "ask", "forward", "reject"]
    to: Code | None = None
    text: Text | None = None


class MacroEntry(_Entry):
    """A section of macros.toml; without ``agency`` everybody uses it."""

    names: Names
    steps: Steps
    agency: Code | None = None


def load(session: Session, replies: Mapping[str, ReplyEntry], macros: Mapping[str, MacroEntry]) -> tuple[int, int, int]:
    """Bring what the files name into step: how many were added, changed, and are there in all.

    What staff have made themselves, under other names or for their own agency, is left as it is.
    """
    session.flush()  # agencies just added get their ids
    agencies = {row.code: row.id for row in session.exec(select(Agency))}
    wanted: list[CannedReply | Macro] = [
        CannedReply(agency_id=agencies[each.agency] if each.agency else None, code=code, texts=dict(each.texts))
        for code, each in replies.items()
    ]
    wanted += [
        Macro(
            agency_id=agencies[each.agency] if each.agency else None,
            code=code,
            names=dict(each.names),
            steps=[step.model_dump(exclude_none=True) for step in each.steps],
        )
        for code, each in macros.items()
    ]
    rows: list[CannedReply | Macro] = [*session.exec(select(CannedReply)), *session.exec(select(Macro))]
    there = {(type(row), row.agency_id, row.code): row for row in rows}
    added = changed = 0
    for new in wanted:
        row = there.get((type(new), new.agency_id, new.code))
        if row is None:
            session.add(new)
            added += 1
        elif (values := _values(new)) != _values(row):
            for name, value in values.items():
                setattr(row, name, value)
            session.add(row)
            changed += 1
    return added, changed, len(wanted)


def _values(row: CannedReply | Macro) -> dict[str, Any]:
    return row.model_dump(exclude={"id"})
