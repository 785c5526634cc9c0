"""What free words are: a complaint is never lost for a question, and a question is not made a form of."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from handlers.city import City
from handlers.info import intent, small_talk

HERE = Path(__file__).parent.parent


def complaints() -> list[str]:
    """Complaints in everyday language, written for the guessing of categories; some of them ask."""
    found = []
    for name in ("complaint_texts.csv", "complaint_texts_unseen.csv"):
        with (HERE / name).open(encoding="utf-8", newline="") as lines:
            found += [row["text"] for row in csv.DictReader(lines)]
    return found


def test_every_second_complaint_is_plainly_one(padang_panjang: City) -> None:
    said = [text for text in complaints() if not intent.asks(text)]

    assert sum(intent.plainly_complaint(padang_panjang, text) for text in said) / len(said) >= 0.55


def test_filing_is_offered_beside_the_answer_to_nearly_every_other_complaint(padang_panjang: City) -> None:
    said = [text for text in complaints() if not intent.asks(text)]
    lost = [
        text
        for text in said
        if not intent.plainly_complaint(padang_panjang, text) and not intent.might_be_complaint(padang_panjang, text)
    ]

    assert len(lost) / len(said) <= 0.06


@pytest.mark.parametrize(
    "text",
    [
        "ktp ilang gmn min",
        "baa caro maurus kk hilang",
        "ktp rusak bisa diganti ga",
        "puskesms buka gak hr minggu",
        "bansos sy udh cair blm",
        "kb suntik gratis ga",
        "capil bukak hari sabtu ndak",
        "nomor telepon dukcapil",
        "Is the road tax office open today?",
    ],
)
def test_a_question_is_no_complaint(padang_panjang: City, text: str) -> None:
    assert intent.asks(text)
    assert not intent.plainly_complaint(padang_panjang, text)


@pytest.mark.parametrize("text", ["ktp rusak", "kk saya hancur kena air", "tolong legalisir ijazah"])
def test_a_broken_paper_is_looked_up_first(padang_panjang: City, text: str) -> None:
    assert not intent.plainly_complaint(padang_panjang, text)


@pytest.mark.parametrize(
    "text",
    [
        "lampu jalan mati di pasa usang",
        "kenapa sampah belum diangkut",
        "tolong perbaiki jalan di bukit surungan",
        "Lampu mati, saya Siti, NIK 1374015505900002, hp 081374001234",
        "petugas minta uang pelicin untuk urus KTP, ini pungli",
    ],
)
def test_what_is_wrong_is_plainly_a_complaint(padang_panjang: City, text: str) -> None:
    assert intent.plainly_complaint(padang_panjang, text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Halo min", "greeting"),
        ("assalamualaikum wr wb", "greeting"),
        ("makasih banyak infonya min 🙏", "talk-thanks"),
        ("tarimo kasih sanak", "talk-thanks"),
        ("thanks a lot!", "talk-thanks"),
        ("sampai jumpa", "talk-bye"),
        ("oke siap", "talk-fine"),
        ("baa kaba", "talk-well"),
        ("how are you", "talk-well"),
        ("dasar pemko goblok", "talk-abuse"),
        ("anjing gila gigit orang kemarin", ""),
        ("bangsat lampu jalan mati terus", ""),
        ("terima kasih, tapi lampunya masih mati", ""),
        ("baa caro maurus ktp", ""),
        ("terima paket", ""),
        ("", ""),
        ("🙂", ""),
    ],
)
def test_small_talk_is_only_what_says_nothing_else(text: str, kind: str) -> None:
    assert small_talk.heard(text) == kind
