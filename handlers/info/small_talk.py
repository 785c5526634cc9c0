"""What people say that asks for nothing: greetings, thanks, goodbyes, and insults."""

from __future__ import annotations

import re
from collections.abc import Mapping

from handlers import words

MOST = 8  # words; whoever writes more has something to say
GREETING = "greeting"

_GREETING = re.compile(
    r"^\W*(?:ass?a?l+a?m\w*|askum|salam|hal+o+|h[ae]i+|hello|hi|selamat (?:pagi|siang|sore|malam)|pagi|siang|sore|"
    r"malam|min|admin|p|tes|test|permisi|good (?:morning|afternoon|evening))(?:\W+(?:min|admin|kak|pak|bu|bapak|ibu|"
    r"wr|wb|warahmatullahi|wabarakatuh|sanak|dunsanak|there|u?alaikum))*\W*$",
    re.IGNORECASE,
)
_TALK: Mapping[str, frozenset[str]] = {
    "thanks": frozenset(
        "terima terimakasih trimakasih trims makasih makasi mksh mksih mks tks tq ty thx thanks thank tarimo "
        "tarimokasih makasiah nuhun syukur alhamdulillah jazakallah".split()
    ),
    "bye": frozenset("dadah bye goodbye sampai jumpa assalamualaikum".split()),
    "fine": frozenset("ok oke okey okay okeh sip siap baik noted mantap mantul paham mengerti good great".split()),
    "well": frozenset("apa kabar sehat kaba baa how are".split()),
    "abuse": frozenset(
        "anjing anjiang anjir anjeng asu bangsat bajingan babi monyet kampret keparat tolol goblok goblog bego bodoh "
        "idiot dungu sialan brengsek tai taik setan iblis kontol memek ngentot jancuk jancok cukimai pukimak pantek "
        "pantiak kalera kanciang kancuang ancuak cirik binatang fuck fucking shit bitch bastard asshole stupid".split()
    ),
}
_AROUND: Mapping[str, frozenset[str]] = {
    "thanks": frozenset(
        "kasih kasiah banyak banyaknya bana sangat ya yo yaa min admin kak pak bu bapak ibu atas bantuan bantuannya "
        "infonya info informasi informasinya jawabannya nya udajang banget sekali so much you very for the help a lot "
        "sanak da uni uda ok oke sudah membantu".split()
    ),
    "bye": frozenset("lagi nanti min admin kak pak bu ya".split()),
    "fine": frozenset("ya yo min admin kak pak bu lah deh terima kasih makasih thanks".split()),
    "well": frozenset("kabarnya kabar min admin kak pak bu sanak you today doing hari ini udajang ko".split()),
    "abuse": frozenset(
        "kau kamu kalian lu lo loe kalean lah dasar pemko pemkot pemerintah bot admin min semua semuanya kerja gak ga "
        "tidak becus ndak guna gunanya you are this bot waang ang kalian emang memang ini ko".split()
    ),
}
_WELL = re.compile(r"\b(?:apa kabar|apo kaba|baa kaba|how are you|sehat)\b")


def heard(text: str) -> str:
    """What kind of talk ``text`` is and nothing else: the key of its reply; empty when it asks or tells something."""
    if _GREETING.match(text):
        return GREETING
    said = words.split(text)
    if not said or len(said) > MOST:
        return ""
    return next((f"talk-{kind}" for kind in _TALK if _is(kind, said)), "")


def _is(kind: str, said: list[str]) -> bool:
    telling = _TALK[kind]
    if telling.isdisjoint(said) or not telling.union(_AROUND[kind]).issuperset(said):
        return False
    return kind != "well" or _WELL.search(" ".join(said)) is not None
