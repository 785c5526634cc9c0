"""From an ``Outgoing`` that fits to one call of the Bot API."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from bot.channels.base import Request
from bot.channels.rendering import plain, shorten, units
from handlers.messages import Ask, MediaItem, MediaKind, Option, Outgoing
from storage.topics import Step

Json = dict[str, Any]

METHODS = {
    MediaKind.PHOTO: ("sendPhoto", "photo"),
    MediaKind.VIDEO: ("sendVideo", "video"),
    MediaKind.VOICE: ("sendVoice", "voice"),
    MediaKind.AUDIO: ("sendAudio", "audio"),
    MediaKind.DOCUMENT: ("sendDocument", "document"),
    MediaKind.STICKER: ("sendSticker", "sticker"),
}
# Two kinds we read as videos may only be sent on as what they are; the first byte of a file_id tells them apart.
RESENT = {"Cg": ("sendAnimation", "animation"), "DQ": ("sendVideoNote", "video_note")}
WITHOUT_CAPTION = {"sendSticker", "sendVideoNote"}

STEPS = {
    Step.OPEN: "createForumTopic",
    Step.RENAME: "editForumTopic",
    Step.CLOSE: "closeForumTopic",
    Step.REOPEN: "reopenForumTopic",
}
MAX_TITLE = 128  # characters of a topic's name

# How many buttons share a row, by the length of the longest: what a narrow phone shows without cutting.
WIDTHS = ((4, 5), (9, 3), (16, 2))
PIN = "📍"  # on the location key where no words are given


def render(outgoing: Outgoing, address: str, *, max_label: int) -> Request:
    """The request: a message, one file, or an album. Files named by ``stored:`` refs are put in when it is sent."""
    group = address.startswith("-")
    base: Json = {"chat_id": int(address)}
    if outgoing.thread:
        base["message_thread_id"] = int(outgoing.thread)
    if outgoing.reply_to:
        base["reply_parameters"] = {"message_id": int(outgoing.reply_to), "allow_sending_without_reply": True}
    if len(outgoing.media) > 1:
        return Request("sendMediaGroup", {**base, "media": _album(outgoing)})
    if markup := _markup(outgoing, group=group, max_label=max_label):
        base["reply_markup"] = markup
    if outgoing.media:
        return _file(outgoing, base)
    words = {"text": outgoing.text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
    return Request("sendMessage", {**base, **words})


def topic_step(step: Step, address: str, thread: str, title: str) -> Request:
    """The call that opens, renames, closes or reopens a forum topic."""
    payload: Json = {"chat_id": int(address)}
    if step is not Step.OPEN:
        payload["message_thread_id"] = int(thread)
    if step in (Step.OPEN, Step.RENAME):
        payload["name"] = shorten(title, MAX_TITLE)
    return Request(STEPS[step], payload)


def without_markup(request: Request) -> Request:
    """The same message in plain text, for when Telegram finds fault with its HTML."""
    payload = {name: value for name, value in request.payload.items() if name != "parse_mode"}
    for field in ("text", "caption"):
        if field in payload:
            payload[field] = plain(payload[field])
    if "media" in payload:
        payload["media"] = [_plain_item(item) for item in payload["media"]]
    return Request(request.method, payload)


def _plain_item(item: Json) -> Json:
    kept = {name: value for name, value in item.items() if name != "parse_mode"}
    return kept | {"caption": plain(kept["caption"])} if "caption" in kept else kept


def _file(outgoing: Outgoing, base: Json) -> Request:
    (item,) = outgoing.media
    method, field = RESENT.get(item.ref[:2], METHODS[MediaKind(item.kind)])
    caption = {} if method in WITHOUT_CAPTION else _caption(outgoing.text)
    return Request(method, {**base, field: item.ref, **caption})


def _album(outgoing: Outgoing) -> list[Json]:
    items = [_input_media(item) for item in outgoing.media]
    items[0] |= _caption(outgoing.text)
    return items


def _input_media(item: MediaItem) -> Json:
    return {"type": str(item.kind), "media": item.ref}


def _caption(text: str) -> Json:
    return {"caption": text, "parse_mode": "HTML"} if text else {}


def _markup(outgoing: Outgoing, *, group: bool, max_label: int) -> Json | None:
    if outgoing.ask == Ask.PLACE and not group:
        return _location_keyboard(outgoing)
    if outgoing.options:
        return {"inline_keyboard": [[_button(option, max_label) for option in row] for row in rows(outgoing.options)]}
    if group:
        # In a group with privacy mode on, the bot reads only commands and replies to what it said.
        wants_words = outgoing.ask == Ask.TEXT
        return {"force_reply": True, "selective": True} if wants_words else None
    return {"remove_keyboard": True}  # a location key that was not used would stay for good


def _location_keyboard(outgoing: Outgoing) -> Json:
    """Telegram takes one keyboard a message; what its keys say comes back as text, which names the option."""
    share = [{"text": outgoing.key_label or PIN, "request_location": True}]
    keys = [[{"text": option.label} for option in row] for row in rows(outgoing.options)]
    return {"keyboard": [share, *keys], "resize_keyboard": True, "one_time_keyboard": True}


def _button(option: Option, max_label: int) -> Json:
    return {"text": shorten(option.label, max_label), "callback_data": option.value}


def rows(options: Sequence[Option]) -> Iterator[list[Option]]:
    """Neighbours side by side while their labels are short, a long label on a row of its own."""
    row: list[Option] = []
    longest = 0
    for option in options:
        longest = max(longest, units(option.label))
        if row and len(row) >= _most(longest):
            yield row
            row, longest = [], units(option.label)
        row.append(option)
    if row:
        yield row


def _most(longest: int) -> int:
    return next((most for width, most in WIDTHS if longest <= width), 1)
