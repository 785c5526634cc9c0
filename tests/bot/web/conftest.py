"""An application around an Echo, in process and over HTTP."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from bot.web.app import create_app
from bot.web.parts import WebParts
from storage.database import Database
from tests.bot.web.echo import Echo, parts_for
from tests.bot.web.serving import Serving
from tests.fakes import HandClock


@dataclass(frozen=True)
class Town:
    """What a test may touch."""

    parts: WebParts
    echo: Echo
    clock: HandClock
    folder: Path

    def app(self) -> FastAPI:
        """A new application for these parts."""
        return create_app(self.parts)


@pytest.fixture
def town(sqlite_database: Database, tmp_path: Path, clock: HandClock) -> Town:
    """Parts for an application; nothing runs yet."""
    parts, echo = parts_for(sqlite_database, tmp_path / "media", clock.now)
    return Town(parts, echo, clock, tmp_path / "media")


@pytest.fixture
async def client(town: Town) -> AsyncIterator[httpx.AsyncClient]:
    """A client of the application, without a socket between them."""
    async with client_of(town.app()) as made:
        yield made


@pytest.fixture
def served(town: Town) -> Iterator[Serving]:
    """The application on a loopback port."""
    app = town.app()
    serving = Serving(lambda: app, town.parts.webchat)
    serving.start()
    yield serving
    serving.stop()


def client_of(app: FastAPI) -> httpx.AsyncClient:
    """A client that speaks to ``app`` directly."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://city.test")
