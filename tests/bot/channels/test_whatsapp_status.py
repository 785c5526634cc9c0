"""Status callbacks in every order."""

from __future__ import annotations

from functools import reduce
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import Blocked, OutsideWindow, Refused, SendError, Unreachable
from bot.channels.whatsapp_status import RANKS, StatusUpdate, later, status
from tests.payloads import whatsapp as payloads


def read(form: payloads.Form, o: str = "12") -> StatusUpdate:
    """The update in ``form``, which must hold one."""
    update = status(form, [("o", o)])
    assert update is not None
    return update


@pytest.mark.parametrize("state", ["sending", "sent", "delivered", "read"])
def test_progress_is_read(state: str) -> None:
    update = read(payloads.status(state))

    assert update == StatusUpdate(12, payloads.sid("SM", 1), state)
    assert not update.failed


@pytest.mark.parametrize(
    ("state", "code", "kind"),
    [
        ("failed", "63016", OutsideWindow),
        ("undelivered", "63024", Unreachable),
        ("failed", "21610", Blocked),
        ("undelivered", "63049", Refused),
        ("failed", "", Refused),
        ("canceled", "", Refused),
        ("failed", "not a number", Refused),
    ],
)
def test_a_failure_says_why(state: str, code: str, kind: type[SendError]) -> None:
    update = read(payloads.status(state, error=code))

    assert update.failed
    assert isinstance(update.error, kind)


@pytest.mark.parametrize(
    ("o", "outbox_id"), [("12", 12), ("", None), ("x", None), ("-1", None), ("9" * 30, None), ("²", None)]
)
def test_the_outbox_id_comes_from_the_url(o: str, outbox_id: int | None) -> None:
    assert read(payloads.status("sent"), o).outbox_id == outbox_id


@pytest.mark.parametrize("form", [[], payloads.text_message(), payloads.status("dancing"), payloads.status("")])
def test_what_reports_no_state_of_ours_is_no_update(form: payloads.Form) -> None:
    assert status(form) is None


@pytest.mark.parametrize(
    ("states", "final"),
    [
        (("sending", "sent", "delivered", "read"), "read"),
        (("sending", "sent", "delivered"), "delivered"),
        (("sending", "sent", "failed"), "failed"),
        (("sent", "undelivered"), "undelivered"),
        (("sent", "undelivered", "delivered"), "delivered"),
        (("failed", "undelivered", "canceled"), "undelivered"),
        (("sent", "sent", "delivered", "delivered"), "delivered"),
        (("sent", "unheard of"), "sent"),
    ],
)
def test_every_order_of_callbacks_ends_in_the_same_state(states: tuple[str, ...], final: str) -> None:
    assert {final} == {reduce(later, order, "") for order in permutations(states)}


@given(
    st.lists(st.sampled_from([*RANKS, "unheard of"]), max_size=8).flatmap(
        lambda s: st.tuples(st.just(s), st.permutations(s))
    )
)
def test_no_order_and_no_repeat_changes_the_final_state(orders: tuple[list[str], list[str]]) -> None:
    some, others = orders

    assert reduce(later, some, "") == reduce(later, others + some, "")


@given(st.lists(st.tuples(st.sampled_from(["MessageSid", "MessageStatus", "ErrorCode", "x"]), st.text())), st.text())
def test_no_form_makes_the_reader_fail(form: payloads.Form, o: str) -> None:
    status(form, [("o", o)])
    status(payloads.status("failed") + form, [("o", o)])
