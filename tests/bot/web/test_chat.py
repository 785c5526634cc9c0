"""The web chat's interface takes each message once, from its bearer only, and refuses nothing without saying why."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import httpx
import pytest

from bot.web.app import create_app
from handlers.messages import MediaKind, Outgoing, Pin, Signal
from tests.bot.web.conftest import Town, client_of
from tests.bot.web.serving import Serving
from tests.bot.web.speaking import JPEG, bearer, events, new_id, say, session


async def test_a_message_reaches_the_intake(client: httpx.AsyncClient, town: Town) -> None:
    who = await session(client)

    answer = await say(client, who, text="Lampu mati", language="min", reply_to="12")

    assert (200, {"verdict": "handled"}) == (answer.status_code, answer.json())
    [inbound] = town.echo.heard
    assert ("webchat", "Lampu mati", "min", "12") == (
        inbound.channel,
        inbound.text,
        inbound.language,
        inbound.reply_to,
    )


async def test_sending_again_after_a_lost_answer_changes_nothing(client: httpx.AsyncClient, town: Town) -> None:
    who = await session(client)
    body = {"id": new_id(), "text": "sekali saja"}

    verdicts = [(await client.post("/chat/messages", json=body, headers=who)).json()["verdict"] for _ in range(2)]

    assert ["handled", "repeat"] == verdicts
    assert 1 == len(town.echo.heard)


async def test_the_address_does_not_open_the_conversation(client: httpx.AsyncClient, town: Town) -> None:
    who = await session(client)
    await say(client, who, text="Halo")
    address = town.echo.heard[0].address

    assert address not in who["Authorization"]
    assert 401 == (await say(client, bearer(address), text="Halo")).status_code


@pytest.mark.parametrize("headers", [{}, {"Authorization": "Bearer "}, bearer("a.b"), {"Authorization": "Basic eDp5"}])
async def test_without_a_token_of_ours_nothing_is_taken(
    client: httpx.AsyncClient, town: Town, headers: dict[str, str]
) -> None:
    answers = [
        await client.post("/chat/messages", json={"id": new_id(), "text": "x"}, headers=headers),
        await client.post("/chat/uploads", files={"file": ("x.jpg", JPEG)}, headers=headers),
        await client.get("/chat/events", headers=headers),
    ]

    assert [401, 401, 401] == [answer.status_code for answer in answers]
    assert not town.echo.heard


async def test_buttons_pins_and_starts_arrive_as_such(client: httpx.AsyncClient, town: Town) -> None:
    who = await session(client)

    await say(client, who, button="v3:kategori")
    await say(client, who, pin={"lat": -0.4636, "lon": 100.3992})
    await say(client, who, start=True, text="i_kode")
    await say(client, who, start=True)

    button, pin, start, bare = town.echo.heard
    assert "v3:kategori" == button.button
    assert Pin(-0.4636, 100.3992) == pin.pin
    assert (Signal.START, "i_kode", Signal.START) == (start.signal, start.text, bare.signal)


@pytest.mark.parametrize(
    "body",
    [
        {"text": "x" * 4001},
        {"text": "   "},
        {},
        {"button": "é" * 33},
        {"pin": {"lat": 91, "lon": 0}},
        {"pin": {"lat": "NaN", "lon": 0}},
        {"id": "short", "text": "x"},
        {"id": "with space in it", "text": "x"},
        {"text": "x", "reply_to": "-1"},
        {"text": "x", "language": "../"},
        {"text": "x", "group": True},
        {"uploads": ["made.up"]},
    ],
    ids=lambda body: str(body)[:40],
)
async def test_what_no_page_of_ours_sends_is_refused(
    client: httpx.AsyncClient, town: Town, body: dict[str, object]
) -> None:
    answer = await say(client, await session(client), **body)

    assert 422 == answer.status_code
    assert not town.echo.heard


async def test_the_longest_text_is_taken_whole(client: httpx.AsyncClient, town: Town) -> None:
    await say(client, await session(client), text="x" * 4000)

    assert 4000 == len(town.echo.heard[0].text)


async def test_a_character_no_database_stores_is_dropped(client: httpx.AsyncClient, town: Town) -> None:
    await say(client, await session(client), text="a\x00b")

    assert "ab" == town.echo.heard[0].text


async def test_half_a_character_is_refused_without_repeating_it(client: httpx.AsyncClient) -> None:
    raw = b'{"id": "message-raw", "text": "\\ud800"}'
    who = {**await session(client), "Content-Type": "application/json"}

    answer = await client.post("/chat/messages", content=raw, headers=who)

    assert 422 == answer.status_code
    assert ["body", "text"] == answer.json()["detail"][0]["loc"]


async def test_a_busy_intake_asks_to_come_again(client: httpx.AsyncClient, town: Town) -> None:
    who = await session(client)
    town.echo.busy = 1
    body = {"id": new_id(), "text": "sabar"}

    first, second = [await client.post("/chat/messages", json=body, headers=who) for _ in range(2)]

    assert (503, "1") == (first.status_code, first.headers["retry-after"])
    assert {"verdict": "handled"} == second.json()


async def test_too_many_messages_have_to_wait_and_then_go_through(client: httpx.AsyncClient, town: Town) -> None:
    who = await session(client)
    answers = [await say(client, who, text="x") for _ in range(21)]
    another = await say(client, await session(client), text="x")
    town.clock.forward(seconds=float(answers[-1].headers["retry-after"]))

    assert [200] * 20 + [429] == [answer.status_code for answer in answers]
    assert 200 == another.status_code
    assert 200 == (await say(client, who, text="x")).status_code


async def test_sessions_are_rationed_for_each_client_address(client: httpx.AsyncClient) -> None:
    answers = [await client.post("/chat/session", json={}) for _ in range(61)]

    assert [200] * 60 + [429] == [answer.status_code for answer in answers]
    assert "2" == answers[-1].headers["retry-after"]


async def test_an_upload_becomes_part_of_a_message(client: httpx.AsyncClient, town: Town) -> None:
    who = await session(client)

    kept = (await client.post("/chat/uploads", files={"file": ("lubang.jpg", JPEG)}, headers=who)).json()
    await say(client, who, uploads=[kept["upload"]], text="ini fotonya")

    [item] = town.echo.heard[0].media
    assert (MediaKind.PHOTO, "image/jpeg", "lubang.jpg", len(JPEG)) == (item.kind, item.mime, item.name, item.size)
    assert JPEG == (await client.get(kept["url"])).content


async def test_nobody_can_send_the_upload_of_another(client: httpx.AsyncClient, town: Town) -> None:
    mine, other = await session(client), await session(client)
    kept = (await client.post("/chat/uploads", files={"file": ("x.jpg", JPEG)}, headers=mine)).json()
    body, _, mac = kept["upload"].partition(".")

    assert 422 == (await say(client, other, uploads=[kept["upload"]])).status_code
    assert 422 == (await say(client, mine, uploads=[f"{body}x.{mac}"])).status_code
    assert not town.echo.heard


@pytest.mark.parametrize(
    ("files", "status"),
    [
        ({"file": ("x.jpg", b"<html>not a photo</html>")}, 415),
        ({"file": ("x.jpg", b"")}, 422),
        ({"file": ("x.jpg", JPEG + bytes(2**20))}, 413),
        ({"file": ("x.jpg", JPEG + bytes(3 * 2**20))}, 413),
        ({"other": ("x.jpg", JPEG)}, 422),
    ],
    ids=["type", "empty", "size", "far too large", "field"],
)
async def test_an_unfit_upload_is_refused_and_not_kept(
    client: httpx.AsyncClient, town: Town, files: dict[str, tuple[str, bytes]], status: int
) -> None:
    answer = await client.post("/chat/uploads", files=files, headers=await session(client))

    assert status == answer.status_code
    assert not [path for path in town.folder.rglob("*") if path.is_file()]


async def test_an_upload_that_is_no_form_is_refused(client: httpx.AsyncClient) -> None:
    headers = {**await session(client), "Content-Type": "multipart/form-data; boundary=x"}

    assert 422 == (await client.post("/chat/uploads", content=b"--y\r\n", headers=headers)).status_code


async def test_there_are_no_staff_sessions_in_production(client: httpx.AsyncClient, town: Town) -> None:
    bound: list[str] = []
    without_pane = replace(town.parts, bind_staff=bound.append)

    assert 404 == (await client.post("/chat/session", json={"staff": True})).status_code
    async with client_of(create_app(without_pane)) as other:
        assert 404 == (await other.post("/chat/session", json={"staff": True})).status_code
    assert not bound


async def test_in_development_a_staff_session_is_bound_to_its_address(town: Town) -> None:
    bound: list[str] = []
    parts = replace(town.parts, staff_pane=True, bind_staff=bound.append)
    async with client_of(create_app(parts)) as client:
        token = (await client.post("/chat/session", json={"staff": True})).json()["token"]
        await say(client, bearer(token), text="/tiket")
        await session(client)

    assert [town.echo.heard[0].address] == bound


def test_events_arrive_with_the_outbox_id_while_the_line_is_open(served: Serving, town: Town) -> None:
    with httpx.Client(base_url=served.url) as client:
        who = bearer(client.post("/chat/session", json={}).json()["token"])
        with client.stream("GET", "/chat/events", headers=who) as stream, httpx.Client(base_url=served.url) as speaker:
            heard = events(stream)
            speaker.post("/chat/messages", json={"id": new_id(), "text": "satu"}, headers=who)
            first = next(heard)
            speaker.post("/chat/messages", json={"id": new_id(), "text": "dua"}, headers=who)
            second = next(heard)

            assert "text/event-stream; charset=utf-8" == stream.headers["content-type"]
            assert ["Anda menulis: <i>satu</i>", "Anda menulis: <i>dua</i>"] == [first["text"], second["text"]]
            assert (str(first["id"]), "message") == (first["event_id"], first["event"])


def test_a_line_opened_again_goes_on_after_the_last_event(served: Serving, town: Town) -> None:
    with httpx.Client(base_url=served.url) as client:
        who = bearer(client.post("/chat/session", json={}).json()["token"])
        client.post("/chat/messages", json={"id": new_id(), "text": "satu"}, headers=who)
        with client.stream("GET", "/chat/events", headers=who) as stream:
            last = next(events(stream))["event_id"]
        town.clock.forward(minutes=1)
        served.run(town.echo.tell(town.echo.heard[0].address, Outgoing("selagi pergi")))

        with client.stream("GET", "/chat/events", headers={**who, "Last-Event-ID": last}) as stream:
            assert "selagi pergi" == next(events(stream))["text"]


@pytest.mark.parametrize("nonsense", ["x", "-1", "9" * 40, "²"])
def test_a_last_event_id_that_is_none_of_ours_replays_from_the_start(
    served: Serving, town: Town, nonsense: str
) -> None:
    with httpx.Client(base_url=served.url) as client:
        who = bearer(client.post("/chat/session", json={}).json()["token"])
        client.post("/chat/messages", json={"id": new_id(), "text": "satu"}, headers=who)

        headers = httpx.Headers({**who, "Last-Event-ID": nonsense}, encoding="utf-8")
        with client.stream("GET", "/chat/events", headers=headers) as stream:
            assert "Anda menulis: <i>satu</i>" == next(events(stream))["text"]


def test_a_client_that_leaves_is_forgotten(served: Serving, town: Town) -> None:
    with httpx.Client(base_url=served.url) as client:
        who = bearer(client.post("/chat/session", json={}).json()["token"])
        client.post("/chat/messages", json={"id": new_id(), "text": "satu"}, headers=who)
        with client.stream("GET", "/chat/events", headers=who) as stream:
            heard = events(stream)  # letting go of it would close the stream
            next(heard)
            assert 1 == town.parts.webchat.listening

    async def gone() -> None:
        async with asyncio.timeout(10):
            while town.parts.webchat.listening:  # noqa: ASYNC110 - the server notices in its own time
                await asyncio.sleep(0.01)

    served.run(gone())


def test_a_stopping_server_lets_its_streams_go(served: Serving) -> None:
    with httpx.Client(base_url=served.url) as client:
        who = bearer(client.post("/chat/session", json={}).json()["token"])
        with client.stream("GET", "/chat/events", headers=who) as stream:
            served.stop()

            assert [] == list(events(stream))
