"""What may not be read in a log is taken out of the finished line, wherever in it and however it got there.

Taken out: the secrets in use (also as they look in URLs, JSON and Basic authentication), bot tokens, Authorization
headers, web chat tokens, phone numbers, NIK and every other run of nine digits or more. Time stamps and complaint
numbers (``1042-7``) stay.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, quote_plus

HIDDEN = "[hidden]"
NUMBER = "[number]"
SHORTEST = 4  # characters: anything shorter would also be found where it means nothing
MOST_DIGITS = 8  # a local phone number without its area code; complaint numbers and dates are no longer
MOST_DIGITS_ABROAD = 6  # after a "+" or "00"

TIMESTAMP = (
    r"(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d"
    r"(?:[T ][0-2]\d:[0-5]\d(?::[0-6]\d(?:[.,]\d{1,6})?)?(?:Z|[+-][0-2]\d:?[0-5]\d)?)?(?!\d)"
)
# What people put between the digits of a number, plain or as it looks in a URL.
BETWEEN = r"(?:[\s().\-/_+\u2010-\u2015\u00a0]|%20|%2[Bb]|%2[DdEeFf89]|\\u[0-9a-f]{4}|\\[nt])"
DIGITS = re.compile(
    rf"(?P<keep>{TIMESTAMP})|(?P<abroad>(?:\+|%2[Bb]|(?<!\d)00)?)(?P<digits>\d(?:{BETWEEN}{{0,4}}(?!{TIMESTAMP})\d)*)"
)
COMPLAINT_NUMBERS = re.compile(r"[1-9]\d{3,6}-\d(?:\s+[1-9]\d{3,6}-\d)*")
TOKENS = re.compile(
    r"(?P<bot>bot)?(?<!\d)\d{3,}(?::|%3[Aa])[A-Za-z0-9_-]{20,}"  # a bot token
    r"|(?<=/bot)\d+(?::|%3[Aa])[^/\s\"']+"  # a bot token of whatever length in a Bot API address
    r"|(?<![\w-])[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{22}(?![\w-])"  # a web chat token
    r"|(?i:(?<=basic )|(?<=bearer ))[A-Za-z0-9+/=._~-]{16,}"
)
HEADER = re.compile(r"(?i)(authorization\\?[\"']?\s*[:=,]\s*b?\\?[\"']?)(?:[a-z]+ +)?[^\s\"',)}\]\\]+")


class Redactor:
    """Takes out what may not be read; made once from the secrets in use."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        spellings = {spelling for secret in secrets for spelling in _spellings(secret) if len(spelling) >= SHORTEST}
        longest_first = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
        self._secrets = re.compile("|".join(map(re.escape, longest_first))) if longest_first else None

    def __call__(self, line: str) -> str:
        """``line`` without what may not be read. Never raises."""
        if self._secrets is not None:
            line = self._secrets.sub(HIDDEN, line)
        line = HEADER.sub(rf"\g<1>{HIDDEN}", line)
        line = TOKENS.sub(HIDDEN, line)
        return DIGITS.sub(_judge, line)


def hides(number: float) -> bool:
    """Whether a number would be taken out of a line, e.g. a chat's id."""
    return DIGITS.sub(_judge, str(number)) != str(number)


def _judge(match: re.Match[str]) -> str:
    if match["keep"]:
        return match[0]
    most = MOST_DIGITS_ABROAD if match["abroad"] else MOST_DIGITS
    digits = re.sub(r"%2\w|\\u\w{4}", "", match["digits"])
    if sum(character.isdigit() for character in digits) <= most or COMPLAINT_NUMBERS.fullmatch(match[0]):
        return match[0]
    return NUMBER


def _spellings(secret: str) -> Iterator[str]:
    yield from (secret, quote(secret, safe=""), quote(secret), quote_plus(secret))
    yield from (json.dumps(secret)[1:-1], json.dumps(secret, ensure_ascii=False)[1:-1], repr(secret)[1:-1])
    encoded = base64.b64encode(secret.encode()).decode()
    yield from (encoded.rstrip("="), base64.urlsafe_b64encode(secret.encode()).decode().rstrip("="))
