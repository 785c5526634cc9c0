"""What a worker fetches from BMKG, here a server on loopback: politely, once, and never for worse than it had."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from sqlmodel import select
from structlog.testing import capture_logs

from bot.bmkg import Bmkg
from bot.channels.transport import Patience, Transport
from bot.config_sections import Bmkg as Given
from handlers.city import City, load_city
from handlers.info import bmkg
from storage.database import Database
from storage.models import Area, Bulletin
from tests.city import RULES
from tests.conftest import NOW
from tests.fakes import HandClock
from tests.payloads.bmkg_documents import GANTING, forecast, recorded

Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]
NAMES = [*bmkg.QUAKES, bmkg.WEATHER + GANTING]
IMPATIENT = Patience(connect=0.5, read=0.1)
FORECAST = forecast(NOW, [("Hujan Ringan", "Light Rain", 21)])


@dataclass
class Source:
    """BMKG: ``answers`` by path take the place of its documents; ``asked`` is what it was asked for."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[web.Request] = field(default_factory=list)
    etag: str = ""
    modified: str = ""

    async def serve(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(request)
        name = request.path.rpartition("/")[2]
        if (answer := self.answers.get(name)) is not None:
            return await answer(request)
        headers = {name: mark for name, mark in (("ETag", self.etag), ("Last-Modified", self.modified)) if mark}
        for condition, mark in (("If-None-Match", self.etag), ("If-Modified-Since", self.modified)):
            if mark and request.headers.get(condition) == mark:
                return web.Response(status=304, headers=headers)
        body = FORECAST if name == "forecast" else recorded(name.removesuffix(".json"))
        return web.Response(text=body, content_type="application/json", headers=headers)

    @property
    def paths(self) -> list[str]:
        return [request.path_qs for request in self.asked]


@dataclass
class Town:
    """A city of one kelurahan, its clock, its worker and BMKG."""

    source: Source
    database: Database
    clock: HandClock
    worker: Bmkg
    another: Bmkg

    async def looks(self, times: int = 4) -> None:
        for _ in range(times):
            assert await self.worker.look() == 0

    def kept(self) -> dict[str, Bulletin]:
        with self.database.read() as session:
            return {row.name: row for row in session.exec(select(Bulletin))}


def city_of(database: Database) -> City:
    with database.read() as session:
        return load_city(session, RULES)


@pytest.fixture
async def town(sqlite_database: Database, clock: HandClock) -> AsyncIterator[Town]:
    with sqlite_database.write() as session:
        session.add(Area(code=GANTING, name="Ganting", level="kelurahan", aliases=[]))
    city = city_of(sqlite_database)
    source, transport = Source(), Transport()
    app = web.Application()
    app.router.add_get("/{path:.*}", source.serve)
    server = TestServer(app)
    await server.start_server()
    await transport.start()
    base = str(server.make_url("")).rstrip("/")
    given = Given(quakes_url=f"{base}/TEWS", weather_url=f"{base}/forecast")
    workers = [Bmkg(sqlite_database, transport, lambda: city, clock.now, given, IMPATIENT) for _ in range(2)]
    yield Town(source, sqlite_database, clock, *workers)
    await transport.stop()
    await server.close()


async def test_each_document_is_fetched_once_one_at_a_look_and_kept_as_it_came(town: Town) -> None:
    await town.looks(6)

    assert town.source.paths == [
        "/TEWS/autogempa.json",
        "/TEWS/gempaterkini.json",
        "/TEWS/gempadirasakan.json",
        f"/forecast?adm4={GANTING}",
    ]
    kept = town.kept()
    assert sorted(kept) == sorted(NAMES)
    assert kept[bmkg.QUAKES[0]].body == recorded("autogempa")
    assert {row.fetched_at for row in kept.values()} == {NOW}
    assert {row.error for row in kept.values()} == {""}


async def test_earthquakes_are_fetched_more_often_than_forecasts(town: Town) -> None:
    await town.looks()
    town.clock.forward(minutes=5)
    await town.looks(6)
    assert len(town.source.asked) == 7

    town.clock.forward(hours=3)
    await town.looks(6)
    assert len(town.source.asked) == 11


async def test_of_two_workers_one_fetches_a_document(town: Town) -> None:
    for _ in range(6):
        await asyncio.gather(town.worker.look(), town.another.look())

    assert len(town.source.paths) == len(set(town.source.paths)) == 4


@pytest.mark.parametrize(
    ("mark", "condition"),
    [
        ({"etag": '"v1"'}, ("If-None-Match", '"v1"')),
        (
            {"modified": "Tue, 24 Nov 2026 02:00:00 GMT"},
            ("If-Modified-Since", "Tue, 24 Nov 2026 02:00:00 GMT"),
        ),
    ],
)
async def test_what_has_not_changed_is_not_sent_again(
    town: Town, mark: dict[str, str], condition: tuple[str, str]
) -> None:
    for name, value in mark.items():
        setattr(town.source, name, value)
    await town.looks(1)
    later = town.clock.forward(minutes=5)
    await town.looks(1)

    assert town.source.paths == ["/TEWS/autogempa.json"] * 2
    again = town.source.asked[1]
    assert again.headers.get(condition[0]) == condition[1]
    row = town.kept()[bmkg.QUAKES[0]]
    assert (row.body, row.fetched_at, row.error) == (recorded("autogempa"), later, "")


async def _half(request: web.Request) -> web.StreamResponse:
    return web.Response(text=recorded("autogempa")[:150])


async def _page(request: web.Request) -> web.StreamResponse:
    return web.Response(text="<html>Sedang dalam pemeliharaan</html>", content_type="text/html")


async def _wrong_types(request: web.Request) -> web.StreamResponse:
    return web.json_response({"Infogempa": {"gempa": {"DateTime": 5, "Magnitude": [], "Coordinates": {}}}})


async def _hang(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(5)
    return web.Response()


async def _drop(request: web.Request) -> web.StreamResponse:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def _break_off(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "4000"})
    await response.prepare(request)
    await response.write(b'{"Infogempa"')
    assert request.transport is not None
    request.transport.close()
    return response


async def _huge(request: web.Request) -> web.StreamResponse:
    return web.Response(body=b" " * (600 * 1024))


async def _no_text(request: web.Request) -> web.StreamResponse:
    return web.Response(body=b"\xff\xfe{}")


async def _elsewhere(request: web.Request) -> web.StreamResponse:
    return web.Response(status=302, headers={"Location": "http://example.invalid/"})


async def _server_error(request: web.Request) -> web.StreamResponse:
    return web.Response(status=500, text="Internal Server Error")


async def _unchanged(request: web.Request) -> web.StreamResponse:
    return web.Response(status=304)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (_half, "not JSON"),
        (_page, "not JSON"),
        (_wrong_types, "no earthquake in it"),
        (_hang, "Timeout"),
        (_drop, "Disconnected"),
        (_break_off, "Client"),
        (_huge, "larger than"),
        (_no_text, "not UTF-8"),
        (_elsewhere, "status 302"),
        (_server_error, "status 500"),
        (_unchanged, "status 304"),
    ],
)
async def test_a_bad_answer_leaves_the_good_one_and_is_told_in_one_line(town: Town, answer: Answer, why: str) -> None:
    await town.looks()
    town.source.answers["autogempa.json"] = answer
    with capture_logs() as logs:
        for _ in range(3):
            town.clock.forward(minutes=5)
            await town.looks(3)

    row = town.kept()[bmkg.QUAKES[0]]
    assert why in row.error
    assert (row.body, row.fetched_at) == (recorded("autogempa"), NOW)
    assert [line["why"] for line in logs] == [row.error]

    town.source.answers.clear()
    later = town.clock.forward(minutes=5)
    with capture_logs() as logs:
        await town.looks(3)
    row = town.kept()[bmkg.QUAKES[0]]
    assert (row.error, row.fetched_at) == ("", later)
    assert [line["log_level"] for line in logs] == ["info"]


