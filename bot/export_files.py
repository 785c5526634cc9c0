"""Where an export is written: CSV, JSON Lines or an Excel workbook, a row at a time, however many there are.

A spreadsheet takes a cell that begins with "=", "+", "-" or "@" for a formula, and what citizens write may be meant as
one: in CSV an apostrophe is put before it; in a workbook such a cell is marked as text.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Sequence
from typing import IO, Any, Protocol

import orjson
import xlsxwriter

FORMULA = re.compile(r"\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")  # full-width signs too
MOST_CELL = 32_767  # characters that Excel takes in a cell
MOST_ROWS = 1_048_575  # of a sheet, below the heading
DATE = "yyyy-mm-dd hh:mm:ss"
WIDTH = 18  # characters, of a column


class Sheet(Protocol):
    """A table that is being written."""

    def row(self, values: Sequence[Any]) -> None:
        """Add one row."""
        ...


class Csv:
    """CSV as RFC 4180 has it, in UTF-8, with a heading; times in ISO 8601."""

    def __init__(self, target: IO[str], names: Sequence[str]) -> None:
        self._writer = csv.writer(target)
        self._writer.writerow(names)

    def row(self, values: Sequence[Any]) -> None:
        """Add one row."""
        self._writer.writerow([_cell(value) for value in values])


def _cell(value: Any) -> Any:
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds")
    return f"'{value}" if isinstance(value, str) and FORMULA.match(value) else value


class JsonLines:
    """An object in each line, with nothing left out and nothing changed."""

    def __init__(self, target: IO[str], names: Sequence[str]) -> None:
        self._target, self._names = target, names

    def row(self, values: Sequence[Any]) -> None:
        """Add one row."""
        line = dict(zip(self._names, map(_plain, values), strict=True))
        self._target.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE).decode())


def _plain(value: Any) -> Any:
    return value.isoformat(timespec="seconds") if isinstance(value, dt.datetime) else value


class Workbook:
    """An Excel workbook; each sheet is written after the other, and only the row at hand is in memory."""

    def __init__(self, target: IO[bytes]) -> None:
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(target, options | {"remove_timezone": True})
        self._heading = self._book.add_format({"bold": True})
        self._date = self._book.add_format({"num_format": DATE})

    def sheet(self, name: str, names: Sequence[str]) -> ExcelSheet:
        """A new sheet with this heading."""
        return ExcelSheet(self._book.add_worksheet(name), names, self._heading, self._date)

    def close(self) -> None:
        """Write it all out."""
        self._book.close()


class ExcelSheet:
    """One sheet. Times are the city's, as Excel knows no zones."""

    def __init__(self, sheet: Any, names: Sequence[str], heading: Any, date: Any) -> None:
        self._sheet, self._date, self._next = sheet, date, 1
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, len(names) - 1, WIDTH)
        for place, name in enumerate(names):
            sheet.write_string(0, place, name, heading)

    def row(self, values: Sequence[Any]) -> None:
        """Add one row."""
        for place, value in enumerate(values):
            if isinstance(value, str):
                self._sheet.write_string(self._next, place, value[:MOST_CELL])
            elif isinstance(value, dt.datetime):
                self._sheet.write_datetime(self._next, place, value, self._date)
            elif value is not None:
                self._sheet.write_number(self._next, place, value)
        self._next += 1
