"""A flow is replayed over the answers kept, so deploys, restarts and changes of mind heal themselves."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.city import City
from handlers.dialogue.engine import Conversation, Dialogue, Flow
from handlers.dialogue.question import Choice, Confirm, Pick, Stars, Talk, Text
from handlers.messages import Inbound
from handlers.texts import Texts

NOW = dt.datetime(2026, 11, 24, 3, 0, tzinfo=dt.UTC)
CITY: Any = None  # these flows ask nothing of the city
COLOURS = (Pick("red", {"id": "Merah"}), Pick("green", {"id": "Hijau"}))


class Words(Texts):
    """Every message says its own key."""

    def say(self, language: str, key: str, /, **arguments: Any) -> str:
        return "ya" if key.endswith("-yes") else "tidak" if key.endswith("-no") else key


def first_version(city: City) -> Talk[tuple[str, str, bool]]:
    name = yield from Text("name")
    colour = yield from Choice("colour", COLOURS)
    sure = yield from Confirm("sure", changeable=("name", "colour"))
    return name, colour, sure


def run(flow: Flow, conversation: Conversation) -> Dialogue:
    return Dialogue(conversation, {flow.name: flow}, CITY, Words(), "id")


def started(script: Any = first_version) -> tuple[Flow, Conversation]:
    flow, conversation = Flow("f", script), Conversation()
    run(flow, conversation).start("f", {}, NOW)
    return flow, conversation


def say(flow: Flow, conversation: Conversation, text: str, **more: Any) -> Any:
    inbound = Inbound("test", "1", "a", "a", text=text, **more)
    return run(flow, conversation).answer(inbound, NOW)


def restored(conversation: Conversation) -> Conversation:
    """The conversation as another machine loads it."""
    state = json.loads(json.dumps(conversation.state))
    return Conversation(conversation.version, conversation.flow, conversation.asked, state, NOW)


def test_a_flow_ends_with_what_it_returns() -> None:
    flow, conversation = started()
    say(flow, conversation, "Siti")
    say(flow, conversation, "merah")
    step = say(flow, conversation, "ya")

    assert step.finished
    assert step.result == ("Siti", "red", True)
    assert conversation.flow == ""


def test_a_conversation_survives_a_change_of_machine_at_every_step() -> None:
    flow, conversation = started()
    for text in ("Siti", "2", "ya"):
        conversation = restored(conversation)
        step = say(flow, conversation, text)

    assert step.result == ("Siti", "green", True)


def test_a_question_inserted_by_a_deploy_is_asked_and_nothing_again() -> None:
    def second_version(city: City) -> Talk[tuple[str, int, str]]:
        name = yield from Text("name")
        stars = yield from Stars("stars")
        colour = yield from Choice("colour", COLOURS)
        return name, stars, colour

    flow, conversation = started()
    say(flow, conversation, "Siti")
    say(flow, conversation, "hijau")
    newer = Flow("f", second_version)
    say(newer, conversation, "ya")

    assert conversation.asked == "stars"
    assert say(newer, conversation, "★★★★").result == ("Siti", 4, "green")


def test_a_question_removed_by_a_deploy_is_forgotten() -> None:
    def second_version(city: City) -> Talk[str]:
        return (yield from Choice("colour", COLOURS))

    flow, conversation = started()
    say(flow, conversation, "Siti")
    step = say(Flow("f", second_version), conversation, "merah")

    assert step.result == "red"


def test_an_answer_no_longer_offered_is_asked_anew() -> None:
    def second_version(city: City) -> Talk[tuple[str, str, bool]]:
        name = yield from Text("name")
        colour = yield from Choice("colour", (Pick("blue", {"id": "Biru"}),))
        sure = yield from Confirm("sure")
        return name, colour, sure

    flow, conversation = started()
    say(flow, conversation, "Siti")
    say(flow, conversation, "merah")
    say(Flow("f", second_version), conversation, "apa")

    assert conversation.asked == "colour"


def test_a_flow_a_deploy_removed_no_longer_runs() -> None:
    _, conversation = started()

    assert not run(Flow("other", first_version), conversation).running


def test_a_bad_answer_changes_nothing() -> None:
    flow, conversation = started()
    say(flow, conversation, "Siti")
    before = restored(conversation)
    step = say(flow, conversation, "???")

    assert (conversation.version, conversation.asked, conversation.state) == (
        before.version,
        before.asked,
        before.state,
    )
    assert step.replies[0].text == "choose-one\n\nf-colour"


def test_the_version_never_falls_and_grows_with_each_question() -> None:
    flow, conversation = started()
    seen = [conversation.version]
    for text in ("Siti", "merah", "ya"):
        say(flow, conversation, text)
        seen.append(conversation.version)
    run(flow, conversation).start("f", {}, NOW)
    seen.append(conversation.version)

    assert seen == sorted(seen)
    assert len(set(seen[:3])) == 3
    assert seen[-1] > seen[-2]


def test_buttons_carry_the_version_and_a_double_tap_is_silent() -> None:
    flow, conversation = started()
    step = say(flow, conversation, "Siti")
    button = step.replies[0].options[0].value
    say(flow, conversation, "", button=button)

    assert button == "a:2:red"
    assert say(flow, conversation, "", button=button).replies == ()
    assert say(flow, conversation, "", button="a:1:green").replies[0].text.startswith("old-button")


def test_a_default_is_taken_without_asking_until_it_is_to_be_changed() -> None:
    def script(city: City) -> Talk[tuple[str, str]]:
        name = yield from Text("name")
        colour = yield from Choice("colour", COLOURS, default="green")
        sure = yield from Confirm("sure", changeable=("colour",))
        return name, colour if sure else ""

    flow, conversation = started(script)
    say(flow, conversation, "Siti")
    assert conversation.asked == "sure"
    say(flow, conversation, "", button=f"a:{conversation.version}:change:colour")
    assert conversation.asked == "colour"
    say(flow, conversation, "merah")

    assert say(flow, conversation, "ya").result == ("Siti", "red")


def test_an_interrupted_flow_comes_back() -> None:
    flow, conversation = started()
    other = Flow("g", lambda city: Text("word").__iter__())
    say(flow, conversation, "Siti")
    dialogue = Dialogue(conversation, {"f": flow, "g": other}, CITY, Words(), "id")
    dialogue.start("g", {}, NOW)
    step = dialogue.answer(Inbound("test", "1", "a", "a", text="halo"), NOW)

    assert step.result == "halo"
    assert conversation.flow == "f"
    assert dialogue.ask_again(NOW).replies[0].text == "f-colour"


@settings(deadline=None)
@given(st.lists(st.text(max_size=20) | st.sampled_from(["merah", "1", "2", "ya", "tidak"]), max_size=12))
def test_whatever_is_said_the_flow_never_fails_and_never_loses_an_answer(said: list[str]) -> None:
    flow, conversation = started()
    answered = 0
    for text in said:
        step = say(flow, conversation, text)
        if step.finished:
            return
        kept = len(conversation.answers)
        assert kept >= answered
        answered = kept
        assert len(step.replies) == 1


@pytest.mark.parametrize("stars", ["5", "★★★★★", "⭐⭐⭐⭐⭐"])
def test_stars_are_counted_or_named(stars: str) -> None:
    flow, conversation = started(lambda city: Stars("stars").__iter__())

    assert say(flow, conversation, stars).result == 5


@pytest.mark.parametrize("wrong", ["0", "6", "lima", "★★★★★★", ""])
def test_other_stars_are_asked_again(wrong: str) -> None:
    flow, conversation = started(lambda city: Stars("stars").__iter__())

    assert not say(flow, conversation, wrong).finished
