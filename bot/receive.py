"""One Inbound, one transaction: dedupe, lock, route, step, facts, outbox; then commit, and only then acknowledge.

What is waiting is taken together (group commit), so that the price of a durable commit is paid once for many messages.
If anything goes wrong in such a batch, nothing of it has happened and each message is tried again alone; one that fails
even alone is kept in the inbox with its payload and the reason, and the person gets an apology.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import queue
import threading
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

import structlog
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlmodel import Session

from bot.desk import Desk
from handlers import capabilities, router
from handlers.city import Rules
from handlers.dialogue import resting
from handlers.dialogue.engine import Conversation
from handlers.messages import Inbound, Outgoing
from handlers.turn import Person, Posting, Recipient, StaffMember, Turn
from storage import citizens, inbox, outbox
from storage.citizens import Known, Writer
from storage.models import Priority

log = structlog.get_logger(__name__)

BATCH = 64  # messages in one commit; beyond it a single slow one would keep too many waiting
WAITING = 10_000  # messages accepted but not committed; beyond it providers are asked to come again


class Verdict(StrEnum):
    """What became of a message. All three are acknowledged: a repeat was handled before, a failure is kept."""

    HANDLED = "handled"
    REPEAT = "repeat"
    FAILED = "failed"


class Busy(Exception):
    """Not now: the queue is full, the database is away or we are stopping. The provider should deliver again."""


class Receiver:
    """Turns messages into committed facts and queued replies. Synchronous: it runs in the intake's threads."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def receive(self, inbounds: Sequence[Inbound]) -> list[Verdict]:
        """Handle messages in order, in as few transactions as may be. Raises Busy when the database is away."""
        try:
            verdicts, lanes = self._together(inbounds)
        except Exception as error:
            if len(inbounds) > 1:
                return [self.receive([inbound])[0] for inbound in inbounds]
            if isinstance(error, OperationalError | InterfaceError):
                raise Busy from error
            log.exception("message could not be handled", channel=inbounds[0].channel, id=inbounds[0].external_id)
            verdicts, lanes = self._set_aside(inbounds[0], error)
        self._desk.wake(lanes)
        return verdicts

    def _together(self, inbounds: Sequence[Inbound]) -> tuple[list[Verdict], set[str]]:
        now, city = self._desk.clock(), self._desk.city()
        with self._desk.database.write() as session:
            fresh = inbox.add(session, [(inbound.channel, inbound.external_id) for inbound in inbounds], now=now)
            verdicts = _verdicts(inbounds, fresh)
            taken = [one for one, verdict in zip(inbounds, verdicts, strict=True) if verdict is Verdict.HANDLED]
            people = self._people(session, taken, now) if taken else {}
            postings: list[Posting] = []
            for inbound in taken:
                turn = Turn(
                    inbound,
                    people[_writer(inbound)],
                    city,
                    self._desk.texts,
                    now,
                    session,
                    capabilities.FLOWS,
                    postings,
                    capabilities.LOOKUPS,
                )
                router.respond(turn)
            _save(session, people.values(), city.rules, now)
            lanes = self._desk.mail.enqueue(session, postings, now=now)
            lanes |= self._release(session, taken, people)
        return verdicts, lanes

    def _people(self, session: Session, inbounds: Sequence[Inbound], now: dt.datetime) -> dict[Writer, Person]:
        writers = list({_writer(inbound): None for inbound in inbounds})
        persons: dict[int, Person] = {}
        found: dict[Writer, Person] = {}
        for writer, known in citizens.load(session, writers, now=now).items():
            found[writer] = persons.setdefault(known.citizen_id, _person(known))
        return found

    def _release(self, session: Session, inbounds: Sequence[Inbound], people: Mapping[Writer, Person]) -> set[str]:
        """What had to be held back until the person writes again may go now."""
        lanes: set[str] = set()
        for inbound in inbounds:
            channel = self._desk.mail.channels.get(inbound.channel)
            if channel is not None and channel.capabilities.window is not None:
                citizen_id = people[_writer(inbound)].citizen_id
                lanes |= outbox.release_withheld(session, citizen_id, channel=inbound.channel)
        return lanes

    def _set_aside(self, inbound: Inbound, error: Exception) -> tuple[list[Verdict], set[str]]:
        now, key = self._desk.clock(), (inbound.channel, inbound.external_id)
        with self._desk.database.write() as session:
            if not inbox.add(session, [key], now=now):
                return [Verdict.REPEAT], set()
            inbox.mark_failed(session, key, error=f"{type(error).__name__}: {error}"[:500], payload=inbound.to_json())
            if inbound.group:
                return [Verdict.FAILED], set()
            language = self._people(session, [inbound], now)[_writer(inbound)].language
            sorry = Outgoing(self._desk.texts.say(language, "failed"))
            to = Recipient(inbound.channel, inbound.address, None)
            posting = Posting(to, sorry, f"reply:{inbound.channel}:{inbound.external_id}:sorry", Priority.REPLY)
            lanes = self._desk.mail.enqueue(session, [posting], now=now)
        return [Verdict.FAILED], lanes


