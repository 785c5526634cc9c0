"""The real city, read from its seed files once."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import SQLModel

from handlers.city import City, Rules, load_city
from storage import seed
from storage.database import Database

PADANG_PANJANG = Path(__file__).parents[2] / "seed" / "padang_panjang"
RULES = Rules(name="Padang Panjang", timezone=ZoneInfo("Asia/Jakarta"), languages=("id", "en", "min"))


@pytest.fixture(scope="session")
def padang_panjang(tmp_path_factory: pytest.TempPathFactory) -> City:
    """Padang Panjang as its seed files describe it."""
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('city')}/city.db")
    SQLModel.metadata.create_all(database.engine)
    seed.load(database, PADANG_PANJANG, now=datetime(2026, 11, 24, 3, tzinfo=UTC))
    with database.read() as session:
        city = load_city(session, RULES)
    database.close()
    return city
