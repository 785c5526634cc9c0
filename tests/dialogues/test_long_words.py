"""Words of any length reach the other side whole, however many messages they take."""

from __future__ import annotations

from tests.city import City, Heard, Person, files

LONG = "Lampu jalan mati. " + " ".join(f"Nomor {count} juga & gelap." for count in range(130))


def told(*messages: Heard) -> str:
    """What messages say together, wherever they were cut."""
    return " ".join(" ".join(message.text for message in messages).split())


def test_a_long_complaint_is_filed_shown_shortened_on_the_card_and_read_whole(city: City, siti: Person) -> None:
    budi = city.officer("perkimlh", "Budi")
    number = files(siti, LONG)
    card = told(budi.last) if budi.last else ""

    assert LONG[:2000] in card
    assert LONG not in card
    assert LONG in told(*budi.says(f"/lihat {number}"))


def test_a_long_answer_is_heard_whole(city: City, siti: Person) -> None:
    budi = city.officer("perkimlh", "Budi")
    number = files(siti)
    before = len(siti.heard)
    budi.says(f"/balas {number} {LONG}")

    assert LONG in told(*siti.heard[before:])
