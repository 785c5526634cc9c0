"""A question that the program answers itself: what a flow has to know and may not look up, since it reads nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import orjson
from typing_extensions import override

from handlers.dialogue.question import Parsed, Question, Rejected, Scene
from handlers.messages import Inbound


class Lookup(Question[Any]):
    """Has ``name`` looked up with ``arguments`` (JSON); the flow gets what was found.

    It is kept like any answer, so that every replay sees the same, and looked up anew when the arguments have changed.
    Nobody is asked, and nobody can go back to it.
    """

    kind = "lookup"

    def __init__(self, key: str, name: str, arguments: Mapping[str, Any]) -> None:
        super().__init__(key)
        self.name, self.arguments = name, arguments

    @property
    def fingerprint(self) -> str:
        """Tells whether an answer kept is one to the arguments as they are now."""
        said = orjson.dumps([self.name, self.arguments], option=orjson.OPT_SORT_KEYS)
        return hashlib.blake2b(said, digest_size=8).hexdigest()

    @override
    def settled(self, kept: Mapping[str, Any] | None) -> bool:
        return kept is not None and kept.get("of") == self.fingerprint

    @override
    def parse(self, inbound: Inbound, scene: Scene, kept: Any) -> Parsed:
        return Rejected("unreadable")
