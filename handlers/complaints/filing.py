"""The conversation in which a complaint is filed: free words first, and whatever comes first is taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from handlers.city import CategoryInfo, City
from handlers.complaints.adding import AddWords
from handlers.dialogue.engine import Answers, Flow, Kept
from handlers.dialogue.lookup import Lookup
from handlers.dialogue.media import Media, add_media, readable
from handlers.dialogue.place import Place, Whereabouts
from handlers.dialogue.question import SKIP, Choice, Confirm, Pick, Scene, Talk, Text
from handlers.messages import Inbound, MediaItem, MediaKind
from handlers.routing import naming
from storage.models import Kind, Visibility

NAME = "complaint"
MAX_TEXT = 4000
MAX_KEPT_TEXT = 8000  # with what is added while the other questions are asked
SHOWN_TEXT = 700  # in the review, which must fit into one WhatsApp message
FIRST_SHOWN = 6  # categories offered when nothing can be guessed
MORE = "more"
CHOICES = frozenset(
    {"kind", "category", "category-all", "similar"}
)  # asked early: what fits none of them goes on with the story
SENTENCE = 3  # words; fewer are rather a choice that was mistyped
REMEMBERED = 256  # stories; a conversation goes over its own at each answer
VOICE_ONLY = "🎤 🎤 🎤"  # stands for the words of those who sent a voice note instead


@dataclass(frozen=True, slots=True)
class FileComplaint:
    """What the citizen asks for at the end of the conversation; ``after``: number of the complaint it takes further.

    ``similar``: those that may be about the same, each with the id of its agency.
    """

    text: str
    kind: str
    category: str
    place: Whereabouts
    photos: tuple[MediaItem, ...]
    visibility: str
    after: str = ""
    similar: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Support:
    """Support the complaint ``number`` of somebody else, adding these words and files."""

    number: str
    text: str
    photos: tuple[MediaItem, ...]


Wish = FileComplaint | Support | AddWords
SIMILAR = "similar"  # the lookup for what has been filed already
THIS, OTHER = "this:", "other:"  # with the number of what was found: an answer about another one does not count


@dataclass(frozen=True, slots=True)
class Story:
    """What is known once the place is: enough to find what is about the same."""

    what: str
    kind: str
    category: CategoryInfo
    place: Whereabouts

    def arguments(self) -> dict[str, Any]:
        """What is looked up with, as JSON."""
        place = self.place
        where = {"lat": place.lat, "lon": place.lon, "area": place.area, "place": place.text}
        return {"text": self.what, "kind": self.kind, "category": self.category.code, **where}


CHANGEABLE = ("what", "kind", "category", "place", "photos", "visibility")
KINDS = tuple(Pick(kind, text=f"kind-{kind}") for kind in Kind)


@dataclass(frozen=True, slots=True)
class InConfidence(Pick):
    """Secret, and who would read ``about``; a warning where that is the agency it is about."""

    about: str = ""

    def label(self, scene: Scene) -> str:
        """The choice before it is made (``text``), or how it is read back."""
        reader = scene.city.confidant(self.about)
        agency = naming.short(reader.name(scene.language))
        if self.text:
            return scene.say(self.text, agency=agency)
        accused = naming.mentions(self.about, reader.code, reader.names)
        return scene.say("visibility-secret-accused" if accused else "visibility-secret-short", agency=agency)


@dataclass(frozen=True, slots=True)
class WhereLabel:
    """A place as it is read back to the citizen."""

    place: Whereabouts
    city: City

    def label(self, scene: Scene) -> str:
        """Kelurahan, own words, a word on the pin; or that the place is not known."""
        place = self.place
        known = self.city.areas.get(place.area or "")
        area = known.name if known else ""
        parts = [place.text, f"Kel. {area}" if area and area.casefold() not in place.text.casefold() else ""]
        if place.lat is not None:
            parts.append(scene.say("place-pinned" if place.inside else "place-outside"))
        return ", ".join(part for part in parts if part) or scene.say("place-none")


def script(city: City, kind: str = Kind.COMPLAINT, after: str = "") -> Talk[Wish | None]:
    """Ask for everything a complaint needs; returns the command, or None if the citizen called it off."""
    story = yield from _story(city, kind)
    found = None if after else (yield from _alike(story))
    instead = (yield from _instead(city, story, found)) if found else None
    return instead or (yield from _rest(city, story, after, found["others"] if found else ()))


def alone(city: City, kind: str = Kind.COMPLAINT) -> Talk[FileComplaint | None]:
    """The same without looking for what others have filed: for whoever writes down what somebody else says."""
    story = yield from _story(city, kind)
    return (yield from _rest(city, story))


def _story(city: City, kind: str) -> Talk[Story]:
    what = yield from Text("what", min_length=5, max_length=MAX_KEPT_TEXT)
    sort = yield from Choice("kind", KINDS, default=kind)
    category = yield from ask_category(city, what)
    place = Whereabouts()
    if sort != Kind.INFORMATION:
        place = yield from _place(city, what)
    return Story(what, sort, category, place)


def _alike(story: Story) -> Talk[Any]:
    """What has been filed already and is about the same; nothing where things are secret, or only a question."""
    if story.kind == Kind.INFORMATION or story.category.visibility == Visibility.SECRET:
        return None
    return (yield from Lookup("alike", SIMILAR, story.arguments()))


def _instead(city: City, story: Story, found: Mapping[str, Any]) -> Talk[Support | AddWords | None]:
    """Ask whether to support what was found, or to add to it if it is the citizen's own; None if theirs is another."""
    number, mine, area = found["number"], found["mine"], city.areas.get(found["area"] or "")
    picks = [
        Pick(f"{THIS}{number}", text="similar-add" if mine else "similar-support"),
        Pick(f"{OTHER}{number}", text="similar-other"),
    ]
    words: dict[str, Any] = {"number": number, "mine": "yes" if mine else "no"}
    words |= {"count": found["count"], "days": found["days"], "area": area.name if area else "none"}
    words["category"] = Pick(story.category.code, story.category.names)
    choice = yield from Choice("similar", picks, **words)
    if choice.startswith(OTHER):
        return None
    photos = yield from Media("photos", at_most=city.rules.max_attachments, default=[])
    return AddWords(number, story.what, photos) if mine else Support(number, story.what, photos)


