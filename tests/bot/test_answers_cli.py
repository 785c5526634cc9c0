"""Answers from the command line: in and out as files, listed, held to questions."""

from __future__ import annotations

import csv
import datetime as dt
import json
import re
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from tests.bot.test_cli import Shell, logging_restored, shell

__all__ = ["logging_restored", "shell"]  # the fixtures

METRICS = ["top1", "top3", "wrong", "refused", "ms_p50", "ms_p99"]
FAQ = """key,title,body,phrasings
ktp-hilang,KTP hilang,Bawa surat kehilangan dari polisi ke Disdukcapil.,ktp ilang|kehilangan ktp
puskesmas,Jam buka puskesmas,Puskesmas buka pagi.,jam bara puskesmas tutuik
pbb,Bayar PBB,Bayar di bank.,cara bayar pajak bumi dan bangunan
"""
QUESTIONS = "ktp ilang gmn min\tktp-hilang\nkehilangan ktp\t/surat kehilangan/\nresep rendang padang\t-\n"


@pytest.fixture
def city(shell: Shell) -> Shell:
    """A city that has agencies but no answers: no command was needed for it."""
    (shell.folder / "config.toml").write_text('[city]\nseed = "seed"\n')
    seed = Path(__file__).parents[2] / "seed" / "padang_panjang"
    (shell.folder / "seed").mkdir()
    for file in seed.iterdir():
        if file.name not in ("answers.csv", "services.toml", "offices.toml"):
            (shell.folder / "seed" / file.name).write_bytes(file.read_bytes())
    write(shell, "faq.csv", FAQ)
    return shell


def write(shell: Shell, name: str, text: str) -> str:
    """A file in the folder in which commands run."""
    (shell.folder / name).write_text(text, encoding="utf-8")
    return name


def test_a_file_of_three_columns_is_imported_published_and_found(city: Shell) -> None:
    city.done("answers", "import", "faq.csv")
    lines = city.done("answers", "test", write(city, "q.tsv", QUESTIONS)).splitlines()

    assert [line.split()[0] for line in lines] == METRICS
    assert lines[:4] == ["top1 1.000", "top3 1.000", "wrong 0.000", "refused 1.000"]
    assert all(re.fullmatch(r"ms_p\d\d \d+\.\d{3}", line) for line in lines[4:])


def test_the_figures_and_misses_come_as_json_too(city: Shell) -> None:
    city.done("answers", "import", "faq.csv")
    questions = write(city, "q.tsv", "kehilangan ktp\tpbb\n")
    told = json.loads(city.done("answers", "test", questions, "--json", "--show-misses"))
    plain = city.done("answers", "test", questions, "--show-misses").splitlines()

    assert [name for name in told if name != "misses"] == METRICS
    assert (told["top1"], told["refused"]) == (0, None)
    (miss,) = told["misses"]
    assert (miss["question"], miss["expected"], miss["found"][0]["key"]) == ("kehilangan ktp", "pbb", "ktp-hilang")
    assert plain[6].startswith("miss\tkehilangan ktp\texpected pbb\tanswer\tktp-hilang ")


def test_a_dry_run_changes_nothing(city: Shell) -> None:
    said = city.done("answers", "import", "faq.csv", "--dry-run")

    assert said == "added 3, changed 0, same 0, removed 0; only tried, nothing imported\n"
    assert json.loads(city.done("answers", "list", "--json")) == []
    assert "no answer is published" in city.refused("answers", "test", write(city, "q.tsv", QUESTIONS))


def test_every_mistake_is_told_and_nothing_imported(city: Shell) -> None:
    wrong = write(city, "wrong.csv", FAQ + ",ohne,Isi,\npbb,PBB,Isi,\n")
    code, _, error = city.run("answers", "import", wrong)

    assert code == 1
    assert error.splitlines() == [
        "udajang: wrong.csv: row 5: key: is empty: write something",
        "udajang: wrong.csv: row 6: key: pbb (id) is in row 4 already: keep one of the two",
        "udajang: wrong.csv: 2 mistakes, nothing imported",
    ]
    assert "None yet" in city.done("answers", "list")


