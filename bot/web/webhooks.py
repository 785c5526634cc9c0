"""What the providers call: each request is proved, parsed, committed, and only then acknowledged."""

from __future__ import annotations

import asyncio
import hmac
from typing import Any
from urllib.parse import parse_qsl

import orjson
import structlog
from starlette.requests import Request
from starlette.responses import Response

from bot.channels import telegram_inline, telegram_parse, whatsapp_parse, whatsapp_signature, whatsapp_status
from bot.receive import Busy
from bot.web.parts import TelegramHook, WhatsAppHook
from bot.web.site import Site

SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the header's name
TWIML = "<Response/>"  # says nothing back: replies go through the outbox
MAX_FIELDS = 500  # Twilio sends about 40

log = structlog.get_logger(__name__)


def _forbidden() -> Response:
    return Response(status_code=403)


def _busy() -> Response:
    """Telegram comes back after Retry-After; Twilio according to the retry policy in its webhook URL."""
    return Response(status_code=503, headers={"Retry-After": "1"})


class TelegramWebhook:
    """``POST /telegram``."""

    def __init__(self, site: Site, hook: TelegramHook) -> None:
        self._site = site
        self._secret = hook.secret.encode()
        self._username = hook.username
        self._answer = hook.answer

    async def receive(self, request: Request) -> Response:
        """One update. What cannot be read is acknowledged too: Telegram would bring it back for 24 hours."""
        given = request.headers.get(SECRET_HEADER, "").encode("latin-1", "replace")
        if not self._secret or not hmac.compare_digest(given, self._secret):
            return _forbidden()
        update = _update(await request.body())
        if update is None:
            log.warning("telegram sent something that is no update")
            return Response()
        if "inline_query" in update:
            return await self._offered(update)
        inbound = telegram_parse.parse(update, me=self._username())
        if inbound is None:
            log.info("telegram update ignored", update_id=update.get("update_id"), kinds=sorted(update))
            return _answered(update)
        try:
            await self._site.take(inbound)
        except Busy:
            return _busy()
        return _answered(update)

    async def _offered(self, update: dict[str, Any]) -> Response:
        """An inline query is no message: it goes past the intake and is answered at once, or not at all."""
        found = await self._answer(update)
        if found is None:
            return Response()
        call = telegram_inline.call(*found, username=self._username())
        return Response(orjson.dumps(call), media_type="application/json")


def _update(body: bytes) -> dict[str, Any] | None:
    try:
        update = orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return update if isinstance(update, dict) else None


def _answered(update: dict[str, Any]) -> Response:
    """Telegram carries out a call that stands in the answer, which saves a request for every pressed button."""
    call = telegram_parse.answer(update)
    return Response(orjson.dumps(call), media_type="application/json") if call else Response()


class WhatsAppWebhook:
    """``POST /whatsapp`` and ``POST /whatsapp/status``."""

    def __init__(self, site: Site, hook: WhatsAppHook) -> None:
        self._site = site
        self._hook = hook

    async def receive(self, request: Request) -> Response:
        """One message."""
        pairs = await self._proved(request)
        if pairs is None:
            return _forbidden()
        inbound = whatsapp_parse.parse(pairs)
        if inbound is None:
            log.info("whatsapp webhook ignored", fields=sorted({name for name, _ in pairs}))
            return Response(TWIML, media_type="text/xml")
        try:
            await self._site.take(inbound)
        except Busy:
            return _busy()
        return Response(TWIML, media_type="text/xml")

    async def status(self, request: Request) -> Response:
        """What became of a message we sent."""
        pairs = await self._proved(request)
        if pairs is None:
            return _forbidden()
        update = whatsapp_status.status(pairs, parse_qsl(request.url.query))
        if update is not None:
            await asyncio.to_thread(self._hook.settle, update)
        return Response(TWIML, media_type="text/xml")

    async def _proved(self, request: Request) -> list[tuple[str, str]] | None:
        """The form's pairs if Twilio signed them, blank ones included, for the signature covers those too."""
        try:
            pairs = parse_qsl((await request.body()).decode(), keep_blank_values=True, max_num_fields=MAX_FIELDS)
        except ValueError:
            return None
        query = request.url.query
        genuine = whatsapp_signature.valid(
            request.headers.get(whatsapp_signature.HEADER),
            url=self._site.parts.public_url + request.url.path + (f"?{query}" if query else ""),
            pairs=pairs,
            tokens=self._hook.tokens,
            account_sid=self._hook.account_sid,
            settings=request.headers.get(whatsapp_signature.SETTINGS_HEADER),
        )
        return pairs if genuine else None
