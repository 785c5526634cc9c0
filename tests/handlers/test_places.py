"""Pins on the map of Padang Panjang."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import shape

from handlers.city import City
from handlers.places import AreaInfo, Places
from tests.handlers.conftest import PADANG_PANJANG

CENTROIDS = {
    "13.74.01.1001": (-0.461605, 100.418126),
    "13.74.01.1002": (-0.465816, 100.430578),
    "13.74.01.1003": (-0.476995, 100.429107),
    "13.74.01.1004": (-0.472911, 100.417112),
    "13.74.01.1005": (-0.461810, 100.406878),
    "13.74.01.1006": (-0.475988, 100.404819),
    "13.74.01.1007": (-0.484252, 100.406877),
    "13.74.01.1008": (-0.468659, 100.406497),
    "13.74.02.1001": (-0.454197, 100.400385),
    "13.74.02.1002": (-0.460877, 100.397837),
    "13.74.02.1003": (-0.477965, 100.382371),
    "13.74.02.1004": (-0.467912, 100.379058),
    "13.74.02.1005": (-0.463340, 100.390928),
    "13.74.02.1006": (-0.465233, 100.400130),
    "13.74.02.1007": (-0.480279, 100.394353),
    "13.74.02.1008": (-0.465609, 100.402803),
}
PADANG = (-0.9471, 100.4172)  # the other city, 50 km away
BUKITTINGGI = (-0.3056, 100.3692)


@pytest.mark.parametrize("code", CENTROIDS)
def test_each_centroid_lies_in_its_own_kelurahan(padang_panjang: City, code: str) -> None:
    spot = padang_panjang.locate(*CENTROIDS[code])

    assert spot.inside
    assert spot.area == padang_panjang.areas[code]


def test_the_middle_of_the_city_lies_within_it(padang_panjang: City) -> None:
    assert padang_panjang.centre is not None
    assert padang_panjang.locate(*padang_panjang.centre).inside
    assert padang_panjang.centre == pytest.approx((-0.469, 100.404), abs=0.01)
    assert Places([], 60).centre is None


def test_there_are_sixteen_kelurahan(padang_panjang: City) -> None:
    assert set(CENTROIDS) == {area.code for area in padang_panjang.kelurahan}


def test_far_from_any_border_no_neighbour_is_offered(padang_panjang: City) -> None:
    assert padang_panjang.locate(*CENTROIDS["13.74.01.1001"]).nearby == ()


def test_a_point_on_a_border_offers_the_kelurahan_of_both_sides(padang_panjang: City) -> None:
    outlines = _outlines()
    border = outlines["13.74.02.1004"].boundary.intersection(outlines["13.74.02.1003"].buffer(1e-5))
    point = border.interpolate(0.5, normalized=True)

    spot = padang_panjang.locate(point.y, point.x)

    assert spot.inside
    assert {area.name for area in spot.nearby} == {"Silaing Bawah", "Kampung Manggis"}
    assert spot.area == spot.nearby[0]


def test_a_gap_between_two_outlines_belongs_to_the_city(padang_panjang: City) -> None:
    city = shapely.union_all(list(_outlines().values()))
    gap = max((shapely.Polygon(ring) for ring in city.interiors), key=lambda ring: ring.area)
    point = gap.representative_point()

    spot = padang_panjang.locate(point.y, point.x)

    assert spot.inside
    assert spot.area is not None


@pytest.mark.parametrize("lat_lon", [PADANG, BUKITTINGGI], ids=["Padang", "Bukittinggi"])
def test_another_city_is_outside(padang_panjang: City, lat_lon: tuple[float, float]) -> None:
    spot = padang_panjang.locate(*lat_lon)

    assert not spot.inside
    assert spot.area is None
    assert spot.nearby == ()


def test_the_way_to_the_city_is_told_in_metres(padang_panjang: City) -> None:
    assert padang_panjang.locate(*PADANG).distance_m == pytest.approx(50_700, rel=0.01)


def test_just_outside_the_city_the_kelurahan_at_the_border_are_offered(padang_panjang: City) -> None:
    city = shapely.union_all(list(_outlines().values())).convex_hull
    lon, lat = max(city.exterior.coords)  # the easternmost point: 30 m farther east nothing of the city is left

    spot = padang_panjang.locate(lat, lon + 30 / 111_195)

    assert not spot.inside
    assert spot.area is None
    assert [area.name for area in spot.nearby] == ["Sigando"]
    assert 0 < spot.distance_m < 60


@pytest.mark.parametrize("lat_lon", [(math.nan, 100.4), (-0.46, math.inf), (91.0, 0.0), (0.0, 181.0)])
def test_what_is_no_point_on_earth_is_outside(padang_panjang: City, lat_lon: tuple[float, float]) -> None:
    assert not padang_panjang.locate(*lat_lon).inside


@given(lat=st.floats(), lon=st.floats())
def test_any_numbers_are_located(lat: float, lon: float) -> None:
    square = {"type": "Polygon", "coordinates": [[[100, -1], [101, -1], [101, 0], [100, 0], [100, -1]]]}
    spot = Places([(AreaInfo("1", "Square", "kelurahan"), square)], 60).locate(lat, lon)

    assert spot.inside == (spot.area is not None)


def test_a_city_without_outlines_has_no_inside() -> None:
    assert not Places([], 60).locate(0, 0).inside


def _outlines() -> dict[str, Any]:
    collection = json.loads((PADANG_PANJANG / "areas.geojson").read_text(encoding="utf-8"))
    return {
        feature["properties"]["code"]: shape(feature["geometry"])
        for feature in collection["features"]
        if feature["properties"]["level"] == "kelurahan"
    }
