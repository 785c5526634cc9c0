"""Whoever is about to file what others have filed is asked to support it instead, and then follows it."""

from __future__ import annotations

import pytest

from bot.chores import Chores
from handlers.complaints import likeness
from handlers.complaints.likeness import Sketch
from tests.city import CENTRE, City, Heard, Person

STORY = "Lampu jalan mati di dekat pos ronda Pasar Usang"
SAME = "Lampu di pos ronda padam sejak kemarin, jalan gelap sekali"
METRE = 1 / 111_195  # degrees of latitude


@pytest.fixture
def budi(city: City) -> Person:
    """An operator of the agency that looks after street lights."""
    return city.officer("perkimlh", "Budi")


@pytest.fixture
def tono(city: City) -> Person:
    """A citizen on Telegram, where it takes one channel to tell the fact."""
    return city.citizen("telegram", "Tono")


def tells(person: Person, text: str = SAME, pin: tuple[float, float] | None = CENTRE, place: str = "") -> Heard:
    """Begin to file, up to what is asked once the place is known."""
    person.says(text)
    person.taps("Lampu jalan")
    if pin is None:
        person.says(place)
    else:
        person.sends(pin=pin)
    assert person.last is not None
    return person.last


def filed_at(person: Person, pin: tuple[float, float] = CENTRE, visibility: str = "Umum", text: str = STORY) -> str:
    """File a complaint with a pin, whatever others have filed."""
    if "hal yang sama" in tells(person, text, pin):
        person.taps("ini lain")
    person.taps("Tanpa foto")
    person.taps(visibility)
    person.taps("Kirim")
    return person.number()


def moved(metres: float) -> tuple[float, float]:
    """That far north of the centre."""
    return (CENTRE[0] + metres * METRE, CENTRE[1])


# --- the question


def test_the_same_beside_it_is_supported_by_a_tap(city: City, siti: Person, budi: Person) -> None:
    number = filed_at(city.citizen("telegram", "Ani"))
    city.clock.forward(days=3)
    siti.says(SAME)
    siti.taps("Lampu jalan")
    siti.says("pos ronda Pasar Usang")
    while siti.last and "hal yang sama" not in siti.last.text:
        siti.taps(next(iter(siti.last.buttons)))
    siti.hears("Seorang warga sudah melaporkan hal yang sama", number, "3 hari lalu", "Pasar Usang")
    siti.taps("Ya, dukung")
    siti.hears("Terima kasih", number)

    assert len(city.complaints()) == 1
    assert city.complaints()[0].supporters == 1
    assert city.events(number) == ["filed", "supported"]


def test_how_many_have_reported_it_is_counted(city: City, tono: Person) -> None:
    filed_at(city.citizen("telegram", "Ani"))
    for name in ("Rina", "Joni"):
        other = city.citizen("telegram", name)
        tells(other)
        other.taps("Ya, dukung")

    assert "3 warga sudah melaporkan hal yang sama" in tells(tono)


def test_who_says_that_it_is_another_goes_on_filing(city: City, tono: Person) -> None:
    first = filed_at(city.citizen("telegram", "Ani"))
    second = filed_at(tono)

    assert first != second
    assert [each.supporters for each in city.complaints()] == [0, 0]


@pytest.mark.parametrize(
    ("metres", "text", "asked"),
    [(140, SAME, True), (160, SAME, False), (0, "Tiang listrik miring mau roboh", False)],
    ids=["near", "far", "about something else"],
)
def test_it_must_be_near_and_in_like_words(city: City, tono: Person, metres: float, text: str, asked: bool) -> None:
    filed_at(city.citizen("telegram", "Ani"))
    tono.says(text)
    if "Lampu" not in str(tono.last):
        tono.taps("Lainnya")
    while tono.last and "Di mana tempatnya" not in tono.last.text:
        tono.taps("Lampu jalan")
    tono.sends(pin=moved(metres))

    assert ("hal yang sama" in str(tono.last)) == asked


def test_without_a_pin_the_kelurahan_and_the_words_for_the_place_decide(city: City, tono: Person) -> None:
    ani = city.citizen("telegram", "Ani")
    tells(ani, STORY, None, "depan masjid Nurul Huda, Pasar Usang")
    ani.taps("Tanpa foto")
    ani.taps("Umum")
    ani.taps("Kirim")

    assert "hal yang sama" in tells(tono, SAME, None, "Pasar Usang, mesjid nurul huda")
    tono.says("/batal")
    assert "hal yang sama" not in tells(tono, SAME, None, "Pasar Usang, gang melati dekat SD 4")


@pytest.mark.parametrize("then", ["secret", "closed", "old", "rejected"])
def test_what_is_secret_ended_or_old_is_not_offered(city: City, tono: Person, budi: Person, then: str) -> None:
    ani = city.citizen("telegram", "Ani")
    number = filed_at(ani, visibility="Rahasia" if then == "secret" else "Umum")
    if then == "closed":
        budi.says(f"/selesai {number} sudah")
        ani.says(f"/beres {number}")
    elif then == "rejected":
        budi.says(f"/tolak {number} milik PLN")
    elif then == "old":
        city.clock.forward(days=31)

    assert "Ada foto" in tells(tono)


