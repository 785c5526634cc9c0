"""Answers kept in versions, and loaded from the city's files without undoing what was changed by hand."""

from __future__ import annotations

import csv
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session, select

from storage import answers, seed
from storage.answer_files import AnswerFile, cells, write
from storage.answer_rows import Knowledge
from storage.answers import UNVERIFIED, Content, State
from storage.database import Database
from storage.models import Agency, Answer, Office, Service
from tests.conftest import NOW

PADANG_PANJANG = Path(__file__).parents[2] / "seed" / "padang_panjang"
FILES = ("answers.csv", "services.toml", "offices.toml")
TODAY = NOW.date()
LOST = Content("ktp_hilang", "id", "KTP hilang", "Bawa surat kehilangan.", ("ktp ilang",), checked=TODAY)
HEAD = "key,title,body,language,agency,phrasings,source,checked,valid_until\n"
ROW = "a,Judul,Isi,id,dpupr,tanya apa|tanya ini,Sumber,2026-11-24,2027-01-01\n"
OTHER = "b,Judul b,Isi b,,,,dari ingatan,,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The city's files, with two answers of its own and nothing else that rests on answers."""
    folder = Path(shutil.copytree(PADANG_PANJANG, tmp_path / "seed"))
    for file in FILES:
        (folder / file).unlink()
    (folder / "answers.csv").write_text(HEAD + ROW + OTHER)
    return folder


def load(database: Database, folder: Path) -> tuple[int, int, int]:
    """Load the folder: answers added, changed, retired."""
    count = seed.load(database, folder, now=NOW).counts["answers"]
    return count.added, count.changed, count.retired


def put(database: Database, *contents: Content) -> answers.Changes:
    """Change answers by hand."""
    with database.write() as session:
        return answers.put(session, contents, now=NOW)


def one(session: Session, key: str) -> Answer:
    """The only row of the key."""
    (row,) = answers.by_key(session, key)
    return row


def body(database: Database, key: str) -> str:
    """What the answer says."""
    with database.read() as session:
        return one(session, key).body


def test_each_change_is_a_version_and_what_is_the_same_is_none(database: Database) -> None:
    put(database, LOST)
    same = put(database, LOST)
    later = Content(LOST.key, "id", LOST.title, "Bawa KK.", LOST.phrasings, checked=TODAY)
    changed = put(database, later)
    with database.write() as session:
        answers.remove(session, answers.by_key(session, LOST.key), now=NOW + timedelta(days=1))
    put(database, LOST)

    assert (same.same, changed.changed) == (1, 1)
    with database.read() as session:
        kept = answers.versions(session, one(session, LOST.key).id or 0)
    assert [(each.version, each.body, each.active) for each in kept] == [
        (1, LOST.body, True),
        (2, "Bawa KK.", True),
        (3, "Bawa KK.", False),
        (4, LOST.body, True),
    ]


def test_every_change_is_noticed_by_the_revision(sqlite_database: Database) -> None:
    seen = []
    for content in (LOST, Content("b", "id", "B", "Isi b")):
        put(sqlite_database, content)
        with sqlite_database.read() as session:
            seen.append(answers.revision(session))

    assert len({"", *seen}) == 3


def test_a_draft_is_one_by_its_source_and_is_not_published(sqlite_database: Database) -> None:
    put(sqlite_database, Content("a", "id", "A", "Isi", source="petugas", checked=TODAY, published=False))
    put(sqlite_database, Content("b", "id", "B", "Isi", source=f"{UNVERIFIED} petugas"))
    with sqlite_database.read() as session:
        draft, shown = one(session, "a"), one(session, "b")
        published = [row.key for row in answers.published(session)]

    assert (draft.source, draft.checked) == (f"{UNVERIFIED} petugas", None)
    assert answers.is_draft(draft.source, draft.checked)
    assert shown.source == "petugas"
    assert published == ["b"]


def test_an_answer_expires_after_its_last_day(sqlite_database: Database) -> None:
    put(sqlite_database, Content("a", "id", "A", "Isi", valid_until=TODAY))
    with sqlite_database.read() as session:
        row = one(session, "a")

    assert answers.state(row, TODAY) is State.PUBLISHED
    assert answers.state(row, TODAY + timedelta(days=1)) is State.EXPIRED


