"""What the Bot API demands of a call: parameters and types by its specification, limits by its documentation."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

SPEC_FILE = Path(__file__).parent / "telegram_bot_api.json"

TAGS = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre", "blockquote", "tg-spoiler"}
MARKUP = re.compile(r"<(/?)([a-z-]*)([^<>]*)(>?)")
MAX_TEXT, MAX_CAPTION, MAX_CALLBACK_DATA = 4096, 1024, 64
MAX_BUTTONS, MAX_ROW = 100, 8
MAX_TOPIC = 128
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
MAX_RESULTS = 50
START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
SECRET_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,256}")


@dataclass(frozen=True, slots=True)
class Call:
    """One request as it came: a method, its parameters, the names and bytes of files sent along.

    ``sender`` is what stood before ``/bot`` in its path, by which a test may tell several programs apart.
    """

    method: str
    parameters: dict[str, Any]
    files: dict[str, bytes] = field(default_factory=dict)
    sender: str = ""


class RefusedError(Exception):
    """The Bot API's error answer."""

    def __init__(self, status: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.status, self.description, self.parameters = status, description, parameters


class MarkupError(Exception):
    """Telegram cannot parse the entities of a text."""


@functools.cache
def spec() -> dict[str, Any]:
    """The machine-readable Bot API."""
    loaded: dict[str, Any] = json.loads(SPEC_FILE.read_text("utf-8"))
    return loaded


def shown(text: str, parse_mode: str | None) -> str:
    """What people see of ``text``. Raises MarkupError as Telegram would refuse it."""
    if parse_mode is None:
        return text
    if parse_mode != "HTML":
        raise MarkupError(f"this emulator does not read {parse_mode}")
    open_tags: list[str] = []
    for found in MARKUP.finditer(text):
        _tag(found, open_tags)
    if open_tags:
        raise MarkupError(f"can't find end tag corresponding to start tag {open_tags[-1]}")
    return unescape(MARKUP.sub("", text))


def _tag(found: re.Match[str], open_tags: list[str]) -> None:
    closing, name, _, end = found.groups()
    if not end or name not in TAGS:
        raise MarkupError(f'unsupported start tag "{name}" at byte offset {found.start()}')
    if not closing:
        open_tags.append(name)
    elif not open_tags or open_tags.pop() != name:
        raise MarkupError(f"unmatched end tag at byte offset {found.start()}")


def length(text: str) -> int:
    """UTF-16 code units, as Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def decoded(method: str, form: Mapping[str, str]) -> dict[str, Any]:
    """The values of a form, in which everything but a String is written as JSON."""
    fields = spec()["methods"].get(method, {}).get("fields", ())
    types = {entry["name"]: entry["types"] for entry in fields}
    return {name: _value(value, types.get(name, ["String"])) for name, value in form.items()}


def _value(text: str, types: list[str]) -> Any:
    if types == ["String"] or types == ["InputFile", "String"]:
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


def faults(call: Call) -> Iterator[str]:
    """Everything the call does that the documentation does not allow."""
    method, parameters, files = call.method, call.parameters, call.files
    known = spec()["methods"].get(method)
    if known is None:
        yield f"{method}: no such method"
        return
    given = dict(parameters) | {name: f"attach://{name}" for name in files if _is_field(known, name)}
    for fault in _object_faults(method, given, known["fields"]):
        yield f"{method}: {fault}"
    for fault in _attachment_faults(parameters, files, known):
        yield f"{method}: {fault}"
    if not isinstance(parameters.get("reply_markup", {}), dict):
        return
    for fault in (*_length_faults(parameters), *_keyboard_faults(parameters), *_method_faults(method, parameters)):
        yield f"{method}: {fault}"


def _is_field(known: Mapping[str, Any], name: str) -> bool:
    return any(entry["name"] == name for entry in known["fields"])


def _object_faults(where: str, given: Mapping[str, Any], fields: list[dict[str, Any]]) -> Iterator[str]:
    names = {entry["name"] for entry in fields}
    yield from (f"unknown parameter {name}" for name in given if name not in names)
    for entry in fields:
        name, types = entry["name"], entry["types"]
        if name not in given:
            if entry["required"]:
                yield f"{name} is missing"
        elif not _fits(given[name], types):
            yield f"{name} is no {' or '.join(types)}: {str(given[name])[:80]}"


def _fits(value: Any, types: list[str]) -> bool:
    return any(is_a(value, name) for name in types)


def is_a(value: Any, name: str) -> bool:
    """Whether a value is what the specification calls so."""
    if name.startswith("Array of "):
        inner = name.removeprefix("Array of ")
        # A list may mix what is declared apart, such as photos and videos in one album.
        inners = ["InputMedia"] if inner.startswith("InputMedia") else [inner]
        return isinstance(value, list) and all(_fits(item, inners) for item in value)
    plain: dict[str, type | tuple[type, ...]] = {"String": str, "Float": (int, float), "InputFile": str}
    if name == "Integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "Boolean":
        return isinstance(value, bool)
    if name in plain:
        return isinstance(value, plain[name])
    return _is_object(value, spec()["types"][name])


def _is_object(value: Any, declared: Mapping[str, Any]) -> bool:
    if declared.get("subtypes"):
        return _fits(value, declared["subtypes"])
    return isinstance(value, dict) and not any(_object_faults("", value, declared["fields"]))


def _attachment_faults(parameters: Mapping[str, Any], files: Mapping[str, bytes], known: Any) -> Iterator[str]:
    named = set(re.findall(r"attach://([\w-]+)", json.dumps(parameters)))
    yield from (f"nothing is attached as {name}" for name in named - files.keys())
    loose = [name for name in files if name not in named and not _is_field(known, name)]
    yield from (f"{name} is attached but not used" for name in loose)


def _length_faults(parameters: Mapping[str, Any]) -> Iterator[str]:
    items = parameters.get("media") if isinstance(parameters.get("media"), list) else []
    for holder in (parameters, *(items or ())):
        for name, least, most in (("text", 1, MAX_TEXT), ("caption", 0, MAX_CAPTION)):
            if isinstance(holder.get(name), str):
                yield from _text_faults(name, holder[name], holder.get("parse_mode"), least, most)


def _text_faults(name: str, text: str, parse_mode: str | None, least: int, most: int) -> Iterator[str]:
    try:
        visible = shown(text, parse_mode)
    except MarkupError as error:
        yield f"{name}: can't parse entities: {error}"
        return
    if not least <= length(visible.strip()) <= most:
        yield f"{name} has {length(visible.strip())} characters, allowed are {least} to {most}"


def _keyboard_faults(parameters: Mapping[str, Any]) -> Iterator[str]:
    markup = parameters.get("reply_markup", {})
    for kind in ("inline_keyboard", "keyboard"):
        rows = markup.get(kind, [])
        if sum(map(len, rows)) > MAX_BUTTONS or any(not 0 < len(row) <= MAX_ROW for row in rows):
            yield f"{kind} is empty in a row or too large"
        for button in (button for row in rows for button in row):
            yield from _button_faults(kind, button)
    private = isinstance(parameters.get("chat_id"), int) and parameters["chat_id"] > 0
    if "request_location" in json.dumps(markup) and not private:
        yield "location can be requested in private chats only"


def _button_faults(kind: str, button: Mapping[str, Any]) -> Iterator[str]:
    if not button.get("text", "").strip():
        yield "text buttons must be non-empty"
    if kind == "inline_keyboard":
        if len(button) != 2:
            yield "an inline button must do exactly one thing"
        if not 1 <= len(str(button.get("callback_data", "x")).encode()) <= MAX_CALLBACK_DATA:
            yield f"callback_data must have 1 to {MAX_CALLBACK_DATA} bytes: {button['callback_data']}"


def _method_faults(method: str, parameters: Mapping[str, Any]) -> Iterator[str]:
    if method == "sendMediaGroup" and not 2 <= len(parameters.get("media", ())) <= 10:
        yield "an album has 2 to 10 parts"
    if method in ("createForumTopic", "editForumTopic") and not 1 <= length(parameters.get("name", "x")) <= MAX_TOPIC:
        yield f"a topic's name has 1 to {MAX_TOPIC} characters"
    if method == "answerInlineQuery":
        yield from _inline_faults(parameters)
    if method == "setMyCommands":
        yield from _command_faults(parameters.get("commands", ()))
    if method == "setWebhook" and not SECRET_TOKEN.fullmatch(parameters.get("secret_token", "x")):
        yield "secret_token must be 1 to 256 of A-Z, a-z, 0-9, _ and -"
    for name, most in (("description", 512), ("short_description", 120)):
        if method.startswith("setMy") and length(parameters.get(name, "")) > most:
            yield f"{name} is longer than {most}"


def _inline_faults(parameters: Mapping[str, Any]) -> Iterator[str]:
    results = parameters.get("results", ())
    if len(results) > MAX_RESULTS or len({result.get("id") for result in results}) < len(results):
        yield f"results must be at most {MAX_RESULTS}, each with its own id"
    for result in results:
        if not 1 <= len(result.get("id", "").encode()) <= MAX_CALLBACK_DATA:
            yield f"a result's id must have 1 to {MAX_CALLBACK_DATA} bytes"
        content = result.get("input_message_content", {})
        yield from _text_faults("message_text", content.get("message_text", ""), content.get("parse_mode"), 1, MAX_TEXT)
        yield from _keyboard_faults(result)
    if not START_PARAMETER.fullmatch(parameters.get("button", {}).get("start_parameter", "x")):
        yield "start_parameter must be 1 to 64 of A-Z, a-z, 0-9, _ and -"


def _command_faults(commands: Any) -> Iterator[str]:
    if len(commands) > 100:
        yield "more than 100 commands"
    for entry in commands:
        if not COMMAND.fullmatch(entry.get("command", "")) or not 1 <= length(entry.get("description", "")) <= 256:
            yield f"not a command: {entry}"
