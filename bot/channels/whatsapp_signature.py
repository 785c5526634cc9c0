"""Whether a webhook is Twilio's own: X-Twilio-Signature over the public URL and every field of the form.

The URL must be the one configured, with the query of the request: behind a proxy the request itself no longer
knows scheme, host and port as Twilio saw them. The pairs must be the raw ones, blank values and spaces included.
"""

from __future__ import annotations

import base64
import hmac
from collections.abc import Sequence

from twilio.request_validator import HMAC_SHA1, RequestValidator, get_signature_algorithm

HEADER = "X-Twilio-Signature"
SETTINGS_HEADER = "X-Twilio-Webhooks-Signature-Settings"

Pairs = Sequence[tuple[str, str]]


def valid(
    header: str | None, *, url: str, pairs: Pairs, tokens: Sequence[str], account_sid: str, settings: str | None = None
) -> bool:
    """Whether the request is Twilio's and about our account.

    ``header`` and ``settings`` are the values of HEADER and SETTINGS_HEADER. ``tokens``: the auth token, and during a
    rotation the second one too.
    """
    return ("AccountSid", account_sid) in pairs and signed(
        header, url=url, pairs=pairs, tokens=tokens, settings=settings
    )


def signed(header: str | None, *, url: str, pairs: Pairs, tokens: Sequence[str], settings: str | None = None) -> bool:
    """Whether ``header`` signs this URL and form with one of the tokens."""
    if not header:
        return False
    algorithm = get_signature_algorithm(settings)
    keys = [token for token in tokens if token]
    if algorithm == HMAC_SHA1 and any(_same(signature(key, url, pairs), header) for key in keys):
        return True
    # Twilio's own validator knows the rarer ways: a port that was added or left out, SHA-256 with a shared key.
    return any(RequestValidator(key).validate(url, _Fields(pairs), header, algorithm) for key in keys)


def signature(token: str, url: str, pairs: Pairs) -> str:
    """What Twilio sends for this URL and form: a field given twice with one value counts once."""
    message = url + "".join([name + value for name, value in sorted(set(pairs))])
    return base64.b64encode(hmac.digest(token.encode(), message.encode(), "sha1")).decode()


def _same(expected: str, given: str) -> bool:
    return hmac.compare_digest(expected.encode(), given.encode())


class _Fields(dict[str, str]):
    """The form as Twilio's validator wants it: a mapping that also knows repeated fields."""

    def __init__(self, pairs: Pairs) -> None:
        super().__init__(pairs)
        self._pairs = pairs

    def getlist(self, name: str) -> list[str]:
        """Every value given for ``name``."""
        return [value for key, value in self._pairs if key == name]
