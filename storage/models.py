"""Every table of the database, in one module so that relations never become import cycles.

Times are aware UTC (sqlmodel stores and returns them so). Words from a closed list are kept as short strings,
named by the StrEnums below, so that adding a word needs no migration.
"""

from __future__ import annotations

import datetime as dt
import re
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import JSON, Column, Index, MetaData, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

SQLModel.metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Json = JSON().with_variant(JSONB(), "postgresql")
Names = dict[str, str]  # a language code to the word in that language


class Row(SQLModel):
    """Base of every table; ``ComplaintEvent`` is stored in ``complaint_event``."""

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805 - SQLAlchemy hands over the class
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


class Role(StrEnum):
    """What a member of staff may do; the rights behind each word are in handlers/staff/rights.py."""

    ADMIN = "admin"
    OPERATOR = "operator"
    HEAD = "head"
    BROADCASTER = "broadcaster"
    APPROVER = "approver"
    STEWARD = "steward"


class Kind(StrEnum):
    """The three classes of SP4N-LAPOR!: pengaduan, aspirasi, permintaan informasi."""

    COMPLAINT = "complaint"
    ASPIRATION = "aspiration"
    INFORMATION = "information"


class Visibility(StrEnum):
    """Who sees what. Anonymous: the text is public, the person is not. Secret: nothing is public."""

    PUBLIC = "public"
    ANONYMOUS = "anonymous"
    SECRET = "secret"  # noqa: S105 - a word, not a password


class Status(StrEnum):
    """Where a complaint stands; always what its events say (handlers/complaints/status.py)."""

    RECEIVED = "received"
    TAKEN = "taken"
    PROCESSING = "processing"
    WAITING = "waiting"  # for the citizen's answer to a question; the clocks stand still
    RESOLVED = "resolved"  # the agency says so, the citizen has not yet
    CLOSED = "closed"
    REJECTED = "rejected"
    MERGED = "merged"  # lives on in another complaint


class Outcome(StrEnum):
    """How a complaint that is closed came to its end; counted apart."""

    NONE = ""
    CONFIRMED = "confirmed"  # the citizen says that it is fixed
    UNCONFIRMED = "unconfirmed"  # the citizen never said anything


class EventKind(StrEnum):
    """What can happen to a complaint. The log is only ever added to."""

    FILED = "filed"
    ADDED = "added"
    CORRECTED = "corrected"
    SUPPORTED = "supported"  # somebody else has the same trouble
    TAKEN = "taken"
    RELEASED = "released"  # a claim given back, or lapsed
    ASSIGNED = "assigned"
    REPLIED = "replied"
    ASKED = "asked"  # a reply that waits for the citizen's answer
    NOTED = "noted"
    PROCESSING = "processing"
    FORWARDED = "forwarded"  # to another agency
    RETURNED = "returned"  # "not ours": back to the verifier
    WARNED = "warned"  # a deadline is near
    ESCALATED = "escalated"  # a deadline has passed; ``data`` says who was told
    RESOLVED = "resolved"  # done, says the agency
    CONFIRMED = "confirmed"  # done, says the citizen
    LAPSED = "lapsed"  # the citizen said nothing: closed, unconfirmed
    REOPENED = "reopened"
    CLOSED = "closed"
    REJECTED = "rejected"
    MERGED = "merged"
    UNMERGED = "unmerged"
    SPLIT = "split"
    LINKED = "linked"
    HIDDEN = "hidden"  # made secret
    SHOWN = "shown"  # no longer secret: the citizen's wish
    IDENTIFIED = "identified"  # somebody looked up who the citizen is
    NUMBERED = "numbered"  # its number at SP4N-LAPOR! became known


class ClockName(StrEnum):
    """What a complaint has a deadline for."""

    VERIFY = "verify"  # it is with the right agency, and somebody has taken it up
    RESPOND = "respond"  # the citizen has a first answer
    RESOLVE = "resolve"


class Stage(IntEnum):
    """Who has been told of a deadline so far."""

    NOBODY = 0
    WARNED = 1
    LATE = 2  # those who handle it
    HEAD = 3
    CITY = 4


class OutboxState(StrEnum):
    """The life of a message to be sent (docs/decisions/0005)."""

    QUEUED = "queued"
    CLAIMED = "claimed"
    SENT = "sent"
    RETRY = "retry"
    FAILED = "failed"
    WITHHELD = "withheld"
    UNKNOWN = "unknown"


