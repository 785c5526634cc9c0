"""Nothing secret or personal gets into the log, by whatever library it was logged."""

from __future__ import annotations

import asyncio
import base64
import io
import json
import logging
import sys
import threading
import warnings
from collections.abc import Iterator

import httpx
import pytest
import structlog
import telegram
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import SecretStr
from telegram.request import HTTPXRequest

from bot import logs
from bot.config import Settings
from tests import process_logging

TOKEN = "7123456789:AAHh0xk3_Yq-8DdXoTz1nQw5vB2mLcRsPeU"
AUTH = "f00dcafef00dcafef00dcafef00dcafe"
SID = "AC0123456789abcdef0123456789abcdef"
KEY = "correct horse/battery+staple"
PASSWORD = "sesame-street"
PHONE = "+62 812-3456-7890"
NIK = "1374025505900001"
PLANTED = (TOKEN, AUTH, KEY, PASSWORD, PHONE, NIK, "3456", base64.b64encode(f"{SID}:{AUTH}".encode()).decode())


def make_settings(format_: str = "json", level: str = "debug") -> Settings:
    """Settings with every secret planted."""
    return Settings.model_validate(
        {
            "secret_key": KEY,
            "telegram": {"token": TOKEN},
            "whatsapp": {"account_sid": SID, "auth_token": AUTH},
            "database": {"url": SecretStr(f"postgresql://udajang:{PASSWORD}@db/udajang")},
            "log": {"format": format_, "level": level},
        }
    )


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """Logging is the process's: put it back as it was."""
    with process_logging.restored():
        yield


@pytest.fixture(params=["json", "console"])
def log(request: pytest.FixtureRequest) -> io.StringIO:
    """What was logged so far, in both forms."""
    stream = io.StringIO()
    logs.configure(make_settings(request.param), stream=stream)
    return stream


def assert_clean(log: io.StringIO, expected: str) -> None:
    """The line is there, and nothing planted is in it."""
    text = log.getvalue()
    assert expected in text
    for planted in PLANTED:
        assert planted not in text, f"{planted!r} is in {text!r}"


SECRETS = f"{TOKEN} {AUTH} {KEY} {PASSWORD} {PHONE} {NIK}"


def test_structlog_message_and_fields_are_clean(log: io.StringIO) -> None:
    structlog.stdlib.get_logger("bot.x").info(
        f"sent {SECRETS}", to=PHONE, nik=int(NIK), nested={"token": TOKEN, PHONE: [AUTH, (KEY,)]}, raw=SECRETS.encode()
    )

    assert_clean(log, "sent")


def test_structlog_positional_arguments_are_clean(log: io.StringIO) -> None:
    structlog.stdlib.get_logger("bot.x").info("sent %s to %s", KEY, PHONE)

    assert_clean(log, "sent")


def test_bound_and_context_values_are_clean(log: io.StringIO) -> None:
    with structlog.contextvars.bound_contextvars(chat=PHONE):
        structlog.stdlib.get_logger("bot.x").bind(token=TOKEN).warning("bound")

    assert_clean(log, "bound")


def test_standard_library_message_arguments_and_extra_are_clean(log: io.StringIO) -> None:
    logging.getLogger("some.library").warning("got %s and %r", SECRETS, {"Authorization": KEY}, extra={"nik": NIK})

    assert_clean(log, "got")


def test_a_traceback_is_clean_and_shows_no_variables(log: io.StringIO) -> None:
    secret_in_a_variable = "locals-" + "are-shown"
    try:
        raise ValueError(f"bad {SECRETS}") from KeyError(PHONE)
    except ValueError:
        structlog.stdlib.get_logger("bot.x").exception("failed")
        logging.getLogger("x").exception("failed as well")

    assert_clean(log, "failed as well")
    assert "ValueError" in log.getvalue()
    assert "raise ValueError" in log.getvalue()
    assert secret_in_a_variable not in log.getvalue()


