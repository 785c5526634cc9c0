"""The metronome: APScheduler's in-memory interval jobs, each of which looks for rows that are due and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.exc import SQLAlchemyError

log = structlog.get_logger(__name__)

Tick = Callable[[], Awaitable[int]]


def threaded(look: Callable[[], int]) -> Tick:
    """A look that blocks, as one that does not."""

    async def tick() -> int:
        return await asyncio.to_thread(look)

    return tick


class Scheduler:
    """Ticks. A look that found something looks again at once; one that fails is logged and comes round again."""

    def __init__(self) -> None:
        # What was missed while the machine slept is looked for once, not once for every tick missed.
        defaults = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self._scheduler = AsyncIOScheduler(job_defaults=defaults, timezone="UTC")

    def every(self, seconds: float, name: str, tick: Tick) -> None:
        """Have ``tick`` called every so many seconds, never twice at the same time."""
        self._scheduler.add_job(_whole, "interval", seconds=seconds, id=name, args=(name, tick))

    @property
    def names(self) -> set[str]:
        """What it looks for."""
        return {job.id for job in self._scheduler.get_jobs()}

    def start(self) -> None:
        """Begin; needs the running loop."""
        self._scheduler.start()

    async def stop(self) -> None:
        """End; a look under way is cut off, and its transaction undone or done as a whole."""
        self._scheduler.pause()
        await asyncio.sleep(0)  # a look handed out this very instant begins, and so knows how to be cut off
        self._scheduler.shutdown(wait=False)


async def _whole(name: str, tick: Tick) -> None:
    try:
        while await tick():
            pass
    except asyncio.CancelledError:
        return  # we are stopping; APScheduler would log it as a fault
    except SQLAlchemyError as error:
        log.warning("a look for what is due failed and will come round again", look=name, error=type(error).__name__)
