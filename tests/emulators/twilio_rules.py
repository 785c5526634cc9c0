"""Whether a request to Twilio's Messages resource keeps to Twilio's own description and to what its pages add."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

SPEC: dict[str, Any] = json.loads(Path(__file__).with_name("twilio_messages.json").read_text())
MESSAGES = "/2010-04-01/Accounts/{AccountSid}/Messages.json"
POST = SPEC["paths"][MESSAGES]["post"]["requestBody"]["content"]["application/x-www-form-urlencoded"]["schema"]
QUERY = {item["name"]: item["schema"] for item in SPEC["paths"][MESSAGES]["get"]["parameters"] if item["in"] == "query"}
ACCOUNT_SID = SPEC["paths"][MESSAGES]["post"]["parameters"][0]["schema"]["pattern"]

# Twilio's page on business-scoped ids and its page on WhatsApp numbers.
ADDRESS = re.compile(r"whatsapp:(\+\d{6,15}|[A-Z]{2}(\.ENT)?\.[A-Za-z0-9]{1,128})")
MAX_BODY = 1600
MAX_VARIABLE = 1600

Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Violation:
    """What is wrong, and the code Twilio answers with."""

    code: int
    text: str


def check_form(pairs: Pairs) -> list[Violation]:
    """Everything that is wrong with a form posted to Messages.json, what the description says first."""
    return [*_by_schema(pairs), *_senders(dict(pairs)), *_content(pairs)]


def check_query(pairs: Pairs) -> list[Violation]:
    """Everything that is wrong with the query of a list request."""
    return [Violation(20001, text) for name, value in pairs for text in _by_property(name, value, QUERY.get(name))]


def _by_schema(pairs: Pairs) -> Iterator[Violation]:
    properties = POST["properties"]
    for name in POST["required"]:
        if not dict(pairs).get(name):
            yield Violation(21604, f"{name} is missing")
    for name, value in pairs:
        schema = _resolved(properties.get(name))
        for text in _by_property(name, value, schema.get("items", schema) if schema else None):
            yield Violation(21211 if name == "To" else 20001, text)
    for name, count in Counter(name for name, _value in pairs).items():
        if count > 1 and properties.get(name, {}).get("type") != "array":
            yield Violation(20001, f"{name} is given {count} times")


def _resolved(schema: dict[str, Any] | None) -> dict[str, Any] | None:
    if schema and "$ref" in schema:
        resolved: dict[str, Any] = SPEC["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        return resolved
    return schema


def _by_property(name: str, value: str, schema: dict[str, Any] | None) -> Iterator[str]:
    if schema is None:
        yield f"{name} is no field of the resource"
        return
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{name} does not match {schema['pattern']}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{name} is none of {schema['enum']}"
    if schema.get("type") in ("integer", "number") and not re.fullmatch(r"\d+(\.\d+)?", value):
        yield f"{name} is no number"
    if "maximum" in schema and value.isdigit() and not schema["minimum"] <= int(value) <= schema["maximum"]:
        yield f"{name} is not from {schema['minimum']} to {schema['maximum']}"
    if schema.get("format") == "uri" and not _is_url(value):
        yield f"{name} is no URL Twilio could call"


def _is_url(value: str) -> bool:
    parts = urlsplit(value)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "_" not in (parts.hostname or "")


def _senders(fields: dict[str, str]) -> Iterator[Violation]:
    if not ADDRESS.fullmatch(fields.get("To", "")):
        yield Violation(21211, "To is no WhatsApp address")
    if ("From" in fields) == ("MessagingServiceSid" in fields):
        yield Violation(21603, "one of From and MessagingServiceSid must be given")
    if "From" in fields and not ADDRESS.fullmatch(fields["From"]):
        yield Violation(21212, "From is no WhatsApp address")


def _content(pairs: Pairs) -> Iterator[Violation]:
    fields = dict(pairs)
    if not fields.keys() & {"Body", "MediaUrl", "ContentSid"}:
        yield Violation(21619, "there is nothing to send")
    if "ContentSid" in fields and fields.keys() & {"Body", "MediaUrl"}:
        yield Violation(20001, "ContentSid does not go with Body or MediaUrl")
    if len(fields.get("Body", "")) > MAX_BODY:
        yield Violation(21617, f"Body has {len(fields['Body'])} characters")
    if fields.get("Body") == "":
        yield Violation(21619, "Body is empty")
    if sum(name == "MediaUrl" for name, _value in pairs) > 1:
        yield Violation(21623, "a WhatsApp message carries one file")
    if "ContentVariables" in fields:
        yield from _variables(fields)


def _variables(fields: dict[str, str]) -> Iterator[Violation]:
    if "ContentSid" not in fields:
        yield Violation(92007, "ContentVariables without ContentSid")
    try:
        variables = json.loads(fields["ContentVariables"])
    except ValueError:
        variables = None
    if not isinstance(variables, dict):
        yield Violation(21656, "ContentVariables is no JSON object")
        return
    for name, value in variables.items():
        if not isinstance(value, str) or not value.strip() or len(value) > MAX_VARIABLE:
            yield Violation(21656, f"variable {name} is empty, too long or no text")
