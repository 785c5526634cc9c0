"""A web application on a loopback port, in a thread of its own, that can be stopped and started again."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, TypeVar

import uvicorn
from fastapi import FastAPI

from bot.channels.webchat import WebChat

Result = TypeVar("Result")


def free_port() -> int:
    """A port nobody uses at the moment."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


class _Server(uvicorn.Server):
    """Tells when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


class Serving:
    """``start`` returns once it answers, ``stop`` once it is gone. ``run`` runs a coroutine on the server's loop."""

    def __init__(self, make: Callable[[], FastAPI], webchat: WebChat) -> None:
        self._make = make
        self._webchat = webchat
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def start(self) -> None:
        """Serve from now on, always on the same port."""
        config = uvicorn.Config(self._make(), host="127.0.0.1", port=self.port, log_config=None, lifespan="off")
        self._server = _Server(config)
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self._thread.start()
        assert self._server.ready.wait(20), "the server did not start"

    async def _serve(self) -> None:
        assert self._server is not None
        self._loop = asyncio.get_running_loop()
        await self._webchat.start()
        await self._server.serve()

    def stop(self) -> None:
        """End all streams and the server."""
        if self._server is None or self._thread is None:
            return
        with suppress(RuntimeError):
            self.run(self._webchat.stop())
        self._server.should_exit = True
        self._thread.join(20)
        assert not self._thread.is_alive(), "the server did not stop"
        self._server = None

    def run(self, coroutine: Coroutine[Any, Any, Result]) -> Result:
        """The coroutine's result, run where the server runs."""
        assert self._loop is not None
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(20)
