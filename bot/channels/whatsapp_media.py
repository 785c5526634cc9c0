"""Downloads of what citizens send: from Twilio only, and never from an address inside our own network.

The reference comes out of a signed webhook; it is checked all the same, since whoever could forge one would be able
to make us send our password anywhere and read what only this machine can reach.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from fnmatch import fnmatchcase

from yarl import URL

from bot import media
from bot.channels.base import Refused, Unavailable, Unreachable
from bot.channels.transport import Download, Transport, basic_auth
from bot.channels.whatsapp_render import Account
from handlers.messages import MediaItem

OFFICIAL = "https://api.twilio.com"  # what webhooks name even when our requests go by a proxy
PATH = re.compile(r"/Messages/(?:SM|MM)[0-9a-fA-F]{32}/Media/ME[0-9a-fA-F]{32}")
LOOPBACK = ("127.0.0.1", "::1", "localhost")
REDIRECTS = frozenset({301, 302, 303, 307, 308})
UNSAID = ("", "application/octet-stream", "binary/octet-stream")  # content types that say nothing
HEAD = 16  # bytes that show what a file is
# A media resource may lag seconds behind the webhook that names it (Twilio's support article on intermittent 404s).
SETTLE = (1.0, 3.0)


class Fetcher:
    """Reads media resources of one account. ``settle``: seconds to wait after each 404 before asking again."""

    def __init__(self, account: Account, transport: Transport, *, settle: Sequence[float] = SETTLE) -> None:
        self._account = account
        self._transport = transport
        self._settle = settle
        self._auth = basic_auth(account.account_sid, account.auth_token)
        self._base = URL(account.base_url)
        self._local = self._base.host in LOOPBACK

    async def fetch(self, item: MediaItem) -> AsyncIterator[bytes]:
        """The file's bytes. Raises Unavailable to try later, Refused or Unreachable for good."""
        url = self._source(item.ref)
        await self._check_address(url)
        async with self._open(url) as answer:
            if answer.status not in REDIRECTS:
                async for chunk in self._file(answer):
                    yield chunk
                return
            target = _target(url, answer.headers.get("Location", ""))
        await self._check_redirect(target)
        async with self._transport.get(str(target)) as answer:  # without our password
            async for chunk in self._file(answer):
                yield chunk

    def _source(self, ref: str) -> URL:
        """Where to ask for ``ref``: our own account's media, by way of the configured host."""
        for host in (self._account.base_url, OFFICIAL):
            start = f"{host}/2010-04-01/Accounts/{self._account.account_sid}"
            if ref.startswith(start) and PATH.fullmatch(ref[len(start) :]):
                return URL(self._account.base_url + ref[len(host) :])
        raise Refused("not a media resource of our account")

    @asynccontextmanager
    async def _open(self, url: URL) -> AsyncIterator[Download]:
        """The first answer that is not 404, or the last one."""
        for pause in self._settle:
            async with self._transport.get(str(url), headers=self._auth) as answer:
                if answer.status != 404:
                    yield answer
                    return
            await asyncio.sleep(pause)
        async with self._transport.get(str(url), headers=self._auth) as answer:
            yield answer

    async def _check_redirect(self, target: URL) -> None:
        if target.scheme != "https" and not self._local:
            raise Refused("redirected to an address without encryption")
        if target.user is not None or not any(_matches(target, allowed) for allowed in self._account.media_hosts):
            raise Refused("redirected to a host that is not Twilio's")
        await self._check_address(target)

    async def _check_address(self, url: URL) -> None:
        """Refuse a name that leads into our own network. Should it lead there a moment later, TLS finds no Twilio."""
        if self._local and url.origin() == self._base.origin():
            return
        for address in await _resolve(url):
            if not address.is_global or address.is_multicast:
                raise Refused("the host leads to a private address")

    async def _file(self, answer: Download) -> AsyncIterator[bytes]:
        _check_status(answer.status)
        self._check_headers(answer.headers)
        head = b""
        async for chunk in answer.chunks(self._account.capabilities.max_media):
            if len(head) >= HEAD:
                yield chunk
                continue
            head += chunk
            if len(head) >= HEAD:
                yield self._recognised(head)
        if len(head) < HEAD:
            yield self._recognised(head)

    def _check_headers(self, headers: Mapping[str, str]) -> None:
        declared = headers.get("Content-Type", "").partition(";")[0].strip().lower()
        if declared not in self._account.media_types and declared not in UNSAID:
            raise Refused(f"content type {declared[:60]!r} is not taken")
        size = headers.get("Content-Length", "")
        if size.isdigit() and int(size) > self._account.capabilities.max_media:
            raise Refused(f"file of {size} bytes is too large")

    def _recognised(self, head: bytes) -> bytes:
        if media.sniff(head) not in self._account.media_types:
            raise Refused("the file is not of a type that is taken")
        return head


def _check_status(status: int) -> None:
    if status in (404, 410):
        raise Unreachable("the file is gone")
    if status >= 500 or status in (408, 429):
        raise Unavailable(f"HTTP {status}")
    if status != 200:
        raise Refused(f"HTTP {status}")


def _target(url: URL, location: str) -> URL:
    """Read by the parser that will be used for the request, so that the checks see what it will see."""
    try:
        return url.join(URL(location))
    except ValueError:
        raise Refused("redirected to something that is no address") from None


def _matches(url: URL, allowed: str) -> bool:
    """Whether ``url`` is at an allowed ``host`` or ``host:port``, below the path that may follow it."""
    host, _, path = allowed.partition("/")
    name = f"{url.host}:{url.port}" if ":" in host else url.host
    usual_port = ":" in host or url.port == 443
    below = not path or (url.path.startswith(f"/{path}/") and "/.." not in url.path)
    return bool(name) and usual_port and below and fnmatchcase(str(name).lower(), host.lower())


async def _resolve(url: URL) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    loop = asyncio.get_running_loop()
    try:
        found = await loop.getaddrinfo(url.host, url.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unavailable("the host has no address") from None
    return [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
