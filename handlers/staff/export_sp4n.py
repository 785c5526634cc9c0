"""Complaints in the fields of SP4N-LAPOR!'s form, to be entered or handed over there; no interface of it is called.

The names of the fields and the words in them are those of its public form (klasifikasi, judul, isi, tanggal and lokasi
kejadian, instansi tujuan, kategori, anonim, rahasia). What current versions call them is for the city to confirm.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from handlers.staff.export import TEXT, TIME, Column, Export, Value
from storage.exporting import Exported
from storage.models import Kind, Status, Visibility

TITLE = 80  # characters of a complaint's beginning that stand for a title, which ours do not have
CLASSES: Mapping[str, str] = {
    Kind.COMPLAINT: "Pengaduan",
    Kind.ASPIRATION: "Aspirasi",
    Kind.INFORMATION: "Permintaan Informasi",
}
STATES: Mapping[str, str] = {
    Status.RECEIVED: "Belum ditindaklanjuti",
    Status.TAKEN: "Proses",
    Status.PROCESSING: "Proses",
    Status.WAITING: "Proses",
    Status.RESOLVED: "Proses",
    Status.CLOSED: "Selesai",
    Status.REJECTED: "Diarsipkan",
    Status.MERGED: "Diarsipkan",
}


def _title(export: Export, found: Exported) -> Value:
    words = " ".join(export.words(found, found.row.text).split())
    return words if len(words) <= TITLE else words[: TITLE - 1].rstrip() + "…"


def _place(export: Export, found: Exported) -> Value:
    area = export.city.areas.get(found.row.area_code or "")
    parts = (export.words(found, found.row.place_text), f"Kelurahan {area.name}" if area else "")
    return ", ".join(part for part in parts if part)


def _day(export: Export, found: Exported) -> Value:
    at = export.at(found.row.created_at)
    return at.date().isoformat() if isinstance(at, dt.datetime) else None


COLUMNS: tuple[Column, ...] = (
    Column("tracking_id", TEXT, "Nomor SP4N-LAPOR!, bila sudah ada", lambda export, found: found.row.sp4n_number),
    Column("nomor_asal", TEXT, "Nomor laporan di sini", lambda export, found: found.row.number),
    Column("klasifikasi", TEXT, ", ".join(CLASSES.values()), lambda export, found: CLASSES[found.row.kind]),
    Column("judul", TEXT, "Awal isi laporan: di sini laporan tidak berjudul", _title),
    Column("isi", TEXT, "Isi laporan", lambda export, found: export.words(found, found.row.text)),
    Column("tanggal_laporan", TEXT, "Hari laporan masuk; tanggal kejadian tidak ditanyakan", _day),
    Column("lokasi", TEXT, "Tempat dalam kata-kata pelapor, dan kelurahan", _place),
    Column(
        "instansi_tujuan",
        TEXT,
        "Dinas yang menangani",
        lambda export, found: export.city.agencies[found.row.agency_id].name("id"),
    ),
    Column(
        "kategori",
        TEXT,
        "Kategori di sini; pohon kategori LAPOR! 4.0 tidak kami ketahui",
        lambda export, found: export.city.category_by_id(found.row.category_id).name("id"),
    ),
    Column(
        "anonim",
        TEXT,
        "Ya bila pelapor tidak ingin namanya terlihat",
        lambda export, found: "Tidak" if found.row.visibility == Visibility.PUBLIC else "Ya",
    ),
    Column(
        "rahasia",
        TEXT,
        "Ya bila laporan tidak boleh terlihat umum",
        lambda export, found: "Ya" if found.row.visibility == Visibility.SECRET else "Tidak",
    ),
    Column("status", TEXT, ", ".join(dict.fromkeys(STATES.values())), lambda export, found: STATES[found.row.status]),
    Column("ditanggapi_pada", TIME, "Tanggapan pertama petugas", lambda export, found: export.at(found.answered_at)),
    Column("selesai_pada", TIME, "Saat ditutup", lambda export, found: export.at(found.row.closed_at)),
)
