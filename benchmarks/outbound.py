"""(e): messages out, through our transports and through those the libraries bring along, to the same slow provider."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import telegram as ptb
import uvloop
from twilio.http.async_http_client import AsyncTwilioHttpClient
from twilio.http.http_client import TwilioHttpClient
from twilio.rest import Client

from benchmarks.measuring import Rounds, Spent, measured
from benchmarks.report import Part, Target, median, ratio
from bot.channels import telegram, whatsapp_render
from bot.channels.base import Channel
from bot.channels.telegram import Telegram
from bot.channels.transport import Transport
from bot.channels.whatsapp import WhatsApp
from handlers.messages import Outgoing

IN_FLIGHT = 100
DELAY_MS = 100
TOKEN = "123456:nobody-has-this-token"  # noqa: S105 - nobody's
SID, AUTH = "AC" + "0" * 32, "nobody-has-this-token"
SENDER, CITIZEN = "+14155238886", "+628120000001"
TEXT = "Terima kasih, laporan Anda sudah kami terima dengan nomor <b>1042-7</b>."

Send = Callable[[], Awaitable[object]]
Opened = AbstractAsyncContextManager[Send]


@dataclass(frozen=True)
class Way:
    """A way to send; ``count`` messages a round, fewer where it is slow."""

    name: str
    opened: Callable[[str], Opened]
    count: int


@asynccontextmanager
async def our_telegram(url: str) -> AsyncIterator[Send]:
    """The Telegram channel."""
    async with _transport() as transport:
        channel = Telegram(telegram.Account(TOKEN, base_url=url), transport, stored=Path)
        yield _sending(channel, "7001")


@asynccontextmanager
async def our_whatsapp(url: str) -> AsyncIterator[Send]:
    """The WhatsApp channel."""
    async with _transport() as transport:
        account = whatsapp_render.Account(SID, AUTH, sender=SENDER, base_url=url)
        yield _sending(WhatsApp(account, transport, media_url=str), CITIZEN)


def _sending(channel: Channel, address: str) -> Send:
    async def send() -> object:
        return await channel.send(channel.render(Outgoing(TEXT), address, outbox_id=1))

    return send


@asynccontextmanager
async def _transport() -> AsyncIterator[Transport]:
    transport = Transport()
    await transport.start()
    yield transport
    await transport.stop()


@asynccontextmanager
async def ptb_default(url: str) -> AsyncIterator[Send]:
    """python-telegram-bot as it comes, with httpx."""
    async with ptb.Bot(TOKEN, base_url=f"{url}/bot") as bot:
        yield lambda: bot.send_message(7001, TEXT, parse_mode="HTML", pool_timeout=60, read_timeout=60)


@asynccontextmanager
async def twilio_async(url: str) -> AsyncIterator[Send]:
    """twilio with the asynchronous client it brings."""
    async with AsyncTwilioHttpClient() as http:
        messages = _twilio(http, url).messages
        yield lambda: messages.create_async(body=TEXT, from_=f"whatsapp:{SENDER}", to=f"whatsapp:{CITIZEN}")


@asynccontextmanager
async def twilio_sync(url: str) -> AsyncIterator[Send]:
    """twilio with its ordinary client, in as many threads as messages may be in flight."""
    messages = _twilio(TwilioHttpClient(), url).messages
    loop = asyncio.get_running_loop()

    def create() -> object:
        return messages.create(body=TEXT, from_=f"whatsapp:{SENDER}", to=f"whatsapp:{CITIZEN}")

    with ThreadPoolExecutor(IN_FLIGHT) as threads:
        yield lambda: loop.run_in_executor(threads, create)


def _twilio(http: TwilioHttpClient | AsyncTwilioHttpClient, url: str) -> Client:
    client = Client(SID, AUTH, http_client=http)
    client.api.base_url = url
    return client


WAYS = (
    Way("UDAJANG, Telegram", our_telegram, 2000),
    Way("python-telegram-bot's default (httpx)", ptb_default, 300),
    Way("UDAJANG, WhatsApp", our_whatsapp, 2000),
    Way("twilio, AsyncTwilioHttpClient", twilio_async, 1000),
    Way(f"twilio, ordinary client in {IN_FLIGHT} threads", twilio_sync, 600),
)


def beside_others(_folder: Path, rounds: int) -> Part:
    """(e)."""
    timed = [Rounds(way.name) for way in WAYS]
    with _provider() as url:
        for _ in range(rounds):
            for way, one in zip(WAYS, timed, strict=True):
                one.spent.append(uvloop.run(_send(way, url)))
    ours, theirs, whatsapp, _, _ = timed
    return Part(
        "e",
        f"Messages out: {IN_FLIGHT} in flight, a provider that takes {DELAY_MS} ms",
        ("", "messages/s", "CPU ms each", "ours is, messages/s", "ours is, CPU"),
        [_row(one, whatsapp if place > 1 else ours) for place, one in enumerate(timed)],
        [f"{IN_FLIGHT} in flight at {DELAY_MS} ms can be at most {IN_FLIGHT * 1000 // DELAY_MS:,} messages/s"],
        [Target("messages/s, PTB's default = 1", ratio(ours.per_second, theirs.per_second), 5, " x")],
    )


def _row(one: Rounds, ours: Rounds) -> tuple[str | float, ...]:
    faster, share = ratio(ours.per_second, one.per_second), ratio(ours.cpu_us, one.cpu_us)
    return one.name, median(one.per_second), median(one.cpu_us) / 1000, f"{faster:.1f} x", f"{share:.2f} x"


async def _send(way: Way, url: str) -> Spent:
    async with way.opened(url) as send:
        await _all(send, IN_FLIGHT)  # opens the connections
        with measured(way.count) as spent:
            await _all(send, way.count)
    return spent


async def _all(send: Send, count: int) -> None:
    left = iter(range(count))

    async def sender() -> None:
        for _ in left:
            await send()

    async with asyncio.TaskGroup() as group:
        for _ in range(IN_FLIGHT):
            group.create_task(sender())


@contextmanager
def _provider() -> Iterator[str]:
    command = [sys.executable, "-m", "benchmarks.provider", str(DELAY_MS)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - ours
        assert process.stdout is not None
        yield f"http://127.0.0.1:{process.stdout.readline().strip()}"
        process.terminate()
