"""One lane at work: claims what is due, sends it at the lane's pace, and marks what became of it.

A step is one short transaction in a worker thread: it marks what has ended, then claims what may go next. It is taken
when somebody rings, when something has ended, when the pace allows more, and now and then for what is to be retried.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from bot.channels.base import Channel, Unavailable
from bot.chat_pace import ChatPace
from bot.delivery import Delivery, Loss, Patience, Result
from storage import addresses, claims, lanes, topics
from storage.claims import Claimed
from storage.database import Database
from storage.models import OutboxState
from storage.topics import View

Done = TypeVar("Done")

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Rules:
    """How a lane works. ``ahead``: so far in advance are messages claimed; few, since a crash leaves them in doubt.

    ``gather``: seconds that results wait for others to be marked with. ``tick``: seconds between two looks when nobody
    rings. ``broadcast_share``: the part of the pace broadcasts may use, so that the provider has room for replies.
    """

    lease: timedelta = timedelta(seconds=60)
    batch: int = 100
    ahead: timedelta = timedelta(seconds=0.1)
    gather: float = 0.004
    tick: float = 0.5
    after_fault: timedelta = timedelta(seconds=1)
    broadcast_share: float = 0.85
    patience: Patience = field(default_factory=Patience)


@dataclass(frozen=True, slots=True)
class Hooks:
    """Who wants to know: ``on_sent`` the channel and the seconds from due to sent, ``on_trouble`` channel and state."""

    on_sent: Callable[[str, float], None] = lambda _channel, _seconds: None
    on_trouble: Callable[[str, str], None] = lambda _channel, _state: None


@dataclass(frozen=True, slots=True)
class Means:
    """What the lanes of one sender share. ``executor`` names this process in the rows it has claimed."""

    database: Database
    clock: Callable[[], datetime]
    executor: str
    threads: Executor
    rules: Rules = field(default_factory=Rules)
    hooks: Hooks = field(default_factory=Hooks)


@dataclass(frozen=True, slots=True)
class Catch:
    """What one step brought: messages with the time each may go, and when to come back if there may be more."""

    rows: Sequence[Claimed] = ()
    times: Sequence[datetime] = ()
    last_inbound: dict[str, datetime] = field(default_factory=dict)
    more_at: datetime | None = None
    topics: dict[int, View] = field(default_factory=dict)


class LaneWorker:
    """Sends the messages of one channel's lane. Everything runs on the event loop but what says that it does not."""

    def __init__(self, channel: Channel, means: Means) -> None:
        self.lane = channel.lane()
        self._channel, self._means, self._rules = channel, means, means.rules
        self._delivery = Delivery(channel, means.clock, means.rules.patience, self._known_ids)
        self._chats = ChatPace(channel.capabilities)
        self._held: dict[int, tuple[Claimed, datetime]] = {}  # in hand, and until when
        self._tasks: set[asyncio.Task[None]] = set()
        self._results: list[Result] = []
        self._bell = asyncio.Event()
        self._gathering: asyncio.TimerHandle | None = None
        self._wanted_at: datetime | None = None  # when there may be more to claim
        self._blocked_until: datetime | None = None  # when the pace allows more, or the database may be back
        self._paused_until: datetime | None = None  # when the provider wants to hear from us again
        self._stopping = self._closed = False

    def ring(self) -> None:
        """There is something to send: look at once."""
        self._wanted_at = self._means.clock()
        self._bell.set()

    async def run(self) -> None:
        """Work until ``stop``; a database that is away for a while delays it."""
        while not self._closed:
            await self._wait()
            await self._step()
        if self._tasks:  # set off by a step that was under way when the end came: they only give themselves back
            await asyncio.wait(self._tasks)
        if self._results:
            await self._step()

    async def stop(self, grace: float) -> None:
        """Claim no more, let what is in the air land for ``grace`` seconds, give the rest back."""
        self._stopping = True
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=grace)
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        self._closed = True
        self._bell.set()

    async def _wait(self) -> None:
        """Until it is time for a step."""
        alarm = asyncio.get_running_loop().call_later(self._seconds_to_wait(), self._bell.set)
        await self._bell.wait()
        alarm.cancel()
        self._bell.clear()

    def _seconds_to_wait(self) -> float:
        if self._wanted_at is None or self._stopping or not self._room():
            return self._rules.tick
        at = max(self._wanted_at, self._blocked_until or self._wanted_at)
        return min(max((at - self._means.clock()).total_seconds(), 0.0), self._rules.tick)

    def _room(self) -> int:
        """How many more messages may be in hand."""
        return max(min(self._rules.batch, self._channel.capabilities.in_flight - len(self._held)), 0)

    async def _step(self) -> None:
        now = self._means.clock()
        limit = 0 if self._stopping or _before(now, self._blocked_until) else self._room()
        results, self._results = self._results, []
        ageing = [row for row, until in self._held.values() if until - now < self._rules.lease / 2]
        if not (limit or results or ageing):
            return
        spare = self._chats.busy(now)
        try:
            catch = await self._in_thread(partial(self._transact, results, ageing, limit, spare))
        except Exception as error:
            fault = not isinstance(error, SQLAlchemyError)
            log.warning("sender waits for the database", lane=self.lane, error=type(error).__name__, exc_info=fault)
            self._results = results + self._results
            self._blocked_until = now + self._rules.after_fault
            return
        self._held.update((row.id, (row, now + self._rules.lease)) for row in ageing if row.id in self._held)
        if limit:
            self._wanted_at = catch.more_at or min(spare.values(), default=None)
            self._blocked_until = catch.more_at
            self._set_off(catch)

    def _set_off(self, catch: Catch) -> None:
        for row, at in zip(catch.rows, catch.times, strict=True):
            self._held[row.id] = (row, row.lease_until)
            topic = catch.topics.get(row.topic_id) if row.topic_id else None
            task = asyncio.create_task(self._send(row, at, catch.last_inbound.get(row.address), topic))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _send(self, row: Claimed, at: datetime, last_inbound: datetime | None, topic: View | None) -> None:
        result = Result(row)
        idle = topic is not None and topic.lacks is None and row.body.get("tends")  # an earlier one has done it all
        try:
            await self._until(at)
            if self._may_go(row):
                if not idle:
                    self._chats.sent(row.address, self._means.clock())
                turn = partial(self._turn, row)
                result = await self._delivery.deliver(row, last_inbound=last_inbound, turn=turn, topic=topic)
        finally:
            self._end(result)

    async def _turn(self, row: Claimed) -> bool:
        """Wait until the next part of a long message may go; False if it has to be another time."""
        try:
            at = await self._in_thread(self._draw)
        except SQLAlchemyError:
            return False
        await self._until(max(at, self._chats.free_at(row.address, self._means.clock())))
        if not self._may_go(row):
            return False
        self._chats.sent(row.address, self._means.clock())
        return True

    def _may_go(self, row: Claimed) -> bool:
        """Whether a message in hand may still be sent: we are not stopping, not told to wait, and it is still ours."""
        now = self._means.clock()
        return not self._stopping and not _before(now, self._paused_until) and now < self._held[row.id][1]

    def _end(self, result: Result) -> None:
        del self._held[result.row.id]
        self._results.append(result)
        if result.pause_until is not None:
            self._paused_until = max(result.pause_until, self._paused_until or result.pause_until)
        self._tell(result)
        if self._gathering is None:
            self._gathering = asyncio.get_running_loop().call_later(self._rules.gather, self._gathered)

    def _gathered(self) -> None:
        self._gathering = None
        self._bell.set()

    def _tell(self, result: Result) -> None:
        outcome, hooks, name = result.outcome, self._means.hooks, self._channel.name
        if outcome is not None and outcome.state == OutboxState.SENT:
            hooks.on_sent(name, (outcome.at - result.row.due_at).total_seconds())
        elif outcome is not None:
            log.info("message not sent", outbox_id=result.row.id, state=outcome.state, error=outcome.error)
            hooks.on_trouble(name, outcome.state)
        elif result.withheld_since is not None:
            hooks.on_trouble(name, OutboxState.WITHHELD)

    async def _until(self, at: datetime) -> None:
        seconds = (at - self._means.clock()).total_seconds()
        if seconds > 0:
            await asyncio.sleep(seconds)

    async def _in_thread(self, work: Callable[[], Done]) -> Done:
        return await asyncio.get_running_loop().run_in_executor(self._means.threads, work)

    async def _known_ids(self, row: Claimed) -> Collection[str]:
        try:
            return await self._in_thread(partial(self._find_known_ids, row))
        except SQLAlchemyError as error:
            raise Unavailable("database") from error

    def _find_known_ids(self, row: Claimed) -> Collection[str]:
        """In a thread."""
        with self._means.database.read() as session:
            return claims.known_ids(session, row)

    def _draw(self) -> datetime:
        """When one more message may go. In a thread."""
        pace = self._channel.capabilities.pace
        with self._means.database.write() as session:
            slots = lanes.look(session, self.lane, now=self._means.clock(), pace=pace, ahead=self._rules.ahead)
            return lanes.take(session, self.lane, slots, [1 / pace])[0]

    def _transact(
        self, results: Sequence[Result], ageing: Sequence[Claimed], limit: int, spare: Collection[str]
    ) -> Catch:
        """Mark what has ended and claim up to ``limit`` messages. In a thread, in one transaction."""
        with self._means.database.write() as session:
            now = self._means.clock()
            settle(session, self._channel, results, by=self._means.executor, now=now)
            claims.renew(session, ageing, by=self._means.executor, until=now + self._rules.lease)
            return self._claim(session, limit, spare, now) if limit else Catch()

    def _claim(self, session: Session, limit: int, spare: Collection[str], now: datetime) -> Catch:
        rules, limits = self._rules, self._channel.capabilities
        slots = lanes.look(session, self.lane, now=now, pace=limits.pace, ahead=rules.ahead)
        wanted = min(limit, slots.count)
        if not wanted:
            return Catch(more_at=slots.start - rules.ahead / 2)
        rows = claims.claim(
            session, self.lane, limit=wanted, by=self._means.executor, now=now, lease=rules.lease, spare=spare
        )
        if not rows:
            return Catch()
        costs = [1 / limits.pace if row.repeatable else 1 / (limits.pace * rules.broadcast_share) for row in rows]
        times = lanes.take(session, self.lane, slots, costs)
        more_at = times[-1] + timedelta(seconds=costs[-1]) - rules.ahead / 2 if len(rows) == slots.count else None
        wrote = set() if limits.window is None else {row.address for row in rows}
        last_inbound = addresses.last_inbound(session, self._channel.name, wrote) if wrote else {}
        places = {row.topic_id for row in rows if row.topic_id}
        return Catch(rows, times, last_inbound, more_at, topics.views(session, places) if places else {})


