"""One running program for each module that asks for a ``town``."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from tests.emulators.bot_api_people import Person
from tests.end_to_end import towns
from tests.end_to_end.talks import AGENCY
from tests.end_to_end.towns import Town


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def town(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    """The program with Telegram by webhook and WhatsApp."""
    async with towns.running(tmp_path_factory.mktemp("town")) as town:
        yield town


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def budi(town: Town) -> Person:
    """An officer of the agency that looks after street lights, on Telegram."""
    invite = ("staff", "invite", "Budi", "--role", "operator", "--agency", AGENCY)
    said = await asyncio.to_thread(town.program.shell, *invite)
    return await town.officer("Budi", code=said.split("/masuk")[1].strip())
