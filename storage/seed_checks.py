"""What the seed files must agree on among each other."""

from __future__ import annotations

import datetime as dt

from storage.answer_rows import Knowledge, wrong_action
from storage.seed_answers import MAIN_LANGUAGE
from storage.seed_files import AgencyEntry, Reader, Seed
from storage.seed_hours import CITY


def check(seed: Seed, reader: Reader, *, today: dt.date) -> None:
    """Note every mistake that shows only when the files are read together."""
    _check_names(seed, reader)
    _check_agencies(seed, reader)
    _check_categories(seed, reader, today)
    _check_areas(seed, reader)
    _check_numbers(seed, reader)
    _check_hours(seed, reader)
    _check_deadlines(seed, reader)
    _check_routing(seed, reader, today)
    _check_replies(seed, reader)
    _check_answers(seed, reader)
    _check_services(seed, reader)


def _check_names(seed: Seed, reader: Reader) -> None:
    for file, entries in (
        ("agencies.toml", seed.agencies),
        ("categories.toml", seed.categories),
        ("emergency.toml", seed.emergency),
        ("services.toml", seed.services),
        ("offices.toml", seed.offices),
    ):
        for code, entry in entries.items():
            if MAIN_LANGUAGE not in entry.names:  # it stands in for a language that is missing
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


def _check_hours(seed: Seed, reader: Reader) -> None:
    seasons = {season.season for season in seed.seasons.values()} | {"ramadan"}
    for code, hours in seed.hours.items():
        if code != CITY and code not in seed.agencies:
            reader.wrong("hours.toml", code, f"is not in agencies.toml: correct the code ({CITY} is for all others)")
        if not hours.ever_open:
            reader.wrong("hours.toml", f"{code}.normal", "never opens: write the hours of at least one day")
        for season in sorted(hours.seasons.keys() - seasons):
            reader.wrong("hours.toml", f"{code}.seasons.{season}", "is in no section of seasons.toml: correct it")
    for code, days in seed.seasons.items():
        if days.last_day < days.first_day:
            reader.wrong("seasons.toml", f"{code}.last_day", "is before first_day: correct one of the two")


def _check_deadlines(seed: Seed, reader: Reader) -> None:
    seen: dict[tuple[str | None, str | None], str] = {}
    for code, policy in seed.deadlines.items():
        if policy.category is not None and policy.category not in seed.categories:
            reader.wrong("deadlines.toml", f"{code}.category", f"{policy.category} is not in categories.toml")
        other = seen.setdefault((policy.kind, policy.category), code)
        if other != code:
            reader.wrong("deadlines.toml", code, f"is for the same kind and category as {other}: keep one of the two")


def _check_routing(seed: Seed, reader: Reader, today: dt.date) -> None:
    file = "routing.toml"
    seen: dict[tuple[str | None, str | None, str | None], str] = {}
    for code, rule in seed.routing.items():
        agency = seed.agencies.get(rule.agency)
        if agency is None:
            reader.wrong(file, f"{code}.agency", f"{rule.agency} is not in agencies.toml: add it or name another")
        elif not _serves(agency, today):
            reader.wrong(file, f"{code}.agency", f"{rule.agency} does not serve today: name another")
        if rule.category is not None and rule.category not in seed.categories:
            reader.wrong(file, f"{code}.category", f"{rule.category} is not in categories.toml: correct the code")
        if rule.area is not None and rule.area not in seed.areas:
            reader.wrong(file, f"{code}.area", f"{rule.area} has no row in areas.csv: correct the code")
        says = (rule.kind, rule.category, rule.area)
        if not any(says):
            reader.wrong(file, code, "fits everything: write a kind, a category or an area")
        if (other := seen.setdefault(says, code)) != code:
            reader.wrong(file, code, f"is for the same as {other}: keep one of the two")


def _check_replies(seed: Seed, reader: Reader) -> None:
    for file, entries in (("replies.toml", seed.replies), ("macros.toml", seed.macros)):
        for code, entry in entries.items():
            if entry.agency is not None and entry.agency not in seed.agencies:
                reader.wrong(file, f"{code}.agency", f"{entry.agency} is not in agencies.toml: correct the code")
    for code, macro in seed.macros.items():
        for number, step in enumerate(macro.steps, start=1):
            if step.to is not None and step.to not in seed.agencies:
                reader.wrong("macros.toml", f"{code}.steps.{number}.to", f"{step.to} is not in agencies.toml")


def _check_answers(seed: Seed, reader: Reader) -> None:
    for row in seed.answers:
        if row.agency and row.agency not in seed.agencies:
            reader.wrong("answers.csv", f"row {row.number}: agency", f"{row.agency} is not in agencies.toml")
        if wrong := wrong_action(row.action or "", Knowledge(services=seed.services)):
            reader.wrong("answers.csv", f"row {row.number}: action", wrong)
    for file, entries in (("services.toml", seed.services), ("offices.toml", seed.offices)):
        for code, entry in entries.items():
            if entry.agency not in seed.agencies:
                reader.wrong(file, f"{code}.agency", f"{entry.agency} is not in agencies.toml: correct the code")


def _check_services(seed: Seed, reader: Reader) -> None:
    keys = {row.key for row in seed.answers}
    for code, service in seed.services.items():
        if service.office is not None and service.office not in seed.offices:
            reader.wrong(
                "services.toml", f"{code}.office", f"{service.office} is not in offices.toml: correct the code"
            )
        if service.answer is not None and service.answer not in keys:
            reader.wrong("services.toml", f"{code}.answer", f"{service.answer} is no key in answers.csv: correct it")
