"""What a complaint is about: categories by the words in it, whatever way they are spelled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from handlers import words
from handlers.vocabulary import Heard, Vocabulary
from storage.models import Visibility

WEIGHTS = (0.0, 1.0, 2.2, 3.2, 3.8)  # by the number of words in a keyword: more words, more sure
HINTED = 0.35  # a hint weighs less than any keyword, but two hints and a keyword beat a keyword
SECOND = 0.3  # what each further keyword adds: many words of one category beat one of another
LOOSE = 0.6  # two words of a keyword that stand far apart
REVERSED = 0.85  # "lampu mati" is not quite "mati lampu"
CLOSE = 3  # steps from one word of a keyword to the next
SAFER = 1.25  # money asked for a KTP: rather the extortion, kept secret, than the KTP, published


@dataclass(frozen=True, slots=True)
class CategoryInfo:
    """What a complaint can be about. ``keywords`` give it away, ``hints`` only point to it."""

    id: int
    code: str
    names: Mapping[str, str]
    keywords: tuple[str, ...]
    agency_id: int
    visibility: str
    hints: tuple[str, ...] = ()

    def name(self, language: str) -> str:
        """The name in ``language``, else in Indonesian."""
        return self.names.get(language) or self.names.get("id") or self.code


@dataclass(frozen=True, slots=True)
class Keyword:
    """Words that together point to a category (by its position) with a weight."""

    words: tuple[str, ...]
    category: int
    weight: float


class Guesser:
    """Finds the categories whose keywords are in a text."""

    def __init__(self, categories: Sequence[CategoryInfo]) -> None:
        self._categories = categories
        self._factors = [SAFER if category.visibility == Visibility.SECRET else 1.0 for category in categories]
        self._single: dict[str, list[Keyword]] = defaultdict(list)
        self._longer: dict[str, list[Keyword]] = defaultdict(list)
        keywords = list(_keywords(categories))
        for keyword in keywords:
            index = self._single if len(keyword.words) == 1 else self._longer
            index[keyword.words[0]].append(keyword)
        self._vocabulary = Vocabulary(word for keyword in keywords for word in keyword.words)

    def guess(self, text: str, limit: int) -> list[CategoryInfo]:
        """The likeliest categories, best first; empty when no word fits."""
        heard = self._vocabulary.hear(words.split(text))
        if not heard:
            return []
        scores = self._score(heard)
        ranked = sorted(scores, key=lambda index: (-scores[index], index))
        return [self._categories[index] for index in ranked[:limit]]

    def _score(self, heard: Heard) -> dict[int, float]:
        """Per category its best keyword, and a little for each other one."""
        best: dict[int, float] = {}
        total: dict[int, float] = defaultdict(float)
        for word, places in heard.items():
            for keyword in self._single.get(word, ()):
                _add(best, total, keyword.category, keyword.weight * max(sure for _, sure in places))
            for keyword in self._longer.get(word, ()):
                if fit := _fit(keyword.words, heard):
                    _add(best, total, keyword.category, keyword.weight * fit)
        return {
            category: (top + SECOND * (total[category] - top)) * self._factors[category]
            for category, top in best.items()
        }


def _add(best: dict[int, float], total: dict[int, float], category: int, score: float) -> None:
    total[category] += score
    if score > best.get(category, 0.0):
        best[category] = score


def _fit(phrase: Sequence[str], heard: Heard) -> float:
    """How well all words of ``phrase`` are in the text, 0 when one is missing."""
    best = 0.0
    for position, sure in heard[phrase[0]]:
        last, fit = position, sure
        for word in phrase[1:]:
            if (places := heard.get(word)) is None:
                return 0.0
            following, how_sure = min(places, key=lambda place: (abs(place[0] - last - 1), place[0]))
            fit = min(fit, how_sure) * _distance(following - last)
            last = following
        best = max(best, fit)
    return best


def _distance(steps: int) -> float:
    """What two words that should follow each other are worth when they stand ``steps`` apart."""
    if steps == 0:  # one word typed, two of the phrase recognised in it
        return 0.0
    order = 1.0 if steps > 0 else REVERSED
    return order if abs(steps) <= CLOSE else order * LOOSE


def _keywords(categories: Sequence[CategoryInfo]) -> Iterator[Keyword]:
    """Keywords and hints of all categories; one that several categories share is worth less to each."""
    found: dict[tuple[str, ...], dict[int, float]] = defaultdict(dict)
    for index, category in enumerate(categories):
        for factor, phrases in ((HINTED, category.hints), (1.0, category.keywords)):
            for phrase in phrases:
                if parts := tuple(words.split(phrase)):
                    found[parts][index] = factor * WEIGHTS[min(len(parts), len(WEIGHTS) - 1)]
    for parts, shares in found.items():
        for index, weight in shares.items():
            yield Keyword(parts, index, weight / len(shares))
