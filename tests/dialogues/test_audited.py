"""Each command of staff that does or reveals something leaves its trace in the audit log, under the person's number."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from sqlmodel import col, select

from handlers.menu import TABLE
from storage.models import Audit, Staff
from tests.city import City, files

FOR_STAFF = {command.words[0] for command in TABLE.commands if not command.allowed(None)}
EXEMPT = {
    "tiket": "a list",
    "ringkasan": "a list",
    "rapor": "figures",
    "loket": "begins a conversation, at whose end the filing is written down",
    "setujui": "needs a secret: test_identity.py",
    "larang": "needs a secret: test_identity.py",
    "coba": "changes nothing",
    "jawab": "needs a question: test_answers_loop.py",
    "pertanyaan": "needs a question: test_answers_loop.py",
    "usulan": "needs a question: test_answers_loop.py",
}


@dataclass(frozen=True)
class Scene:
    """What stands behind the command, what is said before and after, by whom and where."""

    argument: str = "{number} sudah kami periksa di lapangan"
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    officer: tuple[str | None, str] = ("perkimlh", "head")
    group: bool = False


DRAFT = ("/jawaban baru Uji zona", "1", "Isi jawaban")

# Where a number and a reason are not what the command needs.
SCENES = {
    "admin": Scene("rute jalan ganting dpupr", after=("ya",), officer=(None, "admin")),
    "akses": Scene(""),
    "alih": Scene("{number} dpupr salah alamat"),
    "buka": Scene(before=("/tolak {number} bukan wewenang kami",)),
    "cuti": Scene("besok ganti Ani"),
    "gabung": Scene("{number} {other}"),
    "jawaban": Scene("baru Uji zona", after=DRAFT[1:]),
    "kait": Scene("{number} {other}"),
    "pecah": Scene("{number} Sampah menumpuk juga di sana", after=("1",)),
    "pisah": Scene(before=("/gabung {number} {other}",)),
    "grup": Scene("", group=True),
    "lepas": Scene(before=("/ambil {number}",)),
    "makro": Scene("simpan cek ambil; catat sudah ditelepon"),
    "massal": Scene("lampu", after=("1", "1", "ya")),
    "piket": Scene("atur senin 16.00-08.00 Ani"),
    "sp4n": Scene("{number} 1916449"),
    "tarik": Scene("uji_zona", before=(*DRAFT, "/terbitkan uji_zona", "Perda 1", "ya"), after=("ya",)),
    "templat": Scene("simpan jadwal Petugas kami datang besok pagi."),
    "terbitkan": Scene("uji_zona", before=DRAFT, after=("Perda 1", "ya")),
    "tugas": Scene("{number} Ani"),
}


def traces(city: City) -> list[tuple[str, str, str | None]]:
    """What was done, to what and by whom."""
    query = select(Audit.action, Audit.object, Staff.name).join(Staff, isouter=True).order_by(col(Audit.id))
    with city.database.read() as session:
        return [(action, thing, name) for action, thing, name in session.exec(query)]


@pytest.fixture
def other(city: City) -> str:
    """Another complaint of the same agency."""
    return files(city.citizen("whatsapp", "Rina"), "Tiang lampu taman miring di Ganting sejak gempa")


@pytest.fixture
def number(city: City, other: str) -> str:
    """A complaint with numbers in it; agencies have somebody to read of it."""
    for agency, name in (("dpupr", "Wati"), ("diskominfo", "Kiki"), ("perkimlh", "Ani")):
        city.officer(agency, name)
    return files(city.citizen("whatsapp", "Siti"), "Lampu jalan mati di Pasar Usang, hubungi 0812 3456 7890")


@pytest.mark.parametrize("command", sorted(FOR_STAFF - set(EXEMPT)))
def test_a_command_of_staff_is_in_the_audit_log(city: City, command: str, number: str, other: str) -> None:
    scene = SCENES.get(command, Scene())
    officer = city.officer(scene.officer[0], "Hani", scene.officer[1])
    if scene.group:
        officer = officer.in_group()
    for words in scene.before:
        officer.says(words.format(number=number, other=other))
    before = len(traces(city))
    for words in (f"/{command} {scene.argument}", *scene.after):
        officer.says(words.format(number=number, other=other))
    fresh = traces(city)[before:]

    # A new command that only lists belongs into EXEMPT, one that wants other words into SCENES.
    assert fresh, [message.text for message in officer.heard[-3:]]
    assert {name for _, _, name in fresh} == {"Hani"}
    assert len(set(fresh)) == len(fresh), "nothing is written down twice"


def test_every_exemption_is_of_a_command_there_is() -> None:
    assert set(EXEMPT) | set(SCENES) <= FOR_STAFF
