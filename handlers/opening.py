"""The first words of somebody who is in the middle of nothing: a greeting, a question, the beginning of a complaint."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from handlers import menu, stepping
from handlers.complaints import commands as complaint_commands
from handlers.messages import Inbound
from handlers.turn import Turn
from storage.models import Kind

_GREETING = re.compile(
    r"^\W*(?:ass?a?l+a?m\w*|askum|salam|hal+o+|h[ae]i+|hello|hi|selamat (?:pagi|siang|sore|malam)|pagi|siang|sore|"
    r"malam|min|admin|p|tes|test|permisi|good (?:morning|afternoon|evening))(?:\W+(?:min|admin|kak|pak|bu|bapak|ibu|"
    r"wr|wb|warahmatullahi|wabarakatuh|sanak|dunsanak|there|u?alaikum))*\W*$",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"\?|\b(?:gmn|gimana|bagaimana|brp|berapa|bara|baa|dimana|dima|dmn|kapan|bilo|kpn|apakah|syarat|how|where|when|what|"
    r"caro|cara)\b",
    re.IGNORECASE,
)
_TROUBLE = re.compile(
    r"\b(?:rusak|mati|bocor|banjir|banjia|tumpat|mampet|sampah|sarok|pungli|belum|alun|blm|tidak|tdk|gak|ga|nggak|ndak|indak|"
    r"lambat|lama|lamo|kotor|bau|bahaya|berlubang|lubang|lobang|roboh|runtuh|tumbang|macet|broken|not|never|dirty)\b",
    re.IGNORECASE,
)
SHORT = 2  # words; anything shorter with no known meaning gets the menu rather than a complaint form


def greet(turn: Turn) -> bool:
    """Free words, a photo, a pin or a voice note to begin with."""
    inbound = turn.inbound
    text = inbound.text.strip()
    if inbound.empty or (inbound.media and not inbound.text and all(item.kind == "sticker" for item in inbound.media)):
        menu.show(turn, "unreadable-menu")
    elif _GREETING.match(text) and not inbound.media and not inbound.pin:
        menu.show(turn, "greeting")
    elif text and not inbound.media and not inbound.pin and len(text.split()) <= SHORT and not _about(turn, text):
        menu.show(turn, "not-understood")
    else:
        begin_with(turn, [inbound])
    return True


def _about(turn: Turn, text: str) -> bool:
    return bool(turn.city.guess_categories(text))


def begin_with(turn: Turn, messages: Sequence[Inbound]) -> None:
    """Begin a complaint (or a request for information) with these messages."""
    if not messages:
        complaint_commands.begin(turn, Kind.COMPLAINT, "")
        return
    first = messages[0]
    turn.inbound = replace(first, external_id=turn.inbound.external_id, album=turn.inbound.album)
    asks = bool(_QUESTION.search(first.text)) and not _TROUBLE.search(first.text)
    kind = Kind.INFORMATION if asks and not first.media and not first.pin else Kind.COMPLAINT
    complaint_commands.begin(turn, kind, first.text)
    stepping.feed(turn, messages[1:], replies=False)
