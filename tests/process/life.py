"""One life of the program: a process that runs the real thing and dies where it is told.

Processes are forked from one that has imported everything, so that a life begins in a tenth of a second.
"""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass
from pathlib import Path

from bot import app, config, logs
from handlers.texts import Texts
from tests.process import steps

Texts()  # read before the fork


@dataclass(frozen=True, slots=True)
class Orders:
    """What a life is to be: its settings, and at which occurrence of which step it ends."""

    folder: Path
    environment: dict[str, str]
    step: str = ""
    nth: int = 1

    @property
    def log(self) -> Path:
        """Where the lives of a test write their logs."""
        return self.folder / "log.jsonl"


def live(orders: Orders) -> None:
    """What the process does: ``udajang run``, on a database that is there."""
    os.environ.update(orders.environment)
    settings = config.load(orders.folder / "config.toml")
    with orders.log.open("a", encoding="utf-8") as stream:
        logs.configure(settings, stream=stream)
        built = app.build(settings, roles=frozenset({"web", "worker"}))
        if orders.step:
            steps.arm(built, orders.step, orders.nth)
        asyncio.run(built.run())
