"""Time spent: on the wall, and by the processors for this process and, where it matters, for a server of ours."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")  # processor time in /proc is counted in these


@dataclass
class Spent:
    """Seconds spent on ``count`` messages."""

    count: int
    wall: float = 0.0
    cpu: float = 0.0

    @property
    def per_second(self) -> float:
        """Messages in a second on the wall."""
        return self.count / self.wall

    @property
    def per_cpu_second(self) -> float:
        """Messages for each second of a processor."""
        return self.count / self.cpu

    @property
    def cpu_us(self) -> float:
        """Microseconds of a processor for each message."""
        return self.cpu / self.count * 1e6


@dataclass
class Rounds:
    """The same thing measured again and again."""

    name: str
    spent: list[Spent] = field(default_factory=list)

    @property
    def per_second(self) -> list[float]:
        """Of each round."""
        return [spent.per_second for spent in self.spent]

    @property
    def per_cpu_second(self) -> list[float]:
        """Of each round."""
        return [spent.per_cpu_second for spent in self.spent]

    @property
    def cpu_us(self) -> list[float]:
        """Of each round."""
        return [spent.cpu_us for spent in self.spent]


@contextmanager
def measured(count: int, *, server: int | None = None) -> Iterator[Spent]:
    """Measure the block. ``server`` is the id of a process whose children's time is counted too."""
    gc.collect()
    spent = Spent(count)
    wall, cpu = time.perf_counter(), _cpu(server)
    yield spent
    spent.wall, spent.cpu = time.perf_counter() - wall, _cpu(server) - cpu


class Neighbours:
    """How much of the processors other programs use while we measure: what to think of the figures."""

    def __init__(self) -> None:
        self._all, self._ours, self._wall = _everybody(), _ours(), time.perf_counter()

    def share(self) -> float:
        """Of all processors, from 0 to 1. Servers that are no children of ours are counted as neighbours."""
        wall = (time.perf_counter() - self._wall) * (os.cpu_count() or 1)
        return max((_everybody() - self._all) - (_ours() - self._ours), 0.0) / wall


def _everybody() -> float:
    user, nice, system, _idle, _waiting, irq, softirq = Path("/proc/stat").read_text().split()[1:8]
    return sum(map(int, (user, nice, system, irq, softirq))) / TICK


def _ours() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _cpu(server: int | None) -> float:
    return time.process_time() + (family_cpu(server) if server else 0.0)


def family_cpu(process: int) -> float:
    """Processor seconds of a process and its children, those that have ended as well (Linux)."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return sum(_ticks(pid) for pid in [str(process), *children]) / TICK


def _ticks(process: str) -> int:
    try:
        after_name = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return 0
    return sum(int(value) for value in after_name[11:15])  # utime, stime, and those of children that ended
