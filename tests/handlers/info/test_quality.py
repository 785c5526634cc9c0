"""Answers are found as well as they were: questions held out from training, in the stand-in city."""

from __future__ import annotations

import time
import zlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from handlers.info import evaluation
from handlers.info.engine import Engine
from handlers.info.entry import Decision
from handlers.info.evaluation import Case, Outcome
from tests.handlers.info import sets

# A little below what was reached when they were set: (right in the first place, among the first three).
REACHED = {"clean": (0.90, 0.98), "chat": (0.91, 0.98), "minang": (0.86, 0.98), "english": (0.87, 0.98)}
WHOLE = {"clean": 0.92, "chat": 0.94, "minang": 0.94, "english": 0.93}  # with the questions that were learnt from
LEFT_OUT = (0.71, 0.88)  # of the seed's phrasings, where the city lacks them
ONE_IN = 12  # of the seed's phrasings are left out
WRONG_AT_MOST, REFUSED_AT_LEAST = 0.02, 0.95

# The queries of everyday language that must always work.
EVERYDAY = {
    "ktp ilang gmn": "ktp-hilang",
    "baa caro maurus kk hilang": "kk-hilang",
    "akte anak brp hari jadi": "akta-lahir",
    "surek pindah dari padang": "pindah-keluar|pindah-datang",
    "bara bayia pbb": "pbb-bayar|pbb-tagihan",
    "sampah alun diangkuik di silaing bawah": "sampah-jadwal",
    "lampu jalan mati dakek pasa usang": "lampu-jalan",
    "dima kantua dukcapil": "dukcapil-kantor",
    "jam bara tutuik puskesmas": "puskesmas-jam",
    "imb rumah": "pbg",
    "ndak ado aia sajak patang": "pdam-gangguan",
    "nomor damkar": "damkar",
    "ktp ilang gmn min": "ktp-hilang",
    "how do I move to Padang Panjang?": "pindah-datang",
}


@cache
def engine() -> Engine:
    """The engine of the stand-in city."""
    return Engine(sets.entries())


def outcomes(cases: Sequence[Case]) -> list[Outcome]:
    """What comes of these questions."""
    bodies = {entry.key: entry.body for entry in sets.entries()}
    return evaluation.run(engine(), cases, bodies, lambda: 1000 * time.thread_time())


@pytest.mark.parametrize("kind", REACHED)
def test_held_out_questions_find_their_answers(kind: str) -> None:
    measured = evaluation.measure(outcomes(sets.held_out(kind)))

    assert (measured["top1"], measured["top3"]) >= REACHED[kind]
    assert measured["top3"] >= REACHED[kind][1]


@pytest.mark.parametrize("kind", WHOLE)
def test_the_whole_sets_find_their_answers(kind: str) -> None:
    cases = [*sets.for_training(kind), *sets.held_out(kind)]

    assert evaluation.measure(outcomes(cases))["top1"] >= WHOLE[kind]


def test_the_seed_finds_phrasings_that_it_lacks() -> None:
    """Weights are learnt from such questions too: this notices a loss, it does not say how another city fares."""
    kept, cases = [], []
    for entry in sets.seeded():
        left_out = [text for text in entry.phrasings if zlib.crc32(text.encode()) % ONE_IN == 0]
        kept.append(replace(entry, phrasings=tuple(text for text in entry.phrasings if text not in left_out)))
        cases += [Case(text, entry.key) for text in left_out]

    measured = evaluation.measure(evaluation.run(Engine(kept), cases, {}, lambda: 0.0))

    assert len(cases) >= 200
    assert (measured["top1"], measured["top3"]) >= LEFT_OUT
    assert measured["top3"] >= LEFT_OUT[1]


def test_hardly_anything_wrong_is_shown_as_certain_and_what_nobody_answers_is_refused() -> None:
    measured = evaluation.measure(outcomes([case for kind in sets.KINDS for case in sets.held_out(kind)]))

    assert measured["wrong"] <= WRONG_AT_MOST
    assert measured["refused"] >= REFUSED_AT_LEAST


@pytest.mark.parametrize(("question", "expected"), EVERYDAY.items())
def test_an_everyday_question_finds_its_answer(question: str, expected: str) -> None:
    assert engine().ask(question).hits[0].key in expected.split("|")


@pytest.mark.parametrize(
    "said", ["", "   ", "🙏", "?", "halo", "selamat pagi", "terima kasih banyak ya", "ok siap", "x" * 5000]
)
def test_what_is_no_question_is_not_answered(said: str) -> None:
    assert engine().ask(said).decision is not Decision.ANSWER


def test_the_sets_are_large_and_no_question_copies_a_phrasing() -> None:
    cases = [case for kind in sets.KINDS for case in (*sets.for_training(kind), *sets.held_out(kind))]
    phrasings = {text.casefold() for entry in sets.entries() for text in entry.asked}
    copied = [case.question for case in cases if case.question.casefold() in phrasings]

    assert len(cases) >= 1000
    assert sum(case.outside for case in cases) >= 150
    assert len(copied) <= 5, copied


def test_every_expected_answer_exists() -> None:
    keys = {entry.key for entry in sets.entries()}
    expected = {
        key
        for kind in sets.KINDS
        for case in (*sets.for_training(kind), *sets.held_out(kind))
        if not case.outside
        for key in case.expected.split("|")
    }

    assert expected <= keys
