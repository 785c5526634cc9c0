"""uvicorn as a part of a program that ends in its own order."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Iterator

import uvicorn

LOOK = 0.05  # seconds between two looks for connections that are still open at the end


class Server(uvicorn.Server):
    """uvicorn without its own signal handlers, which would end the process before the sender has finished."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.listening = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Open the port, and tell who waits for it."""
        try:
            await super().startup(sockets)
        except SystemExit:  # from within a task it would break off the loop; App ends the program
            self.should_exit = True
        if self.started:
            self.listening.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Close the port and, when they are idle, all connections.

        uvicorn closes those it knows at that moment. One that is accepted a moment later would be served on and on,
        and in the end cut off in the middle of a request.
        """
        closing = asyncio.create_task(self._close_the_late(), name="late connections")
        try:
            await super().shutdown(sockets)
        finally:
            closing.cancel()

    async def _close_the_late(self) -> None:
        while True:
            await asyncio.sleep(LOOK)
            for connection in list(self.server_state.connections):
                if getattr(connection, "cycle", None) is not None:  # its first request has come
                    connection.shutdown()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to ``App.run``."""
        yield