def test_an_agency_may_be_named_by_its_name(city: Shell) -> None:
    rows = "key,title,body,agency\na,A,Isi,DISDUKCAPIL\nb,B,Isi,dinas kesehatan\n"
    city.done("answers", "import", write(city, "faq.csv", rows))

    assert [row["agency"] for row in json.loads(city.done("answers", "list", "--json"))] == ["disdukcapil", "dinkes"]


def test_replacing_makes_the_file_all_there_is(city: Shell) -> None:
    city.done("answers", "import", "faq.csv")
    less = write(city, "less.csv", "key,title,body\npbb,Bayar PBB,Bayar daring.\n")
    changes = json.loads(city.done("answers", "import", less, "--replace", "--json"))

    assert changes == {"added": 0, "changed": 1, "same": 0, "removed": 2, "dry_run": False}
    (row,) = json.loads(city.done("answers", "list", "--json"))
    assert (row["key"], row["version"], row["state"], row["phrasings"]) == ("pbb", 2, "published", 0)


def test_what_is_exported_is_imported_as_the_same(city: Shell) -> None:
    rows = 'a,A,"=1, ""dua""\n- tiga",en,dpupr,x|y,Perda 1/2020,2020-01-01,2020-12-31\n'
    rows += "b,B,Isi,min,,,belum diverifikasi: ingatan,,\n"
    heading = "key,title,body,language,agency,phrasings,source,checked,valid_until\n"
    city.done("answers", "import", write(city, "given.csv", heading + rows))
    first = city.done("answers", "export")
    again = write(city, "again.csv", first)
    changes = city.done("answers", "import", again, "--replace")

    assert first == heading + rows
    assert changes == "added 0, changed 0, same 2, removed 0\n"
    listed = json.loads(city.done("answers", "list", "--json"))
    assert [row["state"] for row in listed] == ["expired", "draft"]


def test_an_export_goes_to_a_file_or_a_workbook(city: Shell) -> None:
    city.done("answers", "import", "faq.csv")
    said = city.done("answers", "export", "--out", "out.csv")
    city.done("answers", "export", "--format", "xlsx", "--out", "out.xlsx")

    assert said == "3 answers written to out.csv\n"
    with (city.folder / "out.csv").open(encoding="utf-8", newline="") as file:
        assert [row["key"] for row in csv.DictReader(file)] == ["ktp-hilang", "puskesmas", "pbb"]
    with zipfile.ZipFile(city.folder / "out.xlsx") as book:
        assert "Jam buka puskesmas" in book.read("xl/worksheets/sheet1.xml").decode()
    city.refused("answers", "export", "--format", "xlsx", code=2)


RICH = """key,title,body,language,agency,phrasings,source,checked,valid_until,action
a,A,"=1, ""dua""
- tiga",en,dpupr,x|y,Perda 1/2020,2026-01-01,2027-12-31,https://contoh.go.id/a?b=1
Besar/kecil,B,"<b>Isi</b> & isi
+++
[lagi]",min,,,"belum diverifikasi: ""ingatan""\\",,,
Besar/kecil,B,Isi,id,,,Sumber,,,/lapor
"""


@pytest.mark.parametrize("kind", ["csv", "xlsx", "md"])
def test_every_format_comes_back_as_it_went_out(city: Shell, kind: str) -> None:
    city.done("answers", "import", write(city, "rich.csv", RICH))
    said = city.done("answers", "export", "--format", kind, "--out", f"out.{kind}")
    tried = city.done("answers", "import", f"out.{kind}", "--replace", "--dry-run")
    city.done("answers", "import", write(city, "other.csv", "key,title,body\nc,C,D\n"), "--replace")
    city.done("answers", "import", f"out.{kind}", "--replace")

    assert said == f"3 answers written to out.{kind}\n"
    assert tried == "added 0, changed 0, same 3, removed 0; only tried, nothing imported\n"
    assert city.done("answers", "export") == RICH


