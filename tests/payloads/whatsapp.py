"""Twilio's WhatsApp webhooks, one function each, field for field as its documentation and public samples show them."""

from __future__ import annotations

Form = list[tuple[str, str]]

ACCOUNT = "AC" + "0123456789abcdef" * 2
SENDER = "whatsapp:+14155238886"
CITIZEN = "whatsapp:+6281200000001"
SCOPED = "whatsapp:ID.1234567890123456"
API = "https://api.twilio.com"


def sid(kind: str, number: int) -> str:
    """A sid of Twilio's shape: two letters and 32 hexadecimal digits."""
    return f"{kind}{number:032x}"


def message(number: int = 1, *, kind: str = "SM", **fields: str) -> Form:
    """What every incoming WhatsApp message has; ``fields`` add to it or replace."""
    ident = sid(kind, number)
    form = {
        "SmsMessageSid": ident,
        "NumMedia": "0",
        "ProfileName": "Warga Satu",
        "MessageType": "text",
        "SmsSid": ident,
        "WaId": "6281200000001",
        "SmsStatus": "received",
        "Body": "",
        "To": SENDER,
        "NumSegments": "1",
        "ReferralNumMedia": "0",
        "MessageSid": ident,
        "AccountSid": ACCOUNT,
        "From": CITIZEN,
        "ApiVersion": "2010-04-01",
        **fields,
    }
    return list(form.items())


def text_message() -> Form:
    """Plain words."""
    return message(Body="Lampu jalan mati di depan pasar")


def scoped_text_message() -> Form:
    """Plain words of somebody whose phone number is known besides the business-scoped id."""
    return message(Body="Halo", ExternalUserId=SCOPED)


def hidden_number_message() -> Form:
    """Words of somebody who hides the phone number: ``From`` is the business-scoped id, no field has the number."""
    form = message(Body="Halo", From="whatsapp:US.ABC123XYZ", ExternalUserIdentifier="US.ABC123XYZ")
    return [(name, value) for name, value in form if name != "WaId"]


def blank_message() -> Form:
    """Nothing readable: Twilio sends the blank body, and the signature covers it."""
    return message(MessageType="unsupported")


def media_message(*files: tuple[str, str], body: str = "", message_type: str = "image", api: str = API) -> Form:
    """Files given as (name, content type); the media sid is made of the place in the message."""
    form = message(2, kind="MM", Body=body, MessageType=message_type, NumMedia=str(len(files)))
    for number, (_name, mime) in enumerate(files):
        url = f"{api}/2010-04-01/Accounts/{ACCOUNT}/Messages/{sid('MM', 2)}/Media/{sid('ME', number)}"
        form += [(f"MediaContentType{number}", mime), (f"MediaUrl{number}", url)]
    return form


def photo() -> Form:
    """One photo with its caption."""
    return media_message(("a.jpg", "image/jpeg"), body="Jalan berlubang")


def two_photos() -> Form:
    """Two photos in one webhook."""
    return media_message(("a.jpg", "image/jpeg"), ("b.png", "image/png"))


def voice_note() -> Form:
    """A voice note, the content type with its codec."""
    return media_message(("a.ogg", "audio/ogg; codecs=opus"), message_type="audio")


def music() -> Form:
    """A sound file that is no voice note."""
    return media_message(("a.mp3", "audio/mpeg"), message_type="audio")


def video() -> Form:
    """A video."""
    return media_message(("a.mp4", "video/mp4"), message_type="video")


def document() -> Form:
    """A PDF; WhatsApp puts the name of the file into the body."""
    return media_message(("surat.pdf", "application/pdf"), body="surat.pdf", message_type="document")


def sticker() -> Form:
    """A sticker."""
    return media_message(("a.webp", "image/webp"), message_type="sticker")


def contact_card() -> Form:
    """A shared contact comes as a file."""
    return media_message(("a.vcf", "text/vcard"), message_type="contacts")


def place() -> Form:
    """A place chosen from the map, with name and address."""
    return message(
        3,
        MessageType="location",
        Latitude="-0.4633",
        Longitude="100.3989",
        Label="Pasar Pusat",
        Address="Jl. Imam Bonjol, Padang Panjang",
    )


def bare_location() -> Form:
    """The sender's own position: nothing but two numbers."""
    return message(4, MessageType="location", Latitude="-0.46", Longitude="100.4")


def button_tap() -> Form:
    """A tap on a quick-reply button: the body repeats what the button says."""
    return message(
        5,
        Body="Ya, kirim",
        MessageType="interactive",
        ButtonText="Ya, kirim",
        ButtonPayload="c:7:yes",
        ExternalUserId=SCOPED,
        OriginalRepliedMessageSender=SENDER,
        OriginalRepliedMessageSid=sid("MM", 0x5C),
        Forwarded="false",
        FrequentlyForwarded="false",
        ChannelMetadata='{"type":"whatsapp","data":{"context":{"ProfileName":"Warga Satu","WaId":"6281200000001"}}}',
    )


def list_pick() -> Form:
    """A choice from a list."""
    return message(6, Body="Jalan", MessageType="interactive", ListId="c:7:roads", ListTitle="Jalan")


def reply() -> Form:
    """An answer to one of our messages, by swiping it."""
    return message(
        7, Body="Sudah diperbaiki?", OriginalRepliedMessageSid=sid("SM", 99), OriginalRepliedMessageSender=SENDER
    )


def advertised() -> Form:
    """Words of somebody who came by an advertisement."""
    return message(
        8,
        Body="Halo",
        ReferralBody="Lapor di sini",
        ReferralHeadline="Kota",
        ReferralSourceId="1",
        ReferralSourceType="ad",
        ReferralSourceUrl="https://fb.me/1",
    )


EVERY_MESSAGE = (
    text_message,
    scoped_text_message,
    hidden_number_message,
    blank_message,
    photo,
    two_photos,
    voice_note,
    music,
    video,
    document,
    sticker,
    contact_card,
    place,
    bare_location,
    button_tap,
    list_pick,
    reply,
    advertised,
)


def status(state: str, *, message_sid: str = sid("SM", 1), error: str = "", **fields: str) -> Form:
    """A status callback about a message of ours."""
    form = {
        "ChannelPrefix": "whatsapp",
        "ApiVersion": "2010-04-01",
        "MessageStatus": state,
        "SmsSid": message_sid,
        "SmsStatus": state,
        "ChannelInstallSid": sid("XE", 1),
        "To": CITIZEN,
        "From": SENDER,
        "MessageSid": message_sid,
        "StructuredMessage": "false",
        "AccountSid": ACCOUNT,
        "ChannelToAddress": "+628120000XXXX",
    }
    if state in ("delivered", "read", "undelivered"):
        form["EventType"] = state.upper()
    if error:
        form |= {"ErrorCode": error, "ChannelStatusMessage": "The message could not be sent"}
    return list((form | fields).items())
