"""What of a complaint's text the classifier looks at: words, pairs of words, and pieces of words.

Training and inference both take a text apart here, so that they cannot differ.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator

from handlers import words

SHORTEST, LONGEST = 2, 5  # characters of a piece of a word, the space before and after it included

# Numbers of people, their families and phones must not become part of a model (nor would they teach it anything).
LINK = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+\.\S+")
NUMBER = re.compile(r"\+?\d[\d .\-]{6,}\d")
DIGITS = re.compile(r"\d{4,}")
WORD = re.compile(r"[^\W_]+")


def normalise(text: str) -> str:
    """``text`` as it is taken apart: folded, single spaces, links and long numbers one and the same word each."""
    text = words.fold(LINK.sub(" tautan ", text))
    text = DIGITS.sub(" nomor ", NUMBER.sub(" nomor ", text))
    return " ".join(text.split())


def word_grams(normal: str) -> list[str]:
    """Words and pairs of neighbouring words of a normalised text."""
    single = WORD.findall(normal)
    return single + [f"{first} {second}" for first, second in itertools.pairwise(single)]


def char_grams(normal: str) -> list[str]:
    """Pieces of the words of a normalised text: they survive misspelling, beginnings and endings.

    Punctuation stays on the words: lists, shouting and questions differ from agency to agency.
    """
    return list(_pieces(normal))


def _pieces(normal: str) -> Iterator[str]:
    for word in normal.split():
        padded = f" {word} "
        for length in range(SHORTEST, min(LONGEST, len(padded)) + 1):
            for start in range(len(padded) - length + 1):
                yield padded[start : start + length]


KINDS: tuple[Callable[[str], list[str]], ...] = (word_grams, char_grams)  # each kind weighs the same in a text
