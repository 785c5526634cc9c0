"""``udajang …`` as an operator starts it: the shipped config.toml in a folder of its own, the rest by environment.

``Program(folder, UDAJANG_TELEGRAM__MODE="polling", …)`` is a set-up; ``start`` returns once it answers, ``stop`` once
it has ended as it should. Both wait, so a test with an event loop calls them by ``asyncio.to_thread``.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from sqlmodel import Session

from bot import clock
from handlers.staff import roster
from storage.database import Database
from tests import open_city
from tests.bot.web.serving import free_port

Row = TypeVar("Row")

ROOT = Path(__file__).parent.parent.parent
UDAJANG = Path(sys.executable).with_name("udajang")
PATIENCE = 30.0  # seconds for a start on a machine under load
GRACE = 10.0  # seconds in which a stop has to be done


class Process:
    """One running ``udajang`` command and what it logs."""

    def __init__(self, command: Sequence[str], folder: Path, environ: dict[str, str]) -> None:
        self._name = " ".join(command)
        self._path = folder / f"{command[0]}.log"
        self._file = self._path.open("ab")
        self._popen = subprocess.Popen(
            [str(UDAJANG), *command], cwd=folder, env=environ, stdout=self._file, stderr=self._file
        )

    @property
    def log(self) -> str:
        """Everything logged so far."""
        return self._path.read_text("utf-8")

    def says(self, words: str) -> None:
        """Return once ``words`` are in the log."""
        self.wait(lambda: words in self.log)

    def wait(self, ready: Callable[[], bool]) -> None:
        """Return once it is ``ready``; fails if it ends or takes too long."""
        deadline = time.monotonic() + PATIENCE
        while not ready():
            assert self._popen.poll() is None, f"{self._name} has ended: {self.log}"
            assert time.monotonic() < deadline, f"{self._name} does not get ready: {self.log}"
            time.sleep(0.02)

    def stop(self) -> None:
        """Ask it to end, as systemd would; it has to do so in time, well, and without a traceback in its log."""
        self._popen.send_signal(signal.SIGTERM)
        try:
            code = self._popen.wait(GRACE)
        finally:
            self._popen.kill()
            self._popen.wait()
            self._file.close()
        assert code == 0, f"{self._name} ended with {code}: {self.log}"
        assert "Traceback" not in self.log, self.log


class Program:
    """A set-up: a folder with config.toml, and the environment variables that differ from it."""

    def __init__(self, folder: Path, **variables: str) -> None:
        self.folder = folder
        self.url = f"http://127.0.0.1:{free_port()}"
        shutil.copy(ROOT / "config.toml", folder)
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("UDAJANG_")}
        own = {
            "UDAJANG_DIALOGUE__BURST": "1000",  # people in tests type faster than any human
            "UDAJANG_BMKG__MODE": "off",  # tests keep off the network
            "UDAJANG_CITY__SEED": str(open_city.seed(folder)),
            "UDAJANG_WEB__PORT": self.url.rpartition(":")[2],
        }
        self.environ = inherited | own | variables
        if "UDAJANG_DATABASE__URL" not in variables:
            open_city.place(folder)
        self._processes: list[Process] = []
        self._database: Database | None = None

    def start(self, command: str = "run") -> Process:
        """Run a command that serves, and return once it does."""
        process = Process([command], self.folder, self.environ)
        self._processes.append(process)
        process.wait(self.ready if command in ("run", "web") else lambda: bool(process.log))
        return process

    def ready(self) -> bool:
        """Whether it says that it is."""
        try:
            with urllib.request.urlopen(f"{self.url}/readyz", timeout=5) as answer:  # noqa: S310 - our own address
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    def stop(self) -> None:
        """End everything that was started."""
        if self._database is not None:
            self._database.close()
            self._database = None
        while self._processes:
            self._processes.pop(0).stop()

    @property
    def log(self) -> str:
        """What every process has logged."""
        return "".join(path.read_text("utf-8") for path in sorted(self.folder.glob("*.log")))

    def errors(self) -> list[str]:
        """Log lines at level error or worse."""
        lines = [json.loads(line) for line in self.log.splitlines() if line.startswith("{")]
        return [str(line) for line in lines if line.get("level") in ("error", "critical")]

    def shell(self, *arguments: str, typed: str = "") -> str:
        """What another ``udajang`` command says, which has to end well."""
        done = subprocess.run(
            [str(UDAJANG), *arguments],
            cwd=self.folder, env=self.environ, input=typed, capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert (0, "") == (done.returncode, done.stderr)
        return done.stdout

    def invite(self, name: str, *, agency: str) -> str:
        """The code of an invitation, made in the database as ``udajang staff invite`` makes it."""
        with self.database.write() as session:
            return roster.invite(session, name=name, role="operator", agency_code=agency, now=clock.now())

    @property
    def database(self) -> Database:
        """The program's database, opened by the test as a second process."""
        if self._database is None:
            url = self.environ.get("UDAJANG_DATABASE__URL", f"sqlite:///{self.folder}/data/udajang.db")
            self._database = Database(url, pool_size=1)
        return self._database

    def facts(self, query: Any) -> list[Any]:
        """The rows a query finds."""
        with self.database.read() as session:
            return list(session.exec(query).all())

    def change(self, statement: Any) -> None:
        """Change rows behind the program's back, as time does."""
        with self.database.write() as session:
            _execute(session, statement)


def _execute(session: Session, statement: Any) -> None:
    session.exec(statement)
