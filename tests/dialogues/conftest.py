"""A city for each test; ``channel`` runs a dialogue on all four channels."""

from __future__ import annotations

import pytest

from storage.database import Database
from tests.city import CHANNELS, City, Person
from tests.fakes import HandClock


@pytest.fixture
def city(sqlite_database: Database, clock: HandClock) -> City:
    """Padang Panjang, with nobody in it yet."""
    return City(sqlite_database, clock)


@pytest.fixture(params=CHANNELS)
def channel(request: pytest.FixtureRequest) -> str:
    """Each channel in turn."""
    name: str = request.param
    return name


@pytest.fixture
def siti(city: City, channel: str) -> Person:
    """A citizen, on each channel in turn."""
    return city.citizen(channel, "Siti")
