"""The words that narrow a list of complaints, in Indonesian, English and Minang, folded as handlers/words.py does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from storage.models import Kind, Status

_MEANT: tuple[tuple[Mapping[str, Any], str], ...] = (
    (
        {"mine": True},
        "saya|milik saya|punya saya|mine|my|my own|assigned to me|ambo|awak|punyo ambo|punyo awak|den|denai",
    ),
    (
        {"unclaimed": True},
        "bebas|belum diambil|belum ada petugas|unclaimed|unassigned|free|not taken yet|alun diambiak|lapeh",
    ),
    (
        {"late": True},
        "lewat|lewat tenggat|telat|terlambat|overdue|late|talambek|lewaik|lewaik tenggat|past due",
    ),
    ({"today": True}, "hari ini|tenggat hari ini|today|due today|hari ko|tenggat hari ko"),
    (
        {"answered": True},
        "dijawab|sudah dijawab|sudah dijawab pelapor|answered|citizen answered|dijawek|lah dijawek palapor",
    ),
    ({"ended": True}, "semua|termasuk yang sudah berakhir|all|everything|ended ones too|sadonyo|kasadonyo"),
    ({"status": Status.RECEIVED}, "baru|belum ditangani|new|received"),
    ({"status": Status.TAKEN}, "diambil|sudah diambil|taken|diambiak|lah diambiak"),
    ({"status": Status.PROCESSING}, "proses|diproses|dikerjakan|sedang dikerjakan|processing|in progress|dikarajoan"),
    (
        {"status": Status.WAITING},
        "menunggu|tunggu|menunggu pelapor|waiting|waiting for the citizen|manunggu|mananti|mananti palapor",
    ),
    (
        {"status": Status.RESOLVED},
        "selesai|selesai menunggu pelapor|resolved|done|done waiting to be confirmed|salasai|salasai mananti palapor",
    ),
    ({"status": Status.CLOSED, "ended": True}, "ditutup|closed|ditutuik"),
    ({"status": Status.REJECTED, "ended": True}, "ditolak|rejected|ditulak"),
    ({"status": Status.MERGED, "ended": True}, "digabung|merged|digabuang"),
    ({"kind": Kind.COMPLAINT}, "pengaduan|aduan|keluhan|complaint|complaints|pangaduan|aduan"),
    ({"kind": Kind.ASPIRATION}, "aspirasi|usul|saran|aspiration|aspirations|suggestion|suggestions"),
    (
        {"kind": Kind.INFORMATION},
        "informasi|info|permintaan informasi|information|information request|information requests|mintak informasi",
    ),
)

# What is to be written, word by word, to what it means.
PHRASES: Mapping[tuple[str, ...], Mapping[str, Any]] = {
    tuple(phrase.split()): given for given, phrases in _MEANT for phrase in phrases.split("|")
}

# Words that say what kind of thing the next ones name.
UNITS: Mapping[str, str] = {
    **dict.fromkeys(("kel", "kelurahan", "kal", "kalurahan"), "area"),
    **dict.fromkeys(("kategori", "category"), "category"),
    **dict.fromkeys(("opd", "agency"), "agency"),
}

# Words that are not searched for unless they are in quotation marks: they say nothing about one complaint.
SILENT = frozenset(
    "yang di ke dari dan atau untuk pada laporan tiket nan dari jo ka kel the of in at and for report reports ticket "
    "tickets kategori category opd agency".split()
)
