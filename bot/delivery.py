"""One message on its way: what is sent, and what every possible answer of the provider means for it."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

import structlog

from bot.channels.base import (
    Ambiguous,
    Blocked,
    Channel,
    Lookup,
    Moved,
    NoTopics,
    OutsideWindow,
    Refused,
    Request,
    SendError,
    Throttled,
    Topical,
    TopicGone,
    TopicShut,
    Unavailable,
    Unreachable,
    Windowed,
)
from bot.channels.rendering import fit
from handlers.messages import Outgoing
from storage import claims
from storage.claims import Claimed, Outcome
from storage.models import OutboxState
from storage.topics import GONE, Step, View

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


class Loss(StrEnum):
    """What turned out not to be there: one topic, or any in its group."""

    TOPIC = "topic"
    TOPICS = "topics"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one claimed message, and what else its attempt taught us.

    Without an ``outcome`` it is given back untried. ``withheld_since``: it waits for its person to write, unless they
    have written after that. ``pause_until``: the lane is to be silent so long. ``topic`` is how far its topic has
    come, ``lost`` what is missing of it.
    """

    row: Claimed
    outcome: Outcome | None = None
    unreachable: bool = False
    moved_to: str = ""
    withheld_since: datetime | None = None
    pause_until: datetime | None = None
    topic: View | None = None
    lost: Loss | None = None


@dataclass(slots=True)
class Attempt:
    """One try at a message: which parts have got there so far, and under what ids; or what became of its topic."""

    row: Claimed
    started_at: datetime
    topic: View | None = None
    provider_ids: list[str] = field(default_factory=list)

    def ended(
        self, state: OutboxState, at: datetime, error: str | None = None, again: datetime | None = None
    ) -> Result:
        """The result that leaves the message in ``state``."""
        outcome = Outcome(self.row, state, at, tuple(self.provider_ids), error, again)
        return Result(self.row, outcome, topic=self.topic if self.row.body.get("tends") else None)


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
        self,
        row: Claimed,
        *,
        last_inbound: datetime | None,
        turn: Callable[[], Awaitable[bool]],
        topic: View | None = None,
    ) -> Result:
        """Send what is left of a message. ``turn`` waits until its next part may go; False says to stop here."""
        attempt = Attempt(row, self._clock(), topic)
        try:
            if row.body.get("tends"):
                return await self._tend(attempt, turn)
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
        requests = self._requests(attempt, outside=opens is not None)
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

    def _requests(self, attempt: Attempt, *, outside: bool) -> list[Request]:
        """The calls that make up the whole message; none if it may not be sent now."""
        row = attempt.row
        outgoing = _placed(Outgoing.from_json(row.body), row, attempt.topic)
        if outside:
            if not isinstance(self._channel, Windowed):
                return []
            template = self._channel.template_request(outgoing, row.address, outbox_id=row.id)
            return [template] if template else []
        parts = fit(outgoing, self._channel.capabilities)
        if not parts:
            raise Refused("empty message")
        thread = outgoing.thread
        return [self._channel.render(replace(part, thread=thread), row.address, outbox_id=row.id) for part in parts]

    async def _tend(self, attempt: Attempt, turn: Callable[[], Awaitable[bool]]) -> Result:
        """Bring a topic into the state it should have. Whoever opens one leaves closing it to a later row: what was
        told before the end has to find it open."""
        topic, channel, done = attempt.topic, self._channel, 0
        if topic is None or not isinstance(channel, Topical):
            return attempt.ended(OutboxState.FAILED, self._clock(), claims.NO_TOPIC)
        opening = topic.thread is None
        while (step := topic.lacks) is not None and not (opening and step is Step.CLOSE):
            if done and not await turn():
                return attempt.ended(OutboxState.RETRY, self._clock(), "stopped", self._clock())
            answer = await channel.send(
                channel.topic_request(step, attempt.row.address, topic.thread or "", topic.title)
            )
            attempt.topic = topic = topic.after(step, answer)
            done += 1
        return attempt.ended(OutboxState.SENT, self._clock())

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
            case TopicGone() | TopicShut() | NoTopics():
                return self._topicless(attempt, error)
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

    def _topicless(self, attempt: Attempt, error: SendError) -> Result:
        """There is no topic for it: a message goes to the group itself, at once."""
        now, words = self._clock(), f"{claims.NO_TOPIC}: {error}"
        tends = bool(attempt.row.body.get("tends"))
        if tends or attempt.row.topicless:
            ended = attempt.ended(OutboxState.FAILED, now, words)
        else:
            ended = attempt.ended(OutboxState.RETRY, now, words, now)
        match error:
            case TopicShut():
                return ended
            case NoTopics() if tends:
                return replace(ended, topic=attempt.topic, lost=Loss.TOPICS)
        return replace(ended, topic=attempt.topic, lost=Loss.TOPIC)

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


def _placed(outgoing: Outgoing, row: Claimed, topic: View | None) -> Outgoing:
    """The message in its topic; where there is none, in the group itself, with the complaint's number in front."""
    if topic is None:
        return replace(outgoing, thread="") if row.topicless else outgoing
    if topic.thread not in (None, GONE) and not row.topicless:
        return replace(outgoing, thread=topic.thread or "")
    missing = bool(topic.number) and topic.number not in outgoing.text
    return outgoing.with_text(f"<b>{topic.number}</b>\n{outgoing.text}".rstrip()) if missing else outgoing


def _jittered(wait: timedelta) -> timedelta:
    """Somewhere in the second half of ``wait``, so that what failed together does not come back together."""
    return wait * random.uniform(0.5, 1.0)  # noqa: S311
