"""Twilio's WhatsApp webhook read into an ``Inbound``: pure, and never in trouble whatever the form holds.

Twilio adds fields without notice, so every field is optional here except the message's id and its sender.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from handlers.messages import Inbound, MediaItem, MediaKind, Pin

CHANNEL = "whatsapp"
PREFIX = "whatsapp:"
MAX_TEXT = 4096  # WhatsApp's own limit; Twilio cuts at 1600 today
MAX_ADDRESS = 190  # width of address.value; a business-scoped id has at most 128 characters after its country
MAX_ID = 120  # width of inbox.external_id
MAX_NAME = 120
MAX_LABEL = 300
MAX_BUTTON = 200  # Twilio's limit for the id of a button or list item
MAX_REF = 500  # width of attachment.ref
MAX_MEDIA = 10  # MediaUrl0 to MediaUrl9


def parse(form: Sequence[tuple[str, str]]) -> Inbound | None:
    """The message in the webhook's form pairs; None if it is not a message from a WhatsApp user."""
    fields = dict(form)
    sid = _field(fields, "MessageSid", "SmsMessageSid", "SmsSid", limit=MAX_ID + 1)
    address = _field(fields, "From", limit=MAX_ADDRESS + 1)
    if not sid or len(sid) > MAX_ID or not _is_address(address):
        return None
    return Inbound(
        channel=CHANNEL,
        external_id=sid,
        address=address,
        sender=address,
        aliases=_aliases(fields, address),
        text=_field(fields, "Body", "ButtonText", "ListTitle", limit=MAX_TEXT),
        media=_media(fields),
        pin=_pin(fields),
        button=_field(fields, "ButtonPayload", "ListId", limit=MAX_BUTTON),
        message_id=sid,
        reply_to=_field(fields, "OriginalRepliedMessageSid", limit=MAX_ID),
        name=_field(fields, "ProfileName", limit=MAX_NAME),
    )


def _field(fields: Mapping[str, str], *names: str, limit: int) -> str:
    """The first of these fields that holds something, without characters a database cannot store."""
    for name in names:
        if value := _storable(fields.get(name, ""))[:limit]:
            return value
    return ""


def _storable(value: str) -> str:
    """``value`` without NUL, which PostgreSQL refuses, and without halves of surrogate pairs."""
    return value.replace("\x00", "").encode("utf-8", "ignore").decode()


def _is_address(value: str) -> bool:
    return value.startswith(PREFIX) and len(PREFIX) < len(value) <= MAX_ADDRESS and not any(map(str.isspace, value))


def _aliases(fields: Mapping[str, str], address: str) -> tuple[str, ...]:
    """Business-scoped id first: it outlives a hidden or changed phone number. Both spellings of the field occur."""
    scoped = _field(fields, "ExternalUserId", "ExternalUserIdentifier", limit=MAX_ADDRESS + 1)
    if scoped and not scoped.startswith(PREFIX):
        scoped = PREFIX + scoped
    return tuple(dict.fromkeys(value for value in (scoped, address) if _is_address(value)))


def _media(fields: Mapping[str, str]) -> tuple[MediaItem, ...]:
    sticker = fields.get("MessageType") == "sticker"
    items = []
    for number in range(MAX_MEDIA):
        ref = _field(fields, f"MediaUrl{number}", limit=MAX_REF + 1)
        if not ref or len(ref) > MAX_REF:
            continue
        mime = _field(fields, f"MediaContentType{number}", limit=100).partition(";")[0].strip().lower()
        kind = MediaKind.STICKER if sticker else kind_of(mime)
        items.append(MediaItem(kind=kind, ref=ref, unique=ref.rpartition("/")[2], mime=mime))
    return tuple(items)


def kind_of(mime: str) -> MediaKind:
    """What a content type means on WhatsApp, where only voice notes are ``audio/ogg``."""
    if mime == "audio/ogg":
        return MediaKind.VOICE
    family = mime.partition("/")[0]
    kinds = {"image": MediaKind.PHOTO, "video": MediaKind.VIDEO, "audio": MediaKind.AUDIO}
    return kinds.get(family, MediaKind.DOCUMENT)


def _pin(fields: Mapping[str, str]) -> Pin | None:
    lat = _degrees(fields.get("Latitude", ""), 90)
    lon = _degrees(fields.get("Longitude", ""), 180)
    if lat is None or lon is None:
        return None
    label, address = (_field(fields, name, limit=MAX_LABEL).strip() for name in ("Label", "Address"))
    parts = [label] if label == address else [label, address]
    return Pin(lat, lon, ", ".join(part for part in parts if part)[:MAX_LABEL])


def _degrees(value: str, most: float) -> float | None:
    try:
        degrees = float(value)
    except ValueError:
        return None
    return degrees if math.isfinite(degrees) and abs(degrees) <= most else None
