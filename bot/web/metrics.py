"""Figures for Prometheus: what came in and how long it took, what waits to be sent and for how long."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from datetime import datetime

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import Response

from storage import backlog
from storage.database import Database

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Metrics:
    """What this process counts. ``send_seconds`` is for the sender to fill."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.inbound = Counter("udajang_inbound", "Messages that came in.", ["channel", "verdict"], registry=registry)
        self.intake_seconds = Histogram(
            "udajang_intake_seconds",
            "From a message's arrival until it was committed.",
            ["channel"],
            buckets=SECONDS,
            registry=registry,
        )
        self.send_seconds = Histogram(
            "udajang_send_seconds",
            "From the time a message was due until it was sent.",
            ["channel"],
            buckets=SECONDS,
            registry=registry,
        )


class Backlog(Collector):
    """What the database says at the moment of asking; the same in every process."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def describe(self) -> Iterator[Metric]:
        """The names, without asking the database."""
        yield GaugeMetricFamily("udajang_outbox_messages", "Messages still to be sent.", labels=["state"])
        yield GaugeMetricFamily("udajang_outbox_oldest_seconds", "How long the most overdue message has waited.")

    def collect(self) -> Iterator[Metric]:
        """The names with their values."""
        with self._database.read() as session:
            counted = backlog.open_rows(session)
            oldest = backlog.oldest_due(session, now=self._clock())
        messages, waited = self.describe()
        assert isinstance(messages, GaugeMetricFamily)
        assert isinstance(waited, GaugeMetricFamily)
        for state, count in counted.items():
            messages.add_metric([state], count)
        waited.add_metric([], oldest)
        yield messages
        yield waited


async def metrics(request: Request) -> Response:
    """``GET /metrics``."""
    registry: CollectorRegistry = request.app.state.site.parts.registry
    return Response(await asyncio.to_thread(generate_latest, registry), media_type=CONTENT_TYPE_LATEST)
