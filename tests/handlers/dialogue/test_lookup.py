"""What a flow has to know it has looked up: once, and again only when it asks something else."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from handlers.city import City
from handlers.dialogue.engine import Conversation, Dialogue, Flow
from handlers.dialogue.lookup import Lookup
from handlers.dialogue.media import Media
from handlers.dialogue.question import Choice, Confirm, Pick, Talk, Text
from handlers.messages import Inbound, MediaItem
from tests.handlers.dialogue.test_engine import CITY, Words

NOW = dt.datetime(2026, 11, 24, 3, 0, tzinfo=dt.UTC)


def script(city: City) -> Talk[tuple[str, str]]:
    """Who is meant is looked up by the name; only if somebody is found the citizen is asked."""
    name = yield from Text("name")
    found = yield from Lookup("found", "people", {"name": name})
    chosen = ""
    if found:
        chosen = yield from Choice("chosen", [Pick(one, {"id": one}) for one in found])
    sure = yield from Confirm("sure", changeable=("name",))
    return name, chosen if sure else ""


FLOW = Flow("f", script)


class Clerk:
    """Somebody who looks things up and remembers what was asked."""

    def __init__(self, known: dict[str, list[str]]) -> None:
        self.known = known
        self.asked: list[str] = []

    def find(self, lookup: Lookup) -> Any:
        """What is known of a name."""
        assert lookup.name == "people"
        self.asked.append(lookup.arguments["name"])
        return self.known.get(lookup.arguments["name"], [])


def dialogue(conversation: Conversation, clerk: Clerk) -> Dialogue:
    return Dialogue(conversation, {"f": FLOW}, CITY, Words(), "id", clerk.find)


def started(clerk: Clerk) -> Conversation:
    conversation = Conversation()
    dialogue(conversation, clerk).start("f", {}, NOW)
    return conversation


def say(conversation: Conversation, clerk: Clerk, text: str) -> Any:
    return dialogue(conversation, clerk).answer(Inbound("test", "1", "a", "a", text=text), NOW)


def test_what_is_looked_up_decides_what_is_asked() -> None:
    clerk = Clerk({"Siti": ["Siti Rahma", "Siti Aminah"]})
    asked, nobody = started(clerk), started(clerk)
    say(asked, clerk, "Siti")
    say(nobody, clerk, "Ani")

    assert asked.asked == "chosen"
    assert nobody.asked == "sure"


def test_it_is_looked_up_once_however_often_the_flow_is_replayed() -> None:
    clerk = Clerk({"Siti": ["Siti Rahma", "Siti Aminah"]})
    conversation = started(clerk)
    for text in ("Siti", "???", "Siti Aminah"):
        say(conversation, clerk, text)

    assert clerk.asked == ["Siti"]
    assert say(conversation, clerk, "ya").result == ("Siti", "Siti Aminah")


def test_it_is_looked_up_anew_when_something_else_is_to_be_found() -> None:
    clerk = Clerk({"Siti": ["Siti Rahma"], "Ani": ["Ani Putri"]})
    conversation = started(clerk)
    for text in ("Siti", "Siti Rahma"):
        say(conversation, clerk, text)
    conversation.state["last"] = []
    dialogue(conversation, clerk).answer(
        Inbound("test", "1", "a", "a", button=f"a:{conversation.version}:change:name"), NOW
    )
    say(conversation, clerk, "Ani")

    assert clerk.asked == ["Siti", "Ani"]
    assert conversation.asked == "chosen"


def test_going_back_leads_to_the_last_question_a_person_answered() -> None:
    clerk = Clerk({})
    conversation = started(clerk)
    say(conversation, clerk, "Ani")
    step = dialogue(conversation, clerk).back(NOW)

    assert conversation.asked == "name"
    assert step.replies[0].text == "f-name"


def test_a_conversation_at_rest_needs_nobody_who_looks_things_up() -> None:
    clerk = Clerk({"Siti": ["Siti Rahma"]})
    conversation = started(clerk)
    say(conversation, clerk, "Siti")
    resting = Dialogue(conversation, {"f": FLOW}, CITY, Words(), "id")

    assert (resting.running, resting.summary()) == (True, "Siti")
    assert resting.ask_again(NOW).replies  # what was found is kept


def test_without_anybody_to_look_it_up_a_flow_stops_rather_than_guess() -> None:
    conversation = Conversation()
    alone = Dialogue(conversation, {"f": FLOW}, CITY, Words(), "id")
    alone.start("f", {}, NOW)

    with pytest.raises(LookupError, match="people"):
        alone.answer(Inbound("test", "1", "a", "a", text="Siti"), NOW)


def test_with_a_default_what_has_come_so_far_is_enough() -> None:
    def with_photos(city: City) -> Talk[tuple[str, int]]:
        text = yield from Text("text")
        photos = yield from Media("photos", default=[])
        return text, len(photos)

    def absorb(inbound: Inbound, answers: Any, city: City, asked: str) -> Any:
        return {"photos": {"v": [{"kind": "photo", "ref": "r"}], "open": True}} if inbound.media else {}

    flow = Flow("g", with_photos, absorb)
    results = []
    for media in ((), (MediaItem("photo", "r"),)):
        talk = Dialogue(Conversation(), {"g": flow}, CITY, Words(), "id")
        talk.start("g", {}, NOW)
        results.append(talk.answer(Inbound("test", "1", "a", "a", text="halo", media=media), NOW).result)

    assert results == [("halo", 0), ("halo", 1)]
