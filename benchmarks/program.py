"""The program under test, put together as in production on a database made for the occasion."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlmodel import col, select

from benchmarks import updates
from bot import app, clock, config, first_start, logs
from bot.app import App
from bot.channels import telegram_parse
from handlers.staff import roster
from storage.database import normalise
from storage.models import Agency
from tests import open_city, postgres

TOKEN = "123456:nobody-has-this-token"  # noqa: S105 - nobody's
SECRET = "for-measuring-only"  # noqa: S105 - nobody's
OFFICERS = 900_000_000  # their Telegram ids start here


def variables(url: str, folder: Path) -> dict[str, str]:
    """What the program is told: where its data is, and that it has a Telegram bot with a webhook."""
    return {
        "UDAJANG_CITY__SEED": str(open_city.seed(folder)),  # figures must not depend on the hour
        "UDAJANG_DIALOGUE__BURST": "1000",  # nor on how fast people say what takes them minutes
        "UDAJANG_DATABASE__URL": url,
        "UDAJANG_MEDIA__DIR": str(folder / "media"),
        "UDAJANG_SECRET_KEY": "b" * 32,
        "UDAJANG_TELEGRAM__MODE": "webhook",
        "UDAJANG_TELEGRAM__TOKEN": TOKEN,
        "UDAJANG_TELEGRAM__WEBHOOK_SECRET": SECRET,
        "UDAJANG_LOG__LEVEL": "error",
    }


def assembled(url: str, folder: Path) -> App:
    """The program on that database, migrated, with the city in it; nothing is started."""
    os.environ.update(variables(url, folder))
    settings = config.load()
    logs.configure(settings)
    first_start.prepare(settings)
    return app.build(settings, roles=frozenset({"web"}))


def staff_up(program: App) -> None:
    """An operator for every agency, so that each complaint filed makes a card for somebody."""
    with program.database.read() as session:
        codes = session.exec(select(Agency.code).order_by(col(Agency.id))).all()
    for number, code in enumerate(codes, start=OFFICERS):
        with program.database.write() as session:
            word = roster.invite(session, name=f"Petugas {number}", role="operator", agency_code=code, now=clock.now())
        inbound = telegram_parse.parse(updates.words(number, number, f"/masuk {word}"))
        assert inbound is not None
        program.receiver.receive([inbound])


def template(folder: Path) -> Path:
    """An SQLite file with tables, the city's seed and its staff, to be copied."""
    path = folder / "template.db"
    if not path.exists():
        program = assembled(f"sqlite:///{path}", folder)
        staff_up(program)
        program.database.close()
    return path


def on_sqlite(folder: Path, name: str, source: Path | None = None) -> App:
    """The program on a copy of ``source``, by default a city to which nobody has written yet."""
    path = folder / f"{name}.db"
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    shutil.copyfile(source or template(folder), path)
    with path.open("rb") as copied:
        os.fsync(copied.fileno())  # else what is measured waits for the disk to take in the copy
    return assembled(f"sqlite:///{path}", folder)


class Postgres:
    """A PostgreSQL server for this run, which waits for its disk as in production."""

    def __init__(self) -> None:
        self._url = postgres.start(f"bench-{os.getpid()}")
        # Tests switch fsync off, for speed; what is measured here has to survive a power cut.
        postgres.execute(self._url, "ALTER SYSTEM RESET ALL", "SELECT pg_reload_conf()")

    @property
    def process(self) -> int | None:
        """The id of the server's process; None where it runs elsewhere."""
        host = make_url(self._url).query.get("host")
        file = Path(str(host)) / "postmaster.pid"
        return int(file.read_text().split()[0]) if host and file.exists() else None

    def create(self, name: str) -> str:
        """The URL of a new database with nothing in it."""
        postgres.execute(self._url, f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}")
        return make_url(normalise(self._url)).set(database=name).render_as_string(hide_password=False)

    def program(self, folder: Path, name: str) -> App:
        """The program on a new database."""
        program = assembled(self.create(name), folder)
        staff_up(program)
        return program
