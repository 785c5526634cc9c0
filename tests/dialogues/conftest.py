"""A city for each test; ``channel`` runs a dialogue on all four channels."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from handlers.city import City as Snapshot
from storage import seed
from storage.database import Database
from tests.city import CHANNELS, City, Person, snapshot_of
from tests.conftest import NOW
from tests.fakes import HandClock
from tests.seeding import SEED


@pytest.fixture(scope="session")
def sqlite_template(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the city in it, to be copied: seeding it anew would take longer than most dialogues."""
    path = tmp_path_factory.mktemp("seeded") / "template.db"
    shutil.copy(sqlite_template, path)
    database = Database(f"sqlite:///{path}")
    seed.load(database, SEED, now=NOW)
    database.close()
    return path


@pytest.fixture(scope="session")
def snapshot(sqlite_template: Path) -> Snapshot:
    """The city as handlers know it."""
    database = Database(f"sqlite:///{sqlite_template}")
    found = snapshot_of(database)
    database.close()
    return found


@pytest.fixture
def city(sqlite_database: Database, clock: HandClock, snapshot: Snapshot) -> City:
    """Padang Panjang, with nobody in it yet."""
    return City(sqlite_database, clock, snapshot)


@pytest.fixture(params=CHANNELS)
def channel(request: pytest.FixtureRequest) -> str:
    """Each channel in turn."""
    name: str = request.param
    return name


@pytest.fixture
def siti(city: City, channel: str) -> Person:
    """A citizen, on each channel in turn."""
    return city.citizen(channel, "Siti")
