"""Forum topics of complaints in staff groups: which there are, and what a topic still lacks of what it should be.

A topic is brought into its state by rows of the outbox that say nothing (``Outgoing.tends``): whoever sends one
compares what should be with what the provider shows, so that any number of changes that wait together become one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import cast

from sqlalchemy import Table, bindparam, func, select, update
from sqlmodel import Session, col
from sqlmodel import select as find

from storage import complaints, timers
from storage.models import Complaint, StaffGroup, Topic

_topic = cast(Table, Topic.__table__)  # type: ignore[attr-defined]
_group = cast(Table, StaffGroup.__table__)  # type: ignore[attr-defined]
_complaint = cast(Table, Complaint.__table__)  # type: ignore[attr-defined]

GONE = ""  # the thread of a topic that people have deleted
LOST = "topics-lost"  # the timer by which a group is told that it has no topics any more


class Step(StrEnum):
    """One call that brings a topic nearer to what it should be."""

    OPEN = "open"
    RENAME = "rename"
    CLOSE = "close"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class View:
    """A topic as whoever sends to it sees it; ``number`` is its complaint's. The rest is as in ``Topic``."""

    id: int
    group_id: int
    number: str
    thread: str | None
    title: str
    closed: bool
    shown: str
    shut: bool

    @property
    def lacks(self) -> Step | None:
        """What is to be done next; None when all is as it should be, or the topic is gone for good."""
        if self.thread is None:
            return Step.OPEN
        if self.thread == GONE:
            return None
        if self.shown != self.title:
            return Step.RENAME
        if self.shut != self.closed:
            return Step.CLOSE if self.closed else Step.REOPEN
        return None

    def after(self, step: Step, answer: str) -> View:
        """The topic once the provider has carried out ``step``; ``answer`` is the id of one that was opened."""
        match step:
            case Step.OPEN:
                return replace(self, thread=answer, shown=self.title, shut=False)
            case Step.RENAME:
                return replace(self, shown=self.title)
        return replace(self, shut=step is Step.CLOSE)


_VIEWS = (
    select(
        _topic.c.id,
        _topic.c.group_id,
        _complaint.c.number,
        _topic.c.thread,
        _topic.c.title,
        _topic.c.closed,
        _topic.c.shown,
        _topic.c.shut,
    )
    .join(_complaint, _complaint.c.id == _topic.c.complaint_id)
    .where(_topic.c.id.in_(bindparam("ids", expanding=True)))
)
# Of two openings the first one known counts: messages may have gone there. The other one stays empty.
_SETTLE = (
    update(_topic)
    .where(_topic.c.id == bindparam("which"))
    .values(
        thread=func.coalesce(_topic.c.thread, bindparam("opened", type_=_topic.c.thread.type)),
        shown=bindparam("said"),
        shut=bindparam("is_shut"),
    )
)
_LOSE = update(_topic).where(_topic.c.id == bindparam("which")).values(thread=GONE)
_SWITCH = update(_group).where(_group.c.id == bindparam("which"), _group.c.topics.is_(True)).values(topics=False)
_PLACES = (
    select(_topic.c.id, _group.c.channel, _group.c.value, _topic.c.complaint_id)
    .join(_group, _group.c.id == _topic.c.group_id)
    .where(
        _topic.c.complaint_id.in_(bindparam("complaints", expanding=True)),
        _group.c.topics.is_(True),
        _group.c.ended_at.is_(None),
    )
)


def views(session: Session, ids: Collection[int]) -> dict[int, View]:
    """The topics with these ids."""
    return {row.id: View(*row) for row in session.connection().execute(_VIEWS, {"ids": list(ids)})}


def settle(session: Session, view: View) -> None:
    """Write down how far a topic has come."""
    values = {"which": view.id, "opened": view.thread, "said": view.shown, "is_shut": view.shut}
    session.connection().execute(_SETTLE, values)


def lose(session: Session, topic_id: int) -> None:
    """Somebody has deleted the topic: what belongs in it goes to the group itself from now on."""
    session.connection().execute(_LOSE, {"which": topic_id})


def switch_off(session: Session, group_id: int, *, now: datetime) -> None:
    """No more topics in a group, for the provider will not have it; the group is told so once, by a timer."""
    if session.connection().execute(_SWITCH, {"which": group_id}).rowcount > 0:
        timers.start(session, LOST, group_id, due_at=now)


def places(session: Session, complaint_ids: Collection[int]) -> dict[tuple[str, str, int], int]:
    """The topics of complaints in groups that have topics: their ids by channel, address and complaint."""
    found = session.connection().execute(_PLACES, {"complaints": list(complaint_ids)})
    return {(row.channel, row.value, row.complaint_id): row.id for row in found}


def add(session: Session, group: StaffGroup, complaint: Complaint, *, title: str) -> Topic:
    """A topic that is yet to be opened."""
    topic = Topic(group_id=group.id or 0, complaint_id=complaint.id or 0, title=title)
    session.add(topic)
    session.flush()
    return topic


def of_group(session: Session, group_id: int, complaint_id: int) -> Topic | None:
    """The topic of a complaint in that group."""
    return session.exec(find(Topic).where(Topic.group_id == group_id, Topic.complaint_id == complaint_id)).first()


def of_complaint(session: Session, complaint_id: int) -> Sequence[tuple[Topic, StaffGroup]]:
    """The topics of a complaint, in whatever group they are."""
    query = find(Topic, StaffGroup).join(StaffGroup).where(Topic.complaint_id == complaint_id).order_by(col(Topic.id))
    return [(row[0], row[1]) for row in session.exec(query).all()]


def complaint_at(session: Session, channel: str, address: str, thread: str, *, lock: bool = False) -> Complaint | None:
    """The complaint whose topic is ``thread`` in the group at that address."""
    which = (
        find(Topic.complaint_id)
        .join(StaffGroup)
        .where(StaffGroup.channel == channel, StaffGroup.value == address, Topic.thread == thread)
    )
    complaint_id = session.exec(which).first()
    return complaints.by_id(session, complaint_id, lock=lock) if complaint_id is not None else None


def running(session: Session, group_id: int, ended: Iterable[str]) -> Sequence[tuple[Topic, Complaint]]:
    """The topics of a group whose complaints have not ended, one after the other as they were opened."""
    query = (
        find(Topic, Complaint)
        .join(Complaint)
        .where(Topic.group_id == group_id, col(Topic.closed).is_(False), col(Complaint.status).not_in(list(ended)))
        .order_by(col(Topic.id))
        .with_for_update(
            of=Complaint, skip_locked=True, key_share=True
        )  # whoever holds one is giving its topic a new name
    )
    return [(row[0], row[1]) for row in session.exec(query).all()]
