"""What the city's files say to people: answers, services and offices, checked as files."""

from __future__ import annotations

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handlers import menu

SEED = Path(__file__).parents[2] / "seed" / "padang_panjang"
HEADER = ["key", "title", "body", "language", "agency", "phrasings", "source", "checked", "valid_until"]
LANGUAGES = ("id", "en", "min")
UNVERIFIED = "belum diverifikasi:"
# In a checked answer these would be promises. What may stand there nevertheless has been read in its source.
PROMISES = {
    "telephone number": r"(?<![\w.])(?:\+62|0)[\d\s()-]{7,}\d",
    "short number": r"(?<![\w.])(?:1[12]\d|1[45]\d{2}|1[67]\d{2})(?![\w.,]\d|\w)",
    "price": r"(?i)\brp\.?\s?\d|\b\d[\d.]*\s?(?:rupiah|ribu|juta)\b",
    "hour": r"(?<![\d.-])(?:[01]?\d|2[0-3])[.:][0-5]\d(?!\d)(?!\.\d)",
}
# SP4N-LAPOR!'s own number, as its question-and-answer page names it.
ALLOWED = {"sp4n_lapor": {"1708"}}
SERVICE_FIELDS = {
    "names",
    "agency",
    "requirements",
    "steps",
    "fee",
    "time",
    "office",
    "legal_basis",
    "answer",
    "verified",
}
OFFICE_FIELDS = {"names", "agency", "address", "pin", "phone", "verified"}

Row = dict[str, str]


def toml(name: str) -> dict[str, dict[str, Any]]:
    """One of the city's files."""
    return tomllib.loads((SEED / f"{name}.toml").read_text(encoding="utf-8"))


