"""Of the rules that fit, the one that says most wins; what is secret follows none."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.city import City, Rules
from handlers.routing import naming
from handlers.routing.rules import Router, Rule
from storage.models import Kind, Visibility

KIND, CATEGORY, KELURAHAN, KECAMATAN = Kind.COMPLAINT, "jalan", "13.74.01.1001", "13.74.01"
NOBODY = 0  # no agency of the city


def router(city: City, *rules: Rule, gone: int = NOBODY) -> Router:
    """The city's, with these rules alone; the agency ``gone`` does not serve any more."""
    return replace(city.router, rules=rules, serves=lambda agency, day: agency != gone)


def to(city: City, used: Router, kind: str = KIND, category: str = CATEGORY, area: str | None = KELURAHAN) -> str:
    """The code of the agency it goes to, with a question mark where that is to be verified."""
    route = used.route(kind=kind, category=category, area=area)
    return city.agencies[route.agency_id].code + ("" if route.sure else "?")


# From what says least to what says most; a rule of a later line wins over one of an earlier.
LADDER = [
    (None, None, "13.74"),
    (None, None, KECAMATAN),
    (None, None, KELURAHAN),
    (None, CATEGORY, None),
    (KIND, None, None),
    (None, CATEGORY, KECAMATAN),
    (None, CATEGORY, KELURAHAN),
    (KIND, None, KECAMATAN),
    (KIND, None, KELURAHAN),
    (KIND, CATEGORY, None),
    (KIND, CATEGORY, KECAMATAN),
    (KIND, CATEGORY, KELURAHAN),
]


@given(st.permutations(range(len(LADDER))), st.integers(1, len(LADDER)))
def test_the_rule_that_says_most_wins_in_whatever_order_they_were_made(
    padang_panjang: City, order: list[int], count: int
) -> None:
    agencies = list(padang_panjang.agencies)
    some = order[:count]
    rules = [Rule(number, *LADDER[step], agencies[step]) for number, step in enumerate(some)]
    route = router(padang_panjang, *rules).route(kind=KIND, category=CATEGORY, area=KELURAHAN)

    assert route.agency_id == agencies[max(some)]


@pytest.mark.parametrize(
    ("rule", "fits"),
    [
        ((Kind.ASPIRATION, None, None), False),
        ((None, "sampah", None), False),
        ((None, None, "13.74.02"), False),
        ((None, CATEGORY, "13.74.01.1002"), False),
        ((None, CATEGORY, "13.74"), True),
    ],
)
def test_a_rule_fits_only_if_all_it_names_does(
    padang_panjang: City, rule: tuple[str | None, str | None, str | None], fits: bool
) -> None:
    bappeda = padang_panjang.agency("bappeda").id

    assert to(padang_panjang, router(padang_panjang, Rule(1, *rule, bappeda))) == ("bappeda" if fits else "dpupr")


def test_without_a_place_no_rule_about_places_fits(padang_panjang: City) -> None:
    rule = Rule(1, None, CATEGORY, KECAMATAN, padang_panjang.agency("bappeda").id)

    assert to(padang_panjang, router(padang_panjang, rule), area=None) == "dpupr"


def test_of_two_rules_for_the_same_the_newer_wins(padang_panjang: City) -> None:
    old, new = padang_panjang.agency("bappeda").id, padang_panjang.agency("dishub").id

    assert (
        to(
            padang_panjang,
            router(padang_panjang, Rule(1, None, CATEGORY, None, old), Rule(2, None, CATEGORY, None, new)),
        )
        == "dishub"
    )


def test_an_agency_that_is_gone_is_passed_over_down_to_the_verifiers(padang_panjang: City) -> None:
    works, planning = padang_panjang.agency("dpupr").id, padang_panjang.agency("bappeda").id

    assert to(padang_panjang, router(padang_panjang, Rule(1, None, CATEGORY, None, planning), gone=planning)) == "dpupr"
    assert to(padang_panjang, router(padang_panjang, gone=works)) == "diskominfo?"


@pytest.mark.parametrize("category", ["lainnya", "a_category_that_is_no_more"])
def test_what_fits_no_category_is_for_the_verifiers(padang_panjang: City, category: str) -> None:
    assert to(padang_panjang, router(padang_panjang), category=category) == "diskominfo?"


def test_the_agencies_days_are_asked_in_the_citys_zone(padang_panjang: City) -> None:
    agency = replace(padang_panjang.agency("dpupr"), active_until=dt.date(2026, 11, 24))

    assert agency.serves(dt.date(2026, 11, 24))
    assert not agency.serves(dt.date(2026, 11, 25))


def trusting(city: City, *codes: str) -> City:
    """The city, with these agencies for what is secret."""
    rules: Rules = replace(city.rules, secret_agencies=codes)
    return replace(city, rules=rules)


@given(
    kind=st.sampled_from(list(Kind)),
    text=st.sampled_from(["", "Inspektorat minta uang", "sekretariat daerah dan inspektorat"]),
    data=st.data(),
)
def test_what_is_secret_goes_to_those_named_for_it_whatever_the_rules(
    padang_panjang: City, kind: Kind, text: str, data: st.DataObject
) -> None:
    category = data.draw(st.sampled_from([*padang_panjang.categories, "nothing"]))
    area = data.draw(st.sampled_from([None, *padang_panjang.areas]))
    codes = data.draw(st.lists(st.sampled_from(["inspektorat", "setda", "dpupr"]), min_size=1, unique=True))
    city = trusting(padang_panjang, *codes)
    route = city.route(kind=kind, category=category, area=area, visibility=Visibility.SECRET, text=text)

    assert city.agencies[route.agency_id].code in codes


@pytest.mark.parametrize(
    ("text", "codes", "agency"),
    [
        ("jalan rusak", ("inspektorat", "setda"), "inspektorat"),
        ("pegawai INSPEKTORAT minta uang", ("inspektorat", "setda"), "setda"),
        ("the inspectorate asked for money", ("inspektorat", "setda"), "setda"),
        ("pegawai Inspektorat minta uang", ("inspektorat",), "inspektorat"),
        ("Inspektorat dan Sekretariat Daerah", ("inspektorat", "setda"), "inspektorat"),
    ],
)
def test_who_is_accused_does_not_get_it_if_somebody_else_may(
    padang_panjang: City, text: str, codes: tuple[str, ...], agency: str
) -> None:
    assert trusting(padang_panjang, *codes).confidant(text).code == agency


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("dpupr", ("dpupr", 1, True)),
        ("PUPR jalan provinsi", ("dpupr", 1, True)),
        ("Dinas PUPR, jalan provinsi", ("dpupr", 2, True)),
        ("satpol pp", ("satpolpp_damkar", 2, True)),
        ("dinas pendidikan dan kebudayaan", ("disdikbud", 4, True)),
        ("dinas perhubungn", ("dishub", 2, False)),
        ("kec timur", ("kec_timur", 2, True)),
        ("ini jalan nasional", None),
        ("", None),
    ],
)
def test_an_agency_is_known_by_code_name_and_part_of_it(
    padang_panjang: City, said: str, named: tuple[str, int, bool] | None
) -> None:
    names = naming.book((agency.code, agency.names) for agency in padang_panjang.agencies.values())
    found = naming.begins(said.split(), names)

    assert (found and (found.code, found.count, found.sure)) == named
