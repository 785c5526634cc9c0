"""Texts as counts of grams, for training: needs scikit-learn and scipy, so only the trainer imports it."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse
from sklearn.feature_extraction.text import TfidfTransformer

from handlers.routing import features

Rows = npt.NDArray[np.intp]
Matrix = Any  # a scipy.sparse CSR matrix: scipy publishes no types
AUTHORS = (2, 3)  # by kind of gram: how many people must have written it before it may become part of a model


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts of every gram in every text, a matrix for each kind of gram; ``authors`` numbers who wrote the texts."""

    grams: Sequence[Sequence[str]]
    counts: Sequence[Matrix]
    authors: Rows


@dataclass(frozen=True, slots=True)
class Space:
    """Which grams count and how much: learnt from some texts, used on all. None weighs where no gram counts."""

    kept: Sequence[Rows]
    weighing: Sequence[TfidfTransformer | None]

    def vectors(self, counted: Counted, rows: Rows) -> Matrix:
        """The texts of ``rows`` as vectors; within each kind of gram they have the length 1 (or 0)."""
        parts = []
        for counts, kept, weighing in zip(counted.counts, self.kept, self.weighing, strict=True):
            mine = counts[rows][:, kept]
            parts.append(weighing.transform(mine) if weighing else mine)
        return sparse.hstack(parts, format="csr")

    @property
    def rarity(self) -> list[npt.NDArray[np.float64]]:
        """The weight of each kept gram, by kind."""
        return [each.idf_ if each else np.zeros(0) for each in self.weighing]


def count(texts: Sequence[str], authors: Sequence[str]) -> Counted:
    """Take the texts apart. An empty author stands for somebody else each time, but the same text for the same."""
    normal = [features.normalise(text) for text in texts]
    grams, counts = zip(*(_counts(normal, split) for split in features.KINDS), strict=True)
    names = [author or f"\n{text}" for author, text in zip(authors, normal, strict=True)]
    _, numbers = np.unique(names, return_inverse=True)
    return Counted(grams, counts, numbers)


def _counts(normal: Sequence[str], split: Callable[[str], Sequence[str]]) -> tuple[list[str], Matrix]:
    """Every gram there is, in the order in which they come, and how often each is in each text."""
    places: dict[str, int] = {}
    columns, counts, ends = array("q"), array("d"), array("q", [0])
    for text in normal:
        found = Counter(split(text))
        columns.extend(places.setdefault(gram, len(places)) for gram in found)
        counts.extend(found.values())
        ends.append(len(columns))
    shape = (len(normal), len(places))
    matrix = sparse.csr_matrix((np.array(counts), np.array(columns), np.array(ends)), shape=shape)
    matrix.sort_indices()
    return list(places), matrix


def space(counted: Counted, rows: Rows) -> Space:
    """Learn from the texts of ``rows`` which grams count and how rare each is."""
    kept: list[Rows] = []
    weighing: list[TfidfTransformer | None] = []
    for counts, least in zip(counted.counts, AUTHORS, strict=True):
        mine = counts[rows]
        places = np.flatnonzero(_people(mine, counted.authors[rows]) >= least)
        kept.append(places)
        weighing.append(TfidfTransformer(sublinear_tf=True).fit(mine[:, places]) if len(places) else None)
    return Space(kept, weighing)


def _people(counts: Matrix, authors: Rows) -> npt.NDArray[np.float64]:
    """By how many different people each gram was written."""
    _, numbers = np.unique(authors, return_inverse=True)
    ones = np.ones(len(numbers))
    writing = sparse.csr_matrix((ones, (numbers, np.arange(len(numbers)))))
    written = writing @ (counts > 0).astype(np.float64)
    return np.asarray((written > 0).sum(axis=0)).ravel()
