"""``udajang export complaints``: what is in the file, what is not, and who may have more."""

from __future__ import annotations

import csv
import json
import re
import shutil
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import select

from bot import cli
from handlers.city import City as Snapshot
from handlers.staff import export, export_sp4n, roster
from handlers.texts import Texts
from storage import roster as rows
from storage.database import Database
from storage.models import Audit
from tests.city import City
from tests.conftest import NOW
from tests.fakes import HandClock
from tests.stock import DAY, change, happened, put

Row = dict[str, str]


@pytest.fixture(scope="module")
def seeded(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Snapshot]:
    """A file with the city in it, to be copied, and the city."""
    path = tmp_path_factory.mktemp("seeded") / "template.db"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite:///{path}")
    city = City(database, HandClock(NOW))
    database.close()
    return path, city.snapshot


@pytest.fixture
def city(
    seeded: tuple[Path, Snapshot], clock: HandClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[City]:
    """A city with its database where the command line looks for it."""
    path, snapshot = seeded
    shutil.copy(path, tmp_path / "udajang.db")
    url = f"sqlite:///{tmp_path}/udajang.db"
    monkeypatch.setenv("UDAJANG_DATABASE__URL", url)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.toml").write_text("")
    database = Database(url)
    yield City(database, clock, snapshot)
    database.close()


@pytest.fixture
def number(city: City) -> str:
    """A complaint of Siti Rahmawati's, with her number in it."""
    siti = city.citizen("whatsapp", "Siti Rahmawati")
    siti.says("/menu")
    words = "=SUM(1) Hubungi Siti Rahmawati di 081234567890"
    wanted = put(city, words, created_at=NOW - 2 * DAY, lat=-0.46, lon=100.4, area_code="13.74.01.1001")
    happened(city, wanted, "replied", "staff", NOW)
    return wanted


def run(*arguments: str) -> int:
    """The exit code of the command."""
    try:
        cli.main(["export", "complaints", *arguments])
    except SystemExit as ended:
        return int(ended.code or 0)
    return 0


def exported(*arguments: str) -> list[Row]:
    assert run("--out", "out.csv", *arguments) == 0
    with Path("out.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def admin(city: City) -> str:
    """The staff number of an administrator."""
    city.officer(None, "Eko", "admin")
    with city.database.read() as session:
        return str(rows.everybody(session)[-1][0].id)


def test_a_complaint_is_a_row(city: City, number: str) -> None:
    (row,) = exported()

    assert row["number"] == number
    assert (row["category"], row["category_name"]) == ("lampu_jalan", "Lampu jalan")
    assert (row["agency"], row["area_name"]) == ("perkimlh", "Ganting")
    assert (row["latitude"], row["longitude"]) == ("-0.46", "100.4")
    assert row["filed_at"] == "2026-11-22T10:00:00+07:00"
    assert row["answered_at"] == "2026-11-24T10:00:00+07:00"
    assert row["hours_to_answer"] == "10.0"  # filed on a Sunday: Monday's 7.5 hours and 2.5 of Tuesday


def test_nothing_in_it_leads_to_the_person(city: City, number: str) -> None:
    (row,) = exported()

    assert not {"citizen_name", "citizen_address"} & set(row)
    for trace in ("Siti", "Rahmawati", "081234567890"):
        assert trace not in Path("out.csv").read_text()


def test_no_cell_is_a_formula(city: City, number: str) -> None:
    for words in ("+62", "-1", "@x", "\t=1", " =2", "＝3", "=cmd|' /C calc'!A0"):
        put(city, words)
    texts = [row["text"] for row in exported()]

    assert all(text.startswith("'") for text in texts)


def test_in_a_workbook_it_is_text_and_the_dictionary_is_the_second_sheet(city: City, number: str) -> None:
    assert run("--format", "xlsx", "--out", "out.xlsx") == 0
    with zipfile.ZipFile("out.xlsx") as book:
        names = re.findall(r'<sheet name="(\w+)"', book.read("xl/workbook.xml").decode())
        first, second = (book.read(f"xl/worksheets/sheet{place}.xml").decode() for place in (1, 2))

    assert names == ["complaints", "dictionary"]
    assert "<f>" not in first
    assert "=SUM(1) Hubungi" in first
    assert "hours_to_answer" in second


def test_json_lines_hold_words_as_they_are(city: City, number: str) -> None:
    assert run("--format", "jsonl", "--out", "out.jsonl") == 0
    (line,) = [json.loads(line) for line in Path("out.jsonl").read_text().splitlines()]

    assert line["text"].startswith("=SUM(1) Hubungi")
    assert line["latitude"] == -0.46
    assert line["closed_at"] is None


def test_days_and_an_agency_narrow_it_down(city: City, number: str) -> None:
    road = put(city, "Jalan berlubang", "jalan")

    assert [row["number"] for row in exported("--agency", "dpupr")] == [road]
    assert [row["number"] for row in exported("--since", "2026-11-23")] == [road]
    assert [row["number"] for row in exported("--until", "2026-11-22")] == [number]
    assert exported("--since", "2026-11-25") == []


def test_identities_are_for_those_who_may_and_written_down(city: City, number: str) -> None:
    asked = ("--identities", "--as", admin(city), "--reason", "audit BPK")
    (row,) = exported(*asked)

    assert (row["citizen_name"], row["citizen_channel"]) == ("Siti Rahmawati", "whatsapp")
    assert "081234567890" in row["text"]
    with city.database.read() as session:
        entry = session.exec(select(Audit).where(Audit.action == "export")).one()
    assert entry.detail["reason"] == "audit BPK"
    assert entry.detail["identities"]


@pytest.mark.parametrize("visibility", ["anonymous", "secret"])
def test_who_wished_to_stay_unknown_does(city: City, number: str, visibility: str) -> None:
    change(city, number, visibility=visibility)
    (row,) = exported("--identities", "--secret", "--as", admin(city), "--reason", "audit BPK")

    assert row["visibility"] == visibility
    assert row["citizen_name"] == row["citizen_address"] == row["latitude"] == ""
    assert "Rahmawati" not in row["text"]
    assert "081234567890" not in row["text"]


def test_secret_ones_are_left_out_unless_asked_for(city: City, number: str) -> None:
    change(city, number, visibility="secret")

    assert exported() == []
    assert len(exported("--secret", "--as", admin(city), "--reason", "audit BPK")) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("--identities",),
        ("--identities", "--as", "1"),
        ("--secret", "--as", "1", "--reason", " "),
        ("--format", "xlsx"),
        ("--format", "pdf"),
        ("--since", "gestern"),
    ],
)
def test_wrong_use_ends_with_2(city: City, arguments: tuple[str, ...]) -> None:
    assert run(*arguments) == 2


