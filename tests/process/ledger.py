"""The reckoning: what citizens did, what the database says and what the provider took have to agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from sqlmodel import col, select

from bot.channels import telegram_render
from bot.channels.rendering import fit
from bot.channels.telegram import Account
from handlers.messages import Outgoing
from storage.database import Database
from storage.models import Address, Complaint, ComplaintEvent, Inbox, Outbox, OutboxState
from tests.process.citizens import Citizen
from tests.process.provider import Accepted, Provider

CAPABILITIES = Account(token="1:x").capabilities


@dataclass(frozen=True, slots=True)
class Run:
    """One message of ours, and each time the provider took it."""

    row: Outbox
    taken: tuple[Accepted, ...]

    @property
    def repeats(self) -> tuple[Accepted, ...]:
        """Those before the one that was written down: the program died without knowing of them."""
        return self.taken[:-1]


class Ledger:
    """The books of one test, read when everything is over."""

    def __init__(self, database: Database, provider: Provider, citizens: Sequence[Citizen]) -> None:
        self._provider, self._citizens = provider, citizens
        with database.read() as session:
            self.complaints = list(session.exec(select(Complaint).order_by(col(Complaint.id))))
            self.events = list(session.exec(select(ComplaintEvent)))
            self.inbox = list(session.exec(select(Inbox)))
            self.outbox = list(session.exec(select(Outbox).order_by(col(Outbox.id))))
            self._chats = {address.citizen_id: int(address.value) for address in session.exec(select(Address))}

    def no_complaint_is_lost_or_doubled(self) -> None:
        """Everybody has filed what they confirmed, in that order, and nothing else."""
        filed: dict[int, list[str]] = defaultdict(list)
        for complaint in self.complaints:
            filed[self._chats[complaint.citizen_id]].append(complaint.text)
        assert {citizen.id: citizen.confirmed for citizen in self._citizens} == filed
        assert Counter(event.kind for event in self.events) == {"filed": len(self.complaints)}
        assert len({event.complaint_id for event in self.events}) == len(self.complaints)

    def each_has_its_own_number_and_was_told(self) -> None:
        """Numbers are unique, and each citizen heard those of their own complaints, in order."""
        numbers: dict[int, list[str]] = defaultdict(list)
        for complaint in self.complaints:
            numbers[self._chats[complaint.citizen_id]].append(complaint.number or "")
        assert len({number for those in numbers.values() for number in those} - {""}) == len(self.complaints)
        for citizen in self._citizens:
            assert len(citizen.told) == len(numbers[citizen.id])
            for words, number in zip(citizen.told, numbers[citizen.id], strict=True):
                assert number in words

    def no_message_is_skipped(self) -> None:
        """Every update is in the inbox, none of them failed, and each has its answer."""
        assert Counter(self._provider.updates) == Counter(int(row.external_id) for row in self.inbox)
        assert [row.error for row in self.inbox if row.error] == []
        answered = {row.key.split(":")[2] for row in self.outbox if row.key.startswith("reply:telegram:")}
        assert answered == {row.external_id for row in self.inbox}

    def everything_is_sent(self) -> None:
        """Nothing is left in the outbox, and the provider took nothing that is not in it."""
        assert {row.state for row in self.outbox} == {OutboxState.SENT}
        assert [row.id for row in self.outbox if row.claimed_by or not row.provider_id] == []
        assert {_shown(row) for row in self.outbox} == {_taken(each) for each in self._provider.accepted}

    def runs(self) -> list[Run]:
        """Each message with the times it was taken, having checked that a chat got its messages in order."""
        taken: dict[int, list[Accepted]] = defaultdict(list)
        # By life first: the last requests of one that was killed may be read after the first of the next.
        for each in sorted(self._provider.accepted, key=lambda each: each.life):
            taken[each.chat].append(each)
        found = []
        for chat, rows in self._by_chat():
            before = iter(taken[chat])
            found += [Run(row, tuple(_until_written_down(row, before))) for row in rows]
            assert list(before) == [], "something was sent again after it was known to be sent"
        return found

    def _by_chat(self) -> Iterator[tuple[int, list[Outbox]]]:
        rows: dict[int, list[Outbox]] = defaultdict(list)
        for row in self.outbox:
            rows[int(row.address)].append(row)
        yield from rows.items()

    def extra_sends(self) -> int:
        """How often messages were taken more than once, having checked that no attempt took one twice."""
        sends = Counter(_taken(each) for each in self._provider.accepted)
        attempts: Counter[Any] = Counter()
        for row in self.outbox:
            attempts[_shown(row)] += row.attempts
        assert {shown: count for shown, count in sends.items() if count > attempts[shown]} == {}
        return sum(sends.values()) - len(self.outbox)


def _until_written_down(row: Outbox, taken: Iterator[Accepted]) -> Iterator[Accepted]:
    for each in taken:
        assert _taken(each) == _shown(row), (
            "a message overtook another, or was sent again after it was known to be sent"
        )
        yield each
        if str(each.message_id) == row.provider_id:
            return
    raise AssertionError(f"the provider never took message {row.id}")


def _shown(row: Outbox) -> bytes:
    (part,) = fit(Outgoing.from_json(row.body), CAPABILITIES)
    asked = telegram_render.render(part, row.address, max_label=CAPABILITIES.max_label).payload
    return _identity(int(row.address), asked)


def _taken(each: Accepted) -> bytes:
    return _identity(each.chat, each.asked)


def _identity(chat: int, asked: Any) -> bytes:
    return orjson.dumps([chat, asked["text"], asked.get("reply_markup")], option=orjson.OPT_SORT_KEYS)
