"""Logging: structlog and the standard library through one pipeline whose last step takes out what may not be read.

One JSON object a line, or something for the eye when standard error is a terminal. Tracebacks are shown without the
values of variables. Make a logger with ``structlog.stdlib.get_logger(__name__)``.
"""

from __future__ import annotations

import base64
import logging
import sys
import threading
from collections.abc import Iterator
from types import TracebackType
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot import clock
from bot.config import Settings
from bot.redaction import Redactor, hides

# They tell every request, with the token in the address (httpx, telegram) or the person's number (twilio).
QUIET = (
    "httpx",
    "httpcore",
    "telegram",
    "twilio",
    "aiohttp.access",
    "uvicorn.access",
    "apscheduler",
    "asyncio",
    "alembic",
    "watchfiles",
)


FIRST = ("at", "level", "logger", "message")  # of each JSON object, for whoever reads it by eye


class RedactingFormatter(structlog.stdlib.ProcessorFormatter):
    """Renders a record of either library and takes out what may not be read."""

    def __init__(self, redactor: Redactor, *, pretty: bool) -> None:
        renderers = _pretty() if pretty else _json()
        super().__init__(
            foreign_pre_chain=_shared(),
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *renderers],
        )
        self._redactor = redactor

    def format(self, record: logging.LogRecord) -> str:
        """One line (JSON), or a line and its traceback."""
        return self._redactor(super().format(record))


def configure(settings: Settings, *, stream: TextIO | None = None, level: str = "") -> None:
    """Send every log record of the process to ``stream`` (default: standard error); ``level`` overrules the settings.

    May be called again: the last call counts.
    """
    stream = stream or sys.stderr
    pretty = stream.isatty() if settings.log.format == "auto" else settings.log.format == "console"
    handler = logging.StreamHandler(stream)
    handler.setFormatter(RedactingFormatter(Redactor(secrets_of(settings)), pretty=pretty))
    root = logging.getLogger()
    for old in list(root.handlers):
        root.removeHandler(old)
    root.addHandler(handler)
    root.setLevel((level or settings.log.level).upper())
    for name in QUIET:
        logging.getLogger(name).setLevel(max(root.level, logging.WARNING))
    logging.captureWarnings(True)
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_thread
    sys.unraisablehook = _log_unraisable
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_shared(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def secrets_of(settings: Settings) -> Iterator[str]:
    """The secrets in use, and Twilio's two credentials in the form Basic authentication sends them."""
    yield from settings.secrets()
    for token in (settings.whatsapp.auth_token, settings.whatsapp.auth_token_secondary):
        if plain := token.get_secret_value():
            yield base64.b64encode(f"{settings.whatsapp.account_sid}:{plain}".encode()).decode()


def _shared() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.stdlib.ExtraAdder(),
        _drop_colours,
        structlog.processors.StackInfoRenderer(),
        _stamp,
    ]


def _pretty() -> list[Processor]:
    return [structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)]


def _json() -> list[Processor]:
    return [
        structlog.processors.format_exc_info,
        structlog.processors.EventRenamer("message"),
        _as_text,
        structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
    ]


def _drop_colours(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    event.pop("color_message", None)  # uvicorn says everything twice, the second time in colour
    return event


def _stamp(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    event["at"] = clock.now().isoformat(timespec="milliseconds")
    return event


def _as_text(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Long numbers become text, so that the line is still JSON after they were taken out."""
    event = {**{name: event.get(name) for name in FIRST}, **event}
    return {key: _speakable(value) for key, value in event.items()}


def _speakable(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _speakable(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_speakable(item) for item in value]
    if isinstance(value, int | float) and not isinstance(value, bool) and hides(value):
        return str(value)
    return value


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("udajang").critical("uncaught error", exc_info=(kind, error, trace))


def _log_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None and not issubclass(args.exc_type, SystemExit):
        name = args.thread.name if args.thread else "?"
        error = (args.exc_type, args.exc_value, args.exc_traceback)
        logging.getLogger("udajang").critical("uncaught error in thread %s", name, exc_info=error)


def _log_unraisable(args: sys.UnraisableHookArgs) -> None:
    if args.exc_value is not None:
        error = (args.exc_type, args.exc_value, args.exc_traceback)
        logging.getLogger("udajang").error("%s", args.err_msg or "error while cleaning up", exc_info=error)
