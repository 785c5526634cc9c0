"""The classifier that learnt from the city's complaints, at work. It needs numpy only, not what trained it.

It is linear: a text becomes the weighted grams (features.py) that were known in training, and each agency's score is
their weighted sum. The body is a zipped numpy archive without pickles: loading one never runs code.
"""

from __future__ import annotations

import io
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from handlers.routing import features

Floats = npt.NDArray[np.floating[Any]]
FORM = 1  # of the body; another one cannot be read
SEPARATOR = "\n"  # no gram holds one: all space in a normalised text is plain


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An agency a text may be for; ``confidence`` is from 0 to 1, and over all agencies sums up to 1."""

    agency_code: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Weights:
    """All there is to a model. ``grams`` and ``rarity`` by kind of gram, as in ``features.KINDS``.

    ``matrix`` has a row for each gram, kind after kind, and a column for each agency.
    """

    agencies: Sequence[str]
    grams: Sequence[Sequence[str]]
    rarity: Sequence[Floats]
    matrix: Floats
    bias: Floats
    sharpness: float  # by which scores are multiplied to become confidences

    def pack(self) -> bytes:
        """The body of this model, compressed."""
        arrays: dict[str, Any] = {
            "form": np.array(FORM),
            "agencies": _packed(self.agencies),
            "matrix": self.matrix.astype(np.float32),
            "bias": self.bias.astype(np.float64),
            "sharpness": np.array(self.sharpness),
        }
        for kind, (grams, rarity) in enumerate(zip(self.grams, self.rarity, strict=True)):
            arrays |= {f"grams{kind}": _packed(grams), f"rarity{kind}": rarity.astype(np.float32)}
        out = io.BytesIO()
        np.savez_compressed(out, **arrays)
        return out.getvalue()

    @classmethod
    def unpack(cls, body: bytes) -> Weights:
        """The model with that body; ValueError when it is of another form."""
        with np.load(io.BytesIO(body), allow_pickle=False) as found:
            if int(found["form"]) != FORM:
                raise ValueError(f"a model of form {found['form']}, not {FORM}")
            kinds = range(len(features.KINDS))
            return cls(
                agencies=_unpacked(found["agencies"]),
                grams=[_unpacked(found[f"grams{kind}"]) for kind in kinds],
                rarity=[found[f"rarity{kind}"] for kind in kinds],
                matrix=found["matrix"],
                bias=found["bias"],
                sharpness=float(found["sharpness"]),
            )


def _packed(texts: Sequence[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer(SEPARATOR.join(texts).encode(), dtype=np.uint8)


def _unpacked(packed: npt.NDArray[np.uint8]) -> list[str]:
    joined = packed.tobytes().decode()
    return joined.split(SEPARATOR) if joined else []


class Suggester:
    """Suggests agencies for texts. Safe to share between threads."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._places: list[dict[str, int]] = []
        first = 0
        for grams in weights.grams:
            self._places.append({gram: place for place, gram in enumerate(grams, first)})
            first += len(grams)
        self._rarity = np.concatenate([np.asarray(each, dtype=np.float64) for each in weights.rarity])

    @classmethod
    def load(cls, body: bytes) -> Suggester:
        """The suggester with that body, as training made it."""
        return cls(Weights.unpack(body))

    @property
    def agencies(self) -> Sequence[str]:
        """The codes of the agencies it knows, in the order of ``scores``."""
        return self._weights.agencies

    def suggest(self, text: str, limit: int = 3) -> list[Suggestion]:
        """The likeliest agencies, best first; the likeliest of all, where the text says nothing known."""
        scores = self.scores(text) * self._weights.sharpness
        shares = np.exp(scores - scores.max())
        shares /= shares.sum()
        best = np.argsort(-shares, kind="stable")[:limit]
        return [Suggestion(self.agencies[place], float(shares[place])) for place in best]

    def scores(self, text: str) -> npt.NDArray[np.float64]:
        """How much speaks for each agency."""
        normal = features.normalise(text)
        total = self._weights.bias.astype(np.float64)
        for split, places in zip(features.KINDS, self._places, strict=True):
            found = Counter(places[gram] for gram in split(normal) if gram in places)
            if found:
                total = total + self._weighed(found)
        return total

    def _weighed(self, found: Counter[int]) -> npt.NDArray[np.float64]:
        rows = np.fromiter(found, dtype=np.intp, count=len(found))
        counts = np.fromiter(found.values(), dtype=np.float64, count=len(found))
        values = (1 + np.log(counts)) * self._rarity[rows]
        values /= math.sqrt(values @ values)
        product: npt.NDArray[np.float64] = values @ self._weights.matrix[rows].astype(np.float64)
        return product
