"""What has to be there before the service starts: the tables, and a city in them. Done by whoever starts first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import structlog

from bot import clock
from bot.config import Settings
from storage import migrate, seed
from storage.database import Database

log = structlog.stdlib.get_logger(__name__)


def prepare(settings: Settings) -> None:
    """Migrate the database, and load the city's files if no city has been loaded. Raises SeedError."""
    url = settings.database.url.get_secret_value()
    if (before := migrate.current(url)) != migrate.head():
        migrate.upgrade(url)
        log.info("database migrated", before=before, after=migrate.head())
    with opened(settings) as database:
        with database.read() as session:
            empty = seed.is_empty(session)
        if empty:
            seed.load(database, settings.city.seed, now=clock.now())
            log.info("city loaded", city=settings.city.name, folder=str(settings.city.seed))


@contextmanager
def opened(settings: Settings) -> Iterator[Database]:
    """The city's database for one command, closed again afterwards."""
    database = Database(settings.database.url.get_secret_value(), pool_size=1)
    try:
        yield database
    finally:
        database.close()
