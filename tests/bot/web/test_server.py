"""The web server starts and ends as a part of the program."""

from __future__ import annotations

import asyncio
import logging
import socket
from contextlib import closing
from typing import Any

import pytest
import uvicorn

from bot.web.server import Server
from tests.bot.web.serving import free_port

REQUEST = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


async def _hello(_scope: Any, _receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


def _server(port: int) -> Server:
    options = uvicorn.Config(_hello, port=port, lifespan="off", log_config=None)
    options.timeout_graceful_shutdown, options.timeout_keep_alive = 5, 60
    return Server(options)


async def test_a_connection_that_comes_as_the_server_closes_is_answered_and_closed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """uvicorn would serve it until its patience ends, and then say that it had to cut it off."""
    server = _server(port := free_port())
    serving = asyncio.create_task(server.serve())
    await server.listening.wait()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while not server.server_state.connections:  # noqa: ASYNC110 - uvicorn rings no event
        await asyncio.sleep(0.001)
    known = server.server_state.connections
    late = known.pop()  # uvicorn learns of it only after it has told the others
    server.should_exit = True
    while server.servers[0].sockets:  # noqa: ASYNC110
        await asyncio.sleep(0.001)
    await asyncio.sleep(0)
    known.add(late)
    writer.write(REQUEST)
    answer = await reader.read()
    await serving

    assert answer.endswith(b"ok")
    assert [record.message for record in caplog.records if record.levelno >= logging.ERROR] == []
    writer.close()


async def test_a_port_that_is_taken_ends_the_server_and_not_the_program(caplog: pytest.LogCaptureFixture) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        server = _server(taken.getsockname()[1])
        await server.serve()

    assert not server.listening.is_set()
    assert "address already in use" in caplog.text
