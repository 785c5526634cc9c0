"""Status callbacks: what became of a message after Twilio took it.

Callbacks come in any order, more than once, and sometimes before the answer to the request itself, so a state is only
ever replaced by a later one: ``read`` before ``delivered`` stays ``read``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.channels import whatsapp_errors
from bot.channels.base import SendError

# Every state has a rank of its own, so that the last state standing does not depend on the order of arrival.
# A message reported as failed that was delivered or read after all has arrived.
STATES = (
    "",
    "accepted",
    "scheduled",
    "queued",
    "sending",
    "sent",
    "canceled",
    "failed",
    "undelivered",
    "partially_delivered",
    "delivered",
    "read",
)
RANKS = {state: rank for rank, state in enumerate(STATES)}
FAILED = {"canceled", "failed", "undelivered"}


@dataclass(frozen=True, slots=True)
class StatusUpdate:
    """One callback. ``outbox_id`` comes from the URL we gave; ``error`` says why, when the state is a failure."""

    outbox_id: int | None
    sid: str
    state: str
    error: SendError | None = None

    @property
    def rank(self) -> int:
        """How far along the message is; a greater rank is later."""
        return RANKS[self.state]

    @property
    def failed(self) -> bool:
        """Whether the message did not reach anybody."""
        return self.state in FAILED


def status(form: Sequence[tuple[str, str]], query: Sequence[tuple[str, str]] = ()) -> StatusUpdate | None:
    """The update in a callback's form and URL query; None if it names no message or a state unknown to us."""
    fields = dict(form)
    sid = fields.get("MessageSid") or fields.get("SmsSid", "")
    state = (fields.get("MessageStatus") or fields.get("SmsStatus", "")).lower()
    if not sid or not state or state not in RANKS:
        return None
    error = None
    if state in FAILED:
        error = whatsapp_errors.for_code(_number(fields.get("ErrorCode", "")) or 0)
    return StatusUpdate(_number(dict(query).get("o", "")), sid, state, error)


def later(known: str, reported: str) -> str:
    """Of two states of one message the one that counts. States unknown to us never count."""
    return max(known, reported, key=lambda state: RANKS.get(state, -1))


def _number(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else None
