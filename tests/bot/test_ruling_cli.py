"""The rules of routing from the command line."""

from __future__ import annotations

import json
from typing import Any

from tests.bot.test_cli import ROOT, Shell, logging_restored, seeded, shell

__all__ = ["logging_restored", "seeded", "shell"]  # the fixtures


def rules(shell: Shell) -> list[dict[str, Any]]:
    """What ``list`` says to programs."""
    found: list[dict[str, Any]] = json.loads(shell.done("routing", "list", "--json"))
    return found


def test_a_rule_is_set_listed_and_removed(seeded: Shell) -> None:
    said = seeded.done("routing", "set", "dishub", "--category", "jalan", "--area", "13.74.02", "--kind", "complaint")
    made = rules(seeded)[-1]

    assert "holds for new complaints" in said
    assert made == {
        "id": made["id"],
        "kind": "complaint",
        "category": "jalan",
        "area": "13.74.02",
        "agency": "dishub",
        "by hand": "yes",
    }
    assert "holds no more" in seeded.done("routing", "remove", str(made["id"]))
    assert made["id"] not in [rule["id"] for rule in rules(seeded)]
    assert "kec_timur" in seeded.done("routing", "list")


def test_what_the_city_does_not_have_is_refused_in_a_line(seeded: Shell) -> None:
    assert "agency: there is no agency 'sea'" in seeded.refused("routing", "set", "sea", "--category", "jalan")
    assert "category: there is no category 'sea'" in seeded.refused("routing", "set", "dpupr", "--category", "sea")
    assert "area: there is no area 'sea'" in seeded.refused("routing", "set", "dpupr", "--area", "sea")
    assert "needs a kind, a category or an area" in seeded.refused("routing", "set", "dpupr")
    assert "no rule with number 99" in seeded.refused("routing", "remove", "99")
    assert "mountain" in seeded.refused("routing", "set", "dpupr", "--kind", "mountain", code=2)


def test_a_rule_removed_stays_away_when_the_seed_is_loaded_again(seeded: Shell) -> None:
    first = rules(seeded)[0]["id"]
    seeded.done("routing", "remove", str(first))
    seeded.done("seed", f"{ROOT}/seed/padang_panjang")

    assert first not in [rule["id"] for rule in rules(seeded)]
