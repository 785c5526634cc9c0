"""Words as they are typed, and the closed sets that recognise them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import words
from handlers.vocabulary import MOST_REMEMBERED, Vocabulary

FOLDED = [
    ("Tolooooong!!", ["tolong"]),
    ("jalan2 rusak", ["jalan", "jalan", "rusak"]),
    ("anak2nya", ["anak", "anaknya"]),
    ("Balai-balai", ["balai", "balai"]),
    ("a,b;c", ["a", "b", "c"]),
    ("café 𝐛𝐨𝐥𝐝 ｆｕｌｌ", ["cafe", "bold", "full"]),
    ("snake_case", ["snake", "case"]),
    ("😀", []),
]
MEANT = [("gmn", "bagaimana"), ("ndak", "tidak"), ("aia", "air"), ("jln", "jalan"), ("sarok", "sampah")]
ROOTS = [("pengaspalan", "aspal"), ("berlubang", "lubang"), ("menyapu", "sapu"), ("pungutan", "pungut")]
SOUNDS = [("silaing", "silaiang"), ("bukit", "bukik"), ("atas", "ateh"), ("lubuk", "lubuak"), ("pasar", "pasa")]
RECOGNISED = [
    ("lampu", "lampu"),
    ("lmpu", "lampu"),
    ("smph", "sampah"),
    ("sampahh", "sampah"),
    ("sampha", "sampah"),
    ("tersumbat", "sumbat"),
    ("banjia", "banjir"),
    ("pengankutan", "pengangkutan"),
    ("pengankuta", "pengangkutan"),
]


@pytest.mark.parametrize(("text", "parts"), FOLDED)
def test_text_is_folded_and_taken_apart(text: str, parts: list[str]) -> None:
    assert words.split(text) == parts


@pytest.mark.parametrize(("typed", "meant"), MEANT)
def test_chat_and_minang_words_have_a_meaning(typed: str, meant: str) -> None:
    assert meant in words.meanings(typed)


def test_a_false_friend_keeps_its_own_sense() -> None:
    """Capek is "quick" in Minang and "tired" in Indonesian: the meaning comes on top of the word."""
    assert "capek" in Vocabulary(["capek", "cepat"]).recognise("capek")
    assert "cepat" in Vocabulary(["capek", "cepat"]).recognise("capek")


@pytest.mark.parametrize(("word", "root"), ROOTS)
def test_a_word_has_its_root(word: str, root: str) -> None:
    assert root in words.roots(word)


def test_a_word_that_only_looks_built_has_no_root() -> None:
    assert words.roots("barang") == ()


@pytest.mark.parametrize(("indonesian", "minang"), SOUNDS)
def test_an_ending_sounds_otherwise_in_minang(indonesian: str, minang: str) -> None:
    assert minang in words.sounds(indonesian)


@pytest.mark.parametrize(("typed", "word"), RECOGNISED)
def test_a_vocabulary_recognises_its_word(typed: str, word: str) -> None:
    known = ["lampu", "sampah", "sumbat", "banjir", "pengangkutan"]

    assert word in Vocabulary(known).recognise(typed)


def test_a_strict_vocabulary_does_not_take_a_relative_for_the_word() -> None:
    assert not Vocabulary(["bakar"], loose=False).recognise("membakar")


def test_a_real_word_is_not_taken_for_a_misspelling() -> None:
    assert not Vocabulary(["terbakar"]).recognise("terbayar")


def test_a_vocabulary_stops_remembering_when_it_has_much() -> None:
    vocabulary = Vocabulary(["lampu"])
    for number in range(MOST_REMEMBERED + 10):
        vocabulary.recognise(f"x{number}")

    assert vocabulary.recognise("lampu")


@given(text=st.text(max_size=500))
def test_any_text_can_be_taken_apart(text: str) -> None:
    assert all(part and part == part.casefold() for part in words.split(text))
