"""Answers as a CSV file: read with every mistake named by row and column, and written so that it reads the same."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from storage.answer_rows import (
    ACTION,
    COLUMNS,
    NOTHING_KNOWN,
    REQUIRED,
    AnswerRow,
    Knowledge,
    Mistake,
    Place,
    Rows,
    cells,
)

__all__ = ["COLUMNS", "AnswerFile", "AnswerRow", "Mistake", "cells", "columns", "write"]


class TableFile(Rows):
    """Rows below a heading that names their columns, in any order."""

    def take(self, lines: Iterator[tuple[int, Sequence[str]]]) -> None:
        """Read the heading, then the rows, each with its number."""
        _, heading = next(lines, (1, []))
        names = [name.strip() for name in heading]
        if self._sound(names):
            for number, row in lines:
                self._row(number, names, row)

    def wrong(self, row: int, column: str, what: str) -> None:
        """Note a mistake."""
        self.mistakes.append(Mistake(row, column, what))

    def _sound(self, names: Sequence[str]) -> bool:
        """Whether the heading names the columns that it must and may."""
        if self.mistakes:
            return False
        if len(names) == 1 and ";" in names[0]:
            self.wrong(1, "", "has ; between the columns: save the file with commas")
            return False
        for name in REQUIRED:
            if name not in names:
                self.wrong(1, name, "this column is missing: add it")
        for place, name in enumerate(names):
            if name not in (*COLUMNS, ACTION):
                self.wrong(1, name, f"is no column: there are {', '.join((*COLUMNS, ACTION))}")
            elif name in names[:place]:
                self.wrong(1, name, "this column is there twice: remove one")
        return not self.mistakes

    def _row(self, number: int, names: Sequence[str], row: Sequence[str]) -> None:
        if len(row) != len(names):
            self.wrong(number, "", f"has {len(row)} cells, the heading {len(names)}: put text with , in quotes")
        else:
            self.add(Place(number), dict(zip(names, row, strict=True)))


class AnswerFile(TableFile):
    """Reads one CSV file."""

    def __init__(self, data: bytes, *, language: str, known: Knowledge = NOTHING_KNOWN) -> None:
        """``language`` is that of rows that name none."""
        super().__init__(language=language, known=known)
        self.take(self._lines(data))

    def _lines(self, data: bytes) -> Iterator[tuple[int, list[str]]]:
        """The rows with their numbers; empty ones are counted and left out."""
        number = 0
        try:
            text = data.decode("utf-8-sig")
            for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), 1):
                if any(cell.strip() for cell in row):
                    yield number, row
        except UnicodeDecodeError as error:
            row_number = data.count(b"\n", 0, error.start) + 1
            self.wrong(row_number, "", "is not UTF-8 (counted in lines): save the file as CSV UTF-8")
        except csv.Error as error:
            self.wrong(number + 1, "", f"cannot be read, look for a quotation mark too many or missing: {error}")


def columns(rows: Sequence[Mapping[str, str]]) -> tuple[str, ...]:
    """The heading of a file with these rows: actions have a column only if there are any."""
    return (*COLUMNS, ACTION) if any(row.get(ACTION) for row in rows) else COLUMNS


def write(given: Iterable[Mapping[str, str]]) -> str:
    """The file, with its heading. Cells are as they are: an apostrophe against formulas would not read the same."""
    rows, target = list(given), io.StringIO(newline="")
    lines = csv.DictWriter(target, columns(rows), extrasaction="ignore", lineterminator="\n")
    lines.writeheader()
    lines.writerows(rows)
    return target.getvalue()
