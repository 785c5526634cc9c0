"""The city with offices that never close, for programs by the real clock: nothing may depend on the hour."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from bot import clock
from storage import migrate
from storage import seed as seeds
from storage.database import Database

SEED = Path(__file__).parent.parent / "seed" / "padang_panjang"
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def seed(folder: Path) -> Path:
    """A copy of the city's files below ``folder``, in which it is always working time."""
    copied = Path(shutil.copytree(SEED, folder / "seed", dirs_exist_ok=True))
    week = "\n".join(f'{day} = "00.00-24.00"' for day in DAYS)
    (copied / "hours.toml").write_text(f"[city]\nholidays = true\n\n[city.normal]\n{week}\n", encoding="utf-8")
    return copied


def place(folder: Path) -> None:
    """Put a SQLite database with that city in it where a program started in ``folder`` looks for its own."""
    (folder / "data").mkdir()
    shutil.copy(_template(), folder / "data" / "udajang.db")


@cache
def _template() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="udajang-open-city-"))
    url = f"sqlite:///{folder}/template.db"
    migrate.upgrade(url)
    database = Database(url, pool_size=1)
    seeds.load(database, seed(folder), now=clock.now())
    database.close()
    return folder / "template.db"
