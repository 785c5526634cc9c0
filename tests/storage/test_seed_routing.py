"""routing.toml: loaded again and again, its mistakes told, and never stronger than what somebody set by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import col, select

from storage import seed
from storage.database import Database
from storage.models import Agency, RoutingRule
from tests.storage.test_seed import NOW, folder, mistakes, write

__all__ = ["folder"]  # the fixture

RULES = """
[road_there]
category = "road"
area = "13.74.01"
agency = "trade"
[ideas]
kind = "aspiration"
agency = "works"
"""


@pytest.fixture
def town(folder: Path) -> Path:
    """The small city with two rules."""
    write(folder, "routing.toml", RULES)
    return folder


def rules(database: Database) -> list[tuple[str | None, str | None, str]]:
    """Kind, area and agency of the rules in force."""
    with database.read() as session:
        query = (
            select(RoutingRule, Agency.code).join(Agency).where(col(RoutingRule.active)).order_by(col(RoutingRule.id))
        )
        return [(rule.kind, rule.area_code, agency) for rule, agency in session.exec(query)]


def test_rules_are_loaded_and_loading_them_again_changes_nothing(database: Database, town: Path) -> None:
    first = seed.load(database, town, now=NOW)
    again = seed.load(database, town, now=NOW)

    assert first.counts["routing rules"].added == 2
    assert not again.changed
    assert rules(database) == [(None, "13.74.01", "trade"), ("aspiration", None, "works")]


def test_a_rule_that_is_gone_from_the_file_is_gone(database: Database, town: Path) -> None:
    seed.load(database, town, now=NOW)
    write(town, "routing.toml", RULES.partition("[ideas]")[0])
    report = seed.load(database, town, now=NOW)

    assert report.counts["routing rules"].retired == 1
    assert rules(database) == [(None, "13.74.01", "trade")]


def test_what_was_set_or_removed_by_hand_stays_so(database: Database, town: Path) -> None:
    seed.load(database, town, now=NOW)
    with database.write() as session:
        there, ideas = session.exec(select(RoutingRule).order_by(col(RoutingRule.id))).all()
        there.agency_id, there.by_hand = ideas.agency_id, True
        ideas.active, ideas.by_hand = False, True
        session.add(RoutingRule(kind="information", agency_id=ideas.agency_id, by_hand=True))
    seed.load(database, town, now=NOW)

    assert rules(database) == [(None, "13.74.01", "works"), ("information", None, "works")]


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ('[a]\nagency = "works"', "routing.toml: a: fits everything: write a kind, a category or an area"),
        ('[a]\nkind = "idea"\nagency = "works"', "routing.toml: a.kind: input should be"),
        ('[a]\ncategory = "sea"\nagency = "works"', "routing.toml: a.category: sea is not in categories.toml"),
        ('[a]\narea = "1"\nagency = "works"', "routing.toml: a.area: 1 has no row in areas.csv: correct the code"),
        ('[a]\narea = "13.74"\nagency = "sea"', "routing.toml: a.agency: sea is not in agencies.toml"),
        (
            '[a]\narea = "13.74"\nagency = "works"\n[b]\narea = "13.74"\nagency = "trade"',
            "routing.toml: b: is for the same as a: keep one of the two",
        ),
    ],
)
def test_a_mistake_names_file_row_and_mend(sqlite_database: Database, folder: Path, text: str, mistake: str) -> None:
    write(folder, "routing.toml", text)

    assert [line[: len(mistake)] for line in mistakes(sqlite_database, folder)] == [mistake]


def test_a_city_without_the_file_has_no_rules(sqlite_database: Database, folder: Path) -> None:
    assert seed.load(sqlite_database, folder, now=NOW).counts["routing rules"].total == 0
