"""Whatever two senders do and whenever they die: order within a chat, one at a time, and nothing but replies twice."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import event
from sqlmodel import SQLModel

from storage import claims
from storage.claims import Claimed, Outcome
from storage.database import Database
from storage.models import PRIORITIES, OutboxState, Priority
from tests.fakes import HandClock
from tests.storage.letters import LANE, letter, post, rows

LEASE = timedelta(seconds=60)
SENDERS = ["me", "you"]
BROADCAST = PRIORITIES[Priority.BROADCAST]
OPEN = {OutboxState.QUEUED, OutboxState.RETRY, OutboxState.CLAIMED}


class OutboxMachine(RuleBasedStateMachine):
    """Two senders and a provider, in any order of events. ``tried`` holds what went out, in order."""

    @initialize()
    def build(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.database = Database(f"sqlite:///{Path(self.folder.name) / 'machine.db'}")
        event.listen(self.database.engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous=OFF"))
        SQLModel.metadata.create_all(self.database.engine)
        self.clock = HandClock(datetime(2026, 11, 24, tzinfo=UTC))
        self.held: dict[str, list[Claimed]] = {sender: [] for sender in SENDERS}
        self.tried: list[Claimed] = []

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.database.close()
            self.folder.cleanup()

    @rule(chat=st.sampled_from("ab"), priority=st.sampled_from(Priority), count=st.integers(1, 3))
    def enqueue(self, chat: str, priority: Priority, count: int) -> None:
        post(self.database, [letter(self.clock.now(), chat, priority) for _ in range(count)], self.clock.now())

    @rule(sender=st.sampled_from(SENDERS), limit=st.integers(1, 3))
    def claim(self, sender: str, limit: int) -> None:
        now = self.clock.now()
        before = rows(self.database)
        with self.database.write() as session:
            got = claims.claim(session, LANE, limit=limit, by=sender, now=now, lease=LEASE)
        for row in got:
            waiting = [
                other.id
                for other in before
                if other.address == row.address and other.priority == row.priority and other.state in OPEN
            ]
            assert row.id == min(number or 0 for number in waiting), "the oldest of its chat and priority goes first"
        self.held[sender] += got

    @rule(
        sender=st.sampled_from(SENDERS),
        state=st.sampled_from([OutboxState.SENT, OutboxState.RETRY, OutboxState.FAILED, OutboxState.UNKNOWN]),
        wait=st.integers(0, 90),
    )
    def end(self, sender: str, state: OutboxState, wait: int) -> None:
        if not self.held[sender]:
            return
        row, now = self.held[sender].pop(0), self.clock.now()
        if now >= row.lease_until:
            return  # a sender never sends what is no longer its own
        if state != OutboxState.RETRY:
            self.tried.append(row)
        again = now + timedelta(seconds=wait) if state == OutboxState.RETRY else None
        self._mark([Outcome(row, state, now, due_at=again)], sender)

    @rule(sender=st.sampled_from(SENDERS))
    def give_back(self, sender: str) -> None:
        with self.database.write() as session:
            claims.release(session, self.held[sender], by=sender)
        self.held[sender] = []

    @rule(sender=st.sampled_from(SENDERS))
    def die_in_mid_air(self, sender: str) -> None:
        self.tried += [row for row in self.held[sender] if self.clock.now() < row.lease_until]
        self.held[sender] = []

    @rule(seconds=st.integers(1, 90))
    def time_passes(self, seconds: int) -> None:
        self.clock.forward(seconds=seconds)
        with self.database.write() as session:
            claims.recover_expired(session, self.clock.now())

    @invariant()
    def one_at_a_time_in_each_chat(self) -> None:
        if hasattr(self, "database"):
            chats = [row.address for row in rows(self.database) if row.state == OutboxState.CLAIMED]
            assert len(chats) == len(set(chats))

    @invariant()
    def no_broadcast_goes_out_twice(self) -> None:
        if hasattr(self, "database"):
            broadcasts = [row.id for row in self.tried if row.priority == BROADCAST]
            assert len(broadcasts) == len(set(broadcasts))

    @invariant()
    def a_row_is_held_if_and_only_if_it_is_claimed(self) -> None:
        if hasattr(self, "database"):
            for row in rows(self.database):
                held = row.claimed_by is not None and row.lease_until is not None
                assert held == (row.state == OutboxState.CLAIMED)

    def _mark(self, outcomes: Sequence[Outcome], by: str) -> None:
        with self.database.write() as session:
            claims.mark(session, outcomes, by=by)


TestOutboxMachine: Any = OutboxMachine.TestCase
TestOutboxMachine.settings = settings(max_examples=25, stateful_step_count=25, deadline=None, derandomize=True)
