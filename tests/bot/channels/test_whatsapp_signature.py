"""Genuine webhooks of Twilio are let in, anything else is not."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twilio.request_validator import RequestValidator

from bot.channels import whatsapp_signature
from bot.channels.whatsapp_signature import signature, signed, valid
from tests.payloads import whatsapp as payloads

VECTORS = json.loads(Path("tests/payloads/twilio_signature_vectors.json").read_text())
PARAMS = list(VECTORS["params"].items())
HTTPS = VECTORS["uri"]
HTTP = HTTPS.replace("https:", "http:")
WITH_PORT = "mycompany.com:{}/"
JSON_HASH = "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620"
REPEATED = [("Sid", "CA123"), ("SidAccount", "AC123"), ("Digits", "5678"), ("Digits", "1234"), ("Digits", "1234")]

TOKEN = "our auth token"
URL = "https://lapor.example.go.id/whatsapp"


def ours(header: str | None, pairs: payloads.Form, settings: str | None = None) -> bool:
    """Whether a request to our webhook with our token is let in."""
    return valid(header, url=URL, pairs=pairs, tokens=[TOKEN], account_sid=payloads.ACCOUNT, settings=settings)


def at_port(url: str, port: int) -> str:
    """``url`` with an explicit port."""
    return url.replace("mycompany.com/", WITH_PORT.format(port))


@pytest.mark.parametrize(
    ("case", "url", "pairs"),
    [
        (0, HTTPS, PARAMS),
        (1, at_port(HTTPS, 1234), PARAMS),
        (2, at_port(HTTP, 1234), PARAMS),
        (3, HTTPS, PARAMS),
        (4, HTTP, PARAMS),
        (5, HTTPS, REPEATED),
        (6, HTTPS + JSON_HASH, []),
    ],
)
def test_twilios_own_vectors_are_accepted(case: int, url: str, pairs: payloads.Form) -> None:
    header = VECTORS["cases"][case]["signature"]

    assert signed(header, url=url, pairs=pairs, tokens=[VECTORS["auth_token"]])
    assert not signed(header, url=url, pairs=pairs, tokens=["another token"])


@pytest.mark.parametrize("form", [make() for make in payloads.EVERY_MESSAGE])
def test_every_recorded_message_is_accepted_as_it_travels(form: payloads.Form) -> None:
    header = RequestValidator(TOKEN).compute_signature(URL, dict(form))
    received = parse_qsl(urlencode(form), keep_blank_values=True)

    assert ours(header, received)


@pytest.mark.parametrize("header", [None, "", "x", "é", "RSOYDt4T1cUTdK1PDd93/VVr8B8="])
def test_a_missing_or_foreign_signature_is_refused(header: str | None) -> None:
    assert not ours(header, payloads.text_message())


def test_a_signed_request_about_another_account_is_refused() -> None:
    form = payloads.message(AccountSid="AC" + "f" * 32)

    assert signed(signature(TOKEN, URL, form), url=URL, pairs=form, tokens=[TOKEN])
    assert not ours(signature(TOKEN, URL, form), form)


def test_both_tokens_are_accepted_during_a_rotation_and_no_empty_one() -> None:
    form = payloads.text_message()
    tokens = ["new token", TOKEN]

    assert signed(signature(TOKEN, URL, form), url=URL, pairs=form, tokens=tokens)
    assert signed(signature("new token", URL, form), url=URL, pairs=form, tokens=tokens)
    assert not signed(signature("", URL, form), url=URL, pairs=form, tokens=["", TOKEN])


def test_a_blank_body_dropped_on_the_way_spoils_the_check() -> None:
    """A blank value adds the name of its field to what is signed, so the form must be read with its blank values."""
    form = payloads.blank_message()
    header = signature(TOKEN, URL, form)
    without_blanks = [(name, values[0]) for name, values in parse_qs(urlencode(form)).items()]

    assert ours(header, form)
    assert not ours(header, without_blanks)


def test_spaces_around_a_profile_name_belong_to_it() -> None:
    form = payloads.message(ProfileName=" Siti ")
    stripped = [(name, value.strip()) for name, value in form]

    assert ours(signature(TOKEN, URL, form), form)
    assert not ours(signature(TOKEN, URL, form), stripped)


def test_the_scheme_the_proxy_took_off_matters() -> None:
    """A request signed for https is genuine under the configured URL and not under the one the server saw."""
    form = payloads.text_message()
    header = signature(TOKEN, URL, form)

    assert not signed(header, url=URL.replace("https", "http"), pairs=form, tokens=[TOKEN])


def test_a_port_that_only_one_side_names_does_not_matter() -> None:
    form = payloads.text_message()
    header = signature(TOKEN, URL.replace(".id/", ".id:443/"), form)

    assert ours(header, form)


def test_the_query_is_signed_too() -> None:
    form = payloads.status("delivered")
    url = "https://lapor.example.go.id/whatsapp/status?o="

    assert not signed(signature(TOKEN, url + "12", form), url=url + "13", pairs=form, tokens=[TOKEN])


def test_a_shared_key_signs_with_sha256_and_says_so() -> None:
    form = payloads.text_message()
    header = RequestValidator(TOKEN).compute_signature(URL, dict(form), "HMAC_SHA256")

    assert ours(header, form, settings="key=webhooks_sharedkey_1,algorithm=HMAC_SHA256")
    assert not ours(header, form)
    assert not ours(header, form, settings="key=1,algorithm=HMAC_MD5")


@given(st.lists(st.tuples(st.text(), st.text())), st.text())
def test_the_fast_way_and_twilios_own_agree(pairs: payloads.Form, token: str) -> None:
    expected = RequestValidator(token).compute_signature(URL, whatsapp_signature._Fields(pairs))

    assert expected == signature(token, URL, pairs)
