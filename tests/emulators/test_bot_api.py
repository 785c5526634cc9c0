"""The emulated Telegram refuses what the real one would."""

from __future__ import annotations

from typing import Any

import pytest

from tests.emulators.bot_api import BotApi
from tests.emulators.bot_api_rules import Call, MarkupError, decoded, faults, shown

KEY = {"text": "Ya", "callback_data": "1"}
ARTICLE = {"type": "article", "id": "1", "title": "KTP", "input_message_content": {"message_text": "Isi"}}


def text(**more: Any) -> Call:
    return Call("sendMessage", {"chat_id": 1, "text": "Halo", **more})


def inline(results: list[dict[str, Any]], **more: Any) -> Call:
    return Call("answerInlineQuery", {"inline_query_id": "1", "results": results, **more})


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        (Call("sendTelegram", {}), "no such method"),
        (Call("sendMessage", {"chat_id": 1}), "text is missing"),
        (text(chat=1), "unknown parameter chat"),
        (text(disable_notification="yes"), "disable_notification is no Boolean"),
        (text(reply_markup={"inline_keyboard": [[{"text": "Ya"}]]}), "exactly one thing"),
        (text(reply_markup={"inline_keyboard": [[{**KEY, "callback_data": "x" * 65}]]}), "1 to 64 bytes"),
        (text(reply_markup={"inline_keyboard": [[KEY] * 9]}), "too large"),
        (text(reply_markup={"inline_keyboard": [[{**KEY, "colour": "red"}]]}), "reply_markup is no"),
        (text(reply_markup={"inline_keyboard": [[{**KEY, "text": " "}]]}), "non-empty"),
        (text(text=""), "0 characters"),
        (text(text="😀" * 2049), "4098 characters"),
        (text(text="<b>x", parse_mode="HTML"), "can't find end tag"),
        (text(text="1 < 2", parse_mode="HTML"), "unsupported start tag"),
        (text(text="<b>x</i>", parse_mode="HTML"), "unmatched end tag"),
        (text(chat_id=-1, reply_markup={"keyboard": [[{"text": "x", "request_location": True}]]}), "private chats"),
        (Call("sendPhoto", {"chat_id": 1, "photo": "A", "caption": "x" * 1025}), "1025 characters"),
        (Call("sendPhoto", {"chat_id": 1, "photo": "attach://x"}), "nothing is attached"),
        (Call("sendPhoto", {"chat_id": 1, "photo": "A"}, {"y": b""}), "not used"),
        (Call("createForumTopic", {"chat_id": -1, "name": "x" * 129}), "1 to 128"),
        (Call("closeForumTopic", {"chat_id": -1}), "message_thread_id is missing"),
        (Call("sendMediaGroup", {"chat_id": 1, "media": [{"type": "photo", "media": "A"}]}), "2 to 10"),
        (Call("setMyCommands", {"commands": [{"command": "Lapor!", "description": "x"}]}), "not a command"),
        (Call("setWebhook", {"url": "https://x", "secret_token": "ä"}), "secret_token"),
        (inline([ARTICLE, ARTICLE]), "its own id"),
        (inline([{**ARTICLE, "id": "x" * 65}]), "1 to 64 bytes"),
        (inline([{**ARTICLE, "input_message_content": {"message_text": " "}}]), "0 characters"),
        (inline([], button={"text": "Tanya", "start_parameter": "a b"}), "start_parameter"),
        (Call("setMyShortDescription", {"short_description": "x" * 121}), "longer than 120"),
    ],
)
def test_fault(call: Call, fault: str) -> None:
    assert any(fault in found for found in faults(call)), list(faults(call))


@pytest.mark.parametrize(
    "call",
    [
        text(),
        text(text="<b>" + "x" * 4096 + "</b>", parse_mode="HTML"),
        text(reply_markup={"remove_keyboard": True}, reply_parameters={"message_id": 5}),
        Call("sendPhoto", {"chat_id": 1}, {"photo": b"x"}),
        Call("sendMediaGroup", {"chat_id": 1, "media": [{"type": "photo", "media": "attach://a"}] * 2}, {"a": b""}),
        inline([ARTICLE], cache_time=300, is_personal=False),
        Call("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 5}}),
    ],
)
def test_what_is_allowed(call: Call) -> None:
    assert not list(faults(call))


def test_a_form_is_read_by_the_types_of_the_specification() -> None:
    form = {"chat_id": "7", "text": "12", "disable_notification": "true", "reply_markup": '{"force_reply": true}'}

    assert decoded("sendMessage", form) == {
        "chat_id": 7,
        "text": "12",
        "disable_notification": True,
        "reply_markup": {"force_reply": True},
    }


def test_entities_are_shown_as_what_they_stand_for() -> None:
    assert shown("<b>A</b> &amp; &lt;b&gt;", "HTML") == "A & <b>"
    with pytest.raises(MarkupError):
        shown("x", "MarkdownV2")


async def test_a_violation_left_over_fails_the_test() -> None:
    with pytest.raises(AssertionError, match="text is missing"):
        async with BotApi() as api:
            api.violations.append("sendMessage: text is missing")


async def test_somebody_waits_in_vain_with_a_clear_complaint() -> None:
    async with BotApi() as api:
        siti = api.person(7001, "Siti")
        with pytest.raises(AssertionError, match="sees no button 'Ya'"):
            siti.taps("Ya")
