"""Answers as a folder of Markdown: a file for each key and language, its particulars in TOML between two lines of +++.

Below them stands what citizens read; as everywhere ``<b>`` and ``<i>``, which Markdown shows too, are its only marks.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from storage.answer_rows import ACTION, BETWEEN, COLUMNS, NOTHING_KNOWN, Knowledge, Mistake, Place, Rows

FENCE = "+++"
SUFFIX = ".md"
README = "readme.md"  # may lie in the folder, and is no answer
LONGEST_NAME = 180  # bytes; most file systems take 255
NAMES = tuple(name for name in (*COLUMNS, ACTION) if name != "body")
_SAFE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_-")
_DAYS = ("checked", "valid_until")
_LIST = "phrasings"
_SPLIT = re.compile(r"\A\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*$\n?(.*)\Z", re.DOTALL | re.MULTILINE)
_AT = re.compile(r" ?\(at line (\d+), column \d+\)| ?\(at end of document\)")
_NAMED = re.compile(r"""^\s*["']?(\w+)["']?\s*=""", re.MULTILINE)


class AnswerFolder(Rows):
    """Reads every .md file below a folder."""

    def __init__(self, folder: Path, *, language: str, known: Knowledge = NOTHING_KNOWN) -> None:
        """``language`` is that of files that name none."""
        super().__init__(language=language, known=known)
        for path in markdown(folder):
            self._file(path.relative_to(folder).as_posix(), path.read_bytes())

    def _file(self, name: str, data: bytes) -> None:
        try:
            text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            self.mistakes.append(Mistake(line, "", "is not UTF-8: save it as such", name))
            return
        parts = _SPLIT.match(text)
        if parts is None:
            what = f"must begin with a line {FENCE}, then key and title, then another {FENCE}, then the answer"
            self.mistakes.append(Mistake(1, "", what, name))
            return
        head, body = parts.groups()
        lines = {match[1]: head.count("\n", 0, match.start(1)) + 2 for match in _NAMED.finditer(head)}
        place = Place(1, name, lines | {"body": head.count("\n") + 3})
        cells = self._cells(place, head)
        if cells is not None:
            self.add(place, cells | {"body": body})

    def _cells(self, place: Place, head: str) -> dict[str, str] | None:
        """The particulars as cells; None, with what is wrong noted, if they are none."""
        try:
            given = tomllib.loads(head)
        except tomllib.TOMLDecodeError as error:
            at = _AT.search(str(error))
            line = int(at[1]) + 1 if at and at[1] else head.count("\n") + 1
            self.mistakes.append(Mistake(line, "", f"is not TOML: {_AT.sub('', str(error))}", place.file))
            return None
        wrong = [place.mistake(name, what) for name, value in given.items() if (what := _wrong(name, value))]
        self.mistakes += wrong
        return None if wrong else {name: _cell(value) for name, value in given.items()}


def markdown(folder: Path) -> list[Path]:
    """The files of answers in a folder, in the order of their names."""
    return sorted(path for path in folder.rglob(f"*{SUFFIX}") if path.is_file() and path.name.casefold() != README)


def _wrong(name: str, value: Any) -> str:
    if name not in NAMES:
        return f"is unknown here: there are {', '.join(NAMES)}"
    if name in _DAYS and isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return ""
    if name == _LIST and isinstance(value, list):
        return "" if all(isinstance(each, str) for each in value) else "must be texts in quotes, in [ ]"
    return "" if isinstance(value, str) else "must be text in quotes"


def _cell(value: str | dt.date | list[str]) -> str:
    if isinstance(value, list):
        return BETWEEN.join(value)
    return value if isinstance(value, str) else value.isoformat()


def files(rows: Sequence[Mapping[str, str]]) -> dict[str, str]:
    """What to write for these rows: file names with what is in each."""
    return {_name(row["key"], row["language"]): _written(row) for row in rows}


def _name(key: str, language: str) -> str:
    """Every key has a name of its own, also where a file system does not tell small letters from capitals."""
    safe = "".join(letter if letter in _SAFE else "".join(f"%{byte:02x}" for byte in letter.encode()) for letter in key)
    if len(safe) > LONGEST_NAME:
        safe = f"{safe[:LONGEST_NAME]}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"
    return f"{safe}.{language}{SUFFIX}"


def _written(row: Mapping[str, str]) -> str:
    lines = [FENCE]
    for name in NAMES:
        value = row.get(name, "")
        if name == _LIST and value:
            lines += [f"{name} = [", *(f"    {_quoted(each)}," for each in value.split(BETWEEN)), "]"]
        elif value:
            lines.append(f"{name} = {value if name in _DAYS else _quoted(value)}")
    return "\n".join([*lines, FENCE, "", row["body"], ""])


def _quoted(text: str) -> str:
    """TOML's quoted text is JSON's, but for one character that it does not take as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
