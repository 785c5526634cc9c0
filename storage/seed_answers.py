"""Answers, services and offices as a city writes them in its files, and their way into the tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from sqlalchemy import bindparam, update
from sqlmodel import Session, col, select

from storage import answers
from storage.answer_files import AnswerRow
from storage.models import Agency, Answer, Office, Service

MAIN_LANGUAGE = "id"  # of what is written without naming one
AROUND = (-11.1, 6.1, 95.0, 141.1)  # Indonesia: south, north, west, east

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Names = Annotated[dict[Language, Text], Field(min_length=1)]
Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Counts = tuple[int, int, int, int]  # added, changed, retired, total
Kept = TypeVar("Kept", Office, Service)
_REMEMBER = (
    update(Answer)
    .where(col(Answer.key) == bindparam("of_key"), col(Answer.language) == bindparam("in_language"))
    .values(seed_hash=bindparam("hash"))
)


def _languages(said: Any) -> Any:
    return said if isinstance(said, dict) else {MAIN_LANGUAGE: said}


def _inside(pin: list[float]) -> list[float]:
    south, north, west, east = AROUND
    if not (south <= pin[0] <= north and west <= pin[1] <= east):
        raise ValueError("lies outside Indonesia: write latitude first, then longitude")
    return pin


Said = Annotated[dict[Language, Text], BeforeValidator(_languages)]
Listed = Annotated[dict[Language, list[Text]], BeforeValidator(_languages)]
Pin = Annotated[list[float], Field(min_length=2, max_length=2), AfterValidator(_inside)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class ServiceEntry(_Entry):
    """A section of services.toml; what is left out is not known. Words without a language are Indonesian."""

    names: Names
    agency: Code
    office: Code | None = None
    answer: Text | None = None
    requirements: Listed | None = None
    steps: Listed | None = None
    fee: Said | None = None
    time: Said | None = None
    legal_basis: Text | None = None
    verified: bool = True


class OfficeEntry(_Entry):
    """A section of offices.toml; what is left out is not known. ``pin`` is latitude, longitude."""

    names: Names
    agency: Code
    address: Text | None = None
    pin: Pin | None = None
    phone: Annotated[str, StringConstraints(pattern=r"^[0-9*#+ -]{2,40}$")] | None = None
    verified: bool = True


def load_answers(session: Session, files: Sequence[AnswerRow], *, now: dt.datetime) -> Counts:
    """Bring the answers into step with the rows that have changed in the file since they were last loaded.

    What was changed or removed by hand since stays so until the file's row changes.
    """
    agencies = _agencies(session)
    there = answers.rows(session)
    wanted = {(each.key, each.language): each for each in files}
    changed = [each for name, each in wanted.items() if name not in there or there[name].seed_hash != each.hash]
    given = [each for each in changed if not _made_here(there.get((each.key, each.language)))]
    gone = [row for name, row in there.items() if name not in wanted and row.seed_hash]
    dropped = [row for row in gone if row.active and not row.by_hand]
    counts = answers.Changes()
    if given:
        contents = (replace(each.content(agencies), published=each.checked is not None) for each in given)
        counts = answers.put(session, contents, now=now, by_hand=False)
    if dropped:
        answers.remove(session, dropped, now=now, by_hand=False)
    _remember(session, {(each.key, each.language): each.hash for each in changed})
    _remember(session, {(row.key, row.language): "" for row in gone})
    return counts.added, counts.changed, len(dropped), len(wanted)


def _made_here(row: Answer | None) -> bool:
    """Whether the answer did not come from the file in the first place."""
    return row is not None and row.by_hand and not row.seed_hash


def _remember(session: Session, hashes: Mapping[tuple[str, str], str]) -> None:
    """What the rows of the file were like when they were last loaded."""
    told = [{"of_key": key, "in_language": language, "hash": each} for (key, language), each in hashes.items()]
    if told:
        session.connection().execute(_REMEMBER, told)


def load_catalogue(
    session: Session, services: Mapping[str, ServiceEntry], offices: Mapping[str, OfficeEntry]
) -> tuple[Counts, Counts]:
    """Bring services and offices into step; what became of each."""
    agencies = _agencies(session)
    has_services = {row.code: row for row in session.exec(select(Service))}
    has_offices = {row.code: row for row in session.exec(select(Office))}
    wanted_offices = [_office(code, each, agencies, place) for place, (code, each) in enumerate(offices.items())]
    wanted_services = [_service(code, each, agencies, place) for place, (code, each) in enumerate(services.items())]
    # A service must find its office there, and an office goes only after the services that name it.
    put_offices = _put(session, has_offices, wanted_offices)
    put_services = _put(session, has_services, wanted_services)
    gone_services = _delete(session, has_services, services)
    gone_offices = _delete(session, has_offices, offices)
    return (*put_services, gone_services, len(services)), (*put_offices, gone_offices, len(offices))


def _office(code: str, each: OfficeEntry, agencies: Mapping[str, int], position: int) -> Office:
    lat, lon = each.pin or (None, None)
    return Office(
        code=code,
        names=dict(each.names),
        agency_id=agencies[each.agency],
        address=each.address or "",
        lat=lat,
        lon=lon,
        phone=each.phone or "",
        verified=each.verified,
        position=position,
    )


def _service(code: str, each: ServiceEntry, agencies: Mapping[str, int], position: int) -> Service:
    return Service(
        **each.model_dump(include={"names", "requirements", "steps", "fee", "time", "verified"}),
        code=code,
        agency_id=agencies[each.agency],
        office_code=each.office,
        answer_key=each.answer or "",
        legal_basis=each.legal_basis or "",
        position=position,
    )


def _agencies(session: Session) -> dict[str, int]:
    session.flush()  # agencies just added get their ids
    return {row.code: row.id or 0 for row in session.exec(select(Agency))}


def _put(session: Session, there: Mapping[str, Kept], wanted: Sequence[Kept]) -> tuple[int, int]:
    added = changed = 0
    for new in wanted:
        row, values = there.get(new.code), new.model_dump()
        if row is None:
            session.add(new)
            added += 1
        elif values != row.model_dump():
            row.sqlmodel_update(values)
            session.add(row)
            changed += 1
    session.flush()
    return added, changed


def _delete(session: Session, there: Mapping[str, Kept], wanted: Container[str]) -> int:
    gone = [row for code, row in there.items() if code not in wanted]
    for row in gone:
        session.delete(row)
    session.flush()
    return len(gone)
