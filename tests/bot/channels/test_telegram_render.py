"""What is sent for each kind of message."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import Request
from bot.channels.rendering import fit
from bot.channels.telegram import Account, Telegram
from bot.channels.telegram_render import rows, without_markup
from bot.channels.transport import Transport
from bot.media import Media
from handlers.messages import Ask, MediaItem, Option, Outgoing
from tests.emulators import bot_api_rules as rules

SITI, GROUP = "7001", "-1001234567890"
YES_NO = (Option("4:ya", "Ya"), Option("4:tidak", "Tidak"))
INLINE = {"inline_keyboard": [[{"text": "Ya", "callback_data": "4:ya"}, {"text": "Tidak", "callback_data": "4:tidak"}]]}
GONE = {"remove_keyboard": True}
PHOTO = MediaItem("photo", "AgACphoto")


def words(text: str, chat: int = 7001, **more: Any) -> Request:
    payload = {
        "chat_id": chat,
        "text": text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        **more,
    }
    return Request("sendMessage", payload)


def location_keys(*labels: str, share: str = "📍") -> dict[str, Any]:
    keys: list[list[dict[str, Any]]] = [[{"text": share, "request_location": True}]]
    keys += [[{"text": label}] for label in labels]
    return {"keyboard": keys, "resize_keyboard": True, "one_time_keyboard": True}


EXPECTED = [
    ("plain words", Outgoing("Halo <b>Siti</b>"), SITI, words("Halo <b>Siti</b>", reply_markup=GONE)),
    ("buttons", Outgoing("Benar?", options=YES_NO), SITI, words("Benar?", reply_markup=INLINE)),
    ("words asked for", Outgoing("Apa?", ask=Ask.TEXT), SITI, words("Apa?", reply_markup=GONE)),
    (
        "a reply",
        Outgoing("Baik.", reply_to="41"),
        SITI,
        words("Baik.", reply_markup=GONE, reply_parameters={"message_id": 41, "allow_sending_without_reply": True}),
    ),
    ("a place", Outgoing("Di mana?", ask=Ask.PLACE), SITI, words("Di mana?", reply_markup=location_keys())),
    (
        "a place, with options and words on the key",
        Outgoing("Di mana?", (Option("-", "Saya tidak tahu tempatnya"),), Ask.PLACE, key_label="Kirim lokasi saya"),
        SITI,
        words("Di mana?", reply_markup=location_keys("Saya tidak tahu tempatnya", share="Kirim lokasi saya")),
    ),
    (
        "a place in a group, where locations cannot be asked for",
        Outgoing("Di mana?", YES_NO, Ask.PLACE),
        GROUP,
        words("Di mana?", -1001234567890, reply_markup=INLINE),
    ),
    ("words in a group", Outgoing("Siap."), GROUP, words("Siap.", -1001234567890)),
    (
        "words asked for in a group",
        Outgoing("Jawaban?", ask=Ask.TEXT),
        GROUP,
        words("Jawaban?", -1001234567890, reply_markup={"force_reply": True, "selective": True}),
    ),
    (
        "a photo with a caption and buttons",
        Outgoing("Lubang", YES_NO, media=(PHOTO,)),
        SITI,
        Request(
            "sendPhoto",
            {
                "chat_id": 7001,
                "reply_markup": INLINE,
                "photo": "AgACphoto",
                "caption": "Lubang",
                "parse_mode": "HTML",
            },
        ),
    ),
    (
        "an album",
        Outgoing("Dua foto", media=(PHOTO, MediaItem("video", "BAACvideo"))),
        SITI,
        Request(
            "sendMediaGroup",
            {
                "chat_id": 7001,
                "media": [
                    {"type": "photo", "media": "AgACphoto", "caption": "Dua foto", "parse_mode": "HTML"},
                    {"type": "video", "media": "BAACvideo"},
                ],
            },
        ),
    ),
]


@pytest.fixture(name="channel")
def _channel(tmp_path: Any) -> Telegram:
    media = Media(tmp_path, secret_key="k", types=["image/jpeg"], max_bytes=1000)
    return Telegram(Account("123456:x"), Transport(), stored=media.path)


@pytest.mark.parametrize(
    ("outgoing", "address", "request_"), [case[1:] for case in EXPECTED], ids=[c[0] for c in EXPECTED]
)
def test_message(channel: Telegram, outgoing: Outgoing, address: str, request_: Request) -> None:
    found = channel.render(outgoing, address, outbox_id=1)

    assert found == request_
    assert not list(rules.faults(rules.Call(found.method, dict(found.payload))))


@pytest.mark.parametrize(
    ("kind", "ref", "method", "field"),
    [
        ("photo", "AgAC1", "sendPhoto", "photo"),
        ("video", "BAAC1", "sendVideo", "video"),
        ("video", "CgAC1", "sendAnimation", "animation"),
        ("video", "DQAC1", "sendVideoNote", "video_note"),
        ("voice", "AwAC1", "sendVoice", "voice"),
        ("audio", "CQAC1", "sendAudio", "audio"),
        ("document", "BQAC1", "sendDocument", "document"),
        ("sticker", "CAAC1", "sendSticker", "sticker"),
    ],
)
def test_each_kind_of_file_is_sent_as_what_it_is(
    channel: Telegram, kind: str, ref: str, method: str, field: str
) -> None:
    found = channel.render(Outgoing("", media=(MediaItem(kind, ref),)), SITI, outbox_id=1)

    assert found == Request(method, {"chat_id": 7001, "reply_markup": GONE, field: ref})
    assert not list(rules.faults(rules.Call(found.method, dict(found.payload))))


def layout(*labels: str) -> list[int]:
    return [len(row) for row in rows([Option(str(number), label) for number, label in enumerate(labels)])]


def test_short_labels_share_a_row_and_a_long_one_has_its_own() -> None:
    assert layout("1⭐", "2⭐", "3⭐", "4⭐", "5⭐") == [5]
    assert layout("Jalan", "Air", "Listrik", "Sampah") == [3, 1]
    assert layout("Kartu keluarga", "Akta kelahiran", "KTP") == [2, 1]
    assert layout("Ya", "Dinas Pekerjaan Umum dan Penataan Ruang", "Tidak") == [1, 1, 1]


def test_a_long_label_is_cut_on_a_button_but_not_on_a_key_whose_words_come_back(channel: Telegram) -> None:
    option = Option("4:pu", "Dinas Pekerjaan Umum dan Penataan Ruang Kota Padang Panjang")

    button = channel.render(Outgoing("Ke mana?", (option,)), SITI, outbox_id=1).payload["reply_markup"]
    key = channel.render(Outgoing("Di mana?", (option,), Ask.PLACE), SITI, outbox_id=1).payload["reply_markup"]

    assert button["inline_keyboard"][0][0]["text"] == "Dinas Pekerjaan Umum dan Penataan Ruang…"
    assert key["keyboard"][1][0]["text"] == option.label


def test_without_markup_the_words_are_the_same() -> None:
    album = Request(
        "sendMediaGroup",
        {"chat_id": 1, "media": [{"type": "photo", "media": "A", "caption": "<b>1</b>", "parse_mode": "HTML"}]},
    )

    assert without_markup(words("A <b>&amp;</b> B")).payload["text"] == "A & B"
    assert "parse_mode" not in without_markup(words("x")).payload
    assert without_markup(album).payload["media"] == [{"type": "photo", "media": "A", "caption": "1"}]


texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60)
options = st.lists(st.tuples(texts, st.text("abc:0123456789", min_size=1, max_size=64)), max_size=30)


@given(
    text=texts.map(lambda words: words.replace("&", "&amp;").replace("<", "&lt;")),
    labelled=options,
    ask=st.sampled_from(list(Ask)),
    address=st.sampled_from([SITI, GROUP]),
    repeat=st.sampled_from([1, 200]),
)
def test_whatever_fits_is_within_what_the_bot_api_allows(
    text: str, labelled: list[tuple[str, str]], ask: Ask, address: str, repeat: int
) -> None:
    channel = Telegram(Account("123456:x"), Transport(), stored=lambda ref: NotImplemented)
    offered = tuple(Option(value, label) for label, value in labelled if label.strip())

    for part in fit(Outgoing(f"<b>{text}</b> " * repeat, offered, ask), channel.capabilities):
        found = channel.render(part, address, outbox_id=1)
        assert not list(rules.faults(rules.Call(found.method, dict(found.payload))))
