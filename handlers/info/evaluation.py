"""How good the answers found are: questions whose answer is known are asked, and what comes is counted."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from handlers.info.engine import Engine
from handlers.info.entry import Decision, Found

NOBODY = "-"  # must not be answered with certainty
REGEX = re.compile(r"/(.*)/")
METRICS = ("top1", "top3", "wrong", "refused", "ms_p50", "ms_p99")


@dataclass(frozen=True, slots=True)
class Case:
    """A question and what is expected: answers by key, a pattern over the answer's text, or nothing certain."""

    question: str
    expected: str

    @property
    def outside(self) -> bool:
        """Whether nothing may answer it."""
        return self.expected == NOBODY

    def accepts(self, key: str, body: str) -> bool:
        """Whether that answer is right."""
        if (pattern := REGEX.fullmatch(self.expected)) is not None:
            return re.search(pattern[1], body, re.IGNORECASE) is not None
        return not self.outside and key in self.expected.split("|")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case. ``place`` is where the right answer stood (from 1), 0 for nowhere."""

    case: Case
    found: Found
    place: int
    milliseconds: float

    @property
    def wrong(self) -> bool:
        """Whether something else was shown as certain."""
        return self.found.decision is Decision.ANSWER and self.place != 1


class BadFile(Exception):
    """A file of questions cannot be read; says where and why."""


def read_cases(path: Path) -> list[Case]:
    """The cases of a file ``question<TAB>expected``; empty lines are skipped. BadFile names the line."""
    cases: list[Case] = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        question, tab, expected = line.partition("\t")
        expected = expected.strip()
        if not (tab and question.strip() and expected):
            raise BadFile(f"{path.name}:{number}: not a question, a tab and what is expected")
        _check_pattern(expected, f"{path.name}:{number}")
        cases.append(Case(question.strip(), expected))
    return cases


def _check_pattern(expected: str, where: str) -> None:
    if (pattern := REGEX.fullmatch(expected)) is not None:
        try:
            re.compile(pattern[1])
        except re.error as error:
            raise BadFile(f"{where}: /{pattern[1]}/ is no regular expression: {error}") from error


def run(
    engine: Engine,
    cases: Iterable[Case],
    bodies: Mapping[str, str],
    milliseconds: Callable[[], float],
    heard_first: Callable[[str], bool] = lambda question: False,
) -> list[Outcome]:
    """Ask every case. ``bodies`` are the answers' texts by key; ``milliseconds`` is a steady clock.

    What is ``heard_first``, as an emergency or a complaint, is not answered, whatever the engine finds.
    """
    outcomes: list[Outcome] = []
    for case in cases:
        begun = milliseconds()
        found = engine.ask(case.question)
        took = milliseconds() - begun
        if heard_first(case.question):
            found = replace(found, decision=Decision.HAND_OVER)
        places = (place for place, hit in enumerate(found.hits, 1) if case.accepts(hit.key, bodies.get(hit.key, "")))
        outcomes.append(Outcome(case, found, next(places, 0), took))
    return outcomes


def measure(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """METRICS by name.

    ``top1`` and ``top3`` count the right answer first, or among three, of the questions that have one; ``wrong`` what
    was shown as certain and is not right, of all; ``refused`` what was not shown as certain, of those that nothing
    answers. A share of no questions is nan. Times are in milliseconds.
    """
    inside = [outcome for outcome in outcomes if not outcome.case.outside]
    outside = [outcome for outcome in outcomes if outcome.case.outside]
    times = sorted(outcome.milliseconds for outcome in outcomes)
    return {
        "top1": _share(inside, lambda outcome: outcome.place == 1),
        "top3": _share(inside, lambda outcome: 1 <= outcome.place <= 3),
        "wrong": _share(outcomes, lambda outcome: outcome.wrong),
        "refused": _share(outside, lambda outcome: outcome.found.decision is not Decision.ANSWER),
        "ms_p50": _percentile(times, 0.50),
        "ms_p99": _percentile(times, 0.99),
    }


def misses(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """What did not come first as it should, or was shown as certain and should not."""
    return [outcome for outcome in outcomes if outcome.wrong or (outcome.place != 1 and not outcome.case.outside)]


def separation(inside: Sequence[float], outside: Sequence[float]) -> float:
    """AUROC: how often a question that has an answer is surer than one that has none; equals count half."""
    if not inside or not outside:
        return math.nan
    ordered = sorted([(value, 1) for value in inside] + [(value, 0) for value in outside])
    wins = below = 0.0
    place = 0
    while place < len(ordered):
        end = place
        while end < len(ordered) and ordered[end][0] == ordered[place][0]:
            end += 1
        ours = sum(mark for _, mark in ordered[place:end])
        others = end - place - ours
        wins += ours * (below + others / 2)
        below += others
        place = end
    return wins / (len(inside) * len(outside))


def _share(outcomes: Sequence[Outcome], holds: Callable[[Outcome], bool]) -> float:
    return sum(map(holds, outcomes)) / len(outcomes) if outcomes else math.nan


def _percentile(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else math.nan
