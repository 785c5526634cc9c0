"""Citizens who file one complaint after the other, each answering what they hear and hearing it once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.emulators.bot_api_people import Person
from tests.process.provider import Provider

Json = dict[str, Any]
FIRST_CITIZEN = 70_001


class Citizen:
    """A person with a phone. ``confirmed`` are the complaints they have sent off, in order."""

    def __init__(self, provider: Provider, number: int) -> None:
        self.id = FIRST_CITIZEN + number
        self.confirmed: list[str] = []
        self.told: list[str] = []  # what they were told about each
        self.busy = False
        self._person: Person = provider.person(self.id, f"Warga {number}")
        self._last: Json = {}
        self._writing = ""
        self._more = True
        provider.listeners[self.id] = self._hears

    def begins(self) -> None:
        """Write the first words of a complaint."""
        self.busy = True
        self._writing = f"Lampu jalan mati di Pasar Usang, tiang {self.id} nomor {len(self.confirmed) + 1}"
        self._person.says(self._writing)

    def has_enough(self) -> None:
        """Begin nothing new."""
        self._more = False

    def _hears(self, message: Json) -> None:
        heard: Json = {name: message[name] for name in ("text", "reply_markup") if name in message}
        if heard == self._last:
            return  # they say it again; it has been answered
        self._last = heard
        for words, act in self._habits().items():
            if words in message["text"]:
                act(message)
                return

    def _habits(self) -> dict[str, Callable[[Json], None]]:
        return {
            "tentang apa": self._taps_first,
            "Di mana tempatnya": lambda _: self._says("Pasar Usang"),
            "hal yang sama": lambda _: self._taps("Tidak, ini lain"),
            "Ada foto": lambda _: self._taps("Tanpa foto"),
            "boleh melihat": self._taps_first,
            "Periksa dulu": lambda _: self._confirms(),
            "Terkirim": self._is_told,
        }

    def _says(self, text: str) -> None:
        self._person.says(text)

    def _taps(self, label: str) -> None:
        self._person.taps(label)

    def _taps_first(self, message: Json) -> None:
        self._taps(message["reply_markup"]["inline_keyboard"][0][0]["text"])

    def _confirms(self) -> None:
        self.confirmed.append(self._writing)
        self._taps("✅ Kirim")

    def _is_told(self, message: Json) -> None:
        self.told.append(message["text"])
        self.busy = False
        if self._more:
            self.begins()
