"""(f): /tiket with every filter, in a database that has filled up."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from sqlmodel import Session, col, select

from benchmarks import prefill, prefill_postgres, program
from benchmarks.report import Part, Target
from bot.app import App
from handlers import capabilities
from handlers.dialogue.engine import Conversation
from handlers.messages import Inbound
from handlers.staff import overview
from handlers.turn import Person, StaffMember, Turn
from storage.models import Agency, Role, Staff

LIMIT = 20.0  # milliseconds, of the slowest in a hundred
RUNS = 100  # of each list in one round
COLUMNS = ("/tiket …", "SQLite ms", "p99", "PostgreSQL ms", "p99")
CLERK = (
    "",
    "saya",
    "bebas",
    "lewat",
    "hari ini",
    "menunggu",
    "dijawab",
    "baru",
    "proses",
    "selesai",
    "ganting",
    "sampah",
    "aspirasi",
    "lewat ganting lampu",
    '"jalan"',
    '"nomor 123"',
    '"yang tidak ada"',
    "semua",
    "semua sampah",
    'semua "nomor 123"',
)
ADMIN = ("", "lewat", "bebas ganting", "dpupr", "semua dpupr")
Figures = dict[str, list[float]]


class Reader:
    """A member of staff who looks at lists."""

    def __init__(self, subject: App, member: StaffMember, name: str) -> None:
        self._subject, self._member, self.name = subject, member, name

    def read(self, session: Session, argument: str) -> Turn:
        """What comes of /tiket with these words."""
        person = Person(1, "id", "1", Conversation(), staff=self._member)
        inbound = Inbound("telegram", "1", "1", "1")
        city, texts = self._subject.desk.city(), self._subject.texts
        turn = Turn(inbound, person, city, texts, prefill.NOW, session, capabilities.FLOWS)
        overview.list_(turn, argument)
        return turn

    def timed(self, argument: str) -> tuple[float, Turn]:
        """Milliseconds it takes to read the list and write the answer."""
        with self._subject.database.read() as session:
            begun = time.perf_counter()
            turn = self.read(session, argument)
            return (time.perf_counter() - begun) * 1000, turn

    def through(self, pages: int) -> Iterator[float]:
        """The same for one page after the other, as far as ``pages``."""
        argument = ""
        for _ in range(pages):
            taken, turn = self.timed(argument)
            yield taken
            options = turn.postings[-1].outgoing.options
            forward = [each.value for each in options if each.label == turn.text("tickets-next")]
            argument = forward[-1].partition(" ")[2] if forward else ""


def with_every_filter(folder: Path, rounds: int) -> Part:
    """(f)."""
    path = prefill.prefilled(folder)
    on_sqlite = _measured(program.on_sqlite(folder, "f", path), rounds * RUNS)
    on_postgres = _measured(prefill_postgres.on_postgres(program.Postgres(), folder, path), rounds * RUNS)
    rows = [(name, *_middle_and_end(on_sqlite[name]), *_middle_and_end(on_postgres[name])) for name in on_sqlite]
    slowest = [max((_middle_and_end(taken)[1], name) for name, taken in on.items()) for on in (on_sqlite, on_postgres)]
    return Part(
        "f",
        f"/tiket with {prefill.COMPLAINTS:,} complaints, a busy agency having {prefill.BUSY_OPEN:,} of them open",
        COLUMNS,
        rows,
        ["what is timed: reading the list, counting the quick filters, writing the answer; 'next' goes page by page"],
        [
            Target(f"the slowest list on {name} ({what}), p99", figure, LIMIT, " ms", most=True)
            for name, (figure, what) in zip(("SQLite", "PostgreSQL"), slowest, strict=True)
        ],
    )


def _middle_and_end(taken: list[float]) -> tuple[float, float]:
    return statistics.median(taken), statistics.quantiles(taken, n=100)[98]


def _measured(subject: App, runs: int) -> Figures:
    clerk, admin = _readers(subject)
    figures: Figures = {}
    for reader, lists in ((clerk, CLERK), (admin, ADMIN)):
        for argument in lists:
            reader.timed(argument)  # the first time the database looks up what the second one knows
            figures[f"{reader.name}: {argument}"] = [reader.timed(argument)[0] for _ in range(runs)]
        figures[f"{reader.name}: next"] = list(reader.through(runs))
    subject.database.close()
    return figures


def _readers(subject: App) -> tuple[Reader, Reader]:
    with subject.database.read() as session:
        busy = session.exec(select(Agency.id).where(Agency.code == prefill.BUSY)).one()
        officers = select(Staff).where(Staff.agency_id == busy).order_by(col(Staff.id))
        officer = session.exec(officers).first()
    assert officer is not None
    clerk = StaffMember(officer.id or 0, officer.name, officer.role, officer.agency_id)
    return Reader(subject, clerk, "clerk"), Reader(subject, StaffMember(0, "Eko", Role.ADMIN, None), "admin")
