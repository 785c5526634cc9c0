"""The question for photos, videos, voice notes and documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from typing_extensions import override

from handlers.dialogue.question import SKIP, Answer, Parsed, Partial, Question, Rejected, Scene
from handlers.messages import Ask, Inbound, MediaItem, MediaKind, Option, Outgoing

UNREADABLE = frozenset({MediaKind.STICKER})
DONE_WORDS = frozenset(
    """
        selesai cukup sudah lanjut lewati tidak ada gak ga nggak ndak ado indak alah done skip next no none
        """.split()
)


class Media(Question[tuple[MediaItem, ...]]):
    """Photos, videos, voice notes or documents, up to ``at_most``, until the person says that is all."""

    kind = "media"

    def __init__(self, key: str, *, at_most: int = 5, **words: Any) -> None:
        super().__init__(key, **words)
        self.at_most = at_most

    @override
    def prompt(self, scene: Scene, kept: Any) -> Outgoing:
        if not kept:
            return Outgoing(self.put(scene, most=self.at_most), self.options(scene, kept), ask=Ask.MEDIA)
        said = scene.say("media-more", count=len(kept), left=self.at_most - len(kept))
        return Outgoing(said, self.options(scene, kept), ask=Ask.MEDIA)

    @override
    def options(self, scene: Scene, kept: Any) -> tuple[Option, ...]:
        return (Option(SKIP, scene.say("media-done" if kept else "media-none")),)

    @override
    def parse(self, inbound: Inbound, scene: Scene, kept: Any) -> Parsed:
        items = readable(inbound)
        if items:
            stored = add_media(kept, items, self.at_most)
            return Answer(stored) if len(stored) >= self.at_most else Partial(stored)
        said = (inbound.button or inbound.text).strip().casefold()
        label = scene.say("media-done" if kept else "media-none").casefold()
        if said in (SKIP, "1", label) or (said and set(said.split()) <= DONE_WORDS):
            return Answer(kept or [])
        return Rejected("need-media")

    @override
    def accepts(self, stored: Any) -> bool:
        return isinstance(stored, list)

    @override
    def load(self, stored: Any) -> tuple[MediaItem, ...]:
        return tuple(MediaItem(**item) for item in stored)


def readable(inbound: Inbound) -> list[MediaItem]:
    """The media of a message that can belong to a complaint; stickers cannot."""
    return [item for item in inbound.media if item.kind not in UNREADABLE]


def add_media(kept: Any, items: Sequence[MediaItem], at_most: int) -> list[dict[str, Any]]:
    """What was kept with ``items`` added, none twice, at most ``at_most``."""
    stored: list[dict[str, Any]] = list(kept or [])
    seen = {item["unique"] or item["ref"] for item in stored}
    for item in items:
        if (item.unique or item.ref) not in seen and len(stored) < at_most:
            seen.add(item.unique or item.ref)
            stored.append(
                {"kind": str(item.kind), "ref": item.ref, "unique": item.unique, "mime": item.mime,
                 "size": item.size, "name": item.name}
            )  # fmt: skip
    return stored