@pytest.mark.parametrize("role", ["operator", "head", "steward"])
def test_others_may_not_have_identities(city: City, number: str, role: str, capsys: pytest.CaptureFixture[str]) -> None:
    city.officer("perkimlh", "Budi", role)

    assert run("--identities", "--as", "1", "--reason", "mau tahu", "--out", "out.csv") == 1
    assert "may not take this out" in capsys.readouterr().err
    assert not Path("out.csv").exists()


def test_who_has_left_may_not_either(city: City, number: str) -> None:
    member = admin(city)
    with city.database.write() as session:
        roster.end(session, int(member), now=NOW)

    assert run("--secret", "--as", member, "--reason", "mau tahu", "--out", "out.csv") == 1


def test_a_head_takes_out_the_own_agencys_only(city: City, number: str) -> None:
    put(city, "Jalan berlubang", "jalan")
    city.officer("perkimlh", "Ani", "head")

    assert [row["number"] for row in exported("--as", "1")] == [number]
    assert run("--as", "1", "--agency", "dpupr", "--out", "out.csv") == 1


def test_an_agency_that_is_none_ends_with_1(city: City) -> None:
    assert run("--agency", "dinas-x", "--out", "out.csv") == 1
    assert run("--out", "no/such/folder/out.csv") == 1


def test_the_file_is_its_owners(city: City, number: str) -> None:
    exported()

    assert stat.S_IMODE(Path("out.csv").stat().st_mode) == 0o600
    assert [path.name for path in Path().glob("out*")] == ["out.csv"]


def test_without_a_file_it_goes_to_the_output(city: City, number: str, capsys: pytest.CaptureFixture[str]) -> None:
    run()
    told = capsys.readouterr()

    assert told.out.startswith("number,kind,status")
    assert number in told.out
    assert "1 complaints written" in told.err


def test_the_dictionary_explains_every_column(city: City, capsys: pytest.CaptureFixture[str]) -> None:
    run("--dictionary", "--identities", "--as", "1", "--reason", "x")
    explained = list(csv.DictReader(capsys.readouterr().out.splitlines()))

    assert [row["column"] for row in explained] == [column.name for column in export.columns(identities=True)]
    assert all(row["label_id"] and row["label_en"] and row["meaning"] for row in explained)


def test_the_documentation_has_the_dictionary_as_it_is() -> None:
    page = (Path(__file__).parents[2] / "docs/export.md").read_text("utf-8")
    written = re.findall(r"^\| `(\w+)` \| (.*?) \| (.*?) \| (.*?) \| (.*?) \|$", page, re.MULTILINE)

    assert written == [tuple(row) for row in export.dictionary(Texts(("id", "en")), export.columns(identities=True))]


def test_the_fields_of_sp4n_can_be_had_instead(city: City, number: str) -> None:
    change(city, number, sp4n_number="1916449", visibility="anonymous")
    (row,) = exported("--sp4n")

    assert (row["tracking_id"], row["nomor_asal"]) == ("1916449", number)
    assert (row["klasifikasi"], row["anonim"], row["rahasia"], row["status"]) == (
        "Pengaduan",
        "Ya",
        "Tidak",
        "Belum ditindaklanjuti",
    )
    assert row["lokasi"].endswith("Kelurahan Ganting")
    assert "081234567890" not in "".join(row.values())


def test_the_documentation_names_the_fields_of_sp4n() -> None:
    page = (Path(__file__).parents[2] / "docs/export.md").read_text("utf-8")
    names = re.findall(r"`(\w+)`", page.partition("## In SP4N-LAPOR!'s fields")[2].partition("\n## ")[0])

    assert [name for name in names if name != "sp4n"] == [column.name for column in export_sp4n.COLUMNS]
