"""What one caller may ask of us: sizes of bodies, and how many requests in a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import datetime

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 2**20  # 1 MiB; Telegram's updates are at most 512 KiB, Twilio's forms a few KiB
MOST_CALLERS = 50_000  # kept in mind at once, about 10 MB


class _TooLargeError(Exception):
    pass


class BodyLimit:
    """Middleware that answers 413 to a body larger than allowed, whether or not its length was declared.

    ``larger`` gives paths that may take more than MAX_BODY bytes.
    """

    def __init__(self, app: ASGIApp, larger: Mapping[str, int]) -> None:
        self.app = app
        self.larger = larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, counting what it brings."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        limit = self.larger.get(scope["path"], MAX_BODY)
        if _declared(scope) > limit:
            await PlainTextResponse("too large", 413)(scope, receive, send)
            return
        try:
            await self.app(scope, _counting(receive, limit), send)
        except _TooLargeError:
            # The body is read before anything is answered, so nothing has been sent yet.
            await PlainTextResponse("too large", 413)(scope, receive, send)


def _declared(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0


def _counting(receive: Receive, limit: int) -> Receive:
    size = 0

    async def counted() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > limit:
            raise _TooLargeError
        return message

    return counted


class Buckets:
    """A token bucket for each caller: ``burst`` requests at once, ``rate`` a second in the long run."""

    def __init__(self, clock: Callable[[], datetime], *, rate: float, burst: int) -> None:
        self._clock = clock
        self._rate = rate
        self._burst = burst
        self._seen: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, caller: str) -> float:
        """Take one request from the caller's bucket: 0 if it may be served, else the seconds to wait."""
        now = self._clock().timestamp()
        left, at = self._seen.pop(caller, (float(self._burst), now))
        left = min(float(self._burst), left + max(0.0, now - at) * self._rate)
        wait = 0.0 if left >= 1 else (1 - left) / self._rate
        self._seen[caller] = (left - 1 if left >= 1 else left, now)
        if len(self._seen) > MOST_CALLERS:
            self._seen.popitem(last=False)
        return wait
