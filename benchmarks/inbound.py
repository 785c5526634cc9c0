"""(a), (b), (d): the whole way of a message in, from the webhook's bytes to the committed reply in the outbox."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import orjson
from sqlmodel import col, func, select

from benchmarks import prefill, program, rivals, updates
from benchmarks.measuring import Rounds, Spent, measured
from benchmarks.report import Part, Target, median, ratio
from benchmarks.updates import Script
from bot.app import INTAKE_THREADS, App
from bot.channels import telegram_parse
from bot.receive import BATCH, Verdict
from handlers.messages import Inbound
from storage.models import Complaint, Inbox, Outbox

PEOPLE = 768  # in one round; each files a complaint in nine or ten messages
ALONE = 128  # people in a round where every message is committed by itself
FIRST = 10_000_000  # Telegram ids of the first round; those of the next are a million further on
COLUMNS = ("", "messages/s", "per CPU second", "CPU us each", "first row is")
MIX = "each citizen: /start, a story in words of their own, category, place, no photo, visibility, yes, /status, /menu"

Receive = Callable[[App, Sequence[bytes]], Spent]


def inbound(update: bytes) -> Inbound:
    """What the webhook makes of the body of a request."""
    parsed = telegram_parse.parse(orjson.loads(update))
    assert parsed is not None
    return parsed


def in_groups(subject: App, said: Sequence[bytes], size: int = BATCH) -> Spent:
    """Receive in group commits of ``size``, as the intake does when so many are waiting."""
    with measured(len(said)) as spent:
        for place in range(0, len(said), size):
            subject.receiver.receive([inbound(update) for update in said[place : place + size]])
    return spent


def through_intake(subject: App, said: Sequence[bytes], server: int | None = None) -> Spent:
    """Receive by the intake's own threads, as many as in production."""
    told: list[Verdict | Exception] = []
    done = threading.Event()

    def tell(verdict: Verdict | Exception) -> None:
        told.append(verdict)
        if len(told) == len(said):
            done.set()

    subject.intake.start()
    with measured(len(said), server=server) as spent:
        for update in said:
            subject.intake.put(inbound(update), tell)
        done.wait()
    asyncio.run(subject.intake.stop())
    return spent


@contextmanager
def witnessed(subject: App, people: int, messages: int) -> Iterator[None]:
    """Make sure that the work was done: a complaint for each person, an answer to each message, no failure."""
    before = _facts(subject)
    yield
    filed, answers, failed = (after - earlier for after, earlier in zip(_facts(subject), before, strict=True))
    assert (filed, failed) == (people, 0), f"{filed} complaints of {people} people, {failed} failures"
    assert answers >= messages, f"{answers} answers to {messages} messages"


def _facts(subject: App) -> tuple[int, int, int]:
    with subject.database.read() as session:
        newest = [session.exec(select(func.max(column))).one() or 0 for column in (Complaint.id, Outbox.id)]
        failed = session.exec(select(func.count()).where(col(Inbox.error).is_not(None))).one()
    return newest[0], newest[1], failed


class Traffic:
    """People who write to us, other ones each time."""

    def __init__(self, scripts: Sequence[Script]) -> None:
        self._scripts, self._rounds = scripts, 0

    def next(self, people: int) -> list[bytes]:
        """The updates of so many newcomers."""
        self._rounds += 1
        return updates.crowd(self._scripts, people, start=FIRST + self._rounds * 1_000_000)


def received(subject: App, said: Sequence[bytes], people: int, receive: Receive = in_groups) -> Spent:
    """Receive and see that it was done."""
    with witnessed(subject, people, len(said)):
        return receive(subject, said)


def one_by_one(subject: App, said: Sequence[bytes]) -> Spent:
    """Receive with a commit for each message."""
    return in_groups(subject, said, size=1)


