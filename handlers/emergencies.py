"""Emergency words: what must be answered with numbers to call before anything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EmergencyInfo:
    """A number to call."""

    code: str
    number: str
    names: Mapping[str, str]

    def name(self, language: str) -> str:
        """The name in ``language``, else in Indonesian."""
        return self.names.get(language) or self.names.get("id") or self.code


class Alarm:
    """Hears emergency words. The first number is the general one: it leads every answer."""

    def __init__(self, numbers: Sequence[tuple[EmergencyInfo, Sequence[str]]]) -> None:
        self._numbers = numbers

    def hear(self, text: str) -> tuple[EmergencyInfo, ...]:
        """The numbers to answer with, the general one first; empty when nothing sounds like an emergency."""
        folded = text.lower()
        called = [number for number, words in self._numbers if any(word in folded for word in words)]
        if not called:
            return ()
        return tuple(number for number, words in self._numbers[:1]) + tuple(
            number for number in called if number != self._numbers[0][0]
        )
