"""The command line as people use it: what it says, and its exit codes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import cli
from tests import process_logging

ROOT = Path(__file__).parent.parent.parent
PROGRAM = Path(sys.executable).with_name("udajang")


class Shell:
    """A folder with a config.toml, in which ``udajang`` is run: in this process, since starting one takes a while."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], environment: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._capsys, self._environment = capsys, environment

    def run(self, *arguments: str, typed: str = "", **variables: str) -> tuple[int, str, str]:
        """The exit code and what the program says on both outputs."""
        self._capsys.readouterr()
        with self._environment.context() as environment:
            environment.chdir(self.folder)
            for name, value in clean({"COLUMNS": "200"} | variables).items():
                environment.setenv(name, value)
            environment.setattr("sys.stdin", io.StringIO(typed))
            with pytest.raises(SystemExit) as ended:
                sys.exit(cli.main(arguments))  # type: ignore[func-returns-value]
        code = ended.value.code or 0
        return int(code), *self._capsys.readouterr()

    def done(self, *arguments: str, typed: str = "", **variables: str) -> str:
        """What it says when all is well."""
        code, out, error = self.run(*arguments, typed=typed, **variables)
        assert (code, error) == (0, "")
        return out

    def refused(self, *arguments: str, code: int = 1, **variables: str) -> str:
        """The one line with which it refuses."""
        ended, _, error = self.run(*arguments, **variables)
        assert ended == code
        if code == 1:
            assert error.count("\n") == 1
            assert error.startswith("udajang: ")
        return error


def clean(variables: dict[str, str]) -> dict[str, str]:
    """These variables; ours that are set where the tests run would be in the way, so there must be none."""
    assert not [name for name in os.environ if name.startswith("UDAJANG_") and not name.startswith("UDAJANG_TEST_")]
    return variables


def process(folder: Path, *arguments: str, typed: str = "", **variables: str) -> subprocess.CompletedProcess[str]:
    """What the installed program says in a process of its own."""
    command = [str(PROGRAM), *arguments]
    environ = os.environ | variables
    return subprocess.run(
        command, cwd=folder, env=environ, input=typed, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.fixture(autouse=True)
def logging_restored() -> Iterator[None]:
    """Some commands set up logging for the process."""
    with process_logging.restored():
        yield


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A new set-up with the city's own seed."""
    (tmp_path / "config.toml").write_text(f'[city]\nseed = "{ROOT}/seed/padang_panjang"\n')
    return Shell(tmp_path, capsys, monkeypatch)


@pytest.fixture
def seeded(shell: Shell) -> Shell:
    """One in which the city has been loaded."""
    shell.done("migrate")
    shell.done("seed", f"{ROOT}/seed/padang_panjang")
    return shell


def test_the_installed_program_shows_its_version(shell: Shell) -> None:
    result = process(shell.folder, "version")

    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.count(".") == 2


def test_the_installed_program_refuses_in_one_line_without_a_traceback(shell: Shell) -> None:
    result = process(shell.folder, "run", UDAJANG_WEB__PROT="1")

    assert result.returncode == 1
    assert result.stderr.count("\n") == 1


def test_help_names_every_command(shell: Shell) -> None:
    text = shell.done("--help")

    for command in ("run", "web", "worker", "chat", "migrate", "seed", "check", "staff", "config", "version"):
        assert command in text


def test_the_shell_can_complete_commands(shell: Shell) -> None:
    words = {"COMP_WORDS": "udajang sta", "COMP_CWORD": "1", "_TYPER_COMPLETE_ARGS": "udajang sta"}
    result = process(shell.folder, _UDAJANG_COMPLETE="complete_bash", **words)

    assert result.stdout.split() == ["staff"]


@pytest.mark.parametrize("arguments", [("nonsense",), ("run", "--nonsense"), ("seed",), ("staff", "remove", "x")])
def test_wrong_use_ends_with_2(shell: Shell, arguments: tuple[str, ...]) -> None:
    assert "Usage" in shell.refused(*arguments, code=2)


def test_a_wrong_setting_stops_the_start_with_one_line(shell: Shell) -> None:
    for command in ("run", "web", "worker", "chat", "check", "migrate"):
        said = shell.refused(command, UDAJANG_WEB__PROT="1")
        assert (
            said
            == "udajang: environment variable UDAJANG_WEB__PROT is not a setting; did you mean UDAJANG_WEB__PORT?\n"
        )


def test_a_missing_file_is_told(shell: Shell) -> None:
    assert "nowhere.toml cannot be read" in shell.refused("--config", "nowhere.toml", "check")


def test_migrating_says_from_where_to_where_and_does_nothing_the_second_time(shell: Shell) -> None:
    assert shell.done("migrate").startswith("empty → ")
    assert shell.done("migrate").startswith("already at ")


def test_what_was_never_migrated_is_told_in_a_line(shell: Shell) -> None:
    assert "see: udajang check" in shell.refused("staff", "list")


def test_a_seed_can_be_loaded_twice(seeded: Shell) -> None:
    tables = json.loads(seeded.done("seed", f"{ROOT}/seed/padang_panjang", "--json"))

    assert {row["added"] for row in tables} == {0}
    assert sum(row["total"] for row in tables) > 20


def test_staff_are_invited_listed_and_removed(seeded: Shell) -> None:
    assert "/masuk " in seeded.done("staff", "invite", "Rina", "--role", "operator", "--agency", "diskominfo")
    seeded.done("staff", "add", "Budi", "--address", "62812345", "--agency", "diskominfo", "--role", "head")

    listed = json.loads(seeded.done("staff", "list", "--json"))
    assert [(row["name"], row["role"], row["agency"], row["state"]) for row in listed] == [
        ("Rina", "operator", "diskominfo", "invited"),
        ("Budi", "head", "diskominfo", "active"),
    ]
    assert "Budi" in seeded.done("staff", "list")

    seeded.done("staff", "remove", str(listed[1]["id"]))
    assert json.loads(seeded.done("staff", "list", "--json"))[1]["state"] == "ended"
    assert json.loads(seeded.done("staff", "groups", "--json")) == []
    assert json.loads(seeded.done("staff", "duty", "--json")) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("staff", "invite", "Rina", "--agency", "nowhere"), "agency: there is no agency 'nowhere'"),
        (("staff", "remove", "99"), "there is nobody with number 99"),
        (("chat", "--as", "Siapa", "--nonsense"), ""),
    ],
)
def test_a_mistake_with_staff_is_told(seeded: Shell, arguments: tuple[str, ...], said: str) -> None:
    assert said in seeded.refused(*arguments, code=1 if said else 2)