def on_sqlite(folder: Path, rounds: int) -> Part:
    """(a)."""
    subject = program.on_sqlite(folder, "a")
    traffic = Traffic(updates.record(subject))
    received(subject, traffic.next(updates.COHORT), updates.COHORT)
    ours, single = Rounds(f"UDAJANG, committed by {BATCH}"), Rounds("UDAJANG, committed one by one")
    ptb, aiogram = Rounds("python-telegram-bot, no database"), Rounds("aiogram, no database")
    for _ in range(rounds):
        said = traffic.next(PEOPLE)
        ours.spent.append(received(subject, said, PEOPLE))
        ptb.spent.append(asyncio.run(rivals.ptb(said)))
        aiogram.spent.append(asyncio.run(rivals.aiogram_(said)))
        single.spent.append(received(subject, traffic.next(ALONE), ALONE, one_by_one))
    subject.database.close()
    return Part(
        "a",
        "A message in: webhook bytes, dedupe, dialogue, durable commit (SQLite, synchronous=FULL), outbox row",
        COLUMNS,
        [_row(one, ours) for one in (ours, single, ptb, aiogram)],
        [MIX, "the others: the same bytes through process_update and feed_raw_update to a handler that does nothing"],
        [
            Target("messages/s, durable", median(ours.per_second), 2_000),
            Target(
                "per CPU second, aiogram's bare dispatch = 1",
                ratio(ours.per_cpu_second, aiogram.per_cpu_second),
                1,
                wish=True,
            ),
        ],
    )


def _row(one: Rounds, ours: Rounds) -> tuple[str | float, ...]:
    times = ratio(ours.per_cpu_second, one.per_cpu_second)
    return (one.name, median(one.per_second), median(one.per_cpu_second), median(one.cpu_us), f"{times:.2f} x")


def on_postgres(folder: Path, rounds: int) -> Part:
    """(b)."""
    server = program.Postgres()
    subject = server.program(folder, "b")
    traffic = Traffic(updates.record(subject))
    received(subject, traffic.next(updates.COHORT), updates.COHORT, through_intake)
    ours, all_in, single = (Rounds(name) for name in ("the program alone", "with the server", "committed one by one"))
    for _ in range(rounds):
        ours.spent.append(received(subject, traffic.next(PEOPLE), PEOPLE, through_intake))
        all_in.spent.append(_with_server(subject, traffic, server.process))
        single.spent.append(received(subject, traffic.next(ALONE), ALONE, one_by_one))
    subject.database.close()
    return Part(
        "b",
        f"The same on PostgreSQL (fsync on), {INTAKE_THREADS} intake threads",
        COLUMNS,
        [_row(one, ours) for one in (ours, all_in, single)],
        ["CPU is the program's; 'with the server' counts PostgreSQL's as well"],
    )


def _with_server(subject: App, traffic: Traffic, process: int | None) -> Spent:
    return received(subject, traffic.next(PEOPLE), PEOPLE, lambda of, said: through_intake(of, said, process))


def when_full(folder: Path, rounds: int) -> Part:
    """(d)."""
    empty = program.on_sqlite(folder, "d-empty")
    full = program.on_sqlite(folder, "d-full", prefill.prefilled(folder))
    subjects = {"empty": empty, "full": full}
    traffic = Traffic(updates.record(empty))
    timed = {name: Rounds(name) for name in subjects}
    for subject in subjects.values():
        received(subject, traffic.next(PEOPLE), PEOPLE)
    for number in range(rounds):
        said = traffic.next(PEOPLE)
        for name in sorted(subjects, reverse=bool(number % 2)):  # neither always comes first
            timed[name].spent.append(received(subjects[name], said, PEOPLE))
    for subject in subjects.values():
        subject.database.close()
    return _compared(timed["empty"], timed["full"])


def _compared(empty: Rounds, full: Rounds) -> Part:
    empty.name, full.name = "an empty database", f"{prefill.INBOX:,} messages in, {prefill.COMPLAINTS:,} complaints"
    slower = [100 * (1 - ratio(one, two)) for one, two in _pairs(empty, full)]
    return Part(
        "d",
        "(a) when the database has filled up",
        COLUMNS,
        [_row(one, empty) for one in (empty, full)],
        ["full: " + prefill.CONTENT],
        [
            Target("slower, messages/s", slower[0], 10, " %", most=True),
            Target("slower, per CPU second", slower[1], 10, " %", most=True),
        ],
    )


def _pairs(empty: Rounds, full: Rounds) -> list[tuple[list[float], list[float]]]:
    return [(full.per_second, empty.per_second), (full.per_cpu_second, empty.per_cpu_second)]
