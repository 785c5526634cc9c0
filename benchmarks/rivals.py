"""What others need to dispatch the same updates to a handler that does nothing, with no database behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import aiogram
import orjson
import telegram
from telegram.ext import Application, CallbackQueryHandler, MessageHandler, filters
from telegram.request import BaseRequest

from benchmarks.measuring import Spent, measured

TOKEN = "123456:AAbenchmark"  # noqa: S105 - nobody's
ME = orjson.dumps({"ok": True, "result": {"id": 123456, "is_bot": True, "first_name": "b", "username": "bench_bot"}})


class Silent(BaseRequest):
    """PTB's seam for HTTP with nobody behind it: ``getMe`` is all that is asked."""

    @property
    def read_timeout(self) -> float:
        """Never waited for."""
        return 1.0

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    async def do_request(self, *_args: Any, **_more: Any) -> tuple[int, bytes]:
        """We are."""
        return 200, ME


async def _nothing(*_: Any) -> None:
    """The trivial handler."""


async def ptb(updates: Sequence[bytes]) -> Spent:
    """python-telegram-bot: ``Update.de_json`` and ``Application.process_update``."""
    silent = Silent()
    builder = Application.builder().token(TOKEN).request(silent).get_updates_request(silent)
    application = builder.updater(None).job_queue(None).build()
    application.add_handler(MessageHandler(filters.TEXT, _nothing))
    application.add_handler(CallbackQueryHandler(_nothing))
    async with application:
        with measured(len(updates)) as spent:
            for update in updates:
                await application.process_update(telegram.Update.de_json(orjson.loads(update), application.bot))
    return spent


async def aiogram_(updates: Sequence[bytes]) -> Spent:
    """aiogram: ``Dispatcher.feed_raw_update``."""
    dispatcher = aiogram.Dispatcher()

    @dispatcher.message(aiogram.F.text)
    async def on_message(_message: aiogram.types.Message) -> None:
        """The trivial handler."""

    @dispatcher.callback_query(aiogram.F.data)
    async def on_button(_query: aiogram.types.CallbackQuery) -> None:
        """The same for buttons."""

    async with aiogram.Bot(TOKEN) as bot:
        with measured(len(updates)) as spent:
            for update in updates:
                await dispatcher.feed_raw_update(bot, orjson.loads(update))
    return spent
