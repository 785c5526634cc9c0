"""The program that trains: started once when it is asked for, and ended with the one that started it."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.retraining import COMMAND, Retraining
from storage import routing_models, timers
from storage.database import Database
from tests.fakes import HandClock

ZONE = ZoneInfo("Asia/Jakarta")


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    return sqlite_database


def asked(database: Database) -> None:
    with database.write() as session:
        routing_models.ask(session)


def retraining(database: Database, clock: HandClock, code: str) -> Retraining:
    return Retraining(database, clock.now, ZONE, (sys.executable, "-c", code))


def wait(until: Callable[[], bool]) -> None:
    """Until that is so, thirty seconds at most."""
    end = time.monotonic() + 30
    while not until():
        assert time.monotonic() < end
        time.sleep(0.01)


async def test_of_two_processes_one_trains_when_it_is_asked_for(
    database: Database, clock: HandClock, tmp_path: Path
) -> None:
    done = tmp_path / "done"
    several = [retraining(database, clock, f"open({str(done)!r}, 'a').write('x')") for _ in range(2)]

    await asyncio.gather(*(each.look() for each in several))
    assert not done.exists()
    asked(database)
    await asyncio.gather(*(each.look() for each in several))
    await several[0].look()

    assert done.read_text() == "x"


async def test_it_has_the_lowest_claim_on_the_processor(database: Database, clock: HandClock, tmp_path: Path) -> None:
    code = f"import os, time; time.sleep(0.1); open({str(tmp_path / 'nice')!r}, 'w').write(str(os.nice(0)))"
    asked(database)
    await retraining(database, clock, code).look()

    assert (tmp_path / "nice").read_text() == "19"


async def test_it_ends_when_the_program_that_started_it_stops(
    database: Database, clock: HandClock, tmp_path: Path
) -> None:
    begun = tmp_path / "begun"
    asked(database)
    code = f"import os, time; open({str(begun)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    looking = asyncio.create_task(retraining(database, clock, code).look())
    await asyncio.to_thread(wait, lambda: begun.exists() and begun.read_text() != "")
    looking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await looking

    await asyncio.to_thread(wait, lambda: not Path(f"/proc/{begun.read_text()}").exists())


async def test_a_training_that_fails_is_no_harm(database: Database, clock: HandClock) -> None:
    asked(database)

    assert await retraining(database, clock, "raise SystemExit('no')").look() == 0


def test_the_timer_is_set_at_the_start(database: Database, clock: HandClock) -> None:
    Retraining(database, clock.now, ZONE).arm()
    clock.forward(days=1)

    with database.read() as session:
        assert [due.purpose for due in timers.due(session, now=clock.now())] == ["train-routing"]


def test_what_it_starts_is_this_program() -> None:
    assert COMMAND[1:] == ("-m", "bot", "routing", "train", "--now")
