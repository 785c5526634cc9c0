"""The shared HTTP client: what it sends, and what it says about a request that failed."""

from __future__ import annotations

import asyncio
import io
import socket
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.channels.base import Ambiguous, Refused, SendError, Unavailable
from bot.channels.transport import Patience, Transport, Upload, basic_auth

SECRET = "123:SECRET"
IMPATIENT = Patience(connect=0.5, read=0.2)

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Serve = Callable[[Handler], Awaitable[str]]


@pytest.fixture(name="transport")
async def _transport() -> AsyncIterator[Transport]:
    transport = Transport()
    await transport.start()
    yield transport
    await transport.stop()


@pytest.fixture(name="serve")
async def _serve() -> AsyncIterator[Serve]:
    servers: list[TestServer] = []

    async def serve(handler: Handler) -> str:
        app = web.Application()
        app.router.add_route("*", "/{tail:.*}", handler)
        servers.append(TestServer(app))
        await servers[-1].start_server()
        return f"{servers[-1].make_url('/')}bot{SECRET}"

    yield serve
    for server in servers:
        await server.close()


async def _drop(request: web.Request) -> web.StreamResponse:
    await request.read()
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def _hang(request: web.Request) -> web.StreamResponse:
    await request.read()
    await asyncio.sleep(60)
    return web.Response()


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


async def test_a_form_arrives_url_encoded_and_may_repeat_a_name(transport: Transport, serve: Serve) -> None:
    async def echo(request: web.Request) -> web.Response:
        form = await request.post()
        return web.json_response([request.content_type, form.getall("MediaUrl"), request.headers["Authorization"]])

    fields = [("MediaUrl", "https://a/1 2"), ("MediaUrl", "https://a/ü")]
    answer = await transport.post_form(await serve(echo), fields, headers=basic_auth("AC", "pw"))

    assert answer.json() == ["application/x-www-form-urlencoded", ["https://a/1 2", "https://a/ü"], "Basic QUM6cHc="]


async def test_json_arrives_as_json(transport: Transport, serve: Serve) -> None:
    async def echo(request: web.Request) -> web.Response:
        return web.json_response([request.content_type, await request.json()], status=418)

    answer = await transport.post_json(await serve(echo), {"text": "Jalan rusak 😀"})

    assert (answer.status, answer.json()) == (418, ["application/json", {"text": "Jalan rusak 😀"}])


async def test_files_arrive_with_name_and_type(transport: Transport, serve: Serve) -> None:
    async def echo(request: web.Request) -> web.Response:
        form = await request.post()
        photo = form["photo"]
        assert isinstance(photo, web.FileField)
        return web.json_response([form["chat_id"], photo.filename, photo.content_type, photo.file.read().decode()])

    upload = Upload("photo", io.BytesIO(b"bytes"), "lubang.jpg", "image/jpeg")
    answer = await transport.post_multipart(await serve(echo), {"chat_id": "7"}, [upload])

    assert answer.json() == ["7", "lubang.jpg", "image/jpeg", "bytes"]


async def test_a_body_that_is_no_json_reads_as_none(transport: Transport, serve: Serve) -> None:
    async def gateway(_: web.Request) -> web.Response:
        return web.Response(text="<html>Bad Gateway</html>", status=502)

    answer = await transport.post_json(await serve(gateway), {})

    assert answer.json() is None


async def test_nobody_listening_means_certainly_not_sent(transport: Transport) -> None:
    with pytest.raises(Unavailable):
        await transport.post_json(f"http://127.0.0.1:{_free_port()}/bot{SECRET}", {})


async def test_a_busy_pool_means_certainly_not_sent(serve: Serve) -> None:
    transport = Transport(connections=1)
    await transport.start()
    url = await serve(_hang)
    first = asyncio.ensure_future(transport.post_json(url, {}, patience=Patience(read=30)))
    await asyncio.sleep(0)

    with pytest.raises(Unavailable):
        await transport.post_json(url, {}, patience=IMPATIENT)

    await transport.stop()
    with pytest.raises(SendError):
        await first


@pytest.mark.parametrize("fate", [_drop, _hang])
async def test_silence_after_the_request_means_perhaps_sent(transport: Transport, serve: Serve, fate: Handler) -> None:
    with pytest.raises(Ambiguous):
        await transport.post_json(await serve(fate), {}, patience=IMPATIENT)


@pytest.mark.parametrize("fate", [_drop, _hang])
async def test_an_error_never_shows_the_url_for_it_holds_the_token(
    transport: Transport, serve: Serve, fate: Handler
) -> None:
    with pytest.raises(SendError) as caught:
        await transport.post_json(await serve(fate), {}, patience=IMPATIENT)

    assert caught.value.__cause__ is caught.value.__context__ is None
    assert "SECRET" not in repr(caught.value)


async def test_before_start_and_after_stop_nothing_is_sent() -> None:
    with pytest.raises(Unavailable):
        await Transport().post_json("http://127.0.0.1/", {})


async def test_a_file_comes_in_pieces(transport: Transport, serve: Serve) -> None:
    async def file(_: web.Request) -> web.Response:
        return web.Response(body=b"x" * 200_000, content_type="image/jpeg")

    async with transport.get(await serve(file)) as download:
        sizes = [len(chunk) async for chunk in download.chunks(200_000)]

    assert sum(sizes) == 200_000
    assert len(sizes) > 1


async def test_a_file_over_the_limit_is_given_up(transport: Transport, serve: Serve) -> None:
    async def file(_: web.Request) -> web.Response:
        return web.Response(body=b"x" * 200_000)

    async with transport.get(await serve(file)) as download:
        with pytest.raises(Refused):
            [chunk async for chunk in download.chunks(199_999)]


async def test_a_redirect_is_shown_not_followed(transport: Transport, serve: Serve) -> None:
    async def elsewhere(_: web.Request) -> web.Response:
        raise web.HTTPFound("http://127.0.0.1:1/")

    async with transport.get(await serve(elsewhere)) as download:
        assert (download.status, download.headers["location"]) == (302, "http://127.0.0.1:1/")


@pytest.mark.parametrize("fate", [_drop, _hang])
async def test_a_failed_download_may_be_tried_again(transport: Transport, serve: Serve, fate: Handler) -> None:
    with pytest.raises(Unavailable):
        async with transport.get(await serve(fate), patience=IMPATIENT):
            pass


async def test_a_download_that_breaks_off_may_be_tried_again(transport: Transport, serve: Serve) -> None:
    async def half(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Length": "1000"})
        await response.prepare(request)
        await response.write(b"x" * 10)
        return await _drop(request)

    async with transport.get(await serve(half)) as download:
        with pytest.raises(Unavailable):
            [chunk async for chunk in download.chunks(1000)]


async def test_the_callers_own_error_while_downloading_stays_its_own(transport: Transport, serve: Serve) -> None:
    async def file(_: web.Request) -> web.Response:
        return web.Response(body=b"x")

    with pytest.raises(OSError, match="disk full"):
        async with transport.get(await serve(file)):
            raise OSError("disk full")
