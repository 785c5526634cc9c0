"""Nearness of meaning: the place where an embedding may join in. The engine does without one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Near:
    """Nearness of meaning for each entry, in the order of the index: from 0 (nothing in common) to 1 (the same)."""

    best: npt.NDArray[np.floating[Any]]  # of the entry's texts
    usual: npt.NDArray[np.floating[Any]]  # their mean

    @classmethod
    def nothing(cls, count: int) -> Near:
        """What is known of ``count`` entries without an embedding."""
        return cls(np.zeros(count), np.zeros(count))


class Meaning(Protocol):
    """Compares the meaning of a question with that of each entry."""

    def nearness(self, question: str) -> Near:
        """How near the question is to each entry."""
        ...
