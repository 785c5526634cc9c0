"""The WhatsApp channel against a Twilio on loopback that checks every request."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from urllib.parse import parse_qsl

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from structlog.testing import capture_logs

from bot import clock
from bot.channels import whatsapp_parse, whatsapp_signature, whatsapp_status
from bot.channels.base import (
    Ambiguous,
    Blocked,
    Channel,
    OutsideWindow,
    Refused,
    Request,
    SendError,
    Throttled,
    Unavailable,
    Unreachable,
    Windowed,
)
from bot.channels.transport import Patience, Transport
from bot.channels.whatsapp import WhatsApp
from bot.channels.whatsapp_render import Account
from handlers.messages import Inbound, MediaItem, Option, Outgoing
from tests.emulators.twilio_api import Content, TwilioApi
from tests.payloads import whatsapp as payloads

CONTENT = {f"buttons_{count}": payloads.sid("HX", count) for count in (1, 2, 3)} | {"list_4": payloads.sid("HX", 4)}
ANSWERED = payloads.sid("HX", 99)
YES, NO = Option("c:1:yes", "Ya"), Option("c:1:no", "Tidak")
HALLO = Outgoing("Halo")


@dataclass
class Line:
    """The channel, the Twilio it talks to, and an ordinary web server that keeps what Twilio calls it with."""

    twilio: TwilioApi
    channel: WhatsApp
    account: Account
    transport: Transport
    public_url: str = "https://lapor.example.go.id"
    inbound: list[Inbound] = field(default_factory=list)
    updates: list[whatsapp_status.StatusUpdate] = field(default_factory=list)
    refusing: list[int] = field(default_factory=list)  # statuses with which the next webhooks are answered

    def render(self, outgoing: Outgoing, to: str = payloads.CITIZEN, outbox_id: int = 12) -> Request:
        """The request for ``outgoing``."""
        return self.channel.render(outgoing, to, outbox_id=outbox_id)

    def with_account(self, **changes: object) -> WhatsApp:
        """The channel with another account's settings."""
        account = replace(self.account, **changes)  # type: ignore[arg-type]
        return WhatsApp(account, self.transport, media_url=lambda ref: f"{self.public_url}/media/s/{ref[7:]}")

    async def answer(self, request: web.Request) -> web.Response:
        """What the webhooks do: check the signature under the public URL, then read the form."""
        if self.refusing:
            return web.Response(status=self.refusing.pop())
        pairs = parse_qsl(await request.text(), keep_blank_values=True)
        header = request.headers.get(whatsapp_signature.HEADER)
        tokens, sid = [self.twilio.auth_token], self.twilio.account_sid
        url = self.public_url + request.path_qs
        if not whatsapp_signature.valid(header, url=url, pairs=pairs, tokens=tokens, account_sid=sid):
            return web.Response(status=403)
        if update := whatsapp_status.status(pairs, list(request.query.items())):
            self.updates.append(update)
        elif inbound := whatsapp_parse.parse(pairs):
            self.inbound.append(inbound)
        return web.Response(text="<Response/>", content_type="text/xml")


@pytest.fixture(name="line")
async def _line() -> AsyncIterator[Line]:
    transport = Transport()
    await transport.start()
    async with TwilioApi() as twilio:
        twilio.contents |= {CONTENT[f"buttons_{count}"]: Content(choices=count) for count in (1, 2, 3)}
        twilio.contents |= {CONTENT["list_4"]: Content(choices=4, as_list=True)}
        twilio.contents |= {ANSWERED: Content("Laporan {{1}}: {{2}} Balas untuk melanjutkan.")}
        account = Account(
            twilio.account_sid,
            twilio.auth_token,
            sender="+14155238886",
            base_url=twilio.base_url,
            public_url=Line.public_url,
            content=CONTENT,
            templates={"answered.id": ANSWERED},
        )
        patience = Patience(connect=1, read=0.3)
        channel = WhatsApp(
            account, transport, media_url=lambda ref: f"{Line.public_url}/media/s/{ref[7:]}", patience=patience
        )
        line = Line(twilio, channel, account, transport)
        app = web.Application()
        app.router.add_post("/{path:.*}", line.answer)
        async with TestServer(app) as server:
            twilio.reach[line.public_url] = str(server.make_url("")).rstrip("/")
            twilio.webhook = f"{line.public_url}/whatsapp"
            yield line
    await transport.stop()


