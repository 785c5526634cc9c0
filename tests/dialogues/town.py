"""A town with staff, a group and three citizens whose secrets are planted, and what must hold in it at all times."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlmodel import Session, col, select

from bot.chores import Chores
from bot.deadlines import Deadlines
from handlers.city import City as Snapshot
from handlers.complaints import status
from handlers.staff import roster
from storage import audit
from storage.database import Database
from storage.models import (
    Audit,
    Clock,
    Complaint,
    ComplaintEvent,
    EventKind,
    IdentityRequest,
    Inbox,
    Outbox,
    Outcome,
    Role,
    Staff,
    Visibility,
)
from tests.city import GROUP, City, Person, files
from tests.conftest import NOW
from tests.fakes import HandClock


@dataclass(frozen=True)
class Planted:
    """A citizen with one complaint. ``numbers`` and ``mark`` stand in its words only, ``addresses`` lead to them."""

    channel: str
    name: str
    address: str
    visibility: str
    numbers: tuple[str, ...]
    addresses: tuple[str, ...]
    mark: str

    @property
    def story(self) -> str:
        """What they complain about, telling more of themselves than is needed."""
        nik, phone, mail = self.numbers
        seen = f"Lampu jalan mati di Pasar Usang dekat {self.mark}"
        return f"{seen}. Saya {self.name}, NIK {nik}, telepon {phone}, surel {mail}"


PLANTED = (
    Planted(
        "telegram",
        "Zubaidah Qushairi",
        "770010001",
        "Umum",
        ("1374014101900001", "0812-3456-7801", "zubaidah.q@example.com"),
        ("770010001",),
        "Toko Gemilang",
    ),
    Planted(
        "whatsapp",
        "Nurhaliza Pakpahan",
        "7010002",
        "Anonim",
        ("1374 0102 0288 0002", "0813 9876 5402", "nur+lapor@example.com"),
        ("628127010002", "+628127010002"),
        "Kedai Sarunai",
    ),
    Planted(
        "telegram",
        "Jokomulyo Wreksodiningrat",
        "770010003",
        "Rahasia",
        ("137401.030377.0003", "+62 852-1122-3303", "jw@example.com"),
        ("770010003",),
        "Warung Palanta",
    ),
)
OFFICERS: tuple[tuple[str | None, str, str], ...] = (
    ("perkimlh", "Budi", "operator"),
    ("perkimlh", "Hani", "head"),
    ("dpupr", "Ani", "operator"),
    ("inspektorat", "Ira", "head"),
    ("inspektorat", "Umar", "approver"),
    ("diskominfo", "Kiki", "operator"),
    ("setda", "Wali", "head"),
    (None, "Eko", "admin"),
)


def careless(database: Database) -> Database:
    """A database that does not wait for the disk."""
    for engine in (database.engine, database.reader):
        event.listen(engine, "connect", lambda raw, _: raw.execute("PRAGMA synchronous=OFF"))
    return database


@dataclass
class Town:
    """The city in the middle of a story. ``check`` looks at everything that has changed since the last time."""

    city: City
    people: Mapping[str, Person]
    numbers: Sequence[str]
    seen: int = 0
    log: list[dict[str, Any]] = field(default_factory=list)
    clocks: dict[tuple[int, str], Clock] = field(default_factory=dict)
    parted: set[int] = field(default_factory=set)  # complaints wrongly merged, whose clocks go on where they were
    open_to: dict[int, set[str]] = field(default_factory=dict)  # of each complaint: agency and visibility just before

    @classmethod
    def found(cls, template: Path, path: Path, snapshot: Snapshot) -> Town:
        """The town of the template, built there once, in a file of its own."""
        clock = HandClock(NOW)
        if not template.exists():
            shutil.copy(path, template)
            _settle(City(careless(Database(f"sqlite:///{template}")), clock, snapshot))
        shutil.copy(template, path)
        city = City(careless(Database(f"sqlite:///{path}")), clock, snapshot, updates=10_000)
        people = _people(city)
        with city.database.read() as session:
            numbers = [number or "" for number in session.exec(select(Complaint.number).order_by(col(Complaint.id)))]
        return cls(city, people, numbers)

    def close(self) -> None:
        """Let go of the database."""
        self.city.database.close()

    def pass_time(self, hours: int) -> None:
        """Let time pass and what is due be done."""
        self.city.clock.forward(hours=hours)
        chores, deadlines = Chores(self.city.desk), Deadlines(self.city.desk)
        while chores.ring() or deadlines.sweep():
            pass
        chores.look_after()
        self.city.deliver()

    def check(self) -> None:
        """Raise AssertionError if something is wrong; a second goes by, so that what comes later is later."""
        self.city.clock.forward(seconds=1)
        with self.city.database.read() as session:
            assert session.exec(select(Inbox.error).where(col(Inbox.error).is_not(None))).all() == []
            self._check_log(session)
            self._check_clocks(session)
            self._check_messages(session)
            complaints = session.exec(select(Complaint)).all()
            self.open_to = {each.id or 0: {f"{each.agency_id}", each.visibility} for each in complaints}

    def check_audit(self) -> None:
        """The chain holds, and each act of staff on a complaint is in it."""
        with self.city.database.read() as session:
            assert audit.verify(session).fault is None
            audited = {row.detail.get("event") for row in session.exec(select(Audit)).all()}
            acts = session.exec(select(ComplaintEvent.id).where(col(ComplaintEvent.staff_id).is_not(None))).all()
            assert set(acts) <= audited

    def _check_log(self, session: Session) -> None:
        rows = session.exec(select(ComplaintEvent).order_by(col(ComplaintEvent.id))).all()
        log = [row.model_dump() for row in rows]
        assert log[: len(self.log)] == self.log, "the log is only ever added to"
        fresh = rows[len(self.log) :]
        self.parted = {row.complaint_id for row in fresh if row.kind == EventKind.UNMERGED}
        self.log = log
        for complaint in session.exec(select(Complaint)).all():
            events = [row for row in rows if row.complaint_id == complaint.id]
            assert complaint.status == status.of(row.kind for row in events)
            assert complaint.outcome == _outcome(events)
            assert (complaint.closed_at is not None) == (complaint.status in status.ENDED)
            assert complaint.visibility == _visible(events, complaint.visibility), "secret until the citizen says no"
            times = [row.at for row in events]
            assert times == sorted(times), "events are in the order of time"
            for row in fresh:
                if row.complaint_id == complaint.id and row.kind == EventKind.IDENTIFIED:
                    assert self._lawful(session, row, complaint), f"{row.staff_id} may not look: {row.data}"

    def _check_clocks(self, session: Session) -> None:
        for clock in session.exec(select(Clock)).all():
            before = self.clocks.get((clock.complaint_id, clock.name))
            parted = clock.complaint_id in self.parted
            if before is not None and before.started_at == clock.started_at and not parted:
                assert clock.stage >= before.stage, "nobody is told twice"
                assert before.met_at is None or clock.met_at == before.met_at, "what was kept stays kept"
            assert before is None or clock.started_at >= before.started_at
            self.clocks[clock.complaint_id, clock.name] = clock

    def _check_messages(self, session: Session) -> None:
        for row in session.exec(select(Outbox).where(col(Outbox.id) > self.seen).order_by(col(Outbox.id))).all():
            self.seen = row.id or 0
            said = json.dumps(row.body, ensure_ascii=False)
            for place, planted in enumerate(PLANTED):
                complaint = session.exec(select(Complaint).where(Complaint.number == self.numbers[place])).one()
                if row.citizen_id == complaint.citizen_id:
                    continue
                for what, trace in _traces(planted):
                    if trace in said:
                        assert self._entitled(session, row, complaint, what), (
                            f"{trace} was told to {row.address}: {said}"
                        )

    def _entitled(self, session: Session, row: Outbox, complaint: Complaint, what: str) -> bool:
        """Whether this reader may know it: of a group nobody may, but for the words of what is no secret."""
        if what == "words" and self._around(complaint) & {Visibility.PUBLIC, Visibility.ANONYMOUS}:
            return True
        if row.citizen_id is None:
            return False
        posts = session.exec(select(Staff).where(Staff.citizen_id == row.citizen_id)).all()
        looks = session.exec(
            select(ComplaintEvent).where(
                ComplaintEvent.complaint_id == complaint.id,
                ComplaintEvent.kind == EventKind.IDENTIFIED,
                col(ComplaintEvent.staff_id).in_([post.id for post in posts]),
            )
        ).all()
        if what == "words":
            return any(str(post.agency_id) in self._around(complaint) for post in posts)
        looked = {look.data["what"] for look in looks}
        if what == "numbers" and looked:
            return True
        return "identity" in looked or (what == "name" and any(self._handles(post, complaint) for post in posts))

    def _around(self, complaint: Complaint) -> set[str]:
        """Its agency and visibility, now and just before."""
        return self.open_to.get(complaint.id or 0, set()) | {f"{complaint.agency_id}", complaint.visibility}

    def _handles(self, post: Staff, complaint: Complaint) -> bool:
        """Whether the person handles the complaint and its name is no secret."""
        around = self._around(complaint)
        handling = post.role in (Role.OPERATOR, Role.HEAD) and str(post.agency_id) in around
        return Visibility.PUBLIC in around and (handling or post.role == Role.ADMIN)

    def _lawful(self, session: Session, look: ComplaintEvent, complaint: Complaint) -> bool:
        """Whether whoever has just looked was allowed to."""
        post, around = session.get_one(Staff, look.staff_id), self._around(complaint)
        own, public = str(post.agency_id) in around, Visibility.PUBLIC in around
        if look.data["what"] == "numbers":
            return public and (own or post.role == Role.ADMIN)
        if around >= {Visibility.SECRET} and not around & {Visibility.PUBLIC, Visibility.ANONYMOUS}:
            return own and post.role == Role.HEAD and _consented(session, look, post)
        return (own and post.role == Role.HEAD) or (public and post.role == Role.ADMIN)


def _traces(planted: Planted) -> Iterator[tuple[str, str]]:
    yield from (("numbers", number) for number in planted.numbers)
    yield from (("numbers", "".join(filter(str.isdigit, number))) for number in planted.numbers[:2])
    yield from (("address", address) for address in planted.addresses)
    yield "words", planted.mark
    yield from (("name", part) for part in planted.name.split())


def _visible(events: Sequence[ComplaintEvent], filed: str) -> str:
    """Who may see it: as filed, until it is made secret, and then as the citizen chooses."""
    for row in events:
        if row.kind == EventKind.HIDDEN:
            filed = Visibility.SECRET
        elif row.kind == EventKind.SHOWN:
            assert row.actor == "citizen", "only the citizen lifts a secret"
            filed = row.data["visibility"]
    return filed


def _outcome(events: Sequence[ComplaintEvent]) -> str:
    """What the last word on it was, if it has ended."""
    outcome = Outcome.NONE
    for number, row in enumerate(events):
        stood = status.of(each.kind for each in events[: number + 1])
        outcome = status.outcome_after(outcome, stood, row.kind)
    return str(outcome)


def _consented(session: Session, look: ComplaintEvent, post: Staff) -> bool:
    """Whether somebody else agreed."""
    consents = session.exec(select(IdentityRequest).where(IdentityRequest.complaint_id == look.complaint_id)).all()
    return any(
        each.granted
        and each.staff_id == post.id
        and each.decided_by_id != post.id
        and session.get_one(Staff, each.decided_by_id).citizen_id != post.citizen_id
        for each in consents
    )


def _people(city: City) -> dict[str, Person]:
    """Everybody, each with the address they have in the template."""
    people = {name: Person(city, "telegram", name, str(8001 + place)) for place, (_, name, _) in enumerate(OFFICERS)}
    people["grup"] = Person(city, "telegram", "Budi", people["Budi"].address, chat=GROUP)
    people |= {
        f"warga{place}": Person(city, each.channel, each.name, each.address) for place, each in enumerate(PLANTED)
    }
    people["Rina"] = Person(city, "telegram", "Rina", "8101")
    city.people += people.values()
    return people


def _settle(city: City) -> None:
    """Everybody comes, and each citizen files."""
    people = _people(city)
    for agency, name, role in OFFICERS:
        people[name].says(f"/masuk {_invitation(city, agency, name, role)}")
    people["grup"].says("/grup")
    for place, planted in enumerate(PLANTED):
        files(people[f"warga{place}"], planted.story, planted.visibility)
    city.database.close()


def _invitation(city: City, agency: str | None, name: str, role: str) -> str:
    with city.database.write() as session:
        return roster.invite(session, name=name, role=role, agency_code=agency, now=city.clock.now())
