"""Whoever watches the service learns whether it lives, what keeps it from working, and how much it does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import httpx
import pytest

from bot.web.app import create_app
from handlers.messages import Outgoing
from storage.models import Outbox, OutboxState
from tests.bot.web.conftest import Town, client_of
from tests.bot.web.speaking import say, session


@pytest.fixture
def conditions() -> dict[str, str]:
    """What the composition root says of its parts."""
    return {"schema": "", "sender": ""}


@pytest.fixture
async def client(town: Town, conditions: dict[str, str]) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(create_app(replace(town.parts, ready=lambda: conditions))) as made:
        yield made


def leave_due(town: Town) -> None:
    """A message that is due now and not sent."""
    outbox_id = town.echo.write("a" * 32, Outgoing("Halo"))
    with town.parts.database.write() as session:
        session.get_one(Outbox, outbox_id).state = OutboxState.QUEUED


async def test_a_living_process_says_so(client: httpx.AsyncClient) -> None:
    assert {"alive": True} == (await client.get("/healthz")).json()


async def test_a_service_in_order_is_ready(client: httpx.AsyncClient) -> None:
    answer = await client.get("/readyz")

    assert 200 == answer.status_code
    assert {
        "ready": True,
        "conditions": {"database": "ok", "backlog": "ok", "schema": "ok", "sender": "ok"},
    } == answer.json()


async def test_one_unmet_condition_is_named(client: httpx.AsyncClient, conditions: dict[str, str]) -> None:
    conditions["sender"] = "not running"

    answer = await client.get("/readyz")

    assert (503, False) == (answer.status_code, answer.json()["ready"])
    assert "not running" == answer.json()["conditions"]["sender"]


async def test_old_unsent_messages_are_a_reason_not_to_be_ready(client: httpx.AsyncClient, town: Town) -> None:
    leave_due(town)
    town.clock.forward(timedelta(minutes=11))

    answer = await client.get("/readyz")

    assert (503, "oldest message due 660 s ago") == (answer.status_code, answer.json()["conditions"]["backlog"])


async def test_without_its_tables_the_service_is_not_ready(client: httpx.AsyncClient, town: Town) -> None:
    with town.parts.database.write() as session:
        session.connection().exec_driver_sql("DROP TABLE outbox_part")
        session.connection().exec_driver_sql("DROP TABLE outbox")

    answer = await client.get("/readyz")

    assert (503, "OperationalError") == (answer.status_code, answer.json()["conditions"]["database"])


async def test_figures_tell_what_came_in_and_what_waits(client: httpx.AsyncClient, town: Town) -> None:
    who = await session(client)
    town.echo.busy = 1
    for _ in range(3):
        await say(client, who, text="x")
    leave_due(town)
    town.clock.forward(timedelta(seconds=42))
    town.parts.metrics.sent("telegram", 0.2)
    town.parts.metrics.not_sent("telegram", "retry")

    figures = (await client.get("/metrics")).text

    assert 'udajang_inbound_total{channel="webchat",verdict="handled"} 2.0' in figures
    assert 'udajang_inbound_total{channel="webchat",verdict="busy"} 1.0' in figures
    assert 'udajang_intake_seconds_count{channel="webchat"} 2.0' in figures
    assert 'udajang_outbox_messages{state="queued"} 1.0' in figures
    assert "udajang_outbox_oldest_seconds 42.0" in figures
    assert 'udajang_send_seconds_bucket{channel="telegram",le="0.25"} 1.0' in figures
    assert 'udajang_send_trouble_total{channel="telegram",state="retry"} 1.0' in figures
