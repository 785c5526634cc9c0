"""What the web application is given by the composition root, as values; it reads no settings of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from bot.channels.telegram_poll import Answer, no_answer
from bot.channels.webchat import WebChat
from bot.channels.whatsapp_status import StatusUpdate
from bot.media import Media
from bot.metrics import Metrics
from handlers.messages import Inbound
from storage.database import Database


class Intake(Protocol):
    """Where messages go; ``bot.receive.Intake`` in the running program."""

    async def submit(self, inbound: Inbound) -> str:
        """The verdict, once the message is committed. Raises Busy when it should come again later."""
        ...


class Say(Protocol):
    """``handlers.texts.Texts.say``."""

    def __call__(self, language: str, key: str, /, **arguments: Any) -> str:
        """The message ``key`` in ``language``."""
        ...


@dataclass(frozen=True, slots=True)
class TelegramHook:
    """What the Telegram webhook needs.

    ``secret`` is the one given to setWebhook; ``username`` tells the bot's own name once it is known, "" before.
    ``answer`` finds what to offer for an inline query.
    """

    secret: str
    username: Callable[[], str] = str
    answer: Answer = no_answer


@dataclass(frozen=True, slots=True)
class WhatsAppHook:
    """What the WhatsApp webhooks need.

    ``tokens``: the auth token, and the second one while they are being changed. ``settle`` records what became of a
    message; it is called from a worker thread.
    """

    account_sid: str
    tokens: tuple[str, ...]
    settle: Callable[[StatusUpdate], None]


@dataclass(frozen=True, slots=True)
class WebParts:
    """Everything the web application works with.

    ``ready`` names each condition of being ready and what is wrong with it ("" for nothing); it is called from a
    worker thread. ``public_url`` is scheme and host as the world sees us. ``staff_pane``, for development only, adds a
    second pane to the chat in which a newcomer plays staff; ``bind_staff`` then makes the given web chat address that
    of a training member of staff.
    """

    intake: Intake
    database: Database
    webchat: WebChat
    media: Media
    say: Say
    clock: Callable[[], datetime]
    metrics: Metrics
    secret_key: str
    public_url: str = ""
    city: str = ""
    timezone: str = "Asia/Jakarta"
    languages: tuple[str, ...] = ("id", "en", "min")
    ready: Callable[[], Mapping[str, str]] = field(default=dict)
    telegram: TelegramHook | None = None
    whatsapp: WhatsAppHook | None = None
    staff_pane: bool = False
    bind_staff: Callable[[str], None] | None = None