def settle(session: Session, channel: Channel, results: Sequence[Result], *, by: str, now: datetime) -> None:
    """Write down what became of messages claimed ``by`` us, and what that says about addresses and the lane."""
    claims.mark(session, [result.outcome for result in results if result.outcome is not None], by=by)
    claims.release(session, [result.row for result in results if _untried(result)], by=by)
    for result in results:
        if result.withheld_since is not None:
            claims.withhold(session, [result.row], by=by, since=result.withheld_since)
        if result.unreachable:
            addresses.mark_unreachable(session, channel.name, result.row.address, now=now)
        if result.moved_to:
            addresses.move(session, channel.name, result.row.address, result.moved_to)
        if result.pause_until is not None:
            lanes.push_back(session, channel.lane(), until=result.pause_until)
        if result.topic is not None:
            _settle_topic(session, result.topic, result.lost, now)


def _settle_topic(session: Session, topic: View, lost: Loss | None, now: datetime) -> None:
    """What became of a topic."""
    topics.settle(session, topic)
    if lost is Loss.TOPIC:
        topics.lose(session, topic.id)
    elif lost is Loss.TOPICS:
        topics.switch_off(session, topic.group_id, now=now)


def _untried(result: Result) -> bool:
    return result.outcome is None and result.withheld_since is None


def _before(now: datetime, limit: datetime | None) -> bool:
    return limit is not None and now < limit
