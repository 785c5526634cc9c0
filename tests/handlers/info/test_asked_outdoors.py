"""Free words that ask for the weather or for earthquakes are told apart from all that only mention them."""

from __future__ import annotations

import pytest

from handlers.info import quakes, weather

WEATHER = """
cuaca
cuaca hari ini
cuaca ganting
cuaca hari ko baa?
prakiraan cuaca besok di silaing bawah
gimana cuaca di koto panjang min
bagaimana cuaca padang panjang hari ini?
info cuaca dong
hujan ndak hari ko
hujan ndak hari ko di guguk malintang?
bisuak hujan ndak
besok hujan gak min?
apakah nanti sore hujan?
ka hujan beko malam?
kapan hujan berhenti?
hari ko paneh ndak?
suhu udara hari ini berapa
mendung ndak kini
hujan
hujan?
will it rain today?
is it going to rain tomorrow in padang panjang?
what is the weather like today
weather forecast for tomorrow please
do i need an umbrella today
""".strip().split("\n")

NO_WEATHER = """
hujan lebat, jalan banjir
banjir di pasar usang sejak hujan tadi
atap sekolah bocor kalau hujan
kenapa sekolah diliburkan kalau hujan hari ini
air pdam keruh setiap hujan
apakah CFD tetap diadakan kalau cuaca buruk?
anak saya panas tinggi, puskesmas buka malam ini?
lampu jalan mati sejak hujan semalam
pohon tumbang karena hujan badai
jadwal puskesmas hari ini
ktp hilang gimana min
tergenang kalau hujan hari ini
hari ini buka ndak kantor lurah
dinas sosial buka hari ini?
saluran tersumbat, ndak hujan se banjir
terima kasih infonya
kapan bantuan cair
cuaca di london
cuaca padang hari ini
bukittinggi hujan ndak kini
weather in New York
urus jas hujan gratis dimana hari ini untuk petugas kebersihan
""".strip().split("\n")

QUAKES = """
gempa
gempa?
info gempa
info gempa terkini
ada gempa barusan?
ado gampo tadi?
baru sajo gampo yo min
gempa tadi berapa magnitudo
gempa terakhir dimana
dima pusat gampo tadi
kekuatan gempa barusan berapa sr
apakah gempa tadi berpotensi tsunami?
was there an earthquake just now?
latest earthquake
terasa gempa di padang panjang
""".strip().split("\n")

NO_QUAKES = """
tolong gempa, kami terjebak
rumah retak akibat gempa
bantuan gempa belum cair
apa yang harus dilakukan saat gempa
jalur evakuasi gempa
sekolah kami roboh karena gempa
simulasi gempa di sekolah kapan
cara mendapat bantuan korban gempa
lampu mati sejak gempa kemarin di ganting
kuat arus listrik kurang
pusat kesehatan dimana
isu gempa besar nanti malam
ka ado gampo gadang beko
will there be an earthquake tomorrow
""".strip().split("\n")


@pytest.mark.parametrize("text", WEATHER)
def test_the_weather_is_asked_for(text: str) -> None:
    assert weather.asked(text)
    assert not quakes.asked(text)


@pytest.mark.parametrize("text", NO_WEATHER + QUAKES)
def test_the_weather_is_not_asked_for(text: str) -> None:
    assert not weather.asked(text)


@pytest.mark.parametrize("text", QUAKES)
def test_earthquakes_are_asked_for(text: str) -> None:
    assert quakes.asked(text)


@pytest.mark.parametrize("text", NO_QUAKES)
def test_earthquakes_are_not_asked_for(text: str) -> None:
    assert not quakes.asked(text)


def test_whoever_writes_much_has_something_to_tell() -> None:
    assert not weather.asked("cuaca hari ini " * 10)
    assert not quakes.asked("gempa tadi " * 20)
