"""A city's files in the tables: loaded again and again, and refused with every mistake named."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from storage import seed
from storage.database import Database
from storage.models import Agency, Area, CalendarDay, Category, Citizen, Complaint, EmergencyNumber, Setting

PADANG_PANJANG = Path(__file__).parents[2] / "seed" / "padang_panjang"
OF_ANSWERS = ("answers", "services", "offices")  # see test_answers.py
NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
SQUARE = [[[100.4, -0.5], [100.5, -0.5], [100.5, -0.4], [100.4, -0.4], [100.4, -0.5]]]

AGENCIES = """
[works]
names = { id = "Pekerjaan Umum", en = "Public Works" }
[trade]
names = { id = "Perdagangan" }
verified = false
"""
CATEGORIES = """
[road]
agency = "works"
names = { id = "Jalan" }
keywords = ["jalan rusak"]
hints = ["lubang"]
[market]
agency = "trade"
names = { id = "Pasar" }
keywords = ["pasar"]
visibility = "anonymous"
"""
AREAS = """code,name,level,parent_code,postal_code,bps_code
13.74.01.1001,Ganting,kelurahan,13.74.01,27127,1374020006
13.74.01,Timur,kecamatan,13.74,,
13.74,Kota,kota,,,1374
"""
EMERGENCY = """
[general]
number = "112"
names = { id = "Darurat" }
words = ["gempa"]
not_words = ["tahun lalu"]
source = "the city"
checked = 2026-11-24
"""
ALIASES = '"13.74.01.1001" = ["Gantiang"]\n'
CALENDAR = '2026-12-01 = { working = false, name = "Hari jadi kota" }\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files of a very small city."""
    path = tmp_path / "town"
    path.mkdir()
    write(path, "agencies.toml", AGENCIES)
    write(path, "categories.toml", CATEGORIES)
    write(path, "areas.csv", AREAS)
    write(path, "areas.geojson", outline("13.74.01.1001"))
    write(path, "aliases.toml", ALIASES)
    write(path, "emergency.toml", EMERGENCY)
    write(path, "calendar.toml", CALENDAR)
    return path


def write(folder: Path, file: str, text: str) -> None:
    """Write one of the files."""
    (folder / file).write_text(text, encoding="utf-8")


def outline(code: str, kind: str = "Polygon", coordinates: object = SQUARE) -> str:
    """A GeoJSON file of one area."""
    geometry = {"type": kind, "coordinates": coordinates}
    feature = {"type": "Feature", "properties": {"code": code}, "geometry": geometry}
    return json.dumps({"type": "FeatureCollection", "features": [feature]})


def load(database: Database, folder: Path, now: datetime = NOW) -> seed.SeedReport:
    """Load the folder."""
    return seed.load(database, folder, now=now)


def mistakes(database: Database, folder: Path) -> list[str]:
    """What is said about a folder with mistakes."""
    with pytest.raises(seed.SeedError) as caught:
        load(database, folder)
    return caught.value.mistakes


def test_padang_panjang_is_loaded_whole(database: Database) -> None:
    report = load(database, PADANG_PANJANG)

    assert {name: count.added for name, count in report.counts.items() if name not in OF_ANSWERS} == {
        "agencies": 26,
        "categories": 36,
        "areas": 19,
        "routing rules": 4,
        "emergency numbers": 4,
        "calendar days": 0,
        "seasons": 0,
        "deadlines": 1,
        "replies and macros": 12,
    }
    with database.read() as session:
        assert not seed.is_empty(session)


def test_the_agencies_whose_names_are_not_confirmed_are_named(database: Database) -> None:
    assert set(load(database, PADANG_PANJANG).unverified) == {
        "perdagangan",
        "dpmptsp",
        "pangan_tani",
        "dishub",
        "porapar",
        "perpustakaan",
        "air_minum",
    }


def test_nothing_is_loaded_at_first(database: Database) -> None:
    with database.read() as session:
        assert seed.is_empty(session)


def test_loading_twice_changes_nothing(database: Database, folder: Path) -> None:
    load(database, folder)
    again = load(database, folder)

    assert not again.changed
    assert {count.total for count in again.counts.values()} == {0, 1, 2, 3}


