"""Training the classifier: needs scikit-learn, which only the program that trains has loaded.

What is left open is decided on the newest fifth of the examples, by a model trained on the others, never on what the
result is measured on; then all examples train the model anew.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from handlers.routing import counting, members, scores
from handlers.routing.counting import Counted
from handlers.routing.labelled import Labelled
from handlers.routing.learned import Weights
from handlers.routing.members import Linear

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]

NEWEST = 0.2  # the share of the examples on which the open questions are decided
FEWEST = 50  # examples in that share; with less, chance would decide
SLACKS = (0.1, 0.2, 0.5)  # of the support vector machine
TELLING_SLACK = 0.15
BESIDE = ((1.0, 0.5), (0.5, 0.25), (1.0, 0.0), (1.0, 1.0))  # how much the second and third count beside the first
FADING = (0.0, 2.5)  # times that what an example counts halves from the newest to the oldest
SHARPNESS = np.geomspace(0.3, 12, 60)
GAIN = 0.012  # by which accuracy and macro-F1 together must be better than with the defaults: less is chance


@dataclass(frozen=True)
class Choice:
    """The answers to what is left open; as they are here they did best over several collections of texts."""

    slack: float = 0.2
    telling: float = 1.0
    counting: float = 0.5
    fading: float = 0.0
    sharpness: float = 2.0


def train(examples: Sequence[Labelled]) -> bytes:
    """The body of a model (learned.py) trained on ``examples``, oldest first. ValueError when there are none."""
    if not examples:
        raise ValueError("there is nothing to learn from")
    counted = counting.count([each.text for each in examples], [each.author for each in examples])
    agencies, labels = np.unique([each.agency for each in examples], return_inverse=True)
    return fit(counted, [str(agency) for agency in agencies], labels, choose(counted, labels)).pack()


def fit(counted: Counted, agencies: Sequence[str], labels: Rows, choice: Choice) -> Weights:
    """The model trained on all that was counted."""
    rows = np.arange(len(labels))
    space = counting.space(counted, rows)
    mean = mix(parts(space.vectors(counted, rows), labels, (choice.slack,), choice.fading), choice)
    return Weights(
        agencies=agencies,
        grams=[[grams[place] for place in kept] for grams, kept in zip(counted.grams, space.kept, strict=True)],
        rarity=space.rarity,
        matrix=mean.matrix,
        bias=mean.bias,
        sharpness=choice.sharpness,
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """The members, trained on the same texts: the first by slack."""

    margin: dict[float, Linear]
    telling: Linear
    counting: Linear


def parts(vectors: Any, labels: Rows, slacks: Sequence[float], fading: float) -> Parts:
    """Train every member; of the labels 0, 1, … each occurs."""
    if labels.max() == 0 or not vectors.shape[1]:  # nothing to tell apart, or nothing to tell it by
        nothing = members.commonest(vectors, labels)
        return Parts(dict.fromkeys(slacks, nothing), nothing, nothing)
    importance = members.importance(labels, fading=fading)
    return Parts(
        {slack: members.margin(vectors, labels, importance, slack=slack).scaled(vectors) for slack in slacks},
        members.telling(vectors, labels, importance, slack=TELLING_SLACK).scaled(vectors),
        members.counting(vectors, labels, importance).scaled(vectors),
    )


def mix(trained: Parts, choice: Choice) -> Linear:
    """The members' mean."""
    weights = np.array([1.0, choice.telling, choice.counting])
    weights /= weights.sum()
    mixed = (trained.margin[choice.slack], trained.telling, trained.counting)
    matrix = np.zeros_like(trained.telling.matrix)
    bias = np.zeros_like(trained.telling.bias)
    for weight, each in zip(weights, mixed, strict=True):
        matrix += weight * each.matrix
        bias += weight * each.bias
    return Linear(matrix, bias)


def choose(counted: Counted, labels: Rows) -> Choice:
    """Decide what is left open, on the newest of the examples; the defaults where they are too few."""
    older = len(labels) - round(len(labels) * NEWEST)
    if len(labels) - older < FEWEST:
        return Choice()
    rows, tried = np.arange(older), np.arange(older, len(labels))
    known, relabelled = np.unique(labels[rows], return_inverse=True)
    space = counting.space(counted, rows)
    vectors, new = space.vectors(counted, rows), space.vectors(counted, tried)
    scored: dict[Choice, Floats] = {}
    for fading in FADING:
        trained = parts(vectors, relabelled, SLACKS, fading)
        scored |= {choice: mix(trained, choice).scores(new) for choice in _choices(fading)}
    worth = {choice: _worth(each, known, labels[tried]) for choice, each in scored.items()}
    best = max(worth, key=worth.__getitem__)
    if worth[best] < worth[Choice()] + GAIN:
        best = Choice()
    return replace(best, sharpness=_sharpest(scored[best], known, labels[tried]))


def _choices(fading: float) -> Iterator[Choice]:
    for slack, (telling, count) in itertools.product(SLACKS, BESIDE):
        yield Choice(slack, telling, count, fading)


def _worth(scored: Floats, known: Rows, right: Rows) -> float:
    first = [str(label) for label in known[scored.argmax(axis=1)]]
    wanted = [str(label) for label in right]
    hits = sum(map(str.__eq__, first, wanted)) / len(wanted)
    return hits + scores.macro_f1(wanted, first)


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