async def test_a_text_arrives_and_gives_its_sid(line: Line) -> None:
    sid = await line.channel.send(line.render(Outgoing("<b>Halo</b> 😀 & selamat")))

    assert [(sid, payloads.CITIZEN, "*Halo* 😀 & selamat")] == [(m.sid, m.to, m.text) for m in line.twilio.messages]


async def test_a_stored_photo_is_sent_by_its_public_address(line: Line) -> None:
    await line.channel.send(line.render(Outgoing("", media=(MediaItem("photo", "stored:2026/11/a.jpg"),))))

    assert line.twilio.messages[0].media == [f"{line.public_url}/media/s/2026/11/a.jpg"]


async def test_a_file_only_twilio_has_is_refused_without_a_call(line: Line) -> None:
    with pytest.raises(Refused):
        await line.channel.send(line.render(Outgoing("", media=(MediaItem("photo", payloads.API + "/x"),))))

    assert line.twilio.requests == []


async def test_a_button_pressed_comes_back_as_its_value(line: Line) -> None:
    await line.channel.send(line.render(Outgoing("Kirim?", options=(YES, NO))))
    await line.twilio.person(payloads.CITIZEN).taps("Ya")

    assert ("c:1:yes", "Ya", line.twilio.messages[0].sid) == (
        line.inbound[0].button,
        line.inbound[0].text,
        line.inbound[0].reply_to,
    )


async def test_an_item_picked_from_a_list_comes_back_as_its_value(line: Line) -> None:
    options = tuple(Option(f"c:1:{number}", f"Pilihan {number}") for number in range(4))
    await line.channel.send(line.render(Outgoing("Pilih", options=options)))
    await line.twilio.person(payloads.CITIZEN).taps("Pilihan 2")

    assert line.inbound[0].button == "c:1:2"


@pytest.mark.parametrize("missing", [True, False])
async def test_buttons_twilio_refuses_go_as_numbered_text(line: Line, missing: bool) -> None:
    """A content template that is gone, or that takes no line breaks, costs the buttons and not the message."""
    line.twilio.one_line = True
    if missing:
        line.twilio.contents.clear()
    with capture_logs() as logs:
        await line.channel.send(line.render(Outgoing("Kirim?\nSekarang?", options=(YES, NO))))

    assert [message.text for message in line.twilio.messages] == ["Kirim?\nSekarang?\n\n1. Ya\n2. Tidak"]
    assert [log["event"] for log in logs] == ["whatsapp_content_refused"]


async def test_outside_the_window_the_approved_template_goes(line: Line) -> None:
    outgoing = Outgoing("Panjang", template="answered.min", variables=("PP-1", "sudah\ndiperbaiki."))
    request = line.channel.template_request(outgoing, payloads.CITIZEN, outbox_id=12)
    assert request is not None

    await line.channel.send(request)

    assert line.twilio.messages[0].text == "Laporan PP-1: sudah diperbaiki. Balas untuk melanjutkan."


async def test_outside_the_window_nothing_goes_without_a_template(line: Line) -> None:
    assert line.channel.template_request(HALLO, payloads.CITIZEN, outbox_id=12) is None
    assert line.channel.template_request(replace(HALLO, template="closed"), payloads.CITIZEN, outbox_id=12) is None


