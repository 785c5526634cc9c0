"""What a page does, without a browser: sessions, messages, uploads and the event stream as an HTTP client sees them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from typing import Any

import httpx

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500)
_ids = count(1)


def new_id() -> str:
    """An id no other message of this run has."""
    return f"message-{next(_ids):06}"


def bearer(token: str) -> dict[str, str]:
    """The header that opens the conversation."""
    return {"Authorization": f"Bearer {token}"}


async def session(client: httpx.AsyncClient) -> dict[str, str]:
    """The header of a new session."""
    answer = await client.post("/chat/session", json={})
    return bearer(answer.json()["token"])


async def say(client: httpx.AsyncClient, who: dict[str, str], **body: Any) -> httpx.Response:
    """Post a message."""
    return await client.post("/chat/messages", json={"id": new_id(), **body}, headers=who)


def events(response: httpx.Response) -> Iterator[dict[str, Any]]:
    """The messages of an event stream, with the event's id beside each as ``event_id``."""
    fields: dict[str, str] = {}
    for line in response.iter_lines():
        if line:
            name, _, value = line.partition(": ")
            fields[name] = value
        else:
            if "data" in fields:
                yield {**json.loads(fields["data"]), "event_id": fields["id"], "event": fields["event"]}
            fields = {}
