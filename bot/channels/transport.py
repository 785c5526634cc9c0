"""The one HTTP client under every provider: a shared aiohttp session that knows whether a request may have arrived.

A provider's send has no idempotency key, so the question after a failure is never "did it work?" but "can it have
worked?": ``Unavailable`` says certainly not (send again), ``Ambiguous`` says perhaps (do not).
"""

from __future__ import annotations

import base64
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import IO, Any

import aiohttp
import orjson

from bot.channels.base import Ambiguous, Refused, SendError, Unavailable

CHUNK = 64 * 1024  # bytes handed on at a time while downloading
KEEP_ALIVE = 50.0  # seconds; below the 60-75 s after which the providers' front ends close an idle connection
DNS_TTL = 300  # seconds; a look-up per new connection would cost more than the connection

# Raised before the first byte of the request is written; everything else may mean that the provider has read it.
NEVER_SENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)
FAILURES = (aiohttp.ClientError, TimeoutError, OSError)

Headers = Mapping[str, str]
Fields = Mapping[str, str] | Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait, in seconds: ``connect`` for a free connection and its handshake, ``read`` for the answer."""

    connect: float = 5.0
    read: float = 10.0

    def timeout(self) -> aiohttp.ClientTimeout:
        """aiohttp's form of it; ``total`` catches a provider that drips one byte at a time."""
        return aiohttp.ClientTimeout(total=self.connect + self.read, connect=self.connect, sock_read=self.read)


PATIENCE = Patience()
UPLOAD_PATIENCE = Patience(read=60.0)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the provider said. ``headers`` are case-insensitive."""

    status: int
    body: bytes
    headers: Headers

    def json(self) -> Any:
        """The body as JSON, None where it is none: a gateway's error page is not the provider speaking."""
        try:
            return orjson.loads(self.body)
        except orjson.JSONDecodeError:
            return None


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a multipart form, read while it is sent."""

    field: str
    file: IO[bytes] | bytes
    name: str
    mime: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Download:
    """An answer whose body has not been read yet."""

    status: int
    headers: Headers
    _response: aiohttp.ClientResponse

    async def chunks(self, limit: int) -> AsyncIterator[bytes]:
        """The body, piece by piece. Raises Refused once it exceeds ``limit`` bytes, Unavailable if it breaks off."""
        size = 0
        while chunk := await self._next():
            size += len(chunk)
            if size > limit:
                raise Refused(f"file larger than {limit} bytes")
            yield chunk

    async def _next(self) -> bytes:
        try:
            return await self._response.content.read(CHUNK)
        except FAILURES as error:
            name = type(error).__name__
        raise Unavailable(name)


def basic_auth(user: str, password: str) -> dict[str, str]:
    """The header of HTTP basic authentication."""
    return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}


def _explain(error: BaseException) -> SendError:
    # The class alone is named: aiohttp's messages hold the URL, and Telegram's URLs hold the token.
    name = type(error).__name__
    return Unavailable(name) if isinstance(error, NEVER_SENT) else Ambiguous(name)


class Transport:
    """Connections shared by all channels of a process. Nothing is retried here; redirects are not followed."""

    def __init__(self, *, connections: int = 256) -> None:
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    async def start(self) -> None:
        """Open the session on the running loop; a second call does nothing."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, keepalive_timeout=KEEP_ALIVE, ttl_dns_cache=DNS_TTL
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": "udajang"},
            )

    async def stop(self) -> None:
        """Close every connection; whoever is still waiting for an answer gets ``Ambiguous``."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def post_form(
        self, url: str, fields: Fields, *, headers: Headers | None = None, patience: Patience = PATIENCE
    ) -> Answer:
        """Post a URL-encoded form; a sequence of pairs may repeat a name."""
        pairs = list(fields.items()) if isinstance(fields, Mapping) else list(fields)
        return await self._post(url, aiohttp.FormData(pairs), headers, patience)

    async def post_json(
        self, url: str, payload: Any, *, headers: Headers | None = None, patience: Patience = PATIENCE
    ) -> Answer:
        """Post ``payload`` as JSON."""
        return await self._post(
            url, orjson.dumps(payload), {"Content-Type": "application/json", **(headers or {})}, patience
        )

    async def post_multipart(
        self,
        url: str,
        fields: Mapping[str, str],
        uploads: Sequence[Upload],
        *,
        headers: Headers | None = None,
        patience: Patience = UPLOAD_PATIENCE,
    ) -> Answer:
        """Post a form with files."""
        form = aiohttp.FormData(default_to_multipart=True)
        for name, value in fields.items():
            form.add_field(name, value)
        for upload in uploads:
            form.add_field(upload.field, upload.file, filename=upload.name, content_type=upload.mime)
        return await self._post(url, form, headers, patience)

    async def _post(
        self, url: str, data: aiohttp.FormData | bytes, headers: Headers | None, patience: Patience
    ) -> Answer:
        try:
            async with self._open().post(
                url, data=data, headers=headers, timeout=patience.timeout(), allow_redirects=False
            ) as response:
                return Answer(response.status, await response.read(), response.headers)
        except FAILURES as error:
            failure = _explain(error)
        raise failure  # here, not in the handler: a chained aiohttp error would bring the URL into the log

    @asynccontextmanager
    async def get(
        self, url: str, *, headers: Headers | None = None, patience: Patience = UPLOAD_PATIENCE
    ) -> AsyncIterator[Download]:
        """Open ``url`` for reading. Every failure is Unavailable: asking again does no harm."""
        response = await self._get(url, headers, patience)
        try:
            yield Download(response.status, response.headers, response)
        finally:
            response.close()  # not release(): the rest of a file that proved too large is not waited for

    async def _get(self, url: str, headers: Headers | None, patience: Patience) -> aiohttp.ClientResponse:
        try:
            return await self._open().get(url, headers=headers, timeout=patience.timeout(), allow_redirects=False)
        except FAILURES as error:
            name = type(error).__name__
        raise Unavailable(name)

    def _open(self) -> aiohttp.ClientSession:
        if self._session is None or self._session.closed:
            raise Unavailable("transport is not started")
        return self._session
