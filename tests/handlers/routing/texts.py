"""Invented complaints about three agencies, enough to learn from and quick to learn."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence

from handlers.routing.labelled import Labelled

BEGIN = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)
WORDS = {
    "dpupr": "jalan berlubang aspal rusak jembatan retak trotoar drainase mampet got tersumbat".split(),
    "disdukcapil": "ktp kk akta kelahiran antrean blangko pindah domisili cetak kartu keluarga".split(),
    "perkimlh": "sampah menumpuk tps bau lampu jalan mati taman pohon kotor angkut".split(),
}
AROUND = "selamat pagi mohon bantuan di dekat rumah kami sudah seminggu belum ada tindakan terima kasih pak".split()


def complaints(count: int, *, seed: int = 1, agencies: Sequence[str] = tuple(WORDS)) -> list[Labelled]:
    """So many, one an hour, each by somebody else; the first agency has half of them."""
    chance = random.Random(seed)
    weights = [len(agencies), *[1] * (len(agencies) - 1)]
    made = []
    for number in range(count):
        agency = chance.choices(agencies, weights)[0]
        said = chance.sample(WORDS[agency], 3) + chance.sample(AROUND, 6)
        chance.shuffle(said)
        made.append(Labelled(" ".join(said), agency, BEGIN + dt.timedelta(hours=number), author=f"c{number}"))
    return made
