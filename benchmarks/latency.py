"""(c): from a message at the webhook to the answer at the Bot API, through a plain ``udajang run``."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import aiohttp
import orjson
import uvloop

from benchmarks import program, provider, updates
from benchmarks.measuring import family_cpu
from benchmarks.report import Part, Target, median

RATE = 50  # messages a second
SECONDS = 20  # of each round
WARM_UP = 4  # seconds before the first
FIRST = 10_000_000
PATIENCE = 5.0  # seconds for the last answers
# Telegram's own limits are not what is measured here.
FAST = {
    "UDAJANG_TELEGRAM__PACE": "1000",
    "UDAJANG_TELEGRAM__CHAT_PACE": "1000",
    "UDAJANG_BMKG__MODE": "off",
    "UDAJANG_LOG__LEVEL": "warning",
}


class Stopwatch:
    """Remembers when each person wrote, and how long the first answer took."""

    def __init__(self) -> None:
        self._wrote: dict[str, float] = {}
        self._all_answered = asyncio.Event()
        self.taken: list[float] = []

    def wrote(self, person: str) -> None:
        """Their message is on its way to the webhook."""
        self._wrote[person] = time.perf_counter()
        self._all_answered.clear()

    def seen(self, method: str, body: bytes) -> None:
        """The provider was asked to send something."""
        if method == "sendMessage":
            begun = self._wrote.pop(str(orjson.loads(body)["chat_id"]), None)
            if begun is not None:
                self.taken.append(time.perf_counter() - begun)
            if not self._wrote:
                self._all_answered.set()

    async def all_answered(self) -> None:
        """Wait for the last answers, but not for ever."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._all_answered.wait(), PATIENCE)

    @property
    def unanswered(self) -> int:
        """How many still wait."""
        return len(self._wrote)


def webhook_to_send(folder: Path, rounds: int) -> Part:
    """(c)."""
    return uvloop.run(_measure(folder, rounds))


async def _measure(folder: Path, rounds: int) -> Part:
    recorder = program.on_sqlite(folder, "c")
    scripts = updates.record(recorder)
    recorder.database.close()
    watch = Stopwatch()
    server, port = await provider.listen(watch.seen)
    address = f"http://127.0.0.1:{_free_port()}"
    process = _start(folder, f"http://127.0.0.1:{port}", address)
    try:
        async with aiohttp.ClientSession(headers={"X-Telegram-Bot-Api-Secret-Token": program.SECRET}) as session:
            await _ready(session, address)
            said = iter(updates.crowd(scripts, 64 + RATE * (WARM_UP + rounds * SECONDS) // 8, start=FIRST))
            await _drive(session, address, [next(said) for _ in range(RATE * WARM_UP)], watch)
            rows, before = [], family_cpu(process.pid)
            for _ in range(rounds):
                taken = await _drive(session, address, [next(said) for _ in range(RATE * SECONDS)], watch)
                rows.append(_percentiles(taken))
            busy = (family_cpu(process.pid) - before) / (rounds * SECONDS)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        server.close()
    return _part(rows, busy, watch.unanswered)


def _start(folder: Path, telegram: str, address: str) -> subprocess.Popen[bytes]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("UDAJANG_")}
    environment |= program.variables(f"sqlite:///{folder}/c.db", folder) | FAST
    environment |= {"UDAJANG_TELEGRAM__BASE_URL": telegram, "UDAJANG_WEB__PORT": address.rpartition(":")[2]}
    command = [str(Path(sys.executable).with_name("udajang")), "run"]
    return subprocess.Popen(command, env=environment)  # noqa: S603 - ours


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


async def _ready(session: aiohttp.ClientSession, address: str) -> None:
    for _ in range(300):
        try:
            async with session.get(f"{address}/readyz") as answer:
                if answer.status == 200:
                    return
        except aiohttp.ClientConnectionError:
            pass
        await asyncio.sleep(0.1)
    raise TimeoutError("udajang run is not ready after 30 s")


async def _drive(session: aiohttp.ClientSession, address: str, said: Sequence[bytes], watch: Stopwatch) -> list[float]:
    """Post the messages at the times of a Poisson process, whatever becomes of them; how long the answers took."""
    watch.taken = []
    chance = random.Random(42)
    at = time.perf_counter()
    posts = []
    for body in said:
        at += chance.expovariate(RATE)
        await asyncio.sleep(max(at - time.perf_counter(), 0))
        posts.append(asyncio.create_task(_post(session, address, body, watch)))
    await asyncio.gather(*posts)
    await watch.all_answered()
    return watch.taken


async def _post(session: aiohttp.ClientSession, address: str, body: bytes, watch: Stopwatch) -> None:
    update = orjson.loads(body)
    message = update.get("message") or update["callback_query"]
    watch.wrote(str(message["from"]["id"]))
    async with session.post(f"{address}/telegram", data=body) as answer:
        assert answer.status == 200, answer.status


def _percentiles(taken: Sequence[float]) -> tuple[int, float, float, float]:
    """Count, p50, p99 and the longest, in milliseconds."""
    assert taken, "nobody was answered"
    ordered = sorted(taken)
    p50, p99 = (ordered[min(int(len(ordered) * share), len(ordered) - 1)] for share in (0.5, 0.99))
    return len(ordered), p50 * 1000, p99 * 1000, ordered[-1] * 1000


def _part(rows: Sequence[tuple[int, float, float, float]], busy: float, unanswered: int) -> Part:
    middle = [median([row[place] for row in rows]) for place in range(4)]
    return Part(
        "c",
        f"Webhook to send: `udajang run` on SQLite, {RATE} messages/s from different people, {SECONDS} s a round",
        ("", "answered", "p50 ms", "p99 ms", "longest ms"),
        [*((f"round {number}", *row) for number, row in enumerate(rows, start=1)), ("median", *middle)],
        [
            "from the POST at the webhook to the first sendMessage for that person at a Bot API on loopback;",
            "arrivals are a Poisson process; telegram.pace and chat_pace are raised, else Telegram's 30/s is measured;",
            f"the program kept {100 * busy:.0f} % of one processor busy; never answered: {unanswered}",
        ],
        [
            Target("p99", middle[2], 60, " ms", most=True),
            Target("messages without an answer", unanswered, 0, most=True),
        ],
    )
