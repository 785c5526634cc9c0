"""Two programs serve the same city from PostgreSQL: one of them dies, again and again, or is replaced in passing."""

from __future__ import annotations

import asyncio
import random
import signal
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from storage.database import Database
from tests.bot.web.serving import free_port
from tests.process.citizens import Citizen
from tests.process.ledger import Ledger
from tests.process.lives import Life, Lives
from tests.process.provider import Balancer, Provider
from tests.process.talking import prepared, quiet

CITIZENS = 30
KILLS, REPLACEMENTS = 30, 6
LEASE = "3 s"  # what a dead process had in hand is taken over after this, and not after a minute
CALM = 60.0  # seconds to come to an end, leases included


@dataclass
class Pair:
    """Two programs behind a balancer, and their citizens."""

    lives: Lives
    citizens: list[Citizen]
    ports: tuple[int, int]
    public_port: int
    database: Database

    def begin(self, port: int) -> Life:
        """A program on one of the two ports."""
        return self.lives.begin(port, public_port=self.public_port)

    async def finish(self, both: list[Life]) -> Ledger:
        """Everybody comes to an end, then both programs do; the books afterwards."""
        for citizen in self.citizens:
            citizen.has_enough()
        await quiet(self.lives.provider, self.citizens, self.database, seconds=CALM)
        for life in both:
            life.signal(signal.SIGTERM)
        for life in both:
            assert await life.ends()
            assert life.exit == 0
        return Ledger(self.database, self.lives.provider, self.citizens)


@pytest.fixture
async def pair(postgres_url: str, tmp_path: Path) -> AsyncIterator[Pair]:
    """A city on PostgreSQL and two ports for its programs; the citizens have begun to write."""
    database = prepared(postgres_url)
    ports = (free_port(), free_port())
    async with Provider() as provider, Balancer(*ports) as balancer:
        lives = Lives(provider, tmp_path, postgres_url)
        citizens = [Citizen(provider, number) for number in range(CITIZENS)]
        for citizen in citizens:
            citizen.begins()
        yield Pair(lives, citizens, ports, balancer.port, database)
        await lives.close()
    database.close()


@pytest.mark.timeout(600)
async def test_no_complaint_is_lost_or_filed_twice_when_one_of_two_programs_is_killed(
    pair: Pair, record_property: Callable[[str, object], None]
) -> None:
    rng = random.Random(20261124)
    pair.lives.settings["OUTBOX__LEASE"] = LEASE
    running = [pair.begin(port) for port in pair.ports]
    for _ in range(KILLS):
        await pair.lives.provider.takes(5)
        await asyncio.sleep(rng.uniform(0.0, 0.3))
        victim = rng.randrange(2)
        running[victim].signal(signal.SIGKILL)
        assert await running[victim].ends()
        running[victim] = pair.begin(pair.ports[victim])
    ledger = await pair.finish(running)

    _is_right(ledger)
    assert sum(life.killed for life in pair.lives.all) == KILLS
    record_property(
        "counted",
        f"{KILLS} kills of one of two programs, {len(ledger.inbox)} messages in, {len(ledger.complaints)} complaints "
        f"filed: none lost, none twice, none skipped; {len(ledger.outbox)} replies, {ledger.extra_sends()} repeated",
    )


@pytest.mark.timeout(600)
async def test_nothing_is_lost_and_nothing_repeated_when_programs_are_replaced_one_by_one(pair: Pair) -> None:
    running = [pair.begin(port) for port in pair.ports]
    for number in range(REPLACEMENTS):
        await pair.lives.provider.takes(40)
        old = running[number % 2]
        old.signal(signal.SIGTERM)
        assert await old.ends()
        assert old.exit == 0
        running[number % 2] = pair.begin(pair.ports[number % 2])
    ledger = await pair.finish(running)

    _is_right(ledger)
    assert ledger.extra_sends() == 0
    assert {row.attempts for row in ledger.outbox} == {1}
    assert pair.lives.faults() == []


def _is_right(ledger: Ledger) -> None:
    ledger.no_complaint_is_lost_or_doubled()
    ledger.each_has_its_own_number_and_was_told()
    ledger.no_message_is_skipped()
    ledger.everything_is_sent()
