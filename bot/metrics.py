"""Figures for Prometheus: what came in and how long it took, what went out, what waits and for how long."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from storage import backlog
from storage.database import Database

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)


class Metrics:
    """What this process counts, and what the database says when asked. Its methods are for whoever has the news."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self.registry = CollectorRegistry()
        self._inbound = Counter(
            "udajang_inbound", "Messages that came in.", ["channel", "verdict"], registry=self.registry
        )
        self._trouble = Counter(
            "udajang_send_trouble", "Messages that were not sent at once.", ["channel", "state"], registry=self.registry
        )
        self._intake = self._histogram("udajang_intake_seconds", "From a message's arrival until it was committed.")
        self._send = self._histogram("udajang_send_seconds", "From the time a message was due until it was sent.")
        self.registry.register(Backlog(database, clock))

    def _histogram(self, name: str, documentation: str) -> Histogram:
        return Histogram(name, documentation, ["channel"], buckets=SECONDS, registry=self.registry)

    def taken(self, channel: str, verdict: str, seconds: float) -> None:
        """The intake has decided about a message after so many seconds."""
        self._inbound.labels(channel, verdict).inc()
        self._intake.labels(channel).observe(seconds)

    def turned_away(self, channel: str) -> None:
        """The intake was too busy for a message."""
        self._inbound.labels(channel, "busy").inc()

    def sent(self, channel: str, seconds: float) -> None:
        """A message was sent so many seconds after it was due (``Hooks.on_sent``)."""
        self._send.labels(channel).observe(seconds)

    def not_sent(self, channel: str, state: str) -> None:
        """A message ended a try in another state than sent (``Hooks.on_trouble``)."""
        self._trouble.labels(channel, state).inc()


class Backlog(Collector):
    """What the database says at the moment of asking; the same in every process."""

    def __init__(self, database: Database, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._clock = clock

    def describe(self) -> Iterator[Metric]:
        """The names, without asking the database."""
        yield from self._families()

    def collect(self) -> Iterator[Metric]:
        """The names with their values."""
        with self._database.read() as session:
            counted = backlog.open_rows(session)
            oldest = backlog.oldest_due(session, now=self._clock())
        messages, waited = self._families()
        for state, count in counted.items():
            messages.add_metric([state], count)
        waited.add_metric([], oldest)
        yield messages
        yield waited

    @staticmethod
    def _families() -> tuple[GaugeMetricFamily, GaugeMetricFamily]:
        return (
            GaugeMetricFamily("udajang_outbox_messages", "Messages still to be sent.", labels=["state"]),
            GaugeMetricFamily("udajang_outbox_oldest_seconds", "How long the most overdue message has waited."),
        )
