"""Routers compared: the figures, and which of two models is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from sklearn.metrics import f1_score

from handlers.guessing import CategoryInfo, Guesser
from handlers.routing import evaluation, scores, training
from handlers.routing.keywords import KeywordRouter
from handlers.routing.labelled import Labelled
from handlers.routing.scores import Scores
from tests.handlers.routing.texts import BEGIN, WORDS, complaints

CATEGORIES = [
    CategoryInfo(1, "jalan", {}, ("jalan", "aspal"), 1, "public"),
    CategoryInfo(2, "adminduk", {}, ("ktp", "kk"), 2, "public"),
]
GUESS = Guesser(CATEGORIES).guess


def scrambled(count: int) -> list[Labelled]:
    """Complaints whose agencies have nothing to do with their words."""
    agencies = list(WORDS)
    return [Labelled(each.text, agencies[number % 3], each.at) for number, each in enumerate(complaints(count, seed=9))]


def test_scores_are_shares_of_right_suggestions() -> None:
    told = scores.score(["a", "b", "b", "c"], [["a"], ["a", "b"], ["b"], []])

    assert (told.accuracy, told.top3) == (0.5, 0.75)


def test_macro_f1_is_scikit_learns() -> None:
    right, first = list("aaabbbcd"), list("aabbbcce")

    assert scores.macro_f1(right, first) == pytest.approx(f1_score(right, first, average="macro", zero_division=0))


def test_better_is_a_higher_sum_of_accuracy_and_macro_f1() -> None:
    assert Scores(0.80, 0.70, 0.9).beats(Scores(0.81, 0.68, 0.99))
    assert not Scores(0.8, 0.7, 0.9).beats(Scores(0.8, 0.7, 0.9))


def test_the_newest_fifth_is_held_out_whatever_the_order_of_the_file() -> None:
    older, newest = evaluation.split(complaints(50)[::-1])

    assert (len(older), len(newest)) == (40, 10)
    assert max(each.at for each in older) < min(each.at for each in newest)


def test_keywords_learn_which_of_anybodys_agencies_a_category_goes_to() -> None:
    history = [("jalan rusak", "Dinas PU"), ("ktp hilang", "Capil"), ("jalan", "Dinas PU"), ("halo", "Sekda")]
    router = KeywordRouter(GUESS, [Labelled(text, agency, BEGIN) for text, agency in history])

    assert [router.suggest(text)[0] for text in ("aspal jelek", "kk saya", "selamat pagi")] == [
        "Dinas PU",
        "Capil",
        "Sekda",
    ]
    assert router.suggest("ktp dan kk saya hilang di jalan")[:2] == ["Capil", "Dinas PU"]


def test_all_three_routers_are_measured_on_what_they_have_not_seen() -> None:
    seen: list[Labelled] = []

    def train(examples: Sequence[Labelled]) -> bytes:
        seen.extend(examples)
        return training.train(examples)

    texts = complaints(150)
    told = evaluation.evaluate(texts, train, GUESS)

    assert list(told) == ["learned", "keywords", "majority"]
    assert seen == texts[:120]
    assert told["learned"].accuracy > told["keywords"].accuracy > told["majority"].accuracy
    assert all(each.ms_per_text > 0 for each in told.values())


def test_a_model_that_beats_keywords_is_kept_and_has_learnt_from_everything() -> None:
    learnt: list[int] = []

    def train(examples: Sequence[Labelled]) -> bytes:
        learnt.append(len(examples))
        return training.train(examples)

    made = evaluation.retrain(complaints(150), train, GUESS, rival=None)

    assert made.better
    assert learnt == [120, 150]
    assert made.scores["learned"]["accuracy"] > made.scores["keywords"]["accuracy"]


def test_a_model_no_better_than_the_one_in_use_is_not_kept() -> None:
    """The same examples make the same model, which is not better than itself."""
    first = evaluation.retrain(complaints(150), training.train, GUESS, rival=None)
    second = evaluation.retrain(complaints(150), training.train, GUESS, rival=first.rival)

    assert not second.better
    assert second.body == b""
    assert second.scores["in_use"]["accuracy"] == second.scores["learned"]["accuracy"]


def test_a_better_model_takes_the_place_of_one_that_learnt_nonsense() -> None:
    nonsense = training.train(scrambled(150))

    assert evaluation.retrain(complaints(150), training.train, GUESS, rival=nonsense).better


def test_a_model_no_better_than_keywords_is_not_kept() -> None:
    by_keyword = [
        Labelled(f"{word} {number}", agency, BEGIN + dt.timedelta(hours=number))
        for number in range(100)
        for word, agency in (("aspal", "dpupr"), ("kk", "disdukcapil"))
    ]

    assert not evaluation.retrain(by_keyword, training.train, GUESS, rival=None).better
