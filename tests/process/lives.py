"""The lives of a program, one after the other or side by side, as the test that begins and ends them sees them."""

from __future__ import annotations

import asyncio
import itertools
import multiprocessing
import random
import signal
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

import orjson

from tests.emulators.bot_api import TOKEN
from tests.process import steps
from tests.process.life import Orders, live
from tests.process.provider import Provider

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["pytest", "tests.process.life"])
PATIENCE = 30.0  # seconds for a life to come to its step, or to end; reached only by a test that fails
RANDOM = "some moment"


@dataclass(frozen=True, slots=True)
class Plan:
    """How a life is to end: at the ``nth`` occurrence of a step, or so many seconds after its beginning."""

    step: str
    nth: int = 1
    after: float = 0.0


@dataclass(slots=True)
class Life:
    """One process. ``exit`` is its exit code, negative the signal that ended it; None while it runs."""

    number: int
    plan: Plan | None
    process: ForkServerProcess
    exit: int | None = None
    reached: bool = True

    @property
    def killed(self) -> bool:
        """Whether it was, in place of ending by itself."""
        return self.exit == -signal.SIGKILL

    def signal(self, name: signal.Signals) -> None:
        """Send it a signal."""
        if name is signal.SIGKILL:
            self.process.kill()
        else:
            self.process.terminate()

    async def ends(self, seconds: float = PATIENCE) -> bool:
        """Wait for its end; False if it does not come."""
        await asyncio.to_thread(self.process.join, seconds)
        self.exit = self.process.exitcode
        return self.exit is not None


@dataclass
class Lives:
    """Begins lives in ``folder`` on a database. ``settings`` are further variables of their environment."""

    provider: Provider
    folder: Path
    database_url: str
    settings: dict[str, str] = field(default_factory=dict)
    all: list[Life] = field(default_factory=list)

    def begin(self, port: int, plan: Plan | None = None, *, public_port: int = 0) -> Life:
        """A new process that listens on ``port``."""
        number = len(self.all) + 1
        orders = Orders(self.folder, self._environment(number, port, public_port or port))
        if plan is not None and plan.step in steps.STEPS:
            orders = Orders(orders.folder, orders.environment, plan.step, plan.nth)
        (self.folder / "config.toml").touch()
        process = FORKS.Process(target=live, args=(orders,), daemon=True)
        life = Life(number, plan, process)
        self.provider.accepting = self._deadly(life)
        process.start()
        self.all.append(life)
        return life

    async def through(self, port: int, plan: Plan) -> Life:
        """A life from its beginning to its planned end."""
        life = self.begin(port, plan)
        if plan.step == RANDOM:
            await asyncio.sleep(plan.after)
            life.signal(signal.SIGKILL)
        if not await life.ends():
            life.reached = False
            life.signal(signal.SIGKILL)
            await life.ends()
        return life

    async def close(self) -> None:
        """End whatever still runs."""
        for life in self.all:
            if life.exit is None:
                life.signal(signal.SIGKILL)
                await life.ends()
            life.process.close()

    def faults(self) -> list[str]:
        """What the lives logged as errors."""
        found = [_record(line) for line in (self.folder / "log.jsonl").read_bytes().splitlines()]
        return [str(each) for each in found if each["level"] in ("error", "critical")]

    def _deadly(self, life: Life) -> Callable[[int], None]:
        """What happens when the provider takes a message: in one kind of life, its end."""
        plan = life.plan
        if plan is None or plan.step != steps.DELIVERED:
            return lambda _: None
        times, nth = itertools.count(1), plan.nth

        def accepting(sender: int) -> None:
            if sender == life.number and next(times) == nth:
                life.signal(signal.SIGKILL)

        return accepting

    def _environment(self, number: int, port: int, public_port: int) -> dict[str, str]:
        values = {
            "DATABASE__URL": self.database_url,
            "WEB__PORT": str(port),
            "WEB__PUBLIC_URL": f"http://127.0.0.1:{public_port}",
            "TELEGRAM__MODE": "webhook",
            "TELEGRAM__TOKEN": TOKEN,
            "TELEGRAM__BASE_URL": f"{self.provider.base_url}/{number}",
            "TELEGRAM__PACE": "2000",
            "TELEGRAM__CHAT_PACE": "1000",
            "MEDIA__DIR": str(self.folder / "media"),
            "SECRET_KEY": "a key for tests and for nothing else",
            "BMKG__MODE": "off",
            "LOG__LEVEL": "warning",
            "LOG__FORMAT": "json",
            "DIALOGUE__BURST": "1000",
            "COMPLAINTS__A_DAY": "1000",
            **self.settings,
        }
        return {f"UDAJANG_{name}": value for name, value in values.items()}


def _record(line: bytes) -> dict[str, Any]:
    try:
        found: dict[str, Any] = orjson.loads(line)
    except orjson.JSONDecodeError:
        return {"level": ""}  # the process died while it was writing
    return found


def plans(rng: random.Random, *, each: int, at_random: int) -> list[Plan]:
    """Every step ``each`` times, and some random moments, in a random order."""
    once = (*steps.STARTING, *steps.STOPPING)
    planned = [Plan(step, 1 if step in once else rng.randint(1, 3)) for step in steps.STEPS for _ in range(each)]
    planned += [Plan(RANDOM, after=rng.uniform(0.05, 0.6)) for _ in range(at_random)]
    rng.shuffle(planned)
    return planned
