"""Deadlines as values: what happens to a complaint moves them, and never to an earlier moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.almanac import STANDARD, Almanac, Hours
from handlers.calendar import Calendar
from handlers.complaints import clocks, status
from handlers.complaints.clocks import Begun, Change, Terms
from handlers.hours import WorkingTime
from handlers.policies import USUAL, Policies
from storage.clocks import Ticking
from storage.models import DeadlinePolicy, EventKind, Kind, Stage, Status

JAKARTA = ZoneInfo("Asia/Jakarta")
ALMANAC = Almanac(Calendar(JAKARTA))
OFFICE = WorkingTime(ALMANAC, STANDARD)
HOSPITAL = WorkingTime(ALMANAC, Hours((((450, 840),),) * 6 + ((),)))
POLICY = Policies(USUAL).of(Kind.COMPLAINT, 1)
TERMS = Terms(OFFICE, OFFICE, POLICY)
ELSEWHERE = Terms(HOSPITAL, OFFICE, POLICY)
BESIDE = (EventKind.ADDED, EventKind.CORRECTED)


def at(said: str) -> datetime:
    """A moment of November or December 2026 by the clocks of Padang Panjang."""
    return datetime.fromisoformat(f"2026-{said}").replace(tzinfo=JAKARTA).astimezone(UTC)


FILED = at("11-24 10:00")


def shown(moment: datetime | None) -> str:
    return moment.astimezone(JAKARTA).strftime("%m-%d %H:%M") if moment else ""


class Complaint:
    """A complaint of which only the clocks and the status are known."""

    def __init__(self, terms: Terms = TERMS) -> None:
        self.terms = terms
        self.status = Status.RECEIVED
        self.clocks: list[Ticking] = list(clocks.begun(terms, FILED))
        self.merged_at: datetime | None = None

    def happens(self, kind: EventKind, now: datetime, *, by_staff: bool = True, terms: Terms | None = None) -> None:
        """Something is done to it."""
        self.terms = terms or self.terms
        self.status = status.after(self.status, kind)
        merged_at = self.merged_at if kind == EventKind.UNMERGED else None
        self.merged_at = now if kind == EventKind.MERGED else self.merged_at
        change = Change(kind, self.status, now, by_staff=by_staff, merged_at=merged_at)
        self.clocks = clocks.after(self.clocks, change, self.terms)

    @property
    def verify(self) -> Ticking:
        return self.clocks[0]

    @property
    def respond(self) -> Ticking:
        return self.clocks[1]

    @property
    def resolve(self) -> Ticking:
        return self.clocks[2]


def test_a_new_complaint_has_three_clocks_that_run() -> None:
    begun: Begun = clocks.begun(TERMS, FILED)

    assert [shown(clock.due_at) for clock in begun] == ["11-27 16:30", "12-01 16:00", "12-14 16:00"]
    assert [shown(clock.next_at) for clock in begun] == ["11-27 07:30", "12-01 07:30", "12-14 07:30"]
    assert clocks.next_due(begun) == begun.verify.due_at


def test_stages_come_when_somebody_is_there_to_read_of_them() -> None:
    due_at = clocks.begun(TERMS, FILED).verify.due_at

    assert [shown(TERMS.told_at(stage, due_at)) for stage in list(Stage)[1:]] == [
        "11-27 07:30",
        "11-30 07:30",
        "12-01 07:30",
        "12-03 07:30",
    ]
    assert TERMS.next_after(Stage.CITY, due_at) is None


def test_a_warning_whose_moment_has_passed_is_left_out() -> None:
    late = TERMS.wound(Ticking("verify", FILED, at("11-24 16:00")), FILED)

    assert (late.stage, shown(late.next_at)) == (Stage.WARNED, "11-25 07:30")


@pytest.mark.parametrize(
    ("kind", "met"),
    [
        (EventKind.NOTED, [False, False, False]),
        (EventKind.TAKEN, [True, False, False]),
        (EventKind.ASSIGNED, [True, False, False]),
        (EventKind.PROCESSING, [True, False, False]),
        (EventKind.REPLIED, [True, True, False]),
        (EventKind.ASKED, [True, True, False]),
        (EventKind.RESOLVED, [True, True, True]),
        (EventKind.CLOSED, [True, True, True]),
        (EventKind.REJECTED, [True, True, True]),
        (EventKind.MERGED, [True, True, True]),
    ],
)
def test_what_staff_do_meets_the_deadlines_it_is_for(kind: EventKind, met: list[bool]) -> None:
    complaint = Complaint()
    complaint.happens(kind, at("11-25 09:00"))

    assert [clock.met_at is not None for clock in complaint.clocks] == met


def test_what_the_citizen_adds_meets_nothing() -> None:
    complaint = Complaint()
    complaint.happens(EventKind.ADDED, at("11-25 09:00"), by_staff=False)

    assert all(clock.runs for clock in complaint.clocks)


def test_the_clock_stands_still_while_the_citizen_is_asked() -> None:
    complaint = Complaint()
    complaint.happens(EventKind.ASKED, at("11-25 09:00"))
    assert (complaint.resolve.paused_at, complaint.resolve.next_at) == (at("11-25 09:00"), None)
    assert clocks.next_due(complaint.clocks) is None
    complaint.happens(EventKind.ASKED, at("11-25 15:00"))  # another question does not begin a second pause
    complaint.happens(EventKind.ADDED, at("11-27 11:30"), by_staff=False)

    assert complaint.resolve.paused_at is None
    # It stood still for 6 working hours on the 25th, 7.5 on the 26th and 4 on the 27th.
    assert OFFICE.between(at("11-27 11:30"), complaint.resolve.due_at) == OFFICE.between(
        at("11-25 09:00"), at("12-14 16:00")
    )
    assert shown(complaint.resolve.due_at) == "12-17 10:00"
    assert shown(complaint.resolve.next_at) == "12-16 10:00"


@pytest.mark.parametrize("kind", [EventKind.REPLIED, EventKind.PROCESSING, EventKind.TAKEN])
def test_staff_who_go_on_without_the_answer_let_it_run_again(kind: EventKind) -> None:
    complaint = Complaint()
    complaint.happens(EventKind.ASKED, at("11-25 09:00"))
    complaint.happens(EventKind.NOTED, at("11-25 10:00"))
    assert not complaint.resolve.runs
    complaint.happens(kind, at("11-25 11:00"))

    assert complaint.resolve.runs


def test_who_was_late_before_asking_is_as_late_after_the_answer() -> None:
    complaint = Complaint()
    complaint.happens(EventKind.ASKED, at("12-15 09:00"))
    assert complaint.resolve.left == -90 * 60
    complaint.happens(EventKind.ADDED, at("12-22 10:00"), by_staff=False)

    assert shown(complaint.resolve.due_at) == "12-22 08:30"


def test_a_new_agency_has_its_own_days_to_take_it_up_and_the_rest_of_the_promise() -> None:
    complaint = Complaint()
    complaint.happens(EventKind.TAKEN, at("11-25 09:00"))
    complaint.happens(EventKind.FORWARDED, at("11-26 09:00"), terms=ELSEWHERE)

    assert complaint.verify.runs
    assert shown(complaint.verify.due_at) == "11-30 14:00"  # open on Saturdays: 27, 28, 30
    # By then the hospital has closed for the day: it has until it closes the next time.
    assert (shown(complaint.respond.due_at), shown(complaint.resolve.due_at)) == ("12-02 14:00", "12-15 14:00")


def test_sent_on_while_the_citizen_is_asked_it_runs_again() -> None:
    complaint = Complaint()
    complaint.happens(EventKind.ASKED, at("11-25 09:00"))
    complaint.happens(EventKind.RETURNED, at("11-26 09:00"))

    assert complaint.resolve.runs
    assert complaint.respond.met_at == at("11-25 09:00")


def test_reopened_it_has_half_its_time_anew() -> None:
    complaint = Complaint()
    complaint.happens(EventKind.RESOLVED, at("12-14 15:00"))
    complaint.happens(EventKind.REOPENED, at("12-16 20:00"), by_staff=False)

    assert complaint.resolve.started_at == at("12-16 20:00")
    assert shown(complaint.resolve.due_at) == "12-29 16:00"
    assert (complaint.resolve.stage, shown(complaint.resolve.next_at)) == (Stage.NOBODY, "12-29 07:30")
    assert complaint.respond.met_at == at("12-14 15:00")


def test_reopened_early_it_keeps_the_later_deadline() -> None:
    complaint = Complaint()
    complaint.happens(EventKind.RESOLVED, at("11-25 09:00"))
    complaint.happens(EventKind.REOPENED, at("11-26 09:00"), by_staff=False)

    assert shown(complaint.resolve.due_at) == "12-14 16:00"


def test_wrongly_merged_every_clock_has_what_it_had_left() -> None:
    complaint = Complaint()
    complaint.happens(EventKind.TAKEN, at("11-25 09:00"))
    complaint.happens(EventKind.MERGED, at("11-26 09:00"))
    assert not any(clock.runs for clock in complaint.clocks)
    complaint.happens(EventKind.UNMERGED, at("12-03 09:00"))

    assert complaint.verify.met_at == at("11-25 09:00")
    assert shown(complaint.respond.due_at) == "12-08 16:00"
    assert complaint.resolve.runs


MINUTES = st.integers(0, 60 * 24 * 12)
ACTIONS = st.lists(st.tuples(MINUTES, st.sampled_from(EventKind), st.booleans(), st.booleans()), max_size=14)


@given(ACTIONS)
def test_whatever_happens_no_deadline_moves_to_an_earlier_moment(
    actions: list[tuple[int, EventKind, bool, bool]],
) -> None:
    complaint, now = Complaint(), FILED
    for minutes, kind, by_staff, moves in actions:
        if kind == EventKind.FILED:
            continue
        now += timedelta(minutes=minutes)
        before = complaint.clocks
        terms = (ELSEWHERE if complaint.terms is TERMS else TERMS) if moves and kind in clocks.MOVES else None
        complaint.happens(kind, now, by_staff=by_staff and kind not in BESIDE, terms=terms)
        _check(complaint, before, now)


def _check(complaint: Complaint, before: list[Ticking], now: datetime) -> None:
    for clock, was in zip(complaint.clocks, before, strict=True):
        assert clock.due_at >= was.due_at
        assert clock.met_at is None or clock.paused_at is None
        assert (clock.next_at is not None) == clock.runs
        assert clock.stage >= was.stage or clock.started_at == now
        if clock.next_at is not None and clock.stage == Stage.NOBODY:
            assert clock.next_at < clock.due_at
    assert complaint.resolve.runs == (complaint.status not in {*clocks.DONE, Status.WAITING})


POLICIES = Policies(
    USUAL,
    {
        (None, 7): DeadlinePolicy(code="water", category_id=7, verify_days=1, respond_days=3),
        ("information", None): DeadlinePolicy(code="information", kind="information", respond_days=4, head_days=2),
        ("information", 7): DeadlinePolicy(code="both", kind="information", category_id=7, respond_days=2),
    },
    frozenset({9}),
)


@pytest.mark.parametrize(
    ("kind", "category", "days"),
    [
        ("complaint", 1, (3, 5, 14, 1)),
        ("aspiration", 1, (3, 5, 14, 1)),
        ("information", 1, (3, 4, 5, 2)),
        ("complaint", 7, (1, 3, 14, 1)),
        ("information", 7, (1, 2, 5, 2)),
        ("complaint", 9, (3, 5, 60, 1)),
        ("information", 9, (3, 4, 5, 2)),
    ],
)
def test_of_each_number_the_one_said_most_precisely_holds(
    kind: str, category: int, days: tuple[int, int, int, int]
) -> None:
    policy = POLICIES.of(kind, category)

    assert (policy.verify, policy.respond, policy.resolve, policy.head) == days
