"""Chromium, pages in it, and a server to open. ``open_page`` takes any address; ``served`` is a town that echoes.

Playwright's synchronous interface keeps an event loop running, so the browser ends with its module, before any test
that needs a loop of its own.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bot.web.app import create_app
from bot.web.parts import WebParts
from storage.database import Database
from tests.bot.web.conftest import Town
from tests.bot.web.echo import parts_for
from tests.bot.web.serving import Serving
from tests.fakes import HandClock

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Whoever asks for anything but our own server gets nothing, on any machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PATIENCE = 15_000  # ms a page may take; a machine under load is no failure
# What the browser itself says of a server that is away or asks for patience; the tests that do this look at the page.
EXPECTED = ("Failed to load resource",)

OpenPage = Callable[..., Page]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None and os.environ.get("CI"):
        pytest.fail("CI must test the web chat in a browser: install Debian's package chromium")
    if path is None:
        pytest.skip("no Chromium on this machine: install Debian's package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    """``open_page(url, **what Browser.new_context takes)``: a page whose scripts and policies must raise no error."""
    errors: list[str] = []
    contexts = []

    def opened(url: str, **options: Any) -> Page:
        context = chromium.new_context(**{"locale": "id-ID", "viewport": {"width": 1024, "height": 768}, **options})
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert [] == [error for error in errors if not error.startswith(EXPECTED)]


@pytest.fixture
def town(sqlite_database: Database, tmp_path_factory: pytest.TempPathFactory, clock: HandClock) -> Town:
    """A city that echoes."""
    folder = tmp_path_factory.mktemp("media")
    parts, echo = parts_for(sqlite_database, folder, clock.now)
    return Town(parts, echo, clock, folder)


@pytest.fixture
def served(town: Town) -> Iterator[Serving]:
    """The town on a loopback port."""
    yield from _serve(town.parts)


@pytest.fixture
def training(town: Town) -> Iterator[Serving]:
    """The town with the staff pane of development."""
    yield from _serve(replace(town.parts, staff_pane=True, bind_staff=lambda _address: None))


def _serve(parts: WebParts) -> Iterator[Serving]:
    app = create_app(parts)
    serving = Serving(lambda: app, parts.webchat)
    serving.start()
    yield serving
    serving.stop()
