"""The three languages say the same things, and what people typed can never be taken for markup."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.syntax import ast, parse

from handlers.capabilities import FLOWS
from handlers.messages import Outgoing
from handlers.texts import Html, Texts, source
from storage.models import EventKind, Kind, Role, Status, Visibility
from tests.city import TEXTS

LANGUAGES = ("id", "en", "min")
ENDING = re.compile(r"-(yes|no|all|hint|short|typed)$")  # code hangs these on keys it has made


def entries(language: str) -> dict[str, ast.Message]:
    body = parse(source(language)).body
    assert not [entry for entry in body if isinstance(entry, ast.Junk)]
    messages = [entry for entry in body if isinstance(entry, ast.Message)]
    assert len({message.id.name for message in messages}) == len(messages), "a key stands twice"
    return {message.id.name: message for message in messages}


def variables(node: ast.BaseNode) -> set[str]:
    """The names of all arguments used anywhere below ``node``."""
    found = {node.id.name} if isinstance(node, ast.VariableReference) else set()
    for value in vars(node).values():
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.BaseNode):
                found |= variables(child)
    return found


@pytest.mark.parametrize("language", ["en", "min"])
def test_every_language_has_the_same_keys(language: str) -> None:
    assert sorted(entries(language)) == sorted(entries("id"))


@pytest.mark.parametrize("language", ["en", "min"])
def test_every_language_uses_the_same_arguments(language: str) -> None:
    mine, first = entries(language), entries("id")

    assert {key: variables(message) for key, message in mine.items()} == {
        key: variables(message) for key, message in first.items()
    }


@pytest.fixture(scope="module")
def code() -> str:
    """Everything that may name a key."""
    return "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("handlers", "bot", "storage")
        for path in (Path(__file__).parents[2] / folder).rglob("*")
        if path.suffix in (".py", ".html", ".js")
    )


def quoted(words: str, code: str) -> bool:
    return f'"{words}"' in code or f"'{words}'" in code


def headed(head: str, code: str) -> bool:
    """Whether keys are made that begin so: with words that are written out, or with the name of a flow."""
    flow, _, written = head.partition("-")
    of_flow = head in FLOWS or (flow in FLOWS and f"}}-{written}-{{" in code)
    return of_flow or any(f'"{head}-{mark}' in code for mark in '{"')


def used(key: str, code: str) -> bool:
    """Whether code names the key, or makes it of two parts that it names."""
    for whole in (key, ENDING.sub("", key)):
        dashes = [place for place, letter in enumerate(whole) if letter == "-"]
        made = any(headed(whole[:at], code) and quoted(whole[at + 1 :], code) for at in dashes)
        if made or quoted(whole, code):
            return True
    return False


def test_every_key_is_used(code: str) -> None:
    assert [key for key in entries("id") if not used(key, code)] == []


@pytest.mark.parametrize(
    "key",
    ["menu-lapr", "planted-key", "planted-list-typed", "complaint-planted", "complaint-planted-what"],
)
def test_a_key_nobody_uses_is_found(code: str, key: str) -> None:
    assert not used(key, code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_bold_and_italics_are_used(language: str) -> None:
    assert set(re.findall(r"</?(\w+)", source(language))) <= {"b", "i"}


def test_what_people_typed_is_escaped() -> None:
    said = TEXTS.say("id", "timeline-words", text="<b>besar</b> & <script>alert(1)</script>")

    assert said == "“&lt;b&gt;besar&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;”"


@pytest.mark.parametrize("words", ["kata " * 2000, Html("<b>kata</b> " * 2000)], ids=["typed", "html"])
def test_words_of_any_length_are_put_in_whole(words: str) -> None:
    assert TEXTS.say("id", "card-new", card=words) == f"🆕 {words}"


def test_text_that_is_html_already_is_not_escaped_again() -> None:
    assert TEXTS.say("id", "card-new", card=Html("<b>1042-7</b>")) == "🆕 <b>1042-7</b>"


def test_an_unknown_language_gets_the_citys_first() -> None:
    assert TEXTS.say("fr", "menu-lapor") == TEXTS.say("id", "menu-lapor")


def test_a_missing_argument_is_a_fault() -> None:
    with pytest.raises(ValueError, match="status-line"):
        TEXTS.say("id", "status-line")


def test_an_unknown_key_is_a_fault() -> None:
    with pytest.raises(LookupError):
        TEXTS.say("id", "no-such-key")


def test_dates_are_written_as_people_write_them() -> None:
    texts = Texts()
    moment = datetime(2026, 11, 24, 6, 5, tzinfo=UTC)

    assert texts.date("id", date(2026, 12, 1)) == "Selasa, 1 Desember 2026"
    assert texts.date("en", date(2026, 12, 1)) == "Tuesday, 1 December 2026"
    assert texts.date("min", date(2026, 12, 1)) == "Selasa, 1 Desember 2026"
    assert texts.moment("id", moment, ZoneInfo("Asia/Jakarta")) == "24 Nov 2026 13.05"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_review_fits_into_one_whatsapp_message(language: str) -> None:
    """1,600 characters, with the longest text shown and every answer and button below it."""
    said = TEXTS.say(
        language,
        "complaint-confirm",
        what="x" * 700,
        kind="y" * 20,
        category="c" * 60,
        place="p" * 300,
        photos=5,
        visibility="v" * 10,
    )
    buttons = [TEXTS.say(language, key) for key in entries(language) if key.startswith("complaint-change-")]

    assert len(Outgoing(said).text) + sum(len(button) + 4 for button in buttons) + 40 < 1600


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("status", Status), ("event", EventKind), ("kind", Kind), ("visibility", Visibility), ("role", Role)],
)
def test_every_word_of_a_closed_list_can_be_said(prefix: str, words: type[StrEnum]) -> None:
    assert [word for word in words if not TEXTS.has(f"{prefix}-{word}")] == []
