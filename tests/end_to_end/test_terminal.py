"""``udajang chat``: a citizen and a member of staff at the same machine, each through a pipe."""

from __future__ import annotations

from pathlib import Path

from tests.end_to_end.program import Program
from tests.end_to_end.talks import WORDS, number_in


def test_a_citizen_files_staff_answer_and_the_citizen_hears(tmp_path: Path) -> None:
    program = Program(tmp_path)
    filing = [WORDS, "1", "Pasar Usang", "tanpa foto", "umum", "kirim"]
    number = number_in(program.shell("chat", typed="\n".join(filing) + "\n").split("Nomor laporan Anda")[1])
    work = [f"/lihat {number}", f"/ambil {number}", f"/balas {number} Besok kami perbaiki"]
    seen = program.shell("chat", "--as", "Rina", typed="\n".join(work) + "\n")
    heard = program.shell("chat", typed=f"{number}\n")

    assert WORDS in seen
    assert "sudah dikirim ke pelapor" in seen
    assert "sudah mengambil laporan Anda" in heard
    assert heard.index("Besok kami perbaiki") < heard.rindex(f"Laporan {number}")
