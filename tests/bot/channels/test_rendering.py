"""Cutting long texts, writing options as a list, and the two dialects of formatting."""

from __future__ import annotations

import html as entities
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.channels import rendering
from bot.channels.base import Capabilities
from handlers.messages import Ask, MediaItem, MediaKind, Option, Outgoing

BUTTONS = Capabilities(max_text=4096, buttons=100, max_label=64, pace=30, chat_pace=1, group_pace=0.33, album=10)
LISTS = Capabilities(max_text=1600, buttons=0, max_label=24, pace=80, chat_pace=1, group_pace=1)

AWKWARD = [
    "👩‍👩‍👧‍👦",
    "🏳️‍🌈",
    "👍🏽",
    "🇮🇩",
    "🇮",
    "1️⃣",
    "é",
    "\u200d",
    "😀",
    "&",
    "<",
    '"',
    "<b>",
    "&amp;",
    ".",
    " ",
    "\n",
    "\n\n",
]
typed = st.lists(st.one_of(st.text(max_size=30), st.sampled_from(AWKWARD)), max_size=40).map("".join)


@st.composite
def formatted(draw: st.DrawFn) -> str:
    """Text as our message files and escaping make it: balanced <b> and <i> around escaped words."""
    written = ""
    for words in draw(st.lists(typed, max_size=8)):
        escaped = entities.escape(words, quote=draw(st.booleans())).replace("&#x27;", "'")
        tags = draw(st.sampled_from(["", "b", "i", "bi"]))
        written += "".join(f"<{t}>" for t in tags) + escaped + "".join(f"</{t}>" for t in reversed(tags))
    return written


