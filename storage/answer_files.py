"""Answers as a CSV file: read with every mistake named by row and column, and written so that it reads the same."""

from __future__ import annotations

import csv
import datetime as dt
import hashlib
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from storage.answers import Content, is_draft
from storage.models import Answer

COLUMNS = ("key", "title", "body", "language", "agency", "phrasings", "source", "checked", "valid_until")
REQUIRED = ("key", "title", "body")
LANGUAGES = ("id", "en", "min")
BETWEEN = "|"  # phrasings
LONGEST = {"key": 80, "title": 200}  # characters
KEY = re.compile(r"(?!-$)[^\s|/][^\s|]*")  # what a file of questions can expect: no pattern, no "-", nothing with "|"


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row of the file; ``agency`` is a code, empty for none. ``number`` counts rows from the heading's 1."""

    number: int
    key: str
    title: str
    body: str
    language: str
    agency: str = ""
    phrasings: tuple[str, ...] = ()
    source: str = ""
    checked: dt.date | None = None
    valid_until: dt.date | None = None

    @property
    def hash(self) -> str:
        """A word that changes when anything but the place of the row does."""
        return hashlib.sha256(repr(replace(self, number=0)).encode()).hexdigest()

    def content(self, agencies: Mapping[str, int]) -> Content:
        """The row as an answer; ``agencies`` are ids by code."""
        return Content(
            key=self.key,
            language=self.language,
            title=self.title,
            body=self.body,
            phrasings=self.phrasings,
            agency_id=agencies[self.agency] if self.agency else None,
            source=self.source,
            checked=self.checked,
            valid_until=self.valid_until,
            published=not is_draft(self.source, self.checked),
        )


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in a cell, and how to mend it; ``column`` is empty when it is the whole row."""

    row: int
    column: str
    what: str

    def __str__(self) -> str:
        """Where and what."""
        return f"row {self.row}: {self.column}: {self.what}" if self.column else f"row {self.row}: {self.what}"


class AnswerFile:
    """Reads one file. ``rows`` are those without mistakes, ``mistakes`` what is wrong with the others.

    ``remarks`` are on what does not keep a row from being used: an owner who is no agency of the city, as the police.
    """

    def __init__(self, data: bytes, *, language: str, agencies: Mapping[str, str] | None = None) -> None:
        """``language`` is that of rows that name none; ``agencies`` are codes by what they may be called,

        in small letters (None: the column holds codes, which are not looked at).
        """
        self.rows: list[AnswerRow] = []
        self.mistakes: list[Mistake] = []
        self.remarks: list[Mistake] = []
        self._language, self._agencies = language, agencies
        self._seen: dict[tuple[str, str], int] = {}
        lines = self._lines(data)
        _, heading = next(lines, (1, []))
        names = [name.strip() for name in heading]
        if self._sound(names):
            for number, cells in lines:
                self._row(number, names, cells)

    def _wrong(self, row: int, column: str, what: str) -> None:
        self.mistakes.append(Mistake(row, column, what))

    def _lines(self, data: bytes) -> Iterator[tuple[int, list[str]]]:
        """The rows with their numbers; empty ones are counted and left out."""
        number = 0
        try:
            text = data.decode("utf-8-sig")
            for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), 1):
                if any(cell.strip() for cell in cells):
                    yield number, cells
        except UnicodeDecodeError as error:
            row = data.count(b"\n", 0, error.start) + 1
            self._wrong(row, "", "is not UTF-8 (counted in lines): save the file as CSV UTF-8")
        except csv.Error as error:
            self._wrong(number + 1, "", f"cannot be read, look for a quotation mark too many or missing: {error}")

    def _sound(self, names: Sequence[str]) -> bool:
        """Whether the heading names the columns that it must and may."""
        if self.mistakes:
            return False
        if len(names) == 1 and ";" in names[0]:
            self._wrong(1, "", "has ; between the columns: save the file with commas")
            return False
        for name in REQUIRED:
            if name not in names:
                self._wrong(1, name, "this column is missing: add it")
        for place, name in enumerate(names):
            if name not in COLUMNS:
                self._wrong(1, name, f"is no column: there are {', '.join(COLUMNS)}")
            elif name in names[:place]:
                self._wrong(1, name, "this column is there twice: remove one")
        return not self.mistakes

    def _row(self, number: int, names: Sequence[str], cells: Sequence[str]) -> None:
        if len(cells) != len(names):
            self._wrong(number, "", f"has {len(cells)} cells, the heading {len(names)}: put text with , in quotes")
            return
        before = len(self.mistakes)
        texts = (re.sub(r"\r\n?", "\n", cell).strip() for cell in cells)
        given = dict.fromkeys(COLUMNS, "") | dict(zip(names, texts, strict=True))
        language = given["language"] or self._language
        checked, valid_until = self._day(number, given, "checked"), self._day(number, given, "valid_until")
        self._check_texts(number, given, language)
        self._check_key(number, given["key"], language)
        if checked and valid_until and valid_until < checked:
            self._wrong(number, "valid_until", "is before checked: correct one of the two")
        if len(self.mistakes) == before:
            phrasings = dict.fromkeys(" ".join(each.split()) for each in given["phrasings"].split(BETWEEN))
            self.rows.append(
                AnswerRow(
                    number=number,
                    key=given["key"],
                    title=given["title"],
                    body=given["body"],
                    language=language,
                    agency=self._agency(number, given["agency"]),
                    phrasings=tuple(filter(None, phrasings)),
                    source=given["source"],
                    checked=checked,
                    valid_until=valid_until,
                )
            )

    def _day(self, number: int, given: Mapping[str, str], column: str) -> dt.date | None:
        try:
            return dt.date.fromisoformat(given[column]) if given[column] else None
        except ValueError:
            self._wrong(number, column, f"{given[column]} is no day like 2026-12-31")
            return None

    def _check_texts(self, number: int, given: Mapping[str, str], language: str) -> None:
        for column, text in given.items():
            if not text and column in REQUIRED:
                self._wrong(number, column, "is empty: write something")
            elif "\0" in text:
                self._wrong(number, column, "holds a character (NUL) that is none: remove it")
            elif len(text) > (most := LONGEST.get(column, len(text))):
                self._wrong(number, column, f"has {len(text)} characters, {most} are the most")
        if language not in LANGUAGES:
            self._wrong(number, "language", f"{language} is no language here: use {', '.join(LANGUAGES)}")

    def _agency(self, number: int, said: str) -> str:
        """The code; empty, and remarked, when there is no such agency."""
        if self._agencies is None or said.casefold() in self._agencies:
            return said if self._agencies is None else self._agencies[said.casefold()]
        if said:
            self.remarks.append(Mistake(number, "agency", f"there is no agency {said}: left without an owner"))
        return ""

    def _check_key(self, number: int, key: str, language: str) -> None:
        if key and not KEY.fullmatch(key):
            self._wrong(number, "key", "must have no spaces and no |, must not begin with / and not be -")
        if key and (other := self._seen.setdefault((key, language), number)) != number:
            self._wrong(number, "key", f"{key} ({language}) is in row {other} already: keep one of the two")


def cells(answer: Answer, agencies: Mapping[int, str]) -> list[str]:
    """The row of an answer, in the order of COLUMNS; ``agencies`` are codes by id."""
    return [
        answer.key,
        answer.title,
        answer.body,
        answer.language,
        agencies[answer.agency_id] if answer.agency_id else "",
        BETWEEN.join(answer.phrasings),
        answer.source,
        answer.checked.isoformat() if answer.checked else "",
        answer.valid_until.isoformat() if answer.valid_until else "",
    ]


def write(rows: Iterable[Sequence[str]]) -> str:
    """The file, with its heading. Cells are as they are: an apostrophe against formulas would not read the same."""
    target = io.StringIO(newline="")
    lines = csv.writer(target, lineterminator="\n")
    lines.writerow(COLUMNS)
    lines.writerows(rows)
    return target.getvalue()
