"""``udajang routing list|set|remove``: the city's rules for where complaints go, from the command line."""

from __future__ import annotations

from typing import Annotated

import typer
from sqlmodel import Session

from bot import app, clock
from bot.printing import FaultError, listing, say
from bot.routing_cli import opened
from bot.staffing import Json
from handlers.city import City, load_city
from handlers.routing import ruling
from handlers.routing.ruling import RuleError, Ruling
from storage import routing as rows
from storage.models import Kind

COLUMNS = ("id", "kind", "category", "area", "agency", "by hand")


def add_to(group: typer.Typer) -> None:
    """Give the group its commands."""
    group.command("list")(list_)
    group.command("set")(set_)
    group.command()(remove)


def _city(context: typer.Context, session: Session) -> City:
    return load_city(session, app.rules_of(context.obj()))


def list_(context: typer.Context, as_json: Json = False) -> None:
    """Show the rules. What none of them fits goes to its category's own agency."""
    with opened(context) as database, database.read() as session:
        city = _city(context, session)
        found = [(row, ruling.of(city, row)) for row in rows.rules(session)]
    shown = [
        {
            "id": row.id,
            "kind": rule.kind,
            "category": rule.category,
            "area": rule.area,
            "agency": rule.agency,
            "by hand": "yes" if row.by_hand else "no",
        }
        for row, rule in found
    ]
    empty = "None: everything goes to its category's own agency. To make one: udajang routing set AGENCY --category …"
    listing(shown, COLUMNS, as_json=as_json, empty=empty)


def set_(
    context: typer.Context,
    agency: Annotated[str, typer.Argument(help="Code of the agency that gets it.")],
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only what is of this kind.")] = None,
    category: Annotated[str, typer.Option("--category", help="Only what is of this category (its code).")] = "",
    area: Annotated[str, typer.Option("--area", help="Only what is in this kelurahan or kecamatan (its code).")] = "",
    as_json: Json = False,
) -> None:
    """Send what fits all that is named to an agency from now on; a rule for the same gives way."""
    wanted = Ruling(str(kind) if kind else None, category or None, area or None, agency)
    with opened(context) as database, database.write() as session:
        city = _city(context, session)
        try:
            row = ruling.put(session, city, wanted, staff_id=None, now=clock.now())
        except RuleError as error:
            raise FaultError(f"{error.part}: {error}") from None
        number, count = row.id, ruling.concerned(session, city, wanted)
    if as_json:
        listing([{"id": number, "open elsewhere": count}], (), as_json=True, empty="")
        return
    say(f"Rule {number} holds for new complaints; running processes follow within seconds.")
    if count:
        say(f"{count} open complaints like that stay where they are.")


def remove(context: typer.Context, number: Annotated[int, typer.Argument(help="The id that `list` shows.")]) -> None:
    """Take a rule out of force, also one from the seed's files."""
    with opened(context) as database, database.write() as session:
        if ruling.remove(session, _city(context, session), number, staff_id=None, now=clock.now()) is None:
            raise FaultError(f"there is no rule with number {number}; see: udajang routing list")
    say(f"Rule {number} holds no more.")
