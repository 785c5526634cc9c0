"""Every message that came in, once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any, cast

from sqlalchemy import Insert, Table, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from storage.models import Inbox

_inbox = cast(Table, Inbox.__table__)  # type: ignore[attr-defined]
_ADD: dict[str, Insert] = {
    dialect.__name__.rsplit(".", 1)[-1]: dialect.insert(_inbox)
    .on_conflict_do_nothing(index_elements=["channel", "external_id"])
    .returning(_inbox.c.channel, _inbox.c.external_id)
    for dialect in (postgresql, sqlite)
}

Key = tuple[str, str]  # (channel, external id)


def add(session: Session, keys: Sequence[Key], *, now: dt.datetime) -> set[Key]:
    """Note that these messages came in; returns those that had not come before."""
    connection = session.connection()
    rows = [{"channel": channel, "external_id": external_id, "received_at": now} for channel, external_id in keys]
    return {(row[0], row[1]) for row in connection.execute(_ADD[connection.dialect.name], rows)}


def mark_failed(session: Session, key: Key, *, error: str, payload: dict[str, Any]) -> None:
    """Keep a message that could not be handled, with the reason, for someone to look at."""
    session.connection().execute(
        update(_inbox)
        .where(_inbox.c.channel == key[0], _inbox.c.external_id == key[1])
        .values(error=error, payload=payload)
    )
