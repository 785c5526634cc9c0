"""Working time: a year's calendar against a table written by hand, and what holds for any hours and any moments."""

from __future__ import annotations

import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from handlers.almanac import RAMADAN, STANDARD, Almanac, Hours, SeasonDays, Week
from handlers.calendar import Calendar, ramadan_before_idul_fitri
from handlers.city import City
from handlers.hours import WorkingTime

JAKARTA = ZoneInfo("Asia/Jakarta")
BERLIN = ZoneInfo("Europe/Berlin")
OFFICE = WorkingTime(Almanac(Calendar(JAKARTA)), STANDARD)
NIGHT_AND_DAY: Week = (((0, 1440),),) * 7
ROUND_THE_CLOCK = WorkingTime(Almanac(Calendar(JAKARTA)), Hours(NIGHT_AND_DAY, holidays=True))
TABLE = (Path(__file__).parent / "working_time.csv").read_text(encoding="utf-8").splitlines()
CASES = list(csv.DictReader(line for line in TABLE if not line.startswith("#")))


def at(said: str, zone: ZoneInfo = JAKARTA) -> datetime:
    """A moment by the clocks of Padang Panjang."""
    return datetime.fromisoformat(said).replace(tzinfo=zone).astimezone(UTC)


def shown(moment: datetime, zone: ZoneInfo = JAKARTA) -> str:
    """The same the other way round."""
    return moment.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def answer(ask: str, start: datetime, much: str) -> str:
    """What working time says to a line of the table."""
    match ask:
        case "days":
            return shown(OFFICE.after_days(start, int(much)))
        case "add":
            return shown(OFFICE.add(start, int(much) * 60))
        case "between":
            return str(OFFICE.between(start, at(much)) / 60).removesuffix(".0")
        case "opens":
            return shown(OFFICE.opens(start))
        case _:
            return shown(OFFICE.closes(start))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['ask']}: {case['why']}" for case in CASES])
def test_the_table_written_by_hand(case: dict[str, str]) -> None:
    assert answer(case["ask"], at(case["from"]), case["much"]) == case["answer"]


def test_the_hours_of_the_seed_are_the_standard_ones(padang_panjang: City) -> None:
    works = padang_panjang.hours(padang_panjang.agency("dpupr").id)
    start = at("2026-01-01 00:00")

    assert works.between(start, at("2027-01-01 00:00")) == OFFICE.between(start, at("2027-01-01 00:00"))


def test_an_agency_has_its_own_hours(padang_panjang: City) -> None:
    hospital, ambulance = (padang_panjang.hours(padang_panjang.agency(code).id) for code in ("rsud", "psc119"))
    saturday, feast = at("2026-01-10 10:00"), at("2026-03-21 03:00")

    assert hospital.is_open(saturday)
    assert not hospital.is_open(feast)
    assert ambulance.is_open(feast)


def test_an_agency_that_never_closes_counts_every_second() -> None:
    start = at("2026-03-18 22:00")

    assert ROUND_THE_CLOCK.opens(start) == start
    assert ROUND_THE_CLOCK.add(start, 86_400 * 400) == start + timedelta(days=400)
    assert shown(ROUND_THE_CLOCK.after_days(start, 1)) == "2026-03-20 00:00"


def test_hours_without_an_opening_are_refused() -> None:
    with pytest.raises(ValueError, match="some day of the week"):
        WorkingTime(Almanac(Calendar(JAKARTA)), Hours(((),) * 7))


