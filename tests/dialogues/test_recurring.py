"""The same trouble at the same place again and again is told to the head of the agency, once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.chores import Chores
from tests.city import City, Person
from tests.dialogues.test_similar import filed_at, moved


@pytest.fixture
def head(city: City) -> Person:
    """The head of the agency that looks after street lights, in a city where three are too many."""
    city.snapshot = replace(city.snapshot, rules=replace(city.snapshot.rules, recurring_count=3))
    return city.officer("perkimlh", "Rina", "head")


def files_there(city: City, times: int, metres: float = 0, visibility: str = "Umum") -> list[str]:
    """So many complaints about the same at one place, a day apart, and what is due after each."""
    numbers = []
    for _ in range(times):
        numbers.append(filed_at(city.citizen("telegram", "Ani"), moved(metres), visibility))
        city.clock.forward(days=1)
        Chores(city.desk).ring()
        city.deliver()
    return numbers


def flags(head: Person) -> list[str]:
    return [message.text for message in head.heard if "Masalah berulang" in message]


def test_the_head_is_told_once_with_the_list_and_a_suggestion(city: City, head: Person) -> None:
    numbers = files_there(city, 2)
    assert not flags(head)
    numbers += files_there(city, 1)
    (flag,) = flags(head)
    assert all(number in flag for number in numbers)
    assert f"jadikan {numbers[0]} laporan induk" in flag
    assert "3 laporan di tempat yang sama dalam 90 hari" in flag
    head.taps(f"{numbers[2]} ke {numbers[0]}")
    head.hears(f"{numbers[2]} digabung ke {numbers[0]}")
    files_there(city, 2)

    assert len(flags(head)) == 1


def test_another_place_is_another_trouble(city: City, head: Person) -> None:
    files_there(city, 2)
    files_there(city, 2, metres=1000)
    assert not flags(head)
    files_there(city, 1, metres=1000)
    files_there(city, 1)

    assert len(flags(head)) == 2


def test_what_was_long_ago_does_not_count_and_after_the_time_it_is_told_again(city: City, head: Person) -> None:
    files_there(city, 2)
    city.clock.forward(days=90)
    files_there(city, 2)
    assert not flags(head)
    files_there(city, 1)
    city.clock.forward(days=90)
    files_there(city, 3)

    assert len(flags(head)) == 2


def test_secret_complaints_are_never_counted(city: City, head: Person) -> None:
    files_there(city, 2)
    files_there(city, 2, visibility="Rahasia")

    assert not flags(head)


def test_without_a_head_the_agency_is_told(city: City) -> None:
    city.snapshot = replace(city.snapshot, rules=replace(city.snapshot.rules, recurring_count=2))
    budi = city.officer("perkimlh", "Budi")
    files_there(city, 2)

    assert len(flags(budi)) == 1
