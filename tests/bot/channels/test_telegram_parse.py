"""What becomes of each kind of update."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from types import FunctionType
from typing import Any

import pytest
import telegram
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram_parse import answer, parse
from handlers.messages import Inbound, MediaItem, Pin, Signal
from tests.payloads import telegram as payloads
from tests.payloads import telegram_forums

Payload = Callable[[], dict[str, Any]]

PAYLOADS: dict[str, Payload] = {
    name: function
    for module in (payloads, telegram_forums)
    for name, function in vars(module).items()
    if isinstance(function, FunctionType) and function.__module__ == module.__name__ and not name.startswith("_")
}

SITI = Inbound(
    channel="telegram",
    external_id="900000001",
    address="7001",
    sender="7001",
    message_id="41",
    name="Siti Rahma",
    language="id",
)
PRESSED = replace(SITI, external_id="900000006", message_id="", button="12:jalan", reply_to="31")
CHANGED = replace(SITI, external_id="900000011", message_id="")
EDITED = replace(SITI, external_id="900000003", edited=True)
BUDI = Inbound(
    channel="telegram",
    external_id="900000001",
    address="-1001234567890",
    sender="8001",
    message_id="41",
    group=True,
    name="Budi",
)
GROUP_EVENT = replace(BUDI, external_id="900000011", message_id="")
IN_TOPIC = replace(BUDI, forum=True, thread="12")
GONE = replace(GROUP_EVENT, external_id="900000022", signal=Signal.MEMBER_LEFT, sender="7001", name="Siti Rahma")
MAY_DO = replace(GROUP_EVENT, external_id="900000022", signal=Signal.RIGHTS, forum=True)

PHOTO = MediaItem("photo", "AgAC-x", "AQAD-x", "image/jpeg", 98_213)

EXPECTED: dict[str, Inbound | None] = {
    "message": SITI,
    "text": replace(SITI, text="Jalan di depan pasar rusak 😀"),
    "command": replace(SITI, text="/lapor lampu mati"),
    "start": replace(SITI, signal=Signal.START),
    "start_with_payload": replace(SITI, signal=Signal.START, text="i_Zm9vYmFy-12"),
    "command_in_group": replace(BUDI, text="/lihat PP-12"),
    "command_for_another_bot": None,
    "start_in_group": replace(BUDI, signal=Signal.START, text="g_abc"),
    "photo": replace(SITI, text="Lubang di Jl. Sudirman", media=(PHOTO,)),
    "album_part": replace(
        SITI, media=(MediaItem("photo", "AgAC-2", "AQAD-2", "image/jpeg", 5000),), album="13579246801357924"
    ),
    "video": replace(
        SITI, text="Banjir", media=(MediaItem("video", "BAAC-1", "AgAD-1", "video/mp4", 1_482_337, "banjir.mp4"),)
    ),
    "voice": replace(SITI, media=(MediaItem("voice", "AwAC-1", "AgAE-1", "audio/ogg", 20_331),)),
    "voice_without_type": replace(SITI, media=(MediaItem("voice", "AwAC-2", "AgAE-2", "audio/ogg"),)),
    "audio": replace(SITI, media=(MediaItem("audio", "CQAC-1", "AgAF-1", "audio/mpeg", 2_880_000, "rekaman.mp3"),)),
    "document": replace(
        SITI, media=(MediaItem("document", "BQAC-1", "AgAG-1", "application/pdf", 312_000, "surat pengantar.pdf"),)
    ),
    "animation": replace(SITI, media=(MediaItem("video", "CgAC-1", "AgAH-1", "video/mp4", 0, "gif.mp4"),)),
    "sticker": replace(SITI, media=(MediaItem("sticker", "CAAC-1", "AgAI-1", "image/webp", 18_000),)),
    "video_note": replace(SITI, media=(MediaItem("video", "DQAC-1", "AgAJ-1", "video/mp4", 500_000),)),
    "location": replace(SITI, pin=Pin(-0.4643, 100.4007)),
    "venue": replace(SITI, pin=Pin(-0.4643, 100.4007, "Pasar Pusat, Jl. Imam Bonjol, Padang Panjang")),
    "live_location_moved": None,
    "own_contact": replace(SITI, phone="6281200000001"),
    "somebodys_contact": SITI,
    "contact_without_account": SITI,
    "edited_text": replace(EDITED, text="Jalan di depan pasar baru rusak"),
    "edited_caption": replace(EDITED, external_id="900000004", text="Lubang di Jl. Hatta", media=(PHOTO,)),
    "reply": replace(SITI, text="Masih belum diperbaiki", reply_to="30"),
    "message_in_topic": replace(IN_TOPIC, text="Siap"),
    "message_in_topic_without_the_roots_content": replace(IN_TOPIC, text="Siap"),
    "reply_in_topic": replace(IN_TOPIC, text="Besok", reply_to="13"),
    "edited_in_topic": replace(IN_TOPIC, external_id="900000020", text="Siap, besok", edited=True),
    "message_in_general_topic": replace(BUDI, forum=True, text="/grup"),
    "message_in_a_chain_of_replies": replace(BUDI, text="Saya", reply_to="30"),
    "message_in_private_topic": replace(SITI, text="Halo", thread="7"),
    "button_in_topic": replace(IN_TOPIC, external_id="900000021", message_id="", button="/ambil 1042-9", reply_to="13"),
    "topic_created": None,
    "topic_renamed": None,
    "topic_closed": None,
    "topic_reopened": None,
    "bot_may_manage_topics": replace(MAY_DO, text="topics"),
    "bot_may_no_longer_manage_topics": MAY_DO,
    "somebody_left": GONE,
    "somebody_was_banned": GONE,
    "somebody_restricted_is_out": GONE,
    "somebody_was_muted": None,
    "somebody_came": None,
    "somebody_who_was_out_was_banned": None,
    "another_bot_left": None,
    "somebody_left_a_channel": None,
    "forwarded": replace(SITI, text="Air mati sejak kemarin"),
    "group_text": replace(BUDI, text="Sudah ditangani"),
    "anonymous_admin": None,
    "written_as_channel": None,
    "another_bot": None,
    "channel_post": None,
    "poll": SITI,
    "dice": SITI,
    "pinned": None,
    "members_joined": None,
    "member_left": replace(GROUP_EVENT, external_id="900000001", signal=Signal.MEMBER_LEFT),
    "member_removed": replace(
        GROUP_EVENT, external_id="900000001", signal=Signal.MEMBER_LEFT, sender="7001", name="Siti Rahma"
    ),
    "bot_removed_message": None,
    "migrated": Inbound(
        channel="telegram",
        external_id="900000001",
        address="-4001",
        sender="-4001",
        signal=Signal.MIGRATED,
        text="-1001234567890",
        group=True,
    ),
    "migrated_from": None,
    "button": PRESSED,
    "button_in_group": replace(GROUP_EVENT, external_id="900000007", button="take:12", reply_to="77"),
    "button_of_a_deleted_message": replace(PRESSED, external_id="900000008", button="3:ya", reply_to="9"),
    "button_of_an_inline_message": None,
    "game_button": None,
    "blocked": replace(CHANGED, signal=Signal.BLOCKED),
    "unblocked": replace(CHANGED, signal=Signal.UNBLOCKED),
    "bot_added": replace(GROUP_EVENT, signal=Signal.JOINED),
    "bot_removed": replace(GROUP_EVENT, signal=Signal.LEFT),
    "bot_promoted": None,
    "bot_added_to_channel": None,
    "unknown_kind": None,
}


def test_every_recorded_update_is_expected_to_become_something() -> None:
    assert PAYLOADS.keys() == EXPECTED.keys()


@pytest.mark.parametrize("name", PAYLOADS)
def test_update(name: str) -> None:
    assert parse(PAYLOADS[name](), me="udajang_bot") == EXPECTED[name]


@pytest.mark.parametrize("name", [name for name, inbound in EXPECTED.items() if inbound])
def test_ptb_reads_the_same_from_it(name: str) -> None:
    """Text, ids, buttons, files and places agree with python-telegram-bot's own reading of the same update."""
    inbound = EXPECTED[name]
    assert inbound is not None
    update = telegram.Update.de_json(PAYLOADS[name](), None)

    assert update.effective_chat is not None
    assert (inbound.external_id, inbound.address) == (str(update.update_id), str(update.effective_chat.id))
    if inbound.signal in (Signal.MESSAGE, Signal.START):
        assert update.effective_user is not None
        assert (inbound.sender, inbound.name) == (str(update.effective_user.id), update.effective_user.full_name)
        assert inbound.language == (update.effective_user.language_code or "")
        _check_content(inbound, update)


