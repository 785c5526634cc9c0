"""The program beside the providers it talks to, and the people on them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import aiohttp
from sqlmodel import select

from storage.models import Outbox, OutboxState
from tests.emulators import bot_api_people, twilio_people
from tests.emulators.bot_api import TOKEN, BotApi
from tests.emulators.twilio_api import TwilioApi
from tests.end_to_end.program import Program
from tests.end_to_end.talks import AGENCY

Json = dict[str, Any]

FAST = "1000"  # messages a second to one person: a conversation in a test is quicker than people are


def telegram(api: BotApi, mode: str = "webhook") -> dict[str, str]:
    """The environment with which Telegram is this emulator."""
    return {
        "UDAJANG_TELEGRAM__MODE": mode,
        "UDAJANG_TELEGRAM__TOKEN": TOKEN,
        "UDAJANG_TELEGRAM__BASE_URL": api.base_url,
        "UDAJANG_TELEGRAM__PACE": FAST,
        "UDAJANG_TELEGRAM__CHAT_PACE": FAST,
        "UDAJANG_TELEGRAM__GROUP_PACE": FAST,
    }


def whatsapp(twilio: TwilioApi) -> dict[str, str]:
    """The environment with which Twilio is this emulator."""
    return {
        "UDAJANG_WHATSAPP__MODE": "on",
        "UDAJANG_WHATSAPP__ACCOUNT_SID": twilio.account_sid,
        "UDAJANG_WHATSAPP__AUTH_TOKEN": twilio.auth_token,
        "UDAJANG_WHATSAPP__SENDER": twilio.sender.removeprefix("whatsapp:"),
        "UDAJANG_WHATSAPP__BASE_URL": twilio.base_url,
        "UDAJANG_WHATSAPP__CHAT_PACE": FAST,
    }


@dataclass
class Town:
    """A running program and everybody who talks to it."""

    api: BotApi
    twilio: TwilioApi
    program: Program
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def on_telegram(self, name: str = "Siti", **more: str) -> bot_api_people.Person:
        """Somebody the bot has never heard of."""
        return self.api.person(7000 + next(self._numbers), name, **more)

    def on_whatsapp(self, name: str = "Rahma", **more: str) -> twilio_people.Person:
        """Somebody the bot has never heard of."""
        return self.twilio.person(f"whatsapp:+62812{next(self._numbers):07d}", name, **more)

    async def officer(self, name: str, *, agency: str = AGENCY, code: str = "") -> bot_api_people.Person:
        """A member of staff on Telegram who has opened the link of an invitation (``code``)."""
        code = code or await self.invitation(name, agency=agency)
        officer = self.on_telegram(name)
        officer.starts(f"i-{code}")
        await officer.hears(f"Selamat datang, {name}!")
        return officer

    async def invitation(self, name: str, *, agency: str = AGENCY) -> str:
        """A code as the shell makes it, which takes a second to start."""
        return await asyncio.to_thread(self.program.invite, name, agency=agency)

    async def facts(self, query: Any) -> list[Any]:
        """The rows a query finds in the program's database."""
        return await asyncio.to_thread(self.program.facts, query)

    async def posts(self, path: str, body: bytes, **headers: str) -> int:
        """The status with which the program answers a stranger's request."""
        async with aiohttp.ClientSession() as session:
            form = {"Content-Type": "application/x-www-form-urlencoded", **headers}
            async with session.post(self.program.url + path, data=body, headers=form) as answer:
                return answer.status

    async def downloads(self, url: str) -> bytes:
        """What a provider finds at an address the program gave it."""
        async with aiohttp.ClientSession() as session, session.get(url) as answer:
            assert answer.status == 200
            return await answer.read()

    async def reply(self, person: bot_api_people.Person, message: Json, text: str, *, chat: Json | None = None) -> None:
        """Reply to a message of the bot on Telegram."""
        await self._is_known((chat or person.private)["id"], message["message_id"])
        person.says(text, replying_to=message["message_id"], chat=chat)

    async def reply_on_whatsapp(self, person: twilio_people.Person, message: twilio_people.Sent, text: str) -> None:
        """Reply to a message of the bot on WhatsApp."""
        await self._is_known(person.address, message.sid)
        await person.replies(message, text)

    async def _is_known(self, address: object, provider_id: object) -> None:
        """The program has noted that it was delivered: people are not as quick as a test."""
        sent = select(Outbox).where(Outbox.address == str(address), Outbox.provider_id == str(provider_id))
        await self.becomes(sent, lambda row: row.state == OutboxState.SENT)

    async def becomes(self, query: Any, fits: Callable[[Any], object]) -> Any:
        """Wait until the first row of ``query`` fits, and return it."""
        async with asyncio.timeout(bot_api_people.PATIENCE):
            while True:
                rows = await self.facts(query)
                if rows and fits(rows[0]):
                    return rows[0]
                await asyncio.sleep(0.02)


@asynccontextmanager
async def running(
    folder: Path, *, mode: str = "webhook", commands: Sequence[str] = ("run",), **variables: str
) -> AsyncIterator[Town]:
    """A town with Telegram and WhatsApp; leaving it fails if a provider's rules were broken or a secret was logged."""
    async with BotApi() as api, TwilioApi() as twilio:
        # Everybody files the same: nobody shall be asked whether to support what the one before has filed.
        apart = {"UDAJANG_COMPLAINTS__SIMILAR_DAYS": "0"}
        program = Program(folder, **{**telegram(api, mode), **whatsapp(twilio), **apart, **variables})
        twilio.webhook = f"{program.url}/whatsapp"
        try:
            for command in commands:
                process = await asyncio.to_thread(program.start, command)
                await asyncio.to_thread(process.says, "telegram: ready")
            yield Town(api, twilio, program)
        finally:
            await api.webhook.close()
            await asyncio.to_thread(program.stop)
    for secret in (TOKEN.partition(":")[2], twilio.auth_token, "+62812"):
        assert secret not in program.log
    assert [] == program.errors()
