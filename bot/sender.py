"""The sender: takes messages from the outbox to their channels, one lane for each, and looks after the outbox itself.

Nothing is lost when it dies: what it had in hand comes back when its leases run out, or when it starts again under the
same name.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.channels.base import Channel, Lookup
from bot.lane import Hooks, LaneWorker, Means, Rules
from storage import claims
from storage.database import Database

THREADS = 4  # at most; a database transaction takes milliseconds
NAME_LENGTH = 60  # characters; the column has no room for more
SWEEP = 5.0  # seconds between two looks for leases that ran out and messages that came too late

log = structlog.get_logger(__name__)


class Sender:
    """Sends on the lanes of ``channels`` until it is stopped.

    ``executor`` names this process: no other running one may have the same name, and one that comes back under its old
    name takes up at once what it had in hand.
    """

    def __init__(
        self,
        database: Database,
        channels: Mapping[str, Channel],
        *,
        executor: str,
        clock: Callable[[], datetime],
        rules: Rules | None = None,
        hooks: Hooks | None = None,
    ) -> None:
        self._threads = ThreadPoolExecutor(min(THREADS, len(channels) + 1), thread_name_prefix="sender")
        name = executor[-NAME_LENGTH:]  # the end is what tells processes of one machine apart
        self._means = Means(database, clock, name, self._threads, rules or Rules(), hooks or Hooks())
        workers = [LaneWorker(channel, self._means) for channel in channels.values()]
        self._workers = {worker.lane: worker for worker in workers}
        self._asking = [channel.lane() for channel in channels.values() if isinstance(channel, Lookup)]
        self._tasks: list[asyncio.Task[None]] = []
        self._loop: asyncio.AbstractEventLoop | None = None

    async def start(self) -> None:
        """Take back what this process held before it died, and begin to send."""
        self._loop = asyncio.get_running_loop()
        await self._sweep(mine=self._means.executor)
        self._tasks = [asyncio.create_task(worker.run(), name=worker.lane) for worker in self._workers.values()]
        self._sweeper = asyncio.create_task(self._keep_sweeping())
        self._ring(self._workers)

    async def stop(self, grace: float) -> None:
        """Claim no more, wait at most ``grace`` seconds for what is in the air, and give the rest back."""
        if self._loop is None:
            return
        self._loop = None
        self._sweeper.cancel()
        await asyncio.gather(*(worker.stop(grace) for worker in self._workers.values()))
        await asyncio.gather(self._sweeper, *self._tasks, return_exceptions=True)
        self._threads.shutdown()

    @property
    def working(self) -> bool:
        """Whether every lane is being served."""
        return self._loop is not None and not any(task.done() for task in self._tasks)

    def wake(self, lanes: Iterable[str]) -> None:
        """There is something new on these lanes. From any thread; lanes we do not send on are somebody else's."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._ring, list(lanes))

    def _ring(self, lanes: Iterable[str]) -> None:
        for lane in lanes:
            if lane in self._workers:
                self._workers[lane].ring()

    async def _keep_sweeping(self) -> None:
        while True:
            await asyncio.sleep(SWEEP)
            try:
                await self._sweep()
            except SQLAlchemyError as error:
                log.warning("outbox not swept", error=type(error).__name__)

    async def _sweep(self, mine: str = "") -> None:
        found = await asyncio.get_running_loop().run_in_executor(self._threads, self._recover, mine)
        for lane, count in Counter(found).items():
            log.warning("messages taken back from a sender that died", lane=lane, count=count)
        self._ring(found)

    def _recover(self, mine: str) -> list[str]:
        with self._means.database.write() as session:
            return claims.recover_expired(session, self._means.clock(), mine=mine, asking=self._asking)
