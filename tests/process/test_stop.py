"""The program is asked to end while it is at work, and another one takes over."""

from __future__ import annotations

import signal
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlmodel import col, select

from storage.database import Database
from storage.models import Outbox, OutboxState
from tests.bot.web.serving import free_port
from tests.emulators.bot_api import silent
from tests.process.citizens import Citizen
from tests.process.ledger import Ledger
from tests.process.lives import Life, Lives, Plan
from tests.process.provider import Provider
from tests.process.talking import finish, prepared, until

CITIZENS = 40
STOPS = 5
LONGEST_STOP = 10.0  # seconds


@dataclass
class Town:
    """Citizens who have begun to write, and a program for them."""

    provider: Provider
    lives: Lives
    citizens: list[Citizen]
    database: Database
    port: int

    def rows(self, *states: str) -> list[Outbox]:
        """The messages in one of these states."""
        with self.database.read() as session:
            return list(session.exec(select(Outbox).where(col(Outbox.state).in_(states))))

    def ledger(self) -> Ledger:
        """The books."""
        return Ledger(self.database, self.provider, self.citizens)


@pytest.fixture
async def town(sqlite_url: str, tmp_path: Path) -> AsyncIterator[Town]:
    """A city on SQLite whose provider takes a moment for every message."""
    database = prepared(sqlite_url)
    async with Provider(latency=0.05) as provider:
        lives = Lives(provider, tmp_path, sqlite_url)
        citizens = [Citizen(provider, number) for number in range(CITIZENS)]
        for citizen in citizens:
            citizen.begins()
        yield Town(provider, lives, citizens, database, free_port())
        await lives.close()
    database.close()


async def _stopped(life: Life) -> float:
    """Ask a life to end; the seconds it took."""
    began = time.monotonic()
    life.signal(signal.SIGTERM)
    assert await life.ends()
    return time.monotonic() - began


@pytest.mark.timeout(300)
async def test_a_program_asked_to_end_drains_within_ten_seconds_and_the_next_goes_on_at_once(town: Town) -> None:
    for _ in range(STOPS):
        life = town.lives.begin(town.port)
        await town.provider.takes(60)
        assert await _stopped(life) < LONGEST_STOP
        assert life.exit == 0
        assert town.rows(OutboxState.CLAIMED) == []
    await finish(town.lives, town.citizens, town.database, port=town.port)
    ledger = town.ledger()

    ledger.no_complaint_is_lost_or_doubled()
    ledger.each_has_its_own_number_and_was_told()
    ledger.no_message_is_skipped()
    ledger.everything_is_sent()
    assert [run for run in ledger.runs() if run.repeats or run.row.attempts != 1] == []
    assert town.lives.faults() == []


@pytest.mark.timeout(300)
async def test_a_provider_that_never_answers_does_not_hold_up_the_end(town: Town) -> None:
    life = town.lives.begin(town.port)
    await town.provider.takes(20)
    town.provider.fails("sendMessage", silent(), silent(), silent())
    await town.provider.takes(20)

    assert await _stopped(life) < LONGEST_STOP
    assert life.exit == 0
    assert town.rows(OutboxState.CLAIMED) == []
    assert {row.error for row in town.rows(OutboxState.RETRY)} == {"interrupted"}
    assert len(town.rows(OutboxState.RETRY)) == 3


@pytest.mark.timeout(300)
async def test_what_was_in_the_air_at_a_crash_goes_out_at_the_next_start(town: Town) -> None:
    """And not only when its lease of a minute has run out."""
    await town.lives.through(town.port, Plan("after commit of a claim"))
    hanging = {row.id for row in town.rows(OutboxState.CLAIMED)}
    town.lives.begin(town.port)
    await until(lambda: hanging <= {row.id for row in town.rows(OutboxState.SENT)})

    assert hanging


@pytest.mark.timeout(300)
async def test_a_second_program_on_the_same_port_ends_and_touches_no_message(town: Town) -> None:
    town.lives.begin(town.port)
    await town.provider.takes(20)
    second = town.lives.begin(town.port)

    assert await second.ends()
    assert second.exit == 1
    await town.provider.takes(20)
    assert [row for row in town.rows(OutboxState.SENT) if row.attempts != 1] == []
