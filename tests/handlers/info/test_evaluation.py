"""How answers are measured, and the files that say what is right."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from handlers.info import evaluation
from handlers.info.engine import Engine
from handlers.info.entry import Decision, Entry, Found, Hit, Why
from handlers.info.evaluation import BadFile, Case, Outcome

WHY = Why("", ())


def outcome(expected: str, decision: Decision, place: int, milliseconds: float = 1.0) -> Outcome:
    """What came of a question."""
    return Outcome(Case("?", expected), Found(decision, [Hit("a", 0.9, 1.0, WHY)]), place, milliseconds)


def written(folder: Path, text: str) -> Path:
    """A file with that text."""
    path = folder / "file"
    path.write_text(text, encoding="utf-8")
    return path


def test_shares_are_counted_over_what_they_are_about() -> None:
    outcomes = [
        outcome("a", Decision.ANSWER, 1),
        outcome("a", Decision.OFFER, 2),
        outcome("a", Decision.ANSWER, 0, milliseconds=9.0),
        outcome("-", Decision.OFFER, 0),
        outcome("-", Decision.ANSWER, 0),
    ]

    measured = evaluation.measure(outcomes)

    assert list(measured) == list(evaluation.METRICS)
    assert measured["top1"] == pytest.approx(1 / 3)
    assert measured["top3"] == pytest.approx(2 / 3)
    assert measured["wrong"] == pytest.approx(2 / 5)
    assert measured["refused"] == pytest.approx(1 / 2)
    assert (measured["ms_p50"], measured["ms_p99"]) == (1.0, 9.0)


def test_a_share_of_nothing_is_not_a_number() -> None:
    assert all(math.isnan(value) for value in evaluation.measure([]).values())


def test_misses_are_what_came_late_and_what_was_wrongly_certain() -> None:
    late, wrong = outcome("a", Decision.OFFER, 2), outcome("-", Decision.ANSWER, 0)
    fine = [outcome("a", Decision.ANSWER, 1), outcome("-", Decision.HAND_OVER, 0)]

    assert evaluation.misses([*fine, late, wrong]) == [late, wrong]


@pytest.mark.parametrize(
    ("expected", "key", "body", "right"),
    [
        ("a", "a", "", True),
        ("a|b", "b", "", True),
        ("a", "ab", "", False),
        ("/gratis|free/", "x", "Semuanya GRATIS.", True),
        ("/gratis/", "gratis", "Rp 5.000", False),
        ("-", "-", "", False),
    ],
)
def test_an_answer_is_right_by_key_or_by_what_it_says(expected: str, key: str, body: str, right: bool) -> None:
    assert Case("?", expected).accepts(key, body) is right


def test_cases_are_asked_with_a_clock_that_is_given() -> None:
    ticks: Iterator[float] = iter([0.0, 2.5])
    engine = Engine([Entry("a", "KTP hilang", body="Lapor polisi.")])

    (came,) = evaluation.run(engine, [Case("ktp ilang", "/polisi/")], {"a": "Lapor polisi."}, lambda: next(ticks))

    assert (came.place, came.milliseconds) == (1, 2.5)


def test_what_is_heard_first_is_not_answered_however_sure_the_engine_is() -> None:
    engine = Engine([Entry("fire", "Nomor damkar", ("rumah terbakar",)), Entry("tax", "Bayar PBB")])
    cases = [Case("rumah terbakar", "fire"), Case("bayar pbb", "tax")]

    burning, paying = evaluation.run(engine, cases, {}, lambda: 0.0, lambda question: "terbakar" in question)

    assert (burning.found.decision, burning.place) == (Decision.HAND_OVER, 1)
    assert paying.found.decision is Decision.ANSWER


def test_questions_are_read_from_a_file(tmp_path: Path) -> None:
    path = written(tmp_path, "\ufeffktp ilang gmn\tktp-hilang|ktp-rusak\n\napa kabar\t-\n")

    assert evaluation.read_cases(path) == [Case("ktp ilang gmn", "ktp-hilang|ktp-rusak"), Case("apa kabar", "-")]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("ktp\n", "file:1: not a question"),
        ("a\tb\n\tb\n", "file:2: not a"),
        ("a\t/(/\n", r"file:1: /\(/ is no regular"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, text: str, complaint: str) -> None:
    with pytest.raises(BadFile, match=complaint):
        evaluation.read_cases(written(tmp_path, text))


@pytest.mark.parametrize(
    ("inside", "outside", "expected"),
    [([0.9, 0.8], [0.1], 1.0), ([0.1], [0.9], 0.0), ([0.5], [0.5], 0.5), ([0.9, 0.1], [0.5], 0.5)],
)
def test_separation_is_how_often_the_inside_is_surer(
    inside: list[float], outside: list[float], expected: float
) -> None:
    assert evaluation.separation(inside, outside) == expected