async def test_a_forecast_for_another_kelurahan_is_not_taken(town: Town) -> None:
    async def other(request: web.Request) -> web.StreamResponse:
        return web.Response(text=forecast(NOW, [("Cerah", "Sunny", 24)], area="13.74.01.1002"))

    town.source.answers["forecast"] = other
    await town.looks()

    row = town.kept()[bmkg.WEATHER + GANTING]
    assert (row.body, row.fetched_at) == ("", None)
    assert row.error.startswith("for 13.74.01.1002")


async def test_a_forecast_that_failed_is_tried_again_long_before_the_next_is_due(town: Town) -> None:
    town.source.answers["forecast"] = _server_error
    await town.looks()
    del town.source.answers["forecast"]
    town.clock.forward(minutes=5)
    await town.looks()

    assert town.kept()[bmkg.WEATHER + GANTING].body == FORECAST


@pytest.mark.parametrize(
    ("told", "minutes"),
    [
        ({}, 15),
        ({"Retry-After": "120"}, 2),
        ({"Retry-After": "9999999999"}, 60),
        ({"Retry-After": "Tue, 24 Nov 2026 03:07:00 GMT"}, 7),
        ({"Retry-After": "Tue, 24 Nov 2026 03:07:00"}, 15),
        ({"Retry-After": "soon"}, 15),
    ],
)
async def test_asked_for_patience_we_leave_bmkg_alone(town: Town, told: dict[str, str], minutes: int) -> None:
    async def busy(request: web.Request) -> web.StreamResponse:
        return web.Response(status=429, headers=told)

    town.source.answers["autogempa.json"] = busy
    await town.looks()
    assert len(town.source.asked) == 1

    town.clock.forward(minutes=minutes, seconds=-1)
    await town.looks()
    assert len(town.source.asked) == 1

    town.clock.forward(seconds=1)
    await town.looks()
    assert len(town.source.asked) > 1


async def test_where_nobody_listens_the_reason_is_kept(town: Town, clock: HandClock) -> None:
    transport = Transport()
    await transport.start()
    given = Given(quakes_url="http://127.0.0.1:9", weather_url="http://127.0.0.1:9")
    worker = Bmkg(town.database, transport, lambda: city_of(town.database), clock.now, given, IMPATIENT)
    with capture_logs() as logs:
        await worker.look()
    await transport.stop()

    assert town.kept()[bmkg.QUAKES[0]].error == "ClientConnectorError"
    assert [line["log_level"] for line in logs] == ["warning"]


async def test_in_an_hour_far_fewer_requests_are_made_than_bmkg_allows(town: Town) -> None:
    """A look every ten seconds, whatever happens: at most six requests in any minute."""
    town.source.answers = dict.fromkeys(["autogempa.json", "forecast"], _server_error)
    at: list[datetime] = []
    for _ in range(120):
        before = len(town.source.asked)
        await town.looks(1)
        at += [town.clock.now()] * (len(town.source.asked) - before)
        town.clock.forward(seconds=10)

    windows = (sum(first <= each < first + timedelta(minutes=1) for each in at) for first in at)
    assert max(windows) <= 6
    assert len(at) <= 20
    assert all(later > first for first, later in itertools.pairwise(at))
