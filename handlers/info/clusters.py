"""Questions that ask the same, put together: by the words they come down to, whatever their order and spelling.

The same questions give the same clusters, and a new question does not tear old ones apart: the most frequent way of
asking leads, and others join the first leader they are like.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz import fuzz, process

from handlers.info.normalising import WEAK, read

ALIKE = 88  # of 100: letters two have in common, once their words are in plain Indonesian and in order
BLOCK = 500  # compared with all at once


@dataclass(frozen=True, slots=True)
class Said:
    """A question: its ``id``, words, and what keeps it apart from others (such as whose it is)."""

    id: int
    text: str
    apart: Hashable = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """Questions that ask the same. ``texts`` are their words with how often each came, the most frequent first."""

    ids: tuple[int, ...]
    texts: tuple[tuple[str, int], ...]
    apart: Hashable

    @property
    def label(self) -> str:
        """The words that stand for all."""
        return self.texts[0][0]


@lru_cache(maxsize=20_000)
def gist(text: str) -> str:
    """What a question comes down to: the words that tell, each once, in plain Indonesian and in order."""
    slots = read(text)
    telling = sorted({slot.name for slot in slots if slot.weight > WEAK})
    return " ".join(telling or sorted({slot.name for slot in slots})) or " ".join(text.casefold().split())


def clusters(questions: Iterable[Said]) -> list[Cluster]:
    """The questions by what they ask, the most asked first."""
    groups: dict[tuple[Hashable, str], list[Said]] = defaultdict(list)
    for question in sorted(questions, key=lambda each: each.id):
        groups[question.apart, gist(question.text)].append(question)
    order = sorted(groups, key=lambda group: (-len(groups[group]), groups[group][0].id))
    members: dict[int, list[Said]] = defaultdict(list)
    for group, leader in zip(order, _leaders(order), strict=True):
        members[leader] += groups[group]
    found = [_cluster(each) for each in members.values()]
    return sorted(found, key=lambda cluster: (-len(cluster.ids), cluster.ids))


def _leaders(order: Sequence[tuple[Hashable, str]]) -> list[int]:
    """Of each group the place of its leader: the first group like it that leads itself, or its own."""
    gists = [gist for _, gist in order]
    leaders: list[int] = []
    for start in range(0, len(order), BLOCK):
        block = gists[start : start + BLOCK]
        like = process.cdist(block, gists[: start + len(block)], scorer=fuzz.ratio, score_cutoff=ALIKE, dtype=np.uint8)
        for place, row in enumerate(like, start):
            near = (int(other) for other in np.flatnonzero(row[:place]))
            leads = (other for other in near if leaders[other] == other and order[other][0] == order[place][0])
            leaders.append(next(leads, place))
    return leaders


def _cluster(questions: Sequence[Said]) -> Cluster:
    said = Counter(" ".join(question.text.split()) for question in questions)  # in the order of coming when equal
    ids = tuple(sorted(question.id for question in questions))
    return Cluster(ids, tuple(said.most_common()), questions[0].apart)
