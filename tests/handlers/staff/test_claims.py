"""Whatever happens at the same moment, a complaint is one colleague's."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial

import pytest

from bot.chores import Chores
from storage import timers
from storage.database import Database
from tests.city import City, Person, files
from tests.fakes import HandClock

ROUNDS = 5


@pytest.fixture(scope="module")
def colleagues() -> int:
    """How many reach for the same complaint."""
    return 4


@pytest.fixture
def city(postgres_database: Database, clock: HandClock) -> City:
    """The city on PostgreSQL, where transactions run side by side."""
    return City(postgres_database, clock)


def at_once(acts: Sequence[Callable[[], object]]) -> None:
    """Do all of it in threads of their own, which start together."""
    start = threading.Barrier(len(acts))
    failed: list[BaseException] = []

    def run(act: Callable[[], object]) -> None:
        start.wait()
        try:
            act()
        except BaseException as error:  # noqa: BLE001 - told by the test below
            failed.append(error)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [repr(error.__cause__ or error) for error in failed] == []


def test_of_taps_at_the_same_moment_one_wins(city: City, colleagues: int) -> None:
    siti = city.citizen("telegram")
    officers = [city.officer("perkimlh", f"Petugas{name}") for name in "ABCD"[:colleagues]]
    for _ in range(ROUNDS):
        number = files(siti)
        taps = [officer.inbound(text=f"/ambil {number}") for officer in officers]
        at_once([partial(city.receiver.receive, [tap]) for tap in taps])
        for officer in officers:
            officer.read = len(officer.heard)
        city.deliver()
        told = [told_of(officer, number) for officer in officers]

        assert city.events(number) == ["filed", "taken"]
        assert sorted(told) == ["refused"] * (colleagues - 1) + ["won"]


def told_of(officer: Person, number: str) -> str:
    """What the officer was told of their tap on the complaint."""
    said = "\n".join(message.text for message in officer.new if number in message)
    return "won" if "sekarang Anda tangani" in said else "refused" if "sudah diambil" in said else said


def test_a_claim_lapses_once_however_many_look(city: City) -> None:
    siti, ani = city.citizen("telegram"), city.officer("perkimlh", "Ani")
    number = files(siti)
    ani.says(f"/ambil {number}")
    city.clock.forward(minutes=15)
    at_once([Chores(city.desk).ring] * 3)
    ani.read = len(ani.heard)
    city.deliver()

    assert city.events(number) == ["filed", "taken", "released"]
    assert len(ani.new) == 1


def test_an_act_at_the_last_moment_keeps_the_claim_or_finds_it_gone(city: City) -> None:
    siti, ani = city.citizen("telegram"), city.officer("perkimlh", "Ani")
    for _ in range(ROUNDS):
        number = files(siti)
        ani.says(f"/ambil {number}")
        city.clock.forward(minutes=15)
        act = ani.inbound(text=f"/proses {number}")
        at_once([Chores(city.desk).ring, partial(city.receiver.receive, [act])])
        row = city.complaints()[-1]

        assert row.status == "processing"
        assert row.assignee_id is not None
        assert row.claimed_until is None
        with city.database.read() as session:
            assert timers.due(session, now=city.clock.now()) == []


def test_two_taps_in_one_transaction_are_two_taps(city: City) -> None:
    """Messages are taken together; the second must see what the first has done."""
    siti, ani, budi = city.citizen("telegram"), city.officer("perkimlh", "Ani"), city.officer("perkimlh", "Budi")
    number = files(siti)
    taps = [each.inbound(text=f"/{word} {number}") for each, word in ((budi, "lihat"), (ani, "ambil"), (budi, "ambil"))]
    city.receive(*taps)

    assert city.events(number) == ["filed", "taken"]
    assert told_of(budi, number) == "refused"
