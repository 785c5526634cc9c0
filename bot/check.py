"""``udajang check``: looks at each part the service stands on and says in a line how it is and how to mend it.

Nothing is changed, and no secret is shown. Providers are asked only about channels that are switched on.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from sqlalchemy import func
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, select

from bot import config, config_reading
from bot.config import Settings
from handlers.info import bmkg
from storage import bulletins, migrate
from storage.database import Database
from storage.models import Agency, Area, Category

LOW_DISK = 2 * 2**30  # bytes: some thousand photos
NO_DISK = 200 * 2**20  # bytes: SQLite needs room to write at all


class Level(StrEnum):
    """How a part is: a warning can wait, a fault cannot."""

    OK = "ok"
    OFF = "off"
    WARNING = "warning"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Finding:
    """How one part is. ``mend`` is what to do about it, empty when there is nothing to do."""

    part: str
    level: Level
    message: str
    mend: str = ""


def local(settings: Settings, given: config_reading.Given) -> Iterator[Finding]:
    """What can be found without asking anybody outside."""
    yield Finding("config", Level.OK, f"{given.path} and {_variables(given)} UDAJANG_* variables")
    yield _environment(settings)
    yield _secrets(settings, given)
    yield from _database(settings)
    yield _media(settings.media.dir)
    yield _disk(settings.media.dir)
    yield _public_url(settings)


def _variables(given: config_reading.Given) -> int:
    return sum(name.startswith("UDAJANG_") for name in given.environ)


def _environment(settings: Settings) -> Finding:
    if settings.production:
        return Finding("environment", Level.OK, "production")
    mend = 'set environment = "production" before citizens are served'
    return Finding("environment", Level.OK, "development: anybody on this machine may act as staff", mend)


def _secrets(settings: Settings, given: config_reading.Given) -> Finding:
    if given.where("secret_key").startswith("environment"):
        return Finding("secrets", Level.OK, "secret_key is set in the environment")
    path = given.path.absolute().parent / config.SECRET_KEY_FILE
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        return Finding("secrets", Level.FAULT, f"{path} can be read by others", f"run: chmod 600 {path}")
    return Finding("secrets", Level.OK, f"secret_key was generated and is kept in {path}")


def _database(settings: Settings) -> Iterator[Finding]:
    url = settings.database.url.get_secret_value()
    shown = make_url(url).render_as_string()
    file = make_url(url).database
    if url.startswith("sqlite") and file and not Path(file).exists():
        yield Finding("database", Level.WARNING, f"{shown} is not there yet", "run: udajang migrate (or udajang run)")
        return
    try:
        revision = migrate.current(url)
    except OperationalError as error:
        yield Finding("database", Level.FAULT, f"{shown}: {str(error.orig).splitlines()[0]}", "see database.url")
        return
    if revision != migrate.head():
        message = f"{shown} is at revision {revision or 'none'}, this program needs {migrate.head()}"
        yield Finding("database", Level.FAULT, message, "run: udajang migrate")
        return
    yield Finding("database", Level.OK, f"{shown} at revision {revision}")
    yield _seed(url, {*settings.complaints.secret_agencies, settings.complaints.fallback_agency})
    yield _bmkg(settings, url)


def _seed(url: str, named: set[str]) -> Finding:
    """Whether a city is there, and in it every agency that the settings have ``named``."""
    database = Database(url, pool_size=1)
    try:
        with database.read() as session:
            counts = {model.__name__: _count(session, model) for model in (Agency, Category, Area)}
            there = set(session.exec(select(Agency.code)))
    finally:
        database.close()
    message = f"{counts['Agency']} agencies, {counts['Category']} categories, {counts['Area']} areas"
    if min(counts.values()) == 0:
        return Finding("seed", Level.WARNING, message, "run: udajang seed seed/padang_panjang (or udajang run)")
    if missing := sorted(named - there):
        mend = "write the code of an agency there is into complaints.secret_agencies or complaints.fallback_agency"
        return Finding("seed", Level.FAULT, f"no agency is called {', '.join(missing)}", mend)
    return Finding("seed", Level.OK, message)


def _bmkg(settings: Settings, url: str) -> Finding:
    """Whether BMKG's documents come; nothing is asked of BMKG here."""
    if settings.bmkg.mode == "off":
        return Finding("bmkg", Level.OFF, 'bmkg.mode is "off"')
    database = Database(url, pool_size=1)
    try:
        with database.read() as session:
            attempts = bulletins.attempts(session, bmkg.ALL)
    finally:
        database.close()
    came = [attempt.fetched_at for attempt in attempts if attempt.fetched_at is not None]
    failing = [attempt for attempt in attempts if attempt.error]
    message = f"{len(came)} documents, the newest of {max(came):%Y-%m-%d %H:%M} UTC" if came else "no document came yet"
    if failing:
        message += f"; {len(failing)} not to be had, such as {failing[0].name}: {failing[0].error}"
        mend = "see whether this machine may go out to bmkg.quakes_url and bmkg.weather_url"
        return Finding("bmkg", Level.WARNING, message, mend)
    return Finding("bmkg", Level.OK, message, "" if came else "udajang run, or a worker, fetches them")


def _count(session: Session, model: type[Agency | Category | Area]) -> int:
    return session.exec(select(func.count()).select_from(model)).one()


def _existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if path.exists())


def _media(folder: Path) -> Finding:
    there = _existing(folder)
    if there.is_dir() and os.access(there, os.W_OK):
        return Finding("media", Level.OK, f"{folder} can be written to")
    mend = "give it to the user who runs udajang, or change media.dir"
    return Finding("media", Level.FAULT, f"{folder} cannot be written to", mend)


def _disk(folder: Path) -> Finding:
    free = shutil.disk_usage(_existing(folder)).free
    level = Level.FAULT if free < NO_DISK else Level.WARNING if free < LOW_DISK else Level.OK
    mend = "" if level is Level.OK else f"make room where {folder} is"
    return Finding("disk", level, f"{free / 2**30:.1f} GiB free", mend)


def _public_url(settings: Settings) -> Finding:
    url = settings.web.public_url
    if settings.telegram.mode == "webhook" and not url.startswith("https://") and _real(settings.telegram.base_url):
        mend = 'set web.public_url to the https:// address of this machine, or telegram.mode = "polling"'
        return Finding("public_url", Level.FAULT, f"{url}: Telegram calls webhooks by https only", mend)
    return Finding("public_url", Level.OK, url)


def _real(base_url: str) -> bool:
    return base_url.startswith("https://")
