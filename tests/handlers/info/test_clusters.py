"""Questions that ask the same stand together, always in the same way, and fast."""

from __future__ import annotations

import random
import time

from handlers.info.clusters import Said, clusters, gist
from tests.handlers.info import sets

MOST_SECONDS = 5.0  # for 5,000 different questions on a busy machine; alone it takes less than one


def said(*texts: str) -> list[Said]:
    return [Said(number, text) for number, text in enumerate(texts, 1)]


def grouped(*texts: str) -> list[tuple[int, ...]]:
    """The ids of each cluster, counted from 1."""
    return [cluster.ids for cluster in clusters(said(*texts))]


def test_order_spelling_and_language_are_no_matter() -> None:
    assert grouped("ktp hilang", "KTP ilang gmn min", "hilang ktp", "lost ktp", "kk hilang") == [(1, 2, 3, 4), (5,)]


def test_a_typo_joins_what_it_is_like() -> None:
    assert grouped("pelatihan kerja mekanik", "pelatihan kerja mekanikk", "pelatihn kerja mekanik") == [(1, 2, 3)]


def test_short_words_that_differ_stay_apart() -> None:
    assert grouped("ktp hilang", "kk hilang", "ktp rusak") == [(1,), (2,), (3,)]


def test_the_most_asked_comes_first_and_the_commonest_words_stand_for_it() -> None:
    (first, second) = clusters(said("pajak kos", "ktp ilang", "ktp hilang", "ktp hilang"))

    assert (first.label, first.texts, first.ids) == ("ktp hilang", (("ktp hilang", 2), ("ktp ilang", 1)), (2, 3, 4))
    assert second.label == "pajak kos"


def test_what_is_apart_stays_apart() -> None:
    found = clusters([Said(1, "ktp hilang", 7), Said(2, "ktp hilang", 8), Said(3, "hilang ktp", 8)])

    assert [(cluster.apart, cluster.ids) for cluster in found] == [(8, (2, 3)), (7, (1,))]


def test_words_that_say_nothing_are_compared_as_they_are() -> None:
    assert gist("???") == "???"
    assert grouped("apa", "apa", "???", "") == [(1, 2), (3,), (4,)]


def test_five_thousand_questions_come_out_the_same_in_any_order_and_soon() -> None:
    texts = [text for entry in (*sets.entries(), *sets.seeded()) for text in entry.asked]
    dice = random.Random(4)
    while len(texts) < 5000:
        text = dice.choice(texts)
        place = dice.randrange(len(text))
        texts.append(text[:place] + text[place + 1 :])
    questions = said(*texts[:5000])
    began = time.perf_counter()
    found = clusters(questions)
    took = time.perf_counter() - began
    dice.shuffle(questions)

    assert sorted(number for cluster in found for number in cluster.ids) == list(range(1, 5001))
    assert clusters(questions) == found
    assert took < MOST_SECONDS
