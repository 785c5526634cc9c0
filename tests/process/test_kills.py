"""The program is killed at every step of a message, and again, while citizens file complaints."""

from __future__ import annotations

import random
import signal
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.bot.web.serving import free_port
from tests.process.citizens import Citizen
from tests.process.ledger import Ledger, Run
from tests.process.lives import RANDOM, Life, Lives, plans
from tests.process.provider import Provider
from tests.process.steps import STEPS
from tests.process.talking import finish, prepared

CITIZENS = 40
EACH, AT_RANDOM = 5, 10


@pytest.mark.timeout(900)
async def test_no_complaint_is_lost_or_filed_twice_by_a_program_killed_at_every_step(
    sqlite_url: str, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    database, port = prepared(sqlite_url), free_port()
    async with Provider() as provider:
        lives = Lives(provider, tmp_path, sqlite_url)
        citizens = [Citizen(provider, number) for number in range(CITIZENS)]
        try:
            await _kill(lives, citizens, port=port)
            await finish(lives, citizens, database, port=port)
        finally:
            await lives.close()
    ledger = Ledger(database, provider, citizens)
    database.close()

    ledger.no_complaint_is_lost_or_doubled()
    ledger.each_has_its_own_number_and_was_told()
    ledger.no_message_is_skipped()
    ledger.everything_is_sent()
    repeats = _only_what_was_in_the_air(ledger.runs(), lives.all)
    assert lives.faults() == []
    record_property("counted", "\n".join(_report(lives.all, ledger, repeats)))


async def _kill(lives: Lives, citizens: list[Citizen], *, port: int) -> None:
    # The first life tells the provider where it is; whoever dies before that hears nothing.
    for citizen in citizens:
        citizen.begins()
    for plan in plans(random.Random(20261124), each=EACH, at_random=AT_RANDOM):
        life = await lives.through(port, plan)
        assert life.killed, f"ended by itself with {life.exit}, not {plan.step}"
        assert life.reached, f"never came to {plan.step}: it is gone, or citizens got no answer"
    assert {life.plan.step for life in lives.all if life.plan} == {*STEPS, RANDOM}


def _only_what_was_in_the_air(runs: Iterable[Run], lives: list[Life]) -> Counter[str]:
    """The repeated replies by the step at which the program died over them.

    Whatever was sent more than once had been taken, unknown to the program, in a life that was killed, and was claimed
    anew by each later one.
    """
    repeats: Counter[str] = Counter()
    for run in runs:
        fatal = [lives[each.life - 1] for each in run.repeats]
        assert all(life.killed for life in fatal), "sent again, though nobody died over it"
        assert len({each.life for each in run.taken}) == len(run.taken) <= run.row.attempts
        repeats.update(life.plan.step for life in fatal if life.plan)
    return repeats


def _report(lives: list[Life], ledger: Ledger, repeats: Counter[str]) -> Iterable[str]:
    kills = Counter(life.plan.step for life in lives if life.plan and life.exit == -signal.SIGKILL)
    yield (
        f"{kills.total()} kills, {len(ledger.inbox)} messages in, {len(ledger.complaints)} complaints filed: "
        f"none lost, none twice, none skipped; {len(ledger.outbox)} replies, "
        f"{repeats.total()} repeated, each of them in the air at a kill"
    )
    for step in (*STEPS, RANDOM):
        yield f"{kills[step]:6} kills {repeats[step]:5} repeated  {step}"