@pytest.mark.parametrize(
    ("status", "code", "kind"),
    [
        (400, 21211, Unreachable),
        (400, 21610, Blocked),
        (400, 21617, Refused),
        (400, 63003, Unreachable),
        (400, 63007, Refused),
        (400, 63012, Unavailable),
        (400, 63014, Blocked),
        (400, 63016, OutsideWindow),
        (400, 63018, Throttled),
        (400, 63024, Unreachable),
        (401, 20003, Refused),
        (429, 20429, Throttled),
        (500, 20500, Ambiguous),
        (503, 20503, Ambiguous),
    ],
)
async def test_an_error_of_the_api_is_understood(line: Line, status: int, code: int, kind: type[SendError]) -> None:
    line.twilio.fails(status=status, code=code)

    with pytest.raises(kind) as caught:
        await line.channel.send(line.render(HALLO))

    assert "6281200000001" not in str(caught.value)
    assert line.twilio.messages == []


async def test_a_429_says_how_long_to_wait(line: Line) -> None:
    line.twilio.fails(status=429, code=20429, retry_after=7)

    with pytest.raises(Throttled) as caught:
        await line.channel.send(line.render(HALLO))

    assert caught.value.retry_after == 7


async def test_a_refused_password_is_told_to_the_operator(line: Line) -> None:
    with capture_logs() as logs, pytest.raises(Refused, match=r"whatsapp\.auth_token"):
        await line.with_account(auth_token="wrong").send(line.render(HALLO))

    assert [(log["log_level"], log["code"]) for log in logs] == [("error", 20003)]
    assert "wrong" not in repr(logs)


@pytest.mark.parametrize("how", [{"dropped": True}, {"silent": 1.0}, {"status": 502}])
@pytest.mark.parametrize("accepted", [True, False])
async def test_without_an_answer_nobody_knows(line: Line, how: dict[str, object], accepted: bool) -> None:
    """The message is sent once at most, and asking Twilio tells whether it was."""
    request, started = line.render(HALLO), clock.now()
    line.twilio.fails(accepted=accepted, **how)

    with pytest.raises(Ambiguous):
        await line.channel.send(request)

    assert len(line.twilio.requests) == 1
    expected = line.twilio.messages[0].sid if accepted else None
    assert await line.channel.lookup(request, since=started) == expected


async def test_a_twilio_that_is_not_there_has_got_nothing(line: Line) -> None:
    with pytest.raises(Unavailable):
        await line.with_account(base_url="http://127.0.0.1:1").send(line.render(HALLO))


async def test_an_answer_that_names_no_message_leaves_it_open(line: Line) -> None:
    async def odd(_request: web.Request) -> web.Response:
        return web.Response(status=201, text="[]")

    app = web.Application()
    app.router.add_post("/{path:.*}", odd)
    async with TestServer(app) as server:
        with pytest.raises(Ambiguous):
            await line.with_account(base_url=str(server.make_url("")).rstrip("/")).send(line.render(HALLO))


async def test_a_redirect_is_not_followed_with_our_password(line: Line) -> None:
    async def elsewhere(_request: web.Request) -> web.Response:
        raise web.HTTPTemporaryRedirect(line.twilio.base_url)

    app = web.Application()
    app.router.add_post("/{path:.*}", elsewhere)
    async with TestServer(app) as server:
        with pytest.raises(Refused):
            await line.with_account(base_url=str(server.make_url("")).rstrip("/")).send(line.render(HALLO))

    assert line.twilio.requests == []


async def test_twilios_environment_does_not_redirect_us(line: Line, monkeypatch: pytest.MonkeyPatch) -> None:
    """TWILIO_EDGE would turn 127.0.0.1 into 127.dublin.ie1.0.1, and api.twilio.com into a host without our key."""
    monkeypatch.setenv("TWILIO_EDGE", "dublin")
    monkeypatch.setenv("TWILIO_REGION", "ie1")

    await line.with_account().send(line.render(HALLO))

    assert len(line.twilio.messages) == 1


async def test_a_look_up_passes_over_other_messages(line: Line) -> None:
    """The same words sent before, to others, or by a message whose sid is known, are not the one that was lost."""
    earlier = await line.channel.send(line.render(HALLO))
    await line.channel.send(line.render(Outgoing("Lain")))
    await line.channel.send(line.render(HALLO, to="whatsapp:+6281200000002"))
    request, started = line.render(HALLO), clock.now()

    assert await line.channel.lookup(request, since=started, known={earlier}) is None
    assert await line.channel.lookup(request, since=started + timedelta(minutes=5)) is None

    lost = await line.channel.send(request)

    assert await line.channel.lookup(request, since=started, known={earlier}) == lost


