"""What every part of the program works with that handles messages or does what is due, and the way to the outbox."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sqlmodel import Session

from bot.channels.base import Channel
from handlers.city import City
from handlers.office import Office
from handlers.texts import Texts
from handlers.turn import Posting
from storage import outbox, topics
from storage.database import Database
from storage.models import PRIORITIES
from storage.outbox import Letter


@dataclass(frozen=True, slots=True)
class Mail:
    """Puts messages to people into the outbox. ``lanes`` names the sender identity of each channel."""

    channels: Mapping[str, Channel]

    def enqueue(self, session: Session, postings: Sequence[Posting], *, now: dt.datetime) -> set[str]:
        """Write the postings down; returns the lanes to wake once this is committed."""
        postings = _in_topics(session, postings)
        letters = [self._letter(posting, now) for posting in postings]
        if not letters:
            return set()
        ids = outbox.enqueue(session, letters, now=now)
        late = [
            replace(letter, key=posting.otherwise, replaces=False)
            for posting, letter, row in zip(postings, letters, ids, strict=True)
            if row is None and posting.otherwise
        ]
        if late:
            outbox.enqueue(session, late, now=now)
        return {letter.lane for letter in letters}

    def _letter(self, posting: Posting, now: dt.datetime) -> Letter:
        to = posting.to
        channel = self.channels.get(to.channel)
        return Letter(
            key=posting.key,
            lane=channel.lane() if channel else f"{to.channel}:off",
            channel=to.channel,
            address=to.address,
            citizen_id=to.citizen_id,
            complaint_id=posting.complaint_id,
            priority=PRIORITIES[posting.priority],
            body=(replace(posting.outgoing, thread=to.thread) if to.thread else posting.outgoing).to_json(),
            due_at=now + posting.delay,
            expires_at=now + posting.lasts if posting.lasts is not None else None,
            replaces=posting.replaces,
            topic_id=posting.topic_id,
        )


def _in_topics(session: Session, postings: Sequence[Posting]) -> Sequence[Posting]:
    """What is told a group about a complaint that has a topic there goes into that topic."""
    told = {each.complaint_id for each in postings if each.complaint_id and each.to.citizen_id is None}
    places = topics.places(session, told) if told else {}
    if not places:
        return postings
    return [_in_topic(posting, places) for posting in postings]


def _in_topic(posting: Posting, places: Mapping[tuple[str, str, int], int]) -> Posting:
    to = posting.to
    if to.citizen_id is not None or posting.topic_id is not None or not posting.complaint_id:
        return posting
    return replace(posting, topic_id=places.get((to.channel, to.address, posting.complaint_id)))


@dataclass(frozen=True, slots=True)
class Desk:
    """``city`` gives the newest snapshot; ``wake`` is told the lanes on which there is something to send."""

    database: Database
    mail: Mail
    city: Callable[[], City]
    texts: Texts
    clock: Callable[[], dt.datetime]
    wake: Callable[[Iterable[str]], None]

    @contextmanager
    def office(self) -> Iterator[Office]:
        """A transaction to work in: what was posted in it goes to the outbox, and the senders are woken."""
        now = self.clock()
        with self.database.write() as session:
            office = Office(session, self.city(), self.texts, now)
            yield office
            lanes = self.mail.enqueue(session, office.postings, now=now)
        self.wake(lanes)
