"""The short notice at first contact: who we are, what we keep, why, how long, and that the messengers are abroad.

UU 27/2022 (PDP) art. 5 (to be told) and 56 (transfer abroad); the version told is recorded with its time.
"""

from __future__ import annotations

from handlers.messages import Outgoing
from handlers.turn import Turn

VERSION = "2026-11"  # changes with the wording; whoever was told an older one is told again


def tell_once(turn: Turn) -> None:
    """Tell someone we have not told this version yet."""
    if turn.person.privacy_version == VERSION or turn.inbound.group:
        return
    turn.tell(Outgoing(turn.text("privacy-notice", city=turn.city.rules.name)), "privacy")
    turn.person.privacy_version, turn.person.told_at, turn.person.changed = VERSION, turn.now, True


def show(turn: Turn, argument: str) -> None:
    """/privasi: the notice again."""
    turn.say("privacy-notice", city=turn.city.rules.name)
