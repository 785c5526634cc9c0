"""Time that passes, and what people hear from then on."""

from __future__ import annotations

from datetime import timedelta

from bot.chores import Chores
from tests.city import City, Person


def pass_time(city: City, **time: float) -> None:
    """Let the clock go on, and what is due by then be done."""
    city.clock.forward(timedelta(**time))
    chores = Chores(city.desk)
    while chores.ring():
        pass
    city.deliver()


def unread(*people: Person) -> None:
    """From here on only what is new counts as heard."""
    for person in people:
        person.read = len(person.heard)