def test_a_wrong_address_is_wrong_use(seeded: Shell) -> None:
    assert "all digits" in seeded.refused("staff", "add", "Budi", "--address", "@budi", "--role", "admin", code=2)


def test_a_check_of_a_running_set_up_finds_nothing_wrong(seeded: Shell) -> None:
    text = seeded.done("check")
    rows = json.loads(seeded.done("check", "--json"))

    assert {row["level"] for row in rows} <= {"ok", "off"}
    assert len(text.splitlines()) == len(rows)
    assert {"database", "seed", "media", "disk", "telegram", "whatsapp"} <= {row["part"] for row in rows}


def test_a_check_that_finds_a_fault_ends_with_1_and_shows_no_secret(shell: Shell) -> None:
    code, out, error = shell.run(
        "check",
        UDAJANG_DATABASE__URL="postgresql://udajang:sesame@127.0.0.1:9/udajang",
        UDAJANG_TELEGRAM__MODE="polling",
        UDAJANG_TELEGRAM__TOKEN="7123456789:AAHh0xk3_Yq-8DdXoTz1nQw5vB2mLcRsPeU",
        UDAJANG_TELEGRAM__BASE_URL="http://127.0.0.1:9",
    )

    assert code == 1
    assert out.count("fault") == 2
    assert "sesame" not in out + error
    assert "AAHh0" not in out + error


def test_settings_are_shown_with_their_place_and_without_secrets(shell: Shell) -> None:
    rows = json.loads(shell.done("config", "show", "--json", UDAJANG_WEB__PORT="9000", UDAJANG_SECRET_KEY="k" * 40))
    shown = {row["key"]: row for row in rows}

    assert shown["web.port"] == {"key": "web.port", "value": "9000", "from": "environment variable UDAJANG_WEB__PORT"}
    assert shown["city.seed"]["from"] == "config.toml line 2"
    assert shown["secret_key"]["value"] == "(set)"
    assert shown["telegram.token"]["value"] == "(not set)"


def test_a_pipe_can_talk_to_the_bot(shell: Shell) -> None:
    result = process(shell.folder, "chat", typed="/bantuan\n")

    assert (result.returncode, result.stderr) == (0, "")
    assert "/lapor" in result.stdout


def test_a_pipe_can_talk_as_staff(shell: Shell) -> None:
    assert "/tiket" in shell.done("chat", "--as", "Rina", typed="/bantuan\n")
    assert "/tiket" in shell.done("chat", "--as", "rina", typed="/bantuan\n")
    assert "did you mean Rina?" in shell.refused("chat", "--as", "Rinna")
