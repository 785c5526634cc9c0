"""Updates about groups with topics and about who is in a group, one function each, true to the documentation."""

from __future__ import annotations

from typing import Any

from tests.payloads import telegram as payloads
from tests.payloads.telegram import ADMINISTRATOR, BOT, CITIZEN, DATE, GROUP, KICKED, LEFT, MEMBER, OFFICER, PRIVATE

Json = dict[str, Any]

FORUM: Json = {**GROUP, "is_forum": True}
MANAGES_TOPICS: Json = {**ADMINISTRATOR, "can_manage_topics": True}
MUTED: Json = {
    "status": "restricted",
    "can_send_messages": False,
    "can_send_audios": False,
    "can_send_documents": False,
    "can_send_photos": False,
    "can_send_videos": False,
    "can_send_video_notes": False,
    "can_send_voice_notes": False,
    "can_send_polls": False,
    "can_send_other_messages": False,
    "can_add_web_page_previews": False,
    "can_react_to_messages": False,
    "can_edit_tag": False,
    "can_change_info": False,
    "can_invite_users": False,
    "can_pin_messages": False,
    "can_manage_topics": False,
    "until_date": 0,
}


def _topic(**fields: Any) -> Json:
    root = {
        "message_id": 12,
        "from": OFFICER,
        "chat": FORUM,
        "date": DATE - 600,
        "message_thread_id": 12,
        "is_topic_message": True,
        "forum_topic_created": {"name": "Jalan", "icon_color": 7322096},
    }
    topic = {"message_thread_id": 12, "is_topic_message": True, "reply_to_message": root, **fields}
    return payloads.message(OFFICER, FORUM, **topic)


def message_in_topic() -> Json:
    return _topic(text="Siap")


def message_in_topic_without_the_roots_content() -> Json:
    """Old roots come without the service message they are."""
    return _topic(text="Siap", reply_to_message={"message_id": 12, "from": BOT, "chat": FORUM, "date": DATE - 600})


def reply_in_topic() -> Json:
    card = {"message_id": 13, "from": BOT, "chat": FORUM, "date": DATE - 60, "text": "1042-9", "message_thread_id": 12}
    return _topic(text="Besok", reply_to_message=card)


def edited_in_topic() -> Json:
    edited = {**_topic(text="Siap, besok")["message"], "edit_date": DATE + 60}
    return {"update_id": 900_000_020, "edited_message": edited}


def message_in_general_topic() -> Json:
    return payloads.message(OFFICER, FORUM, text="/grup")


def message_in_a_chain_of_replies() -> Json:
    """In any supergroup a reply names the message that began the chain as its thread."""
    first = {"message_id": 30, "from": OFFICER, "chat": GROUP, "date": DATE - 60, "text": "Siapa?"}
    return payloads.message(OFFICER, GROUP, text="Saya", message_thread_id=30, reply_to_message=first)


def button_in_topic() -> Json:
    card = {"message_id": 13, "from": BOT, "chat": FORUM, "date": DATE, "text": "1042-9"}
    card |= {"message_thread_id": 12, "is_topic_message": True}
    query = {"id": "4386", "from": OFFICER, "message": card, "chat_instance": "-3", "data": "/ambil 1042-9"}
    return {"update_id": 900_000_021, "callback_query": query}


def topic_created() -> Json:
    created = {"name": "Jalan", "icon_color": 7322096}
    return payloads.message(OFFICER, FORUM, message_thread_id=12, is_topic_message=True, forum_topic_created=created)


def topic_renamed() -> Json:
    return _topic(forum_topic_edited={"name": "Jalan berlubang"})


def topic_closed() -> Json:
    return _topic(forum_topic_closed={})


def topic_reopened() -> Json:
    return _topic(forum_topic_reopened={})


def _membership(kind: str, chat: Json, user: Json, old: Json, new: Json) -> Json:
    change = {"chat": chat, "from": OFFICER, "date": DATE}
    change |= {"old_chat_member": {"user": user, **old}, "new_chat_member": {"user": user, **new}}
    return {"update_id": 900_000_022, kind: change}


def bot_may_manage_topics() -> Json:
    return _membership("my_chat_member", FORUM, BOT, MEMBER, MANAGES_TOPICS)


def bot_may_no_longer_manage_topics() -> Json:
    return _membership("my_chat_member", FORUM, BOT, MANAGES_TOPICS, ADMINISTRATOR)


def somebody_left() -> Json:
    return _membership("chat_member", FORUM, CITIZEN, MEMBER, LEFT)


def somebody_was_banned() -> Json:
    return _membership("chat_member", GROUP, CITIZEN, ADMINISTRATOR, KICKED)


def somebody_restricted_is_out() -> Json:
    return _membership("chat_member", GROUP, CITIZEN, {**MUTED, "is_member": True}, {**MUTED, "is_member": False})


def somebody_was_muted() -> Json:
    return _membership("chat_member", GROUP, CITIZEN, MEMBER, {**MUTED, "is_member": True})


def somebody_came() -> Json:
    return _membership("chat_member", GROUP, CITIZEN, LEFT, MEMBER)


def somebody_who_was_out_was_banned() -> Json:
    return _membership("chat_member", GROUP, CITIZEN, LEFT, KICKED)


def another_bot_left() -> Json:
    return _membership("chat_member", GROUP, {"id": 99, "is_bot": True, "first_name": "Bot"}, MEMBER, LEFT)


def somebody_left_a_channel() -> Json:
    return _membership("chat_member", payloads.CHANNEL, CITIZEN, MEMBER, LEFT)


def message_in_private_topic() -> Json:
    """A bot may have topics in private chats, too."""
    return payloads.message(CITIZEN, PRIVATE, text="Halo", message_thread_id=7, is_topic_message=True)
