"""The members of a model trained on the same texts, and their mean: only the trainer imports it (scikit-learn)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from handlers.routing import members
from handlers.routing.members import Linear

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]

TELLING_SLACK = 0.15


@dataclass(frozen=True)
class Choice:
    """The answers to what training leaves open; as they are here they did best over several collections of texts.

    ``slack`` is the support vector machine's, ``telling`` and ``counting`` say how much the other members count beside
    it, ``fading`` how often what an example counts halves from the newest to the oldest.
    """

    slack: float = 0.2
    telling: float = 1.0
    counting: float = 0.5
    fading: float = 0.0
    sharpness: float = 2.0

    @property
    def weights(self) -> Floats:
        """The share of each member in the mean."""
        weights = np.array([1.0, self.telling, self.counting])
        shares: Floats = weights / weights.sum()
        return shares


@dataclass(frozen=True, slots=True)
class Parts:
    """The members: the first by slack."""

    margin: dict[float, Linear]
    telling: Linear
    counting: Linear

    def of(self, choice: Choice) -> tuple[Linear, Linear, Linear]:
        """Those whose mean a choice wants."""
        return self.margin[choice.slack], self.telling, self.counting


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
    matrix = np.zeros_like(trained.telling.matrix)
    bias = np.zeros_like(trained.telling.bias)
    for weight, each in zip(choice.weights, trained.of(choice), strict=True):
        matrix += weight * each.matrix
        bias += weight * each.bias
    return Linear(matrix, bias)