class Reader(HTMLParser):
    """Reads one part the way a browser would, and complains about what is not balanced."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.open = "", list[str]()
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def without_space(text: str) -> str:
    return "".join(text.split())


@given(formatted(), st.integers(64, 400))
@example("a" * 64 + "\u0301" * 200, 64)
@example("<b>" + "ada\n" * 100 + "</b>", 64)
@example("<b><i>" + "😀" * 200 + "</i></b>", 64)
def test_splitting_loses_nothing_and_every_part_is_short_balanced_and_not_blank(html: str, limit: int) -> None:
    parts = rendering.split(html, limit)

    assert without_space("".join(map(rendering.plain, parts))) == without_space(rendering.plain(html))
    for part in parts:
        assert Reader(part).text.strip()
        assert rendering.units(rendering.plain(part).strip()) <= limit
        assert rendering.units(rendering.whatsapp(part).strip()) <= limit


@given(st.lists(st.text("abc.😀é", min_size=1, max_size=30), min_size=1, max_size=60), st.integers(64, 200))
def test_words_that_fit_are_never_cut(words: list[str], limit: int) -> None:
    parts = rendering.split(" ".join(words), limit)

    assert [word for part in parts for word in part.split()] == words


@pytest.mark.parametrize(
    "emoji", ["👩‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇮🇩", "1️⃣", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"]
)
def test_an_emoji_is_never_cut(emoji: str) -> None:
    parts = rendering.split(emoji * 100, 64)

    assert len(parts) > 1
    assert all(part.replace(emoji, "") == "" for part in parts)


def test_a_text_is_cut_at_a_paragraph_rather_than_a_sentence_and_a_sentence_rather_than_a_word() -> None:
    words = "satu dua tiga " * 3
    sentences = f"{words.strip()}. {words.strip()}. {words.strip()}"

    assert rendering.split(f"{words.strip()}\n\n{words.strip()}. {words.strip()}", 80)[0] == words.strip()
    assert rendering.split(sentences, 100)[0] == f"{words.strip()}. {words.strip()}."


def test_a_text_of_nothing_but_space_gives_no_message() -> None:
    assert rendering.split(" \n" * 5000, 4096) == []
    assert rendering.fit(Outgoing("<b> </b>"), BUTTONS) == []


def test_bold_that_is_cut_is_closed_and_opened_again() -> None:
    parts = rendering.split("<b>" + "kata " * 30 + "</b>selesai", 100)

    assert all(part.startswith("<b>") for part in parts)
    assert all(part.endswith("</b>") for part in parts[:-1])
    assert parts[-1].endswith("</b>selesai")


def test_a_complaint_of_8471_characters_is_cut_within_a_second() -> None:
    parts = rendering.split("Jalan di depan rumah saya rusak berat. " * 218, 4096)

    assert [len(part) for part in parts] == [4055, 4055, 389]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("Laporan <b>PP-1</b> diterima", "Laporan *PP-1* diterima"),
        ("<b>Halo <i>dunia</i></b>!", "*Halo* *_dunia_*!"),
        ("<b>satu\ndua\n\ntiga</b>", "*satu*\n*dua*\n\n*tiga*"),
        ("<b> rata </b>", " *rata* "),
        ("<i>a</i>", "_a_"),
        ("1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;ya&quot;", '1 < 2 && 3 > 2 "ya"'),
        ("&amp;lt;b&amp;gt;", "&lt;b&gt;"),
    ],
)
def test_whatsapp_formatting(html: str, expected: str) -> None:
    assert rendering.whatsapp(html) == expected


def test_plain_text_has_no_tags_and_no_entities() -> None:
    assert rendering.plain("<b>Jl. A &amp; B</b> &lt;3") == "Jl. A & B <3"


def test_options_are_numbered_and_commands_named() -> None:
    options = (Option("a", "Jalan & trotoar"), Option("b", "Air"), Option("c", "Batal", typed="/batal"))

    found = rendering.numbered(Outgoing("Tentang apa?", options=options, ask=Ask.TEXT))

    assert found == Outgoing("Tentang apa?\n\n1. Jalan &amp; trotoar\n2. Air\n\nBatal: /batal", ask=Ask.TEXT)


def test_a_number_is_the_place_among_all_options() -> None:
    options = (Option("a", "Air"), Option("/batal", "Batal", typed="/batal"), Option("b", "Listrik"))

    assert rendering.numbered(Outgoing("", options=options)).text == "1. Air\n3. Listrik\n\nBatal: /batal"


def test_a_message_without_options_is_not_numbered() -> None:
    assert rendering.numbered(Outgoing("Halo")) == Outgoing("Halo")


@pytest.mark.parametrize(
    ("label", "limit", "expected"),
    [
        ("Jalan", 24, "Jalan"),
        ("Dinas Pekerjaan Umum dan Penataan Ruang", 24, "Dinas Pekerjaan Umum…"),
        ("Kependudukandanpencatatansipil", 20, "Kependudukandanpenc…"),
        ("😀" * 13, 24, "😀" * 11 + "…"),
        ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 24, "👩‍👩‍👧‍👦👩‍👩‍👧‍👦…"),
    ],
)
def test_a_long_label_is_cut_kindly(label: str, limit: int, expected: str) -> None:
    assert rendering.shorten(label, limit) == expected
    assert rendering.units(expected) <= limit


@given(st.text(max_size=80), st.integers(8, 64))
def test_a_label_is_never_longer_than_allowed(label: str, limit: int) -> None:
    assert rendering.units(rendering.shorten(label, limit)) <= limit


def test_options_and_question_stay_on_the_last_part_quote_and_template_on_the_first() -> None:
    message = Outgoing(
        "kata " * 1000, options=(Option("1:a", "Ya"),), ask=Ask.PLACE, reply_to="9", template="notice", variables=("x",)
    )

    first, last = rendering.fit(message, BUTTONS)

    assert (first.options, first.ask, first.reply_to, first.template, first.variables) == (
        (),
        "",
        "9",
        "notice",
        ("x",),
    )
    assert (last.options, last.ask, last.reply_to, last.template) == (message.options, Ask.PLACE, "", "")


def test_where_there_are_no_buttons_the_list_is_part_of_the_text() -> None:
    (message,) = rendering.fit(Outgoing("Pilih:", options=(Option("1:a", "Ya"), Option("1:b", "Tidak"))), LISTS)

    assert message == Outgoing("Pilih:\n\n1. Ya\n2. Tidak")


def photo(name: str, kind: str = MediaKind.PHOTO) -> MediaItem:
    return MediaItem(kind=kind, ref=name)


def test_media_follow_the_text_an_album_in_one_message() -> None:
    photos = tuple(photo(str(number)) for number in range(12))

    text, album, rest = rendering.fit(Outgoing("Foto:", media=photos, options=(Option("1:a", "Ya"),)), BUTTONS)

    assert (text.text, text.media, text.options) == ("Foto:", (), (Option("1:a", "Ya"),))
    assert (album.text, album.media, rest.media) == ("", photos[:10], photos[10:])


@pytest.mark.parametrize(
    ("text", "kind", "options", "parts"),
    [
        ("Berkas 1", MediaKind.PHOTO, (), 1),
        ("Berkas 1", MediaKind.VOICE, (), 2),
        ("Berkas 1", MediaKind.PHOTO, (Option("1:a", "Ya"),), 2),
        ("kata " * 300, MediaKind.PHOTO, (), 2),
    ],
)
def test_one_photo_carries_a_short_text_without_buttons(
    text: str, kind: str, options: tuple[Option, ...], parts: int
) -> None:
    message = Outgoing(text, media=(photo("1", kind),), options=options)

    assert parts == len(rendering.fit(message, replace(BUTTONS, caption=1024)))


def test_only_photos_and_videos_or_documents_share_an_album() -> None:
    kinds = ("photo", "video", "voice", "voice", "document", "document", "photo")
    media = tuple(photo(str(number), kind) for number, kind in enumerate(kinds))

    parts = rendering.fit(Outgoing("", media=media), BUTTONS)

    assert [[item.kind for item in part.media] for part in parts] == [
        ["photo", "video"],
        ["voice"],
        ["voice"],
        ["document", "document"],
        ["photo"],
    ]


def test_where_albums_are_unknown_each_photo_is_a_message() -> None:
    assert len(rendering.fit(Outgoing("", media=(photo("1"), photo("2"))), LISTS)) == 2


def test_options_below_an_album_without_text_are_carried_by_its_last_photo() -> None:
    message = Outgoing("", media=(photo("1"), photo("2"), photo("3")), options=(Option("1:a", "Ya"),))

    album, last = rendering.fit(message, BUTTONS)

    assert (album.media, album.options) == ((photo("1"), photo("2")), ())
    assert (last.media, last.options) == ((photo("3"),), message.options)


@given(formatted(), st.integers(0, 5))
def test_what_fits_already_is_left_as_it_is(html: str, options: int) -> None:
    message = Outgoing(html, options=tuple(Option(f"1:{n}", f"Pilihan {n}") for n in range(options)))

    if re.sub(r"<[^>]*>", "", html).strip():
        assert rendering.fit(message, BUTTONS) == [message]
