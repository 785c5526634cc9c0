"""twilio's client on our own connections, since the HTTP client it brings has no time-out that works."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from twilio.http import AsyncHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from bot.channels.base import Refused
from bot.channels.transport import PATIENCE, Answer, Patience, Transport, basic_auth
from bot.channels.whatsapp_render import Account

MAX_ANSWER = 4 * 2**20  # bytes
# twilio rewrites hosts by TWILIO_EDGE and TWILIO_REGION; where requests go is for whatsapp.base_url alone to say.
# The mapping must not be empty: twilio would read the process's environment instead.
NO_ENVIRONMENT = {"TWILIO_EDGE": "", "TWILIO_REGION": ""}


class TwilioHttp(AsyncHttpClient):  # type: ignore[misc]
    """A twilio HTTP client that raises SendError. ``patience``: how long one request may take."""

    def __init__(self, transport: Transport, *, patience: Patience = PATIENCE) -> None:
        super().__init__(logging.getLogger("twilio.udajang"), True)
        self._transport = transport
        self._patience = patience

    async def request(
        self,
        method: str,
        uri: str,
        params: Mapping[str, Any] | None = None,
        data: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - twilio's signature
        allow_redirects: bool = False,
    ) -> Response:
        """Carry out one GET or form POST, as twilio's clients ask for it. Redirects are never followed."""
        sent = {name: value for name, value in (headers or {}).items() if name != "Content-Type"}
        if auth:
            sent |= basic_auth(*auth)
        url = f"{uri}?{urlencode(params)}" if params else uri
        patience = Patience(self._patience.connect, timeout) if timeout else self._patience
        if method.upper() == "POST":
            return _response(await self._transport.post_form(url, _pairs(data or {}), headers=sent, patience=patience))
        if method.upper() != "GET":
            raise Refused(f"{method} is not used with Twilio")
        async with self._transport.get(url, headers=sent, patience=patience) as download:
            body = b"".join([chunk async for chunk in download.chunks(MAX_ANSWER)])
            return _response(Answer(download.status, body, download.headers))


def client(account: Account, http: TwilioHttp) -> Client:
    """twilio's client for the account, talking to ``account.base_url`` and nowhere else."""
    made = Client(account.account_sid, account.auth_token, http_client=http, environment=NO_ENVIRONMENT)
    made.api.base_url = account.base_url
    return made


def _pairs(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    """A list becomes a field given several times, the way Twilio wants MediaUrl."""
    return [(name, str(one)) for name, value in data.items() for one in (value if isinstance(value, list) else [value])]


def _response(answer: Answer) -> Response:
    return Response(answer.status, answer.body.decode("utf-8", "replace"), answer.headers)
