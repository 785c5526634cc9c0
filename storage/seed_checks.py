"""What the seed files must agree on among each other."""

from __future__ import annotations

import datetime as dt

from storage.seed_files import AgencyEntry, Reader, Seed

MAIN_LANGUAGE = "id"  # every name must be there in Indonesian: it stands in for a language that is missing


def check(seed: Seed, reader: Reader, *, today: dt.date) -> None:
    """Note every mistake that shows only when the files are read together."""
    _check_names(seed, reader)
    _check_agencies(seed, reader)
    _check_categories(seed, reader, today)
    _check_areas(seed, reader)
    _check_numbers(seed, reader)


def _check_names(seed: Seed, reader: Reader) -> None:
    for file, entries in (
        ("agencies.toml", seed.agencies),
        ("categories.toml", seed.categories),
        ("emergency.toml", seed.emergency),
    ):
        for code, entry in entries.items():
            if MAIN_LANGUAGE not in entry.names:
                reader.wrong(file, f"{code}.names", "lacks the Indonesian name: add id")


def _check_agencies(seed: Seed, reader: Reader) -> None:
    for code, agency in seed.agencies.items():
        if agency.active_from and agency.active_until and agency.active_until < agency.active_from:
            reader.wrong("agencies.toml", f"{code}.active_until", "is before active_from: correct one of the two")


def _check_categories(seed: Seed, reader: Reader, today: dt.date) -> None:
    for code, category in seed.categories.items():
        agency = seed.agencies.get(category.agency)
        place = f"{code}.agency"
        if agency is None:
            reader.wrong("categories.toml", place, f"{category.agency} is not in agencies.toml: add it or name another")
        elif category.active and not _serves(agency, today):
            reader.wrong("categories.toml", place, f"{category.agency} does not serve today: name another")


def _serves(agency: AgencyEntry, today: dt.date) -> bool:
    started = agency.active_from is None or agency.active_from <= today
    return started and (agency.active_until is None or today <= agency.active_until)


def _check_areas(seed: Seed, reader: Reader) -> None:
    for code, area in seed.areas.items():
        place = f"{code}.parent_code"
        if area.parent_code and area.parent_code not in seed.areas:
            reader.wrong("areas.csv", place, f"{area.parent_code} has no row: add it or correct the code")
        if not area.parent_code and area.level != "kota":
            reader.wrong("areas.csv", place, f"is empty: write the code of what the {area.level} lies in")
        if area.level == "kelurahan" and code not in seed.outlines:
            reader.wrong("areas.geojson", code, f"has no outline: draw {area.name}")
    for code in sorted(seed.outlines.keys() - seed.areas.keys()):
        reader.wrong("areas.geojson", code, "has no row in areas.csv: add one or remove the outline")
    for code in sorted(seed.aliases.keys() - seed.areas.keys()):
        reader.wrong("aliases.toml", code, "has no row in areas.csv: correct the code")


def _check_numbers(seed: Seed, reader: Reader) -> None:
    if not seed.emergency:
        reader.wrong("emergency.toml", "", "holds no number: name at least the general one")
