"""One message on its way: what is sent, and what every possible answer of the provider means for it."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import structlog

from bot.channels.base import (
    Ambiguous,
    Blocked,
    Channel,
    Lookup,
    Moved,
    OutsideWindow,
    Refused,
    Request,
    SendError,
    Throttled,
    Unavailable,
    Unreachable,
    Windowed,
)
from bot.channels.rendering import fit
from handlers.messages import Outgoing
from storage import claims
from storage.claims import Claimed, Outcome
from storage.models import OutboxState

FIRST_TRIES = 5  # within these, age does not make a message fail: it may have been written long before it was due

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long we keep trying. ``repeats`` is how often a message that may have arrived is sent in all."""

    first_retry: timedelta = timedelta(seconds=2)
    longest_retry: timedelta = timedelta(minutes=10)
    doubt_retry: timedelta = timedelta(seconds=10)
    max_age: timedelta = timedelta(hours=24)
    repeats: int = 3


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one claimed message, and what else its attempt taught us.

    Without an ``outcome`` it is given back untried. ``withheld_since``: it waits for its person to write, unless they
    have written after that. ``pause_until``: the lane is to be silent so long.
    """

    row: Claimed
    outcome: Outcome | None = None
    unreachable: bool = False
    moved_to: str = ""
    withheld_since: datetime | None = None
    pause_until: datetime | None = None


@dataclass(slots=True)
class Attempt:
    """One try at a message: which parts have got there so far, and under what ids."""

    row: Claimed
    started_at: datetime
    provider_ids: list[str] = field(default_factory=list)

    def ended(
        self, state: OutboxState, at: datetime, error: str | None = None, again: datetime | None = None
    ) -> Result:
        """The result that leaves the message in ``state``."""
        return Result(self.row, Outcome(self.row, state, at, tuple(self.provider_ids), error, again))


class Delivery:
    """Delivers the messages of one channel. ``known_ids`` finds the provider's ids of others to the same chat."""

    def __init__(
        self,
        channel: Channel,
        clock: Callable[[], datetime],
        patience: Patience,
        known_ids: Callable[[Claimed], Awaitable[Collection[str]]],
    ) -> None:
        self._channel = channel
        self._clock = clock
        self._patience = patience
        self._known_ids = known_ids

    async def deliver(
        self, row: Claimed, *, last_inbound: datetime | None, turn: Callable[[], Awaitable[bool]]
    ) -> Result:
        """Send what is left of a message. ``turn`` waits until its next part may go; False says to stop here."""
        attempt = Attempt(row, self._clock())
        try:
            return await self._parts(attempt, last_inbound, turn)
        except SendError as error:
            return self._judge(attempt, error)
        except asyncio.CancelledError:
            return self._doubt(attempt, claims.INTERRUPTED)
        except Exception as error:  # whatever is wrong with one message must not stop the others
            log.exception("message cannot be sent", outbox_id=row.id, channel=row.channel)
            return attempt.ended(OutboxState.FAILED, self._clock(), f"fault: {type(error).__name__}")

    async def _parts(
        self, attempt: Attempt, last_inbound: datetime | None, turn: Callable[[], Awaitable[bool]]
    ) -> Result:
        row = attempt.row
        opens = self._opens(attempt.started_at, last_inbound)
        requests = self._requests(row, outside=opens is not None)
        if not requests:
            return Result(row, withheld_since=opens)
        left = requests[row.parts :]
        if row.doubtful and left:
            found = await self._look_up(attempt, left[0])
            if not found and not self._may_repeat(row, row.doubts):
                return attempt.ended(OutboxState.UNKNOWN, self._clock(), row.error)
            left = left[1:] if found else left
        for number, request in enumerate(left):
            if (number or attempt.provider_ids) and not await turn():
                return attempt.ended(OutboxState.RETRY, self._clock(), "stopped", self._clock())
            attempt.provider_ids.append(await self._channel.send(request))
        return attempt.ended(OutboxState.SENT, self._clock())

    def _opens(self, now: datetime, last_inbound: datetime | None) -> datetime | None:
        """If free text is not allowed now: the time after which the person must have written for it to be."""
        window = self._channel.capabilities.window
        if window is None or (last_inbound is not None and last_inbound > now - window):
            return None
        return now - window

    def _requests(self, row: Claimed, *, outside: bool) -> list[Request]:
        """The calls that make up the whole message; none if it may not be sent now."""
        outgoing = Outgoing.from_json(row.body)
        if outside:
            if not isinstance(self._channel, Windowed):
                return []
            template = self._channel.template_request(outgoing, row.address, outbox_id=row.id)
            return [template] if template else []
        parts = fit(outgoing, self._channel.capabilities)
        if not parts:
            raise Refused("empty message")
        return [self._channel.render(part, row.address, outbox_id=row.id) for part in parts]

    async def _look_up(self, attempt: Attempt, request: Request) -> bool:
        """Whether the provider has the message although its answer never came."""
        if not isinstance(self._channel, Lookup):
            return False
        row = attempt.row
        try:
            known = await self._known_ids(row)
            found = await self._channel.lookup(request, since=row.created_at, known=known)
        except Ambiguous as error:
            raise Unavailable(str(error)) from error  # nothing was sent by asking
        if found:
            attempt.provider_ids.append(found)
        return bool(found)

    def _judge(self, attempt: Attempt, error: SendError) -> Result:
        """What the provider's refusal means for the message."""
        row, now, words = attempt.row, self._clock(), f"{type(error).__name__.lower()}: {error}"
        match error:
            case Moved(new_address=new_address):
                return Result(row, moved_to=new_address)
            case OutsideWindow():
                return Result(row, withheld_since=attempt.started_at)
            case Blocked() | Unreachable():
                return replace(attempt.ended(OutboxState.FAILED, now, words), unreachable=True)
            case Throttled(retry_after=seconds):
                until = now + timedelta(seconds=seconds)
                return replace(self._again(attempt, words, until), pause_until=until)
            case Unavailable():
                return self._unavailable(attempt, words)
            case Ambiguous():
                return self._doubt(attempt, f"{claims.AMBIGUOUS} {row.doubts + 1}")
        return attempt.ended(OutboxState.FAILED, now, words)

    def _again(self, attempt: Attempt, words: str, at: datetime) -> Result:
        """Try later. That an earlier attempt may have arrived is not forgotten over it."""
        still_doubtful = attempt.row.doubtful and not attempt.provider_ids
        return attempt.ended(OutboxState.RETRY, self._clock(), attempt.row.error if still_doubtful else words, at)

    def _unavailable(self, attempt: Attempt, words: str) -> Result:
        row, now, patience = attempt.row, self._clock(), self._patience
        if row.attempts > FIRST_TRIES and now - row.created_at > patience.max_age:
            state = OutboxState.UNKNOWN if row.doubtful else OutboxState.FAILED
            return attempt.ended(state, now, row.error if row.doubtful else words)
        wait = min(patience.first_retry * 2 ** min(row.attempts - 1, 30), patience.longest_retry)
        return self._again(attempt, words, now + _jittered(wait))

    def _doubt(self, attempt: Attempt, words: str) -> Result:
        """It may have arrived: repeat it, ask about it, or leave it to people."""
        row, now = attempt.row, self._clock()
        if self._may_repeat(row, row.doubts + 1) or isinstance(self._channel, Lookup):
            return attempt.ended(OutboxState.RETRY, now, words, now + _jittered(self._patience.doubt_retry))
        return attempt.ended(OutboxState.UNKNOWN, now, words)

    def _may_repeat(self, row: Claimed, doubts: int) -> bool:
        return row.repeatable and doubts < self._patience.repeats


def _jittered(wait: timedelta) -> timedelta:
    """Somewhere in the second half of ``wait``, so that what failed together does not come back together."""
    return wait * random.uniform(0.5, 1.0)  # noqa: S311
