"""Telegram on loopback: a Bot API server with people behind it that checks every call and fails as told.

``async with BotApi() as api: siti = api.person(7001, "Siti"); siti.says("Halo"); await siti.hears("Selamat datang")``.
Calls that break the documentation are refused as Telegram would and remembered in ``violations``; leaving the block
with any left is an AssertionError.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.emulators import bot_api_rules as rules
from tests.emulators.bot_api_forums import Forums
from tests.emulators.bot_api_people import PATIENCE, Person
from tests.emulators.bot_api_rules import Call, RefusedError
from tests.emulators.bot_api_webhook import Webhook
from tests.payloads.telegram import BOT, DATE

Json = dict[str, Any]

TOKEN = f"{BOT['id']}:TEST-token_of-the-emulated-bot"
MAX_FILE = 20 * 2**20  # bytes; getFile gives out no more


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong: an error answer, or none at all. ``done``: Telegram did what was asked nevertheless."""

    status: int = 0
    description: str = ""
    parameters: Json = field(default_factory=dict)
    hang: bool = False
    done: bool = False
    page: bool = False  # a gateway's HTML instead of Telegram's JSON
    code: int = 0  # in the JSON, if it differs from the status
    result: Any = None  # with status 200: an answer that is not what it should be


def throttled(seconds: int) -> Fault:
    """429 with retry_after."""
    return Fault(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def broken(status: int = 500, *, page: bool = False) -> Fault:
    """A 5xx, by Telegram or as a gateway's page."""
    return Fault(status, "Internal Server Error", page=page)


def silent() -> Fault:
    """The message is delivered, the answer never comes."""
    return Fault(hang=True, done=True)


def dropped() -> Fault:
    """The message is delivered, then the connection breaks."""
    return Fault(done=True)


class BotApi:
    """The server. ``latency`` in seconds is pretended for every call; ``calls`` are remembered in order."""

    def __init__(self, token: str = TOKEN, *, latency: float = 0.0) -> None:
        self.token = token
        self.latency = latency
        self.calls: list[Call] = []
        self.violations: list[str] = []
        self.chats: dict[int, list[Json]] = {}  # what the bot said, by chat
        self.menus: dict[str, Any] = {}
        self.arrived = asyncio.Condition()
        self.webhook = Webhook(self._execute)
        self.forums = Forums(self.next_message_id)
        self._faults: dict[str, list[Fault]] = {}
        self._people: dict[int, Json] = {}
        self._blocked: set[int] = set()
        self._moved: dict[int, int] = {}
        self._files: dict[str, bytes] = {}
        self._updates: list[Json] = []
        self._last_update = 900_000_000
        self._last_message: dict[int, int] = {}
        self._polls = 0
        self._closing = asyncio.Event()
        app = web.Application(client_max_size=60 * 2**20)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        app.router.add_route("*", "/{sender}/bot{token}/{method}", self._serve)
        app.router.add_get("/file/bot{token}/{path:.*}", self._serve_file)
        self._server = TestServer(app)

    @property
    def base_url(self) -> str:
        """For ``telegram.base_url``."""
        return str(self._server.make_url("")).rstrip("/")

    async def __aenter__(self) -> Self:
        await self._server.start_server()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._closing.set()
        await self.webhook.close()
        await self._server.close()
        if kind is None:
            assert not self.violations, self.violations

    # --- the world

    def person(self, user_id: int, name: str, *, language: str = "id") -> Person:
        """Somebody who has pressed Start some time ago."""
        person = Person(self, user_id, name, language)
        self._people[user_id] = person.private
        return person

    def group(self, chat_id: int, title: str) -> Json:
        """A group the bot is a member of."""
        self._people[chat_id] = {
            "id": chat_id,
            "title": title,
            "type": "supergroup" if chat_id < -(10**12) else "group",
        }
        return self._people[chat_id]

    def forum(self, chat_id: int, title: str, *, rights: bool = True) -> Json:
        """A group with topics; with ``rights`` the bot is its administrator and may manage them."""
        self.forums.begin(chat_id, rights=rights)
        self.group(chat_id, title)["is_forum"] = True
        return self._people[chat_id]

    def upgrade(self, chat: Json, new_id: int) -> None:
        """The group becomes a supergroup with another id; the bot is not told before it writes to the old one."""
        self._moved[chat["id"]] = new_id
        self.group(new_id, chat["title"])

    def fails(self, method: str, *faults: Fault) -> None:
        """The next calls of ``method`` meet these faults, one each."""
        self._faults.setdefault(method, []).extend(faults)

    def called(self, method: str) -> list[Json]:
        """The parameters of every call of ``method``."""
        return [call.parameters for call in self.calls if call.method == method]

    async def is_called(self, method: str) -> None:
        """Wait until the bot has called ``method``."""
        async with asyncio.timeout(PATIENCE), self.arrived:
            while not self.called(method):
                await self.arrived.wait()

    async def has_menu(self, place: str) -> None:
        """Wait until a menu is set for ``place``, such as ``default/en`` or ``7001/``."""
        async with asyncio.timeout(PATIENCE), self.arrived:
            while place not in self.menus:
                await self.arrived.wait()

    # --- what people need

    def set_blocked(self, chat: int, blocked: bool) -> None:
        """Whether this person has blocked the bot."""
        (self._blocked.add if blocked else self._blocked.discard)(chat)

    def next_message_id(self, chat: int) -> int:
        """Message ids count up in each chat."""
        self._last_message[chat] = self._last_message.get(chat, 0) + 1
        return self._last_message[chat]

    def keep_file(self, content: bytes) -> str:
        """Store a file and name it."""
        file_id = f"AgACAgUAAxkBAAI{len(self._files):04d}"
        self._files[file_id] = content
        return file_id

    def deliver(self, **content: Json) -> Json:
        """Make an update and hand it to the bot, by webhook if one is set."""
        self._last_update += 1
        update = {"update_id": self._last_update, **content}
        self.redeliver(update)
        return update

    def redeliver(self, update: Json) -> None:
        """The same update (once more)."""
        if not self.webhook.push(update):
            self._updates.append(update)

    # --- serving

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != self.token:
            return _error(RefusedError(401, "Unauthorized"))
        call = await _read(method, request)
        if self.latency:
            await asyncio.sleep(self.latency)
        fault = self._faults[method].pop(0) if self._faults.get(method) else None
        if fault is not None and not fault.done:
            self.calls.append(call)
            return _fault_answer(fault)
        answer = await self._answer(call)
        return answer if fault is None else await self._lose(request, fault)

    async def _lose(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.hang:
            await self._closing.wait()
        assert request.transport is not None
        request.transport.abort()
        return web.Response()

    async def _answer(self, call: Call) -> web.Response:
        try:
            return web.json_response({"ok": True, "result": await self._execute(call)})
        except RefusedError as refusal:
            return _error(refusal)

    async def _execute(self, call: Call) -> Any:
        self.calls.append(call)
        async with self.arrived:
            self.arrived.notify_all()
        found = list(rules.faults(call))
        if found:
            self.violations += found
            raise RefusedError(400, f"Bad Request: {found[0].partition(': ')[2]}")
        if call.method.startswith("send") and call.method != "sendChatAction":
            return await self._send(call)
        if call.method.endswith("ForumTopic"):
            return self.forums.execute(call.method, call.parameters)
        own = getattr(self, f"_{call.method}", None)
        return await own(call.parameters) if own else True

    async def _send(self, call: Call) -> Any:
        chat = self._chat_for(call.parameters["chat_id"])
        thread = call.parameters.get("message_thread_id")
        self.forums.check_thread(chat["id"], thread)
        parts = call.parameters["media"] if call.method == "sendMediaGroup" else [call.parameters]
        sent = [self._message(chat, item, call.files) for item in parts]
        for message in sent:
            message.update({"message_thread_id": thread, "is_topic_message": True} if thread else {})
        self.chats.setdefault(chat["id"], []).extend(sent)
        async with self.arrived:
            self.arrived.notify_all()
        return sent if call.method == "sendMediaGroup" else sent[0]

    def _chat_for(self, chat_id: int) -> Json:
        if chat_id in self._moved:
            description = "Bad Request: group chat was upgraded to a supergroup chat"
            raise RefusedError(400, description, migrate_to_chat_id=self._moved[chat_id])
        if chat_id in self._blocked:
            raise RefusedError(403, "Forbidden: bot was blocked by the user")
        if chat_id not in self._people:
            raise RefusedError(400, "Bad Request: chat not found")
        return self._people[chat_id]

    def _message(self, chat: Json, said: Mapping[str, Any], files: Mapping[str, bytes]) -> Json:
        message: Json = {"message_id": self.next_message_id(chat["id"]), "from": BOT, "chat": chat, "date": DATE}
        for name in ("text", "caption"):
            if name in said:
                message[name] = rules.shown(said[name], said.get("parse_mode")).strip()
        if "reply_markup" in said:
            message["reply_markup"] = said["reply_markup"]
        quoted = said.get("reply_parameters", {}).get("message_id")
        if quoted:
            message["reply_to_message"] = {"message_id": quoted, "chat": chat, "date": DATE}
        for content in files.values():
            self.keep_file(content)
        return message

    async def _getMe(self, _: Json) -> Json:  # noqa: N802 - named by the API
        return {**BOT, "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": True}

    async def _getUpdates(self, asked: Json) -> list[Json]:  # noqa: N802
        if self.webhook.url:
            raise RefusedError(409, "Conflict: can't use getUpdates method while webhook is active")
        self._polls += 1
        mine = self._polls
        offset = asked.get("offset", 0)
        self._updates = [update for update in self._updates if update["update_id"] >= offset]
        for _ in range(round(asked.get("timeout", 0) / 0.01)):
            if self._updates or self._closing.is_set():
                break
            await asyncio.sleep(0.01)
            if mine != self._polls:
                raise RefusedError(409, "Conflict: terminated by other getUpdates request")
        return self._updates[: asked.get("limit", 100)]

    async def _setWebhook(self, asked: Json) -> bool:  # noqa: N802
        self.webhook.set(asked["url"], asked.get("secret_token", ""), asked.get("allowed_updates", ()))
        waiting, self._updates = self._updates, []
        for update in waiting:
            self.redeliver(update)
        return True

    async def _deleteWebhook(self, _: Json) -> bool:  # noqa: N802
        self.webhook.set("", "", ())
        return True

    async def _getWebhookInfo(self, _: Json) -> Json:  # noqa: N802
        return {"url": self.webhook.url, "has_custom_certificate": False, "pending_update_count": len(self._updates)}

    async def _setMyCommands(self, asked: Json) -> bool:  # noqa: N802
        scope = asked.get("scope", {"type": "default"})
        place = f"{scope.get('chat_id', scope['type'])}/{asked.get('language_code', '')}"
        self.menus[place] = {entry["command"]: entry["description"] for entry in asked["commands"]}
        async with self.arrived:
            self.arrived.notify_all()
        return True

    async def _getChatMember(self, asked: Json) -> Json:  # noqa: N802
        chat = self._chat_for(asked["chat_id"])
        if asked["user_id"] not in self._people:
            raise RefusedError(400, "Bad Request: user not found")
        user = {**self._people[asked["user_id"]], "is_bot": False}
        return self.forums.member(chat["id"], asked["user_id"], user)

    async def _getFile(self, asked: Json) -> Json:  # noqa: N802
        file_id = asked["file_id"]
        if file_id not in self._files:
            raise RefusedError(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        size = len(self._files[file_id])
        if size > MAX_FILE:
            raise RefusedError(400, "Bad Request: file is too big")
        return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": size, "file_path": f"f/{file_id}"}

    async def _serve_file(self, request: web.Request) -> web.Response:
        file_id = request.match_info["path"].rpartition("/")[2]
        if request.match_info["token"] != self.token or file_id not in self._files:
            raise web.HTTPNotFound
        fault = self._faults["file"].pop(0) if self._faults.get("file") else None
        if fault is not None:
            return web.Response(status=fault.status)
        return web.Response(body=self._files[file_id])


async def _read(method: str, request: web.Request) -> Call:
    sender = request.match_info.get("sender", "")
    if request.content_type == "application/json":
        return Call(method, json.loads(await request.text() or "{}"), sender=sender)
    form: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for name, value in (*(await request.post()).items(), *request.query.items()):
        if isinstance(value, web.FileField):
            files[name] = value.file.read()
        else:
            form[name] = str(value)
    return Call(method, rules.decoded(method, form), files, sender)


def _fault_answer(fault: Fault) -> web.Response:
    if fault.page:
        return web.Response(text=f"<html>{fault.description}</html>", status=fault.status, content_type="text/html")
    if fault.result is not None:
        return web.json_response({"ok": True, "result": fault.result})
    refusal = RefusedError(fault.code or fault.status, fault.description, **fault.parameters)
    return _error(refusal, status=fault.status)


def _error(refusal: RefusedError, *, status: int = 0) -> web.Response:
    body: Json = {"ok": False, "error_code": refusal.status, "description": refusal.description}
    if refusal.parameters:
        body["parameters"] = refusal.parameters
    return web.json_response(body, status=status or refusal.status)
