"""Two processes look at what is due, and one of them dies, again and again: everything happens once and not twice."""

from __future__ import annotations

import multiprocessing
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, delete, select

from handlers.complaints import service
from handlers.complaints.filing import FileComplaint
from handlers.dialogue.place import Whereabouts
from storage import timers
from storage.database import Database
from storage.models import Citizen, Clock, ClockName, Complaint, ComplaintEvent, EventKind, Kind, Outbox, Visibility
from tests.city import City
from tests.fakes import HandClock
from tests.process.sweeping import DEATHS, DIGEST, Shared, nursery

FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["pytest", "tests.process.life", "tests.process.sweeping"])
START = datetime(2026, 11, 24, 1, tzinfo=UTC)  # a Tuesday, 08.00 in Padang Panjang
CYCLES, STRIDE = 100, 9000  # so many deaths, two and a half working hours apart
COMPLAINTS, DIGESTS = 60, 100
PATIENCE = 20  # seconds; reached only by a test that fails
STAGES = ("warned", "agency", "head", "city")
READERS = {"warned": 2, "agency": 2, "head": 1, "city": 1}  # Budi and Rina, Rina, Anwar
SIGNS = {"⏰": "warned", "🔴": "agency", "🔺": "head", "🔺🔺": "city"}


class Sweepers:
    """Two processes and their time. ``replace`` kills one and begins another in its place."""

    def __init__(self, url: str) -> None:
        self.now: Shared = FORKS.RawValue("d", START.timestamp())  # without a lock that the dead would go on holding
        self._random = random.Random(20261124)
        self._orders, theirs = FORKS.Pipe()
        self._nursery = FORKS.Process(target=nursery, args=(url, self.now, theirs))
        self._nursery.start()
        self._lives = [self._begin(), self._begin()]
        self.deaths: Counter[str] = Counter()

    def _begin(self, death: str = "") -> int:
        return self._told(death)

    def _told(self, order: str | int) -> int:
        self._orders.send(order)
        assert self._orders.poll(PATIENCE)
        return int(self._orders.recv())

    def replace(self, now: datetime, quiet: Callable[[datetime], bool]) -> None:
        """It is ``now``, both look, and one dies: at a step it was told, at some moment, or when nothing is left."""
        self.now.value = now.timestamp()
        hurried, end = self._random.random() < 0.5, time.monotonic() + self._random.uniform(0, 0.1)
        while time.monotonic() < end + (0 if hurried else 0.4) and (hurried or not quiet(now)):
            time.sleep(0.005)
        victim = self._random.randrange(2)
        self.deaths["at a step" if self._told(self._lives[victim]) else "at some moment"] += 1
        self._lives[victim] = self._begin(self._random.choice(["", *DEATHS]))

    def settle(self, quiet: Callable[[], bool]) -> None:
        """Let two that are not told to die do what is left."""
        for place, life in enumerate(self._lives):
            self._told(life)
            self._lives[place] = self._begin()
        end = time.monotonic() + PATIENCE
        while not quiet():
            assert time.monotonic() < end, "there is no end of it"
            time.sleep(0.02)

    def close(self) -> None:
        """End all three."""
        for life in self._lives:
            self._told(life)
        self._nursery.kill()
        self._nursery.join()
        self._nursery.close()


@pytest.fixture
def city(postgres_database: Database) -> City:
    """A city with an officer, a head and the Sekda's desk, complaints of a morning, and timers of some weeks."""
    city = City(postgres_database, HandClock(START))
    city.officer("perkimlh", "Budi")
    city.officer("perkimlh", "Rina", role="head")
    city.officer("setda", "Anwar", role="head")
    with postgres_database.write() as session:
        session.add(Citizen(id=9000, created_at=START))
        session.flush()
        command = FileComplaint("Sampah menumpuk", Kind.COMPLAINT, "sampah", Whereabouts(), (), Visibility.PUBLIC)
        for place in range(COMPLAINTS):
            now = START + timedelta(days=place % 5, minutes=place)
            complaint, _ = service.file_complaint(
                session, command, citizen_id=9000, channel="telegram", city=city.snapshot, now=now
            )
            kept = list(ClockName)[place % 3]  # one each, so that what is told can be counted
            others = delete(Clock).where(col(Clock.complaint_id) == complaint.id, col(Clock.name) != str(kept))
            session.connection().execute(others)
        for place in range(DIGESTS):
            timers.start(session, DIGEST, place, due_at=START + timedelta(hours=7 * place))
    return city


@pytest.fixture
def sweepers(city: City, postgres_url: str) -> Iterator[Sweepers]:
    both = Sweepers(postgres_url)
    yield both
    both.close()


@pytest.mark.timeout(300)
def test_every_stage_and_every_timer_happens_once_through_a_hundred_deaths(
    city: City, sweepers: Sweepers, record_property: Callable[[str, object], None]
) -> None:
    hours = city.snapshot.hours(city.agency_id("perkimlh"))
    for cycle in range(CYCLES):
        sweepers.replace(hours.add(START, STRIDE * (cycle + 1)), lambda now: _quiet(city, now))
    assert sum(_happened(city).values()) > COMPLAINTS, "most of it happens while they die"
    sweepers.settle(lambda: _quiet(city, datetime.fromtimestamp(sweepers.now.value, UTC)))
    record_property("deaths", dict(sweepers.deaths))

    happened = _happened(city)
    assert set(happened.values()) == {1}
    expected = {(number, stage) for number in _numbers(city) for stage in STAGES}
    left_out = expected - set(happened)
    assert {stage for _, stage in left_out} <= {"warned"}, "a warning is left out if nobody looked in time, no other"
    assert set(happened) <= expected
    by_stage = Counter(stage for _, stage in happened)
    assert _told(city) == {stage: by_stage[stage] * READERS[stage] for stage in STAGES}
    assert sorted(_letters(city, DIGEST)) == sorted(f"digest {place}" for place in range(DIGESTS))
    assert sweepers.deaths["at a step"] > CYCLES / 10


def _quiet(city: City, now: datetime) -> bool:
    with city.database.read() as session:
        late = session.exec(select(Clock).where(col(Clock.next_at) <= now).limit(1)).first()
        return late is None and not timers.due(session, now=now)


def _numbers(city: City) -> list[str]:
    with city.database.read() as session:
        return [str(number) for number in session.exec(select(Complaint.number))]


def _happened(city: City) -> Counter[tuple[str, str]]:
    """How often each stage of each complaint's clock stands in the logs."""
    kinds = (EventKind.WARNED, EventKind.ESCALATED)
    with city.database.read() as session:
        query = select(Complaint.number, ComplaintEvent).join(ComplaintEvent)
        found = session.exec(query.where(col(ComplaintEvent.kind).in_(kinds))).all()
    return Counter((str(number), row.data.get("level", "warned")) for number, row in found)


def _letters(city: City, prefix: str) -> list[str]:
    with city.database.read() as session:
        found = session.exec(select(Outbox.body).where(col(Outbox.key).startswith(prefix)))
        return [str(body["text"]) for body in found]


def _told(city: City) -> Counter[str]:
    """How many were told of at each stage: a paragraph is about one complaint, or says about how many."""
    counted: Counter[str] = Counter()
    for paragraph in "\n\n".join(_letters(city, "deadlines:")).split("\n\n"):
        many = re.search(r"<b>(\d+) laporan", paragraph)
        counted[SIGNS[paragraph.split()[0]]] += int(many[1]) if many else 1
    return counted
