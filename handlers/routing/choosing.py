"""Deciding what training leaves open, on the newest of the examples: only the trainer imports it (scikit-learn).

The defaults are departed from only where that is better in nearly all of many redrawn samples: on a few hundred texts
the best of several choices is otherwise the luckiest one.
"""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from handlers.routing import counting, members, mixing
from handlers.routing.counting import Counted
from handlers.routing.mixing import Choice, Parts

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]

NEWEST = 0.2  # the share of the examples that decides
FEWEST = 50  # examples in that share; with less, chance would decide
SLACKS = (0.2, 1.0)
BESIDE = ((1.0, 0.5), (0.0, 0.0))  # what the second and third member count: as usual, or nothing
FADING = 2.5  # where agencies have swapped tasks, the oldest examples count for a sixth
SHARPNESS = np.geomspace(0.3, 12, 60)
SAMPLES = 200  # drawn anew
SURE = 0.975  # the share of them in which a choice must be better than the defaults


def choose(counted: Counted, labels: Rows) -> Choice:
    """The answers for these examples, oldest first; the defaults where they are too few."""
    older = len(labels) - round(len(labels) * NEWEST)
    if len(labels) - older < FEWEST:
        return Choice()
    rows, tried = np.arange(older), np.arange(older, len(labels))
    known, relabelled = np.unique(labels[rows], return_inverse=True)
    space = counting.space(counted, rows)
    vectors, new = space.vectors(counted, rows), space.vectors(counted, tried)
    scored: dict[Choice, Floats] = {}
    usual = mixing.parts(vectors, relabelled, SLACKS, 0)
    for slack, (telling, count) in itertools.product(SLACKS, BESIDE):
        _score(scored, Choice(slack, telling, count), usual, new)
    fading = Choice(fading=FADING)
    _score(scored, fading, mixing.parts(vectors, relabelled, (fading.slack,), FADING), new)
    best = _best({choice: known[each.argmax(axis=1)] for choice, each in scored.items()}, labels[tried])
    return replace(best, sharpness=_sharpest(scored[best], known, labels[tried]))


def _score(scored: dict[Choice, Floats], choice: Choice, trained: Parts, new: counting.Matrix) -> None:
    of = trained.of(choice)
    scored[choice] = sum(
        (weight * each.scores(new) for weight, each in zip(choice.weights, of, strict=True)), np.zeros(1)
    )


def _best(first: dict[Choice, Rows], right: Rows) -> Choice:
    """The choice whose first suggestions are best, if it is surely better than the defaults."""
    worth = {choice: worth_of(suggested, right) for choice, suggested in first.items()}
    best = max(worth, key=worth.__getitem__)
    chance = np.random.default_rng(members.SEED)
    wins = 0
    for _ in range(SAMPLES):
        drawn = chance.integers(len(right), size=len(right))
        wins += worth_of(first[best][drawn], right[drawn]) > worth_of(first[Choice()][drawn], right[drawn])
    return best if wins >= SURE * SAMPLES else Choice()


def worth_of(first: Rows, right: Rows) -> float:
    """Accuracy and macro-F1 together, of labels suggested first and right."""
    count = int(max(first.max(), right.max())) + 1
    hits = np.bincount(right[first == right], minlength=count)
    both = np.bincount(right, minlength=count) + np.bincount(first, minlength=count)
    there = both > 0
    return float(hits.sum() / len(right) + (2 * hits[there] / both[there]).mean())


def _sharpest(scored: Floats, known: Rows, right: Rows) -> float:
    """By what to multiply scores so that confidences come true (temperature scaling, Guo and others 2017)."""
    places = np.searchsorted(known, right).clip(max=len(known) - 1)
    usable = np.flatnonzero(known[places] == right)
    if not len(usable):
        return Choice().sharpness
    return float(min(SHARPNESS, key=lambda sharpness: _surprise(scored[usable] * sharpness, places[usable])))


def _surprise(scored: Floats, places: Rows) -> float:
    scored = scored - scored.max(axis=1, keepdims=True)
    chosen = scored[np.arange(len(places)), places]
    return float((np.log(np.exp(scored).sum(axis=1)) - chosen).mean())