def test_what_is_written_reaches_the_tables(database: Database, folder: Path) -> None:
    load(database, folder)

    with database.read() as session:
        road = session.exec(select(Category).where(Category.code == "road")).one()
        market = session.exec(select(Category).where(Category.code == "market")).one()
        area = session.get(Area, "13.74.01.1001")
        day = session.get(CalendarDay, date(2026, 12, 1))
        number = session.exec(select(EmergencyNumber)).one()
    assert (road.keywords, road.position, road.visibility) == (["jalan rusak", "~lubang"], 0, "public")
    assert (market.position, market.visibility) == (1, "anonymous")
    assert area is not None
    assert (area.parent_code, area.aliases) == ("13.74.01", ["Gantiang"])
    assert area.outline == {"type": "Polygon", "coordinates": SQUARE}
    assert day is not None
    assert not day.working
    assert number.words == ["gempa", "!tahun lalu"]


def test_a_change_is_carried_over_and_moves_the_revision(database: Database, folder: Path) -> None:
    before = load(database, folder).revision
    write(folder, "categories.toml", CATEGORIES.replace('"jalan rusak"', '"jalan", "aspal"'))
    report = load(database, folder)

    assert report.counts["categories"].changed == 1
    assert report.revision != before
    with database.read() as session:
        assert session.get(Setting, "seed_revision") == Setting(name="seed_revision", value=report.revision)
        assert session.exec(select(Category.keywords).where(Category.code == "road")).one() == [
            "jalan",
            "aspal",
            "~lubang",
        ]


def test_the_revision_stays_while_the_files_do(database: Database, folder: Path) -> None:
    assert load(database, folder).revision == load(database, folder).revision


def test_what_is_gone_from_the_files_is_taken_out_of_use(database: Database, folder: Path) -> None:
    load(database, folder)
    write(folder, "agencies.toml", AGENCIES.split("[trade]")[0])
    write(folder, "categories.toml", CATEGORIES.split("[market]")[0])
    report = load(database, folder)

    assert (report.counts["agencies"].retired, report.counts["categories"].retired) == (1, 1)
    with database.read() as session:
        assert session.exec(select(Category.active).where(Category.code == "market")).one() is False
        assert session.exec(select(Agency).where(Agency.code == "trade")).one().active_until == NOW.date()


def test_what_comes_back_into_the_files_is_in_use_again(database: Database, folder: Path) -> None:
    load(database, folder)
    write(folder, "categories.toml", CATEGORIES.split("[market]")[0])
    load(database, folder)
    write(folder, "categories.toml", CATEGORIES)
    load(database, folder)

    with database.read() as session:
        assert session.exec(select(Category.active).where(Category.code == "market")).one() is True


def test_an_area_a_complaint_lies_in_is_never_deleted(database: Database, folder: Path) -> None:
    load(database, folder)
    file_complaint(database, "13.74.01.1001")
    write(folder, "areas.csv", "code,name,level,parent_code,postal_code,bps_code\n13.74,Kota,kota,,,\n")
    write(folder, "areas.geojson", '{"features": []}')
    write(folder, "aliases.toml", "")
    load(database, folder)

    with database.read() as session:
        assert session.get(Area, "13.74.01.1001") is not None
        assert session.get(Area, "13.74.01") is not None


def test_an_area_nothing_refers_to_goes(database: Database, folder: Path) -> None:
    load(database, folder)
    write(folder, "areas.csv", "code,name,level,parent_code,postal_code,bps_code\n13.74,Kota,kota,,,\n")
    write(folder, "areas.geojson", '{"features": []}')
    write(folder, "aliases.toml", "")

    assert load(database, folder).counts["areas"].retired == 2


def test_a_number_gone_from_the_files_goes(database: Database, folder: Path) -> None:
    load(database, folder)
    write(folder, "emergency.toml", EMERGENCY.replace("[general]", "[other]"))
    load(database, folder)

    with database.read() as session:
        assert [row.code for row in session.exec(select(EmergencyNumber))] == ["other"]


