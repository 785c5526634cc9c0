"""Who has which access is seen by those who answer for it, and a right ends at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlmodel import col, select

from bot import cli
from handlers.staff import roster
from handlers.staff.access import IDLE
from storage.models import Audit, Staff
from tests.city import GROUP, City, Person, files


@pytest.fixture
def hani(city: City) -> Person:
    """The head of an agency."""
    return city.officer("perkimlh", "Hani", "head")


@pytest.fixture
def eko(city: City) -> Person:
    """An administrator."""
    return city.officer(None, "Eko", "admin")


def number_of(city: City, name: str) -> int:
    """The number under which the person is on the staff."""
    with city.database.read() as session:
        return session.exec(select(Staff.id).where(col(Staff.name) == name)).one() or 0


def test_a_head_sees_who_has_access_in_the_own_agency_only(city: City, hani: Person) -> None:
    budi, _ = city.officer("perkimlh", "Budi"), city.officer("dpupr", "Ani")
    number = files(city.citizen("whatsapp"))
    budi.says(f"/ambil {number}")
    hani.says("/akses")
    told = hani.hears("Siapa boleh apa (2)")

    assert "Hani · kepala" in told
    assert "Budi · petugas" in told
    assert "sejak Selasa, 24 November 2026 · terakhir bekerja Selasa, 24 November 2026 · telegram" in told
    assert "Ani" not in told


def test_an_admin_sees_everybody_and_what_should_be_looked_into(city: City, eko: Person) -> None:
    budi = city.officer("perkimlh", "Budi")
    there = budi.in_group()
    there.says("/grup")
    with city.database.write() as session:
        roster.invite(session, name="Joni", role="operator", agency_code="dpupr", now=city.clock.now())
    city.clock.forward(IDLE + IDLE)
    eko.says("/akses")
    told = eko.hears("Siapa boleh apa (3)").text

    assert told.count("Lebih dari 90 hari tidak bekerja") == 2
    assert "Joni · petugas" in told
    assert "Undangan sudah lebih dari 7 hari" in told
    assert f"Grup Dinas Perkim LH (perumahan, permukiman, lingkungan hidup) (telegram {GROUP})" in told
    assert "belum punya kepala" in told
    assert "Tidak ada pengelola kedua" in told

    eko.says(f"/akses cabut {number_of(city, 'Budi')}")
    eko.says("/akses")
    eko.hears("menerima laporan, tetapi tidak ada petugasnya")


def test_a_head_ends_a_right_in_the_own_agency_at_once_and_it_is_logged(city: City, hani: Person) -> None:
    budi, _ = city.officer("perkimlh", "Budi"), city.officer("dpupr", "Ani")
    number = files(city.citizen("whatsapp"))
    hani.says(f"/akses cabut {number_of(city, 'Ani')}")
    hani.hears("Tidak ada hak")
    hani.says(f"/akses cabut {number_of(city, 'Budi')}")
    hani.hears("Hak Budi sudah berakhir")
    budi.says(f"/ambil {number}")
    budi.hears("untuk petugas")

    with city.database.read() as session:
        row = session.exec(select(Audit).where(Audit.action == "staff.end")).one()
    assert (row.staff_id, row.object) == (number_of(city, "Hani"), f"staff:{number_of(city, 'Budi')}")


def test_the_last_admin_stays(city: City, eko: Person) -> None:
    eko.says(f"/akses cabut {number_of(city, 'Eko')}")
    eko.hears("pengelola yang terakhir")
    city.officer(None, "Dina", "admin")
    eko.says(f"/akses cabut {number_of(city, 'Eko')}")
    eko.hears("Hak Eko sudah berakhir")
    eko.says("/akses")

    eko.hears("untuk petugas")


@pytest.mark.parametrize("said", ["", "Budi", "²", "99999999999", "404"])
def test_a_right_is_named_by_its_number(city: City, eko: Person, said: str) -> None:
    eko.says(f"/akses cabut {said}")

    eko.hears("Tidak ada hak" if said == "404" else "Tulis nomornya")


@pytest.mark.parametrize("role", ["operator", "approver", "broadcaster", "steward"])
def test_others_do_not_review_access(city: City, role: str) -> None:
    other = city.officer("perkimlh", "Ani", role)
    other.says("/akses")

    other.hears("untuk petugas")


def test_access_is_not_reviewed_in_a_group(city: City, hani: Person) -> None:
    there = hani.in_group()
    there.says("/akses")

    there.hears("bukan di dalam grup")


def test_the_command_line_reviews_the_same(
    city: City, eko: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "config.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("UDAJANG_DATABASE__URL", city.database.url.render_as_string(hide_password=False))
    with pytest.raises(SystemExit, match="0"):
        cli.main(["staff", "review", "--json"])
    (shown,) = json.loads(capsys.readouterr().out)

    assert [(row["name"], row["role"], row["channels"]) for row in shown["people"]] == [("Eko", "admin", "telegram")]
    assert shown["concerns"] == [{"concern": "admin", "agency": None}]
    with pytest.raises(SystemExit, match="0"):
        cli.main(["staff", "review"])
    assert "There is no second administrator" in capsys.readouterr().out
