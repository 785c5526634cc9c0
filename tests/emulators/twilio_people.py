"""People on WhatsApp, as Twilio passes on what they do."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any, Protocol

from tests.payloads import whatsapp as payloads

PATIENCE = 15.0  # seconds to wait for a message; reached only by a test that fails


@dataclass(frozen=True, slots=True)
class Choice:
    """A button or list item: what is read and what comes back."""

    label: str
    value: str


@dataclass(slots=True)
class Sent:
    """A message of ours that Twilio took. ``text`` is what the person reads; ``states`` is how far it got."""

    sid: str
    form: dict[str, Any]
    text: str
    choices: tuple[Choice, ...] = ()
    as_list: bool = False
    states: list[str] = field(default_factory=list)

    @property
    def to(self) -> str:
        """The address it goes to."""
        return str(self.form["To"])

    @property
    def media(self) -> list[str]:
        """The addresses of the files in it."""
        return list(self.form.get("MediaUrl", ()))


class Exchange(Protocol):
    """What a person needs of the emulator."""

    account_sid: str
    sender: str
    messages: list[Sent]
    arrived: asyncio.Condition

    def next_number(self) -> int:
        """A number no message has had."""
        ...

    def keep_file(self, message_sid: str, data: bytes, mime: str) -> str:
        """Put a file of a message where it can be fetched, and say where."""
        ...

    async def deliver(self, form: payloads.Form) -> int:
        """POST a webhook, signed, and return the status of the answer."""
        ...


@dataclass(slots=True)
class Person:
    """Somebody with WhatsApp. ``scoped`` is the business-scoped id, if it is sent along."""

    exchange: Exchange
    address: str
    name: str
    scoped: str = ""
    read: int = 0  # how many of the messages they got count as read

    async def says(self, text: str, **fields: str) -> int:
        """Write ``text``; ``fields`` add to the webhook or replace what is in it."""
        return await self._send({"Body": text, **fields})

    async def replies(self, to: Sent, text: str) -> int:
        """Write ``text`` as an answer to one message of ours."""
        return await self._send(
            {
                "Body": text,
                "OriginalRepliedMessageSid": to.sid,
                "OriginalRepliedMessageSender": self.exchange.sender,
            }
        )

    async def sends_location(self, lat: float, lon: float, label: str = "", address: str = "") -> int:
        """Share a point on the map, with the name and address the app knows for it."""
        named = {name: value for name, value in (("Label", label), ("Address", address)) if value}
        return await self._send({"MessageType": "location", "Latitude": str(lat), "Longitude": str(lon), **named})

    async def sends_photo(self, data: bytes = b"\xff\xd8\xff\xe0" + b"0" * 64, caption: str = "") -> int:
        """Send one photo."""
        return await self.sends_files((data, "image/jpeg"), caption=caption)

    async def sends_files(self, *files: tuple[bytes, str], caption: str = "", message_type: str = "image") -> int:
        """Send files given as (bytes, content type)."""
        number = self.exchange.next_number()
        fields = {"Body": caption, "MessageType": message_type, "NumMedia": str(len(files))}
        for place, (data, mime) in enumerate(files):
            fields[f"MediaContentType{place}"] = mime
            fields[f"MediaUrl{place}"] = self.exchange.keep_file(payloads.sid("MM", number), data, mime)
        return await self._send(fields, number=number, kind="MM")

    async def taps(self, label: str) -> int:
        """Press the button, or pick the list item, of that label on the newest message that has it."""
        for message in reversed(self.heard):
            for choice in message.choices:
                if choice.label == label:
                    return await self._chooses(message, choice)
        raise AssertionError(f"{self.name} sees no button {label!r}")

    async def hears(self, words: str = "") -> Sent:
        """Wait for the next message that contains ``words``; earlier ones count as read."""
        try:
            async with asyncio.timeout(PATIENCE), self.exchange.arrived:
                while True:
                    for place, message in enumerate(self.heard[self.read :], start=self.read + 1):
                        if words in message.text:
                            self.read = place
                            return message
                    await self.exchange.arrived.wait()
        except TimeoutError:
            unread = [message.text for message in self.heard[self.read :]]
            raise AssertionError(f"{self.name} waited for {words!r}, but {unread} was said") from None

    @property
    def heard(self) -> list[Sent]:
        """Every message this person got, the newest last."""
        return [message for message in self.exchange.messages if message.to in (self.address, self.scoped)]

    async def _chooses(self, message: Sent, choice: Choice) -> int:
        chosen = {"ListId": choice.value, "ListTitle": choice.label}
        if not message.as_list:
            chosen = {"ButtonPayload": choice.value, "ButtonText": choice.label}
        return await self._send(
            {
                "Body": choice.label,
                "MessageType": "interactive",
                "OriginalRepliedMessageSid": message.sid,
                **chosen,
            }
        )

    async def _send(self, fields: dict[str, str], *, number: int | None = None, kind: str = "SM") -> int:
        known = {"From": self.address, "ProfileName": self.name, "To": self.exchange.sender}
        known["AccountSid"] = self.exchange.account_sid
        if self.address.startswith("whatsapp:+"):
            known["WaId"] = self.address.removeprefix("whatsapp:+")
        if self.scoped:
            known["ExternalUserId"] = self.scoped
        form = payloads.message(number or self.exchange.next_number(), kind=kind, **{**known, **fields})
        return await self.exchange.deliver(form)