def _check_content(inbound: Inbound, update: telegram.Update) -> None:
    if update.callback_query:
        assert update.callback_query.message is not None
        assert inbound.button == update.callback_query.data
        assert inbound.reply_to == str(update.callback_query.message.message_id)
        return
    message = update.effective_message
    assert message is not None
    assert inbound.message_id == str(message.message_id)
    assert inbound.edited == (update.edited_message is not None)
    assert inbound.album == (message.media_group_id or "")
    assert inbound.text.replace("@udajang_bot", "") in (message.text or message.caption or "").replace(
        "@udajang_bot", ""
    )
    assert bool(inbound.pin) == bool(message.location)
    if inbound.pin and message.location:
        assert (inbound.pin.lat, inbound.pin.lon) == (message.location.latitude, message.location.longitude)
    _check_file(inbound, message)


def _check_file(inbound: Inbound, message: telegram.Message) -> None:
    attachment = message.effective_attachment
    if not inbound.media:
        assert not isinstance(attachment, (tuple, telegram.Video, telegram.Voice, telegram.Document))
        return
    file: Any = attachment[1] if isinstance(attachment, tuple) and len(attachment) > 1 else attachment
    file = file[0] if isinstance(file, tuple) else file
    (item,) = inbound.media
    assert (item.ref, item.unique, item.size) == (file.file_id, file.file_unique_id, file.file_size or 0)