class Priority(StrEnum):
    """Stored as a number so that the claim can sort by it; see ``PRIORITIES``."""

    EMERGENCY = "emergency"
    REPLY = "reply"
    NOTIFICATION = "notification"
    BROADCAST = "broadcast"


PRIORITIES = {Priority.EMERGENCY: 0, Priority.REPLY: 10, Priority.NOTIFICATION: 20, Priority.BROADCAST: 30}


class Agency(Row, table=True):
    """A unit of the city (OPD). Names change by local regulation, hence the dates."""

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=40)
    names: dict[str, str] = Field(sa_column=Column(Json, nullable=False))
    active_from: dt.date | None = None
    active_until: dt.date | None = None
    hours: dict[str, Any] | None = Field(
        default=None, sa_column=Column(Json)
    )  # see handlers/almanac.py; None: the civil service's


class Category(Row, table=True):
    """What a complaint is about, the words that give it away, and the agency that handles it."""

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=40)
    names: dict[str, str] = Field(sa_column=Column(Json, nullable=False))
    keywords: list[str] = Field(sa_column=Column(Json, nullable=False))
    agency_id: int = Field(foreign_key="agency.id")
    visibility: str = Field(default=Visibility.PUBLIC, max_length=20)
    urgent: bool = False  # reaches whoever is on duty, also when the office is closed
    oversight: bool = False  # about how officials behave ("berkadar pengawasan"), which takes longer to look into
    position: int = 0
    active: bool = True


class RoutingRule(Row, table=True):
    """Where a category, kind and place go when it is not to the category's own agency.

    None stands for any. ``area_code`` may be a kelurahan or a kecamatan. The rule that says most wins. ``by_hand``: set
    or (no longer ``active``) removed by somebody, so that the seed file leaves it alone.
    """

    __table_args__ = (UniqueConstraint("kind", "category_id", "area_code"),)

    id: int | None = Field(default=None, primary_key=True)
    kind: str | None = Field(default=None, max_length=20)
    category_id: int | None = Field(default=None, foreign_key="category.id")
    area_code: str | None = Field(default=None, foreign_key="area.code", max_length=20)
    agency_id: int = Field(foreign_key="agency.id")
    by_hand: bool = False
    active: bool = True


class RoutingModel(Row, table=True):
    """A text classifier trained on the city's own complaints; the newest one ``in_use`` makes the suggestions."""

    id: int | None = Field(default=None, primary_key=True)
    trained_at: dt.datetime
    examples: int
    scores: dict[str, Any] = Field(sa_column=Column(Json, nullable=False))  # its own and the one's it was held against
    in_use: bool = False
    body: bytes


class DeadlinePolicy(Row, table=True):
    """How long things may take, for a kind or category (None: any). Days are working days of the agency.

    A number left out is that of the policy that says less, in the end that of the configuration.
    """

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=40)
    kind: str | None = Field(default=None, max_length=20)
    category_id: int | None = Field(default=None, foreign_key="category.id")
    verify_days: int | None = None
    respond_days: int | None = None
    resolve_days: int | None = None
    warn_days: int | None = None  # before the deadline
    head_days: int | None = None  # after it, the head hears
    city_days: int | None = None  # after it, the Sekda's or Mayor's desk hears


class Area(Row, table=True):
    """A kelurahan, kecamatan or the city; ``code`` is the Kemendagri code, ``outline`` a GeoJSON geometry (lon/lat)."""

    code: str = Field(primary_key=True, max_length=20)
    name: str = Field(max_length=80)
    level: str = Field(max_length=20)
    parent_code: str | None = Field(default=None, foreign_key="area.code", max_length=20)
    postal_code: str = Field(default="", max_length=10)
    bps_code: str = Field(default="", max_length=20)
    aliases: list[str] = Field(sa_column=Column(Json, nullable=False))
    outline: dict[str, Any] | None = Field(default=None, sa_column=Column(Json))


class EmergencyNumber(Row, table=True):
    """A number to call first. ``words`` name what calls it up; an empty list means: always shown."""

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(unique=True, max_length=40)
    number: str = Field(max_length=40)
    names: dict[str, str] = Field(sa_column=Column(Json, nullable=False))
    words: list[str] = Field(sa_column=Column(Json, nullable=False))
    position: int = 0


class CalendarDay(Row, table=True):
    """A day the operator has set: a working day or not, whatever the holiday library says.

    ``hours``, lists of start and end in minutes after midnight, are given when they are not the weekday's.
    """

    date: dt.date = Field(primary_key=True)
    working: bool
    name: str = Field(default="", max_length=120)
    hours: list[list[int]] | None = Field(default=None, sa_column=Column(Json))


