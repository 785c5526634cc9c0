"""What each message of ours becomes on its way to Twilio."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels import rendering, whatsapp_render
from bot.channels.whatsapp_render import MAX_BODY, MAX_INTERACTIVE, Account, Form
from handlers.messages import MediaItem, Option, Outgoing
from tests.payloads import whatsapp as payloads

BUTTONS_2, BUTTONS_3, LIST_3, LIST_4, TEMPLATE = (payloads.sid("HX", number) for number in range(5))
YES, NO = Option("c:1:yes", "Ya"), Option("c:1:no", "Tidak")
PLAIN = Account(
    account_sid=payloads.ACCOUNT, auth_token="secret", sender="+14155238886", public_url="https://lapor.example.go.id"
)
RICH = replace(
    PLAIN,
    content={"buttons_2": BUTTONS_2, "buttons_3": BUTTONS_3, "list_3": LIST_3, "list_4": LIST_4},
    templates={"answered.id": TEMPLATE, "answered_en": BUTTONS_2, "closed": BUTTONS_3},
)
ENVELOPE = {
    "To": payloads.CITIZEN,
    "From": payloads.SENDER,
    "StatusCallback": "https://lapor.example.go.id/whatsapp/status?o=12",
}


def link(ref: str) -> str:
    """A public address for a stored file."""
    return "https://lapor.example.go.id/media/sig/" + ref.removeprefix("stored:")


def form_of(account: Account, outgoing: Outgoing) -> Form:
    """The fields that are sent first."""
    request = whatsapp_render.render(account, outgoing, payloads.CITIZEN, outbox_id=12, media_url=link)
    form: Form = request.payload["form"]
    assert json.loads(json.dumps(request.payload)) == request.payload
    return form


def variables_of(form: Form) -> dict[str, str]:
    """The content variables in a form."""
    variables: dict[str, str] = json.loads(form["ContentVariables"])
    return variables


@pytest.mark.parametrize(
    ("outgoing", "expected"),
    [
        (Outgoing("Halo <b>Siti</b> &amp; <i>Adi</i>"), {"Body": "Halo *Siti* & _Adi_"}),
        (Outgoing("Kirim?", options=(YES, NO)), {"Body": "Kirim?\n\n1. Ya\n2. Tidak"}),
        (Outgoing("", media=(MediaItem("photo", "stored:2026/11/a.jpg"),)), {"MediaUrl": [link("2026/11/a.jpg")]}),
        (
            Outgoing("Foto", media=(MediaItem("photo", "stored:2026/11/a.jpg"),)),
            {"Body": "Foto", "MediaUrl": [link("2026/11/a.jpg")]},
        ),
        (Outgoing("", media=(MediaItem("photo", payloads.API + "/Media/ME1"),)), {}),
    ],
)
def test_without_content_templates_everything_is_text(outgoing: Outgoing, expected: Form) -> None:
    assert form_of(PLAIN, outgoing) == ENVELOPE | expected


def test_two_options_become_two_buttons() -> None:
    form = form_of(RICH, Outgoing("<b>Kirim?</b>", options=(YES, NO)))

    assert form.keys() - ENVELOPE.keys() == {"ContentSid", "ContentVariables"}
    assert form["ContentSid"] == BUTTONS_2
    assert variables_of(form) == {"1": "*Kirim?*", "2": "Ya", "3": "c:1:yes", "4": "Tidak", "5": "c:1:no"}


def test_a_message_with_buttons_brings_its_plain_form_along() -> None:
    outgoing = Outgoing("Kirim?", options=(YES, NO))
    request = whatsapp_render.render(RICH, outgoing, payloads.CITIZEN, outbox_id=12, media_url=link)

    assert request.payload["fallback"] == form_of(PLAIN, outgoing)


@pytest.mark.parametrize(
    ("labels", "shape"),
    [
        (["a", "b"], BUTTONS_2),
        (["a", "b", "c"], BUTTONS_3),
        (["a", "b", "a label of 24 characters"], LIST_3),
        (["a", "b", "c", "d"], LIST_4),
        (["a"], None),
        (["a", "b", "a label of 25 characters."], None),
        (["a", "b", "c", "d", "e"], None),
        (["same", "same"], None),
    ],
)
def test_the_shape_follows_number_and_length_of_the_labels(labels: list[str], shape: str | None) -> None:
    options = tuple(Option(f"v{number}", label) for number, label in enumerate(labels))
    form = form_of(RICH, Outgoing("Pilih", options=options))

    assert form.get("ContentSid") == shape
    assert ("Body" in form) == (shape is None)


def test_a_body_too_long_for_buttons_is_sent_as_text() -> None:
    assert "Body" in form_of(RICH, Outgoing("a" * (MAX_INTERACTIVE + 1), options=(YES, NO)))


def test_options_below_a_picture_are_text() -> None:
    outgoing = Outgoing("Ini?", options=(YES, NO), media=(MediaItem("photo", "stored:2026/11/a.jpg"),))

    assert form_of(RICH, outgoing)["Body"] == "Ini?\n\n1. Ya\n2. Tidak"


def test_a_messaging_service_stands_in_for_the_number() -> None:
    service = payloads.sid("MG", 1)
    form = form_of(replace(PLAIN, messaging_service_sid=service), Outgoing("Halo"))

    assert form["MessagingServiceSid"] == service
    assert "From" not in form


def test_a_business_scoped_id_is_echoed_unchanged() -> None:
    request = whatsapp_render.render(PLAIN, Outgoing("Halo"), "whatsapp:US.ABC123XYZ", outbox_id=1, media_url=link)

    assert request.payload["form"]["To"] == "whatsapp:US.ABC123XYZ"


@pytest.mark.parametrize(
    ("name", "content_sid"),
    [
        ("answered.id", TEMPLATE),
        ("answered.en", BUTTONS_2),
        ("answered.min", TEMPLATE),
        ("answered", TEMPLATE),
        ("closed.en", BUTTONS_3),
        ("unknown.id", None),
        ("", None),
    ],
)
def test_a_template_is_taken_in_its_language_or_the_citys(name: str, content_sid: str | None) -> None:
    outgoing = Outgoing("Laporan dijawab", template=name, variables=("PP-1", "Sudah\n diperbaiki", ""))
    request = whatsapp_render.template(RICH, outgoing, payloads.CITIZEN, outbox_id=12)

    if content_sid is None:
        assert request is None
    else:
        assert request is not None
        form = request.payload["form"]
        assert form == ENVELOPE | {"ContentSid": content_sid, "ContentVariables": form["ContentVariables"]}
        assert variables_of(form) == {"1": "PP-1", "2": "Sudah diperbaiki", "3": "-"}


def test_the_lane_names_no_phone_number() -> None:
    assert PLAIN.lane.startswith("whatsapp:")
    assert "4155238886" not in PLAIN.lane
    assert replace(PLAIN, messaging_service_sid="MG1").lane == "whatsapp:MG1"


def test_the_token_is_in_no_repr() -> None:
    assert "secret" not in repr(PLAIN)


@pytest.mark.parametrize(
    ("account", "buttons", "max_label", "max_text"),
    [
        (PLAIN, 0, 20, MAX_BODY),
        (RICH, 4, 24, MAX_INTERACTIVE),
        (replace(RICH, content={"buttons_2": BUTTONS_2}), 2, 20, 1024),
    ],
)
def test_the_limits_follow_what_is_configured(account: Account, buttons: int, max_label: int, max_text: int) -> None:
    capabilities = account.capabilities

    assert (buttons, max_label, max_text) == (capabilities.buttons, capabilities.max_label, capabilities.max_text)
    assert capabilities.window == whatsapp_render.WINDOW


@given(
    text=st.text(st.sampled_from("ab .\n😀"), max_size=4000),
    labels=st.lists(st.text(st.sampled_from("ab 😀"), min_size=1, max_size=24), max_size=10, unique=True),
)
@pytest.mark.parametrize("account", [PLAIN, RICH])
def test_what_fits_is_never_too_long(account: Account, text: str, labels: list[str]) -> None:
    options = tuple(Option(f"v{number}", label) for number, label in enumerate(labels))

    for part in rendering.fit(Outgoing(text, options=options), account.capabilities):
        request = whatsapp_render.render(account, part, payloads.CITIZEN, outbox_id=1, media_url=link)
        for form in request.payload.values():
            assert len(form.get("Body", "")) <= MAX_BODY