def test_a_day_the_operator_set_stays(database: Database, folder: Path) -> None:
    load(database, folder)
    with database.write() as session:
        session.add(CalendarDay(date=date(2026, 12, 24), working=True))
    load(database, folder)

    with database.read() as session:
        assert session.get(CalendarDay, date(2026, 12, 24)) is not None


MISTAKES = [
    ("categories.toml", '"works"', '"work"', "categories.toml: road.agency: work is not in agencies.toml"),
    (
        "categories.toml",
        "keywords",
        "keyword",
        "categories.toml: road.keyword: is not known here: remove it or correct",
    ),
    ("categories.toml", '["jalan rusak"]', '"jalan"', "categories.toml: road.keywords: must be a list"),
    (
        "categories.toml",
        '"anonymous"',
        '"hidden"',
        "categories.toml: market.visibility: input should be 'public', 'ano",
    ),
    ("categories.toml", '"jalan rusak"', '""', "categories.toml: road.keywords.0: is empty"),
    ("categories.toml", "[road]", "[Road 1]", "categories.toml: cannot be read"),
    ("categories.toml", "[road]", "[Road]", "categories.toml: Road: must be 1 to 40 small letters"),
    (
        "categories.toml",
        '{ id = "Jalan" }',
        '{ en = "Road" }',
        "categories.toml: road.names: lacks the Indonesian name",
    ),
    ("agencies.toml", '"Public Works"', "5", "agencies.toml: works.names.en: must be text"),
    ("agencies.toml", "en =", "english =", "agencies.toml: works.names.english: is no language"),
    ("agencies.toml", "verified = false", 'verified = "no"', "agencies.toml: trade.verified: must be true or false"),
    ("agencies.toml", "verified = false", 'active_until = "x"', "agencies.toml: trade.active_until: must be a date"),
    (
        "agencies.toml",
        "verified = false",
        "active_until = 2026-01-01",
        "categories.toml: market.agency: trade does not",
    ),
    ("agencies.toml", "verified = false", "active_from = 2027-01-01", "categories.toml: market.agency: trade does not"),
    (
        "agencies.toml",
        '"Perdagangan" }',
        '"Perdagangan"',
        "agencies.toml: cannot be read, look for a missing quotation",
    ),
    ("areas.csv", "27127", "2712", "areas.csv: row 2.postal_code: must have 5 digits"),
    ("areas.csv", "kecamatan,13.74,", "kecamatan,,", "areas.csv: 13.74.01.parent_code: is empty"),
    ("areas.csv", "kecamatan,13.74,", "kecamatan,13.75,", "areas.csv: 13.74.01.parent_code: 13.75 has no row"),
    ("areas.csv", "kecamatan", "desa", "areas.csv: row 3.level: input should be 'kota', 'kecamatan' or 'kelurahan'"),
    ("areas.csv", ",Ganting", ",", "areas.csv: row 2.name: is empty"),
    ("areas.csv", "13.74,Kota", "13.74.01,Kota", "areas.csv: row 4: code 13.74.01 is there already"),
    ("areas.csv", "postal_code", "zip", "areas.csv: row 2.postal_code: is missing: add it"),
    ("areas.csv", "13.74.01.1001", "Ganting", "areas.csv: row 2.code: must be a code like 13.74.01.1001"),
    ("areas.csv", "13.74.01.1001,", "13.74.01.1002,", "areas.geojson: 13.74.01.1002: has no outline: draw Ganting"),
    ("areas.csv", "13.74.01.1001,", "13.74.01.1002,", "areas.geojson: 13.74.01.1001: has no row in areas.csv"),
    ("aliases.toml", "1001", "1009", "aliases.toml: 13.74.01.1009: has no row in areas.csv"),
    ("areas.geojson", "Polygon", "Point", "areas.geojson: 13.74.01.1001: is a Point: draw a Polygon"),
    ("areas.geojson", "100.4", "0.4", "areas.geojson: 13.74.01.1001: lies outside Indonesia: write longitude first"),
    ("areas.geojson", '"code"', '"kode"', 'areas.geojson: feature 1: needs "properties" with a "code"'),
    ("areas.geojson", '"features"', '"parts"', "areas.geojson: 13.74.01.1001: has no outline"),
    ("areas.geojson", json.dumps(SQUARE), '"x"', "areas.geojson: 13.74.01.1001: lies outside Indonesia"),
    ("areas.geojson", json.dumps(SQUARE), "[]", "areas.geojson: 13.74.01.1001: lies outside Indonesia"),
    ("emergency.toml", '"112"', '"call us"', "emergency.toml: general.number: must be a telephone number"),
    ("emergency.toml", 'source = "the city"', "", "emergency.toml: general.source: is missing: add it"),
    ("emergency.toml", EMERGENCY, "", "emergency.toml: holds no number"),
    ("calendar.toml", "2026-12-01", "soon", "calendar.toml: soon: input should be a valid date"),
    ("calendar.toml", "false", '"no"', "calendar.toml: 2026-12-01.working: must be true or false"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), MISTAKES)
