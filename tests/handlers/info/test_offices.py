"""Which office a question asks the hours, the place or the number of: only one that is certain, and named as such."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, cast

import pytest

from handlers.city import AgencyInfo, City
from handlers.info import offices
from storage.models import Office


@dataclass(frozen=True)
class Place:
    """An office as the city's file names it."""

    code: str
    name: str
    agency: str = ""
    verified: bool = True


PLACES = (
    Place("disdukcapil", "Kantor Disdukcapil", "Disdukcapil"),
    Place("dsppkbpppa", "Kantor DSPPKBPPPA", "DSPPKBPPPA (sosial, keluarga berencana)"),
    Place("porapar", "Kantor Dinas Pemuda, Olahraga dan Pariwisata", "Dinas Pemuda, Olahraga dan Pariwisata"),
    Place("perpustakaan", "Kantor Dinas Perpustakaan dan Kearsipan", "Dinas Perpustakaan dan Kearsipan"),
    Place("rsud", "RSUD Padang Panjang", "RSUD Padang Panjang"),
    Place("kel_ganting", "Kantor Lurah Ganting"),
    Place("kel_pasar_baru", "Kantor Lurah Pasar Baru"),
    Place("puskesmas_gunung", "Puskesmas Gunung"),
    Place("puskesmas_koto_katik", "Puskesmas Koto Katik"),
    Place("setda", "Kantor Sekretariat Daerah", "Sekretariat Daerah", verified=False),
)


@pytest.fixture(scope="module")
def city() -> City:
    """Only what is looked at of a city: its agencies and its offices."""
    agencies, rows = dict[int, AgencyInfo](), dict[str, Office]()
    for number, place in enumerate(PLACES, 1):
        agencies[number] = AgencyInfo(number, place.code if place.agency else "kec", {"id": place.agency})
        names = {"id": place.name}
        rows[place.code] = Office(code=place.code, names=names, agency_id=number, verified=place.verified)
    library: Any = SimpleNamespace(offices=rows)
    return cast(City, SimpleNamespace(agencies=agencies, library=library))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("jam buka disdukcapil", ["disdukcapil"]),
        ("nomor telepon dukcapil", ["disdukcapil"]),
        ("capil buka jam bara", ["disdukcapil"]),
        ("jam bara tutuik kantua lurah gantiang", ["kel_ganting"]),
        ("alamat rsud dimana", ["rsud"]),
        ("rsud buka hari minggu?", ["rsud"]),
        ("kantor dinas sosial buka jam berapa", ["dsppkbpppa"]),
        ("jam buka perpustakaan", ["perpustakaan"]),
        ("jam buka puskesmas gunung", ["puskesmas_gunung"]),
        ("dimana kantor dinas pariwisata", ["porapar"]),
    ],
)
def test_an_office_that_is_asked_for_is_found(city: City, text: str, codes: list[str]) -> None:
    assert [office.code for office in offices.asked(city, text)] == codes


@pytest.mark.parametrize(
    "text",
    [
        "jam buka kantor sekretariat daerah",  # nobody has confirmed it
        "tempat olahraga dimana",
        "tempat wisata",
        "alamat pasar baru",
        "syarat ktp di disdukcapil",
        "jam buka toko buku",
        "jalan ditutup",
        "disdukcapil",
        "jam buka",
    ],
)
def test_what_asks_for_something_else_is_left_to_the_answers(city: City, text: str) -> None:
    assert offices.asked(city, text) == []