def test_phrasings_are_kept_once_each_and_never_hold_what_parts_them(sqlite_database: Database) -> None:
    put(sqlite_database, Content("a", "id", "A", "Isi", phrasings=(" ktp  ilang", "ktp ilang", "", "kk|ktp")))
    with sqlite_database.read() as session:
        assert one(session, "a").phrasings == ["ktp ilang", "kk ktp"]


def test_what_was_changed_by_hand_stays_until_its_row_in_the_file_changes(database: Database, folder: Path) -> None:
    first = load(database, folder)
    put(database, Content("a", "id", "Judul", "Dari petugas", checked=TODAY))
    with database.write() as session:
        answers.remove(session, answers.by_key(session, "b"), now=NOW)
    again = load(database, folder)
    kept = body(database, "a")
    with database.read() as session:
        removed = answers.by_key(session, "b")
    (folder / "answers.csv").write_text(HEAD + ROW.replace("Isi", "Isi baru") + OTHER.replace("Isi b", "Isi c"))
    changed = load(database, folder)

    assert (first, again, changed) == ((2, 0, 0), (0, 0, 0), (0, 2, 0))
    assert (kept, removed) == ("Dari petugas", [])
    assert (body(database, "a"), body(database, "b")) == ("Isi baru", "Isi c")


def test_what_leaves_the_file_is_retired_and_may_come_back(database: Database, folder: Path) -> None:
    load(database, folder)
    (folder / "answers.csv").write_text(HEAD + ROW)
    gone = load(database, folder)
    still = load(database, folder)
    (folder / "answers.csv").write_text(HEAD + ROW + OTHER)
    back = load(database, folder)

    assert (gone, still, back) == ((0, 0, 1), (0, 0, 0), (0, 1, 0))
    assert body(database, "b") == "Isi b"


def test_an_answer_made_here_is_not_taken_over_by_a_row_of_the_same_key(
    sqlite_database: Database, folder: Path
) -> None:
    put(sqlite_database, Content("a", "id", "Judul", "Dari petugas"))
    load(sqlite_database, folder)

    assert body(sqlite_database, "a") == "Dari petugas"


def test_a_row_without_a_day_is_a_draft(sqlite_database: Database, folder: Path) -> None:
    load(sqlite_database, folder)
    with sqlite_database.read() as session:
        row = one(session, "b")

    assert (row.published, row.source, row.language) == (False, f"{UNVERIFIED} dari ingatan", "id")