@pytest.mark.parametrize("days", [0, -1])
def test_no_days_are_refused(days: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        OFFICE.after_days(at("2026-01-05 09:00"), days)


@pytest.mark.parametrize("count", [OFFICE.add, OFFICE.back])
def test_less_than_no_time_is_refused(count: object) -> None:
    with pytest.raises(ValueError, match="negative"):
        count(at("2026-01-05 09:00"), -1)  # type: ignore[operator]


BEFORE = [
    ("2026-01-06 16:00", 1, "2026-01-06 07:30", "a day before closing time is that morning"),
    ("2026-01-06 16:00", 2, "2026-01-05 07:30", "two days are the morning before"),
    ("2026-01-12 16:00", 2, "2026-01-09 07:30", "over a weekend"),
    ("2026-03-25 16:00", 2, "2026-03-17 08:00", "over Idul Fitri, into Ramadan"),
    ("2026-01-07 10:00", 1, "2026-01-06 10:00", "within a day: the same time the day before"),
    ("2026-01-09 13:10", 1, "2026-01-08 13:10", "no earlier opening on the day before"),
    ("2026-01-05 09:00", 1, "2026-01-02 09:00", "over New Year's weekend"),
    ("2027-01-04 16:00", 3, "2026-12-30 07:30", "into the year before"),
]


@pytest.mark.parametrize(("due", "days", "when"), [row[:3] for row in BEFORE], ids=[row[3] for row in BEFORE])
def test_a_warning_comes_working_days_before(due: str, days: int, when: str) -> None:
    assert shown(OFFICE.before_days(at(due), days)) == when


def test_working_days_between_two_moments_are_counted_from_the_next_one() -> None:
    assert OFFICE.days_between(at("2026-03-16 10:00"), at("2026-03-27 09:00")) == 4
    assert OFFICE.days_between(at("2026-03-27 09:00"), at("2026-03-16 10:00")) == -4
    assert OFFICE.days_between(at("2026-12-30 09:00"), at("2027-01-06 10:00")) == 3
    assert OFFICE.days_between(at("2026-01-05 08:00"), at("2026-01-05 15:00")) == 0


def with_days(**own: bool) -> WorkingTime:
    """The office with days of the operator's own."""
    days = {date.fromisoformat(day.removeprefix("d").replace("_", "-")): working for day, working in own.items()}
    return WorkingTime(Almanac(Calendar(JAKARTA, days)), STANDARD)


def test_the_operator_closes_a_day() -> None:
    assert shown(with_days(d2026_12_01=False).after_days(at("2026-11-30 10:00"), 1)) == "2026-12-02 16:00"


def test_the_operator_opens_a_holiday_with_the_hours_of_its_weekday() -> None:
    office = with_days(d2026_05_15=True)

    assert shown(office.after_days(at("2026-05-14 10:00"), 1)) == "2026-05-15 16:30"


def test_the_operator_opens_a_saturday_with_the_hours_of_a_monday() -> None:
    assert shown(with_days(d2026_11_28=True).after_days(at("2026-11-27 10:00"), 1)) == "2026-11-28 16:00"


def test_an_own_day_may_have_its_own_hours() -> None:
    day = date(2026, 12, 31)
    almanac = Almanac(Calendar(JAKARTA, {day: True}), own_hours={day: ((450, 720),)})

    assert shown(WorkingTime(almanac, STANDARD).closes(at("2026-12-31 08:00"))) == "2026-12-31 12:00"


def test_ramadan_is_taken_for_the_30_days_before_idul_fitri() -> None:
    assert (date(2026, 2, 19), date(2026, 3, 20)) in ramadan_before_idul_fitri(2026)


def test_a_year_may_have_two_ramadans_and_one_may_begin_in_the_year_before() -> None:
    """Idul Fitri falls on 2 January and 23 December 2033, by estimate."""
    found = ramadan_before_idul_fitri(2033)

    assert [(first.year, last.year) for first, last in found[:2]] == [(2032, 2033), (2033, 2033)]
    assert Almanac(Calendar(JAKARTA)).season_of(date(2032, 12, 10)) == RAMADAN


def test_the_ramadan_the_operator_enters_takes_the_place_of_the_estimate() -> None:
    almanac = Almanac(Calendar(JAKARTA), (SeasonDays(RAMADAN, date(2026, 2, 20), date(2026, 3, 20)),))

    assert [almanac.season_of(date(2026, 2, day)) for day in (19, 20)] == ["", RAMADAN]
    assert almanac.season_of(date(2027, 2, 20)) == RAMADAN


def test_where_the_clocks_are_put_forward_and_back_hours_keep_their_local_time() -> None:
    """29 March and 25 October 2026 in Berlin: a night of 23 hours and one of 25."""
    berlin = WorkingTime(Almanac(Calendar(BERLIN)), Hours(NIGHT_AND_DAY, holidays=True))
    midnights = [at(f"2026-{day} 00:00", BERLIN) for day in ("03-29", "03-30", "10-25", "10-26")]

    assert berlin.between(midnights[0], midnights[1]) == 23 * 3600
    assert berlin.between(midnights[2], midnights[3]) == 25 * 3600
    office = WorkingTime(Almanac(Calendar(BERLIN)), STANDARD)
    assert shown(office.add(at("2026-03-27 16:00", BERLIN), 3600), BERLIN) == "2026-03-30 08:00"


def test_an_opening_within_the_hour_that_is_left_out_shrinks_to_nothing() -> None:
    night: Week = (((120, 180),),) * 7
    berlin = WorkingTime(Almanac(Calendar(BERLIN)), Hours(night, holidays=True))

    assert shown(berlin.opens(at("2026-03-28 05:00", BERLIN)), BERLIN) == "2026-03-30 02:00"


MOMENTS = st.datetimes(datetime(2025, 11, 1), datetime(2028, 4, 1)).map(  # noqa: DTZ001 - the zone is put on below
    lambda moment: moment.replace(tzinfo=UTC, microsecond=0)
)
TIMES = st.sampled_from(
    [
        OFFICE,
        ROUND_THE_CLOCK,
        with_days(d2026_11_28=True, d2026_12_01=False),
        WorkingTime(Almanac(Calendar(BERLIN)), Hours((((0, 480),), ((1320, 1440),), (), ((90, 200),), (), (), ()))),
    ]
)
SECONDS = st.integers(0, 40 * 27_000)


@given(TIMES, MOMENTS, MOMENTS)
def test_adding_what_lies_between_leads_there(time: WorkingTime, start: datetime, end: datetime) -> None:
    start, end = sorted((start, end))
    end = time.add(end, 1)  # a moment at which somebody has just worked

    assert time.add(start, time.between(start, end)) == end


@given(TIMES, st.lists(MOMENTS, min_size=3, max_size=3))
def test_time_between_adds_up(time: WorkingTime, moments: list[datetime]) -> None:
    first, second, third = sorted(moments)

    assert time.between(first, third) == time.between(first, second) + time.between(second, third)
    assert time.between(third, first) == -time.between(first, third)


@given(TIMES, MOMENTS, MOMENTS, SECONDS, SECONDS)
def test_later_or_longer_never_leads_to_earlier(
    time: WorkingTime, one: datetime, other: datetime, seconds: int, more: int
) -> None:
    one, other = sorted((one, other))

    assert time.add(one, seconds) <= time.add(other, seconds)
    assert time.add(one, seconds) <= time.add(one, seconds + more)
    assert time.add(time.add(one, seconds), more) == time.add(one, seconds + more)


@given(TIMES, MOMENTS, SECONDS)
def test_adding_never_leads_outside_the_hours(time: WorkingTime, start: datetime, seconds: int) -> None:
    end = time.add(start, seconds)

    assert time.is_open(end) or time.is_open(end - timedelta(seconds=1))
    assert end == time.settled(end)
    assert time.between(start, end) == seconds


@given(TIMES, MOMENTS, SECONDS)
def test_going_back_undoes_adding(time: WorkingTime, start: datetime, seconds: int) -> None:
    assume(time.between(start - timedelta(seconds=1), start))
    assert time.back(time.add(start, seconds), seconds) == start


@given(TIMES, MOMENTS, st.integers(1, 70))
def test_a_deadline_in_days_is_the_end_of_a_working_day(time: WorkingTime, start: datetime, days: int) -> None:
    due = time.after_days(start, days)

    assert time.days_between(start, due - timedelta(seconds=1)) == days
    assert time.closes(due - timedelta(seconds=1)) == due
    assert start <= time.before_days(due, days) < due
    assert time.before_days(due, days + 1) <= time.before_days(due, days)
