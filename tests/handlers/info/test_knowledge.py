"""Answers in several languages become one entry each, found by what people say in any of them."""

from __future__ import annotations

from handlers.info import knowledge
from handlers.info.engine import Engine
from handlers.info.entry import Decision
from storage.models import Answer
from tests.conftest import NOW


def answer(key: str, language: str, title: str, *phrasings: str) -> Answer:
    """A published answer."""
    return Answer(
        key=key,
        language=language,
        title=title,
        body=f"Body of {title}",
        phrasings=list(phrasings),
        published=True,
        updated_at=NOW,
    )


ANSWERS = (
    answer("ktp_hilang", "en", "Lost identity card", "i lost my ktp"),
    answer("ktp_hilang", "id", "KTP hilang", "ktp ilang gmn"),
    answer("pindah", "en", "Moving here", "move to padang panjang"),
)


def test_the_citys_first_language_gives_the_title_and_the_others_ways_of_asking() -> None:
    (lost, moving) = knowledge.entries(knowledge.gather(ANSWERS, ("id", "en")))

    assert (lost.key, lost.title, lost.language) == ("ktp_hilang", "KTP hilang", "id")
    assert lost.phrasings == ("ktp ilang gmn", "Lost identity card", "i lost my ktp")
    assert (moving.title, moving.language) == ("Moving here", "en")


def test_a_text_holds_all_that_may_be_read() -> None:
    texts = knowledge.texts(knowledge.gather(ANSWERS, ("id",)))

    assert texts["ktp_hilang"] == "KTP hilang\nBody of KTP hilang\nLost identity card\nBody of Lost identity card"


def test_an_answer_is_found_in_either_language() -> None:
    engine = Engine(knowledge.entries(knowledge.gather(ANSWERS, ("id", "en"))))

    for question in ("ktp ilang gmn", "i lost my ktp"):
        found = engine.ask(question)
        assert (found.decision, found.hits[0].key) == (Decision.ANSWER, "ktp_hilang")
