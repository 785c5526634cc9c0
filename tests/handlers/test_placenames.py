"""Kelurahan by name, as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.city import City
from handlers.placenames import PlaceNames
from handlers.places import AreaInfo

SPELLINGS = {
    "Ganting": ["ganting", "GANTIANG", "Gantiang", "kel ganting gunuang"],
    "Sigando": ["sigando", "si gando", "sigandoo"],
    "Ekor Lubuk": ["ekor lubuk", "ikua lubuak", "ekorlubuk", "ekor lubk", "Ikur Lubuk"],
    "Ngalau": ["ngalau", "kel. Ngalau", "di ngalau dakek masjid"],
    "Guguk Malintang": ["guguk malintang", "guguak malintang", "gugk malintang", "malintang", "guguk"],
    "Koto Panjang": ["koto panjang", "KOTO PANJANG", "kotopanjang"],
    "Koto Katik": ["koto katik", "koto katiak", "katiak", "kotokatik"],
    "Tanah Pak Lambik": ["tanah pak lambik", "tanah paklambik", "pak lambiak", "tanahpaklambik", "tanah pak lambk"],
    "Bukit Surungan": ["bukit surungan", "bukik suruangan", "Bukit Suruangan", "bukit surngan", "surungan"],
    "Pasar Usang": ["pasar usang", "pasa usang", "psr usang", "dakek pasa usang", "pasarusang", "psar usang"],
    "Kampung Manggis": ["kampung manggis", "kampuang manggih", "kp manggis", "kampung mangis", "kp. manggis"],
    "Silaing Bawah": ["silaing bawah", "silaiang bawah", "silaing bwh", "silaing baawh", "SILAING-BAWAH"],
    "Silaing Atas": ["silaing atas", "silaiang ateh", "silaing ateh", "silaing ats"],
    "Pasar Baru": ["pasar baru", "pasa baru", "psr baru"],
    "Tanah Hitam": ["tanah hitam", "tanah itam", "tanahhitam"],
    "Balai-balai": ["balai-balai", "Balai Balai", "balai2", "balaibalai", "Balai–Balai"],
}
TABLE = [(written, name) for name, spellings in SPELLINGS.items() for written in spellings]
NO_KELURAHAN = [
    "Padang",
    "padang panjang",
    "Kota Padang Panjang",
    "padang pariaman",
    "padang sidempuan",
    "balai kota",
    "pasar",
    "ranting pohon jatuh",  # Ganting is a letter away
    "beli gunting",
    "atap genting",
    "lagi galau",  # and so is Ngalau
    "",
    "😀",
]


@pytest.mark.parametrize(("written", "name"), TABLE)
def test_a_spelling_finds_its_kelurahan_first(padang_panjang: City, written: str, name: str) -> None:
    assert [match.area.name for match in padang_panjang.find_areas(written)][:1] == [name]


@pytest.mark.parametrize(("written", "name"), TABLE)
def test_a_spelling_is_found_inside_an_address(padang_panjang: City, written: str, name: str) -> None:
    address = f"Jl. Sudirman no 12, {written}, RT 03, kota Padang Panjang"

    assert [match.area.name for match in padang_panjang.find_areas(address)][:1] == [name]


@pytest.mark.parametrize("written", NO_KELURAHAN)
def test_what_names_no_kelurahan_finds_none(padang_panjang: City, written: str) -> None:
    assert padang_panjang.find_areas(written) == []


def test_the_very_name_is_surer_than_a_misspelt_one(padang_panjang: City) -> None:
    exact, misspelt = (padang_panjang.find_areas(text)[0].score for text in ("kampung manggis", "kampung mangis"))

    assert exact == 1.0
    assert 0.5 < misspelt < exact


def test_a_name_two_kelurahan_share_offers_both_with_less_certainty(padang_panjang: City) -> None:
    found = padang_panjang.find_areas("silaing")

    assert {match.area.name for match in found} == {"Silaing Bawah", "Silaing Atas"}
    assert all(match.score < 0.9 for match in found)


def test_a_full_name_leaves_no_doubt_about_its_shared_part(padang_panjang: City) -> None:
    assert [match.area.name for match in padang_panjang.find_areas("silaing bawah")] == ["Silaing Bawah"]


def test_two_names_find_two_kelurahan(padang_panjang: City) -> None:
    found = padang_panjang.find_areas("antara silaing atas dan pasa usang")

    assert {match.area.name for match in found} == {"Silaing Atas", "Pasar Usang"}


def test_no_more_are_found_than_asked_for(padang_panjang: City) -> None:
    assert len(padang_panjang.find_areas("ganting sigando ngalau", limit=2)) == 2


def test_a_name_of_nothing_but_signs_is_no_name() -> None:
    assert PlaceNames([(AreaInfo("1", "--", "kelurahan"), ["?"])]).find("--", 3) == []


@settings(deadline=None)
@given(text=st.text(max_size=300))
def test_any_text_may_be_searched_for_names(padang_panjang: City, text: str) -> None:
    assert all(0 < match.score <= 1 for match in padang_panjang.find_areas(text))