def test_nobody_is_asked_where_things_are_secret(city: City, tono: Person) -> None:
    bribe = "Pegawai minta uang pungli supaya izin saya cepat keluar"
    for person in (city.citizen("telegram", "Ani"), tono):
        person.says(bribe)
        person.taps(next(iter(person.last.buttons if person.last else ())))
        person.sends(pin=CENTRE)
        person.hears("Ada foto")
        person.taps("Tanpa foto")
        person.taps("Kirim")

    assert [each.visibility for each in city.complaints()] == ["secret", "secret"]


def test_ones_own_complaint_is_added_to(city: City, tono: Person) -> None:
    number = filed_at(tono)
    assert "Anda sendiri sudah melaporkan hal yang sama" in tells(tono)
    tono.taps("Ya, tambahkan")
    tono.hears("Sudah ditambahkan", number)

    assert len(city.complaints()) == 1
    assert city.events(number) == ["filed", "added"]


def test_a_changed_place_is_looked_at_anew(city: City, tono: Person) -> None:
    filed_at(city.citizen("telegram", "Ani"), moved(1000))
    tells(tono)
    tono.taps("Tanpa foto")
    tono.taps("Umum")
    tono.taps("Ubah tempat")
    tono.sends(pin=moved(1000))

    tono.hears("hal yang sama")


def test_a_no_is_kept_when_other_things_are_changed(city: City, tono: Person) -> None:
    filed_at(city.citizen("telegram", "Ani"))
    tells(tono)
    tono.taps("ini lain")
    tono.taps("Tanpa foto")
    tono.taps("Umum")
    tono.taps("Ubah siapa")
    tono.taps("Anonim")

    tono.hears("Periksa dulu")


def test_photos_sent_along_come_with_the_support(city: City, tono: Person, budi: Person) -> None:
    number = filed_at(city.citizen("telegram", "Ani"))
    tono.sends(photo="P1", text=SAME)
    tono.taps("Lampu jalan")
    tono.sends(pin=CENTRE)
    tono.taps("Ya, dukung")
    tono.hears("Terima kasih")
    budi.says(f"/lihat {number}")

    budi.hears(number, "Didukung 1 warga lain", "pos ronda padam")


# --- following


def supporting(city: City, channel: str = "telegram", name: str = "Tono") -> tuple[str, Person, Person]:
    """A complaint, its citizen and a supporter who has read everything so far."""
    ani, tono = city.citizen("telegram", "Ani Putri"), city.citizen(channel, name)
    number = filed_at(ani)
    tono.says(f"/dukung {number}")
    tono.hears("Terima kasih", number)
    tono.read, ani.read = len(tono.heard), len(ani.heard)
    return number, ani, tono


@pytest.mark.parametrize("where", ["telegram", "whatsapp", "webchat"])
def test_a_supporter_hears_of_every_step_but_is_not_asked(city: City, budi: Person, where: str) -> None:
    number, ani, tono = supporting(city, where)
    budi.says(f"/proses {number}")
    tono.hears(number, "Anda ikuti", "mulai dikerjakan")
    budi.says(f"/selesai {number} Ibu Ani Putri sudah kami hubungi, lampu diganti")
    told = tono.hears(number, "dinyatakan selesai", "lampu diganti")
    assert "Putri" not in told.text
    assert not any("beres" in label for label in told.buttons)
    ani.hears("Apakah sudah benar-benar beres?", "Ani Putri")
    ani.says(f"/beres {number}")

    tono.hears(number, "sudah beres")


def test_notes_and_questions_to_the_citizen_are_no_news(city: City, budi: Person) -> None:
    number, _, tono = supporting(city)
    budi.says(f"/catat {number} kunci di pos")
    budi.says(f"/tanya {number} Rumahnya yang mana, Bu?")

    assert not tono.new


def test_a_supporter_sees_it_in_their_list_and_may_stop(city: City, budi: Person) -> None:
    number, _, tono = supporting(city)
    tono.says("/status")
    tono.hears("yang Anda dukung", number)
    tono.says(f"/status {number}")
    tono.taps("Berhenti mengikuti")
    tono.hears("tidak lagi", number)
    budi.says(f"/proses {number}")
    tono.says("/status")
    tono.hears("belum punya laporan")

    assert city.complaints()[0].supporters == 0
    assert not any("dikerjakan" in message for message in tono.heard)


def test_a_stranger_who_looks_may_support_it(city: City) -> None:
    number = filed_at(city.citizen("telegram", "Ani"))
    tono = city.citizen("telegram", "Tono")
    tono.says(f"/status {number}")
    tono.taps("Saya juga")
    tono.hears("Terima kasih", number)
    tono.says(f"/dukung {number}")

    assert city.complaints()[0].supporters == 1
    assert city.events(number) == ["filed", "supported"]


