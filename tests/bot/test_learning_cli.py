"""The classifier from the command line: measured on a file, trained on the city's complaints, listed."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from sqlmodel import select

from handlers.routing.labelled import Labelled
from storage.database import Database
from storage.models import Agency, Category, Citizen, Complaint
from tests.bot.test_cli import Shell, logging_restored, seeded, shell
from tests.conftest import NOW
from tests.handlers.routing.texts import complaints

__all__ = ["logging_restored", "seeded", "shell"]  # the fixtures

FIGURES = ["accuracy", "macro_f1", "top3", "ms_per_text"]


def write(path: Path, texts: list[Labelled]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as lines:
        rows = csv.writer(lines)
        rows.writerow(["date", "agency", "text"])
        rows.writerows([each.at.date(), f"Dinas {each.agency}", each.text] for each in texts)
    return path


def history(url: str, texts: list[Labelled]) -> None:
    """Have staff verified these complaints, each of a citizen of its own."""
    database = Database(url)
    with database.write() as session:
        agencies = {agency.code: agency.id or 0 for agency in session.exec(select(Agency)).all()}
        category = session.exec(select(Category)).first()
        assert category is not None
        for number, each in enumerate(texts, 1000):
            session.add(Citizen(id=number, created_at=NOW))
            session.flush()
            session.add(
                Complaint(
                    visibility="public",
                    citizen_id=number,
                    category_id=category.id or 0,
                    agency_id=agencies[each.agency],
                    text=each.text,
                    channel="telegram",
                    due_on=NOW.date(),
                    created_at=each.at,
                    updated_at=each.at,
                    verified_at=each.at,
                )
            )
    database.close()


@pytest.fixture
def file(shell: Shell) -> Path:
    """Another city's complaints."""
    return write(shell.folder / "laporan.csv", complaints(120))


def test_a_file_is_evaluated_in_plain_lines_for_each_router(shell: Shell, file: Path) -> None:
    lines = shell.done("routing", "evaluate", str(file)).splitlines()

    assert [line.split()[0] for line in lines if line] == [
        *("learned", *FIGURES),
        *("keywords", *FIGURES),
        *("majority", *FIGURES),
        *("train", "test", "bad_rows", "agencies"),
    ]
    accuracy = [float(line.split()[1]) for line in lines if line.startswith("accuracy ")]
    assert accuracy[0] > 0.9
    assert accuracy[0] > accuracy[2]


def test_a_file_is_evaluated_for_programs(shell: Shell, file: Path) -> None:
    told = json.loads(shell.done("routing", "evaluate", str(file), "--json"))

    assert (told["train"], told["test"], told["agencies"], told["bad_rows"]) == (96, 24, 3, 0)
    assert list(told["learned"]) == list(told["keywords"]) == list(told["majority"]) == FIGURES


def test_rows_that_cannot_be_used_are_told_and_left_out(shell: Shell, file: Path) -> None:
    with file.open("a", encoding="utf-8") as lines:
        lines.write("kemarin,Dinas X,jalan rusak\n" + "2025-01-01,,apa\n" * 21)

    code, out, error = shell.run("routing", "evaluate", str(file))

    assert (code, error.count("\n")) == (0, 21)
    assert "row 122: no date that can be read: 'kemarin'; left out" in error
    assert "and 2 more rows; left out" in error
    assert "bad_rows 22" in out


def test_a_file_of_which_nothing_can_be_said_is_refused(shell: Shell) -> None:
    short = write(shell.folder / "short.csv", complaints(9))
    (shell.folder / "other.csv").write_text("isi,opd\nx,y\n")

    assert "9 usable rows, at least 10 are needed" in shell.refused("routing", "evaluate", str(short))
    assert "names no column text" in shell.refused("routing", "evaluate", "other.csv")


def test_without_enough_verified_complaints_nothing_is_trained(seeded: Shell) -> None:
    assert "0 verified complaints; training begins with 300" in seeded.done("routing", "train", "--now")
    assert "None yet" in seeded.done("routing", "models")


def test_training_is_put_off_to_the_night_unless_it_is_to_be_now(seeded: Shell) -> None:
    assert re.search(r"To be trained at \d{4}-\d\d-\d\d 02:30", seeded.done("routing", "train"))


def test_a_model_is_trained_used_and_listed(seeded: Shell) -> None:
    history(f"sqlite:///{seeded.folder}/data/udajang.db", complaints(120))
    enough = {"UDAJANG_ROUTING__MIN_EXAMPLES": "100"}

    assert re.search(r"Model 1 of 120 complaints, .*: in use\.", seeded.done("routing", "train", "--now", **enough))
    assert re.search(r"Model 2 .*: not in use", seeded.done("routing", "train", "--now", **enough))
    listed = json.loads(seeded.done("routing", "models", "--json"))
    assert [(model["id"], model["in_use"], model["examples"]) for model in listed] == [(2, False, 120), (1, True, 120)]
    assert {"learned", "in_use", "keywords", "majority"} == set(listed[0]["scores"])
    assert "learned 1.000/1.000" in seeded.done("routing", "models")
