"""Files of citizens come from Twilio, and a forged reference or redirect leads nowhere."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, replace

import pytest

from bot.channels.base import Refused, SendError, Unavailable, Unreachable
from bot.channels.transport import Transport
from bot.channels.whatsapp_media import Fetcher
from bot.channels.whatsapp_render import Account
from handlers.messages import MediaItem
from tests.emulators.twilio_api import File, TwilioApi
from tests.payloads import whatsapp as payloads

MESSAGE = payloads.sid("MM", 1)
JPEG = b"\xff\xd8\xff\xe0" + b"x" * 100_000
OGG = b"OggS" + b"x" * 100
METADATA = "http://169.254.169.254/latest/meta-data/"


@dataclass
class Place:
    """An emulator, the account there and the connections to it."""

    twilio: TwilioApi
    account: Account
    transport: Transport

    def file(self, data: bytes = JPEG, mime: str = "image/jpeg") -> tuple[MediaItem, File]:
        """A file somebody sent, as the webhook names it and as Twilio keeps it."""
        ref = self.twilio.keep_file(MESSAGE, data, mime)
        return MediaItem("photo", ref), self.twilio.files[ref.rpartition("/")[2]]

    async def fetch(self, item: MediaItem, *, settle: Sequence[float] = (0, 0), **changes: object) -> bytes:
        """The bytes of ``item``; ``changes`` are made to the account."""
        fetcher = Fetcher(replace(self.account, **changes), self.transport, settle=settle)  # type: ignore[arg-type]
        return b"".join([chunk async for chunk in fetcher.fetch(item)])


@pytest.fixture(name="place")
async def _place() -> AsyncIterator[Place]:
    transport = Transport()
    await transport.start()
    async with TwilioApi() as twilio:
        account = Account(twilio.account_sid, twilio.auth_token, sender="+14155238886", base_url=twilio.base_url)
        yield Place(twilio, account, transport)
    await transport.stop()


async def test_a_file_comes_with_our_password(place: Place) -> None:
    item, _file = place.file()

    assert await place.fetch(item) == JPEG


async def test_a_reference_to_twilio_itself_goes_by_the_configured_host(place: Place) -> None:
    item, _file = place.file()
    official = replace(item, ref=item.ref.replace(place.twilio.base_url, payloads.API))

    assert await place.fetch(official) == JPEG


async def test_a_redirect_to_twilios_own_host_is_followed_without_the_password(place: Place) -> None:
    item, file = place.file()
    file.redirect = f"{place.twilio.base_url}/cdn/{item.ref.rpartition('/')[2]}"
    host = place.twilio.base_url.removeprefix("http://")

    assert await place.fetch(item, media_hosts=(host,)) == JPEG
    assert place.twilio.violations == []


@pytest.mark.parametrize(
    "target",
    [
        METADATA,
        "https://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1:1/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://mms.twiliocdn.com.evil.example/x",
        "https://mms.twiliocdn.com@169.254.169.254/",
        "https://user:pass@mms.twiliocdn.com/x",
        "https://mms.twiliocdn.com:8443/x",
        "https://s3-external-1.amazonaws.com/somebody-elses-bucket/x",
        "https://s3-external-1.amazonaws.com/media.twiliocdn.com/../somebody-elses-bucket/x",
        "https://s3-external-1.amazonaws.com/media.twiliocdn.com/%2e%2e/somebody-elses-bucket/x",
        "file:///etc/passwd",
        "//169.254.169.254/",
        "https://[",
        "",
    ],
)
async def test_a_redirect_to_anywhere_else_is_refused(place: Place, target: str) -> None:
    item, file = place.file()
    file.redirect = target or " "

    with pytest.raises(Refused):
        await place.fetch(item)


@pytest.mark.parametrize(
    "target", [METADATA, "http://127.0.0.1:1/x", "http://localhost:1/x", "http://[::1]:1/x", "http://10.0.0.8/x"]
)
async def test_even_an_allowed_host_may_not_lead_into_our_network(place: Place, target: str) -> None:
    """What a name in the allow list resolves to is looked at as well."""
    item, file = place.file()
    file.redirect = target

    with pytest.raises(Refused, match="private address"):
        await place.fetch(item, media_hosts=("*:*", "169.254.169.254:80", "10.0.0.8:80"))


async def test_a_second_redirect_is_not_followed(place: Place) -> None:
    item, file = place.file()
    other, other_file = place.file()
    other_file.redirect = "https://mms.twiliocdn.com/x"
    file.redirect = other.ref

    with pytest.raises(Refused, match="HTTP 401"):
        await place.fetch(item, media_hosts=(place.twilio.base_url.removeprefix("http://"),))


@pytest.mark.parametrize(
    "ref",
    [
        METADATA,
        "https://api.twilio.com@169.254.169.254/2010-04-01/Accounts/{account}/Messages/{message}/Media/{file}",
        "https://evil.example/2010-04-01/Accounts/{account}/Messages/{message}/Media/{file}",
        "http://api.twilio.com/2010-04-01/Accounts/{account}/Messages/{message}/Media/{file}",
        "https://api.twilio.com/2010-04-01/Accounts/{other}/Messages/{message}/Media/{file}",
        "https://api.twilio.com/2010-04-01/Accounts/{account}/Messages/{message}/Media/../../../Keys.json",
        "https://api.twilio.com/2010-04-01/Accounts/{account}/Messages/{message}/Media/{file}?x=1",
        "https://api.twilio.com/2010-04-01/Accounts/{account}/Messages/{message}/Media/{file}\n",
        "stored:2026/11/a.jpg",
        "",
    ],
)
async def test_a_reference_to_anything_but_our_own_media_is_refused(place: Place, ref: str) -> None:
    names = {"account": payloads.ACCOUNT, "other": "AC" + "f" * 32, "message": MESSAGE, "file": payloads.sid("ME", 1)}

    with pytest.raises(Refused):
        await place.fetch(MediaItem("photo", ref.format(**names)))


async def test_a_configured_host_that_leads_into_our_network_is_refused(place: Place) -> None:
    """Only a base URL that is loopback itself, as in tests, may lead to loopback."""
    item = MediaItem("photo", payloads.photo()[-1][1].replace(payloads.API, "http://169.254.169.254"))

    with pytest.raises(Refused, match="private address"):
        await place.fetch(item, base_url="http://169.254.169.254")


async def test_a_file_that_lags_behind_its_webhook_is_asked_for_again(place: Place) -> None:
    item, file = place.file()
    file.missing = 2

    assert await place.fetch(item) == JPEG


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, Unreachable),
        (410, Unreachable),
        (500, Unavailable),
        (503, Unavailable),
        (429, Unavailable),
        (403, Refused),
    ],
)
async def test_an_answer_without_the_file_says_whether_to_ask_again(
    place: Place, status: int, kind: type[SendError]
) -> None:
    item, file = place.file()
    file.status = status

    with pytest.raises(kind):
        await place.fetch(item)


async def test_a_wrong_password_is_refused(place: Place) -> None:
    item, _file = place.file()

    with pytest.raises(Refused, match="HTTP 401"):
        await place.fetch(item, auth_token="wrong")


@pytest.mark.parametrize(
    ("data", "mime"),
    [
        (JPEG, "text/html"),
        (b"<html><script>alert(1)</script>", "image/jpeg"),
        (b"MZ\x90\x00" + b"\x00" * 60, "image/jpeg"),
        (b"", "image/jpeg"),
        (b"\xff", "image/jpeg"),
        (b"GIF89a" + b"\x00" * 60, "image/gif"),
    ],
)
async def test_a_file_of_another_type_is_refused(place: Place, data: bytes, mime: str) -> None:
    item, _file = place.file(data, mime)

    with pytest.raises(Refused):
        await place.fetch(item)


@pytest.mark.parametrize("mime", ["audio/ogg; codecs=opus", "application/octet-stream"])
async def test_a_voice_note_is_known_by_its_first_bytes(place: Place, mime: str) -> None:
    item, _file = place.file(OGG, mime)

    assert await place.fetch(item) == OGG


async def test_a_file_over_the_limit_is_refused_before_it_is_read(place: Place) -> None:
    item, _file = place.file(JPEG + b"\x00" * (16 * 2**20))

    with pytest.raises(Refused, match="too large"):
        await place.fetch(item)


async def test_a_server_that_is_gone_may_be_asked_later(place: Place) -> None:
    item = MediaItem("photo", payloads.photo()[-1][1].replace(payloads.API, "http://127.0.0.1:1"))

    with pytest.raises(Unavailable):
        await place.fetch(item, base_url="http://127.0.0.1:1")
