"""What staff write behind /tiket: understood in any order, said back, and short enough for a button."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers import words
from handlers.city import City
from handlers.staff import filters
from handlers.staff.filters import Filter
from storage.models import Kind, Status
from storage.tickets import Place
from tests.city import TEXTS

GANTING, PASAR_USANG = "13.74.01.1001", "13.74.02.1002"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("", Filter()),
        ("saya", Filter(mine=True)),
        ("mine", Filter(mine=True)),
        ("punyo ambo", Filter(mine=True)),
        ("Bebas", Filter(unclaimed=True)),
        ("belum diambil", Filter(unclaimed=True)),
        ("unclaimed", Filter(unclaimed=True)),
        ("lewat", Filter(late=True)),
        ("OVERDUE", Filter(late=True)),
        ("menunggu", Filter(status="waiting")),
        ("waiting", Filter(status="waiting")),
        ("baru", Filter(status="received")),
        ("proses", Filter(status="processing")),
        ("in progress", Filter(status="processing")),
        ("selesai", Filter(status="resolved")),
        ("ditutup", Filter(status="closed", ended=True)),
        ("hari ini", Filter(today=True)),
        ("semua", Filter(ended=True)),
        ("aspirasi", Filter(kind="aspiration")),
        ("information requests", Filter(kind="information")),
        ("ganting", Filter(area=GANTING)),
        ("kelurahan Ganting", Filter(area=GANTING)),
        ("gantiang", Filter(area=GANTING)),
        ("pasar usang", Filter(area=PASAR_USANG)),
        ("psar usang", Filter(area=PASAR_USANG)),
        ("tiang 14", Filter(words=("tiang", "14"))),
        ("laporan tentang tiang", Filter(words=("tentang", "tiang"))),
        ('"ganting lewat"', Filter(words=("ganting", "lewat"))),
    ],
)
def test_one_thing_is_understood(padang_panjang: City, said: str, meant: Filter) -> None:
    assert filters.parse(said, padang_panjang) == meant


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("sampah", "sampah"),
        ("lampu jalan", "lampu_jalan"),
        ("street lighting", "lampu_jalan"),
        ("air bersih", "air_bersih"),
    ],
)
def test_a_category_is_known_by_its_code_and_its_names(padang_panjang: City, said: str, code: str) -> None:
    assert filters.parse(said, padang_panjang) == Filter(category_id=padang_panjang.categories[code].id)


def test_a_category_misspelt_is_known_too(padang_panjang: City) -> None:
    assert filters.parse("perpustakan", padang_panjang) == Filter(
        category_id=padang_panjang.categories["perpustakaan"].id
    )


@pytest.mark.parametrize("said", ["dpupr", "Dinas PUPR", "opd pupr"])
def test_an_agency_is_known_by_its_code_and_its_name(padang_panjang: City, said: str) -> None:
    assert filters.parse(said, padang_panjang) == Filter(agency_id=padang_panjang.agency("dpupr").id)


@pytest.mark.parametrize("said", ["lewat ganting lampu", "lampu lewat di Ganting", "Ganting, lampu: lewat!"])
def test_the_order_does_not_matter(padang_panjang: City, said: str) -> None:
    assert filters.parse(said, padang_panjang) == Filter(late=True, area=GANTING, words=("lampu",))


def test_as_many_words_are_sought_as_a_button_holds(padang_panjang: City) -> None:
    wanted = filters.parse(" ".join(f"kata{letter}" for letter in "abcdefghijklmnop"), padang_panjang)
    long_one = filters.parse("ab" * 100, padang_panjang)

    assert wanted.words == tuple(f"kata{letter}" for letter in "abcdef")
    assert len(long_one.words[0]) == filters.LONGEST - 1


SOUGHT = st.lists(
    st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789あя"), min_size=1, max_size=12), max_size=4
)


@st.composite
def wanted(draw: st.DrawFn, city: City) -> Filter:
    """Any filter that can be asked for in the city."""
    folded = [word for typed in draw(SOUGHT) for word in words.split(typed)]
    flags: dict[str, Any] = draw(st.fixed_dictionaries({name: st.booleans() for name in filters._FLAGS.values()}))
    return filters._fitting(
        Filter(
            **flags,
            status=draw(st.sampled_from(["", *map(str, Status)])),
            kind=draw(st.sampled_from(["", *map(str, Kind)])),
            area=draw(st.sampled_from(["", *(area.code for area in city.kelurahan)])),
            category_id=draw(st.sampled_from([0, *(category.id for category in city.categories.values())])),
            agency_id=draw(st.sampled_from([0, *city.agencies])),
            words=tuple(dict.fromkeys(folded)),
        )
    )


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_filter_on_a_button_comes_back_as_it_was(padang_panjang: City, data: st.DataObject) -> None:
    one = data.draw(wanted(padang_panjang))
    code = filters.encode(one)

    assert len(code.encode()) <= filters.LONGEST
    assert " " not in code
    assert filters.decode(code, padang_panjang) == one


@settings(max_examples=60, deadline=None)
@given(data=st.data(), language=st.sampled_from(TEXTS.languages))
def test_a_filter_said_back_is_understood_again(padang_panjang: City, data: st.DataObject, language: str) -> None:
    one = data.draw(wanted(padang_panjang))
    said = unescape(filters.describe(one, padang_panjang, TEXTS, language))
    ended = one.ended or one.status in ("closed", "rejected", "merged")

    assert filters.parse(said, padang_panjang) == filters._fitting(replace(one, ended=ended))


@given(st.text(max_size=60))
def test_whatever_stands_on_a_button_leads_to_some_filter(padang_panjang: City, code: str) -> None:
    one = filters.decode(code, padang_panjang)

    assert filters.decode(filters.encode(one), padang_panjang) == one


@given(st.integers(1, 2**31), st.none() | st.integers(0, 2**31), st.booleans())
def test_a_place_on_a_button_comes_back_as_it_was(number: int, seconds: int | None, back: bool) -> None:
    due = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds) if seconds is not None else None
    place = Place(number, due, back=back)

    assert len(filters.mark(place)) <= 14
    assert filters.place_of(filters.mark(place)) == place


@pytest.mark.parametrize("marked", ["", "-", "abc.", "zzzzzzzzz", "1.2.3", "<1", "A", "1 2"])
def test_what_is_no_place_is_none(marked: str) -> None:
    assert filters.place_of(marked) is None
