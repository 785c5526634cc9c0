"""Twilio's forms, each read as what was said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.whatsapp_parse import MAX_TEXT, parse
from handlers.messages import Inbound, MediaKind, Pin
from tests.payloads import whatsapp as payloads

FIELDS = sorted({name for form in payloads.EVERY_MESSAGE for name, _value in form()} | {"MediaUrl9"})


def read(form: payloads.Form) -> Inbound:
    """The message in ``form``, which must hold one."""
    inbound = parse(form)
    assert inbound is not None
    return inbound


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (payloads.text_message(), {"text": "Lampu jalan mati di depan pasar"}),
        (payloads.scoped_text_message(), {"text": "Halo", "aliases": (payloads.SCOPED, payloads.CITIZEN)}),
        (
            payloads.hidden_number_message(),
            {
                "address": "whatsapp:US.ABC123XYZ",
                "sender": "whatsapp:US.ABC123XYZ",
                "aliases": ("whatsapp:US.ABC123XYZ",),
            },
        ),
        (payloads.place(), {"pin": Pin(-0.4633, 100.3989, "Pasar Pusat, Jl. Imam Bonjol, Padang Panjang"), "text": ""}),
        (payloads.bare_location(), {"pin": Pin(-0.46, 100.4)}),
        (
            payloads.button_tap(),
            {"button": "c:7:yes", "text": "Ya, kirim", "reply_to": payloads.sid("MM", 0x5C), "phone": ""},
        ),
        (payloads.list_pick(), {"button": "c:7:roads", "text": "Jalan"}),
        (payloads.reply(), {"text": "Sudah diperbaiki?", "reply_to": payloads.sid("SM", 99), "button": ""}),
        (payloads.advertised(), {"text": "Halo", "media": ()}),
    ],
)
def test_what_is_said_is_read(form: payloads.Form, expected: dict[str, object]) -> None:
    """Each recorded webhook gives these values."""
    inbound = read(form)

    assert expected == {name: getattr(inbound, name) for name in expected}


@pytest.mark.parametrize(
    ("form", "kinds"),
    [
        (payloads.photo(), [MediaKind.PHOTO]),
        (payloads.two_photos(), [MediaKind.PHOTO, MediaKind.PHOTO]),
        (payloads.voice_note(), [MediaKind.VOICE]),
        (payloads.music(), [MediaKind.AUDIO]),
        (payloads.video(), [MediaKind.VIDEO]),
        (payloads.document(), [MediaKind.DOCUMENT]),
        (payloads.sticker(), [MediaKind.STICKER]),
        (payloads.contact_card(), [MediaKind.DOCUMENT]),
    ],
)
def test_media_get_their_kind(form: payloads.Form, kinds: list[MediaKind]) -> None:
    """The content type says what was sent."""
    inbound = read(form)

    assert kinds == [item.kind for item in inbound.media]
    assert all(item.ref.startswith(payloads.API) and item.unique.startswith("ME") for item in inbound.media)


def test_a_voice_note_loses_the_codec_from_its_content_type() -> None:
    assert read(payloads.voice_note()).media[0].mime == "audio/ogg"


def test_a_message_is_known_by_its_sid_on_redelivery() -> None:
    first, again = read(payloads.text_message()), read(payloads.text_message())

    assert first == again
    assert first.external_id == first.message_id == payloads.sid("SM", 1)


def test_a_message_of_an_unknown_type_is_read_as_empty() -> None:
    assert read(payloads.blank_message()).empty


def test_the_profile_name_keeps_its_spaces() -> None:
    assert read(payloads.message(ProfileName=" Ibu  Siti ")).name == " Ibu  Siti "


def test_characters_no_database_takes_are_dropped() -> None:
    assert read(payloads.message(Body="a\x00b\ud83dc")).text == "abc"


def test_long_words_are_cut() -> None:
    assert len(read(payloads.message(Body="a" * 9000)).text) == MAX_TEXT


@pytest.mark.parametrize(
    "form",
    [
        [],
        [("Body", "Halo")],
        payloads.message(From=""),
        payloads.message(From="+6281200000001"),
        payloads.message(From="whatsapp:"),
        payloads.message(From="whatsapp:" + "9" * 200),
        payloads.message(From="whatsapp:+62 81"),
    ],
)
def test_what_no_whatsapp_user_sent_is_no_message(form: payloads.Form) -> None:
    assert parse(form) is None


@pytest.mark.parametrize(("lat", "lon"), [("91", "0"), ("0", "181"), ("nan", "0"), ("inf", "0"), ("", "1"), ("x", "y")])
def test_an_impossible_point_is_no_pin(lat: str, lon: str) -> None:
    assert read(payloads.message(Latitude=lat, Longitude=lon)).pin is None


@given(st.lists(st.tuples(st.sampled_from(FIELDS) | st.text(), st.text(max_size=300))))
def test_no_form_makes_the_parser_fail(noise: payloads.Form) -> None:
    """Whatever comes, the answer is a message that can be stored, or None."""
    for form in (noise, payloads.text_message() + noise):
        inbound = parse(form)
        if inbound is not None:
            assert Inbound.from_json(inbound.to_json()) == inbound
            assert "\x00" not in inbound.external_id + inbound.address + inbound.text + inbound.name + inbound.button
