"""Replays a flow over the answers given so far and says what to ask next.

A flow is a plain synchronous generator that reads only its arguments and what it yielded, so running it again over the
kept answers always leads to the same question. That makes a conversation survive restarts, deploys (a question
inserted, removed or moved heals itself) and a change of machine, and makes "back" a matter of dropping one answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from handlers.city import City
from handlers.dialogue.lookup import Lookup
from handlers.dialogue.question import Answer, Change, Partial, Question, Rejected, Scene, Talk
from handlers.messages import Inbound, Option, Outgoing
from handlers.texts import Texts

# What of a conversation's state belongs to the person and not to the flow that runs.
OF_THE_PERSON = ("offered", "last", "burst", "album", "weather_area", "topic")
BUTTON = "a:"  # a:<conversation version>:<value>

# One kept answer: "v" the stored value, "s" the message it came from, "open" while more of it is awaited,
# "changing" while the citizen is about to replace it, "of" the fingerprint of a lookup.
Kept = dict[str, Any]
Answers = dict[str, Kept]
Resolver = Callable[[Lookup], Any]  # what is found, as JSON


def _absorb_nothing(inbound: Inbound, answers: Mapping[str, Kept], city: City, asked: str) -> Answers:
    return {}


@dataclass(frozen=True, slots=True)
class Flow:
    """A script and its name. ``absorb`` finds answers in a message that the question asked does not want:
    a photo sent while the category was asked, a pin sent before anything was. ``words`` is the flow whose texts it
    speaks with, if not its own."""

    name: str
    script: Callable[..., Talk[Any]]
    absorb: Callable[[Inbound, Mapping[str, Kept], City, str], Answers] = _absorb_nothing
    words: str = ""


@dataclass(frozen=True, slots=True)
class Replayed:
    """Where a flow stands: the questions people have answered, in order, and either the one to ask or the result."""

    trail: tuple[Question[Any], ...]
    question: Question[Any] | None
    result: Any = None


class Run:
    """A flow run over kept answers. It can be run on when a question it stopped at has got its answer.

    What was answered before that must not have changed meanwhile: then a new run is needed.
    """

    __slots__ = ("_question", "_result", "_talk", "_trail")

    def __init__(self, flow: Flow, city: City, arguments: Mapping[str, Any]) -> None:
        self._talk = flow.script(city, **arguments)
        self._trail: list[Question[Any]] = []
        self._question: Question[Any] | None = None
        self._result: Any = None
        self._proceed(None)

    def on(self, answers: Mapping[str, Kept]) -> Replayed:
        """Go on over ``answers``; stops at the first question without an acceptable one."""
        while self._question is not None:
            question = self._question
            kept = answers.get(question.key)
            if not question.settled(kept):
                break
            if kept is not None and not isinstance(question, Lookup):
                self._trail.append(question)
            self._proceed(question.load(question.default if kept is None else kept["v"]))
        return Replayed(tuple(self._trail), self._question, self._result)

    def _proceed(self, answer: Any) -> None:
        try:
            self._question = self._talk.send(answer)
        except StopIteration as end:
            self._question, self._result = None, end.value


def replay(flow: Flow, city: City, arguments: Mapping[str, Any], answers: Mapping[str, Kept]) -> Replayed:
    """Run the flow over ``answers`` from its beginning."""
    return Run(flow, city, arguments).on(answers)


@dataclass(slots=True)
class Conversation:
    """What a citizen is in the middle of, as loaded; ``changed`` tells the caller to save it."""

    version: int = 0
    flow: str = ""
    asked: str = ""
    state: dict[str, Any] = field(default_factory=dict)
    updated_at: dt.datetime | None = None
    changed: bool = False

    @property
    def answers(self) -> Answers:
        """The kept answers by question key."""
        answers: Answers = self.state.setdefault("answers", {})
        return answers

    def clear(self) -> None:
        """The flow ends; one that it had interrupted is there again. The version stays, so old buttons remain old."""
        below = self.state.pop("below", None) or {"flow": "", "state": {}}
        self.flow, self.asked = below["flow"], ""
        self.state = {name: self.state[name] for name in OF_THE_PERSON if name in self.state} | below["state"]
        self.changed = True

    def interrupt(self, flow: str, state: dict[str, Any]) -> None:
        """Begin ``flow`` on top of whatever runs, which comes back when it ends."""
        if self.flow:
            kept = {name: value for name, value in self.state.items() if name not in OF_THE_PERSON}
            state["below"] = {"flow": self.flow, "state": kept}
        self.flow, self.asked, self.changed = flow, "", True
        self.state = {name: self.state[name] for name in OF_THE_PERSON if name in self.state} | state


@dataclass(frozen=True, slots=True)
class Step:
    """What a step of a dialogue leads to: messages to say, and at the end what the flow returned."""

    replies: tuple[Outgoing, ...] = ()
    finished: bool = False
    result: Any = None
    sources: Mapping[str, str] = field(default_factory=dict)  # question key to the message that answered it


def _nothing_can_be_found(lookup: Lookup) -> Any:
    raise LookupError(f"nobody to look up {lookup.name}")


class Dialogue:
    """One person's conversation and the flows it may run; ``resolve`` finds what these have looked up."""

    def __init__(
        self,
        conversation: Conversation,
        flows: Mapping[str, Flow],
        city: City,
        texts: Texts,
        language: str,
        resolve: Resolver = _nothing_can_be_found,
    ) -> None:
        self.conversation = conversation
        self.flows = flows
        self.city = city
        self._texts, self._language, self._resolve = texts, language, resolve

    @property
    def running(self) -> bool:
        """Whether a flow of ours is under way; one that a deploy removed is not."""
        return self.conversation.flow in self.flows

    @property
    def scene(self) -> Scene:
        """How questions of the running flow are put."""
        flow = self.flows.get(self.conversation.flow)
        return Scene(self.city, self._texts, self._language, (flow and flow.words) or self.conversation.flow)

    def start(
        self, name: str, arguments: Mapping[str, Any], now: dt.datetime, opening: Inbound | None = None, chat: str = ""
    ) -> Step:
        """Begin flow ``name`` in ``chat``; what ``opening`` already says is not asked again."""
        self.conversation.interrupt(name, {"args": dict(arguments), "chat": chat})
        if opening is not None:
            self._absorb(opening)
        return self._advance(now)

    def answer(self, inbound: Inbound, now: dt.datetime) -> Step:
        """Take a message as the answer to the question asked. A bad answer changes nothing and says why."""
        if inbound.button.startswith(BUTTON):
            version, _, value = inbound.button.removeprefix(BUTTON).partition(":")
            if version != str(self.conversation.version):
                return self._old_button(version, value, now)
            self.conversation.state["last"] = [version, value]
            inbound = replace(inbound, button=value)
        else:
            self.conversation.state.pop("last", None)  # a tap on the same button is no double tap any more
        run = self._run()
        question = self._replay(run).question
        if question is None:
            return self._advance(now)
        parsed = question.parse(inbound, self.scene, self._kept(question))
        if isinstance(parsed, Rejected):
            return self._rejected(parsed, inbound, now)
        if isinstance(parsed, Change):
            self._reopen(parsed.key)
            return self._advance(now)
        self._keep(question, parsed, inbound)
        if (inbound.media or inbound.pin) and self._absorb(inbound, asked=question.key):
            return self._advance(now)
        return self._advance(now, run=run)

    def correct(self, inbound: Inbound, now: dt.datetime) -> Step | None:
        """Replace the answer that came from the message edited; None when no kept answer did."""
        keys = [key for key, kept in self.conversation.answers.items() if kept.get("s") == inbound.source]
        if not keys or not inbound.source:
            return None
        for question in self._replay().trail:
            parsed = question.parse(inbound, self.scene, None) if question.key in keys else None
            if isinstance(parsed, Answer):
                self._keep(question, parsed, inbound)
        return self._advance(now, note="corrected")

    def back(self, now: dt.datetime) -> Step:
        """Ask the previous question again, or leave an answer that was about to be changed as it was."""
        conversation = self.conversation
        kept = conversation.answers.get(conversation.asked, {})
        trail = self._replay().trail
        if kept.pop("changing", None):
            if kept["v"] is None:  # it stood at its default
                del conversation.answers[conversation.asked]
            return self._advance(now)
        if not trail:
            return self.ask_again(now, note="back-at-start")
        conversation.answers.pop(trail[-1].key, None)
        return self._advance(now)

    def ask_again(self, now: dt.datetime, note: str = "") -> Step:
        """The question asked, once more, after the text ``note``."""
        return self._advance(now, note=note)

    def summary(self) -> str:
        """The beginning of what the citizen has told us, to remind them of it (plain text)."""
        for kept in self.conversation.answers.values():
            if isinstance(kept["v"], str) and len(kept["v"]) > 3:
                return kept["v"] if len(kept["v"]) <= 60 else kept["v"][:59].rstrip() + "…"
        return ""

    def offer(self, options: tuple[tuple[str, str], ...]) -> tuple[Option, ...]:
        """Buttons of the conversation itself, e.g. go on or start anew; ``options`` are (value, text key)."""
        say = self.scene.say
        return tuple(Option(f"{BUTTON}{self.conversation.version}:{value}", say(key)) for value, key in options)

    # --- steps

    def _run(self) -> Run:
        conversation = self.conversation
        return Run(self.flows[conversation.flow], self.city, conversation.state.get("args", {}))

    def _replay(self, run: Run | None = None) -> Replayed:
        answers = self.conversation.answers
        run = run or self._run()
        reached = run.on(answers)
        while isinstance(reached.question, Lookup):
            lookup = reached.question
            answers[lookup.key] = {"v": self._resolve(lookup), "of": lookup.fingerprint}
            reached = run.on(answers)
        return reached

    def _kept(self, question: Question[Any]) -> Any:
        kept = self.conversation.answers.get(question.key)
        return kept["v"] if kept and not kept.get("changing") and question.accepts(kept["v"]) else None

    def _keep(self, question: Question[Any], parsed: Answer | Partial, inbound: Inbound) -> None:
        kept: Kept = {"v": parsed.stored, "s": inbound.source}
        if isinstance(parsed, Partial):
            kept["open"] = True
        self.conversation.answers[question.key] = kept

    def _reopen(self, key: str) -> None:
        self.conversation.answers.setdefault(key, {"v": None})["changing"] = True

    def _absorb(self, inbound: Inbound, asked: str = "") -> bool:
        flow = self.flows[self.conversation.flow]
        found = flow.absorb(inbound, self.conversation.answers, self.city, asked)
        for key, kept in found.items():
            self.conversation.answers[key] = {"s": inbound.source, **kept}
        return bool(found)

    def _rejected(self, rejected: Rejected, inbound: Inbound, now: dt.datetime) -> Step:
        if self._absorb(inbound, asked=self.conversation.asked):
            return self._advance(now, note="noted-too")
        return self._advance(now, note=rejected.key, **rejected.arguments)

    def _old_button(self, version: str, value: str, now: dt.datetime) -> Step:
        if self.conversation.state.get("last") == [version, value]:
            return Step()  # the same button tapped twice: the first tap was answered
        return self._advance(now, note="old-button")

    def _advance(self, now: dt.datetime, note: str = "", run: Run | None = None, **arguments: Any) -> Step:
        conversation = self.conversation
        conversation.changed, conversation.updated_at = True, now
        reached = self._replay(run)
        if reached.question is None:
            sources = {key: kept.get("s", "") for key, kept in conversation.answers.items()}
            conversation.clear()
            return Step(finished=True, result=reached.result, sources=sources)
        question = reached.question
        if question.key != conversation.asked:
            conversation.asked = question.key
            conversation.version += 1
        outgoing = self._labelled(question.prompt(self.scene, self._kept(question)))
        if note:
            outgoing = outgoing.with_text(self.scene.say(note, **arguments) + "\n\n" + outgoing.text)
        return Step((outgoing,))

    def _labelled(self, outgoing: Outgoing) -> Outgoing:
        version = self.conversation.version
        options = tuple(
            Option(f"{BUTTON}{version}:{option.value}", option.label, option.typed) for option in outgoing.options
        )
        return replace(outgoing, options=options)
