"""Adding something to a complaint already filed, for those who do not know how to reply to a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from typing_extensions import override

from handlers.city import City
from handlers.dialogue.engine import Flow
from handlers.dialogue.media import add_media, readable
from handlers.dialogue.question import Answer, Parsed, Question, Rejected, Scene, Talk
from handlers.messages import Ask, Inbound, MediaItem, Outgoing

NAME = "add"
MOST_FILES = 10  # an album's worth


@dataclass(frozen=True, slots=True)
class AddWords:
    """Add ``text`` and ``media`` to the complaint ``number``."""

    number: str
    text: str
    media: tuple[MediaItem, ...]


class Addition(Question[tuple[str, tuple[MediaItem, ...]]]):
    """Words, files, or both in one message."""

    kind = "addition"

    @override
    def prompt(self, scene: Scene, kept: Any) -> Outgoing:
        return Outgoing(self.put(scene), ask=Ask.TEXT)

    @override
    def parse(self, inbound: Inbound, scene: Scene, kept: Any) -> Parsed:
        media, text = readable(inbound), inbound.text.strip()
        if not media and not text:
            return Rejected("need-words")
        return Answer({"text": text, "media": add_media(None, media, MOST_FILES)})

    @override
    def accepts(self, stored: Any) -> bool:
        return isinstance(stored, Mapping) and "media" in stored

    @override
    def load(self, stored: Any) -> tuple[str, tuple[MediaItem, ...]]:
        return stored["text"], tuple(MediaItem(**item) for item in stored["media"])


def script(city: City, number: str) -> Talk[AddWords]:
    """Ask what is to be added."""
    text, media = yield from Addition("what", number=number)
    return AddWords(number, text, media)


FLOW = Flow(NAME, script)
