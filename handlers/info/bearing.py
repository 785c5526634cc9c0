"""Whether a few free words ask about one thing only: all other words must be such as surround a question."""

from __future__ import annotations

import re

from handlers import words

LONGEST = 120  # characters; whoever writes more has something to tell

# What people put around a question about the sky or the ground, in Indonesian, English, Minang and chat.
SURROUNDING = frozenset(
    """
    a ada adakah adalah admin ado aja akan am an and any apa apakah apo are assalamualaikum at awak baa bagaimana
    bagi bakal bana bang banget bara baru barusan beko berapa besok bisa bisuak bot bsk bu buat bulan caliak can
    cek coba cubo da daerah dan dari deh dek di dima dimana dmn do does dong esok for from ga gak gimana gmn going
    gonna good halo hari hariko hello hi how i iko in indak info infokan informasi ini is isuak it itu jam jan jo
    ka kah kak kalau kan kapan kayak kayaknyo kayanya ke kelurahan kini kira kiro ko kota lagi lai last later
    latest lihat like lusa malam malamko malan mana mantau mbak me menurut min mingguko mohon morning much nagari
    nan nanti ndak ndk near nggak night nih now ntar nyo of on padang pagi pagiko pak panjang pantau patang please
    pukul recent recently saat sabanta saja sajo sanak sekarang sekitar semalam shall siang siangko siko sini so
    soon sore sorean sumatera sumatra sumbar tadi tampek tanya tanyo tau tdk terakhir terbaru terkini the there
    this tidak to today tomorrow tonight tu untuak untuk wak waktu was weekend what when where who wilayah will
    with ya yang yg yo you your
    """.split()
)


def strangers(text: str, known: re.Pattern[str]) -> int | None:
    """How many words of ``text`` neither fit ``known`` nor surround a question; None if none fits or it is too long."""
    if len(text) > LONGEST or not known.search(text):
        return None
    said = words.split(text)
    return sum(1 for word in said if word not in SURROUNDING and not word.isdecimal() and not known.fullmatch(word))
