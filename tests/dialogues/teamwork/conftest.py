"""Three colleagues of one agency, and a citizen."""

from __future__ import annotations

import pytest

from tests.city import City, Person


@pytest.fixture
def siti(city: City) -> Person:
    """A citizen; how her words travel is tested elsewhere."""
    return city.citizen("telegram", "Siti")


@pytest.fixture
def ani(city: City) -> Person:
    """An operator of the agency that looks after street lights."""
    return city.officer("perkimlh", "Ani Wijaya")


@pytest.fixture
def budi(city: City) -> Person:
    """Her colleague."""
    return city.officer("perkimlh", "Budi Santoso")


@pytest.fixture
def hera(city: City) -> Person:
    """Their head."""
    return city.officer("perkimlh", "Hera", "head")
