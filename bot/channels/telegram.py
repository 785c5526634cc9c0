"""Telegram: one bot, its calls by python-telegram-bot over the shared transport.

PTB carries requests and nothing else: updates are read by ``telegram_parse``, conversations are kept in the database.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar

import structlog
import telegram
from telegram.error import TelegramError

from bot.channels import telegram_errors, telegram_inline, telegram_parse, telegram_poll, telegram_render
from bot.channels.base import Ambiguous, Capabilities, Refused, Request, SendError, Unavailable, Unreachable
from bot.channels.telegram_errors import AlreadySo, BadMarkup, Failed, TokenRejected
from bot.channels.telegram_inline import Query
from bot.channels.telegram_parse import OUTSIDE
from bot.channels.telegram_request import PollingRequest, SharedRequest
from bot.channels.transport import PATIENCE, Patience, Transport
from bot.media import PREFIX
from handlers.info.inline import Offer
from handlers.messages import MediaItem, Outgoing
from storage.topics import Step

T = TypeVar("T")
Json = dict[str, Any]

# Who leaves a group (``chat_member``) is told to bots that are administrators there.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "my_chat_member", "chat_member")
MAX_CONNECTIONS = 40  # Telegram's default; each waits for a commit, and one group commit takes 64
MAX_DOWNLOAD = 20 * 2**20  # bytes; more is not given out by getFile
MAX_CAPTION = 1024  # UTF-16 code units
MAX_LABEL = 40  # characters; a phone shows about that many on a button of full width
FIRST_PAUSE, LAST_PAUSE = 1.0, 60.0  # seconds between tries to reach Telegram at the start

FILE_ID = re.compile(r"[\w-]{4,500}", re.ASCII)
INPUT_MEDIA: dict[str, Callable[..., telegram.InputMedia]] = {
    "photo": telegram.InputMediaPhoto,
    "video": telegram.InputMediaVideo,
    "document": telegram.InputMediaDocument,
}
FILE_FIELDS = ("photo", "video", "voice", "audio", "document", "sticker", "animation", "video_note")

log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Menu:
    """The commands (name, description) some people see. ``scope``: ``default``, ``all_private_chats``,
    ``all_group_chats``, or the address of one chat. Without ``language`` for everybody who has no menu in theirs."""

    commands: tuple[tuple[str, str], ...]
    scope: str = "default"
    language: str = ""

    @property
    def place(self) -> telegram.BotCommandScope:
        """The scope as PTB writes it."""
        if self.scope.lstrip("-").isdecimal():
            return telegram.BotCommandScopeChat(int(self.scope))
        return telegram.BotCommandScope(self.scope)


@dataclass(frozen=True, slots=True)
class Profile:
    """What a newcomer reads before pressing Start (512 characters), and below the name (120)."""

    description: str
    short: str
    language: str = ""


@dataclass(frozen=True)
class Account:
    """The bot and how it is reached.

    ``mode`` "send" leaves webhook, menus and profile to another process. Paces in messages per second;
    ``first_pause`` is how many seconds after a failure Telegram is asked again, the first time.
    """

    token: str = field(repr=False)
    base_url: str = "https://api.telegram.org"
    mode: Literal["polling", "webhook", "send"] = "send"
    webhook_url: str = ""
    webhook_secret: str = field(default="", repr=False)
    menus: Sequence[Menu] = ()
    profiles: Sequence[Profile] = ()
    pace: float = 30.0
    chat_pace: float = 1.0
    group_pace: float = 1 / 3
    patience: Patience = PATIENCE
    first_pause: float = FIRST_PAUSE

    @property
    def lane(self) -> str:
        """``telegram:`` and the bot's id, which is the part of its token that is no secret."""
        return f"{telegram_parse.NAME}:{self.token.partition(':')[0]}"

    @property
    def capabilities(self) -> Capabilities:
        """What Telegram allows this bot."""
        return Capabilities(
            max_text=4096,
            buttons=100,
            max_label=MAX_LABEL,
            pace=self.pace,
            chat_pace=self.chat_pace,
            group_pace=self.group_pace,
            in_flight=100,
            max_media=MAX_DOWNLOAD,
            album=10,
            caption=MAX_CAPTION,
        )


