"""The weather of a kelurahan and the newest earthquakes: from what BMKG said last, with its age, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from handlers.info import bmkg
from handlers.places import Places
from storage import bulletins
from tests.city import City, Person
from tests.conftest import NOW
from tests.payloads.bmkg_documents import GANTING, forecast, quake, quakes, recorded

MORNING = datetime(2026, 11, 24, 0, tzinfo=UTC)  # 07.00 in Padang Panjang
SKY = [
    ("Cerah", "Sunny", 20),  # over by ten o'clock
    ("Cerah Berawan", "Partly Cloudy", 24),
    ("Hujan Ringan", "Light Rain", 22),
    ("Hujan Ringan", "Light Rain", 21),
    ("Berawan", "Mostly Cloudy", 19),
    ("Cerah", "Sunny", 18),  # tomorrow, 22.00 having been today's last
    ("Hujan Petir", "Thunderstorm", 17),
]
HERE = {"Coordinates": "-0.62,100.11", "Wilayah": "40 km BaratDaya Kota Padang Panjang", "Magnitude": "4.6"}


def came(city: City, name: str, body: str, at: datetime = NOW, error: str = "") -> None:
    """A worker has fetched a document, and perhaps failed to fetch a newer one since."""
    with city.database.write() as session:
        bulletins.claim(session, name, now=at, before=at)
        bulletins.keep(session, name, body, mark="", now=at)
        if error:
            bulletins.fail(session, name, error)


def sky(city: City, **more: str) -> None:
    """There is a forecast for Ganting."""
    came(city, bmkg.WEATHER + GANTING, forecast(MORNING, SKY), **more)  # type: ignore[arg-type]


def test_the_rest_of_today_and_tomorrow_are_told_in_few_lines(city: City, siti: Person) -> None:
    sky(city)
    siti.says("/cuaca gantiang")

    told = siti.hears("Cuaca di").text
    assert "Sumber: BMKG, diambil 24 Nov 2026 10.00 WIB" in told
    assert "☔ Hari ini diperkirakan hujan pukul 13.00–19.00." in told
    assert "Hari ini" in told
    assert "Selasa, 24 November 2026 · 18–24 °C" in told
    assert "10.00–13.00 ⛅ Cerah Berawan, 24 °C\n13.00–19.00 🌦️ Hujan Ringan, 21–22 °C\n19.00–22.00 ☁️ Berawan" in told
    assert "22.00–01.00 🌙 Cerah" in told
    assert "Besok" in told
    assert "01.00–04.00 ⛈️ Hujan Petir, 17 °C" in told
    assert "07.00" not in told


def test_weather_and_earthquakes_are_asked_for_in_ones_own_words(city: City, siti: Person) -> None:
    sky(city)
    came(city, bmkg.QUAKES[2], quakes(quake(NOW, **HERE)))
    siti.says("hujan ndak hari ko di gantiang?")
    siti.hears("Cuaca di", "Hujan Ringan")
    siti.says("barusan gempa berapa SR ya min")
    siti.hears("40 km Barat Daya")
    siti.says("banjir di Ganting karena hujan, rumah terendam")
    siti.hears("tantang apo")  # the complaint has begun, in the language she was found to speak

    assert city.complaints() == []


def test_the_kelurahan_is_asked_for_once_and_remembered(city: City, siti: Person) -> None:
    sky(city)
    siti.says("/cuaca")
    siti.hears("Cuaca di kelurahan mana?")
    siti.taps("Ganting")
    siti.hears("Cuaca di Ganting")
    siti.says("/cuaca")
    siti.hears("Cuaca di Ganting")
    siti.taps("Kelurahan lain")
    siti.hears("Cuaca di kelurahan mana?")


def test_a_name_that_several_share_is_asked_about(city: City) -> None:
    siti = city.citizen()
    siti.says("/cuaca silaing")

    assert list(siti.hears("kelurahan mana").buttons) == ["Silaing Atas", "Silaing Bawah"]


def test_every_kelurahan_can_be_chosen(city: City) -> None:
    siti = city.citizen()
    siti.says("/weather")

    assert len(siti.hears("kelurahan").buttons) == 16


def test_whoever_reads_english_or_minang_is_told_so(city: City) -> None:
    sky(city)
    siti = city.citizen()
    siti.says("/bahasa en")
    siti.says("/weather Ganting")
    siti.hears("Light Rain", "13:00–19:00", "Rain is expected today", "Sumber: BMKG")
    siti.says("/bahasa min")
    siti.says("/cuaca Ganting")
    siti.hears("Hari ko dipakiroan hujan", "Bisuak", "Sumber: BMKG")


def test_a_dry_day_is_said_to_be_dry(city: City) -> None:
    came(city, bmkg.WEATHER + GANTING, forecast(NOW, [("Cerah", "Sunny", 24)]))
    siti = city.citizen()
    siti.says("/cuaca Ganting")

    siti.hears("tidak ada hujan dalam prakiraan", "☀️ Cerah")


def test_late_in_the_day_only_tomorrow_is_told_and_degrees_only_where_known(city: City) -> None:
    came(city, bmkg.WEATHER + GANTING, forecast(NOW + timedelta(days=1), [("Cerah", "Sunny", 999)]))
    siti = city.citizen()
    siti.says("/cuaca Ganting")

    told = siti.hears("Besok, Rabu, 25 November 2026\n10.00–13.00 ☀️ Cerah\n").text
    assert "Hari ini" not in told


def test_without_a_forecast_the_answer_says_so(city: City) -> None:
    siti = city.citizen()
    siti.says("/cuaca Ganting")

    siti.hears("BMKG untuk Ganting belum ada pada kami", "bmkg.go.id")


def test_while_bmkg_cannot_be_reached_the_age_is_told(city: City) -> None:
    sky(city, error="status 500")
    city.clock.forward(hours=2)
    siti = city.citizen()
    siti.says("/cuaca Ganting")

    siti.hears("sedang tidak dapat dihubungi", "2 jam lalu", "Hujan Ringan")


def test_a_forecast_too_old_is_not_shown_as_current(city: City) -> None:
    sky(city)
    city.clock.forward(hours=13)
    siti = city.citizen()
    siti.says("/cuaca Ganting")

    assert "Hujan" not in siti.hears("13 jam lalu", "terlalu lama").text


def test_a_forecast_that_is_over_is_not_shown(city: City) -> None:
    came(city, bmkg.WEATHER + GANTING, forecast(NOW - timedelta(days=2), SKY))
    siti = city.citizen()
    siti.says("/cuaca Ganting")

    siti.hears("terlalu lama")


def test_where_nothing_is_fetched_from_bmkg_nothing_is_told(city: City) -> None:
    city.snapshot = replace(city.snapshot, rules=replace(city.snapshot.rules, bmkg=False))
    siti = city.citizen()
    siti.says("/cuaca")
    siti.hears("belum tersambung")
    siti.says("/gempa")
    siti.hears("belum tersambung")


def test_the_newest_earthquake_is_told_in_full(city: City, siti: Person) -> None:
    for name in bmkg.QUAKES:
        came(city, name, recorded(name.partition(":")[2]))
    siti.says("/gempa")

    told = siti.hears("Gempa terbaru menurut BMKG").text
    assert "M 5,4" in told
    assert "kedalaman 10 km" in told
    assert "18 km Timur Laut Pekalongan" in told
    assert "16 Feb 2026 13.15 WIB" in told
    assert "± 1.250 km dari Kota Padang Panjang" in told
    assert "Tidak berpotensi tsunami" in told
    assert "III Pekalongan, II Batang" in told
    assert "DataMKG/TEWS/20260216131530.mmi.jpg" in told
    assert "M 5,1 · 50 km Barat Laut Denpasar" in told
    assert "M 4,2 · 25 km Barat Semarang" in told
    assert told.count("Pekalongan, ") == 1, "an event in three documents is one"
    assert "Sumber: BMKG, diambil 24 Nov 2026 10.00 WIB" in told
    assert "Kalau ini darurat" not in "".join(message.text for message in siti.new)


def test_earthquakes_near_the_city_come_before_those_far_away(city: City) -> None:
    near, far = quake(NOW - timedelta(days=2), **HERE), quake(NOW - timedelta(days=1))
    came(city, bmkg.QUAKES[2], quakes(quake(NOW - timedelta(hours=1)), far, near))
    siti = city.citizen()
    siti.says("/gempa")

    told = siti.hears("Gempa lain dalam 300 km").text
    assert "M 4,6 · 40 km Barat Daya Kota Padang Panjang · ± 36 km" in told
    assert told.count("Timur Laut Pekalongan") == 1


def test_what_bmkg_says_of_a_tsunami_is_told_in_its_words(city: City) -> None:
    siti = city.citizen()
    for words, heard in (
        ("Berpotensi tsunami <b>", "🚨 BMKG: Berpotensi tsunami <b>."),
        ("Gempa ini dirasakan untuk diteruskan pada masyarakat", "BMKG: Gempa ini dirasakan"),
    ):
        came(city, bmkg.QUAKES[0], quakes(quake(NOW, Potensi=words)), at=city.clock.now())
        siti.says("/gempa")
        assert heard in siti.hears("Gempa terbaru").text
        city.clock.forward(minutes=5)


def test_without_earthquakes_the_answer_says_so(city: City) -> None:
    siti = city.citizen()
    siti.says("/gempa")

    siti.hears("BMKG belum ada pada kami", "112")


def test_old_earthquakes_are_not_told_as_the_newest(city: City) -> None:
    came(city, bmkg.QUAKES[0], recorded("autogempa"), error="TimeoutError")
    siti = city.citizen()
    city.clock.forward(minutes=30)
    siti.says("/gempa")
    siti.hears("Data ini kami terima 30 menit lalu", "Gempa terbaru")
    city.clock.forward(hours=2)
    siti.says("/gempa")

    assert "terbaru" not in siti.hears("2 jam lalu", "Gempa terakhir yang kami ketahui", "Pekalongan").text


def test_one_document_that_is_current_is_enough(city: City) -> None:
    came(city, bmkg.QUAKES[1], quakes(quake(NOW - timedelta(days=9), Wilayah="Jauh")), at=NOW - timedelta(days=1))
    came(city, bmkg.QUAKES[0], recorded("autogempa"))
    siti = city.citizen()
    siti.says("/earthquake")

    assert "Jauh" not in siti.hears("Gempa terbaru").text


def test_an_earthquake_of_unknown_depth_is_told_without_it(city: City) -> None:
    came(city, bmkg.QUAKES[0], quakes(quake(NOW, Kedalaman="", Potensi="", Dirasakan="", Shakemap="")))
    siti = city.citizen()
    siti.says("/gempa")

    assert "kedalaman" not in siti.hears("M 5,4").text


def test_a_city_that_nobody_has_drawn_is_no_distance_away(city: City) -> None:
    came(city, bmkg.QUAKES[2], recorded("gempadirasakan"))
    city.snapshot = replace(city.snapshot, _places=Places([], 60))
    siti = city.citizen()
    siti.says("/gempa")

    assert "±" not in siti.hears("Gempa terbaru", "Semarang").text


def test_a_cry_for_help_is_heard_although_gempa_is_a_command(city: City) -> None:
    siti = city.citizen()
    siti.says("/gempa kami terjebak")

    siti.hears("Kalau ini darurat")
