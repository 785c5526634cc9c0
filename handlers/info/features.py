"""What speaks for each of the likeliest answers, in numbers that mean the same however many answers there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from handlers.info.index import Asked, Index, Matched
from handlers.info.meaning import Meaning, Near
from handlers.info.normalising import plain

Array = npt.NDArray[np.floating[Any]]
CANDIDATES = 24  # answers looked at closely
NEAREST = 3  # texts of each that are compared letter by letter
MISSING, SPARE = 0.6, 0.3  # what a word costs that the text lacks, and one the question lacks (Tversky's a and b)
LITTLE = 1e-6
TELLING = 0.5  # a word this telling, beside the most telling one, should be explained
MISSED = 0.3
UNUSUAL = 0.02  # how often any word is taken to be in any answer's phrasings

NAMES = (
    "likeness",  # of the nearest text
    "covered",  # share of the question that any text of the answer explains
    "usual",  # the same, by how many of the answer's phrasings explain it
    "covered_at_once",  # share of the question that one text explains
    "used",  # share of that text which the question says
    "title_covered",
    "title_used",
    "rarest",  # whether the rarest word of the question is explained
    "missed",  # share of the telling words not explained at all
    "own",  # share of the question that this answer explains and others do not
    "likelihood",  # of the words, against their likelihood anywhere
    "token_set",
    "token_sort",
    "meaning",  # nearness of meaning of the nearest text, when an embedding is there
    "meaning_usual",  # of all texts
)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The likeliest answers: their places in the index, the text of each nearest to the question, their features."""

    entries: npt.NDArray[np.intp]
    nearest: Sequence[int]
    features: npt.NDArray[np.float64]
    matched: Matched


def candidates(index: Index, asked: Asked, question: str, meaning: Meaning | None = None) -> Candidates | None:
    """The likeliest answers to ``asked``; None when nothing speaks for any."""
    if not asked.slots and meaning is None:
        return None
    matched = index.match(asked)
    likeness = _likeness(index, asked, matched)
    columns = _columns(index, asked, matched, likeness)
    near = meaning.nearness(question) if meaning else Near.nothing(len(index.entries))
    columns |= {"meaning": near.best, "meaning_usual": near.usual}
    order = columns["likeness"] + columns["covered"] + columns["usual"] + columns["own"] + near.best
    chosen = _top(order, CANDIDATES)
    if order[chosen[0]] <= LITTLE:
        return None
    chosen = chosen[order[chosen] > LITTLE]
    nearest, letters = _letters(index, asked, likeness, chosen)
    rows = {name: columns[name][chosen] for name in NAMES if name in columns} | letters
    table = np.stack([rows[name] for name in NAMES], axis=1).astype(np.float64)
    return Candidates(chosen, nearest, table, matched)


def _likeness(index: Index, asked: Asked, matched: Matched) -> Array:
    missing = np.maximum(0.0, asked.total - matched.documents)
    spare = np.maximum(0.0, index.lengths - matched.documents)
    likeness: Array = matched.documents / (matched.documents + MISSING * missing + SPARE * spare + LITTLE)
    return likeness


def _columns(index: Index, asked: Asked, matched: Matched, likeness: Array) -> dict[str, Array]:
    """The features that are cheap for all answers at once."""
    weights = np.array(asked.weights, dtype=np.float32)
    total = asked.total + LITTLE
    explained = weights[:, None] * matched.slots
    titles = matched.documents[index.starts]
    telling = weights > TELLING * (weights.max() if len(weights) else 0)
    everyone = matched.slots.sum(axis=1, keepdims=True) + LITTLE
    mean = matched.usual.mean(axis=1, keepdims=True)
    surprise = np.log((matched.usual + UNUSUAL) / (mean + UNUSUAL))
    return {
        "likeness": index.best_of(likeness),
        "covered": explained.sum(axis=0) / total,
        "usual": weights @ matched.usual / total,
        "covered_at_once": index.best_of(matched.documents) / total,
        "used": index.best_of(np.minimum(1.0, matched.documents / (index.lengths + LITTLE))),
        "title_covered": titles / total,
        "title_used": np.minimum(1.0, titles / (index.lengths[index.starts] + LITTLE)),
        "rarest": explained.max(axis=0) / (weights.max() + LITTLE) if len(weights) else np.zeros(len(index.entries)),
        "missed": weights[telling] @ (matched.slots[telling] < MISSED) / total,
        "own": weights @ (matched.slots / everyone) / total,
        "likelihood": weights @ surprise / total,
    }


def _top(values: Array, count: int) -> npt.NDArray[np.intp]:
    """Where the highest values are, highest first; of equal ones the first."""
    if len(values) > count:
        chosen = np.argpartition(-values, count)[:count]
        chosen.sort()
    else:
        chosen = np.arange(len(values))
    return chosen[np.argsort(-values[chosen], kind="stable")]


def _letters(
    index: Index, asked: Asked, likeness: Array, chosen: npt.NDArray[np.intp]
) -> tuple[list[int], dict[str, Array]]:
    """The nearest text of each chosen answer, and how alike it is letter by letter."""
    typed = plain(asked.slots)
    nearest: list[int] = []
    as_sets, in_order = [], []
    for entry in chosen:
        first = int(index.starts[entry])
        last = int(index.starts[entry + 1]) if entry + 1 < len(index.starts) else len(likeness)
        best = first + np.argsort(-likeness[first:last], kind="stable")[:NEAREST]
        texts = [index.plain(int(place)) for place in best]
        nearest.append(int(best[0]))
        as_sets.append(max(fuzz.token_set_ratio(typed, text) for text in texts) / 100)
        in_order.append(max(fuzz.token_sort_ratio(typed, text) for text in texts) / 100)
    return nearest, {"token_set": np.array(as_sets), "token_sort": np.array(in_order)}
