"""From one ``Outgoing`` to what a channel can show: parts short enough, options as a list, HTML in its own dialect.

Texts hold ``<b>``, ``<i>`` and entities only (see ``handlers.messages.Outgoing``), so no HTML parser is needed.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.channels.base import Capabilities
from handlers.messages import Ask, MediaItem, MediaKind, Option, Outgoing

TAG = re.compile(r"<(/?)([bi])>")
MARKS = {"b": "*", "i": "_"}  # WhatsApp's

# What must stay together: a tag, an entity, a flag, an emoji with everything joined to it. The repeat is bounded so
# that a text of nothing but joiners and accents can still be cut.
PIECE = re.compile(
    r"</?[bi]>|&(?:amp|lt|gt|quot|#\d{1,7});"
    r"|(?:[\U0001f1e6-\U0001f1ff]{2}|.)"
    r"(?:[\u0300-\u036f\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]|\u200d[^<&]){0,12}",
    re.DOTALL,
)

# WhatsApp marks every run of bold or italic on every line by itself: two marks before it and two behind at most.
MARK_COST = 4
SENTENCE_ENDS = ".!?…"

ALBUMS: dict[str, str] = {MediaKind.PHOTO: "visual", MediaKind.VIDEO: "visual", MediaKind.DOCUMENT: "document"}


def plain(html: str) -> str:
    """The text without any formatting."""
    return entities.unescape(TAG.sub("", html))


def whatsapp(html: str) -> str:
    """The text as WhatsApp formats it: ``*bold*`` and ``_italic_``, which never cross a line or touch a space."""
    written: list[str] = []
    marked: list[str] = []
    for position, part in enumerate(re.split(r"(</?[bi]>)", html)):
        if position % 2 == 0:
            written.append(_marked(entities.unescape(part), marked))
        elif part.startswith("</"):
            marked = [tag for tag in marked if tag != part[2]]
        elif part[1] not in marked:
            marked.append(part[1])
    return "".join(written)


def _marked(text: str, tags: Sequence[str]) -> str:
    if not tags:
        return text
    before = "".join(MARKS[tag] for tag in tags)
    return "\n".join(
        re.sub(r"\S(?:.*\S)?", lambda found: before + found[0] + before[::-1], line, count=1)
        for line in text.split("\n")
    )


def numbered(outgoing: Outgoing) -> Outgoing:
    """The same message with its options written below the text, for channels that have no buttons for them.

    Options with a command of their own are shown with it; the others with their place among all options, from 1.
    """
    if not outgoing.options:
        return outgoing
    numbers = [(number, option) for number, option in enumerate(outgoing.options, start=1) if not option.typed]
    lines = [f"{number}. {_escape(option.label)}" for number, option in numbers]
    commands = [f"{_escape(option.label)}: {_escape(option.typed)}" for option in outgoing.options if option.typed]
    paragraphs = [outgoing.text, "\n".join(lines), "\n".join(commands)]
    return replace(outgoing, text="\n\n".join(filter(None, paragraphs)), options=())


def _escape(text: str) -> str:
    return entities.escape(text, quote=False)


def shorten(label: str, limit: int) -> str:
    """``label`` within ``limit`` UTF-16 units, cut at a word where that leaves at least half, with an ellipsis."""
    if units(label) <= limit:
        return label
    kept, room = "", limit - 1
    for piece in PIECE.findall(label):
        room -= units(piece)
        if room < 0:
            break
        kept += piece
    head, space, _ = kept.rpartition(" ") if label[len(kept)] != " " else (kept, " ", "")
    return (head if space and len(head) >= limit // 2 else kept).rstrip(" ,.;:-") + "…"


def units(text: str) -> int:
    """The length as Telegram counts it, in UTF-16 code units; never less than the number of characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def fit(outgoing: Outgoing, capabilities: Capabilities) -> list[Outgoing]:
    """The messages to send for ``outgoing``, in order, each of them within the channel's limits.

    Options and what is asked stay on the last part of the text, the quoted message and the template on the first.
    Media follow in messages of their own, an album together; one photo or video carries a short text itself.
    """
    if len(outgoing.options) > capabilities.buttons:
        outgoing = numbered(outgoing)
    texts = split(outgoing.text, capabilities.max_text)
    if len(texts) == 1 and _can_carry(outgoing, texts[0], capabilities):
        return [replace(outgoing, text=texts[0])]
    parts = [Outgoing(text) for text in texts]
    if parts:
        parts[-1] = replace(parts[-1], options=outgoing.options, ask=outgoing.ask, key_label=outgoing.key_label)
    parts += [Outgoing("", media=album) for album in _albums(outgoing.media, capabilities.album)]
    if not parts:
        return []
    if not texts:
        parts[-1:] = _with_options(parts[-1], outgoing.options, outgoing.ask)
    parts[0] = replace(parts[0], reply_to=outgoing.reply_to, template=outgoing.template, variables=outgoing.variables)
    return parts


