"""What people write first, in everyday language, and what comes of it, on every channel (questions.tsv).

Of each line: the words, and what is expected. ``answer KEY``: that answer is said at once. ``found KEY``: it is said or
is among the buttons. ``complaint``: filing begins with the words already in. ``emergency NUMBER …``: the number first,
and then a complaint or the answer of that key. ``person``: a person is offered. ``talk TEXT``: that text is said.
"""

from __future__ import annotations

from pathlib import Path

from tests.city import TEXTS, City, Heard, Person

LINES = [line.split("\t") for line in Path(__file__).with_name("questions.tsv").read_text("utf-8").splitlines()]


def titles(city: City, key: str) -> list[str]:
    """What the answer is headed with, in each language."""
    rows = [city.snapshot.library.answer(key, language) for language in TEXTS.languages]
    return [row.title for row in rows if row is not None]


def is_said(city: City, heard: list[Heard], key: str) -> bool:
    return any(title in message.text.split("\n")[0] for title in titles(city, key) for message in heard)


def is_offered(city: City, heard: list[Heard], key: str) -> bool:
    return is_said(city, heard, key) or any(title[:25] in repr(heard[-1]) for title in titles(city, key))


def is_text(heard: list[Heard], key: str) -> bool:
    said = [TEXTS.say(language, key, city="Kota Padang Panjang").split("\n")[0] for language in TEXTS.languages]
    return any(line[:40] in message.text for line in said for message in heard)


def files(heard: list[Heard]) -> bool:
    asked = [
        TEXTS.say(language, key) for key in ("complaint-category", "complaint-place") for language in TEXTS.languages
    ]
    return any(line[:12] in heard[-1].text for line in asked)


def comes_true(city: City, person: Person, expected: str, heard: list[Heard]) -> bool:
    what, *rest = expected.split()
    match what:
        case "answer":
            return is_said(city, heard, rest[0])
        case "found":
            return is_offered(city, heard, rest[0])
        case "complaint":
            return files(heard)
        case "emergency":
            first = next(place for place, message in enumerate(heard) if rest[0] in message.text)
            return first == 0 and (files(heard) if rest[1] == "complaint" else is_offered(city, heard, rest[1]))
        case "person":
            buttons = [TEXTS.say(language, "info-to-person") for language in TEXTS.languages]
            return any(button in repr(heard[-1]) for button in buttons)
        case _:
            return is_text(heard, rest[0])


def test_the_first_words_lead_where_they_should(city: City, channel: str) -> None:
    wrong = []
    for number, (said, expected) in enumerate(LINES):
        person = city.citizen(channel, address=str(50_000 + number))
        heard = person.says(said)
        if not comes_true(city, person, expected, heard):
            wrong.append((said, expected, heard[-1].text[:160], list(heard[-1].buttons)))
        city.people.remove(person)

    assert wrong == []
    assert len(LINES) >= 52
