"""What each refusal of Telegram means."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.channels.base import Ambiguous, Blocked, Moved, Refused, SendError, Throttled, Unavailable, Unreachable
from bot.channels.telegram_errors import BadMarkup, SomebodyElsePolls, TokenRejected, explain
from bot.channels.transport import Answer


def told(status: int, description: str, **parameters: Any) -> Answer:
    body: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
    if parameters:
        body["parameters"] = parameters
    return Answer(status, json.dumps(body).encode(), {})


@pytest.mark.parametrize(
    ("status", "description", "expected"),
    [
        (403, "Forbidden: bot was blocked by the user", Blocked),
        (403, "Forbidden: user is deactivated", Unreachable),
        (403, "Forbidden: bot can't initiate conversation with a user", Unreachable),
        (403, "Forbidden: bot was kicked from the supergroup chat", Unreachable),
        (400, "Bad Request: chat not found", Unreachable),
        (400, "Bad Request: PEER_ID_INVALID", Unreachable),
        (400, "Bad Request: not enough rights to send text messages to the chat", Unreachable),
        (400, "Bad Request: can't parse entities: unsupported start tag", BadMarkup),
        (400, "Bad Request: message is too long", Refused),
        (400, "Bad Request: query is too old and response timeout expired or query ID is invalid", Refused),
        (400, "Bad Request: wrong file_id or the file is temporarily unavailable", Unavailable),
        (401, "Unauthorized", TokenRejected),
        (404, "Not Found", TokenRejected),
        (409, "Conflict: terminated by other getUpdates request", SomebodyElsePolls),
        (413, "Request Entity Too Large", Refused),
        (500, "Internal Server Error", Unavailable),
        (502, "Bad Gateway", Unavailable),
        (504, "Gateway Timeout", Ambiguous),
    ],
)
def test_refusal(status: int, description: str, expected: type[SendError]) -> None:
    assert type(explain(told(status, description))) is expected


def test_a_429_says_how_long_to_wait() -> None:
    found = explain(told(429, "Too Many Requests: retry after 7", retry_after=7))

    assert isinstance(found, Throttled)
    assert (found.retry_after, found.retryable) == (7.0, True)


def test_a_429_from_in_front_of_telegram_may_say_so_in_a_header() -> None:
    found = explain(Answer(429, b"slow down", {"Retry-After": "3"}))

    assert isinstance(found, Throttled)
    assert found.retry_after == 3.0


@pytest.mark.parametrize("header", [{}, {"Retry-After": "Tue, 24 Nov 2026 03:00:00 GMT"}])
def test_a_429_that_does_not_say_how_long_waits_five_seconds(header: dict[str, str]) -> None:
    found = explain(Answer(429, b"", header))

    assert isinstance(found, Throttled)
    assert found.retry_after == 5.0


def test_an_upgraded_group_has_a_new_address() -> None:
    found = explain(told(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-1001))

    assert isinstance(found, Moved)
    assert found.new_address == "-1001"


@pytest.mark.parametrize(("status", "expected"), [(500, Ambiguous), (502, Ambiguous), (503, Unavailable)])
def test_a_gateways_page_may_hide_that_the_message_went_out(status: int, expected: type[SendError]) -> None:
    assert type(explain(Answer(status, b"<html>nginx</html>", {}))) is expected


def test_a_rejected_token_stops_the_lane_and_costs_no_message() -> None:
    found = explain(told(401, "Unauthorized"))

    assert isinstance(found, Throttled)
    assert found.retry_after >= 60