def _can_carry(outgoing: Outgoing, text: str, capabilities: Capabilities) -> bool:
    """Whether the text fits beside the one picture. Buttons stay with the words, where every channel shows them."""
    pictures = [item for item in outgoing.media if ALBUMS.get(item.kind) == "visual"]
    alone = len(pictures) == len(outgoing.media) == 1
    short = units(text) + MARK_COST * text.count("\n") <= capabilities.caption
    return alone and short and not outgoing.options and not outgoing.ask


def _with_options(last: Outgoing, options: tuple[Option, ...], ask: str) -> list[Outgoing]:
    """An album can carry no buttons: its last picture goes alone and carries them."""
    if not options or len(last.media) == 1:
        return [replace(last, options=options, ask=ask)]
    return [
        replace(last, media=last.media[:-1]),
        Outgoing("", media=last.media[-1:], options=options, ask=Ask(ask)),
    ]


def _albums(media: Sequence[MediaItem], most: int) -> Iterator[tuple[MediaItem, ...]]:
    """Neighbours that a provider shows as one album: photos with videos, documents with documents, others alone."""
    grouped = groupby(enumerate(media), key=lambda pair: ALBUMS.get(pair[1].kind, f"alone {pair[0]}"))
    for _, items in grouped:
        album = [item for _, item in items]
        for start in range(0, len(album), most):
            yield tuple(album[start : start + most])


def _is_tag(piece: str) -> bool:
    return piece[0] == "<" and piece[-1] == ">" and len(piece) > 2


@dataclass(frozen=True, slots=True)
class _Piece:
    html: str
    cost: int

    @property
    def tag(self) -> bool:
        return _is_tag(self.html)

    @property
    def space(self) -> bool:
        return self.html.isspace()


def split(html: str, limit: int) -> list[str]:
    """``html`` in parts of at most ``limit`` characters, cut at a paragraph, line, sentence or word if there is one.

    Formatting that is open at a cut is closed and opened again. White space at a cut is dropped, and so is a part that
    would hold nothing else. ``limit`` counts UTF-16 units of what is shown and must be 64 at least.
    """
    if not plain(html).strip():
        return []
    if units(html) + MARK_COST * html.count("\n") <= limit:
        return [html]
    return [part for part in _parts(_pieces(html), limit) if plain(part).strip()]


def _pieces(html: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    depth = 0
    for found in PIECE.findall(html):
        if _is_tag(found):
            depth += -1 if found.startswith("</") else 1
            pieces.append(_Piece(found, MARK_COST))
        else:
            marks = MARK_COST if depth > 0 and found == "\n" else 0
            pieces.append(_Piece(found, units(entities.unescape(found)) + marks))
    return pieces


def _parts(pieces: list[_Piece], limit: int) -> Iterator[str]:
    start = 0
    tags: list[str] = []
    while start < len(pieces):
        if pieces[start].space:
            start += 1
            continue
        end = _reach(pieces, start, limit - MARK_COST)  # the marks of what is opened again
        if end < len(pieces):
            end = _cut(pieces, start, end)
        opened = "".join(f"<{tag}>" for tag in tags)
        tags = _open_after(pieces[start:end], tags)
        closed = "".join(f"</{tag}>" for tag in reversed(tags))
        yield opened + "".join(piece.html for piece in pieces[start:end]).rstrip() + closed
        start = end


def _reach(pieces: list[_Piece], start: int, room: int) -> int:
    """How far one part can go at most; always at least one piece further."""
    end = start
    while end < len(pieces) and room >= pieces[end].cost:
        room -= pieces[end].cost
        end += 1
    return max(end, start + 1)


def _cut(pieces: list[_Piece], start: int, end: int) -> int:
    """The best place to end a part that may go to ``end``: the last one of the best kind, in its second half."""
    middle = start + (end - start) // 2
    for kind in (_after_paragraph, _after_line, _after_sentence, _at_space):
        for place in range(end, middle, -1):
            if kind(pieces, place):
                return place
    return end


def _after_line(pieces: list[_Piece], place: int) -> bool:
    return pieces[place - 1].html == "\n"


def _after_paragraph(pieces: list[_Piece], place: int) -> bool:
    return _after_line(pieces, place) and _after_line(pieces, place - 1)


def _after_sentence(pieces: list[_Piece], place: int) -> bool:
    return pieces[place - 1].space and pieces[place - 2].html in SENTENCE_ENDS


def _at_space(pieces: list[_Piece], place: int) -> bool:
    return pieces[place - 1].space or (place < len(pieces) and pieces[place].space)


def _open_after(pieces: Sequence[_Piece], tags: list[str]) -> list[str]:
    still_open = list(tags)
    for piece in pieces:
        if piece.tag:
            name = piece.html.strip("</>")
            if not piece.html.startswith("</"):
                still_open.append(name)
            elif name in still_open:
                still_open.remove(name)
    return still_open