def read() -> list[Row]:
    """The rows of answers.csv."""
    with (SEED / "answers.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


ROWS = read()
AGENCIES = toml("agencies")
SERVICES = toml("services")
OFFICES = toml("offices")
EMERGENCY = {each["number"] for each in toml("emergency").values() if each.get("source") and each.get("checked")}
CHECKED = [row for row in ROWS if row["checked"]]
DRAFTS = [row for row in ROWS if not row["checked"]]


def name(row: Row) -> str:
    """How a row is called when it is wrong."""
    return f"{row['key']} ({row['language']})"


def normal(phrase: str) -> str:
    """A phrasing without capitals and punctuation."""
    return " ".join(re.findall(r"\w+", phrase.casefold()))


def phrasings(row: Row) -> list[str]:
    """The ways in which people ask for the row."""
    return row["phrasings"].split("|")


def plain(row: Row) -> str:
    """The body without its tags."""
    return re.sub(r"</?[bi]>", "", row["body"])


def promises(row: Row) -> Iterator[str]:
    """What the row promises that is not allowed to it."""
    allowed = EMERGENCY | ALLOWED.get(row["key"], set())
    for kind, pattern in PROMISES.items():
        for found in re.findall(pattern, plain(row)):
            if found.strip() not in allowed:
                yield f"{name(row)}: {kind} {found.strip()}"


def test_the_file_is_utf8_csv_with_exactly_the_nine_columns() -> None:
    with (SEED / "answers.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file, strict=True))

    assert lines[0] == HEADER
    assert {len(line) for line in lines} == {len(HEADER)}
    assert [name(row) for row in ROWS for cell in row.values() if cell != cell.strip()] == []


def test_there_is_something_to_say_for_every_agency() -> None:
    keys = {row["key"] for row in ROWS}
    shown = {row["key"] for row in CHECKED}

    assert len(keys) >= 130
    assert len(shown) >= 50
    assert {row["agency"] for row in ROWS} == set(AGENCIES)
    for language in ("en", "min"):
        assert sum(row["language"] == language for row in CHECKED) >= 60


def test_a_key_is_there_once_in_each_language_and_always_in_indonesian() -> None:
    twice = [each for each, times in Counter((row["key"], row["language"]) for row in ROWS).items() if times > 1]
    indonesian = {row["key"] for row in ROWS if row["language"] == "id"}

    assert twice == []
    assert {row["language"] for row in ROWS} == set(LANGUAGES)
    assert {row["key"] for row in ROWS} == indonesian
    assert [key for key in indonesian if not re.fullmatch(r"[a-z][a-z0-9_]{1,39}", key)] == []


def test_the_languages_of_a_key_rest_on_the_same() -> None:
    ground: dict[str, set[tuple[str, ...]]] = {}
    for row in ROWS:
        fields = ("agency", "source", "checked", "valid_until")
        ground.setdefault(row["key"], set()).add(tuple(row[field] for field in fields))

    assert [key for key, grounds in ground.items() if len(grounds) > 1] == []


def test_no_phrasing_leads_two_ways() -> None:
    seen = Counter(normal(phrase) for row in ROWS for phrase in phrasings(row))

    assert [phrase for phrase, times in seen.items() if times > 1 or not phrase] == []


def test_people_ask_in_enough_ways() -> None:
    for row in ROWS:
        least, most = (8, 12) if row["language"] == "id" else (5, 8)

        assert least <= len(phrasings(row)) <= most, name(row)
        assert all(len(phrase) <= 80 for phrase in phrasings(row)), name(row)


def test_an_answer_is_short_and_says_enough() -> None:
    for row in ROWS:
        least = 40 if row["language"] == "id" else 30

        assert least <= len(plain(row).split()) <= 120, name(row)
        assert len(row["body"]) <= 1000, name(row)
        assert 3 <= len(row["title"]) <= 60, name(row)


def test_bold_and_italic_are_all_the_html_there_is() -> None:
    for row in ROWS:
        tags = re.findall(r"</?[bi]>", row["body"])
        opened = re.findall(r"<([bi])>[^<>]*</\1>", row["body"])

        assert not re.search(r"[<>&]", plain(row)), name(row)
        assert len(tags) == 2 * len(opened), name(row)
        assert not re.search(r"[<>&{}]", row["title"] + row["phrasings"]), name(row)
        assert not re.search(r"[{}\u0400-\u04ff]", row["body"]), name(row)


def test_every_command_an_answer_names_is_there() -> None:
    known = {word for command in menu.TABLE.commands for word in command.words}
    named = {word for row in ROWS for word in re.findall(r"(?<![\w<])/([a-z]+)", row["body"])}

    assert named - known == set()


def test_what_is_shown_as_fact_has_a_source_and_a_day() -> None:
    for row in CHECKED:
        checked = date.fromisoformat(row["checked"])

        assert row["source"], name(row)
        assert not row["source"].startswith(UNVERIFIED), name(row)
        assert not row["valid_until"] or date.fromisoformat(row["valid_until"]) > checked, name(row)


def test_a_draft_says_what_it_was_taken_from_and_has_no_day() -> None:
    for row in DRAFTS:
        assert row["source"].startswith(UNVERIFIED), name(row)
        assert len(row["source"]) > len(UNVERIFIED) + 10, name(row)
        assert not row["valid_until"], name(row)


def test_what_is_shown_as_fact_promises_no_number_price_or_hour() -> None:
    assert [each for row in CHECKED for each in promises(row)] == []


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Telepon (0752) 82123 atau 0752 82123.", "telephone number"),
        ("Hubungi +62 812 3456 7890.", "telephone number"),
        ("Telepon 123.", "short number"),
        ("Biayanya Rp 50.000.", "price"),
        ("Bayar 50 ribu.", "price"),
        ("Buka 07.30 sampai 16.00.", "hour"),
        ("Tutup jam 15:30.", "hour"),
    ],
)
def test_a_promise_is_noticed(body: str, kind: str) -> None:
    """A number, a price or an hour in an answer does not go unseen."""
    found = list(promises({"key": "x", "language": "id", "body": body}))

    assert any(kind in each for each in found)


def test_numbers_that_are_no_promise_are_left_alone() -> None:
    body = "Kode 13.74.01.1001, nomor 1042-9, 63.895 orang, 3 × 24 jam, 88,31 sampai 100. Telepon 112."

    assert list(promises({"key": "x", "language": "id", "body": body})) == []


def test_services_name_agencies_offices_and_answers_that_exist() -> None:
    keys = {row["key"] for row in ROWS}

    assert len(SERVICES) >= 45
    for code, service in SERVICES.items():
        assert set(service) <= SERVICE_FIELDS, code
        assert set(service["names"]) == set(LANGUAGES), code
        assert service["agency"] in AGENCIES, code
        assert service.get("office", "disdukcapil") in OFFICES, code
        assert service.get("answer", "ktp_hilang") in keys, code


def test_a_service_shown_as_fact_has_an_answer_shown_as_fact() -> None:
    shown = {row["key"] for row in CHECKED}
    certain = {code: service for code, service in SERVICES.items() if service.get("verified", True)}

    assert certain
    for code, service in certain.items():
        assert service["answer"] in shown, code
        assert not {"fee", "time"} & set(service) or service.get("legal_basis"), code


def test_every_agency_has_an_office_and_no_office_an_unverified_address() -> None:
    assert {office["agency"] for office in OFFICES.values()} == set(AGENCIES)
    for code, office in OFFICES.items():
        assert set(office) <= OFFICE_FIELDS, code
        assert set(office["names"]) == set(LANGUAGES), code
        if not office.get("verified", True):
            assert not {"address", "pin"} & set(office), code
            assert office.get("phone", "112") in EMERGENCY, code
