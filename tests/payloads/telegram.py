"""Updates as Telegram delivers them, one function each, true to the Bot API's documentation."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

DATE = 1_795_489_200
BOT: Json = {"id": 123456, "is_bot": True, "first_name": "UDAJANG", "username": "udajang_bot"}
CITIZEN: Json = {
    "id": 7001,
    "is_bot": False,
    "first_name": "Siti",
    "last_name": "Rahma",
    "username": "siti_rahma",
    "language_code": "id",
}
OFFICER: Json = {"id": 8001, "is_bot": False, "first_name": "Budi"}
PRIVATE: Json = {
    "id": 7001,
    "first_name": "Siti",
    "last_name": "Rahma",
    "username": "siti_rahma",
    "type": "private",
}
GROUP: Json = {"id": -1001234567890, "title": "Dinas PUPR", "type": "supergroup"}
SMALL_GROUP: Json = {"id": -4001, "title": "Dinas PUPR", "type": "group", "all_members_are_administrators": True}
CHANNEL: Json = {"id": -1009876543210, "title": "Kabar Kota", "type": "channel"}


def message(sender: Json = CITIZEN, chat: Json = PRIVATE, **fields: Any) -> Json:
    """A message in a private chat unless told otherwise; ``fields`` are added to it."""
    return {"update_id": 900_000_001, "message": _message(sender, chat, **fields)}


def _message(sender: Json = CITIZEN, chat: Json = PRIVATE, **fields: Any) -> Json:
    return {"message_id": 41, "from": sender, "chat": chat, "date": DATE, **fields}


def _command(text: str) -> Json:
    length = len(text.split()[0])
    return {"text": text, "entities": [{"offset": 0, "length": length, "type": "bot_command"}]}


def text() -> Json:
    return message(text="Jalan di depan pasar rusak 😀")


def command() -> Json:
    return message(**_command("/lapor lampu mati"))


def start() -> Json:
    return message(**_command("/start"))


def start_with_payload() -> Json:
    return message(**_command("/start i_Zm9vYmFy-12"))


def command_in_group() -> Json:
    return message(OFFICER, GROUP, **_command("/lihat@udajang_bot PP-12"))


def command_for_another_bot() -> Json:
    return message(OFFICER, GROUP, **_command("/status@other_bot"))


def start_in_group() -> Json:
    return message(OFFICER, GROUP, **_command("/start@udajang_bot g_abc"))


def photo() -> Json:
    sizes = [
        {"file_id": "AgAC-s", "file_unique_id": "AQAD-s", "file_size": 1386, "width": 90, "height": 67},
        {"file_id": "AgAC-x", "file_unique_id": "AQAD-x", "file_size": 98_213, "width": 1280, "height": 960},
        {"file_id": "AgAC-m", "file_unique_id": "AQAD-m", "file_size": 19_104, "width": 320, "height": 240},
    ]
    return message(photo=sizes, caption="Lubang di Jl. Sudirman")


def album_part() -> Json:
    sizes = [{"file_id": "AgAC-2", "file_unique_id": "AQAD-2", "file_size": 5000, "width": 800, "height": 600}]
    return message(media_group_id="13579246801357924", photo=sizes)


def video() -> Json:
    return message(
        video={
            "file_id": "BAAC-1",
            "file_unique_id": "AgAD-1",
            "width": 640,
            "height": 360,
            "duration": 12,
            "file_name": "banjir.mp4",
            "mime_type": "video/mp4",
            "file_size": 1_482_337,
        },
        caption="Banjir",
    )


def voice() -> Json:
    return message(
        voice={
            "file_id": "AwAC-1",
            "file_unique_id": "AgAE-1",
            "duration": 5,
            "mime_type": "audio/ogg",
            "file_size": 20_331,
        }
    )


def voice_without_type() -> Json:
    return message(voice={"file_id": "AwAC-2", "file_unique_id": "AgAE-2", "duration": 5})


def audio() -> Json:
    return message(
        audio={
            "file_id": "CQAC-1",
            "file_unique_id": "AgAF-1",
            "duration": 180,
            "file_name": "rekaman.mp3",
            "mime_type": "audio/mpeg",
            "file_size": 2_880_000,
        }
    )


def document() -> Json:
    return message(
        document={
            "file_id": "BQAC-1",
            "file_unique_id": "AgAG-1",
            "file_name": "surat pengantar.pdf",
            "mime_type": "application/pdf",
            "file_size": 312_000,
        }
    )


def animation() -> Json:
    file = {"file_id": "CgAC-1", "file_unique_id": "AgAH-1", "file_name": "gif.mp4", "mime_type": "video/mp4"}
    return message(animation={**file, "width": 320, "height": 240, "duration": 3}, document=file)


def sticker() -> Json:
    return message(
        sticker={
            "file_id": "CAAC-1",
            "file_unique_id": "AgAI-1",
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "👍",
            "file_size": 18_000,
        }
    )


def video_note() -> Json:
    return message(
        video_note={"file_id": "DQAC-1", "file_unique_id": "AgAJ-1", "length": 240, "duration": 7, "file_size": 500_000}
    )


def location() -> Json:
    return message(location={"latitude": -0.4643, "longitude": 100.4007})


def venue() -> Json:
    point = {"latitude": -0.4643, "longitude": 100.4007}
    return message(
        location=point, venue={"location": point, "title": "Pasar Pusat", "address": "Jl. Imam Bonjol, Padang Panjang"}
    )


def live_location_moved() -> Json:
    point = {"latitude": -0.4650, "longitude": 100.4010, "live_period": 900, "heading": 20}
    return {"update_id": 900_000_002, "edited_message": _message(location=point, edit_date=DATE + 30)}


def own_contact() -> Json:
    return message(contact={"phone_number": "6281200000001", "first_name": "Siti", "user_id": 7001})


def somebodys_contact() -> Json:
    return message(contact={"phone_number": "6281200000002", "first_name": "Pak RT", "user_id": 7002})


def contact_without_account() -> Json:
    return message(contact={"phone_number": "6281200000003", "first_name": "Bengkel"})


def edited_text() -> Json:
    edited = _message(text="Jalan di depan pasar baru rusak", edit_date=DATE + 60)
    return {"update_id": 900_000_003, "edited_message": edited}


def edited_caption() -> Json:
    edited = {**photo()["message"], "caption": "Lubang di Jl. Hatta", "edit_date": DATE + 60}
    return {"update_id": 900_000_004, "edited_message": edited}


def reply() -> Json:
    notice = {"message_id": 30, "from": BOT, "chat": PRIVATE, "date": DATE - 60, "text": "Laporan Anda diterima."}
    return message(text="Masih belum diperbaiki", reply_to_message=notice)


def forwarded() -> Json:
    origin = {"type": "hidden_user", "sender_user_name": "Tetangga", "date": DATE - 3600}
    return message(text="Air mati sejak kemarin", forward_origin=origin)


def group_text() -> Json:
    return message(OFFICER, GROUP, text="Sudah ditangani")


def anonymous_admin() -> Json:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
    return message(anonymous, GROUP, sender_chat=GROUP, text="/ambil PP-12")


def written_as_channel() -> Json:
    channel_bot = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
    return message(channel_bot, GROUP, sender_chat=CHANNEL, text="Halo")


def another_bot() -> Json:
    return message({"id": 99, "is_bot": True, "first_name": "Bot"}, GROUP, text="Halo")


def channel_post() -> Json:
    post = {"message_id": 5, "sender_chat": CHANNEL, "chat": CHANNEL, "date": DATE, "text": "Pengumuman"}
    return {"update_id": 900_000_005, "channel_post": post}


def poll() -> Json:
    options = [
        {"persistent_id": "0", "text": "Ya", "voter_count": 0},
        {"persistent_id": "1", "text": "Tidak", "voter_count": 0},
    ]
    return message(
        poll={
            "id": "5",
            "question": "Setuju?",
            "options": options,
            "total_voter_count": 0,
            "is_closed": False,
            "is_anonymous": True,
            "type": "regular",
            "allows_multiple_answers": False,
            "allows_revoting": False,
            "members_only": False,
        }
    )


def dice() -> Json:
    return message(dice={"emoji": "🎲", "value": 4})


def pinned() -> Json:
    return message(pinned_message={"message_id": 30, "from": BOT, "chat": PRIVATE, "date": DATE, "text": "Halo"})


def members_joined() -> Json:
    return message(OFFICER, GROUP, new_chat_members=[OFFICER, CITIZEN])


def member_left() -> Json:
    return message(OFFICER, GROUP, left_chat_member=OFFICER)


def member_removed() -> Json:
    return message(OFFICER, GROUP, left_chat_member=CITIZEN)


def bot_removed_message() -> Json:
    return message(OFFICER, GROUP, left_chat_member=BOT)


def migrated() -> Json:
    return message(OFFICER, SMALL_GROUP, migrate_to_chat_id=-1001234567890)


def migrated_from() -> Json:
    return message(OFFICER, GROUP, migrate_from_chat_id=-4001)


def button() -> Json:
    card = {"message_id": 31, "from": BOT, "chat": PRIVATE, "date": DATE, "text": "Kategori?"}
    query = {"id": "4382bfdwdsb323b2d9", "from": CITIZEN, "message": card, "chat_instance": "-1", "data": "12:jalan"}
    return {"update_id": 900_000_006, "callback_query": query}


def button_in_group() -> Json:
    card = {"message_id": 77, "from": BOT, "chat": GROUP, "date": DATE, "text": "PP-12"}
    query = {"id": "4382", "from": OFFICER, "message": card, "chat_instance": "-2", "data": "take:12"}
    return {"update_id": 900_000_007, "callback_query": query}


def button_of_a_deleted_message() -> Json:
    gone = {"message_id": 9, "chat": PRIVATE, "date": 0}
    query = {"id": "4383", "from": CITIZEN, "message": gone, "chat_instance": "-1", "data": "3:ya"}
    return {"update_id": 900_000_008, "callback_query": query}


def button_of_an_inline_message() -> Json:
    query = {"id": "4384", "from": CITIZEN, "inline_message_id": "AAA", "chat_instance": "-1", "data": "x"}
    return {"update_id": 900_000_009, "callback_query": query}


def game_button() -> Json:
    card = {"message_id": 31, "from": BOT, "chat": PRIVATE, "date": DATE}
    query = {"id": "4385", "from": CITIZEN, "message": card, "chat_instance": "-1", "game_short_name": "x"}
    return {"update_id": 900_000_010, "callback_query": query}


def _membership(who: Json, chat: Json, old: Json, new: Json) -> Json:
    change = {"chat": chat, "from": who, "date": DATE}
    change |= {"old_chat_member": {"user": BOT, **old}, "new_chat_member": {"user": BOT, **new}}
    return {"update_id": 900_000_011, "my_chat_member": change}


MEMBER: Json = {"status": "member"}
KICKED: Json = {"status": "kicked", "until_date": 0}
LEFT: Json = {"status": "left"}
ADMINISTRATOR: Json = {
    "status": "administrator",
    "can_be_edited": False,
    "is_anonymous": False,
    "can_manage_chat": True,
    "can_delete_messages": True,
    "can_manage_video_chats": False,
    "can_restrict_members": False,
    "can_promote_members": False,
    "can_change_info": True,
    "can_invite_users": True,
    "can_post_stories": False,
    "can_edit_stories": False,
    "can_delete_stories": False,
}


def blocked() -> Json:
    return _membership(CITIZEN, PRIVATE, MEMBER, KICKED)


def unblocked() -> Json:
    return _membership(CITIZEN, PRIVATE, KICKED, MEMBER)


def bot_added() -> Json:
    return _membership(OFFICER, GROUP, LEFT, MEMBER)


def bot_removed() -> Json:
    return _membership(OFFICER, GROUP, ADMINISTRATOR, KICKED)


def bot_promoted() -> Json:
    return _membership(OFFICER, GROUP, MEMBER, ADMINISTRATOR)


def bot_added_to_channel() -> Json:
    return _membership(OFFICER, CHANNEL, LEFT, ADMINISTRATOR)


def unknown_kind() -> Json:
    return {"update_id": 900_000_012, "subscription": {"user": CITIZEN, "state": "active"}}
