"""``udajang chat``: talk to the bot in the terminal. What others say meanwhile appears above the line being typed.

Without a terminal (a pipe) each line is answered in turn, and at the end of the input the program ends.
"""

from __future__ import annotations

import asyncio
import secrets
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TextIO

from bot.channels import console
from bot.printing import FaultError
from bot.receive import Busy, Receiver
from bot.seating import Seat
from handlers.messages import Inbound, Outgoing
from storage import mailbox
from storage.database import Database

try:
    from readline import get_line_buffer
except ImportError:  # not there on every system

    def get_line_buffer() -> str:
        """What has been typed is not known, so it is not drawn again."""
        return ""


PROMPT = "> "
CLEAR_LINE = "\r\x1b[K"
HINT = "Ctrl-D ends; @-0.46,100.40 sends a pin, !photo.jpg a photo."
LOOK_EVERY = 0.3  # seconds between looks for what others said: quick enough to feel like a chat
LONGEST_WAIT = timedelta(seconds=5)  # a reply due later than this is not waited for


@dataclass(frozen=True, slots=True)
class Desk:
    """What a conversation at the terminal needs: who takes what is typed, and where the answers are written down."""

    receiver: Receiver
    database: Database
    clock: Callable[[], datetime]
    seat: Seat


class Screen:
    """Writes what is said; on a terminal above the line that is being typed, which stays as it was."""

    def __init__(self, target: TextIO, *, typing: bool) -> None:
        self.typing = typing
        self._target = target
        self._channel = console.Console()

    def show(self, outgoing: Outgoing, address: str) -> None:
        """Write one message and an empty line."""
        text = str(self._channel.render(outgoing, address, outbox_id=0).payload["text"])
        if self.typing:
            self._target.write(f"{CLEAR_LINE}{text}\n\n{PROMPT}{get_line_buffer()}")
        else:
            self._target.write(f"{text}\n\n")
        self._target.flush()


async def talk(desk: Desk, *, source: TextIO | None = None, target: TextIO | None = None) -> None:
    """Carry the conversation (on standard input and output) until the input ends.

    Raises FaultError when the database is away.
    """
    source, target = source or sys.stdin, target or sys.stdout
    screen = Screen(target, typing=source.isatty())
    lines = _lines(source, typing=screen.typing)
    listening = asyncio.create_task(_listen(desk, screen)) if screen.typing else None
    session, number = secrets.token_hex(8), 0
    if listening is None:
        await _hear_out(desk, screen)
    while (line := await lines.get()) is not None:
        number += 1
        if line.strip():
            inbound = console.parse(line, name=desk.seat.address, number=number, session=session)
            await _hand_in(desk.receiver, inbound)
        if listening is None:
            await _hear_out(desk, screen)
    if listening is not None:
        listening.cancel()
        with suppress(asyncio.CancelledError):
            await listening
        target.write("\n")


async def _hand_in(receiver: Receiver, inbound: Inbound) -> None:
    try:
        await asyncio.to_thread(receiver.receive, [inbound])
    except Busy:
        raise FaultError("the database is away, so nothing was taken; see: udajang check") from None


async def _listen(desk: Desk, screen: Screen) -> None:
    while True:
        await asyncio.to_thread(_deliver, desk, screen)
        await asyncio.sleep(LOOK_EVERY)


async def _hear_out(desk: Desk, screen: Screen) -> None:
    """Show what is due and what will be shortly."""
    while True:
        due = await asyncio.to_thread(_deliver, desk, screen)
        now = desk.clock()
        if due is None or due > now + LONGEST_WAIT:
            return
        await asyncio.sleep(max(0.0, (due - now).total_seconds()))


def _deliver(desk: Desk, screen: Screen) -> datetime | None:
    """Show what is due; returns when the next message will be."""
    address = desk.seat.address
    with desk.database.read() as session:
        due = mailbox.next_due(session, console.NAME, address)
    if due is None or due > desk.clock():
        return due
    with desk.database.write() as session:
        bodies = mailbox.take(session, console.NAME, address, now=desk.clock())
    for body in bodies:
        screen.show(Outgoing.from_json(body), address)
    with desk.database.read() as session:
        return mailbox.next_due(session, console.NAME, address)


def _lines(source: TextIO, *, typing: bool) -> asyncio.Queue[str | None]:
    """What is typed, line by line, then None. A daemon thread reads: waiting for a line cannot be interrupted."""
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[str | None] = asyncio.Queue()

    def read() -> None:
        with suppress(RuntimeError):  # the loop is gone: the program is ending
            while (line := _read_line(source, typing=typing)) is not None:
                loop.call_soon_threadsafe(lines.put_nowait, line)
            loop.call_soon_threadsafe(lines.put_nowait, None)

    if typing:
        sys.stdout.write(f"{HINT}\n")
    threading.Thread(target=read, name="terminal", daemon=True).start()
    return lines


def _read_line(source: TextIO, *, typing: bool) -> str | None:
    if not typing:
        return source.readline() or None
    try:
        return input(PROMPT)
    except EOFError:
        return None
