"""What complaints are about, guessed from texts as people write them."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.city import City
from handlers.guessing import CategoryInfo, Guesser

HERE = Path(__file__).parent

EVERYDAY = {
    "lampu jalan mati di dakek pasa usang": "lampu_jalan",
    "sampah alun diangkuik di silaing bawah": "sampah",
    "jalan berlubang depan sd": "jalan",
    "aia pam ndak iduik sajak patang": "air_bersih",
    "got tumpat banjir": "drainase",
    "minta uang pas urus ktp (pungli)": "pungli",
    "puskesmas tutup jam 10": "kesehatan",
    "pohon tumbang": "pohon",
    "anjing liar": "hewan",
    "parkir liar": "parkir",
    "bansos tidak tepat sasaran": "bansos",
    "wifi publik mati": "internet",
}
NOTHING = ["", "   ", "selamat pagi pak", "assalamualaikum", "halo min", "terima kasih banyak", "🙏🙏", "?", "ok"]


def category(code: str, *keywords: str, hints: tuple[str, ...] = (), visibility: str = "public") -> CategoryInfo:
    """A category to guess."""
    return CategoryInfo(0, code, {"id": code.title()}, keywords, 1, visibility, hints)


def guessed(guesser: Guesser, text: str) -> list[str]:
    """The codes of what ``text`` is guessed to be about."""
    return [found.code for found in guesser.guess(text, 3)]


def rates(city: City, file: str) -> tuple[float, float]:
    """How often the right category comes first, and how often among the first three."""
    with (HERE / file).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    hits: Counter[str] = Counter()
    for row in rows:
        codes = [found.code for found in city.guess_categories(row["text"])]
        hits["first"] += codes[:1] == [row["category"]]
        hits["among three"] += row["category"] in codes
    return hits["first"] / len(rows), hits["among three"] / len(rows)


@pytest.mark.parametrize(("text", "code"), EVERYDAY.items())
def test_an_everyday_complaint_is_guessed_at_once(padang_panjang: City, text: str, code: str) -> None:
    assert padang_panjang.guess_categories(text)[0].code == code


def test_money_asked_for_at_school_offers_extortion_and_school(padang_panjang: City) -> None:
    found = {category.code for category in padang_panjang.guess_categories("guru minta uang buku")[:2]}

    assert found == {"pungli", "sekolah"}


def test_of_130_clean_slang_mistyped_minang_and_english_texts_nearly_all_are_guessed(padang_panjang: City) -> None:
    """Reached: 98.5 % first, 100 % among three. The keywords were mended after looking at these texts."""
    first, among_three = rates(padang_panjang, "complaint_texts.csv")

    assert first >= 0.95
    assert among_three >= 0.98


def test_texts_the_keywords_were_never_mended_for_do_nearly_as_well(padang_panjang: City) -> None:
    """Reached: 95.2 % first, 98.4 % among three, over 63 texts. Do not add keywords for these."""
    first, among_three = rates(padang_panjang, "complaint_texts_unseen.csv")

    assert first >= 0.90
    assert among_three >= 0.95


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_about_nothing_is_guessed_as_nothing(padang_panjang: City, text: str) -> None:
    assert padang_panjang.guess_categories(text) == []


def test_no_more_are_guessed_than_asked_for(padang_panjang: City) -> None:
    assert len(padang_panjang.guess_categories("jalan rusak, lampu jalan mati, sampah menumpuk", limit=2)) == 2


def test_a_phrase_beats_a_word() -> None:
    guesser = Guesser([category("road", "jalan"), category("light", "lampu jalan")])

    assert guessed(guesser, "lampu jalan rusak") == ["light", "road"]


def test_words_side_by_side_beat_words_far_apart() -> None:
    guesser = Guesser([category("light", "lampu mati"), category("tree", "pohon tumbang")])

    assert guessed(guesser, "lampu di sebelah rumah itu mati dan ada pohon tumbang") == ["tree", "light"]


def test_the_order_of_words_tells_two_phrases_apart() -> None:
    guesser = Guesser([category("street", "lampu mati"), category("power", "mati lampu")])

    assert guessed(guesser, "mati lampu")[0] == "power"
    assert guessed(guesser, "lampu mati")[0] == "street"


def test_one_word_is_not_taken_for_both_words_of_a_phrase() -> None:
    assert guessed(Guesser([category("square", "alun alun")]), "alun siap") == []


def test_a_keyword_two_categories_share_counts_less_than_one_of_their_own() -> None:
    guesser = Guesser([category("one", "kabel"), category("two", "kabel"), category("three", "tiang")])

    assert guessed(guesser, "kabel di tiang")[0] == "three"


def test_a_hint_decides_only_when_nothing_better_is_said() -> None:
    guesser = Guesser([category("road", hints=("rusak",)), category("school", "sekolah")])

    assert guessed(guesser, "rusak") == ["road"]
    assert guessed(guesser, "sekolah rusak") == ["school", "road"]


def test_between_equals_the_one_kept_secret_is_offered_first() -> None:
    guesser = Guesser([category("papers", "urus ktp"), category("bribe", "minta uang", visibility="secret")])

    assert guessed(guesser, "minta uang pas urus ktp") == ["bribe", "papers"]


def test_a_category_is_named_in_the_language_asked_for_or_in_indonesian() -> None:
    road = CategoryInfo(1, "road", {"id": "Jalan", "en": "Roads"}, (), 1, "public")

    assert (road.name("en"), road.name("min")) == ("Roads", "Jalan")


@settings(deadline=None)
@given(text=st.text(max_size=400))
def test_any_text_may_be_guessed(padang_panjang: City, text: str) -> None:
    assert len(padang_panjang.guess_categories(text)) <= 3
