"""(i): answers found by our engine and by single engines, on questions held out from training; and how fast."""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.answer_engines import SINGLE, Ask, Build, ours
from benchmarks.report import Cell, Part, Target
from handlers import words
from handlers.info import evaluation
from handlers.info.engine import Engine
from handlers.info.entry import Entry
from handlers.info.evaluation import Case
from tests.handlers.info import sets

COLUMNS = ("engine", *(f"{kind} @{n}" for kind in sets.KINDS[:4] for n in (1, 3)), "left out @1", "AUROC", "ms")
WANTED = {"clean": 0.90, "chat": 0.85, "minang": 0.80}  # of the questions, answered right in the first place
AHEAD = 0.10  # of the best single engine
WRONG, REFUSED = 0.02, 0.95
SMALL, LARGE = 1_000, 10_000  # answers with PHRASINGS each
PHRASINGS = 10
SLOWEST_SMALL, SLOWEST_LARGE, START = 5.0, 20.0, 2.0  # milliseconds of one in a hundred; seconds
SEED = 4
Row = dict[str, float]


def found(_folder: Path, _rounds: int) -> Part:
    """Measure all engines on the held-out questions, and ours in cities of different sizes."""
    engines = SINGLE | {"UDAJANG": ours}
    rows = {name: _row(build) for name, build in engines.items()}
    engine = Engine(sets.entries())
    bodies = {entry.key: entry.body for entry in sets.entries()}
    cases = [case for kind in sets.KINDS for case in sets.held_out(kind)]
    whole = evaluation.measure(evaluation.run(engine, cases, bodies, _milliseconds))
    small, large = _speed(SMALL), _speed(LARGE)
    return Part(
        "i",
        "Answers found: questions held out from training",
        COLUMNS,
        [(name, *_cells(row)) for name, row in rows.items()],
        _notes(len(cases), small, large),
        [*_quality(rows), *_certainty(whole), *_speeds(small, large)],
    )


def _row(build: Build) -> Row:
    ask = build(sets.entries())
    row: Row = {}
    begun = time.thread_time()
    for kind in sets.KINDS[:4]:
        row |= {f"{kind} @{n}": share for n, share in zip((1, 3), _right(ask, sets.held_out(kind)), strict=True)}
    inside = [case for kind in sets.KINDS[:4] for case in sets.held_out(kind)]
    row["ms"] = 1000 * (time.thread_time() - begun) / len(inside)
    row["AUROC"] = evaluation.separation(_sure(ask, inside), _sure(ask, sets.held_out("outside")))
    row["left out @1"] = _left_out(build)
    return row


def _cells(row: Row) -> tuple[Cell, ...]:
    return tuple(f"{row[column]:.3f}" if column != "ms" else row[column] for column in COLUMNS[1:])


def _right(ask: Ask, cases: Sequence[Case]) -> tuple[float, float]:
    """The shares of cases with the right answer first, and among the first three."""
    first = three = 0
    for case in cases:
        accepted = [case.accepts(key, "") for key, _ in ask(case.question)[:3]]
        first += accepted[:1] == [True]
        three += any(accepted)
    return first / len(cases), three / len(cases)


def _sure(ask: Ask, cases: Sequence[Case]) -> list[float]:
    return [max((score for _, score in ask(case.question)[:1]), default=0.0) for case in cases]


def _left_out(build: Build) -> float:
    """Each phrasing asked of a city that lacks it, those of one place at a time."""
    right = total = 0.0
    for place in range(max(len(entry.phrasings) for entry in sets.entries())):
        kept, cases = [], []
        for entry in sets.entries():
            kept.append(replace(entry, phrasings=entry.phrasings[:place] + entry.phrasings[place + 1 :]))
            cases += [Case(phrasing, entry.key) for phrasing in entry.phrasings[place : place + 1]]
        right += _right(build(kept), cases)[0] * len(cases)
        total += len(cases)
    return right / total


def _quality(rows: dict[str, Row]) -> list[Target]:
    targets = []
    for kind, wanted in WANTED.items():
        reached = rows["UDAJANG"][f"{kind} @1"]
        best = max(rows[name][f"{kind} @1"] for name in SINGLE)
        targets.append(Target(f"{kind}: right in the first place", reached, wanted))
        targets.append(Target(f"{kind}: ahead of the best single engine", reached - best, AHEAD))
    return targets


def _certainty(whole: dict[str, float]) -> list[Target]:
    return [
        Target("wrong answers shown as certain", 100 * whole["wrong"], 100 * WRONG, " %", most=True),
        Target("questions outside refused", 100 * whole["refused"], 100 * REFUSED, " %"),
    ]


def _speeds(small: Row, large: Row) -> list[Target]:
    return [
        Target(f"p99 with {SMALL * PHRASINGS:,} phrasings", small["p99"], SLOWEST_SMALL, " ms", most=True),
        Target(f"p99 with {LARGE * PHRASINGS:,} phrasings", large["p99"], SLOWEST_LARGE, " ms", most=True),
        Target(f"start with {SMALL * PHRASINGS:,} phrasings", small["start"], START, " s", most=True),
    ]


def _notes(cases: int, small: Row, large: Row) -> list[str]:
    return [
        f"{cases} questions to {len(sets.entries())} answers; left out: each phrasing, asked where it is missing.",
        "The questions are our own writing, like the lexicon, so figures for another city's are lower.",
        "Times are of the processor, as other programs run here too.",
        f"Start {small['start']:.2f} s and {large['start']:.2f} s; memory {large['memory']:.0f} MB after both.",
    ]


def _speed(answers: int) -> Row:
    """A city of invented answers: the phrasings of ours with words that make each its own."""
    chance = random.Random(SEED)
    known = sorted(words.split(" ".join(sorted(entry.title for entry in sets.entries()))))
    texts = [text for entry in sets.entries() for text in entry.asked]
    made = [_invented(number, texts, chance) for number in range(answers)]
    begun = time.thread_time()
    engine = Engine(made)
    start = time.thread_time() - begun
    times = []
    for case in (case for kind in sets.KINDS for case in sets.for_training(kind)):
        begun = time.thread_time()
        engine.ask(f"{case.question} {chance.choice(known)}")
        times.append(1000 * (time.thread_time() - begun))
    times.sort()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"start": start, "p99": times[int(0.99 * len(times))], "memory": memory}


def _invented(number: int, texts: Sequence[str], chance: random.Random) -> Entry:
    topic = [_word(chance) for _ in range(4)]
    phrasings = (f"{chance.choice(texts)} {chance.choice(topic)} {chance.choice(topic)}" for _ in range(PHRASINGS))
    return Entry(str(number), " ".join(topic[:2]), tuple(phrasings))


def _word(chance: random.Random) -> str:
    """One of some ten thousand words that sound Indonesian."""
    syllables = "ba da ga ka la ma na pa ra sa ta wa ri ti li ni su tu lu mu ko to".split()
    return "".join(chance.choice(syllables) for _ in range(3))


def _milliseconds() -> float:
    return 1000 * time.thread_time()
