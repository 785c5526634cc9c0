"""``udajang qr …``: codes to scan that open an office's services, a service or an answer; alone or on a poster."""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import segno
import typer
from sqlmodel import Session

from bot import check_providers, first_start, logs
from bot.config import Settings
from bot.printing import FaultError, say
from handlers.info import payloads
from handlers.info.payloads import Kind, Target
from handlers.texts import Texts, pick
from storage import answers, offices, services

POSTER = (sys.executable, "-m", "bot.poster")
PATIENCE = 60  # seconds for a poster, on a machine that has much else to do
FORMATS = ("png", "svg", "pdf")
SCALE = 20  # pixels, or points, of a module of a code alone
LOCAL = ("127.0.0.1", "::1", "localhost")
LANGUAGES = {"id": "Indonesia", "min": "Minang", "en": "English"}  # on a poster, in their own names

qr = typer.Typer(no_args_is_help=True, help="Codes to scan, for doors, counters and leaflets.")


class On(StrEnum):
    """Where the code leads."""

    TELEGRAM = "telegram"
    WHATSAPP = "whatsapp"
    WEB = "web"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made."""

    channel: On
    out: Path
    bot: str
    plain: bool


Channel = Annotated[On, typer.Option("--channel", help="Where the code leads.")]
OutTo = Annotated[Path, typer.Option("--out", metavar="FILE", help="FILE.png, FILE.svg or FILE.pdf.", dir_okay=False)]
BotName = Annotated[str, typer.Option("--bot", metavar="NAME", help="The bot on Telegram; default: Telegram is asked.")]
Plain = Annotated[bool, typer.Option("--plain", help="The code alone, not on a poster.")]
Code = Annotated[str, typer.Argument(metavar="CODE")]


def _command(kind: Kind, name: str, help_: str) -> None:
    def make(
        context: typer.Context,
        code: Code,
        out: OutTo,
        channel: Channel = On.TELEGRAM,
        bot: BotName = "",
        plain: Plain = False,
    ) -> None:
        _make(context, Target(kind, code), Wish(channel, out, bot, plain))

    qr.command(name, help=help_)(make)


_command(Kind.OFFICE, "office", "A code for an office's door: it opens what people come to that office for.")
_command(Kind.SERVICE, "service", "A code that opens a service: what to bring, the fee, how long it takes.")
_command(Kind.ANSWER, "answer", "A code that opens an answer, by its key.")


def _make(context: typer.Context, target: Target, wish: Wish) -> None:
    settings: Settings = context.obj()
    kind = _format(wish.out)
    names = _names(settings, target)
    link = _link(settings, target, wish)
    drawn = _code(link, kind) if wish.plain else _poster(_described(settings, names, link, wish, kind))
    try:
        wish.out.write_bytes(drawn)
    except OSError as error:
        raise FaultError(f"{wish.out}: {error.strerror}") from None
    say(f"{wish.out}: {link}")
    if urlsplit(link).hostname in LOCAL:
        say(
            "only this machine opens that link: web.public_url is to be the address under which citizens reach the city"
        )


def _format(out: Path) -> str:
    kind = out.suffix.lower().lstrip(".")
    if kind not in FORMATS:
        raise FaultError(f"{out}: write a name that ends in .png, .svg or .pdf")
    return kind


@contextlib.contextmanager
def _opened(settings: Settings) -> Iterator[Session]:
    logs.configure(settings, level="error")
    first_start.prepare(settings)
    with first_start.opened(settings) as database, database.read() as session:
        yield session


def _names(settings: Settings, target: Target) -> dict[str, str]:
    """What it is called in each language. Raises FaultError when it is not there to be opened."""
    with _opened(settings) as session:
        return _FOUND[target.kind](session, target.code)


def _office(session: Session, code: str) -> dict[str, str]:
    row = offices.by_code(session, code)
    if row is None:
        raise FaultError(
            f"there is no office {code}; the offices are {', '.join(o.code for o in offices.every(session))}"
        )
    return row.names


def _service(session: Session, code: str) -> dict[str, str]:
    row = services.by_code(session, code)
    if row is None:
        known = ", ".join(each.code for each in services.every(session))
        raise FaultError(f"there is no service {code}; the services are {known}")
    return row.names


def _answer(session: Session, key: str) -> dict[str, str]:
    titles = {row.language: row.title for row in answers.by_key(session, key) if row.published}
    if not titles:
        raise FaultError(f"there is no published answer {key}; udajang answers list shows all")
    return titles


_FOUND: dict[Kind, Callable[[Session, str], dict[str, str]]] = {
    Kind.OFFICE: _office,
    Kind.SERVICE: _service,
    Kind.ANSWER: _answer,
}


def _link(settings: Settings, target: Target, wish: Wish) -> str:
    """The address in the code. Raises FaultError where the channel is not set up, or no link can carry the code."""
    try:
        payload = target.payload
    except ValueError as error:
        raise FaultError(str(error)) from None
    if wish.channel is On.WHATSAPP:
        return payloads.on_whatsapp(_needed(settings.whatsapp.sender, "whatsapp.sender is not set"), payload)
    if wish.channel is On.WEB:
        return payloads.on_the_web(settings.web.public_url, payload)
    name = wish.bot.lstrip("@") or asyncio.run(check_providers.bot_name(settings))
    return payloads.on_telegram(_needed(name, "the bot's name is not known: say it with --bot NAME"), payload)


def _needed(value: str, otherwise: str) -> str:
    if not value:
        raise FaultError(otherwise)
    return value


def _code(link: str, kind: str) -> bytes:
    """The code alone, with its white border."""
    drawn = io.BytesIO()
    segno.make_qr(link, error="q").save(drawn, kind=kind, scale=SCALE, border=4)
    return drawn.getvalue()


def _described(settings: Settings, names: dict[str, str], link: str, wish: Wish, kind: str) -> dict[str, Any]:
    texts = Texts(settings.city.languages)
    first = settings.city.languages[0]
    lines = [
        (LANGUAGES[language], texts.say(language, "poster-scan", channel=wish.channel.value))
        for language in LANGUAGES
        if language in settings.city.languages
    ]
    return {
        "city": f"Kota {settings.city.name}",
        "what": " · ".join(dict.fromkeys(texts.say(language, "poster-what") for language in settings.city.languages)),
        "name": pick(names, first),
        "link": link,
        "shown": link.partition("?")[0].removeprefix("https://"),
        "lines": lines,
        "format": kind,
    }


def _poster(described: dict[str, Any]) -> bytes:
    try:
        drawn = subprocess.run(  # noqa: S603 - our own program, given data and no words of a command
            POSTER, input=json.dumps(described).encode(), capture_output=True, check=True, timeout=PATIENCE
        )
    except subprocess.SubprocessError:
        raise FaultError(
            'no poster could be drawn: it needs the extra "worker" (matplotlib); --plain does without'
        ) from None
    return drawn.stdout