def test_who_supports_it_is_told_to_nobody(city: City, budi: Person) -> None:
    number, ani, tono = supporting(city, "whatsapp", "Tono Sutrisno")
    budi.says(f"/proses {number}")
    tono.replies(tono.hears("mulai dikerjakan"), "Saya Tono Sutrisno, 081234567890, di rumah saya juga gelap")
    tono.hears("Sudah ditambahkan", number)
    city.clock.forward(minutes=11)
    Chores(city.desk).ring()
    city.deliver()
    budi.says(f"/lihat {number}")
    ani.says(f"/status {number}")
    ani.hears("didukung warga lain")
    everything = "\n".join(message.text for person in (budi, ani) for message in person.heard)

    assert "di rumah saya juga gelap" in everything
    for trace in ("Sutrisno", "081234567890", "1234567890", tono.address):
        assert trace not in everything
    assert "juga gelap" not in "\n".join(message.text for message in ani.heard)


def test_handlers_are_told_of_many_supporters_at_once(city: City, budi: Person) -> None:
    number = filed_at(city.citizen("telegram", "Ani"))
    budi.read = len(budi.heard)
    for name in ("Rina", "Joni", "Tono"):
        city.citizen("telegram", name).says(f"/dukung {number}")
    assert not budi.new
    city.clock.forward(minutes=11)
    Chores(city.desk).ring()
    city.deliver()

    assert len(budi.new) == 1
    budi.hears("3 warga lagi mendukung", number, "semuanya 3")


def test_who_came_is_told_although_another_comes_before_it_is(city: City, budi: Person) -> None:
    """The timer of a stretch is looked at some seconds after its end."""
    number = filed_at(city.citizen("telegram", "Ani"))
    budi.read = len(budi.heard)
    city.citizen("telegram", "Rina").says(f"/dukung {number}")
    city.clock.forward(minutes=10, seconds=3)
    city.citizen("telegram", "Joni").says(f"/dukung {number}")
    Chores(city.desk).ring()
    city.deliver()
    budi.hears("1 warga lagi mendukung", number)
    city.clock.forward(minutes=11)
    Chores(city.desk).ring()
    city.deliver()

    assert len(budi.new) == 2


def test_a_secret_complaint_can_be_supported_by_nobody(city: City, tono: Person) -> None:
    number = filed_at(city.citizen("telegram", "Ani"), visibility="Rahasia")
    tono.says(f"/dukung {number}")
    tono.hears("Tulis nomornya")

    assert city.complaints()[0].supporters == 0


def test_support_that_comes_too_late_is_noted(city: City, budi: Person, tono: Person) -> None:
    ani = city.citizen("telegram", "Ani")
    number = filed_at(ani)
    tells(tono)
    budi.says(f"/selesai {number} sudah")
    ani.says(f"/beres {number}")
    tono.taps("Ya, dukung")
    tono.hears("sudah ditutup", "/lapor")

    assert city.events(number)[-1] == "supported"


def test_two_channels_of_one_person_support_once(city: City) -> None:
    number, _, tono = supporting(city)
    other = city.citizen("webchat", "Tono")
    other.says(f"/dukung {number}")
    assert city.complaints()[0].supporters == 2
    tono.says("/tautkan")
    code = tono.hears("Kode Anda").text.partition("/tautkan ")[2].split()[0]
    other.says(f"/tautkan {code}")
    other.taps("Ya, hubungkan")

    assert city.complaints()[0].supporters == 1


def test_staff_see_what_a_new_complaint_is_like(city: City, budi: Person) -> None:
    first = filed_at(city.citizen("telegram", "Ani"))
    budi.read = len(budi.heard)
    second = filed_at(city.citizen("telegram", "Rina"))
    card = budi.hears(f"🆕 {second}", f"Mirip: {first}")
    assert f"🔗 Gabung ke {first}" in card.buttons
    budi.says(f"/lihat {first}")

    budi.hears(f"Mirip: {second}")


# --- likeness


def sketch(text: str, place: str = "", pin: tuple[float, float] | None = None, area: str | None = "a") -> Sketch:
    lat, lon = pin or (None, None)
    return Sketch(text, lat, lon, area, place, "Pasar Usang")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lampu jalan mati di dekat pasar sejak minggu lalu", "lampu jln padam dakek pasa"),
        ("Jalan berlubang besar di depan sekolah, bahaya untuk anak", "jln balubang gadang muko sakola"),
        ("Sampah menumpuk di pinggir jalan dan berbau", "sampahnya numpuk bau busuk di tepi jalan"),
    ],
)
def test_the_same_in_other_words_is_alike(one: str, other: str) -> None:
    assert likeness.score(sketch(one, pin=CENTRE), sketch(other, pin=moved(50)), 150)


def test_distance_is_measured_on_the_sphere() -> None:
    metres = likeness.distance(sketch("a", pin=CENTRE), sketch("b", pin=moved(1000)))

    assert metres == pytest.approx(1000, rel=0.001)
    assert likeness.distance(sketch("a", pin=CENTRE), sketch("b")) is None


def test_the_same_words_in_another_kelurahan_are_not_alike() -> None:
    assert not likeness.score(sketch("lampu mati", "depan masjid"), sketch("lampu mati", "depan masjid", area="b"), 150)
