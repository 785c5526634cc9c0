"""A caller may ask often, then steadily; those who have not been seen for long are forgotten."""

from __future__ import annotations

import pytest

from bot.web import limits
from bot.web.limits import Buckets
from tests.fakes import HandClock


def test_a_burst_is_served_and_then_a_steady_rate(clock: HandClock) -> None:
    buckets = Buckets(clock.now, rate=0.5, burst=2)

    assert [0, 0, 2] == [buckets.take("a") for _ in range(3)]
    clock.forward(seconds=1)
    assert 1 == buckets.take("a")
    clock.forward(seconds=1)
    assert 0 == buckets.take("a")


def test_a_bucket_never_holds_more_than_its_burst(clock: HandClock) -> None:
    buckets = Buckets(clock.now, rate=1, burst=2)
    buckets.take("a")
    clock.forward(days=1)

    assert [0, 0, 1] == [buckets.take("a") for _ in range(3)]


def test_callers_do_not_wait_for_each_other(clock: HandClock) -> None:
    buckets = Buckets(clock.now, rate=1, burst=1)

    assert [0, 0, 1] == [buckets.take(caller) for caller in "aba"]


def test_a_clock_set_back_fills_nothing(clock: HandClock) -> None:
    buckets = Buckets(clock.now, rate=1, burst=1)
    buckets.take("a")
    clock.forward(seconds=-60)

    assert 1 == buckets.take("a")


@pytest.mark.parametrize("callers", [limits.MOST_CALLERS + 1])
def test_no_more_callers_are_remembered_than_memory_is_meant_for(clock: HandClock, callers: int) -> None:
    buckets = Buckets(clock.now, rate=1, burst=1)
    for caller in range(callers):
        buckets.take(str(caller))

    assert limits.MOST_CALLERS == len(buckets._seen)
    assert 0 == buckets.take("0")