def test_padang_panjangs_answers_come_out_as_they_went_in(database: Database) -> None:
    """Nothing is lost on the way through the tables, and loading again changes nothing."""
    first = seed.load(database, PADANG_PANJANG, now=NOW)
    again = seed.load(database, PADANG_PANJANG, now=NOW)
    with database.read() as session:
        codes = {agency.id or 0: agency.code for agency in session.exec(select(Agency))}
        written = write(cells(row, codes) for row in answers.every(session))
    with (PADANG_PANJANG / "answers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))

    assert list(csv.reader(written.splitlines(keepends=True))) == rows
    assert not again.changed
    assert [first.counts[name].added > 0 for name in ("answers", "services", "offices")] == [True] * 3


def test_services_and_offices_follow_their_files(database: Database, folder: Path) -> None:
    offices = '[satu]\nagency = "dpupr"\nnames.id = "Satu"\npin = [-0.46, 100.4]\nphone = "0752-1"\naddress = "Jalan"\n'
    (folder / "offices.toml").write_text(offices)
    service = '[buat]\nagency = "dpupr"\noffice = "satu"\nanswer = "a"\nnames.id = "Buat"\nrequirements = ["KTP"]\n'
    (folder / "services.toml").write_text(service + 'fee = { id = "gratis", en = "free" }\n')
    seed.load(database, folder, now=NOW)
    with database.read() as session:
        made, place = session.exec(select(Service)).one(), session.exec(select(Office)).one()
    (folder / "offices.toml").write_text(offices.replace("satu", "dua").replace("Jalan", "Jalan Baru"))
    (folder / "services.toml").write_text(service.replace("satu", "dua") + "verified = false\n")
    report = seed.load(database, folder, now=NOW)

    assert (made.requirements, made.steps, made.fee) == ({"id": ["KTP"]}, None, {"id": "gratis", "en": "free"})
    assert (made.office_code, made.answer_key, place.lat, place.lon) == ("satu", "a", -0.46, 100.4)
    counts = report.counts
    assert (counts["services"].changed, counts["offices"].added, counts["offices"].retired) == (1, 1, 1)
    with database.read() as session:
        assert session.exec(select(Office.code)).all() == ["dua"]


def test_every_mistake_in_the_files_is_named_by_its_place(sqlite_database: Database, folder: Path) -> None:
    (folder / "answers.csv").write_text(HEAD + "a,,Isi,id,nowhere,,,24/11/2026,\n" + "c,J,I,id,nowhere,,,,\n")
    (folder / "offices.toml").write_text('[o]\nagency = "nowhere"\nnames.id = "O"\npin = [100.4, -0.4]\n')
    (folder / "services.toml").write_text('[s]\nagency = "dpupr"\noffice = "x"\nanswer = "y"\nnames.en = "S"\n')
    with pytest.raises(seed.SeedError) as caught:
        seed.load(sqlite_database, folder, now=NOW)
    told = "\n".join(caught.value.mistakes)

    for said in (
        "answers.csv: row 2: title: is empty",
        "answers.csv: row 2: checked: 24/11/2026 is no day",
        "answers.csv: row 3: agency: nowhere is not in agencies.toml",
        "offices.toml: o.pin: lies outside Indonesia",
        "services.toml: s.office: x is not in offices.toml",
        "services.toml: s.answer: y is no key in answers.csv",
        "services.toml: s.names: lacks the Indonesian name",
    ):
        assert said in told


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("key,title\na,b\n", "row 1: body: this column is missing"),
        ("key;title;body\n", "row 1: has ; between the columns"),
        ("key,title,body,titel\n", "row 1: titel: is no column"),
        ("key,title,body,key\n", "row 1: key: this column is there twice"),
        ("key,title,body\na,b\n", "row 2: has 2 cells, the heading 3"),
        ('key,title,body\na,b,c\nd,"e"f,g\n', "row 3: cannot be read"),
        ("key,title,body\n\na b,c,d\n", "row 3: key: must have no spaces"),
        ("key,title,body\n-,c,d\n", "row 2: key: must have"),
        ("key,title,body\n/a/,c,d\n", "row 2: key: must have"),
        ("key,title,body\na,c,d\na,e,f\n", "row 3: key: a (id) is in row 2 already"),
        ("key,title,body,language\na,c,d,xx\n", "row 2: language: xx is no language here"),
        ("key,title,body,checked,valid_until\na,c,d,2026-02-01,2026-01-01\n", "row 2: valid_until: is before checked"),
        ("key,title,body\na," + 201 * "c" + ",d\n", "row 2: title: has 201 characters"),
        ("key,title,body\na,c,d\0\n", "row 2: body: holds a character (NUL)"),
    ],
)
def test_a_mistake_is_told_by_row_and_column(data: str, said: str) -> None:
    file = AnswerFile(data.encode(), language="id")

    (mistake,) = file.mistakes
    assert str(mistake).startswith(said)


def test_an_agency_that_is_not_there_is_remarked_and_left_out() -> None:
    data = b"key,title,body,agency\na,c,d,Polres\nb,c,d,Dinas PUPR\n"
    file = AnswerFile(data, language="id", known=Knowledge(agencies={"dinas pupr": "dpupr"}))

    assert [str(each) for each in file.remarks] == ["row 2: agency: there is no agency Polres: left without an owner"]
    assert ([row.agency for row in file.rows], file.mistakes) == (["", "dpupr"], [])


def test_a_file_that_is_not_utf8_is_told_with_its_line() -> None:
    file = AnswerFile("key,title,body\na,b,é\n".encode("latin-1"), language="id")

    assert [str(mistake) for mistake in file.mistakes] == [
        "row 2: is not UTF-8 (counted in lines): save the file as CSV UTF-8"
    ]


def test_only_three_columns_are_needed_and_a_mark_at_the_beginning_is_no_matter() -> None:
    file = AnswerFile('\ufeffbody,key,title\r\n"Satu,\r\ndua",a, Judul \r\n'.encode(), language="min")

    (row,) = file.rows
    assert (row.key, row.title, row.body, row.language) == ("a", "Judul", "Satu,\ndua", "min")
    assert row.content({}).published
    assert row.valid_until is None
    assert row.hash != AnswerFile(b"key,title,body\na,J,I\n", language="min").rows[0].hash
    assert row.checked is None
