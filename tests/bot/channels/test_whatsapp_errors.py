"""Each of Twilio's codes, as the sender has to understand it."""

from __future__ import annotations

from collections.abc import Mapping

import orjson
import pytest
from multidict import CIMultiDict

from bot.channels import whatsapp_errors
from bot.channels.base import Ambiguous, Blocked, OutsideWindow, Refused, SendError, Throttled, Unavailable, Unreachable
from bot.channels.transport import Answer
from bot.channels.whatsapp_errors import RefusedByTwilio

CODES: list[tuple[int, type[SendError]]] = [
    (20003, Refused),
    (20404, Refused),
    (20429, Throttled),
    (21211, Unreachable),
    (21610, Blocked),
    (21614, Unreachable),
    (21617, Refused),
    (21656, Refused),
    (21658, Refused),
    (30001, Throttled),
    (30036, Refused),
    (63003, Unreachable),
    (63005, Unavailable),
    (63007, Refused),
    (63008, Refused),
    (63010, Refused),
    (63012, Unavailable),
    (63013, Refused),
    (63014, Blocked),
    (63015, Refused),
    (63016, OutsideWindow),
    (63017, Throttled),
    (63018, Throttled),
    (63019, Refused),
    (63020, Refused),
    (63021, Refused),
    (63024, Unreachable),
    (63027, Refused),
    (63028, Refused),
    (63032, Refused),
    (63049, Refused),
    (63051, Refused),
    (99999, Refused),
]


def answer(status: int, body: object = None, headers: Mapping[str, str] | None = None) -> Answer:
    """An answer of the API."""
    return Answer(status, orjson.dumps(body), CIMultiDict(headers or {}))


@pytest.mark.parametrize(("code", "kind"), CODES)
def test_a_code_means_this(code: int, kind: type[SendError]) -> None:
    body = {"code": code, "message": "To +6281200000001 is not valid", "more_info": "", "status": 400}
    error = whatsapp_errors.for_answer(answer(400, body))

    assert isinstance(error, kind)
    assert type(error) in (kind, RefusedByTwilio)
    assert "6281200000001" not in str(error)


@pytest.mark.parametrize("code", [20003, 63007, 63008, 63010, 63013, 63015, 63020, 63027, 63028, 63051])
def test_what_only_the_operator_can_change_says_what(code: int) -> None:
    error = whatsapp_errors.for_code(code)

    assert isinstance(error, RefusedByTwilio)
    assert error.advice
    assert error.advice in str(error)


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_password_points_to_the_settings_even_without_a_code(status: int) -> None:
    assert "whatsapp.auth_token" in str(whatsapp_errors.for_answer(answer(status, None)))


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_after_a_server_error_nobody_knows(status: int) -> None:
    error = whatsapp_errors.for_answer(answer(status, {"code": 20500}))

    assert isinstance(error, Ambiguous)
    assert not error.retryable


@pytest.mark.parametrize(
    ("header", "seconds"), [("7", 7.0), ("", 1.0), ("soon", 1.0), ("-1", 1.0), ("999999", 300.0), ("0", 1.0)]
)
def test_a_429_is_waited_out_within_bounds(header: str, seconds: float) -> None:
    error = whatsapp_errors.for_answer(answer(429, {"code": 20429}, {"retry-after": header}))

    assert isinstance(error, Throttled)
    assert error.retry_after == seconds


@pytest.mark.parametrize("body", [None, [], "x", {}, {"code": "x"}, {"code": None}])
def test_a_4xx_without_a_code_is_refused(body: object) -> None:
    assert isinstance(whatsapp_errors.for_answer(answer(400, body)), Refused)
