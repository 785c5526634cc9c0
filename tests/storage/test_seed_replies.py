"""Canned replies and macros from a city's files."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlmodel import select

from storage import replies, seed
from storage.database import Database
from storage.models import CannedReply, Macro

PADANG_PANJANG = Path(__file__).parents[2] / "seed" / "padang_panjang"
NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The city's files, to be changed."""
    return Path(shutil.copytree(PADANG_PANJANG, tmp_path / "seed"))


def test_loading_again_mends_what_the_files_name_and_leaves_what_staff_made(database: Database, folder: Path) -> None:
    seed.load(database, folder, now=NOW)
    with database.write() as session:
        session.add(CannedReply(agency_id=1, code="terima", texts={"id": "Milik dinas"}))
        named = replies.own(session, CannedReply, None, "terima")
        assert named is not None
        named.texts = {"id": "Salah"}
        session.add(named)
    report = seed.load(database, folder, now=NOW)
    with database.read() as session:
        mine = replies.named(session, CannedReply, 1, "terima")
        others = replies.named(session, CannedReply, 2, "terima")

    assert (report.counts["replies and macros"].added, report.counts["replies and macros"].changed) == (0, 1)
    assert mine is not None
    assert mine.texts == {"id": "Milik dinas"}
    assert others is not None
    assert others.texts["id"].startswith("Terima kasih")


def test_an_agency_that_is_not_there_is_named(database: Database, folder: Path) -> None:
    (folder / "replies.toml").write_text('[halo]\nagency = "nowhere"\ntexts.id = "Halo"\n')
    (folder / "macros.toml").write_text(
        '[ke]\nnames = { id = "Ke" }\nsteps = [{ do = "forward", to = "nirgends" }, { do = "fly" }]\n'
        '[lain]\nnames = { id = "Lain" }\nsteps = [{ do = "forward", to = "nirgends", text = "x" }]\n'
    )
    with pytest.raises(seed.SeedError) as caught:
        seed.load(database, folder, now=NOW)
    told = "\n".join(caught.value.mistakes)

    assert "replies.toml: halo.agency: nowhere is not in agencies.toml" in told
    assert "macros.toml: lain.steps.1.to: nirgends is not in agencies.toml" in told
    assert "macros.toml: ke" in told
    with database.read() as session:
        assert session.exec(select(Macro)).all() == []
