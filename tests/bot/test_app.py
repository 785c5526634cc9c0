"""What runs in a process depends on its roles; that the city's data is followed does not."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot import app, config, config_reading
from storage import migrate, seed
from storage.database import Database
from tests.conftest import NOW
from tests.seeding import SEED


@pytest.mark.parametrize("role", ["web", "worker"])
async def test_every_process_follows_the_citys_data(tmp_path: Path, role: str) -> None:
    migrate.upgrade(f"sqlite:///{tmp_path}/data/udajang.db")
    database = Database(f"sqlite:///{tmp_path}/data/udajang.db")
    seed.load(database, SEED, now=NOW)
    database.close()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    given = config_reading.Given(tmp_path / "config.toml", {"secret_key": "k" * 32, "web": {"port": port}}, {}, {})
    built = app.build(config.settle(given), roles=frozenset({role}))
    await built.start()
    jobs = built.scheduler.names
    await built.stop()

    assert "city" in jobs
    assert ("timers" in jobs) == (role == "worker")
    assert ("bmkg" in jobs) == (role == "worker")
