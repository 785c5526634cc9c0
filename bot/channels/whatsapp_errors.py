"""What Twilio's error codes mean for a message of ours; the same codes come in answers and in status callbacks.

Only codes are named in an error, never Twilio's sentence: that one repeats the phone number.
"""

from __future__ import annotations

from bot.channels.base import Ambiguous, Blocked, OutsideWindow, Refused, SendError, Throttled, Unavailable, Unreachable
from bot.channels.transport import Answer

BLOCKED = {
    21610,  # replied STOP to Twilio
    63014,  # blocked us in WhatsApp
}
UNREACHABLE = {
    21211,  # no valid number
    21614,  # no number that takes messages
    63003,  # no such WhatsApp address
    63024,  # not on WhatsApp, or its terms not accepted
}
OUTSIDE_WINDOW = {63016}
THROTTLED = {  # seconds to wait where the answer does not say
    20429: 1.0,  # too many API requests at once
    63017: 5.0,  # more than the sender may send a second
    63018: 60.0,  # more people than the business may start with in 24 h; replies soon go again
    30001: 30.0,  # Twilio's queue of 4 h is full
}
UNAVAILABLE = {
    63005,  # WhatsApp did not accept it
    63012,  # WhatsApp failed inside
}
ADVICE = {  # what only the operator can put right
    20003: "check whatsapp.account_sid and whatsapp.auth_token",
    20404: "check whatsapp.account_sid, whatsapp.content and whatsapp.templates",
    21606: "check whatsapp.sender: it is no sender of this account",
    21703: "check whatsapp.messaging_service_sid: the service has no sender",
    63007: "check whatsapp.sender: it is no WhatsApp sender of this account",
    63008: "the WhatsApp sender is set up wrongly at Twilio",
    63010: "the WhatsApp sender is set up wrongly at Twilio",
    63013: "WhatsApp says that its policy was violated: stop broadcasts and read the account's messages",
    63015: "this is Twilio's sandbox and the person has not joined it",
    63020: "the WhatsApp Business account is not accepted: read the account's messages",
    63027: "an approved template is missing in this language: check whatsapp.templates",
    63028: "a template wants another number of variables: check whatsapp.templates",
    63051: "the WhatsApp Business account is locked: read the account's messages",
}
CONTENT = {20404, 21655, 21656, 63021, 63027, 63028, 92007}  # the content template cannot be used as it is
LONGEST_WAIT = 300.0  # seconds a lane may be held up by one Retry-After

KINDS: tuple[tuple[set[int], type[SendError]], ...] = (
    (BLOCKED, Blocked),
    (UNREACHABLE, Unreachable),
    (OUTSIDE_WINDOW, OutsideWindow),
    (UNAVAILABLE, Unavailable),
)


class RefusedByTwilio(Refused):
    """Twilio's ``code`` says no for good. ``advice`` is for the operator, empty where there is nothing to change."""

    def __init__(self, text: str, code: int, advice: str) -> None:
        super().__init__(f"{text}: {advice}" if advice else text)
        self.code = code
        self.advice = advice


def for_code(code: int, *, status: int = 400, retry_after: float | None = None) -> SendError:
    """The error for Twilio's ``code``, given with HTTP ``status``; ``retry_after`` in seconds if Twilio named it."""
    if code in THROTTLED or status == 429:
        return Throttled(min(retry_after or THROTTLED.get(code, 1.0), LONGEST_WAIT))
    text = f"Twilio error {code}" if code else f"Twilio answered HTTP {status}"
    for codes, kind in KINDS:
        if code in codes:
            return kind(text)
    unauthorised = ADVICE[20003] if status in (401, 403) else ""
    return RefusedByTwilio(text, code, ADVICE.get(code, unauthorised))


def for_answer(answer: Answer) -> SendError:
    """The error in an answer that is not 2xx.

    After a 5xx nobody knows whether the message was taken: Twilio has no idempotency key for messages.
    """
    if answer.status >= 500:
        return Ambiguous(f"HTTP {answer.status}")
    body = answer.json()
    code = body.get("code") if isinstance(body, dict) else None
    return for_code(
        code if isinstance(code, int) else 0,
        status=answer.status,
        retry_after=_seconds(answer.headers.get("Retry-After", "")),
    )


def _seconds(value: str) -> float | None:
    return float(value) if value.isascii() and value.isdigit() and len(value) < 9 else None
