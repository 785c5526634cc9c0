"""The classifier that routes: what it learns, and that what it says is what scikit-learn would."""

from __future__ import annotations

import dataclasses
import io
import subprocess
import sys

import numpy as np
import pytest
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC

from handlers.routing import choosing, counting, features, members, mixing, training
from handlers.routing.labelled import Labelled
from handlers.routing.learned import Suggester, Weights
from handlers.routing.mixing import Choice
from tests.handlers.routing.texts import BEGIN, complaints

EXAMPLES = complaints(120)
NEW = [
    "Pak, aspal di depan rumah berlubang!!",
    "blangko KTP habis, antrean panjang, hub 0812-3456-7890",
    "smph menumpuk di tps",
    "",
    "zzz qqq",
    "jalaaan rusak " * 400,
]


@pytest.fixture(scope="module")
def suggester() -> Suggester:
    return Suggester.load(training.train(EXAMPLES))


def test_it_knows_the_agency_of_what_it_has_not_seen(suggester: Suggester) -> None:
    first = [suggester.suggest(text)[0].agency_code for text in NEW[:3]]

    assert first == ["dpupr", "disdukcapil", "perkimlh"]


def test_confidences_are_shares_of_one_the_highest_first(suggester: Suggester) -> None:
    for text in NEW:
        shares = [each.confidence for each in suggester.suggest(text)]

        assert sum(shares) == pytest.approx(1.0)
        assert shares == sorted(shares, reverse=True)


def test_no_more_are_suggested_than_asked_for(suggester: Suggester) -> None:
    assert len(suggester.suggest(NEW[0], limit=1)) == 1


def test_scores_are_what_scikit_learn_decides() -> None:
    """Each member's own decision function on scikit-learn's TF-IDF, weighed as the model says, to 1e-6."""
    counted = counting.count([each.text for each in EXAMPLES] + NEW, [""] * (len(EXAMPLES) + len(NEW)))
    rows, new = np.arange(len(EXAMPLES)), np.arange(len(EXAMPLES), len(EXAMPLES) + len(NEW))
    agencies, labels = np.unique([each.agency for each in EXAMPLES], return_inverse=True)
    space = counting.space(counted, rows)
    vectors, tried = space.vectors(counted, rows), space.vectors(counted, new)
    importance = members.importance(labels, fading=0)
    machine = LinearSVC(C=0.2, random_state=members.SEED, max_iter=members.ITERATIONS)
    machine.fit(vectors, labels, sample_weight=importance)
    bayes = ComplementNB(alpha=members.SMOOTHING).fit(vectors, labels, sample_weight=importance)

    def decided(values: np.ndarray, over: np.ndarray) -> np.ndarray:
        spread = (over - over.mean(axis=1, keepdims=True)).std()
        return np.asarray((values - values.mean(axis=1, keepdims=True)) / spread)

    wanted = decided(machine.decision_function(tried), machine.decision_function(vectors))
    wanted = wanted + decided(bayes.predict_joint_log_proba(tried), bayes.predict_joint_log_proba(vectors))
    choice = Choice(telling=0.0, counting=1.0)
    trained = mixing.parts(vectors, labels, (choice.slack,), 0)
    model = mixing.mix(trained, choice)
    grams = [[grams[place] for place in kept] for grams, kept in zip(counted.grams, space.kept, strict=True)]
    weights = Weights(list(agencies), grams, space.rarity, model.matrix, model.bias, 1.0)
    ours = np.array([Suggester.load(weights.pack()).scores(text) for text in NEW])

    np.testing.assert_allclose(ours, wanted / 2, atol=1e-6)


def test_all_three_members_decide_as_their_weights_say() -> None:
    counted = counting.count([each.text for each in EXAMPLES], [""] * len(EXAMPLES))
    agencies, labels = np.unique([each.agency for each in EXAMPLES], return_inverse=True)
    weights = training.fit(counted, list(agencies), labels, Choice())
    rows = np.arange(len(EXAMPLES))
    space = counting.space(counted, rows)
    vectors = space.vectors(counted, rows)
    wanted = mixing.mix(mixing.parts(vectors, labels, (Choice().slack,), 0), Choice()).scores(vectors)

    ours = np.array([Suggester.load(weights.pack()).scores(each.text) for each in EXAMPLES])

    np.testing.assert_allclose(ours, wanted, atol=1e-6)


