"""How soon a chat may get its next message: providers limit each chat as well as the whole sender."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.channels.base import Capabilities, is_group

FORGET = 1_000  # chats; beyond that those that are free again are dropped


class ChatPace:
    """The pace of every chat of one lane, in memory: another process may send to the same chat, which is rare enough.

    A private chat may get a short burst. A group may not: Telegram counts its messages over a whole minute.
    """

    def __init__(self, capabilities: Capabilities) -> None:
        self._private = timedelta(seconds=1 / capabilities.chat_pace)
        self._group = timedelta(seconds=1 / capabilities.group_pace)
        self._credit = self._private * (capabilities.chat_burst - 1)
        self._even_at: dict[str, datetime] = {}

    def sent(self, address: str, now: datetime) -> None:
        """Count one message to a chat."""
        step = self._group if is_group(address) else self._private
        self._even_at[address] = max(self._even_at.get(address, now), now) + step
        if len(self._even_at) > FORGET:
            self._even_at = {chat: at for chat, at in self._even_at.items() if at > now}

    def free_at(self, address: str, now: datetime) -> datetime:
        """When the chat may get its next message; not before ``now``."""
        credit = timedelta(0) if is_group(address) else self._credit
        return max(self._even_at.get(address, now) - credit, now)

    def busy(self, now: datetime) -> dict[str, datetime]:
        """The chats that have to wait, and until when."""
        waiting = ((chat, self.free_at(chat, now)) for chat, at in self._even_at.items() if at > now)
        return {chat: at for chat, at in waiting if at > now}
