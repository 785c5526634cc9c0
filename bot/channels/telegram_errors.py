"""What Telegram's refusals mean for us: one answer of the Bot API in, one ``SendError`` out."""

from __future__ import annotations

from typing import Any

from telegram.error import TelegramError

from bot.channels.base import (
    Ambiguous,
    Blocked,
    Moved,
    NoTopics,
    Refused,
    SendError,
    Throttled,
    TopicGone,
    TopicShut,
    Unavailable,
    Unreachable,
)
from bot.channels.transport import Answer

DEFAULT_PAUSE = 5.0  # seconds; a 429 from in front of the Bot API names none
TOKEN_PAUSE = 60.0  # seconds between tries while the operator replaces a revoked token; no message is given up for it

# Descriptions are not documented; these are the ones the Bot API server and tdlib write.
NOBODY_THERE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "group chat was deactivated",
    "chat_write_forbidden",
    "not enough rights",
    "have no rights",
    "need administrator rights",
)
TOPIC_GONE = ("message thread not found", "topic not found", "topic_id_invalid", "topic_deleted")
TOPIC_SHUT = ("topic_closed",)
NO_TOPICS = (
    "not a forum",
    "forum_missing",
    "rights to create a topic",
    "rights to edit the topic",
    "chat_admin_required",
)
NOT_A_MEMBER = ("member not found", "user_not_participant", "participant_id_invalid")
ALREADY = ("topic_not_modified", "topic is not modified")
BAD_MARKUP = ("can't parse entities", "can't parse message text", "can't parse caption")


class BadMarkup(Refused):
    """The HTML of the message is faulty; the same words without it would be taken."""


class AlreadySo(Refused):
    """What was asked of a topic is so already."""


class TokenRejected(Throttled):
    """The bot token is wrong or revoked: nothing can be sent until it is replaced."""

    def __init__(self) -> None:
        super().__init__(TOKEN_PAUSE)


class SomebodyElsePolls(Unavailable):
    """Another process asks for this bot's updates, or a webhook is set."""


class Failed(TelegramError):
    """Carries a SendError through python-telegram-bot, which lets nothing but its own errors pass."""

    def __init__(self, reason: SendError) -> None:
        super().__init__(str(reason) or type(reason).__name__)
        self.reason = reason


# Tried in this order: that we may not create a topic does not mean that we may not write.
MEANINGS: tuple[tuple[tuple[str, ...], type[SendError]], ...] = (
    (TOPIC_GONE, TopicGone),
    (TOPIC_SHUT, TopicShut),
    (NO_TOPICS, NoTopics),
    (ALREADY, AlreadySo),
    (NOBODY_THERE, Unreachable),
    (BAD_MARKUP, BadMarkup),
)


def not_a_member(refused: Refused) -> bool:
    """Whether Telegram means that a person is not in a group; "user not found" is somebody it does not know at all."""
    return any(phrase in str(refused).lower() for phrase in NOT_A_MEMBER)


def explain(answer: Answer) -> SendError:
    """The meaning of an answer other than 2xx."""
    body = answer.json()
    told = body if isinstance(body, dict) else {}
    text = str(told.get("description", f"HTTP {answer.status}"))
    parameters = told.get("parameters")
    parameters = parameters if isinstance(parameters, dict) else {}
    if "migrate_to_chat_id" in parameters:
        return Moved(str(parameters["migrate_to_chat_id"]))
    if answer.status >= 500:
        return _broken(answer.status, text, spoken="description" in told)
    if answer.status == 429:
        return Throttled(_seconds(parameters.get("retry_after", answer.headers.get("Retry-After"))))
    if answer.status in (401, 404):
        return TokenRejected()
    return _refused(answer.status, text)


def _seconds(told: Any) -> float:
    try:
        return float(told)
    except (TypeError, ValueError):
        return DEFAULT_PAUSE


def _broken(status: int, text: str, *, spoken: bool) -> SendError:
    """A 5xx in Telegram's own words means no; from a gateway it may hide a yes, except where it names an overload."""
    certain = status != 504 and (spoken or status == 503)
    return Unavailable(text) if certain else Ambiguous(text)


def _refused(status: int, text: str) -> SendError:
    lower = text.lower()
    if status == 403:
        return Blocked(text) if "blocked" in lower else Unreachable(text)
    if status == 409:
        return SomebodyElsePolls(text)
    for phrases, meaning in MEANINGS:
        if any(phrase in lower for phrase in phrases):
            return meaning(text)
    if "temporarily unavailable" in lower:  # getFile, while Telegram moves the file
        return Unavailable(text)
    return Refused(text)
