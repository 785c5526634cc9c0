"""What a question may mean, word by word."""

from __future__ import annotations

import pytest

from handlers.info.normalising import WEAK, Slot, read, single
from handlers.info.spelling import Speller


def readings(text: str) -> set[str]:
    """All that ``text`` may mean."""
    return {reading for slot in read(text) for reading in slot.readings}


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gmn", "bagaimana"),
        ("ilaaaang", "hilang"),
        ("tutuik", "tutup"),
        ("mauruih", "urus"),
        ("wedding", "nikah"),
        ("ket", "keterangan"),
        ("pengurusan", "urus"),
    ],
)
def test_a_word_is_also_read_as_what_it_stands_for(typed: str, meant: str) -> None:
    assert meant in readings(typed)


@pytest.mark.parametrize("word", ["capek", "lah", "awak", "kini", "maha", "bara", "lado", "batang", "bandar"])
def test_a_false_friend_stays_what_it_is_beside_what_it_means_in_minang(word: str) -> None:
    assert single(word).readings[word] == 1.0


@pytest.mark.parametrize(
    ("one", "other"), [("kartu keluarga", "kk"), ("e-KTP", "kartu tanda penduduk"), ("capil", "dukcapil")]
)
def test_two_names_of_one_thing_share_a_reading_that_is_sure(one: str, other: str) -> None:
    first, second = (
        {reading for slot in read(text) for reading, sure in slot.readings.items() if sure == 1.0}
        for text in (one, other)
    )

    assert first & second


def test_words_that_say_nothing_are_left_out_and_words_that_say_little_count_little() -> None:
    slots = read("yang di dong bagaimana puskesmas")

    assert [slot.typed for slot in slots] == ["bagaimana", "puskesmas"]
    assert slots[0].weight == WEAK


@pytest.mark.parametrize("word", ["tidak", "belum", "panjang", "bagaimana", "berapa"])
def test_words_of_the_big_stop_lists_that_matter_are_kept(word: str) -> None:
    assert read(word)


def test_jalan2_is_said_as_it_is_read() -> None:
    assert read("jalan2") == read("jalan jalan")


@pytest.mark.parametrize("name", ["ngalau", "ganting", "ekor lubuk", "silaing bawah", "tanah pak lambik", "bpbd"])
def test_names_are_kept_as_typed(name: str) -> None:
    kept = {word for slot in read(name) for reading in slot.readings for word in reading.split()}

    assert set(name.split()) - {"pak"} <= kept


def test_a_word_is_read_once_whatever_stands_around_it() -> None:
    assert isinstance(read("puskesmas")[0], Slot)
    assert read("puskesmas dima")[0] == read("puskesmas")[0]


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("puskesms", "puskesmas"),
        ("syrt", "syarat"),
        ("perpus", "perpustakaan"),
        ("silaiang", "silaing"),
        ("bayarpajak", "pajak"),
    ],
)
def test_a_known_word_is_recognised_mistyped_shortened_broken_off_as_it_sounds_and_run_together(
    typed: str, known: str
) -> None:
    speller = Speller(["puskesmas", "syarat", "perpustakaan", "silaing", "bayar", "pajak"])

    assert known in speller.near(typed)


def test_a_word_that_is_another_is_no_misspelling() -> None:
    assert Speller(["kerja"]).near("kerap") == {}
