"""A clerk's lists: narrowed by words or buttons, page by page, on Telegram and typed on WhatsApp."""

from __future__ import annotations

from typing import Any

import pytest

from tests.city import City, Heard, Person, files
from tests.stock import DAY, change, happened, put

PASAR_USANG, GANTING = "13.74.02.1002", "13.74.01.1001"


@pytest.fixture
def budi(city: City) -> Person:
    """An operator of the agency that looks after street lights and waste."""
    return city.officer("perkimlh", "Budi")


def listed(message: Heard) -> list[str]:
    """The complaints in a list, in its order."""
    lines = message.text.split("\n")
    return [word for line in lines for word in line.split()[1:2] if "-" in word and word.replace("-", "").isdigit()]


def test_the_list_shows_what_a_clerk_needs_to_choose(city: City, budi: Person) -> None:
    number = put(city, "Lampu   jalan\nmati", area_code=GANTING, supporters=4)
    budi.says(f"/ambil {number}")
    change(city, number, due_at=city.clock.now() - 3 * DAY)
    budi.says("/tiket")
    line = budi.hears("1 laporan terbuka").text.split("\n")[1:3]

    assert line[0].startswith(f"🔴 {number} Lampu jalan · Ganting · sudah diambil · terlambat")
    assert line[0].endswith("✋ Budi · 👥 4")
    assert line[1] == "Lampu jalan mati"


def test_the_one_due_first_is_on_top(city: City, budi: Person) -> None:
    far, near = put(city, due_at=city.clock.now() + 9 * DAY), put(city, due_at=city.clock.now() + DAY)
    budi.says("/tiket")

    assert listed(budi.hears("2 laporan terbuka")) == [near, far]


def test_words_narrow_the_list_in_any_order(city: City, budi: Person) -> None:
    late: dict[str, Any] = {"due_at": city.clock.now() - DAY}
    wanted = put(city, "Lampu mati", area_code=GANTING, **late)
    put(city, "Lampu mati", area_code=GANTING)
    put(city, "Lampu mati", area_code=PASAR_USANG, **late)
    put(city, "Kabel putus", area_code=GANTING, **late)
    for said in ("/tiket lewat ganting lampu", "/tiket lampu ganting lewat", "/tickets overdue lampu di gantiang"):
        budi.says(said)

        assert listed(budi.hears("1 laporan: lewat tenggat · Kel. Ganting · “lampu”")) == [wanted]


def test_the_quick_filters_say_how_many_they_find(city: City, budi: Person) -> None:
    mine = put(city)
    budi.says(f"/ambil {mine}")
    put(city)
    waiting = put(city, status="waiting", due_at=None)
    budi.says("/tiket")
    assert [label for label in budi.hears("3 laporan").buttons if label[-1].isdigit() and "-" not in label] == [
        "🙋 Milik saya 1",
        "📥 Belum diambil 2",
        "⏸ Menunggu 1",
    ]
    budi.taps("Milik saya")
    assert listed(budi.hears("1 laporan: milik saya")) == [mine]
    budi.taps("Menunggu")
    assert listed(budi.hears("1 laporan: menunggu pelapor")) == [waiting]
    budi.taps("Semua 3")
    budi.hears("3 laporan terbuka")


@pytest.mark.parametrize("where", ["telegram", "whatsapp"])
def test_pages_are_turned_forward_and_back(city: City, where: str) -> None:
    budi = city.officer("perkimlh", "Budi", channel=where)
    numbers = [put(city, due_at=city.clock.now() + day * DAY) for day in range(1, 19)]
    budi.says("/tiket")
    assert listed(budi.hears("18 laporan terbuka", "(1–8)")) == numbers[:8]
    budi.taps("Berikutnya")
    assert listed(budi.hears("(9–16)")) == numbers[8:16]
    budi.taps("Berikutnya")
    assert listed(budi.hears("(17–18)")) == numbers[16:]
    budi.taps("Sebelumnya")
    assert listed(budi.hears("(9–16)")) == numbers[8:16]


