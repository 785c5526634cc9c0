"""Answers inline queries of Telegram: not from the inbox and not by the outbox, for they are no messages."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

import structlog

from bot.channels import telegram_inline
from bot.channels.telegram_inline import Query
from bot.web.limits import Buckets
from handlers.city import City
from handlers.info import inline
from handlers.info.inline import Offer
from handlers.texts import Texts

RATE, BURST = 2.0, 20  # queries of one person: a second in the long run, and at once; one comes at nearly every letter

log = structlog.get_logger(__name__)


class Inline:
    """Finds what the city has to say to what somebody types. Belongs to one event loop."""

    def __init__(self, city: Callable[[], City], texts: Texts, clock: Callable[[], dt.datetime]) -> None:
        self._city, self._texts, self._clock = city, texts, clock
        self._pace = Buckets(clock, rate=RATE, burst=BURST)

    async def answer(self, update: Mapping[str, Any]) -> tuple[Query, Offer] | None:
        """The query in an update and what to offer; None to let it go, because of its sender's pace or a fault."""
        query = telegram_inline.read(update)
        if query is None or self._pace.take(query.sender):
            return None
        try:
            return query, await asyncio.to_thread(inline.offer, self._city(), self._texts, query.words, self._clock())
        except Exception as error:  # noqa: BLE001 - whoever types on asks again; a failed update would come back for a day
            log.warning("an inline query was not answered", error=type(error).__name__)
            return None
