"""What the process tests have in common: a city that is there, and talks that come to their end."""

from __future__ import annotations

import asyncio
import signal
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from sqlmodel import col, func, select

from bot import clock
from storage import seed
from storage.database import Database
from storage.models import Outbox, OutboxState
from tests import open_city
from tests.process.citizens import Citizen
from tests.process.lives import Lives
from tests.process.provider import Provider

LONGEST = 50.0


def prepared(url: str) -> Database:
    """The database with a city in it."""
    database = Database(url)
    with tempfile.TemporaryDirectory() as folder:
        seed.load(database, open_city.seed(Path(folder)), now=clock.now())
    database.close()
    return database


async def finish(lives: Lives, citizens: Sequence[Citizen], database: Database, *, port: int) -> None:
    """One more life in which everybody comes to an end, and which then ends as it should."""
    for citizen in citizens:
        citizen.has_enough()
    last = lives.begin(port)
    await quiet(lives.provider, citizens, database)
    last.signal(signal.SIGTERM)
    assert await last.ends()
    assert last.exit == 0


async def quiet(
    provider: Provider, citizens: Sequence[Citizen], database: Database, *, seconds: float = LONGEST
) -> None:
    """Wait until nobody has anything more to say and nothing is left to be sent."""
    await until(lambda: not any(citizen.busy for citizen in citizens) and not unsent(database), seconds=seconds)
    await provider.webhook.idle()


async def until(condition: Callable[[], bool], *, seconds: float = LONGEST) -> None:
    """Wait until a condition holds that the database decides."""
    async with asyncio.timeout(seconds):
        while not await asyncio.to_thread(condition):  # noqa: ASYNC110 - the database rings no event
            await asyncio.sleep(0.02)


def unsent(database: Database) -> int:
    """How many messages are not sent."""
    with database.read() as session:
        return session.exec(select(func.count()).where(col(Outbox.state) != OutboxState.SENT)).one()
