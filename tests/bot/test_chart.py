"""The chart of a report: drawn from its description alone, whatever parts of it there are."""

from __future__ import annotations

import json
import struct
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot import chart
from tests.city import TEXTS

DOCS = Path(__file__).parents[2] / "docs"
PARTS = ("trend", "ages", "verdicts")


@pytest.fixture
def described() -> dict[str, Any]:
    """The example of the documentation."""
    found: dict[str, Any] = json.loads((DOCS / "report-example.json").read_text("utf-8"))
    return found


def test_the_example_fills_a_phone(described: dict[str, Any]) -> None:
    drawn = BytesIO()
    chart.draw(described).savefig(drawn, format="png")
    width, height = struct.unpack(">II", drawn.getvalue()[16:24])

    assert (width, height) == (1080, 1350)


@pytest.mark.parametrize("missing", PARTS)
def test_what_there_is_nothing_to_tell_of_is_left_out(described: dict[str, Any], missing: str) -> None:
    figure = chart.draw(described | {missing: None})

    assert len(figure.axes) == len(PARTS) - 1


def test_colours_are_told_apart_without_their_hue() -> None:
    """Their lightness differs enough, for the colour-blind and on grey paper."""
    shades = sorted(
        sum(int(colour[at : at + 2], 16) * part for at, part in ((1, 0.299), (3, 0.587), (5, 0.114)))
        for colour, _ in chart.SHARES
    )

    assert min(later - earlier for earlier, later in pairwise(shades)) > 25


def test_the_example_speaks_as_reports_do(described: dict[str, Any]) -> None:
    assert described["trend"]["title"] == TEXTS.say("id", "chart-trend")
    assert described["verdicts"]["names"] == [
        TEXTS.say("id", f"chart-{name}") for name in ("confirmed", "lapsed", "reopened")
    ]
    assert described["note"] == TEXTS.say("id", "chart-note")
