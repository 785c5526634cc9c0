"""Once a night it is asked who is still in the agencies' groups; whoever was never in one has not left it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlmodel import col, select

from bot.channels.base import Throttled
from bot.membership import NightlyCheck
from storage.models import Staff
from tests.city import GROUP, City, Person
from tests.fakes import HandClock

NIGHT = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)  # three o'clock in Padang Panjang


class Register:
    """A provider that knows who is in the group. Without an answer in ``inside`` it does not know the person."""

    def __init__(self) -> None:
        self.inside: dict[str, bool | Exception] = {}
        self.asked: list[tuple[str, str]] = []

    async def is_member(self, group: str, person: str) -> bool | None:
        """As told."""
        self.asked.append((group, person))
        answer = self.inside.get(person)
        if isinstance(answer, Exception):
            raise answer
        return answer


@pytest.fixture(autouse=True)
def night(clock: HandClock) -> None:
    """It is three in the morning."""
    clock.forward(NIGHT - clock.now())


@pytest.fixture
def budi(city: City) -> Person:
    """An operator whose agency has a group."""
    officer = city.officer("perkimlh", "Budi")
    there = officer.in_group()
    there.says("/grup")
    return officer


def ended(city: City) -> list[str]:
    with city.database.read() as session:
        return list(session.exec(select(Staff.name).where(col(Staff.ended_at).is_not(None))).all())


async def ask(city: City, register: Register) -> None:
    await NightlyCheck(city.desk, "telegram", register, pause=0).look()


async def test_whoever_was_seen_and_is_gone_has_no_rights_any_more(city: City, budi: Person) -> None:
    register = Register()
    register.inside = {budi.address: True}
    await ask(city, register)
    assert ended(city) == []
    city.clock.forward(days=1)
    register.inside = {budi.address: False}
    await ask(city, register)
    city.deliver()

    assert ended(city) == ["Budi"]


async def test_whoever_was_never_in_the_group_keeps_their_rights(city: City, budi: Person) -> None:
    register = Register()
    register.inside = {budi.address: False}
    await ask(city, register)

    assert (ended(city), register.asked) == ([], [(GROUP, budi.address)])


@pytest.mark.parametrize("answer", [None, Throttled(0)])
async def test_what_the_provider_cannot_tell_changes_nothing(
    city: City, budi: Person, answer: Exception | None
) -> None:
    register = Register()
    register.inside = {budi.address: True}
    await ask(city, register)
    city.clock.forward(days=1)
    register.inside = {budi.address: answer} if answer else {}
    await ask(city, register)

    assert ended(city) == []


async def test_it_is_asked_once_a_night_by_whoever_looks_first(city: City, budi: Person) -> None:
    one, other = Register(), Register()
    await ask(city, one)
    await ask(city, other)
    city.clock.forward(hours=23)  # two in the morning
    await ask(city, other)

    assert (len(one.asked), len(other.asked)) == (1, 1)


async def test_before_two_in_the_morning_nobody_is_asked(city: City, budi: Person) -> None:
    register = Register()
    city.clock.forward(hours=22)
    await ask(city, register)

    assert register.asked == []
