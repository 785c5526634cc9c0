"""Who is on duty is kept by the head and seen by everybody."""

from __future__ import annotations

import pytest

from tests.city import City, Person


def test_the_head_keeps_the_roster_and_everybody_sees_it(city: City, ani: Person, budi: Person, hera: Person) -> None:
    hera.says("/piket")
    hera.hears("Belum ada piket")
    hera.says("/piket atur senin-jumat 16.00-08.00 Ani")
    hera.hears("Piket Ani Wijaya dicatat", "setiap Senin 16.00–08.00", "setiap Jumat 16.00–08.00")
    hera.says("/piket atur libur 08.00-20.00 budi")
    hera.hears("hari libur 08.00–20.00")
    hera.says("/piket atur 25-11 08.00-08.00 Budi Santoso")
    hera.hears("Rabu, 25 November 2026 08.00–08.00")
    budi.says("/piket")
    shown = budi.hears("Sekarang tidak ada yang piket", "Selasa, 24 November 2026: 16.00–08.00 Ani Wijaya")
    assert "Rabu, 25 November 2026: 08.00–08.00 Budi Santoso" in shown
    assert "Rabu, 25 November 2026: 16.00" not in shown
    assert "Sabtu, 28 November 2026: 08.00–20.00 Budi Santoso" in shown
    assert "/piket hapus" not in shown
    city.clock.forward(hours=12)
    budi.says("/duty")
    budi.hears("Sekarang: Ani Wijaya (sampai besok 08.00)")
    budi.says("/piket atur senin 16.00-08.00 Budi")
    budi.hears("Hanya kepala")
    hera.says("/piket hapus 7")
    hera.hears("Dihapus: Rabu, 25 November 2026 08.00–08.00 Budi Santoso")
    hera.says("/piket hapus 7")

    hera.hears("Tidak ada jadwal piket #7")


@pytest.mark.parametrize("said", ["/piket atur", "/piket atur senin Ani", "/piket atur 16.00-08.00 Ani"])
def test_a_shift_needs_day_times_and_name(city: City, ani: Person, hera: Person, said: str) -> None:
    hera.says(said)

    hera.hears("Tulis hari, jam dan nama")


def test_an_administrator_names_the_agency(city: City, ani: Person) -> None:
    eko = city.officer(None, "Eko", "admin")
    eko.says("/piket")
    eko.hears("Piket dinas mana")
    eko.says("/piket atur perkimlh setiap hari 16.00-08.00 Ani")
    eko.hears("setiap Senin", "setiap Minggu")
    eko.says("/piket perkimlh")

    eko.hears("Ani Wijaya", "#1 setiap Senin 16.00–08.00")
