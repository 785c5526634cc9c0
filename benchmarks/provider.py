"""Telegram and Twilio on loopback, as light as can be, so that what is measured is who talks to them.

``python -m benchmarks.provider DELAY_MS`` prints its port and answers until it is ended.
"""

from __future__ import annotations

import asyncio
import itertools
import sys
from collections.abc import Callable
from typing import cast

import orjson
import uvloop

ME = {"id": 123456, "is_bot": True, "first_name": "UDAJANG", "username": "udajang_bot"}
HEAD_END = b"\r\n\r\n"
LAST_CHUNK = b"0\r\n\r\n"

_numbers = itertools.count(1)


def telegram_answer(method: str) -> bytes:
    """A message for whatever sends one, and yes to everything else."""
    if method == "getMe":
        return orjson.dumps({"ok": True, "result": ME})
    if not method.startswith("send"):
        return b'{"ok":true,"result":true}'
    # Telegram's answer to sendMessage, at the length it has in life.
    sent = {
        "message_id": next(_numbers),
        "from": ME,
        "chat": {"id": 7001, "first_name": "Siti", "last_name": "Rahma", "type": "private"},
        "date": 1_795_489_200,
        "text": "Terima kasih, laporan Anda sudah kami terima dengan nomor 1042-7.",
    }
    return orjson.dumps({"ok": True, "result": sent})


def twilio_answer() -> bytes:
    """A message resource, queued."""
    return orjson.dumps(
        {
            "account_sid": "AC" + "0" * 32,
            "api_version": "2010-04-01",
            "body": "Terima kasih, laporan Anda sudah kami terima dengan nomor 1042-7.",
            "date_created": "Tue, 24 Nov 2026 03:00:00 +0000",
            "date_sent": None,
            "date_updated": "Tue, 24 Nov 2026 03:00:00 +0000",
            "direction": "outbound-api",
            "error_code": None,
            "error_message": None,
            "from": "whatsapp:+14155238886",
            "num_media": "0",
            "num_segments": "1",
            "price": None,
            "price_unit": None,
            "messaging_service_sid": None,
            "sid": f"SM{next(_numbers):032x}",
            "status": "queued",
            "subresource_uris": {"media": "/2010-04-01/Accounts/AC/Messages/SM/Media.json"},
            "to": "whatsapp:+628120000001",
            "uri": "/2010-04-01/Accounts/AC/Messages/SM.json",
        }
    )


class Provider(asyncio.Protocol):
    """One connection. ``seen`` hears of each request: the last part of its path and its body."""

    def __init__(self, seen: Callable[[str, bytes], None] | None = None, delay: float = 0.0) -> None:
        self._seen, self._delay = seen, delay
        self._read = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody has come."""
        self._transport = cast(asyncio.Transport, transport)  # uvloop's does not derive from it

    def data_received(self, data: bytes) -> None:
        """Answer every request that is complete."""
        self._read += data
        while (end := self._read.find(HEAD_END)) >= 0 and (length := self._length(end)) is not None:
            request, self._read = self._read[: end + 4 + length], self._read[end + 4 + length :]
            self._answer(request[: request.index(b"\r\n")].decode(), request[end + 4 :])

    def _length(self, end: int) -> int | None:
        """How long the body is; None while it is not all there."""
        head = self._read[:end].lower()
        _, found, rest = head.partition(b"content-length:")
        if found:
            length = int(rest.split(b"\r\n", 1)[0])
            return length if len(self._read) >= end + 4 + length else None
        if b"transfer-encoding: chunked" not in head:
            return 0
        last = self._read.find(LAST_CHUNK, end + 4)
        return last + len(LAST_CHUNK) - end - 4 if last >= 0 else None

    def _answer(self, line: str, body: bytes) -> None:
        name = line.split()[1].rsplit("/", 1)[-1]
        if self._seen is not None:
            self._seen(name, body)
        if name == "Messages.json":
            status, answer = "201 Created", twilio_answer()
        else:
            status, answer = "200 OK", telegram_answer(name)
        head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(answer)}\r\n\r\n"
        if self._delay:
            asyncio.get_running_loop().call_later(self._delay, self._write, head.encode() + answer)
        else:
            self._write(head.encode() + answer)

    def _write(self, answer: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(answer)


async def listen(seen: Callable[[str, bytes], None] | None = None, delay: float = 0.0) -> tuple[asyncio.Server, int]:
    """Listen on a free port; the server and the port."""
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Provider(seen, delay), "127.0.0.1", 0, backlog=1024)
    return server, server.sockets[0].getsockname()[1]


async def _serve(delay: float) -> None:
    server, port = await listen(delay=delay)
    print(port, flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    uvloop.run(_serve(float(sys.argv[1]) / 1000))
