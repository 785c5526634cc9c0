"""What the city answers with, as the snapshot holds it."""

from __future__ import annotations

import datetime as dt

from handlers.city import City
from handlers.info.library import Library
from storage.models import Answer, Service

NOW = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)


def answer(key: str, language: str) -> Answer:
    return Answer(
        key=key,
        language=language,
        title=f"{key} {language}",
        body="",
        phrasings=[],
        published=True,
        updated_at=NOW,
    )


def test_an_answer_comes_in_the_language_asked_for_or_else_in_the_citys_first() -> None:
    library = Library([answer("geese", "en"), answer("geese", "id")], [], [], ("id", "en"))

    assert [getattr(library.answer("geese", language), "language", "") for language in ("en", "id", "min")] == [
        "en",
        "id",
        "id",
    ]
    assert library.answer("ducks", "id") is None


def test_the_first_service_in_the_catalogue_is_the_one_an_answer_is_about() -> None:
    catalogue = [Service(code=code, names={}, agency_id=1, answer_key="geese") for code in ("a", "b")]
    library = Library([], catalogue, [], ("id",))

    assert library.service_of("geese") is catalogue[0]
    assert library.service_of("") is None


def test_the_engine_stays_while_the_answers_do() -> None:
    before, after = (Library([answer("geese", "id")], [], [], ("id",)) for _ in range(2))

    assert before.engine is after.engine


def test_drafts_are_not_in_it(padang_panjang: City) -> None:
    assert padang_panjang.library.answer("ktp_hilang", "id") is not None
    assert padang_panjang.library.answer("adminduk_biaya", "id") is None
