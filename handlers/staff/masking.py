"""What tells who somebody is, taken out of words that more people read than need to know it.

Masked are numbers of nine digits and more (NIK, family card, phone, bank card, customer number), however they are
spaced, and e-mail addresses; the last digits stay, so that two can be told apart. Dates, times, amounts of money,
complaint numbers, coordinates and house numbers stay: staff need them to find the place.
"""

from __future__ import annotations

import re

from handlers.complaints import number

DOTS = "•••"  # not stars, which WhatsApp takes for bold
KEPT = 3  # last digits left to see
FEWEST = 9  # digits of the shortest phone number with its area code
FEWEST_ABROAD = 7  # after a "+"
MOST_OF_SMALL = 3  # digits of a small number
NIK = 16  # digits; a family card and most bank cards have as many
SHORTEST_NAME = 4  # letters of a part of a name that is looked for by itself

_DIGIT = re.compile(r"\d")
_MAIL = re.compile(r"(?<![\w.+-])(\w)[\w.+-]*@[\w-]+(?:\.[\w-]+)+")
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_DATES = "|".join(f"{_DAY}{between}{_MONTH}{between}(?:19|20)\\d\\d" for between in ("-", "/", r"\.", " "))
_KEEP = (
    r"(?<![\d.])(?:(?:\d|1[01])\.\d{4,8}|(?:9[5-9]|1[0-3]\d|14[01])\.\d{4,8})(?![\d.])"  # a pin in Indonesia
    rf"|(?<![\d.])(?:{_DATES}|(?:19|20)\d\d-{_MONTH}-{_DAY}|(?:19|20)\d\d/{_MONTH}/{_DAY})(?!\d)"
    r"|(?<![\d:])[0-2]?\d:[0-5]\d(?::[0-5]\d)?(?![\d:])"
    r"|(?<![\d/])\d{1,3}/\d{1,3}(?![\d/])"  # RT/RW
)
_MONEY = r"(?i:(?<!\w)(?:rp|idr))[.:]?\s{0,2}[1-9](?:\d{0,2}(?:[.,]\d{3}){1,3}|\d{0,11})(?![.,]?\d)"
_BETWEEN = r"[ \t\u00a0().\-/_+\u2010-\u2015\u200b-\u200d\u2060]"
_RUN = re.compile(rf"(?P<keep>{_MONEY}|{_KEEP})|(?P<abroad>\+?)(?<!\d)(?P<run>\d(?:{_BETWEEN}{{0,3}}(?!{_KEEP})\d)*)")
# Within a run: what is harmless by itself, such as 08.00-12.00, 1.500.000 or the years 2024-2026.
_HARMLESS = re.compile(
    r"[0-2]?\d\.[0-5]\d|[1-9]\d{0,2}(?:\.\d{3}){1,3}|(?:19|20)\d\d(?:[/-](?:19|20)\d\d)?|"
    rf"{_DAY}[-/.]{_MONTH}(?:[-/.]\d\d)?|[1-9]\d{{3,6}}-\d"
)
_PIECES = re.compile(r"([ \t\u00a0\u2013\u2014]+|(?<=\d)-(?=\d\d?\.\d\d(?!\d)))")
_PHONE = re.compile(r"(?:62|0)?8\d{7,12}|0[2-9]\d{7,10}|628?\d{7,13}")


def masked(text: str, name: str = "") -> str:
    """``text`` (plain, not HTML) without numbers and addresses that lead to a person, and without their ``name``.

    Masking twice changes nothing more. Of the name's parts only those are looked for that are written as in it, since
    a name may be a common word.
    """
    if "@" in text:
        text = _MAIL.sub(rf"\1{DOTS}", text)
    if len(_DIGIT.findall(text)) >= FEWEST_ABROAD:
        text = _RUN.sub(_judge, text)
    return _unnamed(text, name) if name else text


def masked_name(name: str) -> str:
    """A name as its initial: ``S•••``."""
    first = next((letter for letter in name if letter.isalpha()), "")
    return f"{first.upper()}{DOTS}"


def hides(text: str) -> bool:
    """Whether there is something in ``text`` that ``masked`` takes out."""
    return masked(text) != text


def _judge(match: re.Match[str]) -> str:
    run, abroad = match["run"], bool(match["abroad"])
    if match["keep"] is not None or _count(run) < (FEWEST_ABROAD if abroad else FEWEST):
        return match[0]
    return _hidden(run) if abroad else _judge_pieces(run)


def _judge_pieces(run: str) -> str:
    """Leave what is harmless at either end, if what is between is a number by itself; else the whole run is one."""
    pieces = _PIECES.split(run)
    first, last = 0, len(pieces)
    while first < last and _harmless(pieces[first]):
        first += 2
    while last > first and _harmless(pieces[last - 1]):
        last -= 2
    between = "".join(pieces[first:last])
    if _long(between):
        return "".join(pieces[:first]) + _hidden(between) + "".join(pieces[last:])
    return _hidden(run) if between and _telling(run) else run


def _long(run: str) -> bool:
    """Whether it is a number of many digits, and not a list of small ones such as 119, 112, 110."""
    groups = re.findall(r"\d+", run)
    return _count(run) >= FEWEST and (max(map(len, groups)) > MOST_OF_SMALL or _telling(run))


def _harmless(piece: str) -> bool:
    if not _HARMLESS.fullmatch(piece):
        return False
    if "-" in piece and number.looks_like(piece):
        return number.find(piece) is not None
    return not (_count(piece) >= FEWEST and _telling(piece) and not piece.endswith("000"))


def _telling(run: str) -> bool:
    """Whether the whole of it reads as a phone number or a NIK."""
    digits = "".join(letter for letter in run if letter.isdecimal())
    return len(digits) == NIK or _PHONE.fullmatch(digits) is not None


def _count(run: str) -> int:
    return sum(letter.isdecimal() for letter in run)


def _hidden(run: str) -> str:
    digits = [letter for letter in run if letter.isdecimal()]
    return DOTS + "".join(digits[-KEPT:])


def _unnamed(text: str, name: str) -> str:
    words = [word for word in re.findall(r"\w+", name) if not word.isdecimal()]
    if not words:
        return text
    whole = r"\W+".join(map(re.escape, words))
    if len(words) > 1 or len(words[0]) >= SHORTEST_NAME:
        text = re.sub(rf"(?<!\w){whole}(?!\w)", masked_name(name), text, flags=re.IGNORECASE)
    for word in words:
        if len(word) >= SHORTEST_NAME:
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", masked_name(word), text)
    return text
