"""Nearness of meaning: the place where an embedding may join in. The engine does without one."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
import numpy.typing as npt


class Meaning(Protocol):
    """Compares the meaning of a question with that of each entry, in the order of the index."""

    def nearness(self, question: str) -> npt.NDArray[np.floating[Any]]:
        """From 0 (nothing in common) to 1 (the same) for each entry."""
        ...
