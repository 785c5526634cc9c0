"""The question where something is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from typing_extensions import override

from handlers.city import City
from handlers.dialogue.question import SKIP, Answer, Parsed, Pick, Question, Rejected, Scene, counted
from handlers.messages import Ask, Inbound, Option, Outgoing


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where it is: a kelurahan if known, the person's own words, a pin; ``nearby`` are codes to choose from."""

    text: str = ""
    area: str | None = None
    lat: float | None = None
    lon: float | None = None
    inside: bool = True
    nearby: tuple[str, ...] = ()


class Place(Question[Whereabouts]):
    """A place: a pin, an address in words, the name of a kelurahan however it is spelt, or "I don't know"."""

    kind = "place"
    CERTAIN = 0.75  # score from which a kelurahan named in words is taken without asking
    AREA = "area:"

    def __init__(self, key: str, *, areas: Sequence[Pick] = (), **words: Any) -> None:
        super().__init__(key, **words)
        self.areas = tuple(areas)  # what the citizen may already have named, offered as buttons

    @override
    def prompt(self, scene: Scene, kept: Any) -> Outgoing:
        share = scene.say("place-share")
        return Outgoing(self.put(scene), self.options(scene, kept), ask=Ask.PLACE, key_label=share)

    @override
    def options(self, scene: Scene, kept: Any) -> tuple[Option, ...]:
        named = (Option(f"{self.AREA}{pick.value}", pick.label(scene)) for pick in self.areas)
        return (*named, Option(SKIP, scene.say("place-unknown")))

    @override
    def parse(self, inbound: Inbound, scene: Scene, kept: Any) -> Parsed:
        if inbound.pin is not None:
            return Answer(self.pinned(inbound, scene.city))
        text = (inbound.button or inbound.text).strip()
        options = self.options(scene, kept)
        if (place := counted(text, len(options))) is not None:
            text = options[place].value
        if text.startswith(self.AREA) and text.removeprefix(self.AREA) in scene.city.areas:
            code = text.removeprefix(self.AREA)
            return Answer({"text": "", "area": code})
        if text == SKIP or inbound.button or text.casefold() == scene.say("place-unknown").casefold():
            return Answer({"text": ""})
        if not text:
            return Rejected("need-place")
        if len(text) > 500:
            return Rejected("too-long", {"length": len(text), "most": 500})
        return Answer(self._named(text, scene.city))

    def pinned(self, inbound: Inbound, city: City) -> dict[str, Any]:
        """What is kept of a pin: where it is, and its kelurahan or, near a border, those to choose from."""
        assert inbound.pin is not None
        pin = inbound.pin
        found = city.locate(pin.lat, pin.lon)
        stored: dict[str, Any] = {"text": pin.label[:500], "lat": pin.lat, "lon": pin.lon, "inside": found.inside}
        if len(found.nearby) > 1:
            stored["nearby"] = [area.code for area in found.nearby]
        elif found.area:
            stored["area"] = found.area.code
        return stored

    def _named(self, text: str, city: City) -> dict[str, Any]:
        found = city.find_areas(text)
        certain = [match for match in found if match.score >= self.CERTAIN]
        if len(certain) == 1:
            return {"text": text, "area": certain[0].area.code}
        return {"text": text, "nearby": [match.area.code for match in (certain or found)]}

    @override
    def accepts(self, stored: Any) -> bool:
        return isinstance(stored, dict) and "text" in stored

    @override
    def load(self, stored: Any) -> Whereabouts:
        return Whereabouts(**{**stored, "nearby": tuple(stored.get("nearby", ()))})