@pytest.mark.parametrize("agencies", [("dpupr",), ("dpupr", "perkimlh")], ids=["one agency", "two agencies"])
def test_few_agencies_are_learnt_as_well(agencies: tuple[str, ...]) -> None:
    examples = complaints(40, agencies=agencies)
    suggester = Suggester.load(training.train(examples))

    right = [suggester.suggest(each.text)[0].agency_code == each.agency for each in examples]

    assert sum(right) > 35


def test_an_agency_with_a_single_example_is_known() -> None:
    rare = Labelled("laporan gratifikasi pejabat", "inspektorat", BEGIN)

    assert "inspektorat" in Suggester.load(training.train([rare, *EXAMPLES])).agencies


def test_nothing_to_learn_from_is_said() -> None:
    with pytest.raises(ValueError, match="nothing to learn from"):
        training.train([])


def test_empty_and_equal_texts_at_one_moment_can_be_learnt_from() -> None:
    examples = [Labelled(text, agency, BEGIN) for text, agency in [("", "a"), ("", "b"), ("jalan", "a")] * 4]

    assert set(Suggester.load(training.train(examples)).agencies) == {"a", "b"}


def test_the_same_examples_make_the_same_model() -> None:
    assert training.train(EXAMPLES) == training.train(EXAMPLES)


def test_open_questions_are_decided_where_there_are_enough_examples() -> None:
    examples = complaints(400)
    counted = counting.count([each.text for each in examples], [each.author for each in examples])
    _, labels = np.unique([each.agency for each in examples], return_inverse=True)

    chosen = choosing.choose(counted, labels)

    assert chosen.sharpness in choosing.SHARPNESS
    assert dataclasses.replace(chosen, sharpness=0) == dataclasses.replace(Choice(), sharpness=0)


def test_what_one_citizen_alone_wrote_is_not_in_the_model() -> None:
    """However often: not the name, nor a piece of it."""
    mine = [Labelled(f"jalan berlubang kata Sukirman {day}", "dpupr", BEGIN, author="c1") for day in range(20)]
    twice = [Labelled("aspal rusak lapor Zubaidah", "dpupr", BEGIN)] * 2

    weights = Weights.unpack(training.train([*mine, *twice, *EXAMPLES]))

    assert not [gram for gram in [*weights.grams[0], *weights.grams[1]] if "ukir" in gram or "zub" in gram]
    assert "jalan" in weights.grams[0]


def test_numbers_of_people_and_links_are_not_in_the_model() -> None:
    private = (
        "ktp hilang 1374012345678901 hub +62 812-3456-7890 atau 081234567890, rina@contoh.id www.rina.id/x kk 13740"
    )
    examples = [Labelled(f"{private} {number}", "disdukcapil", BEGIN) for number in range(9)]

    weights = Weights.unpack(training.train([*examples, *EXAMPLES]))

    grams = [*weights.grams[0], *weights.grams[1]]
    assert not [gram for gram in grams if sum(map(str.isdigit, gram)) > 3 or "rina" in gram]
    assert {"nomor", "tautan"} <= set(weights.grams[0])


def test_a_text_is_taken_apart_as_people_write_it() -> None:
    normal = features.normalise("TOLOOONG  pak,\n jln2 rusak")

    assert normal == "tolong pak, jln2 rusak"
    assert features.word_grams(normal) == "tolong|pak|jln2|rusak|tolong pak|pak jln2|jln2 rusak".split("|")
    assert features.char_grams("ab") == [" a", "ab", "b ", " ab", "ab ", " ab "]


def test_a_model_of_another_form_is_refused() -> None:
    weights = Weights.unpack(training.train(EXAMPLES))
    body = weights.pack()

    assert Weights.unpack(body).agencies == weights.agencies
    with pytest.raises(ValueError, match="form"):
        _ = Weights.unpack(_reformed(body))


def _reformed(body: bytes) -> bytes:
    with np.load(io.BytesIO(body)) as found:
        arrays = dict(found)
    out = io.BytesIO()
    np.savez_compressed(out, **{**arrays, "form": np.array(99)})
    return out.getvalue()


def test_suggesting_loads_neither_scikit_learn_nor_scipy() -> None:
    code = (
        "import sys, bot.cli, bot.app, handlers.routing.learned, handlers.routing.evaluation; "
        "print([name for name in sys.modules if name.split('.')[0] in ('sklearn', 'scipy')])"
    )

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"