@pytest.mark.parametrize("outgoing", [Outgoing("Kirim?", options=(YES, NO)), Outgoing("a\nb", options=(YES, NO))])
@pytest.mark.parametrize("one_line", [True, False])
async def test_a_look_up_knows_buttons_by_their_text(line: Line, outgoing: Outgoing, one_line: bool) -> None:
    line.twilio.one_line = one_line
    request, started = line.render(outgoing), clock.now()

    assert await line.channel.lookup(request, since=started) is None
    sid = await line.channel.send(request)
    assert await line.channel.lookup(request, since=started) == sid


async def test_a_messaging_service_sends_and_is_looked_up(line: Line) -> None:
    service = line.with_account(messaging_service_sid=payloads.sid("MG", 1))
    request, started = service.render(HALLO, payloads.CITIZEN, outbox_id=1), clock.now()

    await line.channel.send(line.render(HALLO))
    assert await service.lookup(request, since=started) is None
    sid = await service.send(request)
    assert await service.lookup(request, since=started) == sid


async def test_a_hundred_messages_wait_for_twilio_together(line: Line) -> None:
    line.twilio.latency = 0.1
    loop = asyncio.get_running_loop()
    started = loop.time()
    sids = await asyncio.gather(*[line.channel.send(line.render(HALLO, outbox_id=n)) for n in range(100)])

    assert len(set(sids)) == 100
    assert loop.time() - started < 3


async def test_status_callbacks_come_signed_with_the_outbox_id(line: Line) -> None:
    await line.channel.send(line.render(HALLO, outbox_id=77))
    message = line.twilio.messages[0]

    assert await line.twilio.report(message, "read", "delivered") == [200, 200]
    assert await line.twilio.report(message, "undelivered", error=63016) == [200]
    assert [(77, message.sid, "read"), (77, message.sid, "delivered"), (77, message.sid, "undelivered")] == [
        (update.outbox_id, update.sid, update.state) for update in line.updates
    ]
    assert isinstance(line.updates[-1].error, OutsideWindow)


async def test_people_are_heard(line: Line) -> None:
    """Each way of writing to us arrives through the signed webhook and is read."""
    siti = line.twilio.person("whatsapp:US.ABC123XYZ", "Ibu Siti", scoped="whatsapp:US.ABC123XYZ")
    await line.channel.send(line.render(HALLO, to=siti.address))

    assert await siti.says("Lampu jalan mati") == 200
    assert await siti.sends_photo(caption="Ini") == 200
    assert await siti.sends_location(-0.46, 100.4, "Pasar") == 200
    assert await siti.replies(siti.heard[0], "Terima kasih") == 200
    assert [inbound.text for inbound in line.inbound] == ["Lampu jalan mati", "Ini", "", "Terima kasih"]
    assert {"Ibu Siti"} == {inbound.name for inbound in line.inbound}
    assert {siti.address} == {inbound.address for inbound in line.inbound}
    assert line.inbound[2].pin is not None
    assert line.inbound[3].reply_to == siti.heard[0].sid

    photo = b"".join([chunk async for chunk in line.channel.fetch(line.inbound[1].media[0])])
    assert photo.startswith(b"\xff\xd8\xff")


async def test_a_webhook_we_could_not_take_comes_again_if_its_address_asks_for_it(line: Line) -> None:
    line.refusing = [503, 503]
    line.twilio.webhook += "#rc=3&rp=all"

    assert await line.twilio.person(payloads.CITIZEN).says("Halo") == 200
    assert [inbound.text for inbound in line.inbound] == ["Halo"]


async def test_the_channel_keeps_to_the_contract(line: Line) -> None:
    channel: Channel = line.channel
    await channel.start()
    await channel.stop()

    assert isinstance(channel, Windowed)
    assert channel.name == "whatsapp"
    assert channel.lane() == line.account.lane
