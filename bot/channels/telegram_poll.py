"""Long polling: asks Telegram for updates, and confirms them only once they are committed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any, Protocol

import structlog

from bot.channels.base import Throttled
from bot.channels.telegram_errors import SomebodyElsePolls
from bot.channels.telegram_inline import Query
from bot.channels.telegram_parse import parse
from handlers.info.inline import Offer
from handlers.messages import Inbound

Json = dict[str, Any]
Deliver = Callable[[Inbound], Awaitable[object]]
Answer = Callable[[Json], Awaitable[tuple[Query, Offer] | None]]

HOLD = 30  # seconds Telegram keeps the question open when there is nothing new; it allows 50
FIRST_PAUSE, LAST_PAUSE = 1.0, 30.0  # seconds between tries while something is wrong
CONFLICT_PAUSE = 10.0  # seconds; during a deploy the old process goes away by itself

log = structlog.stdlib.get_logger(__name__)


class Source(Protocol):
    """What the poller needs of the bot."""

    async def updates(self, offset: int | None, hold: int) -> Sequence[Json]:
        """Updates from ``offset`` on, everything before it being confirmed. Raises SendError."""
        ...

    async def acknowledge(self, update: Json) -> None:
        """Stop a pressed button from spinning. Raises nothing."""
        ...

    async def offer(self, query: Query, offer: Offer) -> None:
        """Answer an inline query. Raises nothing."""
        ...

    def username(self) -> str:
        """The bot's own name."""
        ...


async def no_answer(_update: Json) -> None:
    """What inline queries get where nobody answers them."""


class Pause:
    """Growing waits while something is wrong, and one line in the log at its beginning and its end."""

    def __init__(self, first: float = FIRST_PAUSE) -> None:
        self._first = first
        self._next = first
        self._troubled = False

    async def wait(self, trouble: Exception) -> None:
        """Wait longer than the last time, or as long as the provider asks for."""
        if not self._troubled:
            log.warning("telegram: polling is held up", reason=f"{type(trouble).__name__}: {trouble}")
        self._troubled = True
        seconds = self._next
        if isinstance(trouble, Throttled):
            seconds = trouble.retry_after
        elif isinstance(trouble, SomebodyElsePolls):
            seconds = min(CONFLICT_PAUSE, self._first * CONFLICT_PAUSE)
        self._next = min(self._next * 2, LAST_PAUSE)
        await asyncio.sleep(seconds)

    def over(self) -> None:
        """It works again."""
        if self._troubled:
            log.info("telegram: polling goes on")
        self._troubled, self._next = False, self._first


async def poll(
    source: Source,
    deliver: Deliver,
    answer: Answer = no_answer,
    *,
    hold: int = HOLD,
    first_pause: float = FIRST_PAUSE,
) -> None:
    """Fetch and deliver until cancelled. ``deliver`` returns after the commit; if it raises, the batch comes again.

    Messages of one chat are delivered in order, those of different chats together. Inline queries are no messages:
    ``answer`` finds what to offer, and raises nothing.
    """
    offset: int | None = None
    pause = Pause(first_pause)
    while True:
        try:
            updates = await source.updates(offset, hold)
            await _deliver_all(source, deliver, answer, updates)
        except Exception as trouble:  # noqa: BLE001 - no network, the intake full, the database away: confirm nothing
            await pause.wait(trouble)
        else:
            pause.over()
            if updates:
                offset = updates[-1]["update_id"] + 1


async def _deliver_all(source: Source, deliver: Deliver, answer: Answer, updates: Sequence[Json]) -> None:
    chats: dict[str, list[Inbound]] = {}
    for update in updates:
        inbound = parse(update, me=source.username())
        if inbound is not None:
            chats.setdefault(inbound.address, []).append(inbound)
    acknowledgements = [source.acknowledge(update) for update in updates if "callback_query" in update]
    offers = [_offer(source, answer, update) for update in updates if "inline_query" in update]
    deliveries = [_in_order(deliver, inbounds) for inbounds in chats.values()]
    outcomes = await asyncio.gather(*acknowledgements, *offers, *deliveries, return_exceptions=True)
    for outcome in outcomes:
        if isinstance(outcome, BaseException):
            raise outcome


async def _offer(source: Source, answer: Answer, update: Json) -> None:
    answered = await answer(update)
    if answered is not None:
        await source.offer(*answered)


async def _in_order(deliver: Deliver, inbounds: Iterable[Inbound]) -> None:
    for inbound in inbounds:
        await deliver(inbound)
