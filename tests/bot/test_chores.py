"""What is due by the clock: drafts left lying, files to be fetched."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from bot.channels.base import Refused, Unavailable, Unreachable
from bot.chores import Chores
from bot.desk import Mail
from bot.fetching import Fetcher
from bot.media import Media
from handlers.messages import MediaItem
from handlers.office import Office
from storage import timers
from storage.database import Database
from storage.models import Attachment, Timer
from tests.city import City, Mailbox, Person, files
from tests.fakes import HandClock

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 200


class Provider(Mailbox):
    """A channel with files: ``holds`` are their bytes, or what goes wrong."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.holds: dict[str, bytes | Exception] = {}

    async def fetch(self, item: MediaItem) -> AsyncIterator[bytes]:
        held = self.holds[item.ref]
        if isinstance(held, Exception):
            raise held
        yield held[:100]
        yield held[100:]


@pytest.fixture
def city(database: Database, clock: HandClock) -> City:
    return City(database, clock)


@pytest.fixture
def chores(city: City) -> Chores:
    return Chores(city.desk)


def look(city: City, chores: Chores) -> int:
    for person in city.people:
        person.read = len(person.heard)
    done = chores.look_after() + chores.ring()
    city.deliver()
    return done


def test_a_draft_is_reminded_of_once_then_dropped(city: City, chores: Chores) -> None:
    siti = city.citizen("whatsapp")
    siti.says("Lampu jalan mati di Pasar Usang")
    assert look(city, chores) == 0
    city.clock.forward(hours=21)
    assert look(city, chores) == 1
    siti.hears("belum terkirim", "Lampu jalan mati")
    assert look(city, chores) == 0
    city.clock.forward(hours=60)
    assert look(city, chores) == 1
    siti.hears("kami hapus")
    city.clock.forward(hours=200)
    assert look(city, chores) == 0
    siti.says("Lampu jalan mati")

    siti.hears("tentang apa")


def test_whoever_goes_on_after_the_reminder_loses_nothing(city: City, chores: Chores) -> None:
    siti = city.citizen("telegram")
    siti.says("Lampu jalan mati di Pasar Usang")
    city.clock.forward(hours=21)
    look(city, chores)
    siti.taps("Lampu jalan")

    siti.hears("Di mana tempatnya?")


def test_a_draft_that_was_sent_needs_no_reminder(city: City, chores: Chores) -> None:
    siti = city.citizen("telegram")
    files(siti)
    city.clock.forward(hours=30)
    look(city, chores)

    assert siti.new == []


@pytest.fixture
def budi(city: City) -> Person:
    return city.officer("perkimlh", "Budi")


@pytest.fixture
def provider() -> Provider:
    return Provider("telegram")


@pytest.fixture
def fetcher(city: City, provider: Provider, tmp_path: Path) -> Fetcher:
    media = Media(tmp_path, secret_key="k" * 32, types=("image/jpeg",), max_bytes=10_000)
    return Fetcher(replace(city.desk, mail=Mail({"telegram": provider})), media)


def with_photo(city: City, ref: str = "P1") -> Person:
    siti = city.citizen("telegram")
    siti.sends(photo=ref, text="Lampu jalan mati di Pasar Usang")
    siti.taps("Lampu jalan")
    siti.says("Pasar Usang")
    siti.taps("Cukup")
    siti.taps("Umum")
    siti.taps("Kirim")
    return siti


def stored_below(folder: Path) -> list[Path]:
    return list(folder.rglob("*.jpg"))


def state(city: City) -> str:
    with city.database.read() as session:
        return session.exec(select(Attachment.state)).one()


async def test_a_photo_is_fetched_kept_and_shown_to_staff(
    city: City, fetcher: Fetcher, provider: Provider, budi: Person, tmp_path: Path
) -> None:
    with_photo(city)
    provider.holds["P1"] = JPEG
    assert await fetcher.fetch_due() == 1
    city.deliver()

    assert [path.read_bytes() for path in stored_below(tmp_path)] == [JPEG]
    assert state(city) == "stored"
    assert budi.heard[-1].media == 1
    assert await fetcher.fetch_due() == 0


async def test_a_provider_that_is_away_is_tried_again_later(
    city: City, fetcher: Fetcher, provider: Provider, budi: Person
) -> None:
    with_photo(city)
    provider.holds["P1"] = Unavailable("down")
    await fetcher.fetch_due()
    assert state(city) == "pending"
    assert await fetcher.fetch_due() == 0
    provider.holds["P1"] = JPEG
    city.clock.forward(seconds=6)
    await fetcher.fetch_due()

    assert state(city) == "stored"


async def test_a_provider_that_stays_away_is_given_up(
    city: City, fetcher: Fetcher, provider: Provider, budi: Person
) -> None:
    with_photo(city)
    provider.holds["P1"] = Unavailable("down")
    for _ in range(10):
        await fetcher.fetch_due()
        city.clock.forward(hours=5)

    assert state(city) == "gone"


@pytest.mark.parametrize(
    ("held", "ends"), [(Refused("too large"), "refused"), (Unreachable("gone"), "gone"), (b"MZ evil", "refused")]
)
async def test_what_cannot_be_had_is_said_so(
    city: City, fetcher: Fetcher, provider: Provider, budi: Person, held: bytes | Exception, ends: str
) -> None:
    with_photo(city)
    provider.holds["P1"] = held
    await fetcher.fetch_due()

    assert state(city) == ends


def test_looks_of_long_ago_are_forgotten(city: City, chores: Chores) -> None:
    """Who opened a complaint is needed for as long as words may cross, and not for ever."""
    budi = city.officer("perkimlh", "Budi")
    number = files(city.citizen("whatsapp"))
    budi.says(f"/lihat {number}")

    assert chores.tidy() == 0
    city.clock.forward(days=31)
    assert chores.tidy() == 1


def test_a_timer_that_fails_keeps_no_other_from_ringing(city: City) -> None:
    with city.database.write() as session:
        timers.start(session, "broken", 1, due_at=city.clock.now())
        timers.start(session, "whole", 2, due_at=city.clock.now() + timedelta(seconds=1))
    rung: list[int] = []
    chores = Chores(city.desk, {"broken": _fails, "whole": lambda office, thing: rung.append(thing)})
    city.clock.forward(minutes=1)

    assert chores.ring() == 1
    assert rung == [2]
    with city.database.read() as session:
        assert session.exec(select(Timer.purpose).where(Timer.purpose == "broken")).one()


def _fails(office: Office, thing: int) -> None:
    raise KeyError(thing)
