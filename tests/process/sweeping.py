"""Processes that do nothing but what is due by the clock, on a clock that somebody else sets, and may die of it."""

from __future__ import annotations

import datetime as dt
import os
import signal
import time
import uuid
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Protocol

from bot.chores import Chores
from bot.deadlines import Deadlines
from bot.desk import Desk, Mail
from handlers.messages import Outgoing
from handlers.office import Office
from handlers.turn import Posting, Recipient
from storage import clocks, timers
from storage.database import Database
from tests.city import CHANNELS, TEXTS, Mailbox, snapshot_of

DIGEST = "test.digest"  # the purpose of timers that stand for any other that is to fire once
READER = Recipient("telegram", "7999", None, "id")
AT_ONCE = 5  # so that one look takes several transactions
# Where in a transaction a process can be told to die: after each of these has been done.
DEATHS: dict[str, tuple[Any, str]] = {
    "taking": (clocks, "take_due"),
    "advancing": (clocks, "advance"),
    "logging": (clocks, "log"),
    "taking a timer": (timers, "take"),
}


class Shared(Protocol):
    """A number that several processes share."""

    value: float


class Nursery:
    """Begins and ends lives that are ready at once: it has read the city, and they are forked from it."""

    def __init__(self, url: str, now: Shared) -> None:
        self._database = Database(url, pool_size=1)
        city = snapshot_of(self._database)
        mail = Mail({name: Mailbox(name) for name in CHANNELS})
        desk = Desk(self._database, mail, lambda: city, TEXTS, lambda: _moment(now), lambda lanes: None)
        self._deadlines, self._chores = Deadlines(desk, at_once=AT_ONCE), Chores(desk, {DIGEST: _digest})
        self._look()  # nothing is due yet, but the statements have been prepared

    def serve(self, orders: Connection) -> None:
        """Begin a life for each word of DEATHS (or none), and end the one whose process id is sent."""
        while True:
            order = orders.recv()
            orders.send(self._end(order) if isinstance(order, int) else self._begin(order))

    def _begin(self, death: str) -> int:
        """The process id of a new life, connected, that dies after ``death`` if it comes to it."""
        ready, theirs = os.pipe()
        process = os.fork()
        if not process:
            self._live(death, theirs)
        os.close(theirs)
        os.read(ready, 1)
        os.close(ready)
        return process

    def _end(self, process: int) -> bool:
        """Kill a life; whether it had died by itself."""
        died, _ = os.waitpid(process, os.WNOHANG)
        if not died:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        return bool(died)

    def _live(self, death: str, ready: int) -> None:
        self._database.engine.dispose(close=False)  # its connections are those of the process it comes from
        with self._database.read() as session:
            session.connection()
        os.write(ready, b".")
        if death:
            _arm(*DEATHS[death])
        while True:
            done = self._look()
            time.sleep(0 if done else 0.002)

    def _look(self) -> int:
        return self._deadlines.sweep() + self._chores.ring()


def nursery(url: str, now: Shared, orders: Connection) -> None:
    """What the process does that the others are forked from."""
    Nursery(url, now).serve(orders)


def _moment(now: Shared) -> dt.datetime:
    return dt.datetime.fromtimestamp(int(now.value), dt.UTC)


def _digest(office: Office, object_id: int) -> None:
    """Say something that would be heard twice if it were said twice: its key is never the same."""
    office.postings.append(Posting(READER, Outgoing(f"digest {object_id}"), f"{DIGEST}:{uuid.uuid4()}"))


def _arm(module: Any, name: str) -> None:
    done: Callable[..., Any] = getattr(module, name)

    def deadly(*args: Any, **named: Any) -> Any:
        found = done(*args, **named)
        if found or name in ("advance", "log"):
            os.kill(os.getpid(), signal.SIGKILL)
        return found

    setattr(module, name, deadly)