def _verdicts(inbounds: Sequence[Inbound], fresh: set[inbox.Key]) -> list[Verdict]:
    """HANDLED for the first of each message that has not come before, REPEAT for all others."""
    verdicts = []
    for inbound in inbounds:
        key = (inbound.channel, inbound.external_id)
        verdicts.append(Verdict.HANDLED if key in fresh else Verdict.REPEAT)
        fresh.discard(key)
    return verdicts


def _writer(inbound: Inbound) -> Writer:
    return Writer(inbound.channel, inbound.aliases or (inbound.sender,), inbound.name)


def _person(known: Known) -> Person:
    conversation = Conversation(known.version, known.flow, known.asked, known.state, known.updated_at)
    staff = None
    if known.staff_id is not None:
        staff = StaffMember(known.staff_id, known.staff_name, known.role, known.agency_id)
    return Person(
        known.citizen_id, known.language, known.privacy_version, conversation, known.stopped_at is not None, staff
    )


def _save(session: Session, people: Iterable[Person], rules: Rules, now: dt.datetime) -> None:
    by_id = sorted({person.citizen_id: person for person in people}.items())
    rows = [conversation_row(who, each.conversation, rules, now) for who, each in by_id if each.conversation.changed]
    citizens.save(session, rows)
    citizens.settle(
        session,
        [
            {"who": who, "speaks": each.language, "told": each.privacy_version, "told_at": each.told_at}
            for who, each in by_id
            if each.changed
        ],
    )


def conversation_row(citizen_id: int, conversation: Conversation, rules: Rules, now: dt.datetime) -> dict[str, Any]:
    """The conversation as ``citizens.save`` wants it."""
    return {
        "who": citizen_id,
        "version": conversation.version,
        "flow": conversation.flow,
        "asked": conversation.asked,
        "state": conversation.state,
        "updated_at": conversation.updated_at or now,
        "due_at": resting.due_at(conversation, rules),
    }


Waiting = tuple[Inbound, Callable[[Verdict | Exception], None]]


class Intake:
    """Threads that take what is waiting and commit it together.

    One citizen's messages are always taken by the same thread, so they stay in order. SQLite has one writer, so one
    thread; on PostgreSQL several.
    """

    def __init__(self, receiver: Receiver, *, threads: int = 1) -> None:
        self._receiver = receiver
        self._queues: list[queue.SimpleQueue[Waiting | None]] = [queue.SimpleQueue() for _ in range(threads)]
        self._threads: list[threading.Thread] = []
        self._stopping = False

    def start(self) -> None:
        """Begin to take messages."""
        self._stopping = False
        self._threads = [
            threading.Thread(target=self._run, args=(waiting,), name=f"intake-{number}", daemon=True)
            for number, waiting in enumerate(self._queues)
        ]
        for thread in self._threads:
            thread.start()

    async def stop(self, grace: float = 10.0) -> None:
        """Take no more; wait up to ``grace`` seconds for what was accepted."""
        self._stopping = True
        for waiting in self._queues:
            waiting.put(None)
        for thread in self._threads:
            await asyncio.to_thread(thread.join, grace)

    async def submit(self, inbound: Inbound) -> Verdict:
        """Hand a message in; returns when it is committed. Raises Busy when it should be delivered again."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[Verdict] = loop.create_future()

        def tell(result: Verdict | Exception) -> None:
            loop.call_soon_threadsafe(_settle, done, result)

        self.put(inbound, tell)
        return await done

    def put(self, inbound: Inbound, tell: Callable[[Verdict | Exception], None]) -> None:
        """Hand a message in from any thread; ``tell`` is called from the intake's thread with what became of it."""
        lane = self._queues[zlib.crc32(inbound.sender.encode()) % len(self._queues)]
        if self._stopping or lane.qsize() >= WAITING:
            raise Busy
        lane.put((inbound, tell))

    def _run(self, waiting: queue.SimpleQueue[Waiting | None]) -> None:
        ended = False
        while not ended:
            batch, ended = _take(waiting)
            if batch:
                self._handle(batch)

    def _handle(self, batch: Sequence[Waiting]) -> None:
        results: Sequence[Verdict | Exception]
        try:
            results = self._receiver.receive([inbound for inbound, _ in batch])
        except Exception as error:  # noqa: BLE001 - whatever it is, the thread lives on and the provider comes again
            log.warning("messages not taken, to be delivered again", count=len(batch), error=type(error).__name__)
            results = [Busy()] * len(batch)
        for (_, tell), result in zip(batch, results, strict=True):
            tell(result)


def _take(waiting: queue.SimpleQueue[Waiting | None]) -> tuple[list[Waiting], bool]:
    """Wait for a message, then take what else is there."""
    batch: list[Waiting] = []
    item = waiting.get()
    while item is not None:
        batch.append(item)
        if len(batch) >= BATCH or waiting.empty():
            return batch, False
        item = waiting.get()
    return batch, True


def _settle(done: asyncio.Future[Verdict], result: Verdict | Exception) -> None:
    if done.done():
        return
    if isinstance(result, Exception):
        done.set_exception(result)
    else:
        done.set_result(result)