def test_warnings_are_logged_and_clean(log: io.StringIO) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        logging.captureWarnings(False)
        logging.captureWarnings(True)
        warnings.warn(f"old way {SECRETS}", stacklevel=1)

    assert_clean(log, "old way")


def test_an_uncaught_error_is_logged_and_clean(log: io.StringIO) -> None:
    try:
        raise RuntimeError(SECRETS)
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)

    assert_clean(log, "uncaught error")


def test_an_uncaught_error_in_a_thread_is_logged_and_clean(log: io.StringIO) -> None:
    def fail() -> None:
        raise RuntimeError(SECRETS)

    hook = threading.excepthook
    thread = threading.Thread(target=fail, name="sender")
    try:
        threading.excepthook = logs._log_thread  # pytest has put its own there
        thread.start()
        thread.join()
    finally:
        threading.excepthook = hook

    assert_clean(log, "uncaught error in thread sender")


def test_httpx_is_silent_about_requests_and_clean_when_made_to_talk(log: io.StringIO) -> None:
    transport = httpx.MockTransport(lambda _request: httpx.Response(200, json={"ok": True}))
    with httpx.Client(transport=transport) as client:
        client.get(f"https://api.telegram.org/bot{TOKEN}/getMe")
        assert log.getvalue() == ""

        logging.getLogger("httpx").setLevel(logging.DEBUG)
        client.get(f"https://api.telegram.org/bot{TOKEN}/getMe", headers={"Authorization": f"Basic {AUTH}"})

    assert_clean(log, "HTTP Request: GET https://api.telegram.org/bot")


async def test_telegrams_library_is_clean_when_made_to_talk(log: io.StringIO) -> None:
    logging.getLogger("telegram").setLevel(logging.DEBUG)
    logging.getLogger("httpx").setLevel(logging.DEBUG)
    logging.getLogger("httpcore").setLevel(logging.DEBUG)
    bot = telegram.Bot(TOKEN, base_url="http://127.0.0.1:9/bot", request=HTTPXRequest(connect_timeout=1))
    try:
        await bot.get_me()
    except telegram.error.NetworkError:
        structlog.stdlib.get_logger("bot.x").exception("no network")

    assert_clean(log, "no network")


async def test_asyncio_is_clean_about_forgotten_errors(log: io.StringIO) -> None:
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": f"lost {SECRETS}", "exception": ValueError(TOKEN)})

    assert_clean(log, "lost")


def test_each_line_is_json_with_time_level_and_logger() -> None:
    stream = io.StringIO()
    logs.configure(make_settings(), stream=stream)

    structlog.stdlib.get_logger("bot.x").info("started", port=8080, number="1042-7")
    logging.getLogger("other").warning("hm")

    first, second = map(json.loads, stream.getvalue().splitlines())
    assert {
        "message": "started",
        "port": 8080,
        "number": "1042-7",
        "level": "info",
        "logger": "bot.x",
    }.items() <= first.items()
    assert first["at"][10] == "T"
    assert second["message"] == "hm"


def test_the_level_counts_for_both_libraries() -> None:
    stream = io.StringIO()
    logs.configure(make_settings(level="warning"), stream=stream)

    structlog.stdlib.get_logger("bot.x").info("quiet")
    logging.getLogger("x").info("quiet")

    assert stream.getvalue() == ""


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.just(SECRETS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.text(max_size=40), st.dictionaries(st.sampled_from(["a", "b", "chat"]), json_values, max_size=3))
def test_whatever_is_logged_each_line_is_json_and_nothing_planted_is_in_it(
    event: str, fields: dict[str, object]
) -> None:
    stream = io.StringIO()
    logs.configure(make_settings(), stream=stream)

    structlog.stdlib.get_logger("bot.x").info(f"{event} {SECRETS}".replace("%", "%%"), **fields)

    (line,) = stream.getvalue().removesuffix("\n").split("\n")
    assert isinstance(json.loads(line), dict)
    assert_clean(stream, "")
