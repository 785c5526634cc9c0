"""How likely each candidate is the right answer, by what was learnt from questions whose answer is known.

Two linear steps with weights made by ``scripts/train_answers.py``. The first orders the candidates; the second says
how likely the first of them is right, and so when to answer, to offer and to hand over.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from handlers.info.features import NAMES
from handlers.info.index import Asked
from handlers.info.normalising import elsewhere

WEIGHTS = Path(__file__).with_name("weights.json")
EXPLAINED = 0.3  # a word is explained by an answer from here on
COVERED = NAMES.index("covered")
MOST_SAID = 3.0  # rare words; more of them say no more about whether the city has an answer
WIDEST = 6.0  # lead beyond which a wider one says no more
SIGNS = (
    "score",
    "lead",  # over the second
    "covered",
    "likeness",
    "usual",
    "missed",
    "rarest",
    "token_set",
    "own",
    "said",  # how much the question says at all
    "strange",  # share of it that no answer knows
    "left",  # the most telling word not explained, beside the most telling one
    "elsewhere",  # whether it names what is not the city's, unexplained
    "used",
    "both",  # covered and used at once
    "runner_up",  # how much of the question the second explains
    "meaning",
    "meaning_usual",
)


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt. ``order`` by feature; ``sure`` by sign; a question is answered from ``answer`` on."""

    order: npt.NDArray[np.float64]
    sure: npt.NDArray[np.float64]
    bias: float
    answer: float
    offer: float

    @classmethod
    def of(cls, learnt: Mapping[str, Any]) -> Weights:
        """The weights in a JSON object."""
        return cls(
            np.array([learnt["order"].get(name, 0.0) for name in NAMES]),
            np.array([learnt["sure"].get(name, 0.0) for name in SIGNS]),
            learnt["bias"],
            learnt["answer"],
            learnt["offer"],
        )


@cache
def learnt(kind: str) -> Weights:
    """The weights shipped: "lexical", or "semantic" for an engine with an embedding."""
    return Weights.of(json.loads(WEIGHTS.read_text(encoding="utf-8"))[kind])


def signs(
    features: npt.NDArray[np.float64],
    scores: npt.NDArray[np.float64],
    asked: Asked,
    explained: npt.NDArray[np.float32],
) -> npt.NDArray[np.float64]:
    """What tells whether the first candidate is right.

    ``features`` and ``scores`` are in order, best first; ``explained`` says how well the first explains each slot.
    """
    first = dict(zip(NAMES, features[0], strict=True))
    weights = np.array(asked.weights)
    unknown = sum(weight for weight, terms in zip(asked.weights, asked.terms, strict=True) if not terms)
    away = (strange and by < EXPLAINED for strange, by in zip(elsewhere(asked.slots), explained, strict=True))
    given = first | {
        "score": scores[0],
        "lead": min(WIDEST, scores[0] - scores[1]) if len(scores) > 1 else WIDEST,
        "said": min(MOST_SAID, asked.total),
        "strange": unknown / (asked.total or 1.0),
        "left": float((weights * (1 - explained)).max() / weights.max()) if len(weights) else 1.0,
        "elsewhere": float(any(away)),
        "both": first["covered"] * first["used"],
        "runner_up": features[1][COVERED] if len(scores) > 1 else 0.0,
    }
    return np.array([given[name] for name in SIGNS])


def confidences(weights: Weights, found: npt.NDArray[np.float64], scores: Sequence[float]) -> list[float]:
    """How likely each candidate is right; ``found`` are the signs of the first.

    What the first leaves is shared among the others by their scores.
    """
    first = float(1 / (1 + np.exp(-(found @ weights.sure + weights.bias))))
    parts = np.exp(np.array(scores) - max(scores))
    parts /= parts.sum()
    known = first / max(parts[0], 1e-9)  # the probability that any of them is right, at most 1
    rest = [float(min(first, part * min(1.0, known))) for part in parts[1:]]
    return [first, *rest]
