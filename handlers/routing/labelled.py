"""Texts of which it is known where they belong, and how a file of them is read."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

COLUMNS = ("text", "agency", "date")
DELIMITERS = ",;\t"
FORMATS = (
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%d/%m/%Y",
    "%d-%m-%Y %H:%M:%S",
    "%d-%m-%Y %H:%M",
    "%d-%m-%Y",
)
LARGEST = 2**24  # characters of one field; what is quoted wrongly may run on to the end of the file


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text and its agency. ``author`` tells people apart; empty means that each text is somebody else's."""

    text: str
    agency: str
    at: dt.datetime
    author: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was in a file: its texts, oldest first, and a line for each row that could not be used."""

    texts: Sequence[Labelled]
    bad: Sequence[str]


class UnreadableError(Exception):
    """The file as a whole is not what was asked for; the message says what is missing."""


def read(content: bytes) -> Reading:
    """Read a CSV file with the columns text, agency and date, in any order and with others beside them.

    Separated by comma, semicolon or tab; UTF-8, or Latin-1 where it is not. Raises UnreadableError.
    """
    try:
        decoded = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        decoded = content.decode("cp1252", errors="replace")
    csv.field_size_limit(LARGEST)
    lines = io.StringIO(decoded.replace("\0", ""), newline="")
    rows = csv.reader(lines, delimiter=_delimiter(decoded))
    header = [name.strip().casefold() for name in next(rows, [])]
    if missing := [name for name in COLUMNS if name not in header]:
        raise UnreadableError(f"the first line names no column {', '.join(missing)}; it says: {','.join(header)[:80]}")
    texts: list[Labelled] = []
    bad: list[str] = []
    for number, outcome in _outcomes(rows, [header.index(name) for name in COLUMNS]):
        if isinstance(outcome, Labelled):
            texts.append(outcome)
        else:
            bad.append(f"row {number}: {outcome}")
    return Reading(sorted(texts, key=lambda each: each.at), bad)


def _delimiter(text: str) -> str:
    header = text.lstrip("\r\n").partition("\n")[0]
    return max(DELIMITERS, key=header.count)


def _outcomes(rows: Iterator[list[str]], places: Sequence[int]) -> Iterator[tuple[int, Labelled | str]]:
    """Each row's number, the header being 1, and what became of it."""
    number = 1
    while True:
        number += 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, str(error)
            continue
        if any(cell.strip() for cell in row):
            yield number, _labelled(row, places)


def _labelled(row: Sequence[str], places: Sequence[int]) -> Labelled | str:
    """The row as a labelled text, or what is wrong with it."""
    if len(row) <= max(places):
        return f"{len(row)} columns where {max(places) + 1} are needed"
    text, agency, said = (row[place].strip() for place in places)
    if not agency:
        return "no agency"
    if not text:
        return "no text"
    at = _moment(said)
    return Labelled(text, agency, at) if at else f"no date that can be read: {said[:40]!r}"


def _moment(said: str) -> dt.datetime | None:
    """The moment that ``said`` names; without a zone it is taken as UTC, which keeps the order."""
    try:
        found = dt.datetime.fromisoformat(said)
    except ValueError:
        return next(filter(None, (_parsed(said, form) for form in FORMATS)), None)
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def _parsed(said: str, form: str) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(said, form).replace(tzinfo=dt.UTC)
    except ValueError:
        return None
