"""BMKG's documents are read as they are; what is none is refused with a reason, whatever is in it."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.info import bmkg
from handlers.info.bmkg import BadDocument, Quake, Slot
from handlers.info.quakes import distance
from tests.payloads.bmkg_documents import GANTING, forecast, quake, quakes, recorded

NOON = datetime(2026, 2, 16, 6, 15, 30, tzinfo=UTC)
PEKALONGAN = Quake(
    NOON,
    -6.89,
    109.67,
    5.4,
    10.0,
    "18 km Timur Laut Pekalongan",
    "Tidak berpotensi tsunami",
    "III Pekalongan, II Batang",
    "20260216131530.mmi.jpg",
)


def test_the_newest_earthquake_is_read_from_its_object() -> None:
    assert bmkg.read_quakes(recorded("autogempa")) == (PEKALONGAN,)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("gempaterkini", ["18 km Timur Laut Pekalongan", "50 km Barat Laut Denpasar"]),
        ("gempadirasakan", ["18 km Timur Laut Pekalongan", "25 km Barat Semarang"]),
    ],
)
def test_lists_are_read_newest_first(name: str, places: list[str]) -> None:
    assert [each.place for each in bmkg.read_quakes(recorded(name))] == places


def test_a_forecast_is_read_with_its_words_in_both_languages() -> None:
    expected = (Slot(datetime(2026, 10, 8, 6, tzinfo=UTC), "Cerah Berawan", "Partly Cloudy", 32.0),)

    assert bmkg.read(bmkg.WEATHER + GANTING, recorded("prakiraan_cuaca")) == expected


def test_a_forecast_for_another_kelurahan_is_refused() -> None:
    with pytest.raises(BadDocument, match=r"for 13\.74\.01\.1001, not 13\.74\.02\.1004"):
        bmkg.read_forecast(recorded("prakiraan_cuaca"), "13.74.02.1004")


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<html>502 Bad Gateway</html>",
        recorded("autogempa")[:200],
        "[]",
        "null",
        '{"Infogempa": null}',
        '{"Infogempa": {"gempa": []}}',
        '{"Infogempa": {"gempa": {"DateTime": 7, "Coordinates": [], "Magnitude": true, "Wilayah": null}}}',
        '{"lokasi": {"adm4": "13.74.01.1001"}, "data": [{"cuaca": [[{"datetime": 3}], 7]}]}',
        '{"lokasi": {"adm4": "13.74.01.1001"}, "data": [{"cuaca": null}]}',
        '{"message": "Data not found", "error": "Not Found", "statusCode": 404}',
    ],
)
def test_what_is_no_document_of_theirs_is_refused(body: str) -> None:
    with pytest.raises(BadDocument):
        bmkg.read_quakes(body)
    with pytest.raises(BadDocument):
        bmkg.read_forecast(body, GANTING)


@pytest.mark.parametrize(
    "wrong",
    [
        {"Magnitude": "sepuluh"},
        {"Magnitude": "99"},
        {"Magnitude": "-1"},
        {"Coordinates": "-6.89"},
        {"Coordinates": "-96.89,109.67"},
        {"Wilayah": "\x00 \n"},
        {"DateTime": "kemarin"},
        {"DateTime": "0001-01-01T00:00:00+23:59"},
    ],
)
def test_an_entry_that_cannot_be_read_is_left_out(wrong: dict[str, str]) -> None:
    body = quakes(quake(NOON, **wrong), quake(NOON))

    assert bmkg.read_quakes(body) == (PEKALONGAN,)


def test_a_file_name_that_could_lead_elsewhere_is_no_picture() -> None:
    (found,) = bmkg.read_quakes(quakes(quake(NOON, Shakemap="../../evil.php?x=.jpg")))

    assert found.picture == ""


def test_numbers_may_be_numbers_and_a_moment_without_a_zone_is_utc() -> None:
    body = json.dumps(
        {
            "Infogempa": {
                "gempa": {**quake(NOON), "Magnitude": 5.4, "DateTime": "2026-02-16T06:15:30", "Kedalaman": None}
            }
        }
    )
    (found,) = bmkg.read_quakes(body)

    assert (found.at, found.magnitude, found.depth) == (NOON, 5.4, None)


def test_degrees_that_cannot_be_are_not_told() -> None:
    slots = bmkg.read_forecast(forecast(NOON, [("Cerah", "Sunny", 320), ("Cerah", "Sunny", 24)]), GANTING)

    assert [slot.degrees for slot in slots] == [None, 24.0]


def test_one_event_in_several_documents_is_one_although_bmkg_corrected_it() -> None:
    (first,) = bmkg.read_quakes(quakes(quake(NOON, Dirasakan="", Magnitude="5.2")))
    (again,) = bmkg.read_quakes(quakes(quake(NOON + timedelta(seconds=40), Coordinates="-6.6,109.9", Potensi="")))
    (other,) = bmkg.read_quakes(quakes(quake(NOON + timedelta(hours=1))))

    merged = bmkg.merged([first, again, other])

    assert [each.at for each in merged] == [other.at, NOON]
    assert (merged[1].magnitude, merged[1].felt) == (5.2, "III Pekalongan, II Batang")


def test_the_way_to_padang_is_known() -> None:
    assert 50 < distance(-0.4639, 100.4010, -0.9471, 100.4172) < 58  # kilometres
    assert distance(0, 0, 0, 180) == pytest.approx(20015, abs=1)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to everything in a document."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, each in inside for found in _paths(each, (*path, key)))]


def _read(name: str, body: str) -> None:
    """Read it, or have it refused; anything else is a fault."""
    try:
        found = bmkg.read(name, body)
    except BadDocument:
        return
    assert found
    for each in found:
        assert each.at.tzinfo is UTC


@settings(max_examples=150)
@given(data=st.data(), name=st.sampled_from(["autogempa", "gempaterkini", "prakiraan_cuaca"]), planted=JSON)
def test_anything_in_the_place_of_anything_is_read_or_refused(data: st.DataObject, name: str, planted: Any) -> None:
    document = json.loads(recorded(name))
    *way, last = data.draw(st.sampled_from(_paths(document)[1:]))
    place = document
    for key in way:
        place = place[key]
    place[last] = planted
    called = bmkg.WEATHER + GANTING if name == "prakiraan_cuaca" else f"bmkg:{name}"

    _read(called, json.dumps(document))


@settings(max_examples=60)
@given(body=st.text(max_size=50) | JSON.map(lambda value: orjson.dumps(repr(value)).decode()))
def test_any_text_is_read_or_refused(body: str) -> None:
    for name in (bmkg.QUAKES[0], bmkg.WEATHER + GANTING):
        _read(name, body)
