"""An answer as a citizen reads it: what it says, what it rests on and since when, and what to do next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import Any

from handlers.city import City
from handlers.info import wording
from handlers.messages import LONGEST_VALUE, MediaItem, MediaKind, Option, Outgoing
from handlers.texts import Texts
from handlers.turn import Turn
from storage.models import Answer, Service

LINKS = ("https://", "http://")
TELEPHONE, SERVICE = "tel:", "service:"


def answer(
    turn: Turn, row: Answer, *, before: Sequence[Option] = (), after: Sequence[Option] = (), close: str = ""
) -> Outgoing:
    """The answer; its own buttons stand between ``before`` and ``after``, and ``close`` is its last line."""
    lines: list[str] = [
        turn.text("info-answer", title=row.title, body=wording.html(row.body)),
        "",
        *grounds(turn.city, turn.texts, turn.language, row, turn.today),
    ]
    lines += _next(turn, row)
    if close:
        lines += ["", close]
    options = (*before, *_buttons(turn, row), *after)
    return Outgoing("\n".join(lines), options, media=_attachments(row))


def grounds(city: City, texts: Texts, language: str, row: Answer, today: dt.date) -> Iterator[str]:
    """Where it comes from and when it was last checked; a warning, with whom to ask, once it is past its last day."""
    if row.source or row.checked:
        checked = texts.date(language, row.checked) if row.checked else "none"
        yield texts.say(language, "info-source", source=row.source or "none", checked=checked)
    if row.valid_until is not None and row.valid_until < today:
        agency = city.agencies.get(row.agency_id or 0, city.verifier).name(language)
        yield texts.say(language, "info-expired", until=texts.date(language, row.valid_until), agency=agency)


def _next(turn: Turn, row: Answer) -> Iterator[str]:
    """Pages and numbers are written out: phones make them links, and no channel refuses a message for them."""
    if row.action.startswith(LINKS):
        yield turn.text("info-link", link=row.action)
    elif row.action.startswith(TELEPHONE):
        yield turn.text("info-call", phone=row.action.removeprefix(TELEPHONE))


def _buttons(turn: Turn, row: Answer) -> Iterator[Option]:
    if row.action.startswith("/") and len(row.action.encode()) <= LONGEST_VALUE:
        label = turn.text("button-file") if row.action == "/lapor" else turn.text("info-go", command=row.action)
        yield Option(row.action, label)
    service = service_of(turn, row)
    if service is not None and (service.verified or row.action.startswith(SERVICE)):
        yield Option(f"/layanan {service.code}", turn.text("info-service"))


def service_of(turn: Turn, row: Answer) -> Service | None:
    """The service that the answer leads to, or else is about."""
    library = turn.city.library
    if row.action.startswith(SERVICE):
        named = library.services.get(row.action.removeprefix(SERVICE))
        if named is not None:
            return named
    return library.service_of(row.key)


def _attachments(row: Answer) -> tuple[MediaItem, ...]:
    """The files that we hold ourselves: a provider's handle means nothing on another channel."""
    return tuple(_item(stored) for stored in row.attachments if str(stored.get("ref", "")).startswith("stored:"))


def _item(stored: Mapping[str, Any]) -> MediaItem:
    known = {field.name: stored[field.name] for field in fields(MediaItem) if field.name in stored}
    return MediaItem(**({"kind": MediaKind.DOCUMENT} | known))
