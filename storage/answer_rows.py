"""Answers as they stand in a file of whatever format: rows of text, checked cell by cell, mistakes with their place."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace

from storage.answers import Content, is_draft
from storage.models import Answer

COLUMNS = ("key", "title", "body", "language", "agency", "phrasings", "source", "checked", "valid_until")
ACTION = "action"  # a further column that may be missing
REQUIRED = ("key", "title", "body")
LANGUAGES = ("id", "en", "min")
BETWEEN = "|"  # phrasings
LONGEST = {"key": 80, "title": 200, ACTION: 300}  # characters
KEY = re.compile(r"(?!-$)[^\s|/][^\s|]*")  # what a file of questions can expect: no pattern, no "-", nothing with "|"
_LINK = re.compile(r"https://[^\s/?#]+\.[^\s/?#.]{2,}(?:[/?#]\S*)?")
_PHONE = re.compile(r"tel:\+?[0-9*#-]{2,20}")
_SERVICE = "service:"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the cells may name: ``agencies`` are codes by what they may be called, in small letters; ``services`` codes
    of services, ``commands`` words of the chat. None: not looked at, and an agency's cell holds its code."""

    agencies: Mapping[str, str] | None = None
    services: Container[str] | None = None
    commands: Container[str] | None = None


NOTHING_KNOWN = Knowledge()


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row of the file; ``agency`` is a code, empty for none. ``number`` counts rows from the heading's 1.

    ``action`` is None where the file does not speak of it.
    """

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
    action: str | None = None

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
            action=self.action,
        )


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong in a cell, and how to mend it; ``column`` is empty when it is the whole row.

    In a folder ``file`` is one of its files, and ``row`` a line of it.
    """

    row: int
    column: str
    what: str
    file: str = ""

    def __str__(self) -> str:
        """Where and what."""
        where = f"{self.file}:{self.row}" if self.file else f"row {self.row}"
        return f"{where}: {self.column}: {self.what}" if self.column else f"{where}: {self.what}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands. ``lines`` of a file are by column, where they are other than ``row``."""

    row: int
    file: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)

    def mistake(self, column: str, what: str) -> Mistake:
        """A mistake there."""
        return Mistake(self.lines.get(column, self.row), column, what, self.file)

    def __str__(self) -> str:
        return self.file or f"row {self.row}"


class Rows:
    """The rows of a file. ``rows`` are those without mistakes, ``mistakes`` what is wrong with the others.

    ``remarks`` are on what does not keep a row from being used: an owner who is no agency of the city, as the police.
    """

    def __init__(self, *, language: str, known: Knowledge = NOTHING_KNOWN) -> None:
        """``language`` is that of rows that name none."""
        self.rows: list[AnswerRow] = []
        self.mistakes: list[Mistake] = []
        self.remarks: list[Mistake] = []
        self._language, self._known = language, known
        self._seen: dict[tuple[str, str], Place] = {}

    def add(self, place: Place, cells: Mapping[str, str]) -> None:
        """Take a row, or what is wrong with it; cells that are missing are empty."""
        before = len(self.mistakes)
        texts = {name: re.sub(r"\r\n?", "\n", cell).strip() for name, cell in cells.items()}
        given = dict.fromkeys(COLUMNS, "") | texts
        language = given["language"] or self._language
        checked, valid_until = self._day(place, given, "checked"), self._day(place, given, "valid_until")
        self._check_texts(place, given, language)
        self._check_key(place, given["key"], language)
        self._check_action(place, given.get(ACTION, ""))
        if checked and valid_until and valid_until < checked:
            self._wrong(place, "valid_until", "is before checked: correct one of the two")
        if len(self.mistakes) > before:
            return
        phrasings = dict.fromkeys(" ".join(each.split()) for each in given["phrasings"].split(BETWEEN))
        self.rows.append(
            AnswerRow(
                number=place.row,
                key=given["key"],
                title=given["title"],
                body=given["body"],
                language=language,
                agency=self._agency(place, given["agency"]),
                phrasings=tuple(filter(None, phrasings)),
                source=given["source"],
                checked=checked,
                valid_until=valid_until,
                action=given.get(ACTION),
            )
        )

    def _wrong(self, place: Place, column: str, what: str) -> None:
        self.mistakes.append(place.mistake(column, what))

    def _day(self, place: Place, given: Mapping[str, str], column: str) -> dt.date | None:
        try:
            return dt.date.fromisoformat(given[column]) if given[column] else None
        except ValueError:
            self._wrong(place, column, f"{given[column]} is no day like 2026-12-31")
            return None

    def _check_texts(self, place: Place, given: Mapping[str, str], language: str) -> None:
        for column, text in given.items():
            if not text and column in REQUIRED:
                self._wrong(place, column, "is empty: write something")
            elif "\0" in text:
                self._wrong(place, column, "holds a character (NUL) that is none: remove it")
            elif len(text) > (most := LONGEST.get(column, len(text))):
                self._wrong(place, column, f"has {len(text)} characters, {most} are the most")
        if language not in LANGUAGES:
            self._wrong(place, "language", f"{language} is no language here: use {', '.join(LANGUAGES)}")

    def _check_key(self, place: Place, key: str, language: str) -> None:
        if key and not KEY.fullmatch(key):
            self._wrong(place, "key", "must have no spaces and no |, must not begin with / and not be -")
        if key and (other := self._seen.setdefault((key, language), place)) is not place:
            self._wrong(place, "key", f"{key} ({language}) is in {other} already: keep one of the two")

    def _check_action(self, place: Place, action: str) -> None:
        wrong = wrong_action(action, self._known)
        if wrong:
            self._wrong(place, ACTION, wrong)

    def _agency(self, place: Place, said: str) -> str:
        """The code; empty, and remarked, when there is no such agency."""
        agencies = self._known.agencies
        if agencies is None or said.casefold() in agencies:
            return said if agencies is None else agencies[said.casefold()]
        if said:
            self.remarks.append(place.mistake("agency", f"there is no agency {said}: left without an owner"))
        return ""


def wrong_action(action: str, known: Knowledge = NOTHING_KNOWN) -> str:
    """Why this is nothing that may be done next; empty if it is (or says nothing)."""
    if action.startswith("/"):
        word = action[1:].partition(" ")[0].casefold()
        if not word or (known.commands is not None and word not in known.commands):
            return f"there is no command /{word}"
    elif action.startswith(_SERVICE):
        code = action.removeprefix(_SERVICE)
        if not code or (known.services is not None and code not in known.services):
            return f"there is no service {code}: see services.toml"
    elif action and not (_LINK.fullmatch(action) or _PHONE.fullmatch(action)):
        return "must be a command like /lapor, https://…, tel:… with the number, or service:CODE"
    return ""


def cells(answer: Answer, agencies: Mapping[int, str]) -> dict[str, str]:
    """The row of an answer by column, the action last; ``agencies`` are codes by id."""
    return {
        "key": answer.key,
        "title": answer.title,
        "body": answer.body,
        "language": answer.language,
        "agency": agencies[answer.agency_id] if answer.agency_id else "",
        "phrasings": BETWEEN.join(answer.phrasings),
        "source": answer.source,
        "checked": answer.checked.isoformat() if answer.checked else "",
        "valid_until": answer.valid_until.isoformat() if answer.valid_until else "",
        ACTION: answer.action,
    }
