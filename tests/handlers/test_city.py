"""The snapshot of the city, read from the tables."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from handlers.city import City, load_city
from storage import seed
from storage.database import Database
from storage.models import Agency, CalendarDay, Category
from tests.handlers.conftest import PADANG_PANJANG, RULES

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)


def read(database: Database) -> City:
    """The city as the tables have it."""
    with database.read() as session:
        return load_city(session, RULES)


def test_a_snapshot_is_read_from_the_tables(database: Database) -> None:
    seed.load(database, PADANG_PANJANG, now=NOW)
    city = read(database)

    assert len(city.kelurahan) == 16
    assert city.areas["13.74.02.1008"].postal_code == "27114"
    assert city.guess_categories("lampu jalan mati")[0].code == "lampu_jalan"
    assert city.locate(-0.4616, 100.4181).area == city.areas["13.74.01.1001"]
    assert city.emergencies("kebakaran")


def test_a_city_without_a_word_in_its_tables_answers_everything_with_nothing(database: Database) -> None:
    city = read(database)

    assert city.guess_categories("lampu jalan mati") == []
    assert city.find_areas("pasar usang") == []
    assert city.emergencies("kebakaran") == ()
    assert not city.locate(-0.46, 100.4).inside


def test_categories_come_in_the_order_of_the_file(padang_panjang: City) -> None:
    codes = list(padang_panjang.categories)

    assert codes[:2] == ["lampu_jalan", "jalan"]
    assert codes[-1] == "lainnya"


def test_extortion_is_secret_and_goes_to_the_inspectorate(padang_panjang: City) -> None:
    extortion = padang_panjang.categories["pungli"]

    assert extortion.visibility == "secret"
    assert padang_panjang.agencies[extortion.agency_id].code == RULES.secret_agencies[0]


def test_what_is_not_the_city_s_is_checked_by_the_fallback_agency(padang_panjang: City) -> None:
    fallback = padang_panjang.agency(RULES.fallback_agency).id

    assert {padang_panjang.categories[code].agency_id for code in ("listrik", "luar_kewenangan", "lainnya")} == {
        fallback
    }


def test_every_category_s_agency_is_there(padang_panjang: City) -> None:
    assert all(category.agency_id in padang_panjang.agencies for category in padang_panjang.categories.values())


@pytest.mark.parametrize("language", ["id", "en", "min"])
def test_everything_has_a_name_in_every_language(padang_panjang: City, language: str) -> None:
    city = padang_panjang
    names = [agency.names for agency in city.agencies.values()]
    names += [category.names for category in city.categories.values()]
    names += [number.names for number in city.emergencies("kebakaran kecelakaan perampokan")]

    assert all(language in known for known in names)


def test_a_hint_is_no_keyword(padang_panjang: City) -> None:
    light = padang_panjang.categories["lampu_jalan"]

    assert "gelap" in light.hints
    assert not any(word.startswith("~") for word in light.keywords + light.hints)


def test_a_retired_category_is_found_by_its_id_only(database: Database) -> None:
    with database.write() as session:
        agency = Agency(code="works", names={"id": "Pekerjaan Umum"})
        session.add(agency)
        session.flush()
        category = Category(code="old", names={"id": "Lama"}, keywords=["lama"], agency_id=agency.id or 0, active=False)
        session.add(category)
    city = read(database)

    assert city.category_by_id(category.id or 0).code == "old"
    assert "old" not in city.categories
    assert city.guess_categories("lama") == []


def test_an_agency_is_named_in_the_language_asked_for_or_in_indonesian(database: Database) -> None:
    with database.write() as session:
        session.add(Agency(code="works", names={"id": "Pekerjaan Umum", "en": "Public Works"}))
    works = read(database).agency("works")

    assert (works.name("en"), works.name("min")) == ("Public Works", "Pekerjaan Umum")


def test_the_operator_s_table_lies_on_top_of_the_holidays(database: Database) -> None:
    with database.write() as session:
        session.add(Agency(id=1, code="works", names={"id": "Pekerjaan Umum"}))
        session.add(CalendarDay(date=date(2026, 11, 25), working=False))

    assert read(database).hours(1).after_days(NOW, 1) == datetime(2026, 11, 26, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("category", "text", "urgent"),
    [
        ("pohon", "Pohon tumbang menutup jalan", True),
        ("pohon", "pohon tumban di jalan", True),
        ("pohon", "Minta pohon depan rumah dipangkas", False),
        ("drainase", "Banjir masuk rumah warga", True),
        ("drainase", "Got mampet dan bau", False),
        ("damkar", "Ada ular di dapur", True),
        ("air_bersih", "pipa pecah, air menyembur ke jalan", True),
        ("air_bersih", "Tagihan air naik", False),
        ("bencana", "Kapan bantuan cair?", False),
        ("lampu_jalan", "Kebakaran di sebelah tiang lampu", True),
    ],
)
def test_what_cannot_wait_is_told_by_category_and_words(
    padang_panjang: City, category: str, text: str, urgent: bool
) -> None:
    assert padang_panjang.is_urgent(padang_panjang.categories[category].id, text) is urgent