class Season(Row, table=True):
    """Days with other office hours, such as Ramadan; ``code`` names the hours (``ramadan`` in handlers/almanac.py)."""

    id: int | None = Field(default=None, primary_key=True)
    code: str = Field(max_length=20)
    first_day: dt.date
    last_day: dt.date


class Citizen(Row, table=True):
    """A person we serve. Known by this id only; how to reach them is in ``Address``."""

    id: int | None = Field(default=None, primary_key=True)
    language: str = Field(default="", max_length=8)
    privacy_version: str = Field(default="", max_length=20)
    privacy_at: dt.datetime | None = None
    stopped_at: dt.datetime | None = None
    created_at: dt.datetime


class Address(Row, table=True):
    """Where a citizen can be reached: a Telegram id, a WhatsApp number or business-scoped id, a web-chat token."""

    __table_args__ = (UniqueConstraint("channel", "value"),)

    id: int | None = Field(default=None, primary_key=True)
    citizen_id: int = Field(foreign_key="citizen.id", index=True)
    channel: str = Field(max_length=20)
    value: str = Field(max_length=190)
    name: str = Field(default="", max_length=120)
    unreachable_at: dt.datetime | None = None
    last_inbound_at: dt.datetime | None = None
    created_at: dt.datetime


class Conversation(Row, table=True):
    """What a citizen is in the middle of. One row each for good; ``flow`` is empty when nothing runs.

    ``version`` grows with every question asked and never falls, so a button made for an earlier one is known as such.
    ``due_at`` is when something is to be done about it at rest: a reminder, then its end.
    """

    __table_args__ = (
        Index(
            "ix_conversation_due",
            "due_at",
            sqlite_where=text("due_at IS NOT NULL"),
            postgresql_where=text("due_at IS NOT NULL"),
        ),
    )

    citizen_id: int = Field(primary_key=True, foreign_key="citizen.id")
    version: int = 0
    flow: str = Field(default="", max_length=40)
    asked: str = Field(default="", max_length=60)
    state: dict[str, Any] = Field(sa_column=Column(Json, nullable=False))
    updated_at: dt.datetime
    due_at: dt.datetime | None = None


class Staff(Row, table=True):
    """A person's right to act for an agency. Without ``citizen_id`` it is an invitation not yet taken up."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=120)
    role: str = Field(max_length=20)
    agency_id: int | None = Field(default=None, foreign_key="agency.id", index=True)
    citizen_id: int | None = Field(default=None, foreign_key="citizen.id", index=True)
    invite_hash: str | None = Field(default=None, unique=True, max_length=64)
    invite_expires_at: dt.datetime | None = None
    digest: bool = True  # wants the morning's summary in their own chat
    created_at: dt.datetime
    ended_at: dt.datetime | None = None


class Absence(Row, table=True):
    """Days on which a member of staff is away, and who acts for them."""

    id: int | None = Field(default=None, primary_key=True)
    staff_id: int = Field(foreign_key="staff.id", index=True)
    deputy_id: int | None = Field(default=None, foreign_key="staff.id")
    first_day: dt.date
    last_day: dt.date
    created_at: dt.datetime
    ended_at: dt.datetime | None = None


class Duty(Row, table=True):
    """Who is on duty (piket) for an agency: on a weekday (0 is Monday), on holidays, or on one day.

    ``start`` and ``end`` are minutes after local midnight; an ``end`` not after ``start`` lies on the next day.
    """

    id: int | None = Field(default=None, primary_key=True)
    agency_id: int = Field(foreign_key="agency.id", index=True)
    staff_id: int = Field(foreign_key="staff.id", index=True)
    day: dt.date | None = None
    weekday: int | None = None
    holidays: bool = False
    start: int
    end: int


class CannedReply(Row, table=True):
    """A reply used again and again. ``agency_id`` None: for everybody. ``texts`` per language, with {variables}."""

    __table_args__ = (UniqueConstraint("agency_id", "code"),)

    id: int | None = Field(default=None, primary_key=True)
    agency_id: int | None = Field(default=None, foreign_key="agency.id")
    code: str = Field(max_length=40)
    texts: dict[str, str] = Field(sa_column=Column(Json, nullable=False))


class Macro(Row, table=True):
    """Several steps under one name, e.g. forward and note. ``agency_id`` None: for everybody."""

    __table_args__ = (UniqueConstraint("agency_id", "code"),)

    id: int | None = Field(default=None, primary_key=True)
    agency_id: int | None = Field(default=None, foreign_key="agency.id")
    code: str = Field(max_length=40)
    names: dict[str, str] = Field(sa_column=Column(Json, nullable=False))
    steps: list[dict[str, str]] = Field(sa_column=Column(Json, nullable=False))


class Mute(Row, table=True):
    """A sender whose complaints are not taken for a time; emergencies always pass."""

    id: int | None = Field(default=None, primary_key=True)
    citizen_id: int = Field(foreign_key="citizen.id", index=True)
    staff_id: int = Field(foreign_key="staff.id")
    reason: str = Field(max_length=500)
    created_at: dt.datetime
    until: dt.datetime
    lifted_at: dt.datetime | None = None


class StaffGroup(Row, table=True):
    """A group chat in which an agency's staff work together. ``topics``: each complaint gets a forum topic there."""

    __table_args__ = (UniqueConstraint("channel", "value"),)

    id: int | None = Field(default=None, primary_key=True)
    agency_id: int = Field(foreign_key="agency.id", index=True)
    channel: str = Field(max_length=20)
    value: str = Field(max_length=190)
    topics: bool = False
    created_at: dt.datetime
    ended_at: dt.datetime | None = None


