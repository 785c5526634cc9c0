"""Answers from the command line: in and out as files, listed, held to questions."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from pathlib import Path

import pytest

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


def test_a_file_of_questions_with_a_mistake_is_told_with_its_line(city: Shell) -> None:
    assert "q.tsv:1: not a question" in city.refused("answers", "test", write(city, "q.tsv", "no tab\n"))
