"""Complaint numbers: digits only, easy to read out over the phone, with a check digit that catches a slip.

``1042-7``: 1042 counts the complaints, 7 is the check digit of H. M. Damm's quasigroup ("Total anti-symmetrische
Quasigruppen", Marburg 2004), which finds every single wrong digit and every swap of two neighbours.
"""

from __future__ import annotations

import re

FIRST = 1000  # numbers start with four digits, so that a stray house number is not taken for one

_TABLE = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
_ALONE = re.compile(r"^\W*(\d{4,9})[\s\-–.]?(\d)\W*$")
_MARKED = re.compile(r"(?:#|\bno(?:mor|\.)?\s?|\blaporan\s|\breport\s)(\d{4,9})[\s\-–.]?(\d)\b", re.IGNORECASE)
_DASHED = re.compile(r"(?<![\d\-])(\d{4,9})-(\d)(?![\d\-])")


def check_digit(digits: str) -> int:
    """The digit that makes ``digits`` followed by it a valid number."""
    interim = 0
    for digit in digits:
        interim = _TABLE[interim][int(digit)]
    return interim


def of(complaint_id: int) -> str:
    """The number of the complaint with that id, as it is stored and shown."""
    counted = str(FIRST + complaint_id)
    return f"{counted}-{check_digit(counted)}"


def find(text: str) -> str | None:
    """The complaint number in ``text``, in its stored form; None when there is none or its check digit is wrong."""
    for pattern in (_ALONE, _MARKED, _DASHED):
        for counted, check in pattern.findall(text):
            if check_digit(counted) == int(check):
                return f"{counted}-{check}"
    return None


def looks_like(text: str) -> bool:
    """Whether the whole of ``text`` was meant as a number, right or wrong."""
    return bool(_ALONE.match(text))
