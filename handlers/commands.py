"""Commands: one word in each language, with and without the slash, that always means the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from handlers.turn import StaffMember, Turn


def everybody(member: StaffMember | None) -> bool:
    """The command is for all."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """``words`` start it (the first names it in menus and help); ``run`` gets the turn and what stood after the word.

    ``bare``: works without the slash too, when the message is nothing but the word (and, if ``number``, a number).
    ``help`` is the key of its line in /bantuan. ``calm``: with the slash and alone it is no call for help, although it
    sounds like one.
    """

    words: tuple[str, ...]
    run: Callable[[Turn, str], None]
    help: str
    allowed: Callable[[StaffMember | None], bool] = everybody
    bare: bool = True
    number: bool = False
    calm: bool = False


class CommandTable:
    """Finds the command a message starts with."""

    def __init__(self, commands: Iterable[Command]) -> None:
        self.commands = tuple(commands)
        self._by_word: Mapping[str, Command] = {word: command for command in self.commands for word in command.words}

    def find(self, text: str) -> tuple[Command, str] | None:
        """The command and its argument, or None when the text is no command."""
        words = text.split(maxsplit=1)
        if not words:
            return None
        slash = words[0].startswith("/")
        command = self._by_word.get(words[0].lstrip("/").partition("@")[0].casefold())
        if command is None:
            return None
        argument = words[1].strip() if len(words) > 1 else ""
        if slash or (command.bare and not argument):
            return command, argument
        if command.number and argument and any(digit.isdigit() for digit in argument) and len(argument) < 12:
            return command, argument
        return None

    def calm(self, text: str) -> bool:
        """Whether the text is a command that no emergency hides in."""
        found = self.find(text) if text.startswith("/") else None
        return found is not None and found[0].calm and not found[1]

    def unknown(self, text: str) -> bool:
        """Whether the text was meant as a command but is none."""
        return text.startswith("/") and text[1:2].isalpha() and self.find(text) is None
