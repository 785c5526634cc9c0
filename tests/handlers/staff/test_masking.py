"""Numbers that lead to a person are masked however they are spaced; what staff need to find the place stays."""

from __future__ import annotations

import datetime as dt
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.complaints import number
from handlers.staff.masking import DOTS, hides, masked, masked_name

NEW_YEAR = dt.date(2026, 1, 1)
BLANKS = ("", " ", "-", ".", "/", "_", "\u00a0", "\u2011", " - ", "\u200b")
GROUPS = (  # how people break up numbers
    (4, 4, 4, 4, 4),
    (6, 6, 4, 4),
    (2, 2, 2, 6, 4, 4),
    (3, 3, 3, 3, 3, 3),
    (4, 3, 3, 3, 3),
    (2, 2, 2, 2, 2, 2, 2, 2, 2),
    (20,),
)
WORDS = st.text(string.ascii_letters + " ,;:!?'\n", max_size=30)


def spaced(digits: str, groups: tuple[int, ...], blank: str) -> str:
    """The digits broken up into groups."""
    pieces, rest = [], digits
    for size in groups:
        pieces.append(rest[:size])
        rest = rest[size:]
    return blank.join(piece for piece in [*pieces, rest] if piece)


digits_of = {
    "nik": st.from_regex(r"13(74|71|05)0[1-4](0[1-9]|[1-6]\d|7[01])(0[1-9]|1[0-2])\d\d000[1-9]", fullmatch=True),
    "mobile": st.from_regex(r"(08|628)[1-9]\d{7,9}", fullmatch=True),
    "landline": st.from_regex(r"07[25][1-9]\d{6,7}", fullmatch=True),
    "card": st.from_regex(r"[45]\d{15}", fullmatch=True),
}


@pytest.mark.parametrize("kind", sorted(digits_of))
@given(data=st.data())
def test_a_number_that_leads_to_a_person_is_masked_however_it_is_spaced(kind: str, data: st.DataObject) -> None:
    digits = data.draw(digits_of[kind])
    written = spaced(digits, data.draw(st.sampled_from(GROUPS)), data.draw(st.sampled_from(BLANKS)))
    before, after = data.draw(WORDS), data.draw(WORDS)
    shown = masked(f"{before} {written} {after}")

    assert digits[:-3] not in "".join(letter for letter in shown if letter.isdigit())
    assert shown.endswith(f"{digits[-3:]} {after}")
    assert masked(shown) == shown


@given(st.from_regex(r"\+[1-9]\d{6,13}", fullmatch=True), st.sampled_from(GROUPS), st.sampled_from(BLANKS))
def test_a_number_with_a_country_code_is_masked_whatever_the_country(
    digits: str, groups: tuple[int], blank: str
) -> None:
    assert masked("telp " + spaced(digits, groups, blank)).startswith(f"telp {DOTS}")


@pytest.mark.parametrize(
    "written",
    [
        "(0752) 82110",
        "081234567890 / 081298765432",
        "wa.me/6281234567890",
        "0812 12.34 5678",
        "0812 3456 12.30",
        "Rp 081234567890",
        "Rp 1374010101900001",
        "812.345.678",
        "siti.rahma+lapor@mail.example.co.id",
    ],
)
def test_numbers_and_addresses_in_odd_company_are_masked(written: str) -> None:
    assert DOTS in masked(f"hubungi {written} ya")


@pytest.mark.parametrize(
    "said",
    [
        "Rp 1.500.000",
        "Rp1.500.000.000,00",
        "rp 150000000",
        "IDR 85,000,000",
        "1.500.000 rupiah",
        "850.000.000",
        "24-11-2026",
        "24/11/2026 10:00",
        "24 11 2026",
        "24.11.2026 10.30",
        "24-11-26 10.00",
        "2026-11-24 10:00-12:00",
        "08.00-12.00 13.00-17.00",
        "08.00 - 12.00",
        "2023 2024 2025 2026",
        "2024/2025 2025/2026",
        "1042-9",
        "1042-9 1043-5",
        "-0.460877, 100.397837",
        "geo:-0.46088,100.39784",
        "https://maps.google.com/@-0.4608,100.3978,17z",
        "No. 12 RT 003/004 27118",
        "RT 03/04 27118",
        "Jl. Sudirman 12-14",
        "BA 1234 XY",
        "119 112 110",
        "12 14 16 18 20",
        "BAYAR @ loket",
    ],
)
def test_what_staff_need_stays(said: str) -> None:
    assert masked(f"Ini {said} ya") == f"Ini {said} ya"
    assert not hides(said)


@given(
    day=st.dates(),
    at=st.times(),
    rupiah=st.integers(1000, 999_999_999_999),
    counted=st.integers(1, 900_000),
    lat=st.floats(-10.9, 5.9),
    lon=st.floats(95.1, 140.9),
    words=WORDS,
)
def test_no_date_time_amount_complaint_number_or_pin_is_masked(
    day: dt.date, at: dt.time, rupiah: int, counted: int, lat: float, lon: float, words: str
) -> None:
    amount = f"{rupiah:,}".replace(",", ".")
    for said in (
        f"{day.day}-{day.month}-{max(day.year, 1900) % 200 + 1900}",
        f"{day.replace(year=2026) if (day.month, day.day) != (2, 29) else NEW_YEAR:%d/%m/%Y} {at:%H.%M}",
        f"{at:%H:%M}-{at:%H:%M}",
        f"Rp {amount}",
        f"Rp{rupiah}",
        number.of(counted),
        f"{lat:.5f}, {lon:.6f}",
    ):
        assert masked(f"{words} {said} {words}") == f"{words} {said} {words}"


def test_the_citizens_own_name_is_an_initial_wherever_it_is_written_as_theirs() -> None:
    said = "saya siti rahmawati, panggil Rahmawati; rumah rahmawati lain"

    assert masked(said, "Siti Rahmawati") == f"saya S{DOTS}, panggil R{DOTS}; rumah rahmawati lain"


def test_a_name_that_is_a_short_word_hides_no_other_word() -> None:
    assert masked("Ibu di sini, ibu di sana", "Ibu") == "Ibu di sini, ibu di sana"


@pytest.mark.parametrize(("name", "shown"), [("siti", "S"), ("🌸 Rahma", "R"), ("", ""), ("081234567890", "")])
def test_a_name_is_masked_to_its_initial(name: str, shown: str) -> None:
    assert masked_name(name) == f"{shown}{DOTS}"


@given(st.text(max_size=300), st.text(max_size=30))
def test_masking_takes_anything_and_masking_twice_changes_nothing_more(text: str, name: str) -> None:
    once = masked(text)

    assert masked(once) == once
    assert len(masked(text, name)) < 10 * len(text) + 10


@pytest.mark.parametrize("long", ["1 " * 4000, "1" * 8000, "a." * 4000, "08.12." * 1300, "12/" * 2700, "1-" * 4000])
def test_a_long_text_takes_no_long_time(long: str) -> None:
    """Patterns that went back and forth over it would run into the test's time limit."""
    assert masked(long)
