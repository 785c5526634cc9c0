"""What the engine says of a handful of answers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from handlers.info import features, judging
from handlers.info.embedding import Embedder, spelled
from handlers.info.engine import Engine
from handlers.info.entry import Decision, Entry

LOST = Entry("lost", "KTP hilang", ("ktp saya hilang", "kehilangan kartu tanda penduduk"))
MARKET = Entry("market", "Sewa kios pasar", ("sewa lapak di pasar",))
WATER = Entry("water", "Pasang air PDAM", ("sambungan air baru",), body="Tanyakan ke perusahaan air, bawa denah.")
WORDS = sorted({word for entry in (LOST, MARKET, WATER) for text in entry.asked for word in text.casefold().split()})


def keys(engine: Engine, question: str) -> list[str]:
    """What is found, best first."""
    return [hit.key for hit in engine.ask(question).hits]


def bag(texts: Sequence[str]) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """A small embedding: which of a few words a text has."""
    rows = np.array([[1.0, *(float(word in text.casefold().split()) for word in WORDS)] for text in texts])
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def test_an_engine_without_answers_hands_everything_over() -> None:
    found = Engine(()).ask("ktp hilang")

    assert (found.decision, list(found.hits)) == (Decision.HAND_OVER, [])


def test_a_hit_says_what_it_rests_on_and_what_it_does_not_explain() -> None:
    hit = Engine([LOST, MARKET, WATER]).ask("ktp ambo ilang di bioskop").hits[0]

    assert (hit.key, hit.why.phrasing) == ("lost", "ktp saya hilang")
    assert "bioskop" in hit.why.missed
    assert "ilang" not in hit.why.missed


def test_hits_are_as_many_as_asked_for_best_first_and_no_less_sure_than_the_next() -> None:
    hits = Engine([LOST, MARKET, WATER]).ask("sewa kios atau pasang air di pasar", limit=2).hits

    assert len(hits) == 2
    assert 1 >= hits[0].confidence >= hits[1].confidence >= 0


@pytest.mark.parametrize(
    "typed", ["sewa lapk di psr", "SEWA LAPAAAAK PASAR!!", "sewalapak pasar", "manyewo lapak di pasa"]
)
def test_a_question_is_understood_however_it_is_typed(typed: str) -> None:
    assert keys(Engine([LOST, MARKET, WATER]), typed)[0] == "market"


def test_what_the_answer_itself_says_helps_to_find_it() -> None:
    assert keys(Engine([LOST, MARKET, WATER]), "bawa denah ke mana") == ["water"]


def test_answers_are_added_replaced_and_removed_in_a_new_engine() -> None:
    before = Engine([LOST, MARKET])
    parking = Entry("market", "Tarif parkir", ("biaya parkir motor",))

    after = before.changed([WATER, parking], removed=["lost"])

    assert (len(before), len(after)) == (2, 2)
    assert keys(before, "sewa kios")[0] == "market"
    assert keys(after, "karcis parkir")[0] == "market"
    assert keys(after, "pasang air baru")[0] == "water"
    assert keys(after, "ktp hilang") == []


def test_the_same_question_is_always_answered_alike() -> None:
    engine = Engine([LOST, MARKET, WATER])

    assert (
        engine.ask("ktp ilang gmn") == engine.ask("ktp ilang gmn") == Engine([LOST, MARKET, WATER]).ask("ktp ilang gmn")
    )


def test_an_embedding_joins_in_where_one_is_given() -> None:
    embedder = Embedder(bag)
    engine = Engine([LOST, MARKET, WATER], understanding=embedder.understand)

    assert keys(engine, "ktp hilang")[0] == "lost"
    assert keys(engine.changed(removed=["lost"]), "sambungan air")[0] == "water"


def test_an_embedding_reads_chat_and_minang_in_plain_indonesian() -> None:
    assert spelled("ktp ilang gmn") == "ktp hilang bagaimana"


@pytest.mark.parametrize("kind", ["lexical", "semantic"])
def test_weights_for_every_feature_and_sign_are_shipped(kind: str) -> None:
    weights = judging.learnt(kind)

    assert len(weights.order) == len(features.NAMES)
    assert len(weights.sure) == len(judging.SIGNS)
    assert 0 < weights.offer < weights.answer < 1
