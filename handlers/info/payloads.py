"""What a link or a code carries that opens something at once, and the address it stands in on each channel.

Telegram's rule for the payload of a start link holds everywhere: 64 characters of letters, digits, ``_`` and ``-``.
The web chat takes the same; on WhatsApp it is part of a command that the citizen only has to send.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

_ALLOWED = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)


class Kind(StrEnum):
    """What is opened; the word stands before its code in the payload."""

    ANSWER = "jawab"
    SERVICE = "layanan"
    OFFICE = "kantor"


@dataclass(frozen=True, slots=True)
class Target:
    """What a link opens."""

    kind: Kind
    code: str

    @property
    def payload(self) -> str:
        """What the link carries. Raises ValueError for a code that no link can."""
        carried = f"{self.kind}_{self.code}"
        if not self.code or not _ALLOWED.fullmatch(carried):
            raise ValueError(f"{self.code}: a link carries at most 64 letters, digits, _ and -, {self.kind}_ included")
        return carried


def read(payload: str) -> Target | None:
    """What the payload opens; None when it is none of ours."""
    kind, mark, code = payload.partition("_")
    if not mark or kind not in frozenset(Kind) or not _ALLOWED.fullmatch(payload) or not code:
        return None
    return Target(Kind(kind), code)


def on_telegram(username: str, payload: str) -> str:
    """The link that opens the bot of that name (without @) and starts it with the payload."""
    return f"https://t.me/{username}?start={payload}"


def on_whatsapp(number: str, payload: str) -> str:
    """The link that opens a chat with that number, in which the command is written already."""
    return f"https://wa.me/{number.lstrip('+')}?text={quote(f'/mulai {payload}')}"


def on_the_web(public_url: str, payload: str) -> str:
    """The link that opens the web chat and starts it with the payload."""
    return f"{public_url}/chat?start={payload}"
