"""Has the classifier trained when the night's timer asked for it, by a program of its own.

Training takes a processor for a minute and hundreds of megabytes: in this process it would hold up the people who
write, and the memory would stay. The other program has the lowest claim on the processor and ends when it is done.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import os
import sys
from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

import structlog

from handlers.routing import nightly
from storage import routing_models
from storage.database import Database

log = structlog.get_logger(__name__)

LOWEST = 19  # claim on the processor: people write while this learns
COMMAND = (sys.executable, "-m", "bot", "routing", "train", "--now")


class Retraining:
    """Looks whether training was asked for; of several processes one does it. If that one dies, the next night does."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], dt.datetime],
        zone: ZoneInfo,
        command: Sequence[str] = COMMAND,
    ) -> None:
        self._database, self._clock, self._zone, self._command = database, clock, zone, command

    def arm(self) -> None:
        """See to it that the timer for the coming night is there."""
        with self._database.write() as session:
            nightly.arm(session, self._clock(), self._zone)

    async def look(self) -> int:
        """Train if it was asked for, and wait until it is done; returns 0, for there is never more to do."""
        if await asyncio.to_thread(self._claim):
            await self._train()
        return 0

    def _claim(self) -> bool:
        with self._database.write() as session:
            return routing_models.claim(session)

    async def _train(self) -> None:
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(*self._command, stdout=pipe, stderr=pipe)
        with contextlib.suppress(ProcessLookupError):  # it may have ended by now
            os.setpriority(os.PRIO_PROCESS, process.pid, LOWEST)
        try:
            told, wrong = await process.communicate()
        finally:
            if process.returncode is None:  # this process is stopping
                process.kill()
        last = (wrong or told).decode(errors="replace").strip().rpartition("\n")[2]
        say = log.warning if process.returncode else log.info
        say("training the routing has ended", code=process.returncode, told=last)
