"""BMKG's documents as they are, and made up for a moment: its shapes with other times and weather in them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "bmkg"
GANTING = "13.74.01.1001"


def recorded(name: str) -> str:
    """The document of that name."""
    return (FOLDER / f"{name}.json").read_text(encoding="utf-8")


def quake(at: datetime, **changes: str) -> dict[str, Any]:
    """The entry for an earthquake at that moment."""
    entry: dict[str, Any] = json.loads(recorded("autogempa"))["Infogempa"]["gempa"]
    return {**entry, "DateTime": at.isoformat(), **changes}


def quakes(*entries: dict[str, Any]) -> str:
    """The document that lists them."""
    return json.dumps({"Infogempa": {"gempa": list(entries)}})


def forecast(first: datetime, weather: Sequence[tuple[str, str, int]], area: str = GANTING) -> str:
    """The document for a kelurahan: in Indonesian, in English and in degrees, every three hours from ``first``."""
    document = json.loads(recorded("prakiraan_cuaca"))
    document["lokasi"]["adm4"] = area
    slot = document["data"][0]["cuaca"][0][0]
    document["data"][0]["cuaca"] = [
        [
            {**slot, "datetime": _utc(first + timedelta(hours=3 * index)), "t": t, "weather_desc": words}
            | {"weather_desc_en": english}
            for index, (words, english, t) in enumerate(weather)
        ]
    ]
    return json.dumps(document)


def _utc(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
