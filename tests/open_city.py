"""The city with offices that never close, for programs by the real clock: nothing may depend on the hour."""

from __future__ import annotations

import shutil
from pathlib import Path

SEED = Path(__file__).parent.parent / "seed" / "padang_panjang"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def seed(folder: Path) -> Path:
    """A copy of the city's files below ``folder``, in which it is always working time."""
    copied = Path(shutil.copytree(SEED, folder / "seed", dirs_exist_ok=True))
    week = "\n".join(f'{day} = "00.00-24.00"' for day in DAYS)
    (copied / "hours.toml").write_text(f"[city]\nholidays = true\n\n[city.normal]\n{week}\n", encoding="utf-8")
    return copied