def test_on_whatsapp_a_number_opens_the_complaint_or_the_next_page(city: City) -> None:
    budi = city.officer("perkimlh", "Budi", channel="whatsapp")
    numbers = [put(city, due_at=city.clock.now() + day * DAY) for day in range(1, 11)]
    budi.says("/tiket")
    budi.hears("9. Berikutnya →", "📥 Belum diambil 10: /tiket bebas")
    budi.says("9")
    assert listed(budi.hears("(9–10)")) == numbers[8:]
    budi.says("2")
    budi.hears(numbers[9], "Lampu jalan mati")
    budi.says("/tiket bebas")
    budi.hears("*10 laporan*: belum diambil")


def test_a_page_turned_when_the_rest_has_gone_shows_the_first(city: City, budi: Person) -> None:
    numbers = [put(city, due_at=city.clock.now() + day * DAY) for day in range(1, 10)]
    budi.says("/tiket")
    budi.says(f"/tolak {numbers[8]} bukan wewenang kami")
    budi.taps("Berikutnya")

    assert listed(budi.hears("8 laporan terbuka")) == numbers[:8]


def test_what_has_ended_is_found_with_semua(city: City, budi: Person) -> None:
    closed = put(city, "Tiang miring", status="closed", closed_at=city.clock.now())
    still = put(city, "Tiang roboh")
    budi.says("/tiket tiang")
    assert listed(budi.hears("1 laporan: “tiang”")) == [still]
    budi.says("/tiket semua tiang")
    assert listed(budi.hears("yang terbaru di atas", "“tiang”")) == [still, closed]
    budi.says("/tiket semua")
    assert listed(budi.hears("Semua laporan")) == [still, closed]


def test_an_answer_of_a_citizen_nobody_has_read_is_found(city: City, budi: Person) -> None:
    answered, asked = put(city), put(city)
    happened(city, answered, "added", "citizen")
    happened(city, asked, "added", "citizen")
    happened(city, asked, "replied")
    budi.says("/tiket dijawab")

    assert listed(budi.hears("1 laporan: sudah dijawab pelapor")) == [answered]


def test_nothing_found_is_said_with_what_was_looked_for(city: City, budi: Person) -> None:
    put(city)
    budi.says("/tiket pohon pisang")
    budi.hears("Tidak ada laporan dengan: Pohon · “pisang”")
    budi.taps("Semua 1")
    budi.hears("1 laporan terbuka")


def test_a_number_shows_that_complaint(city: City, budi: Person) -> None:
    number = put(city, "Lampu jalan mati di gang")
    budi.says(f"/tiket {number}")

    budi.hears(number, "mati di gang")


def test_an_agency_finds_its_own_only_and_an_admin_names_one(city: City, budi: Person) -> None:
    lamp, road = put(city), put(city, "Jalan berlubang", "jalan")
    secret = put(city, "Uang diminta", "pungli", visibility="secret")
    budi.says("/tiket dpupr")
    budi.hears("Tidak ada laporan")
    eko = city.officer(None, "Eko", role="admin")
    eko.says("/tiket")
    assert set(listed(eko.hears("2 laporan terbuka"))) == {lamp, road}
    eko.says("/tiket pupr")
    assert listed(eko.hears("1 laporan: OPD Dinas PUPR")) == [road]
    eko.says("/tiket semua")
    assert secret not in eko.hears("Semua laporan")


@pytest.mark.parametrize("coded", ["=", "=zzz", "=m.sx.c999 q", "=~~~", "=ml 1.1 1", "=e -1", "= zzzzzzz"])
def test_whatever_stands_on_an_old_button_is_answered(city: City, budi: Person, coded: str) -> None:
    put(city)
    budi.says(f"/tiket {coded}")

    assert budi.new
    assert not any("gangguan" in message for message in budi.new)


def test_numbers_in_the_words_are_masked_in_lists_too(city: City, budi: Person) -> None:
    put(city, "Hubungi saya di 081234567890")
    budi.says("/tiket")

    assert "081234567890" not in budi.hears("Hubungi saya")


def test_a_clerk_reads_and_writes_the_list_in_english(city: City, budi: Person) -> None:
    number = files(city.citizen("whatsapp"))
    budi.says("/bahasa en")
    budi.says("/tickets new")

    assert listed(budi.hears("1 report: new")) == [number]