def _rest(
    city: City, story: Story, after: str = "", similar: Sequence[Sequence[Any]] = ()
) -> Talk[FileComplaint | None]:
    what, sort, category, place = story.what, story.kind, story.category, story.place
    photos = yield from Media("photos", at_most=city.rules.max_attachments)
    visibility = yield from _visibility(category, what)
    sent = yield from Confirm(
        "confirm",
        changeable=[key for key in CHANGEABLE if key != "place" or sort != Kind.INFORMATION],
        what=what if len(what) <= SHOWN_TEXT else what[: SHOWN_TEXT - 1].rstrip() + "…",
        kind=Pick(sort, text=f"kind-{sort}"),
        category=Pick(category.code, category.names),
        place=WhereLabel(place, city),
        photos=len(photos),
        visibility=_read_back(visibility, what),
    )
    if not sent:
        return None
    known = tuple((number, agency_id) for number, agency_id in similar)
    return FileComplaint(what, sort, category.code, place, photos, visibility, after, known)


@lru_cache(2)
def _categories(city: City) -> list[Pick]:
    return [Pick(category.code, category.names) for category in city.categories.values()]


@lru_cache(2)
def _kelurahan(city: City) -> list[Pick]:
    return [Pick(area.code, {"id": area.name}) for area in city.kelurahan]


