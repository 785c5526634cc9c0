"""WhatsApp through Twilio: one sender number or messaging service, its requests and their answers.

The sender decides whether the 24 hours are open (``capabilities.window``): while they are it sends ``render(...)``,
afterwards ``template_request(...)``; if that is None the row is withheld until the person writes again. Twilio may
still say OutsideWindow, at once or in a status callback.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import orjson
import structlog

from bot.channels import whatsapp_errors, whatsapp_render
from bot.channels.base import Ambiguous, Refused, Request
from bot.channels.transport import PATIENCE, Answer, Patience, Transport
from bot.channels.whatsapp_errors import RefusedByTwilio
from bot.channels.whatsapp_http import TwilioHttp, client
from bot.channels.whatsapp_media import Fetcher
from bot.channels.whatsapp_parse import CHANNEL
from bot.channels.whatsapp_render import Account, Form, MediaUrl
from handlers.messages import MediaItem, Outgoing

PAGE = 50  # messages to one person looked through for one that may have been sent
CLOCK_SKEW = timedelta(seconds=30)  # between Twilio's clock and ours

log = structlog.get_logger()


class WhatsApp:
    """The channel. ``media_url`` gives the public address of a stored file (``bot.media.Media.url``)."""

    name = CHANNEL

    def __init__(
        self, account: Account, transport: Transport, *, media_url: MediaUrl, patience: Patience = PATIENCE
    ) -> None:
        self._account = account
        self._transport = transport
        self._media_url = media_url
        self._client = client(account, TwilioHttp(transport, patience=patience))
        self._messages = f"{account.base_url}/2010-04-01/Accounts/{account.account_sid}/Messages.json"
        self._fetcher = Fetcher(account, transport)
        self.capabilities = account.capabilities

    def lane(self) -> str:
        """``whatsapp:`` and the messaging service, or a hash of the sender's number."""
        return self._account.lane

    def render(self, outgoing: Outgoing, address: str, *, outbox_id: int) -> Request:
        """The request for a message that fits (see ``rendering.fit``) while free text is allowed. Pure."""
        return whatsapp_render.render(self._account, outgoing, address, outbox_id=outbox_id, media_url=self._media_url)

    def template_request(self, outgoing: Outgoing, address: str, *, outbox_id: int) -> Request | None:
        """The request for the approved template of ``outgoing``, if there is one: for when free text is not allowed."""
        return whatsapp_render.template(self._account, outgoing, address, outbox_id=outbox_id)

    async def send(self, request: Request) -> str:
        """Send it and return Twilio's message sid. Raises a SendError and nothing else.

        A content template that Twilio cannot use is replaced by plain text: the refused message was not sent.
        """
        form, fallback = request.payload["form"], request.payload.get("fallback")
        try:
            return await self._create(form)
        except RefusedByTwilio as refusal:
            _tell(refusal, form)
            if fallback is None or refusal.code not in whatsapp_errors.CONTENT:
                raise
        return await self._create(fallback)

    async def _create(self, form: Form) -> str:
        if not form.keys() & {"Body", "MediaUrl", "ContentSid"}:
            raise Refused("nothing in it can be sent by WhatsApp")
        answer = await self._ask("POST", data=form)
        sid = (answer or {}).get("sid")
        if not isinstance(sid, str):
            raise Ambiguous("Twilio's answer names no message")
        return sid

    async def _ask(self, method: str, **arguments: Any) -> Any:
        response = await self._client.request_async(method, self._messages, **arguments)
        answer = Answer(response.status_code, response.text.encode(), response.headers)
        if 200 <= answer.status < 300:
            body = answer.json()
            return body if isinstance(body, dict) else None
        raise whatsapp_errors.for_answer(answer)

    async def lookup(self, request: Request, *, since: datetime, known: Collection[str] = ()) -> str | None:
        """The sid of a message whose sending was Ambiguous, if Twilio has it; None if it does not.

        ``since`` is when it was sent; ``known`` are the sids of other messages, which are passed over.
        Raises a SendError and nothing else.
        """
        form: Form = request.payload["form"]
        # No DateSent: a message still waiting in Twilio's queue has none.
        parties = {name: form[name] for name in ("To", "From") if name in form}
        answer = await self._ask("GET", params={**parties, "PageSize": str(PAGE)})
        forms = [form, *filter(None, [request.payload.get("fallback")])]
        for message in (answer or {}).get("messages", ()):
            if message.get("sid") not in known and any(_is_that(message, one, since) for one in forms):
                return str(message["sid"])
        return None

    def fetch(self, item: MediaItem) -> AsyncIterator[bytes]:
        """The bytes of something a citizen sent. Raises Unavailable to try later, Refused or Unreachable for good."""
        return self._fetcher.fetch(item)

    async def start(self) -> None:
        """Open the shared connections; Twilio's webhooks are set in its console (docs/whatsapp-templates.md)."""
        await self._transport.start()

    async def stop(self) -> None:
        """Nothing of its own is open: the shared connections belong to the program."""


def _tell(refusal: RefusedByTwilio, form: Form) -> None:
    """Say in the log what only the operator can change."""
    if refusal.advice:
        log.error("whatsapp_refused", code=refusal.code, advice=refusal.advice)
    elif refusal.code in whatsapp_errors.CONTENT:
        log.warning("whatsapp_content_refused", code=refusal.code, content_sid=form.get("ContentSid"))


def _is_that(message: Mapping[str, Any], form: Form, since: datetime) -> bool:
    """Whether a message Twilio lists is the one of ``form``: sent by us, not before ``since``, with its words."""
    if not str(message.get("direction", "")).startswith("outbound") or _created(message) < since - CLOCK_SKEW:
        return False
    if form.get("MessagingServiceSid", message.get("messaging_service_sid")) != message.get("messaging_service_sid"):
        return False
    listed = str(message.get("body") or "").strip()
    if "ContentSid" in form:
        # Twilio lists the filled-in text, without saying which template it was.
        words = str(orjson.loads(form.get("ContentVariables", "{}")).get("1", "")).strip()
        return bool(words) and words in listed
    return listed == str(form.get("Body", "")).strip()


def _created(message: Mapping[str, Any]) -> datetime:
    try:
        return parsedate_to_datetime(str(message.get("date_created"))).astimezone(UTC)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
