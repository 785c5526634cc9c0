"""Telegram's command menus, kept in step with what people may do: citizens everywhere, staff in their own chats."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from bot.channels.base import SendError
from bot.channels.telegram import Menu, Profile, Telegram
from handlers import menu
from handlers.commands import Command
from handlers.texts import Texts
from handlers.turn import StaffMember
from storage import roster
from storage.database import Database

CHANNEL = "telegram"
MOST_DESCRIPTION, MOST_SHORT = 512, 120  # characters, by the Bot API


def _entries(texts: Texts, language: str, commands: Iterable[Command]) -> tuple[tuple[str, str], ...]:
    return tuple((command.words[0], texts.say(language, command.help)) for command in commands if command.help)


def commands_for(texts: Texts, language: str, member: StaffMember | None) -> tuple[tuple[str, str], ...]:
    """What this person may do, as Telegram lists it: staff's own commands first."""
    allowed = [command for command in menu.TABLE.commands if command.allowed(member)]
    own = [command for command in allowed if not command.allowed(None)]
    return _entries(texts, language, [*own, *(command for command in allowed if command not in own)])


def for_everybody(texts: Texts) -> list[Menu]:
    """The citizens' menu, in the city's first language and in each other one Telegram knows (two letters)."""
    first, *others = texts.languages
    menus = [Menu(commands_for(texts, first, None))]
    return menus + [Menu(commands_for(texts, code, None), language=code) for code in others if len(code) == 2]


def profiles(texts: Texts, city: str) -> list[Profile]:
    """What somebody reads before the first message."""
    first, *others = texts.languages
    codes = [(first, ""), *((code, code) for code in others if len(code) == 2)]
    return [
        Profile(
            texts.say(language, "profile-description", city=city)[:MOST_DESCRIPTION],
            texts.say(language, "profile-short", city=city)[:MOST_SHORT],
            code,
        )
        for language, code in codes
    ]


class StaffMenus:
    """Gives each member of staff their commands in their private chat, and takes them away when their right ends."""

    def __init__(self, database: Database, channel: Telegram, texts: Texts) -> None:
        self._database, self._channel, self._texts = database, channel, texts
        self._shown: dict[str, tuple[tuple[str, str], ...]] = {}

    async def keep(self) -> int:
        """Bring the menus into step; 0, since there is never more to do at once."""
        if not self._channel.introduced.is_set():
            return 0
        wanted = await asyncio.to_thread(self._wanted)
        for address in [*wanted, *(gone for gone in self._shown if gone not in wanted)]:
            await self._show(address, wanted.get(address, ()))
        return 0

    async def _show(self, address: str, commands: tuple[tuple[str, str], ...]) -> None:
        if self._shown.get(address, ()) == commands:
            return
        try:
            await self._channel.set_menu(Menu(commands, scope=address))
        except SendError:
            return  # comes round again; a menu is a courtesy
        self._shown[address] = commands
        if not commands:
            del self._shown[address]

    def _wanted(self) -> dict[str, tuple[tuple[str, str], ...]]:
        with self._database.read() as session:
            found = roster.addresses_of_staff(session, CHANNEL)
        return {
            address: commands_for(
                self._texts, language, StaffMember(member.id or 0, member.name, member.role, member.agency_id)
            )
            for address, language, member in found
        }
