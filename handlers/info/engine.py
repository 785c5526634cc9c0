"""Which of the city's answers a question asks for, and whether that is sure enough to be said.

It knows nothing of emergencies, complaints or conversations: whoever asks it has heard those first
(handlers/emergencies.py, handlers/guessing.py) and may weigh that against a hit's confidence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from handlers.info import judging
from handlers.info.entry import Decision, Entry, Found, Hit, Why
from handlers.info.features import Candidates, candidates
from handlers.info.index import Asked, Index
from handlers.info.judging import Weights
from handlers.info.meaning import Meaning

LONGEST = 500  # characters of a question looked at
NOTHING = Found(Decision.HAND_OVER, ())
Understanding = Callable[[Sequence[Entry]], Meaning]


class Engine:
    """Finds answers. It does not change: ``changed`` makes a new one. Safe to share between threads."""

    def __init__(
        self,
        entries: Iterable[Entry],
        *,
        understanding: Understanding | None = None,
        weights: Weights | None = None,
    ) -> None:
        """``understanding`` makes an embedding of entries; without one, words decide alone."""
        self._entries = {entry.key: entry for entry in entries}
        self._understanding = understanding
        self._index = Index(tuple(self._entries.values()))
        self._meaning = understanding(self._index.entries) if understanding and self._entries else None
        self._weights = weights or judging.learnt("semantic" if understanding else "lexical")

    def __len__(self) -> int:
        return len(self._entries)

    def changed(self, put: Iterable[Entry] = (), removed: Iterable[str] = ()) -> Engine:
        """An engine with entries added or replaced (``put``) and others removed, by key."""
        gone = frozenset(removed)
        entries = self._entries | {entry.key: entry for entry in put}
        left = (entry for key, entry in entries.items() if key not in gone)
        return Engine(left, understanding=self._understanding, weights=self._weights)

    def ask(self, question: str, limit: int = 3) -> Found:
        """The up to ``limit`` likeliest answers, best first, and what to do with them."""
        if not self._entries:
            return NOTHING
        question = question[:LONGEST]
        asked = self._index.asked(question)
        found = candidates(self._index, asked, question, self._meaning)
        if found is None:
            return NOTHING
        return self._judge(asked, found, limit)

    def _judge(self, asked: Asked, found: Candidates, limit: int) -> Found:
        scores = found.features @ self._weights.order
        order = np.argsort(-scores, kind="stable")
        ordered = scores[order]
        explained = found.matched.slots[:, found.entries[order[0]]]
        signs = judging.signs(found.features[order], ordered, asked, explained)
        sure = judging.confidences(self._weights, signs, ordered.tolist())
        hits = [
            Hit(
                self._index.entries[found.entries[place]].key,
                round(confidence, 4),
                round(float(scores[place]), 4),
                self._why(asked, found, int(place)),
            )
            for place, confidence in zip(order[:limit], sure, strict=False)
        ]
        return Found(self._decide(sure[0]), hits)

    def _decide(self, confidence: float) -> Decision:
        if confidence >= self._weights.answer:
            return Decision.ANSWER
        return Decision.OFFER if confidence >= self._weights.offer else Decision.HAND_OVER

    def _why(self, asked: Asked, found: Candidates, place: int) -> Why:
        explained = found.matched.slots[:, found.entries[place]]
        missed = tuple(slot.typed for slot, by in zip(asked.slots, explained, strict=True) if by < judging.EXPLAINED)
        return Why(self._index.texts[found.nearest[place]], missed)