def test_without_its_own_name_the_bot_takes_every_command_for_itself() -> None:
    found = parse(payloads.command_for_another_bot())

    assert found is not None
    assert found.text == "/status"


@pytest.mark.parametrize("text", ["/startling news", "start", "Halo /start"])
def test_only_the_command_itself_is_a_start(text: str) -> None:
    found = parse(payloads.message(text=text))

    assert found is not None
    assert (found.signal, found.text) == (Signal.MESSAGE, text)


def test_zero_bytes_are_dropped_since_postgresql_cannot_store_them() -> None:
    found = parse(payloads.message(text="Jalan\x00 rusak"))

    assert found is not None
    assert found.text == "Jalan rusak"


def test_a_pressed_button_is_acknowledged_whatever_it_says() -> None:
    for payload in (payloads.button, payloads.game_button, payloads.button_of_an_inline_message):
        update = payload()
        assert answer(update) == {
            "method": "answerCallbackQuery",
            "callback_query_id": update["callback_query"]["id"],
        }
    assert answer(payloads.text()) is None


def _paths(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, below in inner for found in _paths(below, (*path, key)))]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda below: st.lists(below, max_size=2) | st.dictionaries(st.text(max_size=5), below, max_size=2),
    max_leaves=4,
)


@st.composite
def damaged(draw: st.DrawFn) -> dict[str, Any]:
    """A recorded update with up to three places removed or replaced by something else."""
    update = copy.deepcopy(draw(st.sampled_from(sorted(PAYLOADS)).map(lambda name: PAYLOADS[name]())))
    for _ in range(draw(st.integers(1, 3))):
        *way, last = draw(st.sampled_from([path for path in _paths(update) if path] or [("update_id",)]))
        if not update:
            break
        place: Any = update
        for key in way:
            place = place[key]
        if draw(st.booleans()):
            del place[last]
        else:
            place[last] = draw(JSON)
    return update


@given(damaged())
def test_a_damaged_update_never_raises(update: dict[str, Any]) -> None:
    answer(update)
    found = parse(update)

    if found is not None:
        assert all((found.external_id, found.address, found.sender))
        json.dumps(found.to_json())


@given(JSON)
def test_something_else_altogether_never_raises(anything: Any) -> None:
    if isinstance(anything, dict):
        assert parse(anything) is None
    assert parse({"update_id": 1, "message": anything}) is None
    assert parse({"update_id": 1, "callback_query": anything}) is None