@lru_cache(REMEMBERED)
def _likely(city: City, what: str) -> tuple[Pick, ...]:
    guessed = [Pick(category.code, category.names) for category in city.guess_categories(what)]
    return (*(guessed or _categories(city)[:FIRST_SHOWN]), Pick(MORE, text="category-more"))


def ask_category(city: City, what: str) -> Talk[CategoryInfo]:
    """What it is about: what can be guessed from the words first, then everything."""
    everything = _categories(city)
    code = yield from Choice("category", _likely(city, what), also=everything)
    if code == MORE:
        code = yield from Choice("category-all", everything)
    return city.categories[code]


def _place(city: City, what: str) -> Talk[Whereabouts]:
    named = [Pick(match.area.code, {"id": match.area.name}) for match in city.find_areas(what)]
    place = yield from Place("place", areas=named)
    if place.area or not place.inside or not (place.text or place.nearby):
        return place
    every = _kelurahan(city)
    near = [Pick(code, {"id": city.areas[code].name}) for code in place.nearby if code in city.areas]
    picks, unknown = near or every, Pick(SKIP, text="area-unknown")
    code = yield from Choice("area", [*picks, unknown], also=every, count=len(picks) if place.nearby else 0)
    return Whereabouts(place.text, None if code == SKIP else code, place.lat, place.lon, place.inside)


def _visibility(category: CategoryInfo, what: str) -> Talk[str]:
    # Two people were taken to the police because a clerk forgot to set this: where it matters it is set already.
    default = Visibility.SECRET if category.visibility == Visibility.SECRET else None
    picks = [Pick(value, text=f"visibility-{value}") for value in (Visibility.PUBLIC, Visibility.ANONYMOUS)]
    secret = InConfidence(Visibility.SECRET, text="visibility-secret", about=what)
    return (yield from Choice("visibility", [*picks, secret], default=default))


def _read_back(visibility: str, what: str) -> Pick:
    if visibility == Visibility.SECRET:
        return InConfidence(visibility, about=what)
    return Pick(visibility, text=f"visibility-{visibility}-short")


def absorb(inbound: Inbound, answers: Mapping[str, Kept], city: City, asked: str) -> Answers:
    """What a message says beyond the question asked: words, photos, a pin, in whatever order they come."""
    found: Answers = {}
    items = readable(inbound)
    if items and asked != "photos":
        kept = answers.get("photos", {})
        stored = add_media(kept.get("v"), items, city.rules.max_attachments)
        found["photos"] = {"v": stored, **({} if _answered(answers, "photos") else {"open": True})}
    if inbound.pin is not None and asked != "place":
        parsed = Place("place").pinned(inbound, city)
        found["place"] = {"v": parsed}
    words = _words(inbound, items, answers, asked)
    if words is not None:
        found["what"] = words
    return found


def _answered(answers: Mapping[str, Kept], key: str) -> bool:
    return key in answers and not answers[key].get("open")


def _words(inbound: Inbound, items: list[MediaItem], answers: Mapping[str, Kept], asked: str) -> Kept | None:
    """New or added words. Only an opening, or something sent along with photos, is taken for part of the story."""
    text = "" if inbound.button else inbound.text.strip()
    before: Any = answers.get("what", {}).get("v")
    if not asked:
        if text:
            return {"v": text[:MAX_KEPT_TEXT]} if len(text) >= 5 else None
        return _spoken(items)
    if asked == "what":
        return _spoken(items) if not text else None
    more = asked == "photos" or (asked in CHOICES and len(text.split()) >= SENTENCE)
    if more and text and before:
        return {"v": f"{before}\n{text}"[:MAX_KEPT_TEXT], "s": answers["what"].get("s", "")}
    return None


def _spoken(items: list[MediaItem]) -> Kept | None:
    voice = any(item.kind in (MediaKind.VOICE, MediaKind.AUDIO, MediaKind.VIDEO) for item in items)
    return {"v": VOICE_ONLY} if voice else None


FLOW = Flow(NAME, script, absorb)
