"""Telegram's inline mode: the question as it comes, and the list of answers as it is given.

The bot's owner switches it on with /setinline at @BotFather.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import telegram

from bot.channels.base import Capabilities
from bot.channels.rendering import fit
from bot.channels.telegram_parse import MALFORMED
from handlers.info import payloads
from handlers.info.inline import Offer, Suggestion
from handlers.messages import Outgoing

Json = dict[str, Any]

CACHED = timedelta(minutes=5)  # Telegram's default; an answer that was changed is old for so long at most
MAX_ID = 64  # bytes
START = "tanya"  # what the button above the list starts the bot with; Telegram wants something
LIMITS = Capabilities(max_text=4096, buttons=1, max_label=40, pace=1, chat_pace=1, group_pace=1)


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody has typed so far behind the bot's name, in whatever chat."""

    id: str
    sender: str
    words: str


def read(update: Mapping[str, Any]) -> Query | None:
    """The inline query in a Telegram ``Update``; None if there is none that can be read."""
    try:
        query = update["inline_query"]
        return Query(str(query["id"]), str(int(query["from"]["id"])), str(query["query"]).replace("\x00", ""))
    except MALFORMED:
        return None


def parameters(query: Query, offer: Offer, *, username: str) -> Json:
    """What ``answerInlineQuery`` is called with, as PTB takes it."""
    results = [_result(number, each, username, offer.open) for number, each in enumerate(offer.suggestions)]
    return {
        "inline_query_id": query.id,
        "results": results,
        "cache_time": int(CACHED.total_seconds()),
        "is_personal": False,
        "button": telegram.InlineQueryResultsButton(offer.ask, start_parameter=START),
    }


def call(query: Query, offer: Offer, *, username: str) -> Json:
    """The same as a call that stands in a webhook's answer, which saves a request for every letter typed."""
    given = parameters(query, offer, username=username)
    results: Sequence[telegram.InlineQueryResult] = given["results"]
    written = {"results": [result.to_dict() for result in results], "button": given["button"].to_dict()}
    return {"method": "answerInlineQuery"} | given | written


def _result(number: int, suggestion: Suggestion, username: str, label: str) -> telegram.InlineQueryResultArticle:
    text = fit(Outgoing(suggestion.text), LIMITS)[0].text
    keyboard = None
    if username and suggestion.payload:
        link = payloads.on_telegram(username, suggestion.payload)
        keyboard = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton(label, url=link)]])
    return telegram.InlineQueryResultArticle(
        id=f"{number}:{suggestion.key}".encode()[:MAX_ID].decode(errors="ignore"),
        title=suggestion.title,
        description=suggestion.line or None,
        input_message_content=telegram.InputTextMessageContent(text, parse_mode="HTML"),
        reply_markup=keyboard,
    )
