"""The documentation names every setting, command and make target there is, and none that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from bot import cli, config_reading
from bot.config import Settings
from handlers.menu import TABLE
from handlers.turn import StaffMember
from storage.models import Role

ROOT = Path(__file__).parent.parent
RUNNING = (ROOT / "docs/running.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").rglob("*.md"))]
DECISIONS = sorted((ROOT / "docs/decisions").glob("*.md"))
KEYS = dict(config_reading.fields_of(Settings))


def settings_table() -> dict[str, tuple[str, bool]]:
    """Of each key in the documentation: its default, and whether it is marked as a secret."""
    rows = re.findall(r"^\| `([a-z_.]+)`( 🔑)? \| (.*?) \|", RUNNING, re.MULTILINE)
    return {key: (default.strip(), bool(secret)) for key, secret, default in rows}


def test_every_setting_is_documented_and_none_that_is_not_there() -> None:
    assert sorted(settings_table()) == sorted(KEYS)


def test_secrets_are_marked_as_such() -> None:
    marked = {key for key, (_, secret) in settings_table().items() if secret}

    assert marked == {key for key, field in KEYS.items() if not config_reading.may_stand_in_file(field)}


@pytest.mark.parametrize("key", sorted(KEYS))
def test_a_documented_default_is_the_default(key: str) -> None:
    documented, _ = settings_table()[key]
    if not (quoted := re.fullmatch(r"`(.*)`", documented)):
        return  # said in words, or none

    shown = Settings.model_validate({}).shown()[key]
    shown = {"3 d": "72 h", "1 min": "60 s"}.get(shown, shown)
    assert quoted[1] == shown.removesuffix(".0")


def sources() -> str:
    """All code that is not about reading settings."""
    files = [path for path in (ROOT / "bot").rglob("*.py") if not path.name.startswith("config")]
    return "\n".join(path.read_text("utf-8") for path in files)


@pytest.mark.parametrize("key", sorted(KEYS))
def test_every_setting_is_read_by_somebody(key: str) -> None:
    name = "production" if key == "environment" else key.rpartition(".")[2]

    assert re.search(rf"\.{name}\b", sources())


def commands(group: typer.core.TyperGroup, path: str = "udajang") -> Iterator[str]:
    """Every command, spelt in full."""
    for name, command in group.commands.items():
        if isinstance(command, typer.core.TyperGroup):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}"


def all_commands() -> list[str]:
    """Every command of the program."""
    group = get_command(cli.cli)
    assert isinstance(group, typer.core.TyperGroup)
    return sorted(commands(group))


def test_every_command_is_documented_and_none_that_is_not_there() -> None:
    documented = re.findall(r"^\| `(udajang [a-z ]+?)(?: [A-Z]+)?` \|", RUNNING, re.MULTILINE)

    assert sorted(documented) == all_commands()


def test_every_chat_command_of_staff_is_documented() -> None:
    page = (ROOT / "docs/staff-commands.md").read_text("utf-8")
    admin = StaffMember(1, "Ani", Role.ADMIN, None)
    for_staff = [each.words[0] for each in TABLE.commands if each.allowed(admin) and not each.allowed(None)]

    assert [word for word in for_staff if not re.search(rf"`/{word}\b", page)] == []


def test_no_page_names_a_command_that_is_not_there() -> None:
    known = {command.split()[1] for command in all_commands()}

    for page in PAGES:
        named = set(re.findall(r"(?:`|bin/)udajang ([a-z]+)", page.read_text("utf-8")))
        assert named <= known, page.name


def test_every_make_target_is_explained_and_none_that_is_not_there() -> None:
    targets = set(re.findall(r"^([a-z]+):.*##", MAKEFILE, re.MULTILINE))

    assert set(re.findall(r"^make ([a-z]+) +#", CONTRIBUTING, re.MULTILINE)) == targets
    (phony,) = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert set(phony.split()) == targets


def test_the_readme_begins_with_running_and_testing() -> None:
    (first, *_) = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)

    assert [line.partition("#")[0].strip() for line in first.strip().splitlines()] == ["make run", "make test"]


def test_continuous_integration_runs_the_readmes_test_command() -> None:
    assert "\nmake test\n" in (ROOT / ".ci/run").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text("utf-8")
    anchors = {
        re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-")
        for heading in re.findall(r"^#+ (.*)", text, re.MULTILINE)
    }

    for target in re.findall(r"\]\(([^)]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in anchors, target
        elif "://" not in target:
            assert (page.parent / target.partition("#")[0]).exists(), target


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.name)
def test_a_decision_says_why_and_what_was_rejected(page: Path) -> None:
    text = page.read_text("utf-8")

    assert text.startswith(f"# {int(page.name[:4])}. ")
    for part in ("**Context.**", "**Decision.**", "**Rejected.**"):
        assert part in text


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))
