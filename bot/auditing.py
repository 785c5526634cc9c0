"""``udajang audit …``: what the staff did and looked up, and whether the log of it holds together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer
from sqlmodel import Session

from bot import first_start
from bot.config import Settings
from bot.printing import FaultError, listing, say
from bot.staffing import Json
from storage import audit as log
from storage import roster
from storage.audit import Anchor, Fault

audit = typer.Typer(no_args_is_help=True, help="What the staff did and looked up.")

_FAULTS = {
    "changed": "row {row} was changed",
    "missing": "at least one row before row {row} is missing",
    "inserted": "a row was put in before row {row}, or is that row",
    "reordered": "row {row} is not in its place",
    "cut": "the end was cut off: {kept} rows were anchored, {count} are left",
    "rewritten": "the rows up to row {row} are not those that were anchored",
}


@contextmanager
def _reading(context: typer.Context) -> Iterator[Session]:
    settings: Settings = context.obj()
    with first_start.opened(settings) as database, database.read() as session:
        yield session


@audit.command()
def verify(
    context: typer.Context,
    anchor: Annotated[str, typer.Option("--anchor", help="What `audit anchor` showed on an earlier day.")] = "",
    as_json: Json = False,
) -> None:
    """Walk the log from its beginning and name the first row that was changed, taken out, put in or moved."""
    try:
        kept = Anchor.of(anchor) if anchor else None
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--anchor") from None
    with _reading(context) as session:
        verdict = log.verify(session, kept)
    fault = verdict.fault
    row = {
        "sound": fault is None,
        "count": verdict.anchor.count,
        "hash": verdict.anchor.hash,
        "fault": fault.kind if fault else None,
        "row": fault.row_id if fault else None,
    }
    if as_json:
        listing([row], (), as_json=True, empty="")
    elif fault is None:
        say(f"{verdict.anchor.count} rows hold together")
    if fault is not None:
        raise FaultError(f"the audit log does not hold: {_told(fault, verdict.anchor, kept)}")


def _told(fault: Fault, reached: Anchor, kept: Anchor | None) -> str:
    return _FAULTS[fault.kind].format(row=fault.row_id, count=reached.count, kept=kept.count if kept else 0)


@audit.command()
def anchor(context: typer.Context) -> None:
    """Show how long the log is and how it ends; keep it elsewhere, for `audit verify --anchor`."""
    with _reading(context) as session:
        verdict = log.verify(session)
    if verdict.fault is not None:
        raise FaultError("the audit log does not hold; see: udajang audit verify")
    say(str(verdict.anchor))


@audit.command("list")
def list_(
    context: typer.Context,
    who: Annotated[str, typer.Option("--who", help="Name, part of a name, or number on the staff.")] = "",
    since: Annotated[
        dt.datetime | None, typer.Option("--since", formats=["%Y-%m-%d"], help="From this day on.")
    ] = None,
    thing: Annotated[str, typer.Option("--object", help="To what, e.g. 1042-9 or staff:3.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 100,
    as_json: Json = False,
) -> None:
    """Show what was done and looked up, newest first."""
    settings: Settings = context.obj()
    zone = settings.city.zone
    with _reading(context) as session:
        found = log.acts(
            session,
            staff_ids=_named(session, who) if who else None,
            since=since.replace(tzinfo=zone) if since else None,
            thing=thing,
            limit=limit,
        )
    rows = [
        {
            "at": act.at.astimezone(zone).isoformat(timespec="seconds"),
            "who": act.who or "-",
            "staff": act.staff_id,
            "action": act.action,
            "object": act.object,
            "detail": act.detail if as_json else "; ".join(f"{key}: {value}" for key, value in act.detail.items()),
        }
        for act in found
    ]
    listing(rows, ("at", "who", "staff", "action", "object", "detail"), as_json=as_json, empty="Nothing.")


def _named(session: Session, who: str) -> list[int]:
    return [
        member.id or 0
        for member, _ in roster.everybody(session)
        if who == str(member.id) or (not who.isdecimal() and who.casefold() in member.name.casefold())
    ]