class GroupMember(Row, table=True):
    """A member of staff was seen in a group of their agency: whoever was never in it cannot have left it."""

    group_id: int = Field(primary_key=True, foreign_key="staff_group.id")
    staff_id: int = Field(primary_key=True, foreign_key="staff.id")
    seen_at: dt.datetime


class LinkCode(Row, table=True):
    """A one-time code by which a citizen joins a second channel to the first. Only its hash is kept."""

    code_hash: str = Field(primary_key=True, max_length=64)
    citizen_id: int = Field(foreign_key="citizen.id")
    expires_at: dt.datetime


# Written out, not bound: only so do both databases see that the partial index answers a query.
NOT_ENDED = "status IN ('received', 'taken', 'processing', 'waiting', 'resolved')"
BY_PEOPLE = "actor <> 'system' AND kind <> 'filed'"


class Complaint(Row, table=True):
    """What a citizen filed. ``status`` repeats what the events say and changes only together with them."""

    __table_args__ = (
        Index("ix_complaint_agency", "agency_id", "id", "status"),
        Index(  # everything the lists of open ones look at but the words: they are read without the rows
            "ix_complaint_open",
            "agency_id",
            "due_at",
            "due_on",
            "status",
            "assignee_id",
            "category_id",
            "area_code",
            "kind",
            "visibility",
            "id",
            sqlite_where=text(NOT_ENDED),
            postgresql_where=text(NOT_ENDED),
        ),
        Index("ix_complaint_citizen", "citizen_id", "id"),
        Index("ix_complaint_category", "category_id", "created_at"),  # finds those like a new one, around its pin
        Index("ix_complaint_area", "category_id", "area_code", "created_at"),  # and where there is none
        Index("ix_complaint_merged", "merged_into_id"),
        Index(
            "ix_complaint_sp4n",
            "sp4n_number",
            sqlite_where=text("sp4n_number <> ''"),
            postgresql_where=text("sp4n_number <> ''"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    number: str | None = Field(default=None, unique=True, max_length=20)
    kind: str = Field(default=Kind.COMPLAINT, max_length=20)
    visibility: str = Field(max_length=20)
    status: str = Field(default=Status.RECEIVED, max_length=20)
    citizen_id: int = Field(foreign_key="citizen.id")
    category_id: int = Field(foreign_key="category.id")
    agency_id: int = Field(foreign_key="agency.id")
    assignee_id: int | None = Field(default=None, foreign_key="staff.id")
    text: str = Field(sa_column=Column(Text, nullable=False))
    area_code: str | None = Field(default=None, foreign_key="area.code", max_length=20)
    place_text: str = Field(default="", max_length=500)
    lat: float | None = None
    lon: float | None = None
    channel: str = Field(max_length=20)
    due_on: dt.date  # what the citizen was promised
    due_at: dt.datetime | None = None  # the next deadline of its running clocks
    created_at: dt.datetime
    updated_at: dt.datetime
    closed_at: dt.datetime | None = None
    outcome: str = Field(default=Outcome.NONE, max_length=20)
    verified_at: dt.datetime | None = None  # when staff first showed that it is with the right agency
    claimed_until: dt.datetime | None = None
    reopened: int = 0
    supporters: int = 0
    merged_into_id: int | None = Field(default=None, foreign_key="complaint.id")
    filed_by_id: int | None = Field(default=None, foreign_key="staff.id")  # for somebody at the desk or on the phone
    sp4n_number: str = Field(default="", max_length=40)


class Clock(Row, table=True):
    """A deadline of a complaint: ``name`` is a ClockName. The row is its own timer.

    While it is paused, ``left`` keeps the working seconds it still had; it is negative if the deadline had passed.
    ``stage`` is a Stage, and ``next_at`` when the next one will be told.
    """

    __table_args__ = (
        Index(
            "ix_clock_next",
            "next_at",
            sqlite_where=text("next_at IS NOT NULL"),
            postgresql_where=text("next_at IS NOT NULL"),
        ),
    )

    complaint_id: int = Field(primary_key=True, foreign_key="complaint.id")
    name: str = Field(primary_key=True, max_length=20)
    started_at: dt.datetime
    due_at: dt.datetime
    paused_at: dt.datetime | None = None
    left: int = 0
    met_at: dt.datetime | None = None
    stage: int = 0
    next_at: dt.datetime | None = None


class Supporter(Row, table=True):
    """Somebody with the same trouble who hears of every step. ``merged_id``: the complaint of theirs it came from."""

    complaint_id: int = Field(primary_key=True, foreign_key="complaint.id")
    citizen_id: int = Field(primary_key=True, foreign_key="citizen.id", index=True)
    merged_id: int | None = Field(default=None, foreign_key="complaint.id")
    at: dt.datetime


class ComplaintLink(Row, table=True):
    """Two complaints that belong together: ``kind`` is related or split (``other_id`` was made out of the first)."""

    __table_args__ = (UniqueConstraint("complaint_id", "other_id"),)

    id: int | None = Field(default=None, primary_key=True)
    complaint_id: int = Field(foreign_key="complaint.id")
    other_id: int = Field(foreign_key="complaint.id", index=True)
    kind: str = Field(max_length=20)
    at: dt.datetime


class Recurrence(Row, table=True):
    """The same trouble at the same place again and again: one flag to the head, and not again before ``until``."""

    id: int | None = Field(default=None, primary_key=True)
    category_id: int = Field(foreign_key="category.id", index=True)
    complaint_id: int = Field(foreign_key="complaint.id")  # the one that made it too many
    count: int
    at: dt.datetime
    until: dt.datetime


class Looking(Row, table=True):
    """A member of staff has a complaint open or is writing about it, so that two do not answer at once.

    ``seen`` is the newest event of its log they have been shown.
    """

    complaint_id: int = Field(primary_key=True, foreign_key="complaint.id")
    staff_id: int = Field(primary_key=True, foreign_key="staff.id")
    at: dt.datetime
    writing: bool = False
    seen: int = 0


class IdentityRequest(Row, table=True):
    """Somebody on the staff wants to know who a citizen is. For a secret complaint a second person must agree."""

    id: int | None = Field(default=None, primary_key=True)
    complaint_id: int = Field(foreign_key="complaint.id", index=True)
    staff_id: int = Field(foreign_key="staff.id")
    reason: str = Field(max_length=500)
    at: dt.datetime
    expires_at: dt.datetime
    decided_by_id: int | None = Field(default=None, foreign_key="staff.id")
    decided_at: dt.datetime | None = None
    granted: bool = False


class Topic(Row, table=True):
    """The forum topic of a complaint in a staff group.

    ``title`` and ``closed`` are as they should be, ``shown`` and ``shut`` as the provider has them. ``thread`` is the
    provider's id: None until the topic is open, empty once it is gone for good.
    """

    __table_args__ = (UniqueConstraint("group_id", "complaint_id"), Index("ix_topic_thread", "group_id", "thread"))

    id: int | None = Field(default=None, primary_key=True)
    group_id: int = Field(foreign_key="staff_group.id")
    complaint_id: int = Field(foreign_key="complaint.id", index=True)
    thread: str | None = Field(default=None, max_length=40)
    title: str = Field(default="", max_length=128)
    closed: bool = False
    shown: str = Field(default="", max_length=128)
    shut: bool = False


class ComplaintEvent(Row, table=True):
    """One thing that happened to a complaint. Rows are added, never changed.

    ``source`` is the inbound message it came from (``channel:chat:message id``), so that a later edit finds it.
    ``public`` says whether the citizen (and, if the complaint is not secret, others) may read ``text``.
    """

    __table_args__ = (
        Index("ix_complaint_event_complaint", "complaint_id", "id"),
        Index(  # whose word was the last, without reading the events themselves
            "ix_complaint_event_people",
            "complaint_id",
            "id",
            "actor",
            "kind",
            sqlite_where=text(BY_PEOPLE),
            postgresql_where=text(BY_PEOPLE),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    complaint_id: int = Field(foreign_key="complaint.id")
    at: dt.datetime
    kind: str = Field(max_length=20)
    actor: str = Field(max_length=20)  # "citizen", "staff" or "system"
    staff_id: int | None = Field(default=None, foreign_key="staff.id")
    text: str = Field(default="", sa_column=Column(Text, nullable=False))
    public: bool = True
    source: str | None = Field(default=None, max_length=190, index=True)
    data: dict[str, Any] = Field(default_factory=dict, sa_column=Column(Json, nullable=False))


class Attachment(Row, table=True):
    """A photo, video, voice note or document of a complaint, fetched from its provider after the commit.

    ``state``: pending, stored (then ``path`` is set), gone (the provider no longer has it) or refused (size or type).
    """

    __table_args__ = (
        Index(
            "ix_attachment_pending",
            "due_at",
            sqlite_where=text("state = 'pending'"),
            postgresql_where=text("state = 'pending'"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    complaint_id: int = Field(foreign_key="complaint.id", index=True)
    event_id: int | None = Field(default=None, foreign_key="complaint_event.id")
    channel: str = Field(max_length=20)
    kind: str = Field(max_length=20)
    ref: str = Field(max_length=500)
    mime: str = Field(default="", max_length=100)
    size: int = 0
    name: str = Field(default="", max_length=200)
    state: str = Field(default="pending", max_length=20)
    path: str = Field(default="", max_length=200)
    attempts: int = 0
    due_at: dt.datetime
    created_at: dt.datetime


class Inbox(Row, table=True):
    """Every message that came in, once. ``payload`` is kept only of a message that could not be handled."""

    __table_args__ = (UniqueConstraint("channel", "external_id"),)

    id: int | None = Field(default=None, primary_key=True)
    channel: str = Field(max_length=20)
    external_id: str = Field(max_length=120)
    received_at: dt.datetime
    error: str | None = Field(default=None, sa_column=Column(Text))
    payload: dict[str, Any] | None = Field(default=None, sa_column=Column(Json))


class Outbox(Row, table=True):
    """Every message to be sent, once: ``key`` is (purpose, object, step, person) in one string.

    A long message goes out in parts: ``parts`` says how many have got there, ``provider_id`` is the first one's.
    """

    __table_args__ = (
        Index(
            "ix_outbox_due",
            "lane",
            "priority",
            "due_at",
            "id",
            sqlite_where=text("state IN ('queued', 'retry')"),
            postgresql_where=text("state IN ('queued', 'retry')"),
        ),
        Index(
            "ix_outbox_lease",
            "lease_until",
            sqlite_where=text("state = 'claimed'"),
            postgresql_where=text("state = 'claimed'"),
        ),
        Index(
            "ix_outbox_withheld",
            "citizen_id",
            sqlite_where=text("state = 'withheld'"),
            postgresql_where=text("state = 'withheld'"),
        ),
        Index(
            "ix_outbox_chat",
            "lane",
            "address",
            "priority",
            "id",
            sqlite_where=text("state IN ('queued', 'retry', 'claimed')"),
            postgresql_where=text("state IN ('queued', 'retry', 'claimed')"),
        ),
        Index(
            "ix_outbox_expiry",
            "expires_at",
            sqlite_where=text("state IN ('queued', 'retry', 'withheld') AND expires_at IS NOT NULL"),
            postgresql_where=text("state IN ('queued', 'retry', 'withheld') AND expires_at IS NOT NULL"),
        ),
        Index(
            "ix_outbox_provider",
            "channel",
            "provider_id",
            "address",
            sqlite_where=text("provider_id IS NOT NULL"),
            postgresql_where=text("provider_id IS NOT NULL"),
        ),
        Index(  # the web chat reads a browser's messages back; other channels never do and pay nothing for it
            "ix_outbox_webchat",
            "address",
            "sent_at",
            sqlite_where=text("channel = 'webchat'"),
            postgresql_where=text("channel = 'webchat'"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, max_length=190)
    lane: str = Field(max_length=60)
    channel: str = Field(max_length=20)
    address: str = Field(max_length=190)
    citizen_id: int | None = Field(default=None, foreign_key="citizen.id")
    complaint_id: int | None = Field(default=None, foreign_key="complaint.id")
    topic_id: int | None = Field(default=None, foreign_key="topic.id")
    priority: int
    state: str = Field(default=OutboxState.QUEUED, max_length=20)
    body: dict[str, Any] = Field(sa_column=Column(Json, nullable=False))
    created_at: dt.datetime
    due_at: dt.datetime
    expires_at: dt.datetime | None = None
    attempts: int = 0
    parts: int = 0
    claimed_by: str | None = Field(default=None, max_length=60)
    lease_until: dt.datetime | None = None
    sent_at: dt.datetime | None = None
    provider_id: str | None = Field(default=None, max_length=120)
    provider_state: str = Field(default="", max_length=20)
    error: str | None = Field(default=None, max_length=500)


class OutboxPart(Row, table=True):
    """The provider's id of a further part of a long message, so that a reply to it is understood."""

    __table_args__ = (Index("ix_outbox_part_provider", "channel", "provider_id", "address"),)

    outbox_id: int = Field(primary_key=True, foreign_key="outbox.id")
    position: int = Field(primary_key=True)
    channel: str = Field(max_length=20)
    address: str = Field(max_length=190)
    provider_id: str = Field(max_length=120)


class Lane(Row, table=True):
    """The pace of one sender identity: when its next message may go (GCRA's theoretical arrival time)."""

    name: str = Field(primary_key=True, max_length=60)
    next_at: dt.datetime


class Office(Row, table=True):
    """Where people go. What is not known (None, empty) is said to be unknown; ``verified`` False: a draft."""

    code: str = Field(primary_key=True, max_length=40)
    names: dict[str, str] = Field(sa_column=Column(Json, nullable=False))
    agency_id: int = Field(foreign_key="agency.id")
    address: str = Field(default="", max_length=300)
    lat: float | None = None
    lon: float | None = None
    phone: str = Field(default="", max_length=40)
    verified: bool = True
    position: int = 0


class Service(Row, table=True):
    """What an office does for people (layanan). What is said about it is kept per language; None: not known.

    ``verified`` False: a draft that citizens are not shown as fact.
    """

    code: str = Field(primary_key=True, max_length=40)
    names: dict[str, str] = Field(sa_column=Column(Json, nullable=False))
    agency_id: int = Field(foreign_key="agency.id")
    office_code: str | None = Field(default=None, foreign_key="office.code", max_length=40)
    answer_key: str = Field(default="", max_length=80)
    requirements: dict[str, list[str]] | None = Field(default=None, sa_column=Column(Json))
    steps: dict[str, list[str]] | None = Field(default=None, sa_column=Column(Json))
    fee: dict[str, str] | None = Field(default=None, sa_column=Column(Json))
    time: dict[str, str] | None = Field(default=None, sa_column=Column(Json))
    legal_basis: str = Field(default="", sa_column=Column(Text, nullable=False))
    verified: bool = True
    position: int = 0


class Answer(Row, table=True):
    """What the city answers to a question, in one language; the rows of a ``key`` are the same answer.

    ``published`` False: a draft. One no longer ``active`` was removed; its row stays, so that the seed's file does not
    bring it back. ``seed_hash`` is of the file's row it was last compared with, ``by_hand``: changed since.
    """

    __table_args__ = (UniqueConstraint("key", "language"),)

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(max_length=80)
    language: str = Field(max_length=8)
    title: str = Field(max_length=200)
    body: str = Field(sa_column=Column(Text, nullable=False))  # <b> and <i> are the only marks
    phrasings: list[str] = Field(sa_column=Column(Json, nullable=False))
    agency_id: int | None = Field(default=None, foreign_key="agency.id")
    source: str = Field(default="", sa_column=Column(Text, nullable=False))
    checked: dt.date | None = None
    valid_until: dt.date | None = None
    action: str = Field(default="", max_length=300)  # what to do next: a command, https://…, tel:… or service:CODE
    attachments: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    published: bool
    active: bool = True
    version: int = 1
    by_hand: bool = False
    seed_hash: str = Field(default="", max_length=64)
    updated_at: dt.datetime


class AnswerVersion(Row, table=True):
    """An answer as it was from ``at`` on, the one in force included. Rows are added, never changed."""

    __table_args__ = (UniqueConstraint("answer_id", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    answer_id: int = Field(foreign_key="answer.id")
    version: int
    title: str = Field(max_length=200)
    body: str = Field(sa_column=Column(Text, nullable=False))
    phrasings: list[str] = Field(sa_column=Column(Json, nullable=False))
    agency_id: int | None = Field(default=None, foreign_key="agency.id")
    source: str = Field(default="", sa_column=Column(Text, nullable=False))
    checked: dt.date | None = None
    valid_until: dt.date | None = None
    action: str = Field(default="", max_length=300)
    attachments: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    published: bool
    active: bool
    staff_id: int | None = Field(default=None, foreign_key="staff.id")
    at: dt.datetime


class Question(Row, table=True):
    """What a citizen asked in their own words, and what became of it.

    ``decision`` is the engine's; ``offered`` the keys shown as buttons; ``answer_key`` what was shown in the end, by
    the engine or by the citizen's choice (``chosen``). ``complaint_id``: handed to a person, as a request for
    information. ``settled_at``: staff have dealt with it (a new phrasing, a new answer, or nothing to be done).
    """

    __table_args__ = (Index("ix_question_open", "agency_id", "settled_at", "id"),)

    id: int | None = Field(default=None, primary_key=True)
    citizen_id: int = Field(foreign_key="citizen.id", index=True)
    channel: str = Field(max_length=20)
    language: str = Field(max_length=8)
    text: str = Field(max_length=1000)
    decision: str = Field(max_length=20)
    confidence: float = 0.0
    offered: list[str] = Field(default_factory=list, sa_column=Column(Json, nullable=False))
    answer_key: str = Field(default="", max_length=80, index=True)
    chosen: bool = False
    helpful: bool | None = None
    agency_id: int | None = Field(default=None, foreign_key="agency.id")
    complaint_id: int | None = Field(default=None, foreign_key="complaint.id", index=True)
    settled_at: dt.datetime | None = None
    settled_by_id: int | None = Field(default=None, foreign_key="staff.id")
    at: dt.datetime


class Bulletin(Row, table=True):
    """The newest document of an outside source as it came. ``tried_at``: the last attempt, ``error``: why it failed."""

    name: str = Field(primary_key=True, max_length=60)  # e.g. bmkg:quake, bmkg:weather:13.74.02.1004
    body: str = Field(default="", sa_column=Column(Text, nullable=False))
    etag: str = Field(default="", max_length=200)
    fetched_at: dt.datetime | None = None
    tried_at: dt.datetime
    error: str = Field(default="", max_length=200)


class Timer(Row, table=True):
    """Something to do at a time. ``version`` is the conversation's when it was set: a stale timer does nothing."""

    __table_args__ = (UniqueConstraint("purpose", "object_id", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    purpose: str = Field(max_length=40)
    object_id: int
    version: int = 0
    due_at: dt.datetime = Field(index=True)


class ReportOrder(Row, table=True):
    """A report for somebody that a worker is to make and send: of the days from ``first_day`` to ``last_day``.

    ``agency_id`` None: of the whole city. The row stays, ``done_at`` set once by whoever sent it.
    """

    __table_args__ = (
        Index(
            "ix_report_order_open",
            "id",
            sqlite_where=text("done_at IS NULL"),
            postgresql_where=text("done_at IS NULL"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    agency_id: int | None = Field(default=None, foreign_key="agency.id")
    first_day: dt.date
    last_day: dt.date
    channel: str = Field(max_length=20)
    address: str = Field(max_length=190)
    citizen_id: int | None = Field(default=None, foreign_key="citizen.id")
    language: str = Field(max_length=8)
    created_at: dt.datetime
    done_at: dt.datetime | None = None


class Audit(Row, table=True):
    """Who among the staff did or looked up what. Rows are added, never changed.

    ``hash`` covers the row and ``before``, the hash of the row before it: a changed or missing row breaks the chain.
    """

    id: int | None = Field(default=None, primary_key=True)
    at: dt.datetime
    staff_id: int | None = Field(default=None, foreign_key="staff.id", index=True)
    action: str = Field(max_length=60)
    object: str = Field(default="", max_length=120)
    detail: dict[str, Any] = Field(default_factory=dict, sa_column=Column(Json, nullable=False))
    before: str = Field(default="", max_length=64)
    hash: str = Field(default="", max_length=64)


class Setting(Row, table=True):
    """A value the running processes share, e.g. ``seed_revision``: when it changes, each reloads the city's data."""

    name: str = Field(primary_key=True, max_length=60)
    value: str = Field(default="", max_length=500)
