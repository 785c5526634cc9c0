"""``udajang audit``: the log of what staff did is listed, walked and anchored from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import col

from bot import cli
from storage import audit, guards
from storage.database import Database
from storage.models import Audit, Staff
from tests.conftest import NOW


class Line:
    """The command line on a database in which Rina took a complaint and Budi closed it a day later."""

    def __init__(self, url: str, capsys: pytest.CaptureFixture[str]) -> None:
        self.url, self._capsys = url, capsys

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """The exit code and both outputs."""
        with pytest.raises(SystemExit) as ended:
            raise SystemExit(cli.main(["audit", *arguments]))  # type: ignore[func-returns-value]
        return int(ended.value.code or 0), *self._capsys.readouterr()

    def break_(self) -> None:
        """Change a row."""
        database = Database(self.url)
        with database.engine.begin() as connection:
            guards.lower(connection)
            connection.execute(update(Audit).where(col(Audit.id) == 2).values(action="complaint.noted"))
        database.close()


@pytest.fixture
def line(sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Line:
    """Settings come from the environment; the file is empty."""
    (tmp_path / "config.toml").write_text("")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("UDAJANG_DATABASE__URL", sqlite_url)
    monkeypatch.setenv("COLUMNS", "200")
    database = Database(sqlite_url)
    with database.write() as session:
        session.add_all([Staff(name=name, role="operator", created_at=NOW) for name in ("Rina", "Budi")])
    for staff_id, action, day in ((1, "complaint.taken", 24), (2, "complaint.closed", 25)):
        with database.write() as session:
            at = NOW.replace(day=day)
            audit.record(session, staff_id=staff_id, action=action, thing="1001-6", now=at, reason="Beres")
    database.close()
    return Line(sqlite_url, capsys)


def test_a_log_that_holds_is_said_to_hold(line: Line) -> None:
    assert line.run("verify") == (0, "2 rows hold together\n", "")


def test_a_log_that_does_not_hold_is_a_fault_that_names_the_row(line: Line) -> None:
    line.break_()

    assert line.run("verify") == (1, "", "udajang: the audit log does not hold: row 2 was changed\n")
    assert line.run("anchor")[0] == 1
    code, out, _ = line.run("verify", "--json")
    assert (code, json.loads(out)[0]["fault"], json.loads(out)[0]["row"]) == (1, "changed", 2)


def test_an_anchor_taken_today_is_checked_tomorrow(line: Line) -> None:
    _, anchor, _ = line.run("anchor")

    assert line.run("verify", "--anchor", anchor.strip())[0] == 0
    code, _, error = line.run("verify", "--anchor", f"3:{'0' * 64}")
    assert (code, "3 rows were anchored, 2 are left" in error) == (1, True)
    assert line.run("verify", "--anchor", "yesterday")[0] == 2


def test_acts_are_listed_by_who_when_and_what(line: Line) -> None:
    def listed(*arguments: str) -> list[str]:
        return [row["action"] for row in json.loads(line.run("list", "--json", *arguments)[1])]

    assert listed() == ["complaint.closed", "complaint.taken"]
    assert listed("--who", "rin") == listed("--who", "1") == ["complaint.taken"]
    assert listed("--since", "2026-11-25") == listed("--limit", "1") == ["complaint.closed"]
    assert listed("--object", "1002-1") == listed("--who", "Joni") == []
    shown = line.run("list")[1]
    assert "2026-11-24T10:00:00+07:00" in shown
    assert "reason: Beres" in shown
