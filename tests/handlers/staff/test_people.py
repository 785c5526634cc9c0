"""A colleague is found by number, name, part of a name and misspelt name, and nobody who is not there."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlmodel import Session

from handlers.staff import people, roster
from storage.database import Database
from storage.models import Agency, Citizen, Staff

NAMES = ("Ani Wijaya", "Ani Kartika", "Budi Santoso", "Siti Rahmawati (Bidang PJU)", "M. Iqbal")


@pytest.fixture
def agency(sqlite_database: Database, now: datetime) -> int:
    """An agency with five people in it, one who has left and one invited; and another agency with a Budi."""
    with sqlite_database.write() as session:
        agencies = [Agency(code=code, names={"id": code}) for code in ("dpupr", "dishub")]
        session.add_all(agencies)
        session.flush()
        for name in NAMES:
            _joins(session, name, "dpupr", now)
        gone = _joins(session, "Rahmat Gone", "dpupr", now)
        roster.end(session, gone.id or 0, now=now)
        roster.invite(session, name="Yanti", role="operator", agency_code="dpupr", now=now)
        _joins(session, "Budi Dishub", "dishub", now)
        _joins(session, "Siar", "dpupr", now, role="broadcaster")
        return agencies[0].id or 0


def _joins(session: Session, name: str, agency: str, now: datetime, role: str = "operator") -> Staff:
    citizen = Citizen(created_at=now)
    session.add(citizen)
    session.flush()
    code = roster.invite(session, name=name, role=role, agency_code=agency, now=now)
    joined = roster.join(session, code, citizen_id=citizen.id or 0, now=now)
    assert joined is not None
    return joined


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Ani Wijaya", ["Ani Wijaya"]),
        ("@ani wijaya", ["Ani Wijaya"]),
        ("ani", ["Ani Kartika", "Ani Wijaya"]),
        ("kartika", ["Ani Kartika"]),
        ("Budi", ["Budi Santoso"]),
        ("budy", ["Budi Santoso"]),
        ("santosa", ["Budi Santoso"]),
        ("iqbal", ["M. Iqbal"]),
        ("m iqbal", ["M. Iqbal"]),
        ("rahma", ["Siti Rahmawati (Bidang PJU)"]),
        ("siti rahmawti", ["Siti Rahmawati (Bidang PJU)"]),
        ("rahmat gone", []),
        ("yanti", []),
        ("siar", []),
        ("joko", []),
        ("a", []),
        ("", []),
        ("@", []),
        ("99999", []),
    ],
)
def test_a_colleague_is_found_by_what_was_said(
    sqlite_database: Database, agency: int, said: str, meant: list[str]
) -> None:
    with sqlite_database.read() as session:
        assert [member.name for member in people.find(session, agency, said)] == meant


def test_a_number_means_one_colleague_of_the_agency_only(sqlite_database: Database, agency: int) -> None:
    with sqlite_database.read() as session:
        budi, other = (people.find(session, None, name)[0] for name in ("Budi Santoso", "Budi Dishub"))

        assert people.find(session, agency, str(budi.id)) == [budi]
        assert people.find(session, agency, str(other.id)) == []


@pytest.mark.parametrize(
    ("said", "meant", "rest"),
    [
        ("Ani Wijaya tolong cek besok", ["Ani Wijaya"], "tolong cek besok"),
        ("kartika: tolong  cek", ["Ani Kartika"], "tolong  cek"),
        ("budy tolong", ["Budi Santoso"], "tolong"),
        ("Ani tolong", ["Ani Kartika", "Ani Wijaya"], "tolong"),
        ("Budi", ["Budi Santoso"], ""),
        ("dinas lain saja", [], "dinas lain saja"),
        ("", [], ""),
    ],
)
def test_a_name_is_told_from_the_words_behind_it(
    sqlite_database: Database, agency: int, said: str, meant: list[str], rest: str
) -> None:
    with sqlite_database.read() as session:
        found, behind = people.begin(session, agency, said)

        assert ([member.name for member in found], behind) == (meant, rest)
