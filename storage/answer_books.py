"""Answers as a workbook: its first sheet is read as a CSV file would be, dates and numbers as they look."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator

from python_calamine import CalamineError, CalamineWorkbook

from storage.answer_files import TableFile
from storage.answer_rows import NOTHING_KNOWN, Knowledge

Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


class AnswerBook(TableFile):
    """Reads one workbook (.xlsx, .xls or .ods)."""

    def __init__(self, data: bytes, *, language: str, known: Knowledge = NOTHING_KNOWN) -> None:
        """``language`` is that of rows that name none."""
        super().__init__(language=language, known=known)
        self.take(self._lines(data))

    def _lines(self, data: bytes) -> Iterator[tuple[int, list[str]]]:
        """The rows with their numbers; empty ones are counted and left out."""
        try:
            with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
                sheet = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
        except (CalamineError, ValueError) as error:
            self.wrong(1, "", f"is no workbook that can be read: {error}")
            return
        width = max((place for row in sheet[:1] for place, cell in enumerate(row, 1) if cell != ""), default=0)
        for number, row in enumerate(sheet, 1):
            texts = [_text(cell) for cell in row]
            while len(texts) > width and not texts[-1].strip():  # a format without content makes a cell
                texts.pop()
            if any(text.strip() for text in texts):
                yield number, texts + [""] * (width - len(texts))


def _text(cell: Cell) -> str:
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return cell.isoformat() if isinstance(cell, dt.date) else str(cell)
