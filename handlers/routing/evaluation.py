"""How well the classifier routes what it has not seen, beside what it must beat, and whether a new one is better."""

from __future__ import annotations

import dataclasses
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers.routing.keywords import Guess, KeywordRouter
from handlers.routing.labelled import Labelled
from handlers.routing.learned import Suggester
from handlers.routing.scores import Scores, score

Train = Callable[[Sequence[Labelled]], bytes]  # training.train, which a program without scikit-learn cannot import
Route = Callable[[str], Sequence[str]]

NEWEST = 0.2  # the share of the texts on which routers are measured
FEWEST = 10  # texts in a file of which anything can be said
LEARNED, KEYWORDS, MAJORITY, IN_USE = "learned", "keywords", "majority", "in_use"


@dataclass(frozen=True, slots=True)
class Retrained:
    """A new model and how it did. ``better``: than the one in use and the keywords; only then are there bodies.

    ``body`` has learnt from everything; ``rival`` not from the newest fifth, so that another can be held against it.
    """

    better: bool
    examples: int
    scores: Mapping[str, Any] = field(default_factory=dict)
    body: bytes = b""
    rival: bytes = b""


def split(texts: Sequence[Labelled]) -> tuple[Sequence[Labelled], Sequence[Labelled]]:
    """The older four fifths and the newest fifth; of the same moment, those that came first are older."""
    ordered = sorted(texts, key=lambda each: each.at)
    older = len(ordered) - round(len(ordered) * NEWEST)
    return ordered[:older], ordered[older:]


def evaluate(texts: Sequence[Labelled], train: Train, guess: Guess) -> dict[str, Scores]:
    """The scores of each router, all taught by the older four fifths, on the newest fifth."""
    older, newest = split(texts)
    return _measured(older, newest, train(older), guess)


def retrain(texts: Sequence[Labelled], train: Train, guess: Guess, *, rival: bytes | None) -> Retrained:
    """Train a new model and hold it against ``rival``, the one in use without the newest fifth it was told of."""
    older, newest = split(texts)
    body = train(older)
    scores = _measured(older, newest, body, guess)
    others = [scores[KEYWORDS]]
    if rival:
        scores[IN_USE] = measure(learned(rival), newest)
        others.append(scores[IN_USE])
    told = {name: dataclasses.asdict(each) for name, each in scores.items()}
    if not all(scores[LEARNED].beats(other) for other in others):
        return Retrained(False, len(texts), told)
    return Retrained(True, len(texts), told, train([*older, *newest]), body)


def _measured(older: Sequence[Labelled], newest: Sequence[Labelled], body: bytes, guess: Guess) -> dict[str, Scores]:
    commonest = [agency for agency, _ in Counter(each.agency for each in older).most_common(3)]
    return {
        LEARNED: measure(learned(body), newest),
        KEYWORDS: measure(KeywordRouter(guess, older).suggest, newest),
        MAJORITY: measure(lambda _: commonest, newest),
    }


def learned(body: bytes) -> Route:
    """The router that a model's body makes."""
    suggester = Suggester.load(body)
    return lambda text: [each.agency_code for each in suggester.suggest(text)]


def measure(route: Route, texts: Sequence[Labelled]) -> Scores:
    """How well and how fast ``route`` does on ``texts``."""
    start = time.perf_counter()
    suggested = [route(each.text) for each in texts]
    spent = time.perf_counter() - start
    return score([each.agency for each in texts], suggested, ms_per_text=1000 * spent / max(len(texts), 1))
