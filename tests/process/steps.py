"""The steps of a message through the program, at each of which a process can be told to die.

Nothing in the program knows of this: the process wraps, in its own memory, what the program calls.
"""

from __future__ import annotations

import itertools
import os
import signal
import threading
from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

from bot.app import App
from storage import citizens, claims, complaints, inbox, outbox

# Functions of the program that are a step, by the names under which they are reported.
FUNCTIONS: dict[str, tuple[Any, str]] = {
    "inbox": (inbox, "add"),
    "citizen": (citizens, "load"),
    "complaint": (complaints, "add"),
    "event": (complaints, "add_event"),
    "conversation": (citizens, "save"),
    "outbox": (outbox, "enqueue"),
    "claim": (claims, "claim"),
    "mark": (claims, "mark"),
    "taking back": (claims, "recover_expired"),
}
RECEIVED, CLAIMED, MARKED, TAKEN_BACK = "message", "claim", "mark", "taking back"
TRANSACTIONS = {"inbox": RECEIVED, "claim": CLAIMED, "mark": MARKED, "taking back": TAKEN_BACK}

DELIVERED = "the provider has it, the program does not know"  # told from the provider's side, not from ours
RECEIVING = (
    *(f"{when} {what}" for what in ("inbox", "citizen", "complaint", "event") for when in ("before", "after")),
    *(f"{when} {what}" for what in ("conversation", "outbox", "commit of a message") for when in ("before", "after")),
)
ANSWERING = ("webhook called", "before the webhook's answer", "after the webhook's answer")
SENDING = (
    *(f"{when} {what}" for what in ("claim", "commit of a claim") for when in ("before", "after")),
    "before the request to the provider",
    DELIVERED,
    "before the provider's answer is used",
    *(f"{when} {what}" for what in ("mark", "commit of a mark") for when in ("before", "after")),
)
STARTING = (
    "built",
    "listening",
    *(f"{when} {what}" for what in ("taking back", "commit of a taking back") for when in ("before", "after")),
)
STOPPING = (
    "before the intake's end",
    "after the intake's end",
    "before the sender's end",
    "after the sender's end",
    "before the connections' end",
)
STEPS = (*RECEIVING, *ANSWERING, *SENDING, *STARTING, *STOPPING)


class Trap:
    """Kills this process when it comes to a step for the n-th time."""

    def __init__(self, step: str, nth: int) -> None:
        self._step, self._nth = step, nth
        self._times = itertools.count(1)

    def passes(self, step: str) -> None:
        """The process is at this step."""
        if step and step == self._step and next(self._times) == self._nth:
            os.kill(os.getpid(), signal.SIGKILL)


class Transactions:
    """Names transactions by what was done in them, and passes before and after each commit."""

    def __init__(self, trap: Trap) -> None:
        self._trap = trap
        self._done = threading.local()
        event.listen(Engine, "begin", self._begun)
        event.listen(Engine, "commit", self._committing)
        event.listen(Session, "after_commit", self._committed)

    def did(self, what: str) -> None:
        """This happened in the transaction of this thread."""
        self._kinds().add(what)

    def _kinds(self) -> set[str]:
        if not hasattr(self._done, "kinds"):
            self._done.kinds = set()
        kinds: set[str] = self._done.kinds
        return kinds

    def _begun(self, _connection: Connection) -> None:
        self._kinds().clear()

    def _committing(self, _connection: Connection) -> None:
        for kind in sorted(self._kinds()):
            self._trap.passes(f"before commit of a {kind}")

    def _committed(self, _session: Session) -> None:
        for kind in sorted(self._kinds()):
            self._trap.passes(f"after commit of a {kind}")


def arm(app: App, step: str, nth: int) -> None:
    """Let this process die at the ``nth`` time it comes to ``step``."""
    trap = Trap(step, nth)
    transactions = Transactions(trap)
    for what, (module, name) in FUNCTIONS.items():
        _wrap(module, name, what, trap, transactions)
    _wrap_waiting(app.intake, "submit", trap, before="webhook called", after="before the webhook's answer")
    request, answer = "before the request to the provider", "before the provider's answer is used"
    _wrap_waiting(app.telegram, "send", trap, before=request, after=answer)
    _wrap_waiting(app.sender, "start", trap, before="listening")
    _wrap_waiting(app.intake, "stop", trap, before="before the intake's end", after="after the intake's end")
    _wrap_waiting(app.sender, "stop", trap, before="before the sender's end", after="after the sender's end")
    _wrap_waiting(app.transport, "stop", trap, before="before the connections' end")
    app.web = Answered(app.web, trap)  # type: ignore[assignment]
    if step in STOPPING:
        _wrap_waiting(app.telegram, "send", Stop(request), before=request)
    trap.passes("built")


class Stop(Trap):
    """Asks this process to end, in place of killing it, so that it is at its end that it is killed."""

    def __init__(self, step: str) -> None:
        super().__init__(step, 1)

    def passes(self, step: str) -> None:
        """The process is at this step."""
        if next(self._times) == self._nth:
            os.kill(os.getpid(), signal.SIGTERM)


class Answered:
    """The web application, and when it has answered."""

    def __init__(self, app: Any, trap: Trap) -> None:
        self._app, self._trap = app, trap

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await self._app(scope, receive, send)
        self._trap.passes("after the webhook's answer")


def _wrap(module: Any, name: str, what: str, trap: Trap, transactions: Transactions) -> None:
    original: Callable[..., Any] = getattr(module, name)

    def stepping(*args: Any, **kwargs: Any) -> Any:
        if what == "mark" and not args[1]:
            return original(*args, **kwargs)  # nothing has been sent
        trap.passes(f"before {what}")
        result = original(*args, **kwargs)
        if what == "claim" and not result:
            return result
        if what in TRANSACTIONS:
            transactions.did(TRANSACTIONS[what])
        trap.passes(f"after {what}")
        return result

    setattr(module, name, stepping)


def _wrap_waiting(owner: Any, name: str, trap: Trap, *, before: str = "", after: str = "") -> None:
    original: Callable[..., Any] = getattr(owner, name)

    async def stepping(*args: Any, **kwargs: Any) -> Any:
        trap.passes(before)
        result = await original(*args, **kwargs)
        trap.passes(after)
        return result

    setattr(owner, name, stepping)
