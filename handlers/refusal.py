"""Something may not or cannot be done: raised wherever that shows, said in one place (``router``, ``stepping``)."""

from __future__ import annotations


class Refusal(Exception):
    """Something may not or cannot be done; ``key`` names the text that tells the person why."""

    def __init__(self, key: str, **arguments: str) -> None:
        super().__init__(key)
        self.key, self.arguments = key, arguments
