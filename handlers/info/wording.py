"""What an answer says, made fit for a message: it is plain text in which <b> and <i> are marks."""

from __future__ import annotations

import re
from html import escape

from handlers.texts import Html

_MARK = re.compile(r"&lt;(/?)([bi])&gt;")


def html(body: str) -> Html:
    """The body with everything escaped but its marks; a mark that is not closed, or was not opened, is closed or left
    out, since a channel may refuse the whole message otherwise."""
    opened: list[str] = []

    def marked(match: re.Match[str]) -> str:
        closing, name = match.groups()
        if not closing:
            if name in opened:
                return ""
            opened.append(name)
            return f"<{name}>"
        if not opened or opened[-1] != name:
            return ""
        opened.pop()
        return f"</{name}>"

    said = _MARK.sub(marked, escape(body, quote=False))
    return Html(said + "".join(f"</{name}>" for name in reversed(opened)))


def shortened(text: str, most: int) -> str:
    """The beginning of a text in one line of at most ``most`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
