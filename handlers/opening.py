"""The first words of somebody who is in the middle of nothing: a greeting, a complaint, a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handlers import menu, stepping
from handlers.complaints import commands as complaint_commands
from handlers.info import asking, following_up, intent, quakes, small_talk, weather
from handlers.messages import Inbound
from handlers.turn import Turn
from storage.models import Kind


def greet(turn: Turn) -> bool:
    """Free words, a photo, a pin or a voice note to begin with."""
    inbound = turn.inbound
    text = inbound.text.strip()
    if inbound.empty or (inbound.media and not inbound.text and all(item.kind == "sticker" for item in inbound.media)):
        menu.show(turn, "unreadable-menu")
    elif inbound.media or inbound.pin:
        _file(turn)
    else:
        _hear(turn, text)
    return True


def _hear(turn: Turn, text: str) -> None:
    """Words alone. A lost complaint does the greatest harm, so what is plainly one is not looked up first."""
    talk = small_talk.heard(text)
    if talk == small_talk.GREETING:
        menu.show(turn, talk)
    elif talk:
        turn.say(talk)
    elif following_up.goes_on(turn, text) or _looked_at(turn, text):
        return
    elif _plainly_complaint(turn, text):
        _file(turn)
    elif not asking.ask(turn, text):
        if intent.reads_as_complaint(turn.city, text):
            _file(turn)
        else:
            menu.show(turn, "not-understood")


def _looked_at(turn: Turn, text: str) -> bool:
    """What is found in the newest document of somebody else, not in the city's answers."""
    for document in (weather, quakes):
        if document.asked(text):
            document.tell(turn, text)
            return True
    return False


def _plainly_complaint(turn: Turn, text: str) -> bool:
    """What calls for help is one too, unless it only asks for the number."""
    if intent.plainly_complaint(turn.city, text):
        return True
    return bool(turn.city.emergencies(text)) and not intent.asks(text)


def begin_with(turn: Turn, messages: Sequence[Inbound]) -> None:
    """Begin anew with messages that were held back: mostly a complaint, but a question is answered."""
    if not messages:
        complaint_commands.begin(turn, Kind.COMPLAINT, "")
        return
    first = messages[0]
    turn.inbound = replace(first, external_id=turn.inbound.external_id, album=turn.inbound.album)
    if len(messages) == 1 and not first.media and not first.pin and intent.asks(first.text):
        _hear(turn, first.text.strip())
        return
    _file(turn)
    stepping.feed(turn, messages[1:], replies=False)


def _file(turn: Turn) -> None:
    """Begin a complaint with what was sent."""
    complaint_commands.begin(turn, Kind.COMPLAINT, turn.inbound.text)