def test_a_mistake_is_named_with_its_place_and_the_mend(
    sqlite_database: Database, folder: Path, file: str, old: str, new: str, said: str
) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    write(folder, file, text.replace(old, new))

    assert any(line.startswith(said) for line in mistakes(sqlite_database, folder))


def test_an_agency_that_ends_before_it_begins_is_a_mistake(sqlite_database: Database, folder: Path) -> None:
    dates = "active_from = 2026-02-01\nactive_until = 2026-01-01"
    write(folder, "agencies.toml", AGENCIES.replace("verified = false", dates))

    assert "agencies.toml: trade.active_until: is before active_from: correct one of the two" in mistakes(
        sqlite_database, folder
    )


def test_all_mistakes_are_told_at_once(sqlite_database: Database, folder: Path) -> None:
    write(folder, "agencies.toml", AGENCIES.replace("verified", "verifed"))
    write(folder, "areas.csv", AREAS.replace("27127", "1"))

    assert {line.split(":")[0] for line in mistakes(sqlite_database, folder)} >= {"agencies.toml", "areas.csv"}


def test_a_folder_with_mistakes_leaves_the_tables_as_they_were(database: Database, folder: Path) -> None:
    load(database, folder)
    write(folder, "agencies.toml", AGENCIES.replace("Pekerjaan", "Lain"))
    write(folder, "calendar.toml", "x")
    mistakes(database, folder)

    with database.read() as session:
        assert session.exec(select(Agency.names).where(Agency.code == "works")).one()["id"] == "Pekerjaan Umum"


def test_a_missing_file_is_named(sqlite_database: Database, folder: Path) -> None:
    (folder / "emergency.toml").unlink()

    assert mistakes(sqlite_database, folder)[0].startswith("emergency.toml: is missing: copy it")


def test_a_folder_that_is_not_there_is_seven_missing_files(sqlite_database: Database, tmp_path: Path) -> None:
    assert len(mistakes(sqlite_database, tmp_path / "nowhere")) >= 7


def test_a_file_saved_by_a_spreadsheet_with_a_byte_order_mark_is_read(database: Database, folder: Path) -> None:
    write(folder, "areas.csv", "\ufeff" + AREAS)

    assert load(database, folder).counts["areas"].added == 3


def test_the_shipped_folder_may_be_copied_for_another_city(sqlite_database: Database, tmp_path: Path) -> None:
    shutil.copytree(PADANG_PANJANG, tmp_path / "other")

    assert load(sqlite_database, tmp_path / "other", NOW + timedelta(days=1)).changed


def file_complaint(database: Database, area_code: str) -> None:
    """Let a citizen complain about something in an area."""
    with database.write() as session:
        citizen = Citizen(created_at=NOW)
        session.add(citizen)
        session.flush()
        category = session.exec(select(Category)).first()
        assert category is not None
        assert category.id is not None
        assert citizen.id is not None
        session.add(
            Complaint(
                visibility="public",
                citizen_id=citizen.id,
                category_id=category.id,
                agency_id=category.agency_id,
                text="x",
                area_code=area_code,
                channel="console",
                due_on=NOW.date(),
                created_at=NOW,
                updated_at=NOW,
            )
        )
