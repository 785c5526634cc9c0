"""The chats shown in the guides are what people really say and hear.

To bring the pages into step after a change: ``UDAJANG_WRITE_TRANSCRIPTS=1 pytest tests/dialogues/test_transcripts.py``.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.chores import Chores
from handlers.staff import mornings
from tests import transcripts
from tests.city import City, Person, files
from tests.dialogues.forum import thread_of
from tests.transcripts import Transcript

GUIDE = Path(__file__).parents[2] / "docs" / "staff.md"


@pytest.fixture
def story(city: City) -> Transcript:
    """A chat to be written down."""
    return Transcript(city)


@pytest.fixture
def rosna(city: City) -> Person:
    """A citizen on WhatsApp."""
    return city.citizen("whatsapp", "Rosna")


def test_a_complaint_from_its_card_to_its_end_in_a_topic(city: City, story: Transcript, rosna: Person) -> None:
    ani = city.officer("perkimlh", "Ani").in_group(forum=True)
    ani.says("/grup")
    clerk = story.who("Ani", ani)
    citizen = story.who("Rosna", rosna)
    story.mute("Rosna")
    number = files(rosna, visibility="Anonim")
    story.hear()
    thread = thread_of(city, number)
    story.unmute("Rosna")
    clerk.says("/ambil", thread=thread)
    clerk.says("tiangnya nomor 14, perlu mobil tangga", thread=thread)
    clerk.says("/balas Petugas kami datang besok pagi, Bu.", thread=thread)
    city.clock.forward(days=1)
    clerk.says("/selesai Lampu sudah diganti, sudah menyala.", thread=thread)
    citizen.taps("Belum")
    citizen.says("Masih mati kalau malam")
    city.clock.forward(hours=2)
    clerk.says("/selesai Kabelnya yang putus, sekarang sudah disambung.", thread=thread)
    citizen.taps("Ya, beres")
    transcripts.check(GUIDE, "topic", story.text())


def test_a_morning_on_whatsapp_by_typing(city: City, story: Transcript) -> None:
    budi = city.officer("perkimlh", "Budi", channel="whatsapp")
    first = files(city.citizen("telegram", "Siti"))
    files(city.citizen("telegram", "Tono"), "Lampu taman di Ganting pecah kena lempar, kaca berserakan")
    clerk = story.who("Budi", budi)
    clerk.says("/tiket")
    clerk.says(f"/lihat {first}")
    clerk.says(f"/makro mulai {first}")
    clerk.says(f"/tanya {first} Tiang yang di depan masjid atau di seberangnya?")
    transcripts.check(GUIDE, "whatsapp", story.text())


def test_not_ours(city: City, story: Transcript) -> None:
    budi, dewi = city.officer("perkimlh", "Budi"), city.officer("diskominfo", "Dewi")
    city.officer("dpupr", "Candra")
    number = files(city.citizen("telegram", "Siti"), "Lampu jalan mati karena jalan amblas di Pasar Usang")
    clerk, verifier = story.who("Budi", budi), story.who("Dewi", dewi)
    clerk.taps("Bukan wewenang kami")
    clerk.says("Jalannya yang amblas, ini pekerjaan PU")
    verifier.says(f"/alih {number} dpupr Jalan amblas, tiang ikut miring")
    transcripts.check(GUIDE, "forward", story.text())


def test_what_the_morning_brings(city: City, story: Transcript) -> None:
    budi = city.officer("perkimlh", "Budi")
    for each in range(3):
        files(city.citizen("telegram", f"Warga {each}"), visibility="Anonim")
    clerk = story.who("Budi", budi)
    with city.desk.office() as office:
        mornings.arm(office)
    city.clock.forward(days=1)
    Chores(city.desk).ring()
    city.deliver()
    story.hear()
    clerk.says("/massal bebas lampu")
    clerk.taps("balas")
    clerk.says("#jadwal besok pagi")
    clerk.taps("Ya, lakukan")
    transcripts.check(GUIDE, "morning", story.text())