def test_an_action_must_be_one_that_can_be_done(city: Shell) -> None:
    rows = "key,title,body,action\na,A,B,/nirgends\nb,A,B,service:keins\nc,A,B,www.contoh.id\nd,A,B,tel:112\n"
    code, _, error = city.run("answers", "import", write(city, "wrong.csv", rows))

    assert code == 1
    assert [line.removeprefix("udajang: wrong.csv: ")[:40] for line in error.splitlines()[:3]] == [
        "row 2: action: there is no command /nirg",
        "row 3: action: there is no service keins",
        "row 4: action: must be a command like /l",
    ]


def test_a_file_without_actions_leaves_them_as_they_are(city: Shell) -> None:
    city.done("answers", "import", write(city, "with.csv", "key,title,body,action\na,A,B,/lapor\n"))
    city.done("answers", "import", write(city, "without.csv", "key,title,body\na,A,C\n"))

    assert city.done("answers", "export").splitlines()[1] == "a,A,C,id,,,,,,/lapor"


def test_a_folder_tells_mistakes_by_file_and_line(city: Shell) -> None:
    folder = city.folder / "faq"
    folder.mkdir()
    (folder / "README.md").write_text("# Not an answer")
    (folder / "a.md").write_text('+++\nkey = "a"\ntitle = "A"\nchecked = 2026-13-01\n+++\nIsi\n')
    (folder / "b.md").write_text('+++\nkey = "b"\ntitle = "B"\n\nlanguage = "xx"\ntitel = 1\n+++\nIsi\n')
    (folder / "c.md").write_text('+++\nkey = "c"\ntitle = ""\nlanguage = "xx"\n+++\n')
    (folder / "d.md").write_text("Isi saja\n")
    code, _, error = city.run("answers", "import", "faq")

    assert code == 1
    assert [line.removeprefix("udajang: faq: ").partition(": ")[0] for line in error.splitlines()[:-1]] == [
        "a.md:4", "b.md:6", "c.md:3", "c.md:6", "c.md:4", "d.md:1",
    ]  # fmt: skip
    assert error.splitlines()[-1] == "udajang: faq: 6 mistakes, nothing imported"


def test_a_folder_with_files_of_other_answers_is_not_written_to(city: Shell) -> None:
    city.done("answers", "import", "faq.csv")
    city.done("answers", "export", "--format", "md", "--out", "faq")
    city.done("answers", "export", "--format", "md", "--out", "faq")
    city.done("answers", "import", write(city, "less.csv", "key,title,body\npbb,PBB,Isi\n"), "--replace")

    assert "ktp-hilang.id.md is not among the answers" in city.refused(
        "answers", "export", "--format", "md", "--out", "faq"
    )


def test_days_and_numbers_of_a_workbook_are_read_as_they_look(city: Shell) -> None:
    with xlsxwriter.Workbook(city.folder / "faq.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["key", "title", "body", "checked"])
        sheet.write_row(2, 0, ["a", 112, "Isi"])
        sheet.write_datetime(2, 3, dt.date(2026, 11, 1), book.add_format({"num_format": "d mmm yyyy"}))
    city.done("answers", "import", "faq.xlsx")

    assert city.done("answers", "export").splitlines()[1] == "a,112,Isi,id,,,,2026-11-01,"
    code, _, error = city.run("answers", "import", write(city, "bad.xlsx", "key"))
    assert (code, "no workbook that can be read" in error) == (1, True)


def test_a_file_of_questions_with_a_mistake_is_told_with_its_line(city: Shell) -> None:
    assert "q.tsv:1: not a question" in city.refused("answers", "test", write(city, "q.tsv", "no tab\n"))
