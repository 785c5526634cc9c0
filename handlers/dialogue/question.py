"""The kinds of question a flow can ask. Each says how it is put, how a message is understood, and what of it is kept.

A question yields itself, so a flow reads ``what = yield from Text("what")``. ``parse`` runs once, when the answer
arrives; what it returns is kept as JSON under the question's key and turned into a value by ``load`` at every replay.
"""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from rapidfuzz import fuzz, process, utils
from typing_extensions import override

from handlers.city import City
from handlers.messages import Ask, Inbound, Option, Outgoing
from handlers.texts import Html, Texts, pick

V = TypeVar("V")
R = TypeVar("R")
Talk = Generator["Question[Any]", Any, R]

NEAR_MATCH = 80  # of 100; below it a typed choice is asked again rather than guessed
CLEAR_LEAD = 8  # points the best near match must be ahead of the second
SKIP = "-"  # the value of a button that leaves a question unanswered


@dataclass(frozen=True, slots=True)
class Answer:
    """The message answers the question; ``stored`` is what to keep."""

    stored: Any


@dataclass(frozen=True, slots=True)
class Partial:
    """The message is part of the answer (one photo of several); ``stored`` is all there is so far."""

    stored: Any


@dataclass(frozen=True, slots=True)
class Change:
    """The citizen wants to give another answer to question ``key``."""

    key: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """The message does not answer the question; ``key`` names the text that says why."""

    key: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


Parsed = Answer | Partial | Change | Rejected


@dataclass(frozen=True, slots=True)
class Scene:
    """What a question needs to be put and understood: the city, the words, the person's language, the flow's name."""

    city: City
    texts: Texts
    language: str
    flow: str

    def say(self, key: str, /, **arguments: Any) -> Html:
        """The message in the person's language."""
        return Html(self.texts.say(self.language, key, **arguments))


@dataclass(frozen=True, slots=True)
class Pick:
    """One thing to choose: the ``value`` kept, and its label, either per language or as a text key."""

    value: str
    names: Mapping[str, str] = field(default_factory=dict)
    text: str = ""

    def label(self, scene: Scene) -> str:
        """What the button says (plain text)."""
        return scene.say(self.text) if self.text else pick(self.names, scene.language)


class Label(Protocol):
    """A word of a prompt that reads differently in each language."""

    def label(self, scene: Scene) -> str:
        """The word in the person's language."""
        ...


class Question(Generic[V]):
    """One step of a flow. ``key`` is unique within the flow and never given to another question later."""

    kind: ClassVar[str] = "question"

    def __init__(self, key: str, *, default: Any = None, **words: Any) -> None:
        self.key = key
        self.default = default  # a stored value taken without asking, until the citizen wants to change it
        self.words = words  # arguments of the prompt's text; a Label is put in the person's language

    def __iter__(self) -> Talk[V]:
        answer: V = yield self
        return answer

    def prompt(self, scene: Scene, kept: Any) -> Outgoing:
        """How the question is put; ``kept`` is a partial answer, or None."""
        return Outgoing(self.put(scene), self.options(scene, kept))

    def put(self, scene: Scene, **more: Any) -> str:
        """The question's own text, ``<flow>-<key>`` in the language files."""
        words = {name: word.label(scene) if hasattr(word, "label") else word for name, word in self.words.items()}
        return scene.say(f"{scene.flow}-{self.key}", **words, **more)

    def options(self, scene: Scene, kept: Any) -> tuple[Option, ...]:
        """The buttons offered, with bare values; the engine adds the conversation's version."""
        return ()

    def parse(self, inbound: Inbound, scene: Scene, kept: Any) -> Parsed:
        """What the message means as an answer. Never raises."""
        raise NotImplementedError

    def settled(self, kept: Mapping[str, Any] | None) -> bool:
        """Whether nobody need be asked: there is a whole answer, or with a default whatever there is so far."""
        if self.default is not None and (kept is None or kept.get("open")):
            return True
        return kept is not None and not (kept.get("open") or kept.get("changing")) and self.accepts(kept["v"])

    def accepts(self, stored: Any) -> bool:
        """Whether an answer kept earlier still answers the question as it is put now."""
        return True

    def load(self, stored: Any) -> V:
        """The value the flow gets."""
        value: V = stored
        return value


class Text(Question[str]):
    """Words, at least ``min_length`` and at most ``max_length`` characters."""

    kind = "text"

    def __init__(self, key: str, *, min_length: int = 1, max_length: int = 4000, **words: Any) -> None:
        super().__init__(key, **words)
        self.min_length, self.max_length = min_length, max_length

    @override
    def prompt(self, scene: Scene, kept: Any) -> Outgoing:
        return Outgoing(self.put(scene), ask=Ask.TEXT)

    @override
    def parse(self, inbound: Inbound, scene: Scene, kept: Any) -> Parsed:
        text = inbound.text.strip()
        if not text:
            return Rejected("need-words")
        if len(text) < self.min_length:
            return Rejected("too-short", {"least": self.min_length})
        if len(text) > self.max_length:
            return Rejected("too-long", {"length": len(text), "most": self.max_length})
        return Answer(text)

    @override
    def accepts(self, stored: Any) -> bool:
        return isinstance(stored, str)


