"""Who is on duty at any minute follows from the shifts, over midnight, holidays and days of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.staff import shifts
from storage.models import Duty

ZONE = ZoneInfo("Asia/Jakarta")
MONDAY = date(2026, 11, 23)
HOLIDAY = date(2026, 11, 25)  # let this Wednesday be one
DAY = 24 * 60


def is_working(day: date) -> bool:
    return day.weekday() < 5 and day != HOLIDAY


def duty(number: int, start: int, end: int, **when: object) -> Duty:
    return Duty.model_validate({"id": number, "agency_id": 1, "staff_id": number, "start": start, "end": end, **when})


def local(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time(), tzinfo=ZONE) + timedelta(minutes=minutes)


def on(roster: Sequence[Duty], moment: datetime) -> list[int | None]:
    return [watch.shift.id for watch in shifts.at(roster, moment.astimezone(UTC), zone=ZONE, is_working=is_working)]


def test_a_shift_over_midnight_lasts_into_the_next_day() -> None:
    night = duty(1, 16 * 60, 8 * 60, weekday=0)

    assert on([night], local(MONDAY, 16 * 60 - 1)) == []
    assert on([night], local(MONDAY, 16 * 60)) == [1]
    assert on([night], local(MONDAY + timedelta(days=1), 8 * 60 - 1)) == [1]
    assert on([night], local(MONDAY + timedelta(days=1), 8 * 60)) == []
    assert on([night], local(MONDAY, 7 * 60)) == []


def test_equal_times_mean_a_whole_day() -> None:
    watch = duty(1, 8 * 60, 8 * 60, day=HOLIDAY)

    assert on([watch], local(HOLIDAY, 8 * 60)) == [1]
    assert on([watch], local(HOLIDAY, 32 * 60 - 1)) == [1]
    assert on([watch], local(HOLIDAY, 32 * 60)) == []


def test_a_day_of_its_own_wins_over_the_holiday_and_this_over_the_weekday() -> None:
    weekly, holiday, own = (
        duty(1, 0, DAY, weekday=2),
        duty(2, 0, DAY, holidays=True),
        duty(3, 0, DAY, day=HOLIDAY),
    )

    assert on([weekly, holiday, own], local(HOLIDAY, 600)) == [3]
    assert on([weekly, holiday], local(HOLIDAY, 600)) == [2]
    assert on([weekly], local(HOLIDAY, 600)) == [1]
    assert on([weekly, holiday, own], local(HOLIDAY + timedelta(days=7), 600)) == [1]


def test_a_saturday_is_a_holiday_unless_it_has_shifts_of_its_own() -> None:
    saturday = MONDAY + timedelta(days=5)
    holiday, weekly = duty(1, 0, DAY, holidays=True), duty(2, 0, DAY, weekday=5)

    assert on([holiday], local(saturday, 600)) == [1]
    assert on([holiday, weekly], local(saturday, 600)) == [2]


minutes = st.integers(0, DAY - 1)
days_of_shifts: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.builds(dict, weekday=st.integers(0, 6)),
    st.just({"holidays": True}),
    st.builds(dict, day=st.integers(0, 9).map(lambda count: MONDAY + timedelta(days=count))),
)
rosters = st.lists(st.tuples(minutes, minutes, days_of_shifts), max_size=6).map(
    lambda each: [duty(number, start, end, **when) for number, (start, end, when) in enumerate(each, start=1)]
)


@settings(max_examples=150, deadline=None)
@given(roster=rosters, day=st.integers(1, 8), minute=minutes)
def test_at_each_minute_those_are_on_duty_whose_shift_covers_it(roster: list[Duty], day: int, minute: int) -> None:
    """Counted minute by minute from the day each shift begins on."""
    today = MONDAY + timedelta(days=day)
    expected = set()
    for begins, elapsed in ((today, minute), (today - timedelta(days=1), minute + DAY)):
        for shift in shifts.of_day(roster, begins, working=is_working(begins)):
            length = (shift.end - shift.start) % DAY or DAY
            if shift.start <= elapsed < shift.start + length:
                expected.add(shift.id)

    assert set(on(roster, local(today, minute))) == expected


@settings(max_examples=80, deadline=None)
@given(roster=rosters, day=st.integers(0, 8))
def test_a_day_takes_its_shifts_from_one_kind_of_line_only(roster: list[Duty], day: int) -> None:
    begins = MONDAY + timedelta(days=day)
    found = shifts.of_day(roster, begins, working=is_working(begins))

    assert len({(shift.day is not None, shift.holidays) for shift in found}) <= 1
    assert all(shift.day in (None, begins) and shift.weekday in (None, begins.weekday()) for shift in found)
