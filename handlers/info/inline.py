"""Answers offered while somebody types the bot's name and a question in any chat at all (Telegram's inline mode).

It is no message to the city: nobody is answered who could be asked back, so nothing is kept of it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from handlers import language
from handlers.city import City, EmergencyInfo
from handlers.info import showing, wording
from handlers.info.entry import Decision
from handlers.info.payloads import Kind, Target
from handlers.texts import Html, Texts, pick
from storage.models import Answer

MOST = 10  # answers; people read the first three
LONGEST_LINE = 120  # characters below a title; a phone shows about so many
_MARK = re.compile(r"</?[bi]>")
EMERGENCY = "!"  # the key of what is no answer but the numbers to call


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line of the list, and what is said in the chat when it is chosen.

    ``payload`` opens the same with the bot itself; empty where no link can.
    """

    key: str
    title: str
    line: str
    text: Html
    payload: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """The list; what stands on the button above it that leads to the bot, and on the one below what was chosen."""

    suggestions: tuple[Suggestion, ...]
    ask: str
    open: str


def offer(city: City, texts: Texts, words: str, now: dt.datetime) -> Offer:
    """What the city has to say to ``words``: the numbers to call first, then answers, none if nobody knows one.

    In the language of the words, whoever asks: the list is kept by Telegram and shown to all who type the same.
    """
    speaks = language.detect(words, "", city.rules.languages)
    alarms = city.emergencies(words)
    found = (_alarm(texts, speaks, alarms),) if alarms else ()
    suggestions = (*found, *_answers(city, texts, speaks, words, now))[:MOST]
    return Offer(suggestions, texts.say(speaks, "inline-ask"), texts.say(speaks, "inline-open"))


def _alarm(texts: Texts, speaks: str, alarms: tuple[EmergencyInfo, ...]) -> Suggestion:
    lines = [f"<b>{alarm.number}</b> {escape(pick(alarm.names, speaks), quote=False)}" for alarm in alarms]
    text = Html("\n".join([texts.say(speaks, "emergency"), *lines]))
    numbers = ", ".join(alarm.number for alarm in alarms)
    return Suggestion(EMERGENCY, texts.say(speaks, "inline-emergency", numbers=numbers), "", text)


def _answers(city: City, texts: Texts, speaks: str, words: str, now: dt.datetime) -> Iterator[Suggestion]:
    if not words.strip():
        return
    found = city.library.engine.ask(words, MOST)
    if found.decision is Decision.HAND_OVER:
        return
    today = city.day(now)
    for hit in found.hits:
        row = city.library.answer(hit.key, speaks)
        if row is not None:
            line = wording.shortened(_MARK.sub("", row.body), LONGEST_LINE)
            yield Suggestion(row.key, row.title, line, _said(city, texts, speaks, row, today), _payload(row.key))


def _said(city: City, texts: Texts, speaks: str, row: Answer, today: dt.date) -> Html:
    """The answer with what it rests on, and a warning once it is past its last day."""
    lines: list[str] = [texts.say(speaks, "info-answer", title=row.title, body=wording.html(row.body))]
    if row.source or row.checked:
        lines.append("")
    lines += showing.grounds(city, texts, speaks, row, today)
    return Html("\n".join([*lines, texts.say(speaks, "inline-by", city=city.rules.name)]))


def _payload(key: str) -> str:
    try:
        return Target(Kind.ANSWER, key).payload
    except ValueError:
        return ""
