"""When the office is closed: what is urgent finds whoever is on duty, all else waits, and the citizen knows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col, select

from handlers.complaints import arrivals
from storage.models import Attachment, CalendarDay, Outbox
from tests.city import City, Person, files, snapshot_of
from tests.dialogues.teamwork.passing import pass_time, unread

FALLEN = "Pohon tumbang menutup jalan di Pasar Usang"
NIGHT, OPENING = 10, 11.5  # hours: from 10.00 to 20.00, and from there to 07.30


@pytest.fixture
def night(city: City, ani: Person, budi: Person, hera: Person) -> None:
    """Tuesday, 20.00; Ani is on duty until the morning."""
    hera.says("/piket atur setiap hari 16.00-08.00 Ani")
    city.clock.forward(hours=NIGHT)
    unread(ani, budi, hera)


def test_what_can_wait_waits_for_the_office_to_open(
    city: City, siti: Person, ani: Person, budi: Person, night: None
) -> None:
    number = files(siti)
    siti.hears(number, "sedang tutup dan buka besok 07.30")
    assert (ani.new, budi.new) == ([], [])
    pass_time(city, hours=OPENING - 0.1)
    assert (ani.new, budi.new) == ([], [])
    pass_time(city, hours=0.2)
    budi.hears("🆕", number)
    ani.hears("🆕", number)
    unread(budi)
    pass_time(city, hours=1)

    assert budi.new == []


def test_what_is_urgent_finds_whoever_is_on_duty_at_once_and_the_others_in_the_morning(
    city: City, siti: Person, ani: Person, budi: Person, night: None
) -> None:
    number = files(siti, FALLEN)
    siti.hears(number, "petugas piket sudah diberi tahu")
    ani.hears("Mendesak", number, "Anda sedang piket", "Pohon tumbang")
    assert budi.new == []
    ani.taps("Ambil")
    siti.hears("sudah mengambil laporan Anda")
    ani.says(f"/proses {number}")
    pass_time(city, hours=OPENING)

    budi.hears("🆕", number, "sedang dikerjakan")


def test_emergency_words_are_urgent_whatever_the_category(city: City, siti: Person, ani: Person, night: None) -> None:
    number = files(siti, "Tiang lampu jalan menimpa rumah warga di Pasar Usang")

    ani.hears("Mendesak", number)


def test_without_anybody_on_duty_what_is_urgent_goes_to_all_at_once(
    city: City, siti: Person, ani: Person, budi: Person
) -> None:
    city.clock.forward(hours=NIGHT)
    number = files(siti, FALLEN)

    for officer in (ani, budi):
        officer.read = 0
        officer.hears("🆕", number)
    assert not any("sedang tutup" in message for message in siti.heard)


def test_whoever_stands_in_for_the_one_on_duty_is_called(
    city: City, siti: Person, ani: Person, budi: Person, night: None
) -> None:
    ani.says("/cuti hari ini sampai besok ganti Budi")
    unread(ani, budi)
    number = files(siti, FALLEN)
    budi.hears("Mendesak", number)

    assert ani.new == []


def test_additions_wait_too_unless_urgent_or_somebody_is_at_work(
    city: City, siti: Person, ani: Person, budi: Person, hera: Person
) -> None:
    hera.says("/piket atur setiap hari 16.00-08.00 Ani")
    number = files(siti)
    budi.says(f"/ambil {number}")
    budi.says(f"/proses {number}")
    city.clock.forward(hours=NIGHT)
    unread(ani, budi)
    siti.says(f"/tambah {number} Di depan masjid")
    siti.hears("Sudah ditambahkan", "buka besok 07.30")
    assert budi.new == []
    siti.says(f"/tambah {number} Sekarang tiangnya menimpa rumah")
    ani.hears("Mendesak", "pelapor menambahkan", "menimpa rumah")
    assert budi.new == []
    budi.says(f"/balas {number} Kami cek")
    budi.hears("Belum dikirim", "Di depan masjid", "menimpa rumah")
    budi.taps("Tetap kirim")
    unread(budi)
    siti.says(f"/tambah {number} Terima kasih")
    budi.hears("Tambahan dari pelapor", "Terima kasih")
    unread(budi)
    pass_time(city, hours=OPENING)

    assert [message for message in budi.new if "Di depan masjid" in message or "menimpa rumah" in message]


def test_the_midday_break_is_no_night(city: City, siti: Person, ani: Person, hera: Person) -> None:
    hera.says("/piket atur setiap hari 16.00-08.00 Ani")
    city.clock.forward(hours=2, minutes=30)  # 12.30
    number = files(siti)

    ani.read = 0
    ani.hears("🆕", number)


def test_a_holiday_entered_meanwhile_moves_the_opening(city: City, siti: Person, budi: Person, night: None) -> None:
    number = files(siti)
    with city.database.write() as session:
        tomorrow = city.clock.now().date() + timedelta(days=1)
        session.add(CalendarDay(date=tomorrow, working=False, name="Hari jadi kota"))
    city.snapshot = snapshot_of(city.database)
    pass_time(city, hours=OPENING)
    assert budi.new == []
    pass_time(city, hours=24)

    budi.hears("🆕", number)


def test_what_has_ended_by_the_morning_is_no_news(
    city: City, siti: Person, ani: Person, budi: Person, night: None
) -> None:
    number = files(siti, FALLEN)
    ani.says(f"/tolak {number} Pohon di luar kota")
    unread(budi)
    pass_time(city, hours=OPENING)

    assert not any("🆕" in message for message in budi.new)


def test_photos_come_with_the_card_and_not_before(city: City, siti: Person, budi: Person, night: None) -> None:
    number = files(siti)
    siti.sends(photo="file-1", text=f"/tambah {number} ini fotonya")
    with city.desk.office() as office:
        row = office.session.exec(select(Attachment)).first()
        assert row is not None
        row.state, row.path = "stored", "a.jpg"
        arrivals.show_attachment(office, row)
    city.deliver()
    assert budi.new == []
    pass_time(city, hours=OPENING)
    budi.hears("Tambahan dari pelapor", "ini fotonya")

    assert sum(message.media for message in budi.new) == 1


def test_the_call_to_whoever_is_on_duty_goes_before_all_else(
    city: City, siti: Person, ani: Person, night: None
) -> None:
    files(siti, FALLEN)
    with city.database.read() as session:
        calls = session.exec(select(Outbox.priority).where(col(Outbox.key).startswith("team:event:"))).all()

    assert calls == [0]
