"""The web chat's tokens: random, signed by us, and turned into an address that gives the token away to nobody."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from typing import Any

import orjson

RANDOM_BYTES = 16  # 128 bits
MAC_BYTES = 16


class Tokens:
    """Issues and recognises tokens; seals what the page has to keep for us between two requests."""

    def __init__(self, secret_key: str) -> None:
        self._token_key = hmac.digest(secret_key.encode(), b"udajang chat token", hashlib.sha256)
        self._seal_key = hmac.digest(secret_key.encode(), b"udajang chat seal", hashlib.sha256)

    def issue(self) -> str:
        """A new token."""
        random = _text(secrets.token_bytes(RANDOM_BYTES))
        return f"{random}.{self._mac(self._token_key, random)}"

    def address(self, token: str) -> str | None:
        """The web chat address of the token's bearer; None if we did not issue it.

        The address stands in the database, in logs and with staff, so it must not open the conversation.
        """
        random, dot, mac = token.partition(".")
        if not dot or not hmac.compare_digest(mac.encode(), self._mac(self._token_key, random).encode()):
            return None
        return hashlib.sha256(token.encode()).hexdigest()[:32]

    def seal(self, address: str, value: Mapping[str, Any]) -> str:
        """``value`` as text that only the same address can hand back, and only unchanged."""
        body = _text(orjson.dumps(value))
        return f"{body}.{self._mac(self._seal_key, address + body)}"

    def unseal(self, address: str, sealed: str) -> dict[str, Any] | None:
        """What was sealed for this address; None if it was not."""
        body, _, mac = sealed.partition(".")
        if not hmac.compare_digest(mac.encode(), self._mac(self._seal_key, address + body).encode()):
            return None
        try:
            opened: dict[str, Any] = orjson.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        except (binascii.Error, orjson.JSONDecodeError):
            return None
        return opened

    @staticmethod
    def _mac(key: bytes, text: str) -> str:
        return _text(hmac.digest(key, text.encode(), hashlib.sha256)[:MAC_BYTES])


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
