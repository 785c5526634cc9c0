"""What the redaction takes out of a line, and what it leaves."""

from __future__ import annotations

import base64
import datetime as dt
import string
from urllib.parse import quote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.redaction import HIDDEN, NUMBER, Redactor, hides

BOT_TOKEN = "7123456789:AAHh0xk3_Yq-8DdXoTz1nQw5vB2mLcRsPeU"
CHAT_TOKEN = "q3Zt0Jr5W1-nB_vXk8sLdA.Hy7Gt4Fr2De9Sw1Aq6Zx3Q"


@pytest.mark.parametrize(
    "spelling",
    [
        "+6281234567890",
        "+62 812-3456-7890",
        "+62 (812) 3456 7890",
        "0812 3456 7890",
        "0812.3456.7890",
        "081234567890",
        "62812\u20103456\u20107890",
        "0812\u00a03456\u00a07890",
        "(0752) 82-32-01",
        "whatsapp:+6281234567890",
        "whatsapp%3A%2B6281234567890",
        "0812%203456%207890",
        "0812\\n34567890",
        "00447911123456",
        "+44 7911 123",
        "0812\n3456\n7890",
        "1374025505900001",
        "13.74.02.550590.0001",
        "1374 0255 0590 0001",
        "-1001234567890",
        "987654321",
        "٠٨١٢٣٤٥٦٧٨٩٠",
    ],
)
def test_a_number_that_leads_to_a_person_is_taken_out(spelling: str) -> None:
    line = Redactor()(f"message from {spelling}, kept")

    digits = [character for character in line if character.isdigit()]

    assert len(digits) <= 4
    assert line.endswith(", kept")


@pytest.mark.parametrize(
    "harmless",
    [
        "2026-11-24T05:31:34.123456Z",
        "2026-11-24T05:31:34.123+00:00",
        "2026-11-24 05:31:34,123",
        "2026-11-24T12:31:34+07:00",
        "due 2026-11-24, filed 2026-11-20",
        "1042-7",
        "1042-7 1043-5 1044-2 1045-8",
        "1042-7 2026-11-24 1043-5",
        "1234567-8",
        "http://127.0.0.1:8080/chat",
        "112 and 110",
        "retry after 2.5 s, 20971520 bytes",
        "revision 20261124",
    ],
)
def test_time_stamps_and_complaint_numbers_stay(harmless: str) -> None:
    assert Redactor()(f"x {harmless} y") == f"x {harmless} y"


@pytest.mark.parametrize(
    "line",
    [
        f"POST https://api.telegram.org/bot{BOT_TOKEN}/sendMessage",
        f"POST https://api.telegram.org/bot{quote(BOT_TOKEN, safe='')}/sendMessage",
        f"token={BOT_TOKEN!r}",
        f"file/bot{BOT_TOKEN}/photos/file_1.jpg",
    ],
)
def test_anything_like_a_bot_token_is_taken_out_though_nobody_named_it(line: str) -> None:
    assert "AAHh0" not in Redactor()(line)


def test_a_short_bot_token_in_an_address_is_taken_out() -> None:
    assert Redactor()("http://127.0.0.1/bot42:abc/getMe") == f"http://127.0.0.1/bot{HIDDEN}/getMe"


def test_a_web_chat_token_is_taken_out() -> None:
    assert Redactor()(f"GET /chat/events?token={CHAT_TOKEN}&x=1") == f"GET /chat/events?token={HIDDEN}&x=1"


@pytest.mark.parametrize(
    "header",
    [
        "Authorization: Basic QUM6c2VjcmV0",
        "{'Authorization': 'Basic QUM6c2VjcmV0'}",
        '{"authorization": "Bearer QUM6c2VjcmV0"}',
        "(b'authorization', b'Basic QUM6c2VjcmV0')",
        '{"message": "{\\"Authorization\\": \\"Basic QUM6c2VjcmV0\\"}"}',
        "authorization=QUM6c2VjcmV0",
        "using Basic QUM6c2VjcmV0QUM6c2VjcmV0",
    ],
)
def test_an_authorization_header_is_taken_out(header: str) -> None:
    assert "QUM6" not in Redactor()(header)


@pytest.mark.parametrize(
    "spelt",
    [
        str,
        quote,
        lambda secret: quote(secret, safe=""),
        lambda secret: repr(secret)[1:-1],
        lambda secret: base64.b64encode(secret.encode()).decode(),
    ],
    ids=["plain", "url path", "url", "repr", "base64"],
)
def test_a_secret_is_taken_out_however_it_is_spelt(spelt: object) -> None:
    secret = 'p/a "s+s:ß\\word'
    assert callable(spelt)

    line = Redactor([secret])(f"before {spelt(secret)} after")

    assert line.replace("=", "") == f"before {HIDDEN} after"


def test_of_two_secrets_of_which_one_begins_the_other_both_go() -> None:
    assert Redactor(["hunter", "hunter22"])("hunter22 hunter") == f"{HIDDEN} {HIDDEN}"


def test_a_long_number_is_known_as_one_that_would_go() -> None:
    assert hides(987654321)
    assert hides(-1001234567890)
    assert not hides(20971520)
    assert not hides(0.5)


words = st.text(alphabet=string.ascii_letters + " .,:=\"'{}[]<>&?%\n\\", max_size=30)
separators = st.sampled_from(["", " ", "-", ".", " - ", "(", ") ", "/", "\u2011", "\u00a0", "%20", "%2D", "_"])


@settings(deadline=None)
@given(words, st.text(string.digits, min_size=9, max_size=16), st.lists(separators, min_size=16, max_size=16), words)
@example("", "081234567", ["-"] * 16, "")
def test_no_spelling_of_nine_digits_or_more_gets_through(
    before: str, digits: str, between: list[str], after: str
) -> None:
    spelt = "".join(gap + digit for gap, digit in zip(["", *between], digits, strict=False))
    line = Redactor()(f"{before}x{spelt}x{after}")

    assert f"x{NUMBER}x" in line or _is_harmless(spelt)


def _is_harmless(spelt: str) -> bool:
    """Whether the random digits happen to be two dates or a list of complaint numbers."""
    return Redactor()(spelt) == spelt and "-" in spelt


@settings(deadline=None)
@given(words, st.datetimes(min_value=dt.datetime(2000, 1, 1), max_value=dt.datetime(2099, 12, 31)), words)  # noqa: DTZ001
def test_every_time_stamp_of_ours_stays(before: str, moment: dt.datetime, after: str) -> None:
    stamp = moment.replace(tzinfo=dt.UTC).isoformat(timespec="milliseconds")

    assert stamp in Redactor()(f"{before}|{stamp}|{after}")


@settings(deadline=None)
@given(words, st.text(string.ascii_letters + string.digits + string.punctuation, min_size=12, max_size=40), words)
def test_no_secret_gets_through(before: str, secret: str, after: str) -> None:
    redactor = Redactor([secret])

    for spelt in (secret, quote(secret, safe=""), repr(secret)[1:-1]):
        assert secret not in redactor(before + spelt + after)
