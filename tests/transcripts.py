"""Writes down what people say and hear in a test, the way it is shown in the guides, and compares it with them."""

from __future__ import annotations

import os
import re
import textwrap
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.city import City, Heard, Person

WRITE = "UDAJANG_WRITE_TRANSCRIPTS"  # set it, and the pages are brought into step in place of being compared
WIDTH = 96
TAPPED = ("telegram", "webchat")  # where buttons are buttons; elsewhere they stand in the text
MARGIN = 10  # characters for the name of whoever speaks


@dataclass
class Transcript:
    """The chat of one or several people. Only those named to ``who`` are written down."""

    city: City
    lines: list[str] = field(default_factory=list)
    _people: dict[str, Person] = field(default_factory=dict)
    _muted: set[str] = field(default_factory=set)
    _read: dict[str, int] = field(default_factory=dict)

    def who(self, label: str, person: Person) -> Actor:
        """Follow what ``person``, called ``label``, says and hears from now on."""
        self._people[label], self._read[label] = person, len(person.heard)
        return Actor(self, label, person)

    def said(self, label: str, words: str) -> None:
        """Somebody says or taps something."""
        self._write(label, words)

    def hear(self) -> None:
        """Write down what has reached those who are followed."""
        several = len(self._people) > 1
        for label, person in self._people.items():
            for message in person.heard[self._read[label] :] if label not in self._muted else ():
                self._write(f"→ {label}" if several else "bot", _shown(message, buttons=person.channel in TAPPED))
            self._read[label] = len(person.heard)

    def mute(self, label: str) -> None:
        """What they hear is left out for now."""
        self._muted.add(label)

    def unmute(self, label: str) -> None:
        """What they hear from now on is written down again."""
        self._muted.discard(label)

    def note(self, words: str) -> None:
        """A line about what happens meanwhile."""
        self.lines.append(f"({words})")

    def _write(self, name: str, words: str) -> None:
        first = f"{name[:MARGIN]:<{MARGIN}} "
        for number, paragraph in enumerate(words.split("\n")):
            wrapped = textwrap.wrap(paragraph, WIDTH, break_long_words=False) or [""]
            for part, line in enumerate(wrapped):
                lead = first if number == part == 0 else " " * (MARGIN + 1)
                self.lines.append(f"{lead}{line}".rstrip())

    def text(self) -> str:
        """The whole of it."""
        return "\n".join(self.lines)


@dataclass
class Actor:
    """Somebody whose words are written down."""

    transcript: Transcript
    label: str
    person: Person

    def says(self, words: str, **more: Any) -> None:
        """Write something."""
        self.transcript.said(self.label, words)
        self.person.says(words, **more)
        self.transcript.hear()

    def taps(self, button: str) -> None:
        """Press a button; where there are none, its number or its word is typed."""
        self.transcript.said(self.label, f"[{button}]")
        self.person.taps(button)
        self.transcript.hear()

    def replies(self, containing: str, words: str) -> None:
        """Answer the newest message that contains ``containing``."""
        message = next(each for each in reversed(self.person.heard) if containing in each.text)
        self.transcript.said(self.label, f"↩ {words}")
        self.person.replies(message, words)
        self.transcript.hear()


def _shown(message: Heard, *, buttons: bool) -> str:
    rows: list[str] = []
    for label in message.buttons if buttons else ():
        if rows and len(rows[-1]) + len(label) + 3 <= WIDTH:
            rows[-1] += f" [{label}]"
        else:
            rows.append(f"[{label}]")
    attached = [f"(+ {message.media} 📎)"] if message.media else []
    return "\n".join([message.text.strip(), *attached, *rows])


def check(page: Path, name: str, text: str) -> None:
    """Compare with the block ``name`` of ``page``; or write it there, if that is wanted."""
    found = page.read_text(encoding="utf-8")
    block = re.compile(rf"(<!-- chat: {name} -->\n```text\n)(.*?)(\n```\n)", re.DOTALL)
    match = block.search(found)
    assert match, f"{page.name} has no block for the chat {name!r}"
    if WRITE in os.environ:
        page.write_text(found[: match.start(2)] + text + found[match.end(2) :], encoding="utf-8")
        return

    assert match[2] == text, f"{page.name}, chat {name!r}: bring it into step with {WRITE}=1"