class Choice(Question[str]):
    """One of several: by button, number, label, value, or what comes near enough to one label.

    ``also`` can be named but are not shown.
    """

    kind = "choice"

    def __init__(self, key: str, picks: Sequence[Pick], *, also: Sequence[Pick] = (), **words: Any) -> None:
        super().__init__(key, **words)
        self.picks, self.also = tuple(picks), tuple(also)

    @override
    def options(self, scene: Scene, kept: Any) -> tuple[Option, ...]:
        return tuple(Option(pick.value, pick.label(scene)) for pick in self.picks)

    @override
    def parse(self, inbound: Inbound, scene: Scene, kept: Any) -> Parsed:
        said = (inbound.button or inbound.text).strip()
        if not said:
            return Rejected("choose-one")
        if (place := counted(said, len(self.picks))) is not None:
            return Answer(self.picks[place].value)
        value = said if inbound.button and self.accepts(said) else self._named(said, scene)
        return Answer(value) if value is not None else Rejected("choose-one")

    def _named(self, said: str, scene: Scene) -> str | None:
        shown = {pick.value: pick.label(scene) for pick in self.picks}
        others = {pick.value: pick.label(scene) for pick in self.also}
        return nearest(said, shown) or nearest(said, others)

    @override
    def accepts(self, stored: Any) -> bool:
        return any(stored == pick.value for pick in (*self.picks, *self.also))


def _words(text: str) -> list[str]:
    return utils.default_process(text).split()


def counted(said: str, many: int) -> int | None:
    """The place (from 0) of the number ``said`` in a list of ``many``, which is counted from 1; None for no such one.

    Not ``isdigit``: it takes ², of which ``int`` makes nothing.
    """
    return int(said) - 1 if len(said) < 4 and said.isdecimal() and 1 <= int(said) <= many else None


def nearest(said: str, labels: Mapping[str, str]) -> str | None:
    """The value whose label ``said`` names, forgiving typos; None when nothing is near or two are equally so."""
    if len(said) > 60:
        return None
    begun = [value for value, label in labels.items() if _words(label)[: len(_words(said))] == _words(said)]
    if len(begun) == 1 and _words(said):
        return begun[0]
    found = process.extract(said, labels, scorer=fuzz.WRatio, processor=utils.default_process, limit=2)
    if not found or found[0][1] < NEAR_MATCH:
        return None
    if len(found) > 1 and found[0][1] - found[1][1] < CLEAR_LEAD and found[0][1] < 100:
        return None
    value: str = found[0][2]
    return value


class Stars(Question[int]):
    """One to five stars."""

    kind = "stars"

    @override
    def options(self, scene: Scene, kept: Any) -> tuple[Option, ...]:
        return tuple(Option(str(count), "★" * count) for count in range(1, 6))

    @override
    def parse(self, inbound: Inbound, scene: Scene, kept: Any) -> Parsed:
        said = (inbound.button or inbound.text).strip()
        count = len(said) if said and set(said) <= {"★", "⭐", "*"} else 0
        if said.isascii() and said.isdigit() and len(said) == 1:
            count = int(said)
        return Answer(count) if 1 <= count <= 5 else Rejected("need-stars")

    @override
    def accepts(self, stored: Any) -> bool:
        return stored in (1, 2, 3, 4, 5)


YES, NO, CHANGE = "yes", "no", "change:"


class Confirm(Question[bool]):
    """Show what was said and ask for a go-ahead; ``changeable`` are question keys that can be answered anew."""

    kind = "confirm"

    def __init__(self, key: str, *, changeable: Sequence[str] = (), **words: Any) -> None:
        super().__init__(key, **words)
        self.changeable = tuple(changeable)

    @override
    def options(self, scene: Scene, kept: Any) -> tuple[Option, ...]:
        changes = (Option(f"{CHANGE}{key}", scene.say(f"{scene.flow}-change-{key}")) for key in self.changeable)
        yes, no = scene.say(f"{scene.flow}-{self.key}-yes"), scene.say(f"{scene.flow}-{self.key}-no")
        return (Option(YES, yes), *changes, Option(NO, no))

    @override
    def parse(self, inbound: Inbound, scene: Scene, kept: Any) -> Parsed:
        said = (inbound.button or inbound.text).strip()
        options = self.options(scene, kept)
        if (place := counted(said, len(options))) is not None:
            said = options[place].value
        labels = {option.value: option.label for option in options}
        value = said if said in labels else self._meant(said, scene, labels)
        if value is None:
            return Rejected("confirm-unclear")
        return Change(value.removeprefix(CHANGE)) if value.startswith(CHANGE) else Answer(value == YES)

    def _meant(self, said: str, scene: Scene, labels: Mapping[str, str]) -> str | None:
        words = said.casefold().split()
        if words and words[0] in scene.say("words-yes").split():
            return YES
        if words and words[0] in scene.say("words-no").split():
            return NO
        return nearest(said, labels) if said else None

    @override
    def accepts(self, stored: Any) -> bool:
        return isinstance(stored, bool)