class Telegram:
    """The channel. ``stored`` gives the path of a ``stored:`` file and raises FileNotFoundError (``Media.path``)."""

    name = telegram_parse.NAME

    def __init__(self, account: Account, transport: Transport, *, stored: Callable[[str], Path]) -> None:
        self.capabilities = account.capabilities
        self.introduced = asyncio.Event()  # Telegram has answered: name, menus and webhook are set
        self._account = account
        self._transport = transport
        self._stored = stored
        self._username = ""
        self._introduction: asyncio.Task[None] | None = None
        self._polling = PollingRequest(transport, account.patience)
        self._bot = telegram.Bot(
            account.token,
            base_url=f"{account.base_url}/bot",
            base_file_url=f"{account.base_url}/file/bot",
            request=SharedRequest(transport, account.patience),
            get_updates_request=self._polling,
        )

    def lane(self) -> str:
        """``telegram:`` and the bot's id."""
        return self._account.lane

    def username(self) -> str:
        """The bot's name without the @; empty until Telegram has told it."""
        return self._username

    def render(self, outgoing: Outgoing, address: str, *, outbox_id: int) -> Request:
        """The call for one message that already fits. Pure."""
        return telegram_render.render(outgoing, address, max_label=self.capabilities.max_label)

    def topic_request(self, step: Step, address: str, thread: str, title: str) -> Request:
        """The call that opens, renames, closes or reopens a topic. Pure."""
        return telegram_render.topic_step(step, address, thread, title)

    async def is_member(self, group: str, person: str) -> bool | None:
        """Whether the person is in the group; None if Telegram does not know them. Raises SendError to ask again."""
        try:
            member = await _call(self._bot.get_chat_member(int(group), int(person)))
        except Refused as refused:
            return False if telegram_errors.not_a_member(refused) else None
        except Unreachable:
            return None
        return member.status not in OUTSIDE and bool(getattr(member, "is_member", True))

    async def send(self, request: Request) -> str:
        """Send it and return the message id, of an album that of its first part, of a new topic its thread.

        Raises a SendError and nothing else. If Telegram finds fault with the formatting, the words are sent without it.
        """
        try:
            return await self._send(request)
        except AlreadySo:
            return ""
        except BadMarkup as fault:
            log.warning("telegram: a message is badly formatted, sent as plain text", reason=str(fault))
        except TokenRejected:
            log.critical("telegram: the bot token is not accepted", lane=self.lane())
            raise
        return await self._send(telegram_render.without_markup(request))

    async def _send(self, request: Request) -> str:
        arguments = await self._with_files(request.payload)
        sent = await _call(getattr(self._bot, request.method)(**arguments))
        match sent[0] if isinstance(sent, tuple) and sent else sent:
            case telegram.Message(message_id=message_id):
                return str(message_id)
            case telegram.ForumTopic(message_thread_id=thread):
                return str(thread)
            case True if request.method in telegram_render.STEPS.values():
                return ""
            case _:
                raise Ambiguous("the answer names no message")

    async def _with_files(self, payload: Mapping[str, Any]) -> Json:
        arguments = dict(payload)
        for name in FILE_FIELDS:
            if name in payload:
                arguments[name] = await self._file(payload[name], attach=False)
        if "media" in payload:
            arguments["media"] = [await self._input_media(item) for item in payload["media"]]
        return arguments

    async def _input_media(self, item: Json) -> telegram.InputMedia:
        words = {name: value for name, value in item.items() if name in ("caption", "parse_mode")}
        return INPUT_MEDIA[item["type"]](media=await self._file(item["media"], attach=True), **words)

    async def _file(self, ref: str, *, attach: bool) -> str | telegram.InputFile:
        if ref.startswith(PREFIX):
            try:
                path = self._stored(ref)
                content = await asyncio.to_thread(path.read_bytes)
            except OSError:
                raise Refused("the stored file is gone") from None
            return telegram.InputFile(content, filename=path.name, attach=attach)
        # PTB would upload whatever local file has that name.
        if not FILE_ID.fullmatch(ref):
            raise Refused("not a file that Telegram knows")
        return ref

    async def fetch(self, item: MediaItem) -> AsyncIterator[bytes]:
        """The bytes of something a citizen sent. Raises Unavailable to retry, Refused or Unreachable for good."""
        if item.size > self.capabilities.max_media:
            raise Refused("larger than Telegram gives out")
        found = await _call(self._bot.get_file(item.ref))
        if not found.file_path:
            raise Unavailable("Telegram has the file not ready")
        async with self._transport.get(found.file_path) as download:
            if download.status == 404:
                raise Unreachable("the file is gone")
            if download.status != 200:
                raise Unavailable(f"HTTP {download.status}")
            async for chunk in download.chunks(self.capabilities.max_media):
                yield chunk

    async def start(self) -> None:
        """Open the transport and introduce ourselves in the background: a start never waits for Telegram."""
        await self._transport.start()
        self._introduction = asyncio.create_task(self._introduce(), name="telegram introduction")

    async def stop(self) -> None:
        """Give up what ``start`` began; the transport belongs to the composition root."""
        if self._introduction is not None:
            self._introduction.cancel()
            await asyncio.gather(self._introduction, return_exceptions=True)

    async def _introduce(self) -> None:
        seconds, told = self._account.first_pause, False
        while not self.introduced.is_set():
            try:
                await self._set_up()
            except SendError as trouble:
                if not told:
                    reason = f"{type(trouble).__name__}: {trouble}"
                    log.warning("telegram: cannot be reached, trying again in the background", reason=reason)
                told = True
                await asyncio.sleep(max(seconds, getattr(trouble, "retry_after", 0.0)))
                seconds = min(seconds * 2, LAST_PAUSE)

    async def _set_up(self) -> None:
        me = await _call(self._bot.get_me())
        self._username = me.username or ""
        if self._account.mode != "send":
            await self._introduce_bot()
        self.introduced.set()
        log.info("telegram: ready", bot=self._username, mode=self._account.mode)

    async def _introduce_bot(self) -> None:
        if self._account.mode == "webhook":
            await self._set_webhook()
        for menu in self._account.menus:
            await self.set_menu(menu)
        for profile in self._account.profiles:
            code = profile.language or None
            await _call(self._bot.set_my_description(profile.description, language_code=code))
            await _call(self._bot.set_my_short_description(profile.short, language_code=code))

    async def _set_webhook(self) -> None:
        await _call(
            self._bot.set_webhook(
                self._account.webhook_url,
                secret_token=self._account.webhook_secret,
                max_connections=MAX_CONNECTIONS,
                allowed_updates=ALLOWED_UPDATES,
            )
        )

    async def set_menu(self, menu: Menu) -> None:
        """Show these commands; an empty menu falls back to the next wider one. Raises SendError."""
        code = menu.language or None
        if menu.commands:
            await _call(self._bot.set_my_commands(menu.commands, scope=menu.place, language_code=code))
        else:
            await _call(self._bot.delete_my_commands(scope=menu.place, language_code=code))

    async def poll(
        self, deliver: telegram_poll.Deliver, answer: telegram_poll.Answer = telegram_poll.no_answer
    ) -> None:
        """Fetch updates and ``deliver`` each until cancelled; see ``telegram_poll``. An earlier webhook is removed."""
        pause = telegram_poll.Pause(self._account.first_pause)
        while True:
            try:
                await _call(self._bot.delete_webhook())
                break
            except SendError as trouble:
                await pause.wait(trouble)
        pause.over()
        await telegram_poll.poll(self, deliver, answer, first_pause=self._account.first_pause)

    async def updates(self, offset: int | None, hold: int) -> Sequence[Json]:
        """One long poll, ``hold`` seconds at most; confirms what comes before ``offset``. Raises SendError."""
        await _call(self._bot.get_updates(offset, limit=100, timeout=hold, allowed_updates=ALLOWED_UPDATES))
        return self._polling.updates

    async def offer(self, query: Query, offer: Offer) -> None:
        """Show somebody who is typing what there is to choose from. Whoever types on has asked again already, so
        whatever goes wrong is let go."""
        try:
            await _call(
                self._bot.answer_inline_query(**telegram_inline.parameters(query, offer, username=self._username))
            )
        except SendError as trouble:
            log.debug("telegram: an inline query was not answered", reason=type(trouble).__name__)

    async def acknowledge(self, update: Json) -> None:
        """Stop a pressed button from spinning. It is only a courtesy: whatever goes wrong is let go."""
        call = telegram_parse.answer(update)
        if call is None:
            return
        try:
            await _call(self._bot.answer_callback_query(call["callback_query_id"]))
        except SendError as trouble:
            log.debug("telegram: a button was not acknowledged", reason=type(trouble).__name__)


async def _call(asked: Awaitable[T]) -> T:
    """The result of a call of PTB. Raises a SendError and nothing else."""
    try:
        return await asked
    except Failed as failed:
        reason = failed.reason
    except (TelegramError, KeyError, TypeError, ValueError) as error:
        reason = Ambiguous(f"unreadable answer ({type(error).__name__})")
    raise reason
